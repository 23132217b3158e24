import type { Kysely, Transaction } from 'kysely';
import type { AccountTeamTable, Schema } from '../schema.ts';
import { insertMany } from '../insertMany.ts';

/** Who works on an account, owner first. */
export async function readTeam(db: Kysely<Schema>, accountId: number): Promise<{ user_id: string; name: string; role: AccountTeamTable['role'] }[]> {
  const rows = await db.selectFrom('account_team as t').innerJoin('auth_user as u', 'u.id', 't.user_id')
    .where('t.account_id', '=', accountId).select(['t.user_id', 'u.name', 't.role']).orderBy('u.name').execute();
  return rows.sort((a, b) => Number(b.role === 'owner') - Number(a.role === 'owner'));
}

/** Replaces the team of an account; the owner's row also becomes the account's owner. */
export async function replaceTeam(tx: Transaction<Schema>, accountId: number, rows: readonly AccountTeamTable[]): Promise<void> {
  await tx.deleteFrom('account_team').where('account_id', '=', accountId).execute();
  await insertMany(tx, 'account_team', rows);
  await tx.updateTable('account').set({ owner_id: rows.find((row) => row.role === 'owner')?.user_id ?? null }).where('id', '=', accountId).execute();
}
