import { updateAccount } from '#storage/select/accounts.ts';
import { act, type Context } from '../act.ts';
import { accountFor } from './accountFor.ts';
import { scorePortfolio } from './scorePortfolio.ts';

/** Puts a customer away, out of lists, ranks and search but with all its history, or takes it back. */
export async function archiveAccount(context: Context, id: number, archived: boolean): Promise<{ event: number }> {
  const { eventIds } = await act(context, 'editAccount', async (tx) => {
    await accountFor(tx, context.actor, 'editAccount', id);
    await updateAccount(tx, id, { archived_at: archived ? context.now().toISOString() : null });
    return { answer: null, events: [{ verb: 'accountArchived', accountId: id, payload: { archived } }] };
  });
  await scorePortfolio(context, [id]);
  return { event: eventIds[0]! };
}
