import type { InvalidField } from '#domain/refusal.ts';
import { normaliseKey, normaliseName } from '#domain/select/name.ts';
import { accountsNamed, takenKeys } from '#storage/select/accounts.ts';
import { permit, viewerOf, type Context } from '../act.ts';
import { keyFaults } from './createAccounts.ts';
import { proposeKeys } from './proposeKeys.ts';

/** Customers that look like one of the new ones are named up to this many in all. */
const SIMILAR = 200;

export interface AccountPreview {
  readonly key: string;
  readonly proposed: boolean;
  /** What its code is refused for; paths as in POST /api/accounts. */
  readonly faults: readonly InvalidField[];
  /** Customers the actor may see that have the same name but for its spelling. */
  readonly similar: readonly { readonly id: number; readonly key: string; readonly name: string }[];
}

/** What creating these customers would come to (row by row), without creating any: codes proposed, codes refused, namesakes. */
export async function previewAccounts(context: Context, accounts: readonly { readonly key?: string | undefined; readonly name: string }[]): Promise<AccountPreview[]> {
  permit(context.actor, 'createAccounts');
  const db = context.store.read;
  const keys = await proposeKeys(db, accounts);
  const taken = new Set((await takenKeys(db, keys.map(normaliseKey))).map((row) => row.key_norm));
  const faults = keyFaults(keys, taken);
  const norms = accounts.map(({ name }) => normaliseName(name));
  const namesakes = Map.groupBy(await accountsNamed(db, viewerOf(context.actor), [...new Set(norms.filter((norm) => norm !== ''))], SIMILAR), (row) => row.name_norm);
  return accounts.map((account, n) => ({
    key: keys[n]!, proposed: (account.key ?? '') === '', faults: faults.filter((fault) => fault.path === `accounts.${n}.key`),
    similar: (namesakes.get(norms[n]!) ?? []).slice(0, 3).map(({ id, key, name }) => ({ id, key, name })),
  }));
}
