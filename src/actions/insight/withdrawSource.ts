import { Refusal } from '#domain/refusal.ts';
import { changeSource, findSource } from '#storage/insight/sources.ts';
import { act, viewerOf, type Context } from '../act.ts';
import { accountFor } from '../select/accountFor.ts';

/** Puts a source away, or takes it back: it is no longer listed or found; facts that were read in it stay and still open it. */
export async function withdrawSource(context: Context, id: number, withdrawn: boolean): Promise<{ event: number }> {
  const at = context.now().toISOString();
  const { eventIds } = await act(context, 'recordFact', async (tx) => {
    const source = await findSource(tx, viewerOf(context.actor), id);
    if (!source) throw new Refusal('not_found', 'There is no such source of a customer that you may see.', { reason: 'source' });
    await accountFor(tx, context.actor, 'recordFact', source.account_id);
    await changeSource(tx, id, withdrawn ? { withdrawn_at: at, withdrawn_by: context.actor.id } : { withdrawn_at: null, withdrawn_by: null });
    return { answer: null, events: [{ verb: 'sourceWithdrawn', accountId: source.account_id, payload: { sourceId: id, withdrawn, title: source.title } }] };
  });
  return { event: eventIds[0]! };
}
