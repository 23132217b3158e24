import { Refusal } from '#domain/refusal.ts';
import { normaliseKey, normaliseName } from '#domain/select/name.ts';
import type { AccountFields } from '#domain/trust/events.ts';
import { takenKeys, updateAccount, type AccountPatch } from '#storage/select/accounts.ts';
import { act, type Context } from '../act.ts';
import { accountFor } from './accountFor.ts';

const FIELDS = ['key', 'name', 'country', 'industry', 'note'] as const;

/** Changes fields of a customer; only what differs is written and remembered. Refuses a code that another customer has. */
export async function editAccount(context: Context, id: number, change: AccountFields): Promise<{ event: number }> {
  const { eventIds } = await act(context, 'editAccount', async (tx) => {
    const account = await accountFor(tx, context.actor, 'editAccount', id);
    const changed = FIELDS.filter((field) => change[field] !== undefined && change[field] !== account[field]);
    const pick = (from: AccountFields): AccountFields => Object.fromEntries(changed.map((field) => [field, from[field] ?? null]));
    const patch: AccountPatch = pick(change) as AccountPatch;
    if (typeof patch.name === 'string') patch.name_norm = normaliseName(patch.name);
    if (typeof patch.key === 'string') {
      const norm = normaliseKey(patch.key);
      patch.key_norm = norm;
      const taken = await takenKeys(tx, [norm]);
      if (norm === '' || taken.some((row) => row.id !== id)) {
        const reason = norm === '' ? 'empty_key' : 'key_taken';
        throw new Refusal('invalid', 'This customer code cannot be used.', { fields: [{ path: 'key', reason, message: 'Another customer has this code, or it has no letter or digit.' }] });
      }
    }
    if (changed.length > 0) await updateAccount(tx, id, patch);
    return { answer: null, events: [{ verb: 'accountEdited', accountId: id, payload: { before: pick(account), after: pick(change) } }] };
  });
  return { event: eventIds[0]! };
}
