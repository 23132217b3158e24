import { takeIds } from '#storage/ids.ts';
import { insertMany } from '#storage/insertMany.ts';
import { itemsOf, revealsOf } from '#storage/relate/people.ts';
import { rowsById, rowsNaming } from '#storage/relate/peopleRows.ts';
import { permit, type Context } from '../act.ts';
import { personFor } from './personFor.ts';

/** Columns that tell about us rather than about them. */
const OURS = new Set(['name_norm', 'organisation_norm', 'value_norm', 'place_norm', 'import_id', 'private_to', 'path']);
type Row = Readonly<Record<string, unknown>>;

/**
 * Everything that is kept about a person, for the person who asks (PIPL art. 45, GDPR art. 15): guarded items too, each written down as revealed. Other people in ties are numbers,
 * for they have rights of their own.
 */
export async function exportPerson(context: Context, id: number, reason: string): Promise<Record<string, unknown>> {
  permit(context.actor, 'erasePerson');
  return await context.store.transaction(async (tx) => {
    const person = await personFor(tx, context.actor, 'erasePerson', id);
    const items = await itemsOf(tx, [id]);
    const guarded = items.filter((item) => item.sensitivity === 'sensitive');
    const first = await takeIds(tx, 'person_reveal', Math.max(1, guarded.length));
    await insertMany(tx, 'person_reveal', guarded.map((item, n) => ({ id: first + n, person_id: id, item_id: item.id, user_id: context.actor.id ?? '', reason, at: context.now().toISOString() })));
    const about = async (table: Parameters<typeof rowsById>[1], columns: readonly string[]) => (await rowsById(tx, table, await rowsNaming(tx, table, columns, id))).filter((row) => row['withdrawn_at'] === null).map(told);
    return {
      exportedAt: context.now().toISOString(), person: told(person), items: items.map((item) => told(item as never)), ties: await about('tie', ['person_a', 'person_b']), introductions: await about('introduction', ['target_id', 'connector_id']),
      marks: await about('map_mark', ['person_id']), lines: await about('map_line', ['from_id', 'to_id']), seenBy: await revealsOf(tx, id),
    };
  });
}

const told = (row: object): Row => Object.fromEntries(Object.entries(row).filter(([column, value]) => !OURS.has(column) && value !== null && value !== ''));
