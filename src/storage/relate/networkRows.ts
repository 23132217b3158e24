import { sql, type Kysely } from 'kysely';
import type { Presence } from '#domain/relate/sharedTimes.ts';
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

const PAGE = 20_000;

const peopleOfNetwork = (db: Kysely<Schema>) => db.selectFrom('person as p').leftJoin('auth_user as u', 'u.id', 'p.user_id')
  .select(['p.id', 'p.account_id', 'p.private_to', 'p.kind', 'p.user_id', 'p.withdrawn_at', 'p.erased_at', 'p.merged_into', 'p.restricted_on', 'u.id as member', 'u.disabledAt as disabled']);

type PersonOfNetwork = Awaited<ReturnType<ReturnType<typeof peopleOfNetwork>['execute']>>[number];

const asPerson = (row: PersonOfNetwork): NetworkPerson => ({
  id: row.id, accountId: row.account_id, privateTo: row.private_to, open: row.withdrawn_at === null && row.erased_at === null && row.merged_into === null && row.restricted_on === null,
  colleague: row.kind === 'colleague' && row.member !== null && row.disabled === null,
});

/** Everybody, in portions, by id. */
export async function* everyPerson(db: Kysely<Schema>): AsyncGenerator<NetworkPerson[]> {
  for (let after = 0; ;) {
    const rows = await peopleOfNetwork(db).where('p.id', '>', after).orderBy('p.id').limit(PAGE).execute();
    if (rows.length === 0) return;
    yield rows.map(asPerson);
    after = rows.at(-1)!.id;
  }
}

export async function networkPeople(db: Kysely<Schema>, ids: readonly number[]): Promise<NetworkPerson[]> {
  const found: NetworkPerson[] = [];
  for (const some of inChunks(ids)) found.push(...(await peopleOfNetwork(db).where('p.id', 'in', some).execute()).map(asPerson));
  return found;
}

/** Ties that everybody may know of, in portions. */
export async function* everySharedTie(db: Kysely<Schema>): AsyncGenerator<TieTable[]> {
  for (let after = 0; ;) {
    const rows = await db.selectFrom('tie').selectAll().where('id', '>', after).where('withdrawn_at', 'is', null).where('private_to', 'is', null).orderBy('id').limit(PAGE).execute();
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)!.id;
  }
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
 * `ids` null: everybody.
 */
export async function presencesOf(db: Kysely<Schema>, ids: readonly number[] | null, owner: string | null): Promise<Presence[]> {
  const found: Presence[] = [];
  for (const some of ids === null ? [null] : inChunks(ids)) {
    const [items, jobs] = [
      await presenceItems(db, owner).$if(some !== null, (query) => query.where('p.id', 'in', some!)).execute(),
      await presenceJobs(db, owner).$if(some !== null, (query) => query.where('p.id', 'in', some!)).execute(),
    ];
    found.push(...items.map((row): Presence => ({ person: row.person, kind: row.kind as Presence['kind'], place: row.place, fromOn: row.from_on, toOn: row.to_on, collectedOn: row.collected_on })));
    found.push(...jobs.flatMap((row): Presence[] => (row.place ? [{ person: row.person, kind: 'career', place: row.place, fromOn: null, toOn: null, collectedOn: row.collected_on }] : [])));
  }
  return found;
}

/** Who was at these places, whatever the time. */
export async function peopleAtPlaces(db: Kysely<Schema>, places: readonly string[], owner: string | null): Promise<number[]> {
  const found = new Set<number>();
  for (const some of inChunks(places)) {
    for (const row of await presenceItems(db, owner).where('i.place_norm', 'in', some).execute()) found.add(row.person);
    for (const row of await presenceJobs(db, owner).where((eb) => eb.or([eb('a.name_norm', 'in', some), eb('p.organisation_norm', 'in', some)])).execute()) found.add(row.person);
  }
  return [...found];
}

const PRESENCE_KINDS = ['education', 'career', 'group', 'home_town'] as const;

const presenceItems = (db: Kysely<Schema>, owner: string | null) => db.selectFrom('person_item as i').innerJoin('person as p', 'p.id', 'i.person_id')
  .select(['p.id as person', 'i.kind', 'i.place_norm as place', 'i.from_on', 'i.to_on', 'i.collected_on'])
  .where('i.kind', 'in', PRESENCE_KINDS).where('i.place_norm', '<>', '').where('i.sensitivity', '=', 'normal').where('i.withdrawn_at', 'is', null)
  .where('p.withdrawn_at', 'is', null).where('p.erased_at', 'is', null).where('p.merged_into', 'is', null).where(seenBy(owner));

const presenceJobs = (db: Kysely<Schema>, owner: string | null) => db.selectFrom('person as p').leftJoin('account as a', 'a.id', 'p.account_id')
  .select(['p.id as person', 'p.collected_on', sql<string>`coalesce(a.name_norm, p.organisation_norm)`.as('place')])
  .where((eb) => eb.or([eb('p.account_id', 'is not', null), eb('p.organisation_norm', '<>', '')])).where('p.kind', '<>', 'colleague').where('p.placeholder', '=', 0)
  .where('p.withdrawn_at', 'is', null).where('p.erased_at', 'is', null).where('p.merged_into', 'is', null).where(seenBy(owner));

function seenBy(owner: string | null) {
  return owner === null ? sql<boolean>`p.private_to is null` : sql<boolean>`(p.private_to is null or p.private_to = ${owner})`;
}

/** The latest change of people; 0 before the first. Numbers follow the order of the commits. */
export async function lastPeopleChange(db: Kysely<Schema>): Promise<number> {
  const row = await db.selectFrom('person_change').select((e) => e.fn.max('id').as('id')).executeTakeFirst();
  return Number(row?.id ?? 0);
}

/** Which rows changed after a change, each once; at most `limit` of them. */
export async function peopleChangedAfter(db: Kysely<Schema>, after: number, limit: number): Promise<{ noun: string; id: number; person: number }[]> {
  return (await db.selectFrom('person_change').select(['noun', 'noun_id', 'person_id']).distinct().where('id', '>', after).limit(limit).execute()).map((row) => ({ noun: row.noun, id: row.noun_id, person: row.person_id }));
}

/** Whether since an event something happened that leaves no changes behind: people erased or taken out, the demo removed, a member shut out. */
export async function uprooted(db: Kysely<Schema>, afterEvent: number): Promise<boolean> {
  const rows = await db.selectFrom('event').select(['verb', 'payload']).where('id', '>', afterEvent).where('verb', 'in', ['personErased', 'demoLoaded', 'demoRemoved', 'memberChanged', 'peopleChanged']).execute();
  return rows.some(({ verb, payload }) => verb !== 'peopleChanged' || ['importUndone', 'merged'].includes((JSON.parse(payload) as { act: string }).act));
}

/** Customers that a colleague may see by being in their team. */
export async function accountsOfTeam(db: Kysely<Schema>, userId: string): Promise<Set<number>> {
  return new Set((await db.selectFrom('account_team').select('account_id').where('user_id', '=', userId).execute()).map((row) => row.account_id));
}
