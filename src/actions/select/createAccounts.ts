import { Refusal, type InvalidField } from '#domain/refusal.ts';
import { normaliseKey, normaliseName } from '#domain/select/name.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { takeIds } from '#storage/ids.ts';
import { insertMany } from '#storage/insertMany.ts';
import type { AccountTable } from '#storage/schema.ts';
import { insertAccounts, takenKeys } from '#storage/select/accounts.ts';
import { act, type Context } from '../act.ts';
import { proposeKeys } from './proposeKeys.ts';
import { scorePortfolio } from './scorePortfolio.ts';

export interface NewAccount {
  /** One is proposed from the name when it is absent or empty. */
  readonly key?: string | undefined;
  readonly name: string;
  readonly country?: string | null;
  readonly industry?: string | null;
  readonly note?: string;
}

/** Every code that is empty, taken, or used twice among these, with its path. */
export function keyFaults(keys: readonly string[], taken: ReadonlySet<string>): InvalidField[] {
  const seen = new Set<string>(taken);
  return keys.flatMap((key, n) => {
    const norm = normaliseKey(key);
    const fault = norm === '' ? 'empty_key' : seen.has(norm) ? 'key_taken' : null;
    seen.add(norm);
    if (fault === null) return [];
    return [{ path: `accounts.${n}.key`, reason: fault, message: fault === 'key_taken' ? `Another customer has the code "${key}" already.` : 'The code needs a letter or a digit.' }];
  });
}

/**
 * Creates a set of customers, all or none, and scores them; one without a code gets one. Who sees only their own accounts becomes the
 * owner of what they create. Refuses (invalid) with the path of every code that is taken or repeated.
 */
export async function createAccounts(context: Context, accounts: readonly NewAccount[]): Promise<{ ids: number[]; event: number }> {
  const { actor } = context;
  const owner = scopeOf(actor.role, 'readAccounts') === 'team' ? actor.id : null;
  const at = context.now().toISOString();
  const { answer: ids, eventIds } = await act(context, 'createAccounts', async (tx) => {
    // Ids first: whoever creates customers at the same instant waits here, and then sees the codes that are taken.
    const first = await takeIds(tx, 'account', accounts.length);
    const keys = await proposeKeys(tx, accounts);
    const taken = await takenKeys(tx, keys.map(normaliseKey));
    const fields = keyFaults(keys, new Set(taken.map((row) => row.key_norm)));
    if (fields.length > 0) throw new Refusal('invalid', 'Some customer codes cannot be used.', { fields });
    const rows = accounts.map((account, n): AccountTable => ({
      id: first + n, key: keys[n]!, key_norm: normaliseKey(keys[n]!), name: account.name, name_norm: normaliseName(account.name),
      country: account.country ?? null, industry: account.industry ?? null, owner_id: owner, note: account.note ?? '', origin: 'manual', import_id: null,
      created_at: at, created_by: actor.id, archived_at: null,
    }));
    await insertAccounts(tx, rows);
    if (owner !== null) await insertMany(tx, 'account_team', rows.map(({ id }) => ({ account_id: id, user_id: owner, role: 'owner' as const, since: at, added_by: actor.id })));
    const [only] = rows;
    const event = { verb: 'accountsCreated' as const, ...(rows.length === 1 ? { accountId: first } : {}), payload: { count: rows.length, ids: rows.slice(0, 1000).map(({ id }) => id), ...(rows.length === 1 ? { name: only!.name } : {}) } };
    return { answer: rows.map(({ id }) => id), events: [event] };
  });
  await scorePortfolio(context, ids);
  return { ids, event: eventIds[0]! };
}
