import { placeholder, rowByRow, unindexed, type Engine } from '../dialect.ts';
import { chosenOrNot } from './keyAccounts.ts';

/** Who reads: `team` sees only accounts they own or work on. The condition is part of every statement. */
export interface Viewer {
  readonly userId: string | null;
  readonly scope: 'all' | 'team' | 'none';
}

export interface AccountFilter {
  /** Terms of a typed search (domain/searchTerms.ts); every one must match. */
  readonly terms?: readonly string[];
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
  readonly parameters: (string | number)[] = [];
  readonly engine: Engine;
  constructor(engine: Engine) {
    this.engine = engine;
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

const range = (w: Where, column: string, term: string) => `${column} >= ${w.value(term)} and ${column} < ${w.value(`${term}\uffff`)}`;

/** Accounts with a term for each of these beginnings, asked account by account. */
export function addTermsOfEach(w: Where, terms: readonly string[], id: string): void {
  for (const term of terms) w.and(`exists (select 1 from search_term t where t.account_id = ${id} and ${range(w, 't.term', term)}${rowByRow(w.engine)})`);
}

/** Accounts that are in the range of every term. */
export function addTermsOfAll(w: Where, terms: readonly string[], id: string): void {
  if (terms.length > 0) w.and(`${id} in (${terms.map((term) => `select account_id from search_term where ${range(w, 'term', term)}`).join(' intersect ')})`);
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
  (way === 'walk' ? addTermsOfEach : addTermsOfAll)(w, filter.terms ?? [], id);
}
