import { normaliseKey } from '#domain/select/name.ts';
import type { Store } from '#storage/connect.ts';
import { accountByKeyOrName } from '#storage/select/accounts.ts';
import { CommandFault, UsageFault } from './faults.ts';

/** The customer that `--account` means: its code, else its whole name. */
export async function accountNamed(store: Store, text: string | undefined): Promise<{ id: number; key: string; name: string }> {
  if (text === undefined || text.trim() === '') throw new UsageFault('Say which customer: --account CODE (or its whole name).');
  const found = await accountByKeyOrName(store.read, normaliseKey(text), text.trim());
  if (found.length > 1) throw new CommandFault(`Several customers are called ${text}: ${found.map((account) => account.key).join(', ')}. Use the code.`);
  if (found.length === 0) throw new CommandFault(`There is no customer with the code or name ${text}.`);
  return found[0]!;
}
