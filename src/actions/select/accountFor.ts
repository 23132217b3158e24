import type { Kysely } from 'kysely';
import { Refusal } from '#domain/refusal.ts';
import type { Permission } from '#domain/trust/permissions.ts';
import type { AccountTable, Schema } from '#storage/schema.ts';
import { accountsAmong, findAccount } from '#storage/select/accounts.ts';
import { viewerOf, type Actor } from '../act.ts';

/**
 * The account an actor wants to change. Not there and not theirs to see read the same (`not_found`); seen, but not theirs to
 * change is `forbidden`.
 */
export async function accountFor(db: Kysely<Schema>, actor: Actor, permission: Permission, id: number): Promise<AccountTable> {
  const account = await findAccount(db, viewerOf(actor, permission), id);
  if (account) return account;
  if (await findAccount(db, viewerOf(actor), id)) {
    throw new Refusal('forbidden', 'You may read this customer but not change it. Ask its owner or a director.', { reason: 'not_in_team' });
  }
  throw new Refusal('not_found', 'There is no such customer among those you may see.', { reason: 'account' });
}

/** The same for a set: refuses at the first that is not theirs. */
export async function accountsFor(db: Kysely<Schema>, actor: Actor, permission: Permission, ids: readonly number[]): Promise<void> {
  const theirs = await accountsAmong(db, viewerOf(actor, permission), ids);
  const other = ids.find((id) => !theirs.has(id));
  if (other !== undefined) await accountFor(db, actor, permission, other);
}
