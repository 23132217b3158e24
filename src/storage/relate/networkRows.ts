import { sql, type Kysely } from 'kysely';
import type { Presence } from '#domain/relate/sharedTimes.ts';
import { engineOf, unindexed } from '../dialect.ts';
import { inChunks } from '../inChunks.ts';
import type { Schema } from '../schema.ts';
import type { TieTable } from './relateTables.ts';

/** What the network needs to know of a person. */
export interface NetworkPerson {
  readonly id: number;
  readonly accountId: number | null;
  readonly privateTo: string | null;
  /** May be met on a way: kept, not merged away, and not one who objects. */
  readonly open: boolean;
  /** One of us, who signs in. */
  readonly colleague: boolean;
}

const peopleOfNetwork = (db: Kysely<Schema>) => db.selectFrom('person as p').leftJoin('auth_user as u', 'u.id', 'p.user_id')
  .select(['p.id', 'p.account_id', 'p.private_to', 'p.kind', 'p.user_id', 'p.withdrawn_at', 'p.erased_at', 'p.merged_into', 'p.restricted_on', 'u.id as member', 'u.disabledAt as disabled']);

type PersonOfNetwork = Awaited<ReturnType<ReturnType<typeof peopleOfNetwork>['execute']>>[number];

const asPerson = (row: PersonOfNetwork): NetworkPerson => ({
  id: row.id, accountId: row.account_id, privateTo: row.private_to, open: row.withdrawn_at === null && row.erased_at === null && row.merged_into === null && row.restricted_on === null,
  colleague: row.kind === 'colleague' && row.member !== null && row.disabled === null,
});

/** The highest numbers of people and ties: no more of them are there. */
export async function networkSize(db: Kysely<Schema>): Promise<{ people: number; ties: number }> {
  const highest = async (table: 'person' | 'tie') => Number((await db.selectFrom(table).select((e) => e.fn.max('id').as('id')).executeTakeFirst())?.id ?? 0);
  return { people: await highest('person'), ties: await highest('tie') };
}

/** People whose numbers lie above `after`, up to `upTo`. */
export async function peopleUpTo(db: Kysely<Schema>, after: number, upTo: number): Promise<NetworkPerson[]> {
  return (await peopleOfNetwork(db).where('p.id', '>', after).where('p.id', '<=', upTo).execute()).map(asPerson);
}

export async function networkPeople(db: Kysely<Schema>, ids: readonly number[]): Promise<NetworkPerson[]> {
  const found: NetworkPerson[] = [];
  for (const some of inChunks(ids)) found.push(...(await peopleOfNetwork(db).where('p.id', 'in', some).execute()).map(asPerson));
  return found;
}

/** What counts of a tie for its strength. */
export type TieFacts = Pick<TieTable, 'person_a' | 'person_b' | 'kind' | 'last_contact_on' | 'from_on' | 'to_on' | 'strength' | 'corrected_at' | 'recorded_at'>;

/** Ties that everybody may know of, of the people above `after`, up to `upTo`, with people of higher numbers: ordered by both, then by age. */
export async function sharedTiesUpTo(db: Kysely<Schema>, after: number, upTo: number): Promise<TieFacts[]> {
  return await db.selectFrom('tie').select(['person_a', 'person_b', 'kind', 'last_contact_on', 'from_on', 'to_on', 'strength', 'corrected_at', 'recorded_at'])
    .where('person_a', '>', after).where('person_a', '<=', upTo).where('withdrawn_at', 'is', null).where('private_to', 'is', null).orderBy('person_a').orderBy('person_b').orderBy('id').execute();
}

/** Ties that hold between any of these people and anybody: shared ones, and those of `owner`. */
export async function tiesOfPeople(db: Kysely<Schema>, ids: readonly number[], owner: string | null): Promise<TieTable[]> {
  const found = new Map<number, TieTable>();
  for (const some of inChunks(ids)) {
    for (const column of ['person_a', 'person_b'] as const) {
      const rows = await db.selectFrom('tie').selectAll().where(column, 'in', some).where('withdrawn_at', 'is', null)
        .where((eb) => (owner === null ? eb('private_to', 'is', null) : eb.or([eb('private_to', 'is', null), eb('private_to', '=', owner)]))).execute();
      for (const row of rows) found.set(row.id, row);
    }
  }
  return [...found.values()].sort((a, b) => a.id - b.id);
}

export async function tiesById(db: Kysely<Schema>, ids: readonly number[]): Promise<TieTable[]> {
  const found: TieTable[] = [];
  for (const some of inChunks(ids)) found.push(...await db.selectFrom('tie').selectAll().where('id', 'in', some).orderBy('id').execute());
  return found;
}

/** A colleague's own private ties, and the private people they brought. */
export async function privateOf(db: Kysely<Schema>, owner: string): Promise<{ ties: TieTable[]; people: number[] }> {
  const people = (await db.selectFrom('person').select('id').where('private_to', '=', owner).where('withdrawn_at', 'is', null).where('erased_at', 'is', null).where('merged_into', 'is', null).execute()).map((row) => row.id);
  const own = await db.selectFrom('tie').selectAll().where('private_to', '=', owner).where('withdrawn_at', 'is', null).orderBy('id').execute();
  const ties = new Map([...own, ...await tiesOfPeople(db, people, owner)].map((tie) => [tie.id, tie]));
  return { ties: [...ties.values()], people };
}

