import type { Kysely } from 'kysely';
import { inChunks } from '../inChunks.ts';
import type { Schema } from '../schema.ts';
import { rowsById } from './peopleRows.ts';
import type { PersonTable } from './relateTables.ts';

/** People of an account of whom only the position is known, oldest first. */
export async function unnamedOf(db: Kysely<Schema>, accountId: number): Promise<PersonTable[]> {
  return await db.selectFrom('person').selectAll().where('account_id', '=', accountId).where('placeholder', '=', 1).where('withdrawn_at', 'is', null).where('erased_at', 'is', null).where('merged_into', 'is', null).orderBy('id').execute();
}

/** Which of these people are more by now than what `changeId` made of them: changed later (a change that was taken back is none), or on another map than by `members`, tied, to be introduced, or with an item. */
export async function inUse(db: Kysely<Schema>, ids: readonly number[], { members, changeId }: { readonly members: readonly number[]; readonly changeId: number }): Promise<Set<number>> {
  const found = new Set<number>();
  const ours = new Set(members);
  for (const some of inChunks(ids)) {
    for (const row of await db.selectFrom('map_member').select(['id', 'person_id']).where('person_id', 'in', some).where('withdrawn_at', 'is', null).execute()) if (!ours.has(row.id)) found.add(row.person_id);
    for (const id of await changedSince(db, some, changeId)) found.add(id);
    for (const row of await db.selectFrom('person_item').select('person_id').where('person_id', 'in', some).where('withdrawn_at', 'is', null).execute()) found.add(row.person_id);
    for (const column of ['person_a', 'person_b'] as const) for (const row of await db.selectFrom('tie').select(`${column} as id`).where(column, 'in', some).where('withdrawn_at', 'is', null).execute()) found.add(row.id);
    for (const column of ['target_id', 'connector_id'] as const) for (const row of await db.selectFrom('introduction').select(`${column} as id`).where(column, 'in', some).where('withdrawn_at', 'is', null).execute()) if (row.id !== null) found.add(row.id);
  }
  return found;
}

/** Those of whom a column has another value than the first change after `changeId` found there. */
async function changedSince(db: Kysely<Schema>, ids: readonly number[], changeId: number): Promise<number[]> {
  const later = await db.selectFrom('person_change').select(['person_id', 'noun_id', 'column_name', 'value_before']).where('person_id', 'in', ids).where('noun', '=', 'person').where('change_id', '>', changeId)
    .where('column_name', 'not in', ['id', 'withdrawn_at', 'withdrawn_by']).orderBy('id', 'desc').execute();
  // Backwards, so that the first change of each column is the one that stays.
  const then = new Map(later.map((change) => [`${change.noun_id} ${change.column_name}`, change]));
  const now = new Map((await rowsById(db, 'person', [...new Set(later.map((change) => change.noun_id))])).map((row) => [row.id, row]));
  return [...then.values()].filter((change) => JSON.stringify(now.get(change.noun_id)?.[change.column_name] ?? null) !== change.value_before).map((change) => change.person_id);
}
