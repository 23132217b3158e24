import type { Query, Sought, Word } from '#domain/find/searchQuery.ts';
import { placeholder, rowByRow, unindexed, type Engine } from '../dialect.ts';
import { chosenOrNot } from './keyAccounts.ts';

/** Who reads: `team` sees only accounts they own or work on. The condition is part of every statement. */
export interface Viewer {
  readonly userId: string | null;
  readonly scope: 'all' | 'team' | 'none';
}

export interface AccountFilter {
  /** A typed search. */
  readonly query?: Query;
  readonly grade?: string;
  readonly class?: string;
  readonly owner?: string;
  readonly country?: string;
  readonly ids?: readonly number[];
  /** `none`: never a line of trade up to now (潜在客户); `some`: the others. */
  readonly trade?: 'none' | 'some';
  /** Chosen as key accounts, or not. */
  readonly key?: 'yes' | 'no';
  readonly archived: boolean;
}

/** How a statement goes about it: `walk` follows the order and tests each row, `gather` finds all matches first. */
export type Way = 'walk' | 'gather';

/** Collects a statement's conditions and parameters with the engine's own placeholders. */
export class Where {
  readonly conditions: string[] = [];
  readonly parameters: (string | number)[];
  readonly engine: Engine;
  /** `parameters`: of the statement that this one will be part of. */
  constructor(engine: Engine, parameters: (string | number)[] = []) {
    this.engine = engine;
    this.parameters = parameters;
  }
  /** Adds a value and gives its placeholder. */
  value(value: string | number): string {
    this.parameters.push(value);
    return placeholder(this.engine, this.parameters.length);
  }
  and(condition: string): void {
    this.conditions.push(condition);
  }
  get text(): string {
    return this.conditions.join(' and ') || '1 = 1';
  }
}

/** Accounts in the viewer's reach; `id` is the column that holds an account's id. */
export function addScope(w: Where, viewer: Viewer, id: string): void {
  if (viewer.scope === 'none' || (viewer.scope === 'team' && viewer.userId === null)) w.and('1 = 0');
  else if (viewer.scope === 'team') w.and(`${id} in (select account_id from account_team where user_id = ${w.value(viewer.userId!)})`);
}

const range = (w: Where, column: string, { from, like }: Sought) => `${column} >= ${w.value(from)} and ${column} < ${w.value(`${from}\uffff`)}${like === undefined ? '' : ` and ${column} like ${w.value(like)}`}`;

/** The terms `column` that are meant by a word. */
export function meantBy(w: Where, word: Word, column: string): string {
  return word.length === 1 ? range(w, column, word[0]!) : `(${word.map((sought) => `(${range(w, column, sought)})`).join(' or ')})`;
}

/** Accounts with a term for each word, asked account by account. */
export function addWordsOfEach(w: Where, words: readonly Word[], id: string): void {
  for (const word of words) w.and(hasWord(w, word, id));
}

const hasWord = (w: Where, word: Word, id: string): string => `exists (select 1 from search_term t where t.account_id = ${id} and ${meantBy(w, word, 't.term')}${rowByRow(w.engine)})`;

/** Accounts that answer a query, asked account by account. */
export function addQueryOfEach(w: Where, query: Query, id: string): void {
  if (query.length > 0) w.and(`(${query.map((way) => way.map((word) => hasWord(w, word, id)).join(' and ')).join(' or ')})`);
}

/** Accounts that answer a query, by the ranges of its words. */
function addQueryOfAll(w: Where, query: Query, id: string): void {
  const word = (sought: Word): string => sought.map((one) => `select account_id from search_term where ${range(w, 'term', one)}`).join(' union all ');
  const way = (words: readonly Word[]): string => words.map((one) => (one.length === 1 ? word(one) : `select account_id from (${word(one)}) w`)).join(' intersect ');
  if (query.length > 0) w.and(`${id} in (${query.map((words) => `select account_id from (${way(words)}) a`).join(' union all ')})`);
}

/** Conditions of the filter on `standing s` and `account a`. `column` says how a compared column is written (see `unindexed`). */
export function addFilter(w: Where, filter: AccountFilter, id: string, way: Way, column: (name: string) => string = (name) => name): void {
  if (filter.grade) w.and(`${column('s.grade')} = ${w.value(filter.grade)}`);
  if (filter.class) w.and(`${column('s.class')} = ${w.value(filter.class)}`);
  if (filter.owner) w.and(`${column('a.owner_id')} = ${w.value(filter.owner)}`);
  if (filter.country) w.and(`${column('a.country')} = ${w.value(filter.country)}`);
  if (filter.ids) w.and(filter.ids.length ? `${id} in (${filter.ids.map((one) => w.value(one)).join(', ')})` : '1 = 0');
  if (filter.trade === 'none') {
    // The day is an index of its own, and few remain for the second half: who trades only in a currency without a rate has no day either.
    const day = "coalesce(s.last_day, '')";
    w.and(`${way === 'walk' ? unindexed(w.engine, day) : day} = '' and not exists (select 1 from trade_month m where m.account_id = ${id})`);
  }
  if (filter.trade === 'some') w.and(`exists (select 1 from trade_month m where m.account_id = ${id})`);
  if (filter.key) w.and(chosenOrNot(id, filter.key === 'yes'));
  (way === 'walk' ? addQueryOfEach : addQueryOfAll)(w, filter.query ?? [], id);
}
