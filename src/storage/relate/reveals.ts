import type { Kysely, Transaction } from 'kysely';
import { takeIds } from '../ids.ts';
import { insertMany } from '../insertMany.ts';
import type { Schema } from '../schema.ts';
import type { PersonItemTable } from './relateTables.ts';

/** Writes down who is shown items of people, and why. */
export async function recordReveals(tx: Transaction<Schema>, items: readonly Pick<PersonItemTable, 'id' | 'person_id'>[], { userId, reason, at }: { userId: string; reason: string; at: string }): Promise<void> {
  if (items.length === 0) return;
  const first = await takeIds(tx, 'person_reveal', items.length);
  await insertMany(tx, 'person_reveal', items.map((item, n) => ({ id: first + n, person_id: item.person_id, item_id: item.id, user_id: userId, reason, at })));
}

/** Who saw which guarded item of people, newest first; at most `limit`. An item that came from another entry of the person brought its log along. */
export async function revealsOf(db: Kysely<Schema>, personId: number, limit: number) {
  return await db.selectFrom('person_reveal as r').leftJoin('auth_user as u', 'u.id', 'r.user_id').innerJoin('person_item as i', 'i.id', 'r.item_id')
    .select(['r.id', 'r.item_id', 'r.user_id', 'r.reason', 'r.at', 'u.name', 'i.kind']).where('i.person_id', '=', personId).orderBy('r.id', 'desc').limit(limit).execute();
}
