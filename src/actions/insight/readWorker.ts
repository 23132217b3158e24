import { parentPort, workerData } from 'node:worker_threads';
import type { DocumentPage } from '../files/documents/document.ts';
import { openDocument } from '../files/documents/openDocument.ts';

export type FromDocument =
  | { readonly type: 'opened'; readonly format: string; readonly count: number | null }
  | { readonly type: 'pages'; readonly pages: readonly DocumentPage[] }
  | { readonly type: 'end' }
  | { readonly type: 'refused'; readonly reason: string | undefined; readonly message: string; readonly params: Record<string, string | number> };

const PAGES_AT_ONCE = 20;
const say = (message: FromDocument) => parentPort!.postMessage(message);
try {
  const document = await openDocument(workerData as string);
  say({ type: 'opened', format: document.format, count: document.count });
  let pages: DocumentPage[] = [];
  for await (const page of document.pages()) {
    pages.push(page);
    if (pages.length < PAGES_AT_ONCE) continue;
    say({ type: 'pages', pages });
    pages = [];
  }
  if (pages.length > 0) say({ type: 'pages', pages });
  say({ type: 'end' });
} catch (error) {
  const { name, message, reason, params } = error as Error & { reason?: string; params?: Record<string, string | number> };
  if (name === 'Refusal') say({ type: 'refused', reason, message, params: params ?? {} });
  else say({ type: 'refused', reason: 'file_damaged', message: 'The file is damaged or cut off: it cannot be read. Copy or export it again.', params: {} });
}
