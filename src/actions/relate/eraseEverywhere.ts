import { Refusal } from '#domain/refusal.ts';
import { tracesOf } from '#domain/relate/person/traces.ts';
import { entriesByContact } from '#storage/relate/entriesByContact.ts';
import { erasePeople, tracesOfPeople } from '#storage/relate/erase.ts';
import { holdPeople } from '#storage/relate/peopleRows.ts';
import { act, type Context } from '../act.ts';
import { afterErasing } from '../afterErasing.ts';
import { refuseNames, rowsOf, tablesOf } from './erasePerson.ts';

/** Who asks (数据主体): by name and by what they can be reached under. */
export interface Subject { readonly name: string; readonly contacts: readonly string[]; readonly reason: string }
export interface ErasedEverywhere { readonly entries: number; readonly texts: number; readonly event: number; readonly cleaned: boolean }

/**
 * Erases every entry of a person who asks to be forgotten, also those that colleagues keep private, without showing them (decision 035). An entry is theirs when the name and
 * one of the numbers or addresses fit. Tells how many there were and not whose; the request is in the audit whatever it found, without the name. Colleagues stay.
 */
export async function eraseEverywhere(context: Context, subject: Subject): Promise<ErasedEverywhere> {
  refuseNames(subject.reason, tracesOf([subject.name, ...subject.contacts], subject.contacts));
  const { answer, eventIds } = await act(context, 'erasePerson', async (tx) => {
    await holdPeople(tx);
    const found = await entriesByContact(tx, subject.name, subject.contacts);
    const entries = found.filter((entry) => entry.user_id === null).map((entry) => entry.id);
    if (found.length > 0 && entries.length === 0) throw new Refusal('conflict', 'A colleague stays as long as they have access.', { reason: 'colleague' });
    refuseNames(subject.reason, await tracesOfPeople(tx, entries));
    const erased = await erasePeople(tx, entries, { at: context.now().toISOString(), words: true });
    return { answer: { entries: entries.length, erased }, events: [{ verb: 'personErased', payload: { personId: null, reason: subject.reason, blackened: rowsOf(erased), entries: entries.length } }] };
  });
  return { entries: answer.entries, texts: rowsOf(answer.erased), event: eventIds[0]!, cleaned: answer.entries === 0 || await afterErasing(context.store, tablesOf(answer.erased)) };
}
