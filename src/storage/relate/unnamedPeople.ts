import type { Kysely } from 'kysely';
import { inChunks } from '../inChunks.ts';
import type { Schema } from '../schema.ts';
import type { PersonTable } from './relateTables.ts';

/** People of an account of whom only the position is known, oldest first. */
export async function unnamedOf(db: Kysely<Schema>, accountId: number): Promise<PersonTable[]> {
  return await db.selectFrom('person').selectAll().where('account_id', '=', accountId).where('placeholder', '=', 1).where('withdrawn_at', 'is', null).where('erased_at', 'is', null).where('merged_into', 'is', null).orderBy('id').execute();
}

/** Which of these people are more by now than what `changeId` made of them: changed later, or on another map than by `members`, tied, to be introduced, or with an item. */
export async function inUse(db: Kysely<Schema>, ids: readonly number[], { members, changeId }: { readonly members: readonly number[]; readonly changeId: number }): Promise<Set<number>> {
  const found = new Set<number>();
  const ours = new Set(members);
  for (const some of inChunks(ids)) {
    for (const row of await db.selectFrom('map_member').select(['id', 'person_id']).where('person_id', 'in', some).where('withdrawn_at', 'is', null).execute()) if (!ours.has(row.id)) found.add(row.person_id);
    for (const row of await db.selectFrom('person_change').select('person_id').where('person_id', 'in', some).where('change_id', '>', changeId).where('noun', '=', 'person').where('column_name', 'not in', ['id', 'withdrawn_at', 'withdrawn_by']).execute()) found.add(row.person_id);
    for (const row of await db.selectFrom('person_item').select('person_id').where('person_id', 'in', some).where('withdrawn_at', 'is', null).execute()) found.add(row.person_id);
    for (const column of ['person_a', 'person_b'] as const) for (const row of await db.selectFrom('tie').select(`${column} as id`).where(column, 'in', some).where('withdrawn_at', 'is', null).execute()) found.add(row.id);
    for (const column of ['target_id', 'connector_id'] as const) for (const row of await db.selectFrom('introduction').select(`${column} as id`).where(column, 'in', some).where('withdrawn_at', 'is', null).execute()) if (row.id !== null) found.add(row.id);
  }
  return found;
}
