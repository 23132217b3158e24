import { CompiledQuery, type Kysely } from 'kysely';
import { orderedJoin, unindexed, type Engine } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { addFilter, addScope, Where, type AccountFilter, type Viewer, type Way } from './accountFilter.ts';
import { keySince } from './keyAccounts.ts';

export type { Viewer } from './accountFilter.ts';
export type AccountSort = 'rank' | 'name' | 'total' | 'revenue' | 'contribution' | 'confidence' | 'lastDay';

export interface AccountListRequest extends AccountFilter {
  readonly sort: AccountSort;
  readonly order: 'asc' | 'desc';
  readonly after?: string;
  readonly limit: number;
}

export interface AccountListRow {
  id: number; key: string; name: string; country: string | null; industry: string | null; owner_id: string | null; owner_name: string | null;
  rank: number | null; total: number | null; past: number | null; present: number | null; future: number | null; confidence: number;
  grade: string | null; class: string | null; veto: number; value_today: number | null; potential: number | null;
  currency: string; revenue: number; revenue_before: number; margin: number | null; contribution: number; invoices: number; months: string;
  first_day: string | null; last_day: string | null; key_since: string | null; sort_value: string | number;
}

/** Last of the ranks: accounts about which nothing is known. The same expression stands in the index. */
export const RANK = 'coalesce(s.rank, 2147483647)';
/** The total is not sorted by itself: its order is the rank's, reversed, and ties stay together. */
const SORT_BY: Record<AccountSort, { readonly by: string; readonly reversed?: true }> = {
  rank: { by: RANK }, total: { by: RANK, reversed: true }, name: { by: 'a.name' }, revenue: { by: 's.revenue' },
  contribution: { by: 's.contribution' }, confidence: { by: 's.confidence' }, lastDay: { by: "coalesce(s.last_day, '')" },
};

const COLUMNS = `a.id, a.key, a.name, a.country, a.industry, a.owner_id, u.name as owner_name, s.rank, s.total, s.past, s.present, s.future, s.confidence,
  s.grade, s.class, s.veto, s.value_today, s.potential, s.currency, s.revenue, s.revenue_before, s.margin, s.contribution, s.invoices, s.months, s.first_day, s.last_day, ${keySince('a.id')} as key_since`;

/** Cursor of the row after which the next page starts: the sort value and the id. */
export function encodeCursor(row: Pick<AccountListRow, 'id' | 'sort_value'>): string {
  return Buffer.from(JSON.stringify([row.sort_value, row.id])).toString('base64url');
}

/** Reads a cursor; null when it is none of ours (a 422 for the caller). */
export function decodeCursor(cursor: string): readonly [string | number, number] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const [sort, id] = value as [unknown, unknown];
    return (typeof sort === 'string' || typeof sort === 'number') && typeof id === 'number' ? [sort, id] : null;
  } catch {
    return null;
  }
}

/**
 * Following the order costs about 50 × accounts ÷ matches rows, gathering costs the matches: at 100,000 accounts they meet
 * near 2,000, and neither reads more than some thousand rows on its side of it.
 */
const WALK_FROM = 2000;

/** Customers without trade mostly stand at the end of the order: a walk would pass all others first, so that gathering pays longer. */
const WALK_FROM_AT_END = 10_001;

/** The better way for a filter with that many matches (capped counts will do). */
export function wayFor(matches: number, filter: Pick<AccountFilter, 'trade'> = {}): Way {
  return matches >= (filter.trade === 'none' ? WALK_FROM_AT_END : WALK_FROM) ? 'walk' : 'gather';
}

/**
 * The statement of one page (limit + 1 rows, to know whether more follow). Also what the benchmark runs through the bare driver.
 * The inner part finds ids with the narrow columns only; the wide ones are read for the rows of the page.
 */
