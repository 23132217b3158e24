import { sql, type ExpressionBuilder, type Kysely, type SqlBool, type Transaction } from 'kysely';
import type { Query, Sought, Word } from '#domain/find/searchQuery.ts';
import { personTerms } from '#domain/find/searchTerms.ts';
import { inChunks } from '../inChunks.ts';
import { insertMany } from '../insertMany.ts';
import type { Schema } from '../schema.ts';
import type { Viewer } from '../select/accountFilter.ts';
import type { PersonItemTable, PersonTable } from './relateTables.ts';

export interface PersonRow extends PersonTable {
  readonly account_name: string | null;
  readonly owner_name: string | null;
}
export interface PeopleFilter {
  readonly accountId?: number | undefined;
  /** A typed search. */
  readonly query?: Query;
  /** Contacts that this colleague brought; people recorded at a customer are the customer's. */
  readonly ownerId?: string | undefined;
  readonly retainUpTo?: string | undefined;
  readonly after?: number | undefined;
  /** The name that is sought, as compared: whoever is called so comes first, then whose name begins so. */
  readonly bestFor?: string | undefined;
  readonly limit: number;
}

/** Who may see a person (decision 028); part of every statement. `p` is the person's alias. */
function visible(viewer: Viewer) {
  return (eb: ExpressionBuilder<Schema & { p: PersonTable }, 'p'>): ReturnType<typeof sql<SqlBool>> => {
    void eb;
    if (viewer.scope === 'none' || (viewer.scope === 'team' && viewer.userId === null)) return sql<SqlBool>`1 = 0`;
    const mine = viewer.userId === null ? sql`p.private_to is null` : sql`(p.private_to is null or p.private_to = ${viewer.userId})`;
    const reach = viewer.scope === 'all' ? sql`1 = 1` : sql`(p.account_id is null or p.private_to = ${viewer.userId} or p.account_id in (select t.account_id from account_team t where t.user_id = ${viewer.userId}))`;
    return sql<SqlBool>`(p.withdrawn_at is null and p.erased_at is null and p.merged_into is null and ${mine} and ${reach})`;
  };
}

function people(db: Kysely<Schema>) {
  return db.selectFrom('person as p').leftJoin('account as a', 'a.id', 'p.account_id').leftJoin('auth_user as u', 'u.id', 'p.owner_id').selectAll('p').select(['a.name as account_name', 'u.name as owner_name']);
}

/** The beginning of every question for people in the viewer's reach who answer a typed search. */
export function peopleWhere(db: Kysely<Schema>, viewer: Viewer, query: Query) {
  const all = people(db).where(visible(viewer) as never);
  const [way, ...others] = query;
  if (way === undefined) return all;
  if (others.length === 0) return way.reduce((found, word) => found.where(sql<SqlBool>`p.id in (${foundBy(word)})`), all);
  return all.where(sql<SqlBool>`p.id in (${sql.join(query.map((words) => sql`select person_id from (${sql.join(words.map((word) => (word.length === 1 ? foundBy(word) : sql`select person_id from (${foundBy(word)}) w`)), sql` intersect `)}) a`), sql` union all `)})`);
}

const foundBy = (word: Word) => sql.join(word.map(termsOf), sql` union all `);
const termsOf = ({ from, like }: Sought) => sql`select person_id from person_term where term >= ${from} and term < ${`${from}\uffff`}${like === undefined ? sql`` : sql` and term like ${like}`}`;

/** People in the viewer's reach, by id unless the best are asked for. */
export async function listPeople(db: Kysely<Schema>, viewer: Viewer, filter: PeopleFilter): Promise<PersonRow[]> {
  let query = filtered(db, viewer, filter).limit(filter.limit);
  const { bestFor } = filter;
  if (bestFor) query = query.orderBy(sql`case when p.name_norm = ${bestFor} then 0 when substr(p.name_norm, 1, ${sql.lit([...bestFor].length)}) = ${bestFor} then 1 else 2 end`);
  return await query.orderBy('p.id').execute() as PersonRow[];
}

