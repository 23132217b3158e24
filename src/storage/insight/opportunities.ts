import type { Kysely } from 'kysely';
import type { Opportunity } from '#domain/insight/opportunity.ts';
import { proofOf } from '#domain/select/fact.ts';
import { containing } from '../containing.ts';
import { inChunks } from '../inChunks.ts';
import type { Schema } from '../schema.ts';
import type { Viewer } from '../select/accountFilter.ts';
import { factsById } from '../select/facts.ts';
import { citationsOf, notesOf } from './notes.ts';
import type { OpportunityTable } from './noteTables.ts';
import { bestFits } from './needs.ts';

/** Beyond so many the list across accounts says that it is cut off; the newest are in it. */
export const OPPORTUNITIES_LISTED = 5000;

/** Opportunity points of an account that hold, oldest first, each with the facts it cites and the best fit of its need. */
export async function listOpportunities(db: Kysely<Schema>, accountId: number): Promise<Opportunity[]> {
  return await completed(db, await notesOf(db, 'opportunity', accountId));
}

/** One that holds; undefined when there is none. */
export async function findOpportunity(db: Kysely<Schema>, id: number): Promise<Opportunity | undefined> {
  return (await completed(db, await db.selectFrom('opportunity').selectAll().where('id', '=', id).where('withdrawn_at', 'is', null).execute()))[0];
}

/** Those of needs that hold and have one of the stages, by the id of the need. */
export async function opportunitiesOfNeeds(db: Kysely<Schema>, needIds: readonly number[], stages: readonly Opportunity['stage'][]): Promise<Map<number, OpportunityTable[]>> {
  const found = new Map<number, OpportunityTable[]>();
  for (const some of inChunks(needIds)) {
    for (const row of await db.selectFrom('opportunity').selectAll().where('need_id', 'in', some).where('stage', 'in', stages).where('withdrawn_at', 'is', null).orderBy('id').execute()) found.set(row.need_id!, [...(found.get(row.need_id!) ?? []), row]);
  }
  return found;
}

export interface OpportunityFilter {
  readonly stages?: readonly string[] | undefined;
  readonly horizon?: string | undefined;
  readonly owner?: string | undefined;
  /** Part of the title, the category, the unit, or the customer's name. */
  readonly q?: string | undefined;
}
export interface OpportunityOfAccount extends Opportunity { readonly account: { readonly id: number; readonly name: string } }

/** Those of all accounts in the viewer's reach, newest first; at most `limit`. */
export async function opportunitiesInReach(db: Kysely<Schema>, viewer: Viewer, filter: OpportunityFilter, limit: number): Promise<OpportunityOfAccount[]> {
  if (viewer.scope === 'none' || (viewer.scope === 'team' && viewer.userId === null)) return [];
  let query = db.selectFrom('opportunity as o').innerJoin('account as a', 'a.id', 'o.account_id').selectAll('o').select('a.name as account_name')
    .where('o.withdrawn_at', 'is', null).where('a.archived_at', 'is', null).orderBy('o.id', 'desc').limit(limit);
  if (viewer.scope === 'team') query = query.where('o.account_id', 'in', db.selectFrom('account_team').select('account_id').where('user_id', '=', viewer.userId!));
  if (filter.stages) query = query.where('o.stage', 'in', filter.stages as Opportunity['stage'][]);
  if (filter.horizon) query = query.where('o.horizon', '=', filter.horizon as Opportunity['horizon']);
  if (filter.owner) query = query.where('o.owner_id', '=', filter.owner);
  const { q } = filter;
  if (q) query = query.where((eb) => containing(eb, ['o.title', 'o.category', 'o.unit', 'a.name'], q));
  const rows = await query.execute();
  const all = await completed(db, rows);
  return all.map((one, n) => ({ ...one, account: { id: one.accountId, name: rows[n]!.account_name } }));
}

/** Who owns opportunity points of accounts in the viewer's reach, by name; at most 200. */
export async function ownersInReach(db: Kysely<Schema>, viewer: Viewer): Promise<{ id: string; name: string }[]> {
  if (viewer.scope === 'none' || (viewer.scope === 'team' && viewer.userId === null)) return [];
  let owned = db.selectFrom('opportunity').select('owner_id').where('withdrawn_at', 'is', null).where('owner_id', 'is not', null);
  if (viewer.scope === 'team') owned = owned.where('account_id', 'in', db.selectFrom('account_team').select('account_id').where('user_id', '=', viewer.userId!));
  return await db.selectFrom('auth_user').select(['id', 'name']).where('id', 'in', owned).orderBy('name').orderBy('id').limit(200).execute();
}

async function completed(db: Kysely<Schema>, rows: readonly OpportunityTable[]): Promise<Opportunity[]> {
  const cited = await citationsOf(db, 'opportunity', rows.map((row) => row.id));
  const facts = new Map((await factsById(db, [...new Set([...cited.values()].flat())])).map((fact) => [fact.id, { id: fact.id, statement: fact.statement, proof: proofOf(fact) }]));
  const needIds = [...new Set(rows.flatMap((row) => row.need_id ?? []))];
  const [fits, needs, owners] = [await bestFits(db, needIds), await textsOf(db, needIds), await people(db, rows.flatMap((row) => row.owner_id ?? []))];
  return rows.map((row) => ({
    id: row.id, accountId: row.account_id, title: row.title, note: row.note, category: row.category, unit: row.unit, needId: row.need_id, valueLow: row.value_low, valueLikely: row.value_likely, valueHigh: row.value_high,
    currency: row.currency, fit: row.fit, expectedOn: row.expected_on, horizon: row.horizon, stage: row.stage, ownerId: row.owner_id,
    need: row.need_id === null || !needs.has(row.need_id) ? null : { id: row.need_id, text: needs.get(row.need_id)! }, needFit: row.need_id === null ? null : fits.get(row.need_id) ?? null,
    facts: (cited.get(row.id) ?? []).flatMap((id) => facts.get(id) ?? []), owner: row.owner_id === null ? null : owners.get(row.owner_id) ?? { id: row.owner_id, name: '' },
    recordedBy: row.recorded_by, recordedAt: row.recorded_at,
  }));
}

async function textsOf(db: Kysely<Schema>, needIds: readonly number[]): Promise<Map<number, string>> {
  const texts = new Map<number, string>();
  for (const some of inChunks(needIds)) for (const row of await db.selectFrom('need').select(['id', 'text']).where('id', 'in', some).where('withdrawn_at', 'is', null).execute()) texts.set(row.id, row.text);
  return texts;
}

async function people(db: Kysely<Schema>, ids: readonly string[]): Promise<Map<string, { id: string; name: string }>> {
  const found = new Map<string, { id: string; name: string }>();
  for (const some of inChunks([...new Set(ids)])) for (const row of await db.selectFrom('auth_user').select(['id', 'name']).where('id', 'in', some).execute()) found.set(row.id, row);
  return found;
}
