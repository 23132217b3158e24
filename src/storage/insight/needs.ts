import type { Kysely } from 'kysely';
import { inChunks } from '../inChunks.ts';
import type { Schema } from '../schema.ts';
import type { Viewer } from '../select/accountFilter.ts';
import type { CapabilityMatchTable } from './noteTables.ts';

/** Matches of an account that hold. */
export async function matchesOf(db: Kysely<Schema>, accountId: number): Promise<CapabilityMatchTable[]> {
  return await db.selectFrom('capability_match').selectAll().where('account_id', '=', accountId).where('withdrawn_at', 'is', null).orderBy('id').execute();
}

/** The matches of one need that hold. */
export async function matchesOfNeed(db: Kysely<Schema>, needId: number): Promise<CapabilityMatchTable[]> {
  return await db.selectFrom('capability_match').selectAll().where('need_id', '=', needId).where('withdrawn_at', 'is', null).orderBy('id').execute();
}

/** Best fit of needs that hold, 0–4: the highest among capabilities we have, 0 where only others were looked at; absent: unmatched. See needFit in domain/insight/needs.ts. */
export async function bestFits(db: Kysely<Schema>, needIds: readonly number[]): Promise<Map<number, number>> {
  const best = new Map<number, number>();
  for (const some of inChunks(needIds)) {
    const rows = await db.selectFrom('capability_match as m').innerJoin('capability as c', 'c.id', 'm.capability_id').innerJoin('need as n', 'n.id', 'm.need_id')
      .where('m.need_id', 'in', some).where('m.withdrawn_at', 'is', null).where('c.withdrawn_at', 'is', null).where('n.withdrawn_at', 'is', null)
      .select((eb) => ['m.need_id', eb.fn.max<number>(eb.case().when('c.state', '=', 'have').then(eb.ref('m.fit')).else(eb.lit(0)).end()).as('fit')]).groupBy('m.need_id').execute();
    for (const row of rows) best.set(row.need_id, Number(row.fit));
  }
  return best;
}

/** A need whose gap is answered with "build", with whose it is and what stands behind it. */
export interface NeedToBuild {
  readonly id: number;
  readonly text: string;
  readonly aspect: string;
  readonly importance: number;
  readonly note: string;
  readonly capabilityId: number | null;
  readonly account: { readonly id: number; readonly name: string };
}

/** Needs of accounts in the viewer's reach for which we must build something; at most `limit`, newest first. */
export async function needsToBuild(db: Kysely<Schema>, viewer: Viewer, limit: number): Promise<NeedToBuild[]> {
  if (viewer.scope === 'none' || (viewer.scope === 'team' && viewer.userId === null)) return [];
  let query = db.selectFrom('need as n').innerJoin('account as a', 'a.id', 'n.account_id').where('n.answer', '=', 'build').where('n.withdrawn_at', 'is', null).where('a.archived_at', 'is', null)
    .select(['n.id', 'n.text', 'n.aspect', 'n.importance', 'n.answer_note', 'n.capability_id', 'a.id as account_id', 'a.name as account_name']).orderBy('n.id', 'desc').limit(limit);
  if (viewer.scope === 'team') query = query.where('n.account_id', 'in', db.selectFrom('account_team').select('account_id').where('user_id', '=', viewer.userId!));
  const rows = await query.execute();
  return rows.map((row) => ({ id: row.id, text: row.text, aspect: row.aspect, importance: row.importance, note: row.answer_note, capabilityId: row.capability_id, account: { id: row.account_id, name: row.account_name } }));
}
