import { Worker } from 'node:worker_threads';
import { languageOf } from '#domain/insight/language.ts';
import type { Store } from '#storage/connect.ts';
import { changeSource, insertPages, removePages, unreadSources } from '#storage/insight/sources.ts';
import { sourceFile } from '#storage/insight/sourceFolder.ts';
import type { Context } from '../act.ts';
import type { DocumentPage } from '../files/documents/document.ts';
import type { FromDocument } from './readWorker.ts';

type Place = Pick<Context, 'store' | 'live' | 'dataDir'>;

/** A page longer than this is kept in parts: screens show it, and PostgreSQL's phrases reach so far. */
const LONGEST_PAGE = 12_000;
const SAMPLE = 8000;

/** Readings under way, so that a stop and the tests can wait for them. */
const running = new WeakMap<Store, Set<Promise<void>>>();

/** Resolves when no source of this process is being read. */
export async function sourcesRead(store: Store): Promise<void> {
  while ((running.get(store)?.size ?? 0) > 0) await Promise.all(running.get(store)!);
}

/**
 * Reads a source's file page by page in a thread of its own; each set of pages is kept and told to open screens as it comes, so that
 * reading can begin with page 1. Never throws: what cannot be read makes the source `failed`, with the reason.
 */
export function readSource(place: Place, id: number, accountId: number, hash: string): Promise<void> {
  const reading = read(place, id, accountId, hash).catch(async () => {
    await fail(place, id, { reason: 'file_damaged', message: 'The file could not be read.', params: {} }).catch(() => {});
  });
  const all = running.get(place.store) ?? new Set();
  running.set(place.store, all.add(reading));
  return reading.finally(() => all.delete(reading));
}

async function read({ store, live, dataDir }: Place, id: number, accountId: number, hash: string): Promise<void> {
  const tell = () => live.publish({ type: 'change', verb: 'sourceRead', accountId });
  let pages = 0;
  let letters = 0;
  let sample = '';
  for await (const message of messages(new Worker(new URL('./readWorker.ts', import.meta.url), { workerData: sourceFile(dataDir, hash), resourceLimits: { maxOldGenerationSizeMb: 1500 } }))) {
    if (message.type === 'opened') await store.transaction((tx) => changeSource(tx, id, { format: message.format, page_count: message.count }));
    else if (message.type === 'pages') {
      const rows = parts(message.pages).map((page) => ({ source_id: id, page: ++pages, label: page.label, text: page.text }));
      for (const row of rows) {
        letters += row.text.length;
        if (sample.length < SAMPLE) sample += row.text;
      }
      await store.transaction(async (tx) => {
        await insertPages(tx, rows);
        await changeSource(tx, id, { pages, letters });
      });
      tell();
    } else if (message.type === 'refused') {
      await fail({ store, live, dataDir }, id, { reason: message.reason ?? 'file_damaged', message: message.message, params: message.params });
      tell();
      return;
    }
  }
  await store.transaction((tx) => changeSource(tx, id, { state: 'ready', page_count: pages, language: languageOf(sample) }));
  tell();
}

async function fail({ store }: Place, id: number, error: { reason: string; message: string; params: Record<string, string | number> }): Promise<void> {
  await store.transaction(async (tx) => {
    await removePages(tx, id);
    await changeSource(tx, id, { state: 'failed', pages: 0, error: JSON.stringify(error) });
  });
}

function parts(pages: readonly DocumentPage[]): DocumentPage[] {
  return pages.flatMap((page) => {
    // Neither engine keeps NUL, nor half of a surrogate pair.
    const text = page.text.replaceAll('\0', ' ').toWellFormed();
    const count = Math.max(1, Math.ceil(text.length / LONGEST_PAGE));
    return Array.from({ length: count }, (_, n) => ({ label: n === 0 ? page.label : `${page.label} (${n + 1})`, text: text.slice(n * LONGEST_PAGE, (n + 1) * LONGEST_PAGE) }));
  });
}

/** What the thread says, until it ends. */
async function* messages(worker: Worker): AsyncGenerator<FromDocument> {
  const arrived: FromDocument[] = [];
  let ended: Error | true | null = null;
  let wake = () => {};
  worker.on('message', (message: FromDocument) => { arrived.push(message); wake(); });
  worker.on('error', (error) => { ended = error as Error; wake(); });
  worker.on('exit', () => { ended ??= true; wake(); });
  try {
    for (;;) {
      while (arrived.length > 0) {
        const message = arrived.shift()!;
        if (message.type === 'end') return;
        yield message;
      }
      if (ended !== null) throw ended === true ? new Error('the reading thread ended early') : ended;
      await new Promise<void>((resolve) => { wake = resolve; });
    }
  } finally {
    await worker.terminate();
  }
}

/** On PostgreSQL another process may be reading what was brought a moment ago. */
const OTHERS_MS = 600_000;

/** Reads again, from the beginning, what a stop has cut off. */
export async function readUnread(place: Place, now: Date): Promise<void> {
  const before = new Date(now.getTime() - (place.store.engine === 'postgres' ? OTHERS_MS : 0)).toISOString();
  for (const { id, account_id, content_hash } of await unreadSources(place.store.read, before)) {
    await place.store.transaction((tx) => removePages(tx, id));
    await readSource(place, id, account_id, content_hash);
  }
}
