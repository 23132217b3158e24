import { whyNoPlace, type Block } from '#domain/blocks.ts';
import { Refusal } from '#domain/refusal.ts';
import { setPlaces } from '#storage/insight/canvas.ts';
import { act, type Context } from '../../act.ts';
import { factsFor } from '../../select/factsFor.ts';

/**
 * Puts facts of one customer into a block of the full view, on a point of it where one is named; block null: back to where their kind
 * belongs. One event a fact that moves, so that each can be taken back. Refuses (invalid: unknown_point), (not_found: fact) and, for
 * withdrawn ones, (conflict: fact_withdrawn).
 */
export async function placeFacts(context: Context, accountId: number, ids: readonly number[], block: Block | null, topic: string | null): Promise<{ events: number[] }> {
  const why = whyNoPlace(block, topic);
  if (why) throw new Refusal('invalid', 'The full view has no such place.', { fields: [{ path: why.field, reason: why.reason, message: 'The full view has no such place.' }] });
  const { eventIds } = await act(context, 'recordFact', async (tx) => {
    const facts = await factsFor(tx, context.actor, ids);
    if (facts[0].accountId !== accountId) throw new Refusal('not_found', 'There is no such fact about a customer that you may see.', { reason: 'fact' });
    if (facts.some((fact) => fact.withdrawnAt !== null)) throw new Refusal('conflict', 'This fact was withdrawn. Let it count again, then move it.', { reason: 'fact_withdrawn' });
    const moving = facts.filter((fact) => fact.block !== block || fact.topic !== topic);
    await setPlaces(tx, moving.map((fact) => fact.id), { block, topic });
    return {
      answer: null,
      events: moving.map((fact) => ({ verb: 'factEdited' as const, accountId, payload: { factId: fact.id, statement: fact.statement, before: { block: fact.block, topic: fact.topic }, after: { block, topic } } })),
    };
  });
  return { events: eventIds };
}
