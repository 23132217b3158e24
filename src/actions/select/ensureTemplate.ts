import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import type { Store } from '#storage/connect.ts';
import { insertFirstModel, readActiveModel, type StoredModel } from '#storage/select/models.ts';

/**
 * The model scores are made by. A store that has none yet gets the built-in template as version 1, published by the program itself;
 * of several processes that start at once, one publishes and the others find it.
 */
export async function ensureTemplate(store: Store, now: Date): Promise<StoredModel> {
  const active = await readActiveModel(store.read);
  if (active) return active;
  await store.transaction((tx) => insertFirstModel(tx, GENERAL_TEMPLATE, { userId: null, at: now.toISOString() }));
  return (await readActiveModel(store.write))!;
}
