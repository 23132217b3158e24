import type { Kysely, Transaction } from 'kysely';
import type { ScoreModel } from '#domain/select/model.ts';
import { takeIds } from '../ids.ts';
import type { ModelVersionTable, Schema } from '../schema.ts';

/** The setting that names the version scores are made by. */
const ACTIVE = 'activeModel';

export interface StoredModel {
  readonly id: number;
  readonly version: number;
  readonly model: ScoreModel;
}

export type ModelVersionRow = Omit<ModelVersionTable, 'body'> & { readonly creator: string | null };

/** Id of the version scores are made by; null before the first start has finished. */
export async function activeModelId(db: Kysely<Schema>): Promise<number | null> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', ACTIVE).executeTakeFirst();
  return row ? (JSON.parse(row.value) as number) : null;
}

/** Makes a version the one scores are made by. */
export async function setActiveModel(tx: Transaction<Schema>, id: number, by: { userId: string | null; at: string }): Promise<void> {
  const row = { name: ACTIVE, value: JSON.stringify(id), updated_at: by.at, updated_by: by.userId };
  await tx.insertInto('setting').values(row).onConflict((conflict) => conflict.column('name').doUpdateSet(row)).execute();
}

/** One version with its model; undefined when there is none. */
export async function readModel(db: Kysely<Schema>, id: number): Promise<StoredModel | undefined> {
  const row = await db.selectFrom('model_version').select(['id', 'version', 'body']).where('id', '=', id).executeTakeFirst();
  return row && { id: row.id, version: row.version, model: JSON.parse(row.body) as ScoreModel };
}

/** When a version was published: no two workspaces have one of the same instant under the same id. */
export async function publishedAt(db: Kysely<Schema>, id: number): Promise<string | null> {
  return (await db.selectFrom('model_version').select('published_at').where('id', '=', id).executeTakeFirst())?.published_at ?? null;
}

/** The version scores are made by. */
export async function readActiveModel(db: Kysely<Schema>): Promise<StoredModel | undefined> {
  const id = await activeModelId(db);
  return id === null ? undefined : await readModel(db, id);
}

/** All versions without their bodies, newest first. */
export async function listModelVersions(db: Kysely<Schema>, id?: number): Promise<ModelVersionRow[]> {
  return await db.selectFrom('model_version as m').leftJoin('auth_user as u', 'u.id', 'm.created_by')
    .select(['m.id', 'm.model_key', 'm.version', 'm.name', 'm.note', 'm.created_by', 'm.created_at', 'm.published_at', 'u.name as creator'])
    .$if(id !== undefined, (query) => query.where('m.id', '=', id!)).orderBy('m.id', 'desc').execute();
}

/** Adds the next version of a model, published at once; gives its id and number. */
export async function insertModelVersion(tx: Transaction<Schema>, model: ScoreModel, note: string, by: { userId: string | null; at: string }): Promise<{ id: number; version: number }> {
  // Taking the id first makes publishers wait for one another: the number after the last is then really free.
  const id = await takeIds(tx, 'model_version', 1);
  return { id, version: await insertNumbered(tx, id, model, note, by) };
}

/** Publishes a model as the first version and makes it active, unless there is an active one already. */
export async function insertFirstModel(tx: Transaction<Schema>, model: ScoreModel, by: { userId: string | null; at: string }): Promise<void> {
  const id = await takeIds(tx, 'model_version', 1);
  if ((await activeModelId(tx)) !== null) return;
  await insertNumbered(tx, id, model, '', by);
  await setActiveModel(tx, id, by);
}

/** The number the next version of a model gets; 1 for a model that is not there yet. */
export async function nextVersion(db: Kysely<Schema>, key: string): Promise<number> {
  const last = await db.selectFrom('model_version').select((row) => row.fn.max('version').as('version')).where('model_key', '=', key).executeTakeFirst();
  return Number(last?.version ?? 0) + 1;
}

async function insertNumbered(tx: Transaction<Schema>, id: number, model: ScoreModel, note: string, by: { userId: string | null; at: string }): Promise<number> {
  const version = await nextVersion(tx, model.key);
  await tx.insertInto('model_version').values({
    id, model_key: model.key, version, name: JSON.stringify(model.name), body: JSON.stringify(model), note, created_by: by.userId, created_at: by.at, published_at: by.at,
  }).execute();
  return version;
}
