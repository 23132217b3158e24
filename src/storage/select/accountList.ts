import { CompiledQuery, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { Engine } from '../dialect.ts';

/** Who reads: `team` sees only accounts they own or work on. The condition is part of every statement below. */
export interface Viewer {
  readonly userId: string | null;
  readonly scope: 'all' | 'team' | 'none';
}

export type AccountSort = 'rank' | 'name' | 'total' | 'revenue' | 'contribution' | 'confidence' | 'lastDay';

export interface AccountListRequest {
  readonly sort: AccountSort;
  readonly order: 'asc' | 'desc';
  /** Terms of a typed search (domain/searchTerms.ts); every one must match. */
  readonly terms?: readonly string[];
  readonly grade?: string;
  readonly class?: string;
  readonly owner?: string;
  readonly country?: string;
  readonly ids?: readonly number[];
  readonly archived: boolean;
  readonly after?: string;
  readonly limit: number;
}

export interface AccountListRow {
  id: number; key: string; name: string; country: string | null; industry: string | null; owner_id: string | null; owner_name: string | null;
  rank: number | null; total: number | null; past: number | null; present: number | null; future: number | null; confidence: number;
  grade: string | null; class: string | null; veto: number; value_today: number | null; potential: number | null;
  currency: string; revenue: number; revenue_before: number; margin: number | null; contribution: number; invoices: number; months: string;
  first_day: string | null; last_day: string | null; sort_value: string | number;
}

/** Last of the ranks: accounts about which nothing is known. The same expression stands in the index. */
export const RANK = 'coalesce(s.rank, 2147483647)';
/** The total is not sorted by itself: its order is the rank's, reversed, and ties stay together. */
const SORT_BY: Record<AccountSort, { readonly by: string; readonly reversed?: true }> = {
  rank: { by: RANK }, total: { by: RANK, reversed: true }, name: { by: 'a.name' }, revenue: { by: 's.revenue' },
  contribution: { by: 's.contribution' }, confidence: { by: 's.confidence' }, lastDay: { by: "coalesce(s.last_day, '')" },
};

const COLUMNS = `a.id, a.key, a.name, a.country, a.industry, a.owner_id, u.name as owner_name, s.rank, s.total, s.past, s.present, s.future, s.confidence,
  s.grade, s.class, s.veto, s.value_today, s.potential, s.currency, s.revenue, s.revenue_before, s.margin, s.contribution, s.invoices, s.months, s.first_day, s.last_day`;

/** Collects a statement's conditions and parameters with the engine's own placeholders. */
class Where {
  readonly conditions: string[] = [];
  readonly parameters: (string | number)[] = [];
  private readonly engine: Engine;
  constructor(engine: Engine) {
    this.engine = engine;
  }
  /** Adds a value and gives its placeholder. */
  value(value: string | number): string {
    this.parameters.push(value);
    return this.engine === 'sqlite' ? '?' : `$${this.parameters.length}`;
  }
  and(condition: string): void {
    this.conditions.push(condition);
  }
  get text(): string {
    return this.conditions.join(' and ') || '1 = 1';
  }
}

function where(engine: Engine, viewer: Viewer, request: AccountListRequest): Where {
  const w = new Where(engine);
  w.and(request.archived ? 'a.archived_at is not null' : 'a.archived_at is null');
  if (viewer.scope === 'none' || (viewer.scope === 'team' && viewer.userId === null)) w.and('1 = 0');
  else if (viewer.scope === 'team') w.and(`s.account_id in (select account_id from account_team where user_id = ${w.value(viewer.userId!)})`);
  for (const term of request.terms ?? []) {
    w.and(`s.account_id in (select account_id from search_term where term >= ${w.value(term)} and term < ${w.value(`${term}\uffff`)})`);
  }
  if (request.grade) w.and(`s.grade = ${w.value(request.grade)}`);
  if (request.class) w.and(`s.class = ${w.value(request.class)}`);
  if (request.owner) w.and(`a.owner_id = ${w.value(request.owner)}`);
  if (request.country) w.and(`a.country = ${w.value(request.country)}`);
  if (request.ids) w.and(request.ids.length ? `s.account_id in (${request.ids.map((id) => w.value(id)).join(', ')})` : '1 = 0');
  return w;
}

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

/** The statement of one page (limit + 1 rows, to know whether more follow). Also what the benchmark runs through the bare driver. */
export function accountListStatement(engine: Engine, viewer: Viewer, request: AccountListRequest): { text: string; parameters: (string | number)[] } {
  const w = where(engine, viewer, request);
  const { by, reversed } = SORT_BY[request.sort];
  const descending = (request.order === 'desc') !== (reversed ?? false);
  const cursor = request.after === undefined ? null : decodeCursor(request.after);
  if (cursor) w.and(`(${by}, s.account_id) ${descending ? '<' : '>'} (${w.value(cursor[0])}, ${w.value(cursor[1])})`);
  const direction = descending ? 'desc' : 'asc';
  const text = `select ${COLUMNS}, ${by} as sort_value from standing s join account a on a.id = s.account_id left join auth_user u on u.id = a.owner_id
    where ${w.text} order by ${by} ${direction}, s.account_id ${direction} limit ${w.value(request.limit + 1)}`;
  return { text, parameters: w.parameters };
}

/** One page of the ranked list. */
export async function listAccountRows(db: Kysely<Schema>, engine: Engine, viewer: Viewer, request: AccountListRequest): Promise<{ rows: AccountListRow[]; next: string | null }> {
  const { text, parameters } = accountListStatement(engine, viewer, request);
  const { rows } = await db.executeQuery(CompiledQuery.raw(text, parameters) as CompiledQuery<AccountListRow>);
  const more = rows.length > request.limit;
  const page = more ? rows.slice(0, request.limit) : rows;
  return { rows: page, next: more ? encodeCursor(page[page.length - 1]!) : null };
}

/** How many rows match, counted up to `cap` + 1. */
export async function countAccountRows(db: Kysely<Schema>, engine: Engine, viewer: Viewer, request: AccountListRequest, cap: number): Promise<number> {
  const w = where(engine, viewer, request);
  const text = `select count(*) as n from (select 1 as one from standing s join account a on a.id = s.account_id where ${w.text} limit ${w.value(cap + 1)}) matched`;
  const { rows } = await db.executeQuery(CompiledQuery.raw(text, w.parameters) as CompiledQuery<{ n: number }>);
  return Number(rows[0]!.n);
}
