import { SaxesParser } from 'saxes';
import { refused } from '../sniff.ts';
import { openZip, type Zip } from '../zip.ts';
import { DOCUMENT_LIMITS, type Document, type DocumentPage } from './document.ts';

/** What an XML part says, element by element. */
interface Watch {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Reads a part in pieces; refuses one that unpacks to more than a document holds. External entities do not exist here: saxes resolves none. */
async function* walk(zip: Zip, part: string, watch: Watch): AsyncGenerator<void> {
  if (zip.sizeOf(part) > DOCUMENT_LIMITS.unpacked) throw refused('file_bomb', 'The file would unpack to far more than a document holds, so it was not opened.', { megabytes: Math.round(zip.sizeOf(part) / 1e6) });
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => watch.open?.(name, attributes as Record<string, string>));
  parser.on('text', (text) => watch.text?.(text));
  parser.on('closetag', ({ name }) => watch.close?.(name));
  const decoder = new TextDecoder();
  try {
    for await (const bytes of zip.read(part)) {
      parser.write(decoder.decode(bytes, { stream: true }));
      yield;
    }
    parser.close();
  } catch (error) {
    if ((error as Error).name === 'Refusal') throw error;
    throw refused('file_damaged', 'The file is damaged or cut off: it cannot be read. Copy or export it again.');
  }
}

/** Paragraphs of a Word document; `null` where Word last broke a page. */
async function* wordParagraphs(zip: Zip): AsyncGenerator<string | null> {
  const found: (string | null)[] = [];
  let text = '';
  let inText = false;
  let cells = 0;
  const steps = walk(zip, 'word/document.xml', {
    open(name, attributes) {
      if (name === 'w:t') inText = true;
      else if (name === 'w:tab') text += '\t';
      else if (name === 'w:tr') cells = 0;
      else if (name === 'w:tc' && cells++ > 0) text += '\t';
      else if (name === 'w:lastRenderedPageBreak' || (name === 'w:br' && attributes['w:type'] === 'page')) {
        if (text !== '') found.push(text);
        text = '';
        found.push(null);
      } else if (name === 'w:br') text += '\n';
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 'w:t') inText = false;
      else if ((name === 'w:p' && cells === 0) || name === 'w:tr') {
        found.push(text);
        text = '';
        if (name === 'w:tr') cells = 0;
      } else if (name === 'w:p') text += ' ';
    },
  });
  for await (const _ of steps) yield* found.splice(0);
  if (text !== '') found.push(text);
  yield* found;
}

export async function openDocx(path: string, size: number): Promise<Document> {
  const zip = await openZip(path, size);
  return {
    format: 'docx', count: null,
    async *pages() {
      try {
        let page: string[] = [];
        let number = 1;
        let length = 0;
        let broken = false;
        for await (const paragraph of wordParagraphs(zip)) {
          if (paragraph === null) broken = true;
          // Where Word has noted no breaks, pages of about two screens.
          if (paragraph === null ? page.length > 0 : !broken && length > 4000) {
            yield { label: broken ? String(number++) : `§${number++}`, text: page.join('\n') };
            page = [];
            length = 0;
          }
          if (paragraph !== null) {
            page.push(paragraph);
            length += paragraph.length;
          }
        }
        if (page.join('').trim() !== '') yield { label: broken ? String(number) : `§${number}`, text: page.join('\n') };
      } finally {
        zip.close();
      }
    },
  };
}

export async function openPptx(path: string, size: number): Promise<Document> {
  const zip = await openZip(path, size);
  const slides: string[] = [];
  for (let number = 1; zip.has(`ppt/slides/slide${number}.xml`); number++) slides.push(`ppt/slides/slide${number}.xml`);
  return {
    format: 'pptx', count: slides.length,
    async *pages(): AsyncGenerator<DocumentPage, void> {
      try {
        for (const [at, part] of slides.entries()) {
          let text = '';
          let inText = false;
          const steps = walk(zip, part, {
            open: (name) => { if (name === 'a:t') inText = true; else if (name === 'a:br') text += '\n'; },
            text: (piece) => { if (inText) text += piece; },
            close: (name) => { if (name === 'a:t') inText = false; else if (name === 'a:p') text += '\n'; else if (name === 'a:tc') text += '\t'; },
          });
          for await (const _ of steps) { /* the watch gathers */ }
          yield { label: String(at + 1), text: text.trim() };
        }
      } finally {
        zip.close();
      }
    },
  };
}

/** What kind of office package a zip is; null when none. */
export async function packageKind(path: string, size: number): Promise<'docx' | 'pptx' | 'xlsx' | null> {
  const zip = await openZip(path, size);
  try {
    return zip.has('word/document.xml') ? 'docx' : zip.has('ppt/presentation.xml') ? 'pptx' : zip.has('xl/workbook.xml') ? 'xlsx' : null;
  } finally {
    zip.close();
  }
}

