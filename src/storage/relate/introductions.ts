import type { Kysely } from 'kysely';
import { OPEN_STATES } from '#domain/relate/introduction.ts';
import { inChunks } from '../inChunks.ts';
import type { MapMarkTable, MapMemberTable } from '../mapTables.ts';
import type { Schema } from '../schema.ts';
import type { IntroductionStepTable, IntroductionTable } from './relateTables.ts';

/** An introduction, whoever asked. */
export async function findIntroduction(db: Kysely<Schema>, id: number): Promise<IntroductionTable | undefined> {
  return await db.selectFrom('introduction').selectAll().where('id', '=', id).where('withdrawn_at', 'is', null).executeTakeFirst();
}

/** What a colleague asked for, or is asked to do; newest first. */
export async function introductionsOf(db: Kysely<Schema>, side: 'requester_id' | 'connector_user', userId: string, after: number | null, limit: number): Promise<IntroductionTable[]> {
  return await db.selectFrom('introduction').selectAll().where(side, '=', userId).where('withdrawn_at', 'is', null).$if(after !== null, (query) => query.where('id', '<', after!)).orderBy('id', 'desc').limit(limit).execute();
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
