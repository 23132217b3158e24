import { Refusal } from '#domain/refusal.ts';
import { setFactsWithdrawn } from '#storage/select/facts.ts';
import { act, type Context } from '../act.ts';
import { factsFor } from './factsFor.ts';
import { afterSome } from './scorePortfolio.ts';
import { scoreSome } from './scoreSome.ts';

/**
 * Withdraws facts of one customer, or lets them count again: they stay as history, and marks that cite them rest on what else they
 * cite. The set is not empty. Refuses (not_found) when one of them is not there or not the actor's to see, and (conflict:
 * fact_withdrawn, fact_counts) when one already is as wanted: somebody was faster, and their change is the one to be taken back.
 */
export async function withdrawFacts(context: Context, ids: readonly number[], withdrawn: boolean): Promise<{ event: number }> {
  const at = context.now().toISOString();
  const { answer: outcome, eventIds } = await act(context, 'recordFact', async (tx) => {
    const facts = await factsFor(tx, context.actor, ids);
    if (facts.some((fact) => (fact.withdrawnAt !== null) === withdrawn)) {
      if (withdrawn) throw new Refusal('conflict', 'This fact has been withdrawn already.', { reason: 'fact_withdrawn' });
      throw new Refusal('conflict', 'This fact counts already.', { reason: 'fact_counts' });
    }
    const { accountId, statement } = facts[0];
    await setFactsWithdrawn(tx, ids, withdrawn ? { userId: context.actor.id, at } : null);
    return { answer: await scoreSome(tx, [accountId]), events: [{ verb: 'factsWithdrawn', accountId, payload: { factIds: ids, withdrawn, statement } }] };
  });
  await afterSome(context, outcome);
  return { event: eventIds[0]! };
}
