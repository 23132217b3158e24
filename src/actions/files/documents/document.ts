/** A page of a document as text: a PDF's page, a slide, part of a sheet; of running text a stretch of about `STRETCH` characters. */
export interface DocumentPage {
  /** What a citation says: `12`, `Sheet1!1–200`, `§3`. */
  readonly label: string;
  readonly text: string;
}

export const DOCUMENT_FORMATS = ['pdf', 'docx', 'pptx', 'xlsx', 'html', 'text'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** An opened document: its pages as a stream. Throws Refusal('file_refused') with the exact reason, also while it is read. */
export interface Document {
  readonly format: DocumentFormat;
  /** Pages, where the format tells beforehand. */
  readonly count: number | null;
  pages(): AsyncGenerator<DocumentPage, void>;
}

/** Beyond these a document is refused or cut: what an honest one never reaches. */
export const DOCUMENT_LIMITS = { pages: 20_000, unpacked: 200_000_000, pageText: 200_000 } as const;

/** Characters of a page of running text. */
const STRETCH = 4000;

/** Paragraphs gathered into pages that end between paragraphs. */
export async function* stretches(paragraphs: AsyncIterable<string>): AsyncGenerator<DocumentPage, void> {
  let text = '';
  let at = 0;
  for await (const paragraph of paragraphs) {
    // One paragraph longer than a page is cut: a file without line ends is still read page by page.
    for (let from = 0; from < paragraph.length || from === 0; from += STRETCH) {
      const piece = paragraph.slice(from, from + STRETCH);
      if (text !== '' && text.length + piece.length > STRETCH) {
        yield { label: `§${++at}`, text };
        text = '';
      }
      text += text === '' ? piece : `\n${piece}`;
    }
  }
  if (text.trim() !== '') yield { label: `§${++at}`, text };
}