export function accountListStatement(engine: Engine, viewer: Viewer, request: AccountListRequest, way: Way): { text: string; parameters: (string | number)[] } {
  const { by, reversed } = SORT_BY[request.sort];
  const direction = (request.order === 'desc') !== (reversed ?? false) ? 'desc' : 'asc';
  const byAccount = request.sort === 'name';
  const id = byAccount ? 'a.id' : 's.account_id';
  // Walking, the order's index leads and no filter's; ranks lie beside grade and class in one.
  const led = (way === 'walk' && by !== RANK) || request.key === 'yes' ? (column: string) => unindexed(engine, column) : undefined;
  const w = new Where(engine);
  // Key accounts are few: they lead wherever they are asked for.
  w.and(`${way === 'walk' || request.key === 'yes' ? unindexed(engine, 'a.archived_at') : 'a.archived_at'} is ${request.archived ? 'not null' : 'null'}`);
  addScope(w, viewer, id);
  addFilter(w, request, id, way, led);
  const cursor = request.after === undefined ? null : decodeCursor(request.after);
  if (cursor) {
    const than = direction === 'desc' ? '<' : '>';
    // The first half is in the second; but SQLite enters an index on an expression by it only.
    w.and(`${by} ${than}= ${w.value(cursor[0])}`);
    w.and(`(${by}, ${id}) ${than} (${w.value(cursor[0])}, ${w.value(cursor[1])})`);
  }
  const tables = byAccount ? ['account a', 'standing s'] : ['standing s', 'account a'];
  const join = orderedJoin(engine);
  const limit = w.value(request.limit + 1);
  const found = (how: string) => `select ${id} as id, ${by} as sort_value from ${tables[0]} ${how} ${tables[1]} on a.id = s.account_id where ${w.text}`;
  const page = way === 'walk'
    ? `${found(join)} order by ${by} ${direction}, ${id} ${direction} limit ${limit}`
    : `select id, sort_value from found order by sort_value ${direction}, id ${direction} limit ${limit}`;
  const text = `${way === 'walk' ? '' : `with found as materialized (${found('join')}) `}select ${COLUMNS}, p.sort_value
    from (${page}) p ${join} standing s on s.account_id = p.id ${join} account a on a.id = p.id left join auth_user u on u.id = a.owner_id
    order by p.sort_value ${direction}, p.id ${direction}`;
  return { text, parameters: w.parameters };
}

/** One page of the ranked list; `matches` is what countAccountRows gave for the filter. */
export async function listAccountRows(db: Kysely<Schema>, engine: Engine, viewer: Viewer, request: AccountListRequest, matches: number): Promise<{ rows: AccountListRow[]; next: string | null }> {
  const { text, parameters } = accountListStatement(engine, viewer, request, wayFor(matches, request));
  const { rows } = await db.executeQuery(CompiledQuery.raw(text, parameters) as CompiledQuery<AccountListRow>);
  const more = rows.length > request.limit;
  const page = more ? rows.slice(0, request.limit) : rows;
  return { rows: page, next: more ? encodeCursor(page[page.length - 1]!) : null };
}

/** How many rows match, counted up to `cap` + 1. Reads only the tables the filter speaks of. */
export async function countAccountRows(db: Kysely<Schema>, engine: Engine, viewer: Viewer, filter: AccountFilter, cap: number): Promise<number> {
  const ofStanding = filter.grade !== undefined || filter.class !== undefined || filter.trade === 'none';
  const ofAccount = filter.owner !== undefined || filter.country !== undefined || !ofStanding;
  const id = ofStanding ? 's.account_id' : 'a.id';
  const w = new Where(engine);
  if (ofAccount) w.and(`${filter.key === 'yes' ? unindexed(engine, 'a.archived_at') : 'a.archived_at'} is ${filter.archived ? 'not null' : 'null'}`);
  else w.and(`s.account_id ${filter.archived ? '' : 'not '}in (select id from account where archived_at is not null)`);
  addScope(w, viewer, id);
  addFilter(w, filter, id, 'gather');
  const tables = [...(ofStanding ? ['standing s'] : []), ...(ofAccount ? ['account a'] : [])].join(' join ');
  const text = `select count(*) as n from (select 1 as one from ${tables}${ofStanding && ofAccount ? ' on a.id = s.account_id' : ''} where ${w.text} limit ${w.value(cap + 1)}) matched`;
  const { rows } = await db.executeQuery(CompiledQuery.raw(text, w.parameters) as CompiledQuery<{ n: number }>);
  return Number(rows[0]!.n);
}
