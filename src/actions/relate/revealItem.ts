import { findItem } from '#storage/relate/people.ts';
import { holdPeople } from '#storage/relate/peopleRows.ts';
import type { PersonItemTable } from '#storage/relate/relateTables.ts';
import { recordReveals } from '#storage/relate/reveals.ts';
import { act, type Context } from '../act.ts';
import { noPerson, personFor } from './personFor.ts';

/** Shows one guarded item to somebody who needs it: who, what, when and why is on the disk and in the audit before the value leaves. */
export async function revealItem(context: Context, itemId: number, reason: string): Promise<PersonItemTable> {
  const { answer } = await act(context, 'revealPerson', async (tx) => {
    await holdPeople(tx);
    const item = await findItem(tx, itemId);
    if (!item) throw noPerson();
    const person = await personFor(tx, context.actor, 'revealPerson', item.person_id);
    await recordReveals(tx, [item], { userId: context.actor.id ?? '', reason, at: context.now().toISOString() });
    // Whom a colleague keeps to himself is nobody else's business, in the audit neither.
    return { answer: item, events: person.private_to === null ? [{ verb: 'itemRevealed', payload: { personId: item.person_id, itemId: item.id, kind: item.kind, reason } }] : [] };
  });
  return answer;
}
