import type { Kysely, Transaction } from 'kysely';
import { inChunks } from '../inChunks.ts';
import { insertMany } from '../insertMany.ts';
import { holdTable } from '../locks.ts';
import type { Schema } from '../schema.ts';
import type { PersonChangeTable } from './relateTables.ts';

/** Tables whose rows the pen of people changes: those of people, and those of maps and of introductions when two people become one. */
export type PeopleTable = 'person' | 'person_item' | 'tie' | 'introduction' | 'introduction_step' | 'map_member' | 'map_mark' | 'map_line' | 'map_place';
export type Cell = string | number | null;
export type Cells = Readonly<Record<string, Cell>>;

/* The type checker cannot follow a table chosen at run time, hence the `never` casts, here and nowhere else. */

/**
 * One hand at a time on people, to be asked for before anything is read that a change rests on. On PostgreSQL two merges at once made a circle of two entries, each merged
 * into the other, and what was noted of an entry while it was merged away hung on nobody. SQLite's write transaction is alone already.
 */
export const holdPeople = (tx: Transaction<Schema>): Promise<void> => holdTable(tx, 'person');

export async function rowsById(db: Kysely<Schema>, table: PeopleTable, ids: readonly number[]): Promise<(Record<string, Cell> & { id: number })[]> {
  const found: unknown[] = [];
  for (const some of inChunks(ids)) found.push(...await db.selectFrom(table as 'person').selectAll().where('id', 'in', some).orderBy('id').execute());
  return found as (Record<string, Cell> & { id: number })[];
}

export async function insertRows(tx: Transaction<Schema>, table: PeopleTable, rows: readonly Cells[]): Promise<void> {
  await insertMany(tx, table as 'person', rows as never);
}

export async function changeRowOf(tx: Transaction<Schema>, table: PeopleTable, id: number, set: Cells): Promise<void> {
  if (Object.keys(set).length > 0) await tx.updateTable(table as 'person').set(set as never).where('id', '=', id).execute();
}

export async function deleteRows(tx: Transaction<Schema>, table: PeopleTable | 'person_term' | 'person_reveal' | 'person_change', column: string, ids: readonly number[]): Promise<void> {
  for (const some of inChunks(ids)) await tx.deleteFrom(table as 'person').where(column as 'id', 'in', some).execute();
}

/** Ids of rows of a table in which one of these columns is the person. */
export async function rowsNaming(db: Kysely<Schema>, table: PeopleTable, columns: readonly string[], personId: number): Promise<number[]> {
  const rows = await db.selectFrom(table as 'person').select('id').where((eb) => eb.or(columns.map((column) => eb(column as 'id', '=', personId)))).orderBy('id').execute();
  return rows.map((row) => row.id);
}

/** People's entries and those that were merged into them, over any number of steps, each once; they themselves first. */
export async function entriesOf(db: Kysely<Schema>, ids: readonly number[]): Promise<number[]> {
  const all = new Set(ids);
  for (let last: readonly number[] = [...all]; last.length > 0;) {
    const merged: number[] = [];
    for (const some of inChunks(last)) merged.push(...(await db.selectFrom('person').select('id').where('merged_into', 'in', some).orderBy('id').execute()).map((row) => row.id));
    last = merged.filter((id) => !all.has(id));
    for (const id of last) all.add(id);
  }
  return [...all];
}

export async function insertChanges(tx: Transaction<Schema>, rows: readonly PersonChangeTable[]): Promise<void> {
  await insertMany(tx, 'person_change', rows);
}

/** The changes of one set, in their order. */
export async function changesOf(db: Kysely<Schema>, changeId: number): Promise<PersonChangeTable[]> {
  return await db.selectFrom('person_change').selectAll().where('change_id', '=', changeId).orderBy('id').execute();
}
