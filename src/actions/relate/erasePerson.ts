import { Refusal } from '#domain/refusal.ts';
import { CONTACT_KINDS } from '#domain/relate/person/person.ts';
import { blacken, deletePerson, type Place } from '#storage/relate/erase.ts';
import { itemsOf, type PersonRow } from '#storage/relate/people.ts';
import { act, permit, type Context } from '../act.ts';
import { personFor } from './personFor.ts';

export interface Erasure {
  /** Free texts elsewhere that name the person, and get (or got) blackened. */
  readonly places: readonly Place[];
  /** Sources whose text names them: their files on the disk are not changed; put them away if they must go. */
  readonly sources: readonly number[];
}

/** What erasing a person would touch beyond their own rows. */
export async function previewErase(context: Context, id: number): Promise<Erasure> {
  permit(context.actor, 'erasePerson');
  const person = await personFor(context.store.read, context.actor, 'erasePerson', id);
  return await blacken(context.store.read, await wordsOf(context, person), true);
}

/**
 * Erases a person on request (PIPL art. 47, GDPR art. 17): every row about them, and with `words` their name, numbers and addresses in every free text, events
 * included. There is no way back; the event names a number and the reason. Backups made before keep what they had.
 */
export async function erasePerson(context: Context, id: number, { reason, words }: { readonly reason: string; readonly words: boolean }): Promise<Erasure & { event: number }> {
  const { answer, eventIds } = await act(context, 'erasePerson', async (tx) => {
    const person = await personFor(tx, context.actor, 'erasePerson', id);
    if (person.user_id !== null) throw new Refusal('conflict', 'A colleague stays as long as they have access.', { reason: 'colleague' });
    const names = await wordsOf(context, person);
    if (names.some((name) => name !== '' && reason.includes(name))) throw new Refusal('invalid', 'The reason must not name the person.', { fields: [{ path: 'reason', reason: 'names_person', message: 'The reason must not name the person.' }] });
    await deletePerson(tx, id, context.now().toISOString());
    const erased = words ? await blacken(tx, names, false) : { places: [], sources: [] };
    return { answer: erased, events: [{ verb: 'personErased', payload: { personId: id, reason, blackened: erased.places.reduce((sum, place) => sum + place.rows, 0) } }] };
  });
  return { ...answer, event: eventIds[0]! };
}

/** What tells who it is: names, numbers, addresses. A placeholder's name is a position, which is no personal data. */
async function wordsOf(context: Context, person: PersonRow): Promise<string[]> {
  if (person.placeholder === 1) return [];
  const items = await itemsOf(context.store.read, [person.id]);
  return [person.name, person.name_latin ?? '', ...items.filter((item) => CONTACT_KINDS.has(item.kind)).map((item) => item.value)].filter((word) => [...word].length > 1);
}
