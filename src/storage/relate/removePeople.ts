import type { Transaction } from 'kysely';
import { inChunks } from '../inChunks.ts';
import type { Schema } from '../schema.ts';
import { deleteRows } from './peopleRows.ts';

/** Tables with a column `person_id`: rows that are about one person. */
const WITH_PERSON_ID = ['map_member', 'map_mark', 'map_place', 'person_item', 'person_reveal', 'person_change', 'person_term'] as const;
/** Every table that has rows about people. */
export const PEOPLE_TABLES = ['person', 'introduction', 'introduction_step', 'tie', 'map_line', ...WITH_PERSON_ID] as const;

/** Deletes everything that hangs on people: items, ties, reveals, changes, introductions, places on maps. Their own rows stay. */
export async function removeWhatHangs(tx: Transaction<Schema>, ids: readonly number[]): Promise<void> {
  const introductions: number[] = [];
  for (const some of inChunks(ids)) introductions.push(...(await tx.selectFrom('introduction').select('id').where((eb) => eb.or([eb('target_id', 'in', some), eb('connector_id', 'in', some)])).execute()).map((row) => row.id));
  await deleteRows(tx, 'introduction_step', 'introduction_id', introductions);
  await deleteRows(tx, 'introduction', 'id', introductions);
  for (const column of ['person_a', 'person_b']) await deleteRows(tx, 'tie', column, ids);
  for (const column of ['from_id', 'to_id']) await deleteRows(tx, 'map_line', column, ids);
  for (const table of WITH_PERSON_ID) await deleteRows(tx, table, 'person_id', ids);
}

/** Takes people out for good with everything that hangs on them: only when what they belong to goes too (the demo, an import of contacts). */
export async function removePeople(tx: Transaction<Schema>, ids: readonly number[]): Promise<void> {
  await removeWhatHangs(tx, ids);
  await deleteRows(tx, 'person', 'id', ids);
}

/** Takes out what some colleagues wrote about people who stay: items, ties and introductions. */
export async function removeWrittenBy(tx: Transaction<Schema>, like: string): Promise<void> {
  for (const table of ['introduction_step', 'introduction', 'tie', 'person_item'] as const) await tx.deleteFrom(table as 'person').where('recorded_by', 'like', like).execute();
  await tx.deleteFrom('contact_import').where('user_id', 'like', like).execute();
}
