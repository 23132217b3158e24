import { readFile } from 'node:fs/promises';
import { plainCharacters } from '#domain/insight/plainCharacters.ts';
import { refused } from '../sniff.ts';
import { DOCUMENT_LIMITS, type Document } from './document.ts';

interface TextItem { readonly str?: string; readonly hasEOL?: boolean }

/** A PDF, page by page. Scripts in it are never run: only its text is read. */
export async function openPdf(path: string): Promise<Document> {
  const { getDocumentProxy } = await import('unpdf');
  const data = new Uint8Array(await readFile(path));
  const pdf = await getDocumentProxy(data, { isEvalSupported: false, verbosity: 0 }).catch((error: Error) => { throw reasonOf(error); });
  if (pdf.numPages > DOCUMENT_LIMITS.pages) throw refused('too_many_pages', `The document has more than ${DOCUMENT_LIMITS.pages} pages.`, { limit: DOCUMENT_LIMITS.pages });
  return {
    format: 'pdf', count: pdf.numPages,
    async *pages() {
      try {
        for (let number = 1; number <= pdf.numPages; number++) {
          const page = await pdf.getPage(number).catch((error: Error) => { throw reasonOf(error); });
          const { items } = await page.getTextContent() as { items: readonly TextItem[] };
          let text = '';
          for (const { str = '', hasEOL } of items) text += str + (hasEOL ? '\n' : '');
          page.cleanup();
          yield { label: String(number), text: plainCharacters(text).slice(0, DOCUMENT_LIMITS.pageText) };
        }
      } finally {
        await pdf.destroy();
      }
    },
  };
}

function reasonOf(error: Error): Error {
  if (error.name === 'PasswordException') return refused('file_encrypted', 'The document is protected by a password. Save a copy without it and bring that.');
  return refused('file_damaged', 'The file is damaged or cut off: it cannot be read. Copy or export it again.');
}