/** How many people a list without end would have. */
export async function countPeople(db: Kysely<Schema>, viewer: Viewer, filter: Omit<PeopleFilter, 'limit' | 'bestFor'>): Promise<number> {
  return Number((await filtered(db, viewer, filter).clearSelect().select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()).n);
}

function filtered(db: Kysely<Schema>, viewer: Viewer, filter: Omit<PeopleFilter, 'limit' | 'bestFor'>) {
  let query = peopleWhere(db, viewer, filter.query ?? []);
  if (filter.accountId !== undefined) query = query.where('p.account_id', '=', filter.accountId);
  if (filter.ownerId !== undefined) query = query.where('p.owner_id', '=', filter.ownerId).where((eb) => eb.or([eb('p.kind', '=', 'contact'), eb('p.import_id', 'is not', null)]));
  if (filter.retainUpTo !== undefined) query = query.where('p.retain_until', '<=', filter.retainUpTo);
  return filter.after === undefined ? query : query.where('p.id', '>', filter.after);
}

/** One person in the viewer's reach. */
export async function findPerson(db: Kysely<Schema>, viewer: Viewer, id: number): Promise<PersonRow | undefined> {
  return await people(db).where(visible(viewer) as never).where('p.id', '=', id).executeTakeFirst() as PersonRow | undefined;
}

/** Those of these people whom the viewer may see. */
export async function peopleSeen(db: Kysely<Schema>, viewer: Viewer, ids: readonly number[]): Promise<PersonRow[]> {
  const found: PersonRow[] = [];
  for (const some of inChunks(ids)) found.push(...await people(db).where(visible(viewer) as never).where('p.id', 'in', some).orderBy('p.id').execute() as PersonRow[]);
  return found;
}

/** People by id with the names of their customers, whoever may see them. */
export async function peopleNamed(db: Kysely<Schema>, ids: readonly number[]): Promise<PersonRow[]> {
  const found: PersonRow[] = [];
  for (const some of inChunks(ids)) found.push(...await people(db).where('p.id', 'in', some).orderBy('p.id').execute() as PersonRow[]);
  return found;
}

/** People by id, whoever may see them. */
export async function peopleById(db: Kysely<Schema>, ids: readonly number[]): Promise<PersonTable[]> {
  const found: PersonTable[] = [];
  for (const some of inChunks(ids)) found.push(...await db.selectFrom('person').selectAll().where('id', 'in', some).orderBy('id').execute() as PersonTable[]);
  return found;
}

/** Items of people that hold, oldest first. */
export async function itemsOf(db: Kysely<Schema>, ids: readonly number[]): Promise<PersonItemTable[]> {
  const found: PersonItemTable[] = [];
  for (const some of inChunks(ids)) found.push(...await db.selectFrom('person_item').selectAll().where('person_id', 'in', some).where('withdrawn_at', 'is', null).orderBy('id').execute() as PersonItemTable[]);
  return found;
}

export async function findItem(db: Kysely<Schema>, id: number): Promise<PersonItemTable | undefined> {
  return await db.selectFrom('person_item').selectAll().where('id', '=', id).where('withdrawn_at', 'is', null).executeTakeFirst() as PersonItemTable | undefined;
}

/** Makes people findable by name, Latin name, organisation and title, as they are now. */
export async function indexPeople(tx: Transaction<Schema>, ids: readonly number[]): Promise<void> {
  for (const some of inChunks([...new Set(ids)])) await tx.deleteFrom('person_term').where('person_id', 'in', some).execute();
  const now = (await peopleById(tx, [...new Set(ids)])).filter((person) => person.erased_at === null && person.withdrawn_at === null);
  await insertMany(tx, 'person_term', now.flatMap((person) => personTerms([person.name, person.name_latin ?? ''], [person.organisation, person.title]).map((term) => ({ term, person_id: person.id }))));
}

/** The row of a colleague, if there is one; of several (an earlier version could make two at once) the first. */
export async function colleagueRow(db: Kysely<Schema>, userId: string): Promise<PersonTable | undefined> {
  return await db.selectFrom('person').selectAll().where('user_id', '=', userId).where('withdrawn_at', 'is', null).where('merged_into', 'is', null).orderBy('id').executeTakeFirst() as PersonTable | undefined;
}
