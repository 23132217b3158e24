import type { Fact } from '#domain/select/fact.ts';
import { setFactsWithdrawn } from '#storage/select/facts.ts';
import { act, type Context } from '../act.ts';
import { factFor } from './factFor.ts';
import { afterSome } from './scorePortfolio.ts';
import { scoreSome } from './scoreSome.ts';

/**
 * Withdraws facts of one customer, or lets them count again: they stay as history, and marks that cite them rest on what else they
 * cite. The set is not empty. Refuses (not_found) when one of them is not there or not the actor's to see.
 */
export async function withdrawFacts(context: Context, ids: readonly number[], withdrawn: boolean): Promise<{ event: number }> {
  const at = context.now().toISOString();
  const { answer: outcome, eventIds } = await act(context, 'recordFact', async (tx) => {
    const facts: Fact[] = [];
    for (const id of ids) facts.push(await factFor(tx, context.actor, id));
    const { accountId, statement } = facts[0]!;
    await setFactsWithdrawn(tx, ids, withdrawn ? { userId: context.actor.id, at } : null);
    return { answer: await scoreSome(tx, [accountId]), events: [{ verb: 'factsWithdrawn', accountId, payload: { factIds: ids, withdrawn, statement } }] };
  });
  await afterSome(context, outcome);
  return { event: eventIds[0]! };
}
