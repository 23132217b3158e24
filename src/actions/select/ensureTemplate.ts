import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import type { Store } from '#storage/connect.ts';
import { isDuplicate } from '#storage/dialect.ts';
import { activeModelId, insertModelVersion, readActiveModel, setActiveModel, type StoredModel } from '#storage/select/models.ts';

/**
 * The model scores are made by. A store that has none yet gets the built-in template as version 1, published by the program itself;
 * of several processes that start at once, one publishes and the others find it.
 */
export async function ensureTemplate(store: Store, now: Date): Promise<StoredModel> {
  const active = await readActiveModel(store.read);
  if (active) return active;
  const by = { userId: null, at: now.toISOString() };
  try {
    await store.transaction(async (tx) => {
      if ((await activeModelId(tx)) !== null) return;
      const { id } = await insertModelVersion(tx, GENERAL_TEMPLATE, '', by);
      await setActiveModel(tx, id, by);
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  return (await readActiveModel(store.write))!;
}
