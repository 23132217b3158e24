import type { Kysely, Transaction } from 'kysely';
import type { StoredWeighing, WeighingInput, WeighingResult } from '#domain/select/weigh/weighing.ts';
import { takeIds } from '../ids.ts';
import type { Schema } from '../schema.ts';

/** A weighing about to be kept. */
export interface NewWeighing { readonly versionId: number; readonly level: string; readonly input: WeighingInput; readonly result: WeighingResult; readonly note: string }

/** Weighings of every version of a model that were not withdrawn, newest first; `before`: only those with a smaller id. */
export async function listWeighings(db: Kysely<Schema>, modelKey: string, filter: { level?: string | undefined; before?: number | undefined; limit: number }): Promise<StoredWeighing[]> {
  let query = weighings(db).where('m.model_key', '=', modelKey).where('w.withdrawn_at', 'is', null).orderBy('w.id', 'desc').limit(filter.limit);
  if (filter.level !== undefined) query = query.where('w.level', '=', filter.level);
  if (filter.before !== undefined) query = query.where('w.id', '<', filter.before);
  return (await query.execute()).map(present);
}

/** Weighings by id, withdrawn ones too. */
export async function weighingsById(db: Kysely<Schema>, ids: readonly number[]): Promise<StoredWeighing[]> {
  if (ids.length === 0) return [];
  return (await weighings(db).where('w.id', 'in', ids).orderBy('w.id').execute()).map(present);
}

/** Keeps a weighing; gives its id. */
export async function insertWeighing(tx: Transaction<Schema>, made: NewWeighing, by: { userId: string | null; at: string }): Promise<number> {
  const id = await takeIds(tx, 'weighing', 1);
  await tx.insertInto('weighing').values({
    id, model_version_id: made.versionId, level: made.level, method: made.input.method, body: JSON.stringify(made.input), result: JSON.stringify(made.result), note: made.note,
    made_by: by.userId, made_at: by.at, withdrawn_at: null,
  }).execute();
  return id;
}

export async function setWeighingWithdrawn(tx: Transaction<Schema>, id: number, at: string | null): Promise<void> {
  await tx.updateTable('weighing').set({ withdrawn_at: at }).where('id', '=', id).execute();
}

function weighings(db: Kysely<Schema>) {
  return db.selectFrom('weighing as w').innerJoin('model_version as m', 'm.id', 'w.model_version_id').leftJoin('auth_user as u', 'u.id', 'w.made_by')
    .select(['w.id', 'w.model_version_id', 'm.version', 'm.model_key', 'w.level', 'w.body', 'w.result', 'w.note', 'w.made_by', 'w.made_at', 'w.withdrawn_at', 'u.name']);
}

type Row = Awaited<ReturnType<ReturnType<typeof weighings>['execute']>>[number];

function present(row: Row): StoredWeighing {
  return {
    id: row.id, versionId: row.model_version_id, version: row.version, modelKey: row.model_key, level: row.level, input: JSON.parse(row.body) as WeighingInput, result: JSON.parse(row.result) as WeighingResult,
    note: row.note, by: row.made_by === null ? null : { id: row.made_by, name: row.name ?? '' }, at: row.made_at, withdrawnAt: row.withdrawn_at,
  };
}
