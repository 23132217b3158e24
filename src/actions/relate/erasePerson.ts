import { Refusal } from '#domain/refusal.ts';
import { blackened, type Trace } from '#domain/relate/person/traces.ts';
import { blacken, erasePeople as eraseRows, tracesOfPeople, type Blackened, type Place } from '#storage/relate/erase.ts';
import { holdPeople } from '#storage/relate/peopleRows.ts';
import { PEOPLE_TABLES } from '#storage/relate/removePeople.ts';
import { act, permit, type Context } from '../act.ts';
import { afterErasing } from '../afterErasing.ts';
import { personFor } from './personFor.ts';

export interface Erasure {
  /** Free texts elsewhere that name the person, and get (or got) blackened. */
  readonly places: readonly Place[];
  /** Sources whose text names them: their files on the disk are not changed; put them away if they must go. */
  readonly sources: readonly number[];
}
/** `cleaned`: nothing is left in free pages and logs of the engine either. */
export interface ErasureDone extends Erasure { readonly event: number; readonly cleaned: boolean }

/** What erasing a person would touch beyond their own rows. */
export async function previewErase(context: Context, id: number): Promise<Erasure> {
  permit(context.actor, 'erasePerson');
  await personFor(context.store.read, context.actor, 'erasePerson', id);
  return await blacken(context.store.read, await tracesOfPeople(context.store.read, [id]), true);
}

/**
 * Erases people on request (PIPL art. 47, GDPR art. 17): every row about them, and with `words` their names, numbers and addresses, earlier ones too, in every free text,
 * events included. There is no way back; each event names a number and the reason. The register (decision 035) keeps an older backup from bringing them back.
 */
export async function erasePeople(context: Context, ids: readonly number[], { reason, words }: { readonly reason: string; readonly words: boolean }): Promise<Erasure & { events: number[]; cleaned: boolean }> {
  const { answer, eventIds } = await act(context, 'erasePerson', async (tx) => {
    await holdPeople(tx);
    for (const id of new Set(ids)) if ((await personFor(tx, context.actor, 'erasePerson', id)).user_id !== null) throw new Refusal('conflict', 'A colleague stays as long as they have access.', { reason: 'colleague' });
    refuseNames(reason, await tracesOfPeople(tx, ids));
    const erased = await eraseRows(tx, [...new Set(ids)], { at: context.now().toISOString(), words });
    return { answer: erased, events: [...new Set(ids)].map((personId, n) => ({ verb: 'personErased' as const, payload: { personId, reason, blackened: n === 0 ? rowsOf(erased) : 0 } })) };
  });
  return { ...answer, events: eventIds, cleaned: await afterErasing(context.store, tablesOf(answer)) };
}

/** One of them. */
export async function erasePerson(context: Context, id: number, how: { readonly reason: string; readonly words: boolean }): Promise<ErasureDone> {
  const { events, ...done } = await erasePeople(context, [id], how);
  return { ...done, event: events[0]! };
}

export const rowsOf = ({ places }: Blackened): number => places.reduce((sum, place) => sum + place.rows, 0);
export const tablesOf = ({ places }: Blackened): string[] => [...new Set([...PEOPLE_TABLES, ...places.map((place) => place.table)])];

/** What the event keeps for ever must not be what was erased. */
export function refuseNames(reason: string, traces: readonly Trace[]): void {
  if (blackened(reason, traces) !== reason) throw new Refusal('invalid', 'The reason must not name the person.', { fields: [{ path: 'reason', reason: 'names_person', message: 'The reason must not name the person.' }] });
}
