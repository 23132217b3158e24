import { createReadStream } from 'node:fs';
import { Parser } from 'htmlparser2';
import { refused } from '../sniff.ts';
import { stretches, type Document } from './document.ts';

async function* decoded(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of createReadStream(path)) yield decoder.decode(bytes as Buffer, { stream: true });
  yield decoder.decode();
}

async function* lines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const parts = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = parts.pop()!;
    yield* parts;
    if (rest.length > 1_000_000) {
      yield rest;
      rest = '';
    }
  }
  if (rest !== '') yield rest;
}

/** Plain text, Markdown or a delimited file, in stretches. */
export function openText(path: string, encoding: string): Document {
  return { format: 'text', count: null, pages: () => stretches(lines(decoded(path, encoding))) };
}

/** Elements whose content is no text of the page: it is dropped, never run. */
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'head']);
const BLOCK = new Set(['p', 'div', 'section', 'article', 'header', 'footer', 'main', 'aside', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'tr', 'table', 'br', 'blockquote', 'pre', 'figcaption', 'hr']);

/** The visible text of an HTML file. */
export function openHtml(path: string, encoding: string): Document {
  return { format: 'html', count: null, pages: () => stretches(blocks(path, encoding)) };
}

async function* blocks(path: string, encoding: string): AsyncGenerator<string> {
  let silent = 0;
  let text = '';
  const found: string[] = [];
  const end = (): void => {
    const line = text.replace(/[ \t\r\n\f]+/g, ' ').trim();
    if (line !== '') found.push(line);
    text = '';
  };
  const parser = new Parser({
    onopentagname: (name) => { if (SILENT.has(name)) silent++; else if (BLOCK.has(name)) end(); else if (name === 'td' || name === 'th') text += '  '; },
    ontext: (piece) => { if (silent === 0) text += piece; },
    onclosetag: (name) => { if (SILENT.has(name)) silent = Math.max(0, silent - 1); else if (BLOCK.has(name)) end(); },
  }, { decodeEntities: true });
  for await (const piece of decoded(path, encoding)) {
    parser.write(piece);
    yield* found.splice(0);
  }
  parser.end();
  end();
  yield* found;
}

export const binary = () => refused('file_binary_document', 'This file is no text, PDF, Word, Excel, PowerPoint or HTML document.');
