import { Refusal } from '#domain/refusal.ts';
import { othersNoted } from '#storage/relate/othersNoted.ts';
import { rowsById, rowsNaming } from '#storage/relate/peopleRows.ts';
import type { PersonRow } from '#storage/relate/people.ts';
import type { Context } from '../act.ts';
import { personFor } from './personFor.ts';
import { writePeople } from './writePeople.ts';

/** Whether somebody was brought as a contact; people recorded at a customer are everybody's who works there. */
export const isContact = (person: Pick<PersonRow, 'kind' | 'import_id'>): boolean => person.kind === 'contact' || person.import_id !== null;

/** Keeps an own contact private, or shares it: the person and the ties that came with them. Only who brought them decides. */
export async function keepPrivate(context: Context, id: number, alone: boolean): Promise<{ event: number }> {
  const { event } = await writePeople(context, 'changed', async (pen) => {
    const person = await personFor(pen.tx, context.actor, 'recordPerson', id);
    if (context.actor.id === null || person.owner_id !== context.actor.id || !isContact(person)) throw new Refusal('forbidden', 'Only who brought a contact keeps it private or shares it.', { reason: 'not_your_contact' });
    const privateTo = alone ? context.actor.id : null;
    if (person.private_to === privateTo) return [id];
    await pen.change('person', id, { private_to: privateTo });
    // What another colleague keeps to himself of this person is neither told by a refusal nor touched.
    const ties = (await rowsById(pen.tx, 'tie', await rowsNaming(pen.tx, 'tie', ['person_a', 'person_b'], id))).filter((tie) => tie['withdrawn_at'] === null && [null, context.actor.id].includes(tie['private_to'] as string | null));
    // Ties that others told of somebody who becomes private would show them.
    const others = ties.some((tie) => tie['recorded_by'] !== context.actor.id) || (alone && await othersNoted(pen.tx, id, context.actor.id));
    if (alone && others) throw new Refusal('conflict', 'Others have noted something of this person: they are no longer yours alone.', { reason: 'shared_by_others' });
    for (const tie of ties) await pen.change('tie', tie.id, { private_to: privateTo }, id);
    return [id];
  });
  return { event };
}
