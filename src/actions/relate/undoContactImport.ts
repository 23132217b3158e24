import { Refusal } from '#domain/refusal.ts';
import type { PayloadOf } from '#domain/trust/events.ts';
import { changeOfImport, findContactImport, madeBy, setContactImportUndone, usedElsewhere } from '#storage/relate/contactImports.ts';
import { changeRowOf, changesOf, deleteRows, type PeopleTable } from '#storage/relate/peopleRows.ts';
import { indexPeople } from '#storage/relate/people.ts';
import { act, type Context } from '../act.ts';

/**
 * Takes an import of contacts out again. What it brought is deleted, not withdrawn: nobody wants to keep an address book that should not have come. The guard of undo has
 * looked whether somebody has worked with it since.
 */
export async function undoContactImport(context: Context, importId: number): Promise<{ event: number }> {
  const { eventIds } = await act(context, 'recordPerson', async (tx) => {
    const taken = await findContactImport(tx, importId);
    const change = await changeOfImport(tx, importId);
    if (!taken || !change || taken.undone_at !== null) throw new Refusal('conflict', 'This change has been taken back already.', { reason: 'already_undone' });
    if (await usedElsewhere(tx, importId)) throw new Refusal('conflict', 'Somebody has worked with these contacts since. Withdraw single ones instead.', { reason: 'changed_since' });
    const payload = JSON.parse(change.payload) as PayloadOf<'peopleChanged'>;
    const [people, items, ties] = [await madeBy(tx, 'person', importId), await madeBy(tx, 'person_item', importId), await madeBy(tx, 'tie', importId)];
    const gone = new Set(people);
    const back = (await changesOf(tx, payload.changeId)).filter((one) => one.column_name !== 'id' && !gone.has(one.noun_id)).toReversed();
    for (const one of back) await changeRowOf(tx, one.noun as PeopleTable, one.noun_id, { [one.column_name]: JSON.parse(one.value_before ?? 'null') as string | number | null });
    await deleteRows(tx, 'tie', 'id', ties);
    await deleteRows(tx, 'person_item', 'id', items);
    for (const table of ['person_item', 'person_reveal', 'person_change', 'person_term'] as const) await deleteRows(tx, table, 'person_id', people);
    await deleteRows(tx, 'person', 'id', people);
    await deleteRows(tx, 'person_change', 'change_id', [payload.changeId]);
    await indexPeople(tx, back.filter((one) => one.noun === 'person').map((one) => one.noun_id));
    await setContactImportUndone(tx, importId, context.now().toISOString(), context.actor.id);
    return { answer: null, events: [{ verb: 'peopleChanged', payload: { act: 'importUndone', noun: 'person', changeId: 0, people: people.length, importId, personIds: [] } }] };
  });
  return { event: eventIds[0]! };
}
