import type { Kysely, Transaction } from 'kysely';
import type { Block } from '#domain/blocks.ts';
import type { PlacedFact } from '#domain/insight/canvas.ts';
import { inChunks } from '../inChunks.ts';
import type { Schema } from '../schema.ts';
import type { JudgementTable } from './noteTables.ts';

/** The newest facts of an account are read for the sheet; what is older no longer decides how much we know. */
const MOST_FACTS = 5000;

/** What places the facts of an account on the full view, without their words; the newest 5,000. */
export async function placedFacts(db: Kysely<Schema>, accountId: number): Promise<PlacedFact[]> {
  const rows = await db.selectFrom('fact').select(['id', 'kind', 'evidence', 'observed_on', 'expires_on', 'block', 'topic']).where('account_id', '=', accountId).where('withdrawn_at', 'is', null).orderBy('id', 'desc').limit(MOST_FACTS).execute();
  return rows.map((row) => ({ id: row.id, kind: row.kind as PlacedFact['kind'], evidence: row.evidence as PlacedFact['evidence'], observedOn: row.observed_on, expiresOn: row.expires_on, block: row.block, topic: row.topic }));
}

/** The newest judgement of each block of an account that was not withdrawn, empty ones too, with its writer's name. */
export async function judgementsNow(db: Kysely<Schema>, accountId: number): Promise<(JudgementTable & { name: string | null })[]> {
  const newest = db.selectFrom('judgement').select((eb) => eb.fn.max('id').as('id')).where('account_id', '=', accountId).where('withdrawn_at', 'is', null).groupBy('block');
  return await db.selectFrom('judgement as j').leftJoin('auth_user as u', 'u.id', 'j.recorded_by').selectAll('j').select('u.name').where('j.id', 'in', newest).orderBy('j.id').execute();
}

/** What was judged of a block, newest first; at most `limit` versions. */
export async function judgementsOf(db: Kysely<Schema>, accountId: number, block: string, limit: number): Promise<(JudgementTable & { name: string | null })[]> {
  return await db.selectFrom('judgement as j').leftJoin('auth_user as u', 'u.id', 'j.recorded_by').selectAll('j').select('u.name')
    .where('j.account_id', '=', accountId).where('j.block', '=', block).where('j.withdrawn_at', 'is', null).orderBy('j.id', 'desc').limit(limit).execute();
}

/** Puts facts into a block, on a point of it; null: where their kind belongs. */
export async function setPlaces(tx: Transaction<Schema>, ids: readonly number[], place: { readonly block: Block | null; readonly topic: string | null }): Promise<void> {
  for (const some of inChunks(ids)) await tx.updateTable('fact').set({ block: place.block, topic: place.topic }).where('id', 'in', some).execute();
}

/** Active people who may see an account: its team, and those whose role sees all; by name, at most 200. */
export async function peopleWhoSee(db: Kysely<Schema>, accountId: number, rolesThatSeeAll: readonly string[]): Promise<{ id: string; name: string }[]> {
  return await db.selectFrom('auth_user as u').select(['u.id', 'u.name']).where('u.disabledAt', 'is', null)
    .where((eb) => eb.or([eb('u.role', 'in', rolesThatSeeAll), eb('u.id', 'in', eb.selectFrom('account_team').select('user_id').where('account_id', '=', accountId))])).orderBy('u.name').orderBy('u.id').limit(200).execute();
}
