import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely';
import { OPEN_STATES, turnsOf } from '#domain/relate/introduction.ts';
import { inChunks } from '../inChunks.ts';
import type { MapMarkTable, MapMemberTable } from '../mapTables.ts';
import type { Schema } from '../schema.ts';
import type { IntroductionStepTable, IntroductionTable } from './relateTables.ts';

/** An introduction, whoever asked. */
export async function findIntroduction(db: Kysely<Schema>, id: number): Promise<IntroductionTable | undefined> {
  return await db.selectFrom('introduction').selectAll().where('id', '=', id).where('withdrawn_at', 'is', null).executeTakeFirst();
}

/** What a colleague asked for (`mine`), is asked to do (`asked`), or what waits for them of both (`waiting`); newest first. */
export async function introductionsOf(db: Kysely<Schema>, side: 'mine' | 'asked' | 'waiting', userId: string, after: number | null, limit: number): Promise<IntroductionTable[]> {
  return await db.selectFrom('introduction').selectAll().where((eb) => (side === 'waiting' ? waiting(eb, userId) : eb(side === 'mine' ? 'requester_id' : 'connector_user', '=', userId))).where('withdrawn_at', 'is', null).$if(after !== null, (query) => query.where('id', '<', after!)).orderBy('id', 'desc').limit(limit).execute();
}

/** How many wait for a colleague. */
export async function countWaiting(db: Kysely<Schema>, userId: string): Promise<number> {
  return Number((await db.selectFrom('introduction').select((eb) => eb.fn.countAll<number>().as('n')).where((eb) => waiting(eb, userId)).where('withdrawn_at', 'is', null).executeTakeFirst())?.n ?? 0);
}

/** Both sides have an index with the state. Who asked speaks for who was asked and does not sign in. */
function waiting(eb: ExpressionBuilder<Schema, 'introduction'>, userId: string): Expression<SqlBool> {
  const mine = eb('requester_id', '=', userId);
  return eb.or([
    eb('connector_user', '=', userId).and('state', 'in', turnsOf('connector')),
    mine.and('state', 'in', turnsOf('requester')),
    mine.and('state', 'in', turnsOf('connector')).and('connector_user', 'is', null),
  ]);
}

/** Colleagues who have to do with introductions: who asked, and who was asked. */
export async function sidesOfIntroductions(db: Kysely<Schema>, ids: readonly number[]): Promise<string[]> {
  const found: (string | null)[] = [];
  for (const some of inChunks(ids)) for (const row of await db.selectFrom('introduction').select(['requester_id', 'connector_user']).where('id', 'in', some).execute()) found.push(row.requester_id, row.connector_user);
  return [...new Set(found.filter((id) => id !== null))];
}

export async function stepsOf(db: Kysely<Schema>, ids: readonly number[]): Promise<IntroductionStepTable[]> {
  const found: IntroductionStepTable[] = [];
  for (const some of inChunks(ids)) found.push(...await db.selectFrom('introduction_step').selectAll().where('introduction_id', 'in', some).where('withdrawn_at', 'is', null).orderBy('id').execute());
  return found;
}

/** What a colleague has asked for of one person that was declined or is still open. */
export async function askedOf(db: Kysely<Schema>, requesterId: string, targetId: number): Promise<IntroductionTable[]> {
  return await db.selectFrom('introduction').selectAll().where('requester_id', '=', requesterId).where('target_id', '=', targetId).where('withdrawn_at', 'is', null).orderBy('id', 'desc').limit(200).execute();
}

/** Open requests at colleagues, and at people who do not sign in. */
export async function loadOf(db: Kysely<Schema>, users: readonly string[], people: readonly number[]): Promise<{ users: ReadonlyMap<string, number>; people: ReadonlyMap<number, number> }> {
  const open = db.selectFrom('introduction').where('state', 'in', OPEN_STATES).where('withdrawn_at', 'is', null);
  const [ofUsers, ofPeople] = [
    users.length === 0 ? [] : await open.select((eb) => ['connector_user', eb.fn.countAll<number>().as('n')]).where('connector_user', 'in', users).groupBy('connector_user').execute(),
    people.length === 0 ? [] : await open.select((eb) => ['connector_id', eb.fn.countAll<number>().as('n')]).where('connector_user', 'is', null).where('connector_id', 'in', people).groupBy('connector_id').execute(),
  ];
  return { users: new Map(ofUsers.map((row) => [row.connector_user!, Number(row.n)])), people: new Map(ofPeople.map((row) => [row.connector_id!, Number(row.n)])) };
}

/** Who is on the maps of a customer and what was said of their stance, by map. */
export async function stancesOf(db: Kysely<Schema>, accountId: number): Promise<{ members: MapMemberTable[]; marks: MapMarkTable[] }> {
  const maps = db.selectFrom('power_map as m').innerJoin('project as p', 'p.id', 'm.project_id').select('m.id').where('m.account_id', '=', accountId).where('m.withdrawn_at', 'is', null).where('p.withdrawn_at', 'is', null).where('p.closed_on', 'is', null);
  return {
    members: await db.selectFrom('map_member').selectAll().where('map_id', 'in', maps).where('withdrawn_at', 'is', null).execute(),
    marks: await db.selectFrom('map_mark').selectAll().where('map_id', 'in', maps).where('field', '=', 'stance').where('withdrawn_at', 'is', null).execute(),
  };
}
