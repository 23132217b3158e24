import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** Id of the newest event; 0 when there is none. Events are numbered in the order of their commits. */
export async function lastEventId(db: Kysely<Schema>): Promise<number> {
  const row = await db.selectFrom('event').select((e) => e.fn.max('id').as('id')).executeTakeFirst();
  return Number(row?.id ?? 0);
}

/** Accounts that have changed by themselves after that event. */
export async function accountsChangedSince(db: Kysely<Schema>, eventId: number): Promise<number[]> {
  const rows = await db.selectFrom('event').select('account_id').distinct().where('id', '>', eventId).where('account_id', 'is not', null).execute();
  return rows.map((row) => row.account_id!);
}
