import type { Transaction } from 'kysely';
import type { Schema } from '#storage/schema.ts';
import { peopleById } from '#storage/relate/people.ts';
import { othersNoted } from '#storage/relate/othersNoted.ts';
import { changesOf, holdPeople, rowsById, type Cells, type PeopleTable } from '#storage/relate/peopleRows.ts';
import type { PersonChangeTable } from '#storage/relate/relateTables.ts';
import { inUse } from '#storage/relate/unnamedPeople.ts';
import type { PeopleAct } from '#domain/trust/events.ts';
import { peopleIn, writePeople, type PeopleEvent, type PeoplePen } from '../relate/writePeople.ts';
import { undoContactImport } from '../relate/undoContactImport.ts';
import type { Context } from '../act.ts';
import type { Past, Reverse } from './reverse.ts';

const OPPOSITE: Record<PeopleAct, PeopleAct> = { added: 'withdrawn', changed: 'changed', withdrawn: 'restored', restored: 'withdrawn', merged: 'changed', imported: 'importUndone', importUndone: 'importUndone' };

/** Whether others have gone on from what was added: have noted something of a person, or answered a request. It is no longer the adder's alone to take back. */
async function isBuiltOn(tx: Transaction<Schema>, noun: string, row: Cells & { readonly id: number }): Promise<boolean> {
  if (noun === 'introduction') return row['state'] !== 'requested';
  return noun === 'person' && await othersNoted(tx, row.id, row['recorded_by'] as string | null);
}

/** Every column gets its earlier value back, as long as each still has the one of this change; who was added is withdrawn, unless others have built on it. */
export const peopleChanged: Reverse<'peopleChanged'> = {
  unchanged: async (tx, { payload }) => {
    await holdPeople(tx);
    const changes = await changesOf(tx, payload.changeId);
    // Erased people have left no changes behind.
    if (changes.length === 0) return false;
    // What came with contacts goes whole, whatever was said of it; undoContactImport looks what was built on it.
    const put = payload.act === 'imported' ? changes.filter((change) => change.column_name !== 'id') : changes;
    for (const [noun, some] of Map.groupBy(put, (change) => change.noun)) {
      const rows = new Map((await rowsById(tx, noun as PeopleTable, some.map((change) => change.noun_id))).map((row) => [row.id, row]));
      for (const change of some) {
        const row = rows.get(change.noun_id);
        if (!row || (change.column_name === 'id' ? row['withdrawn_at'] !== null : JSON.stringify(row[change.column_name] ?? null) !== change.value_after)) return false;
        if (payload.act === 'added' && change.column_name === 'id' && await isBuiltOn(tx, noun, row)) return false;
      }
    }
    return true;
  },
  reverse: (context, event) => (event.payload.act === 'imported' && event.payload.importId !== undefined ? undoContactImport(context, event.payload.importId) : putBack(context, event)),
};

async function putBack(context: Context, { payload }: Past<'peopleChanged'>): Promise<{ event: number }> {
  const changes = await changesOf(context.store.read, payload.changeId);
  // Anybody may tell their own place and so take it back, whatever their role.
  const own = changes.every((change) => change.noun === 'person') && (await peopleById(context.store.read, [...new Set(changes.map((change) => change.person_id))])).every((person) => person.user_id !== null && person.user_id === context.actor.id);
  const { event } = await writePeople(context, OPPOSITE[payload.act], async (pen) => {
    await reverseAll(pen, await changesOf(pen.tx, payload.changeId));
    return [];
  }, own ? null : 'recordPerson');
  return { event };
}

/** Row by row: what the database demands of a row (a kind and its customer, the order of two people) holds before and after, not in between. */
async function reverseAll(pen: PeoplePen, changes: readonly PersonChangeTable[]): Promise<void> {
  for (const some of Map.groupBy(changes.toReversed(), (change) => `${change.noun} ${change.noun_id}`).values()) {
    const [{ noun, noun_id: id, person_id: person }] = some as [PersonChangeTable];
    if (some.some((change) => change.column_name === 'id')) await pen.withdraw(noun as PeopleTable, id, true, person);
    else await pen.change(noun as PeopleTable, id, Object.fromEntries(some.map((change) => [change.column_name, JSON.parse(change.value_before ?? 'null') as string | number | null])), person);
  }
}

/**
 * The part of an undo of notes that concerns people who came, or went, with them (`Noted.people`): within its transaction, as an event of its own that
 * takes theirs back. Whoever was changed since, became one with somebody, or is needed elsewhere (`members`: not there) stays: they are more than that act by now.
 */
export async function putBackAlong(context: Context, tx: Transaction<Schema>, { changeId, members }: { readonly changeId: number; readonly members: readonly number[] }): Promise<PeopleEvent | null> {
  const changes = await changesOf(tx, changeId);
  const ids = [...new Set(changes.map(({ person_id }) => person_id))];
  const rows = new Map((await rowsById(tx, 'person', ids)).map((row) => [row.id, row]));
  const used = await inUse(tx, ids, { members, changeId });
  const still = changes.filter((change) => {
    const row = rows.get(change.person_id);
    if (!row || row['merged_into'] !== null || row['erased_at'] !== null) return false;
    return change.column_name === 'id' ? row['withdrawn_at'] === null && !used.has(row.id) : JSON.stringify(row[change.column_name] ?? null) === change.value_after;
  });
  const { pen, told } = peopleIn(context, tx);
  await reverseAll(pen, still);
  const event = await told(still.some((change) => change.column_name === 'id') ? 'withdrawn' : 'restored');
  // The event of the people has the id right after that of the notes.
  return event && context.undo ? { ...event, undoes: context.undo.eventId + 1 } : event;
}
