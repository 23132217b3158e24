import { isDay, latestDay, type Day } from '#domain/day.ts';
import { languageOf } from '#domain/insight/language.ts';
import { Refusal, type InvalidField } from '#domain/refusal.ts';
import { isWebAddress } from '#domain/select/fact.ts';
import { takeIds } from '#storage/ids.ts';
import { insertPages, insertSource } from '#storage/insight/sources.ts';
import type { SourceTable } from '#storage/insight/sourceTables.ts';
import { act, permit, type Context } from '../act.ts';
import { stretches } from '../files/documents/document.ts';
import { accountFor } from '../select/accountFor.ts';
import { keepFile, LARGEST_SOURCE } from './sourceFiles.ts';
import { readSource } from './readSource.ts';

export interface NewSource {
  readonly title: string;
  readonly publishedOn: Day | null;
  readonly url: string | null;
}
export interface AddedSource { readonly id: number; readonly event: number; readonly read: Promise<void> }

/**
 * Takes a file to the disk as it streams in and begins to read it; `read` resolves when all its pages are there. What it is shows only
 * then: a file that cannot be read stays as a `failed` source that says why. Refuses with `too_large` and (invalid) wrong fields.
 */
export async function addFile(context: Context, accountId: number, source: NewSource & { readonly fileName: string }, content: AsyncIterable<Uint8Array>): Promise<AddedSource> {
  permit(context.actor, 'recordFact');
  await accountFor(context.store.read, context.actor, 'recordFact', accountId);
  check(context, source);
  const { hash, size } = await keepFile(context.dataDir, content, LARGEST_SOURCE);
  const fileName = (source.fileName.split(/[\\/]/).at(-1) ?? '').replaceAll('\0', '').slice(0, 255) || 'file';
  const { id, event } = await insert(context, accountId, { ...rowOf(source), kind: 'file', title: source.title || fileName, file_name: fileName, content_hash: hash, size, state: 'reading' });
  return { id, event, read: readSource(context, id, accountId, hash) };
}

/** Keeps a pasted text as a source. Refuses (invalid) without text. */
export async function addText(context: Context, accountId: number, source: NewSource, text: string): Promise<AddedSource> {
  check(context, source, text.trim() === '' ? [{ path: 'text', reason: 'required', message: 'Paste the text first.' }] : []);
  const pages: { label: string; text: string }[] = [];
  for await (const page of stretches((async function* () { yield* text.split(/\r\n|\n|\r/); })())) pages.push(page);
  const title = source.title || text.trim().split('\n')[0]!.slice(0, 80);
  const row = { ...rowOf(source), kind: 'paste' as const, title, format: 'text', size: Buffer.byteLength(text), state: 'ready' as const, pages: pages.length, page_count: pages.length, letters: text.length, language: languageOf(text) };
  const { id, event } = await insert(context, accountId, row, pages);
  return { id, event, read: Promise.resolve() };
}

/** Keeps a web address as a citation; nothing is fetched. */
export async function addAddress(context: Context, accountId: number, source: NewSource): Promise<AddedSource> {
  check(context, source, source.url === null || source.url === '' ? [{ path: 'url', reason: 'required', message: 'Enter the address.' }] : []);
  const { id, event } = await insert(context, accountId, { ...rowOf(source), kind: 'web', title: source.title || source.url!, size: 0, state: 'ready' });
  return { id, event, read: Promise.resolve() };
}

type Row = Omit<SourceTable, 'id' | 'account_id' | 'added_by' | 'added_at'>;

function rowOf({ url, publishedOn }: NewSource): Omit<Row, 'kind' | 'title' | 'size' | 'state'> {
  return { url: url || null, file_name: null, format: null, content_hash: null, language: null, pages: 0, page_count: null, letters: 0, error: null, published_on: publishedOn, withdrawn_at: null, withdrawn_by: null };
}

function check(context: Context, source: NewSource, more: readonly InvalidField[] = []): void {
  const fields = [...more];
  const today = latestDay(context.now());
  if (source.url !== null && source.url !== '' && !isWebAddress(source.url)) fields.push({ path: 'url', reason: 'no_web_address', message: 'A web address begins with http:// or https://.' });
  if (source.publishedOn !== null && !isDay(source.publishedOn)) fields.push({ path: 'publishedOn', reason: 'no_such_day', message: 'This day does not exist.' });
  else if (source.publishedOn !== null && source.publishedOn > today) fields.push({ path: 'publishedOn', reason: 'in_the_future', message: 'It cannot have been published after today.' });
  if (fields.length > 0) throw new Refusal('invalid', fields[0]!.message, { fields });
}

async function insert(context: Context, accountId: number, row: Row, pages: readonly { label: string; text: string }[] = []): Promise<{ id: number; event: number }> {
  const { answer: id, eventIds } = await act(context, 'recordFact', async (tx) => {
    await accountFor(tx, context.actor, 'recordFact', accountId);
    const made = await takeIds(tx, 'source', 1);
    await insertSource(tx, { id: made, account_id: accountId, ...row, added_by: context.actor.id, added_at: context.now().toISOString() });
    await insertPages(tx, pages.map((page, n) => ({ source_id: made, page: n + 1, ...page })));
    return { answer: made, events: [{ verb: 'sourceAdded', accountId, payload: { sourceId: made, title: row.title } }] };
  });
  return { id, event: eventIds[0]! };
}
