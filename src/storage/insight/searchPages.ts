import { sql, type Kysely } from 'kysely';
import type { QueryPart } from '#domain/insight/fullText.ts';
import { matchingPages } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import type { Viewer } from '../select/accountFilter.ts';
import { PAGES_PER_SOURCE } from './sources.ts';

export interface FoundPage {
  readonly sourceId: number;
  readonly page: number;
  readonly label: string;
  readonly text: string;
  readonly title: string;
  readonly accountId: number;
  readonly accountName: string;
}

/**
 * Pages that have every part, newest source first, of accounts in the viewer's reach. `before`: the id of the last page of the answer
 * before; the answer's `next` is that of this one.
 */
export async function searchPages(
  db: Kysely<Schema>, viewer: Viewer, parts: readonly QueryPart[], options: { readonly accountId?: number | undefined; readonly sourceId?: number | undefined; readonly before?: number | undefined; readonly limit: number },
): Promise<{ rows: FoundPage[]; next: number | null }> {
  if (parts.length === 0 || viewer.scope === 'none' || (viewer.scope === 'team' && viewer.userId === null)) return { rows: [], next: null };
  const scope = viewer.scope === 'team' ? sql`and s.account_id in (select account_id from account_team where user_id = ${viewer.userId})` : sql``;
  const account = options.accountId === undefined ? sql`` : sql`and s.account_id = ${options.accountId}`;
  const source = options.sourceId === undefined ? sql`` : sql`and m.id > ${options.sourceId * PAGES_PER_SOURCE} and m.id < ${(options.sourceId + 1) * PAGES_PER_SOURCE}`;
  const before = options.before ?? Number.MAX_SAFE_INTEGER;
  const found = await sql<{ id: number; source_id: number; page: number; label: string; text: string; title: string; account_id: number; name: string }>`
    select m.id, s.id as source_id, p.page, p.label, p.text, s.title, s.account_id, a.name
    from (${matchingPages(db, parts)}) m
    join source s on s.id = m.id / ${sql.lit(PAGES_PER_SOURCE)} join source_page p on p.source_id = s.id and p.page = m.id % ${sql.lit(PAGES_PER_SOURCE)} join account a on a.id = s.account_id
    where s.withdrawn_at is null and m.id < ${before} ${scope} ${account} ${source} order by m.id desc limit ${options.limit + 1}`.execute(db);
  const rows = found.rows.slice(0, options.limit);
  return {
    rows: rows.map((row) => ({ sourceId: row.source_id, page: row.page, label: row.label, text: row.text, title: row.title, accountId: row.account_id, accountName: row.name })),
    next: found.rows.length > rows.length ? Number(rows.at(-1)!.id) : null,
  };
}
