import { updateAccount } from '#storage/select/accounts.ts';
import { act, type Context } from '../act.ts';
import { accountsFor } from './accountFor.ts';
import { scorePortfolio } from './scorePortfolio.ts';

/** Puts customers away, out of lists, ranks and search but with all their history, or takes them back; all or none; an event each. */
export async function archiveAccounts(context: Context, ids: readonly number[], archived: boolean): Promise<{ event: number; events: number[] }> {
  const { eventIds } = await act(context, 'editAccount', async (tx) => {
    await accountsFor(tx, context.actor, 'editAccount', ids);
    for (const id of ids) await updateAccount(tx, id, { archived_at: archived ? context.now().toISOString() : null });
    return { answer: null, events: ids.map((accountId) => ({ verb: 'accountArchived' as const, accountId, payload: { archived } })) };
  });
  await scorePortfolio(context, ids);
  return { event: eventIds[0]!, events: eventIds };
}

export const archiveAccount = (context: Context, id: number, archived: boolean): Promise<{ event: number }> => archiveAccounts(context, [id], archived);
