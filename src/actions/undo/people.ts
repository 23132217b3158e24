import { changedSince, changesOf, rowsById, type PeopleTable } from '#storage/relate/peopleRows.ts';
import type { PeopleAct } from '#domain/trust/events.ts';
import { writePeople } from '../relate/writePeople.ts';
import { undoContactImport } from '../relate/undoContactImport.ts';
import type { Context } from '../act.ts';
import type { Past, Reverse } from './reverse.ts';

const OPPOSITE: Record<PeopleAct, PeopleAct> = { added: 'withdrawn', changed: 'changed', withdrawn: 'restored', restored: 'withdrawn', merged: 'changed', imported: 'importUndone', importUndone: 'importUndone' };

/** Every column gets its earlier value back, as long as each still has the one of this change; who was added is withdrawn. */
export const peopleChanged: Reverse<'peopleChanged'> = {
  unchanged: async (tx, { payload }) => {
    const changes = await changesOf(tx, payload.changeId);
    // Erased people have left no changes behind.
    if (changes.length === 0 || (payload.act === 'imported' && await changedSince(tx, payload.changeId))) return false;
    for (const [noun, some] of Map.groupBy(changes, (change) => change.noun)) {
      const rows = new Map((await rowsById(tx, noun as PeopleTable, some.map((change) => change.noun_id))).map((row) => [row.id, row]));
      for (const change of some) {
        const row = rows.get(change.noun_id);
        if (!row || (change.column_name === 'id' ? row['withdrawn_at'] !== null : JSON.stringify(row[change.column_name] ?? null) !== change.value_after)) return false;
      }
    }
    return true;
  },
  reverse: (context, event) => (event.payload.act === 'imported' && event.payload.importId !== undefined ? undoContactImport(context, event.payload.importId) : putBack(context, event)),
};

async function putBack(context: Context, { payload }: Past<'peopleChanged'>): Promise<{ event: number }> {
  const { event } = await writePeople(context, OPPOSITE[payload.act], async (pen) => {
    for (const change of (await changesOf(pen.tx, payload.changeId)).toReversed()) {
      const noun = change.noun as PeopleTable;
      if (change.column_name === 'id') await pen.withdraw(noun, change.noun_id, true, change.person_id);
      else await pen.change(noun, change.noun_id, { [change.column_name]: JSON.parse(change.value_before ?? 'null') as string | number | null }, change.person_id);
    }
    return [];
  });
  return { event };
}
