import { takeIds } from '#storage/ids.ts';
import { insertMany } from '#storage/insertMany.ts';
import { findItem } from '#storage/relate/people.ts';
import type { PersonItemTable } from '#storage/relate/relateTables.ts';
import { permit, type Context } from '../act.ts';
import { noPerson, personFor } from './personFor.ts';

/** Shows one guarded item to somebody who needs it: who, what, when and why is on the disk before the value leaves. */
export async function revealItem(context: Context, itemId: number, reason: string): Promise<PersonItemTable> {
  permit(context.actor, 'revealPerson');
  return await context.store.transaction(async (tx) => {
    const item = await findItem(tx, itemId);
    if (!item) throw noPerson();
    await personFor(tx, context.actor, 'revealPerson', item.person_id);
    await insertMany(tx, 'person_reveal', [{ id: await takeIds(tx, 'person_reveal', 1), person_id: item.person_id, item_id: item.id, user_id: context.actor.id ?? '', reason, at: context.now().toISOString() }]);
    return item;
  });
}
