import type { Transaction } from 'kysely';
import { Refusal } from '#domain/refusal.ts';
import type { PayloadOf } from '#domain/trust/events.ts';
import { changeOfImport, findContactImport, madeBy, setContactImportUndone, usesOfImport } from '#storage/relate/contactImports.ts';
import { changeRowOf, changesOf, deleteRows, holdPeople, type PeopleTable } from '#storage/relate/peopleRows.ts';
import { indexPeople } from '#storage/relate/people.ts';
import { removePeople } from '#storage/relate/removePeople.ts';
import type { ContactImportTable } from '#storage/relate/relateTables.ts';
import type { Schema } from '#storage/schema.ts';
import { act, type Context } from '../act.ts';

/**
 * Takes an import of contacts out again. What it brought is deleted, not withdrawn: nobody wants to keep an address book that should not have come. Refuses
 * (conflict: contacts_used) with what was built on it since and holds; what was said of the ties it made goes with them.
 */
export async function undoContactImport(context: Context, importId: number): Promise<{ event: number }> {
  const { eventIds } = await act(context, 'recordPerson', async (tx) => {
    await holdPeople(tx);
    const taken = await findContactImport(tx, importId);
    const change = await changeOfImport(tx, importId);
    if (!taken || !change || taken.undone_at !== null) throw new Refusal('conflict', 'This change has been taken back already.', { reason: 'already_undone' });
    const payload = JSON.parse(change.payload) as PayloadOf<'peopleChanged'>;
    await refuseUsed(tx, context, taken, payload.changeId);
    const [people, items, ties] = [await madeBy(tx, 'person', importId), await madeBy(tx, 'person_item', importId), await madeBy(tx, 'tie', importId)];
    const gone = new Set(people);
    const back = (await changesOf(tx, payload.changeId)).filter((one) => one.column_name !== 'id' && !gone.has(one.noun_id)).toReversed();
    for (const one of back) await changeRowOf(tx, one.noun as PeopleTable, one.noun_id, { [one.column_name]: JSON.parse(one.value_before ?? 'null') as string | number | null });
    await deleteRows(tx, 'tie', 'id', ties);
    await deleteRows(tx, 'person_item', 'id', items);
    // With them goes what was built on them and taken back again, for nothing may be restored to somebody who is gone.
    await removePeople(tx, people);
    await deleteRows(tx, 'person_change', 'change_id', [payload.changeId]);
    await indexPeople(tx, back.filter((one) => one.noun === 'person').map((one) => one.noun_id));
    await setContactImportUndone(tx, importId, context.now().toISOString(), context.actor.id);
    return { answer: null, events: [{ verb: 'peopleChanged', payload: { act: 'importUndone', noun: 'person', changeId: 0, people: people.length, importId, personIds: [] } }] };
  });
  return { event: eventIds[0]! };
}

const NAMED = 3;

async function refuseUsed(tx: Transaction<Schema>, context: Context, { id, user_id }: ContactImportTable, changeId: number): Promise<void> {
  const { names, hidden, ...uses } = await usesOfImport(tx, id, changeId, user_id);
  const shown = Object.fromEntries(Object.entries(uses).filter(([, n]) => n > 0));
  if (hidden === 0 && Object.keys(shown).length === 0) return;
  // An administrator may take any import out, and learns from it no name of somebody private.
  const named: Record<string, string | number> = context.actor.id === user_id && names.length > 0 ? { names: names.slice(0, NAMED).join(', '), more: Math.max(0, names.length - NAMED) } : {};
  throw new Refusal('conflict', `Somebody has worked with these contacts since: ${Object.entries(shown).map(([what, n]) => `${n} ${what}`).join(', ') || 'in private'}. Take that back first, or take single contacts off the list.`, { reason: 'contacts_used', params: { ...shown, ...named } });
}
