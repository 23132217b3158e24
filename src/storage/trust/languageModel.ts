import type { Kysely } from 'kysely';
import { NO_LANGUAGE_MODEL, type LanguageModel } from '#domain/trust/languageModel.ts';
import type { Schema } from '../schema.ts';

/** The language model as it is kept; `sealedKey` only the secret of this server opens. Never among the settings that `readSettings` gives. */
export interface StoredLanguageModel extends LanguageModel { readonly sealedKey: string | null }

const NAME = 'languageModel';

export async function readLanguageModel(db: Kysely<Schema>): Promise<StoredLanguageModel> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', NAME).executeTakeFirst();
  return { ...NO_LANGUAGE_MODEL, sealedKey: null, ...(row ? JSON.parse(row.value) as Partial<StoredLanguageModel> : {}) };
}

export async function writeLanguageModel(tx: Kysely<Schema>, value: StoredLanguageModel, by: { userId: string | null; at: string }): Promise<void> {
  const row = { name: NAME, value: JSON.stringify(value), updated_at: by.at, updated_by: by.userId };
  await tx.insertInto('setting').values(row).onConflict((conflict) => conflict.column('name').doUpdateSet({ value: row.value, updated_at: row.updated_at, updated_by: row.updated_by })).execute();
}