/**
 * Where and when people were, as everybody may know it: items that are not guarded, of people who are not private (but to `owner`), and whom they work for.
 */
export async function presencesOf(db: Kysely<Schema>, ids: readonly number[], owner: string | null): Promise<Presence[]> {
  const found: Presence[] = [];
  for (const some of inChunks(ids)) found.push(...presences(await presenceItems(db, owner).where('i.person_id', 'in', some).execute(), await presenceJobs(db, owner).where('p.id', 'in', some).execute()));
  return found;
}

/** The same of everybody above `after`, up to `upTo`, as everybody may know it. */
export async function presencesUpTo(db: Kysely<Schema>, after: number, upTo: number): Promise<Presence[]> {
  return presences(await presenceItems(db, null, false).where('i.person_id', '>', after).where('i.person_id', '<=', upTo).execute(), await presenceJobs(db, null).where('p.id', '>', after).where('p.id', '<=', upTo).execute());
}

type ItemRow = Awaited<ReturnType<ReturnType<typeof presenceItems>['execute']>>[number];
type JobRow = Awaited<ReturnType<ReturnType<typeof presenceJobs>['execute']>>[number];

const presences = (items: readonly ItemRow[], jobs: readonly JobRow[]): Presence[] => [
  ...items.map((row): Presence => ({ person: row.person, kind: row.kind as Presence['kind'], place: row.place, fromOn: row.from_on, toOn: row.to_on, collectedOn: row.collected_on })),
  ...jobs.flatMap((row): Presence[] => (row.place ? [{ person: row.person, kind: 'career', place: row.place, fromOn: null, toOn: null, collectedOn: row.collected_on }] : [])),
];

/** Who was at these places, whatever the time and the kind. */
export async function peopleAtPlaces(db: Kysely<Schema>, places: readonly string[], owner: string | null): Promise<number[]> {
  const found = new Set<number>();
  for (const some of inChunks(places)) {
    for (const row of await presenceItems(db, owner).where('i.place_norm', 'in', some).execute()) found.add(row.person);
    for (const query of jobsAt(db, owner, some)) for (const row of await query.execute()) found.add(row.person);
  }
  return [...found];
}

/** Who is at one place of one kind, as everybody may know it. */
export async function peopleAtPlace(db: Kysely<Schema>, kind: Presence['kind'], place: string): Promise<number[]> {
  const found = new Set((await presenceItems(db, null).where('i.kind', '=', kind).where('i.place_norm', '=', place).execute()).map((row) => row.person));
  if (kind === 'career') for (const query of jobsAt(db, null, [place])) for (const row of await query.execute()) found.add(row.person);
  return [...found];
}

/** Whoever works at these places, by the name of the customer or of any other firm: two questions, for each of which there is an index. */
const jobsAt = (db: Kysely<Schema>, owner: string | null, places: readonly string[]) => [
  presenceJobs(db, owner).where('p.account_id', 'in', db.selectFrom('account').select('id').where('name_norm', 'in', places)),
  presenceJobs(db, owner).where(sql.raw(unindexed(engineOf(db), 'p.account_id')), 'is', null).where('p.organisation_norm', 'in', places),
] as const;

const PRESENCE_KINDS = ['education', 'career', 'group', 'home_town'] as const;

/** `byPlace` false: SQLite would read all items of a kind for each portion of people. */
const presenceItems = (db: Kysely<Schema>, owner: string | null, byPlace = true) => db.selectFrom('person_item as i').innerJoin('person as p', 'p.id', 'i.person_id')
  .select(['p.id as person', 'i.kind', 'i.place_norm as place', 'i.from_on', 'i.to_on', 'i.collected_on'])
  .where(byPlace ? sql.ref('i.kind') : sql.raw(unindexed(engineOf(db), 'i.kind')), 'in', PRESENCE_KINDS).where('i.place_norm', '<>', '').where('i.sensitivity', '=', 'normal').where('i.withdrawn_at', 'is', null)
  .where('p.withdrawn_at', 'is', null).where('p.erased_at', 'is', null).where('p.merged_into', 'is', null).where(seenBy(owner));

const presenceJobs = (db: Kysely<Schema>, owner: string | null) => db.selectFrom('person as p').leftJoin('account as a', 'a.id', 'p.account_id')
  .select(['p.id as person', 'p.collected_on', sql<string>`coalesce(a.name_norm, p.organisation_norm)`.as('place')])
  .where((eb) => eb.or([eb('p.account_id', 'is not', null), eb('p.organisation_norm', '<>', '')])).where('p.kind', '<>', 'colleague').where('p.placeholder', '=', 0)
  .where('p.withdrawn_at', 'is', null).where('p.erased_at', 'is', null).where('p.merged_into', 'is', null).where(seenBy(owner));

function seenBy(owner: string | null) {
  return owner === null ? sql<boolean>`p.private_to is null` : sql<boolean>`(p.private_to is null or p.private_to = ${owner})`;
}

/** Customers that a colleague may see by being in their team. */
export async function accountsOfTeam(db: Kysely<Schema>, userId: string): Promise<Set<number>> {
  return new Set((await db.selectFrom('account_team').select('account_id').where('user_id', '=', userId).execute()).map((row) => row.account_id));
}
