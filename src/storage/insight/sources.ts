import type { Kysely, Transaction } from 'kysely';
import { pageWords } from '#domain/insight/fullText.ts';
import { indexPages, unindexPages } from '../dialect.ts';
import { insertMany } from '../insertMany.ts';
import type { Schema } from '../schema.ts';
import type { Viewer } from '../select/accountFilter.ts';
import { cutWords } from './cut.ts';
import type { SourcePageTable, SourceTable } from './sourceTables.ts';

/** Pages of one source have numbers below this; a page's id in the index is source × this + page. */
export const PAGES_PER_SOURCE = 1 << 20;

export interface SourceRow extends SourceTable {
  readonly by: string | null;
  readonly facts: number;
}

/** Sources of an account, newest first. */
export async function listSources(db: Kysely<Schema>, accountId: number): Promise<SourceRow[]> {
  return await sources(db).where('s.account_id', '=', accountId).where('s.withdrawn_at', 'is', null).orderBy('s.id', 'desc').limit(500).execute() as SourceRow[];
}

/** A source of an account in the viewer's reach, withdrawn or not. */
export async function findSource(db: Kysely<Schema>, viewer: Viewer, id: number): Promise<SourceRow | undefined> {
  if (viewer.scope === 'none' || (viewer.scope === 'team' && viewer.userId === null)) return undefined;
  let query = sources(db).where('s.id', '=', id);
  if (viewer.scope === 'team') query = query.where('s.account_id', 'in', db.selectFrom('account_team').select('account_id').where('user_id', '=', viewer.userId!));
  return await query.executeTakeFirst() as SourceRow | undefined;
}

function sources(db: Kysely<Schema>) {
  return db.selectFrom('source as s').leftJoin('auth_user as u', 'u.id', 's.added_by').selectAll('s')
    .select(['u.name as by', (s) => s.selectFrom('fact as f').whereRef('f.source_id', '=', 's.id').where('f.withdrawn_at', 'is', null).select((f) => f.fn.countAll<number>().as('n')).as('facts')]);
}

export async function insertSource(tx: Transaction<Schema>, row: SourceTable): Promise<void> {
  await insertMany(tx, 'source', [row]);
}

export async function changeSource(tx: Transaction<Schema>, id: number, change: Partial<SourceTable>): Promise<void> {
  await tx.updateTable('source').set(change).where('id', '=', id).execute();
}

/** Pages from–to (1-based, both included). */
export async function readPages(db: Kysely<Schema>, sourceId: number, from: number, to: number): Promise<SourcePageTable[]> {
  return await db.selectFrom('source_page').selectAll().where('source_id', '=', sourceId).where('page', '>=', from).where('page', '<=', to).orderBy('page').execute();
}

/** Adds pages and their words to the index. */
export async function insertPages(tx: Transaction<Schema>, rows: readonly SourcePageTable[]): Promise<void> {
  await insertMany(tx, 'source_page', rows);
  await indexPages(tx, rows.map((row) => ({ id: row.source_id * PAGES_PER_SOURCE + row.page, ...pageWords(row.text, cutWords) })));
}

/** Takes the pages of a source out, with their words. */
export async function removePages(tx: Transaction<Schema>, sourceId: number): Promise<void> {
  await tx.deleteFrom('source_page').where('source_id', '=', sourceId).execute();
  await unindexPages(tx, sourceId * PAGES_PER_SOURCE, (sourceId + 1) * PAGES_PER_SOURCE - 1);
}

/** Makes the index anew from the pages: after a restore, or when doctor finds it wanting. Gives the pages. */
export async function reindex(tx: Transaction<Schema>): Promise<number> {
  await unindexPages(tx, 0, Number.MAX_SAFE_INTEGER);
  let count = 0;
  for (let last = { source: 0, page: 0 }; ;) {
    const rows = await tx.selectFrom('source_page').selectAll()
      .where((eb) => eb.or([eb('source_id', '>', last.source), eb.and([eb('source_id', '=', last.source), eb('page', '>', last.page)])])).orderBy('source_id').orderBy('page').limit(200).execute();
    if (rows.length === 0) return count;
    await indexPages(tx, rows.map((row) => ({ id: row.source_id * PAGES_PER_SOURCE + row.page, ...pageWords(row.text, cutWords) })));
    count += rows.length;
    last = { source: rows.at(-1)!.source_id, page: rows.at(-1)!.page };
  }
}

/** Sources that were added before `before` and are still being read: a stop has cut that off. */
export async function unreadSources(db: Kysely<Schema>, before: string): Promise<{ id: number; account_id: number; content_hash: string }[]> {
  const rows = await db.selectFrom('source').select(['id', 'account_id', 'content_hash']).where('state', '=', 'reading').where('withdrawn_at', 'is', null).where('content_hash', 'is not', null).where('added_at', '<', before).orderBy('id').execute();
  return rows.map((row) => ({ ...row, content_hash: row.content_hash! }));
}
