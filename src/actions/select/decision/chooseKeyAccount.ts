import { act, permit, type Context } from '../../act.ts';
import { decide, type GivenDecision } from './decide.ts';
import { scoredOnce } from './grounds.ts';

/**
 * Chooses a customer as a key account (选定大客户, S12): an act with reasons, people and alternatives, kept with everything it rests on.
 * Refuses (conflict) a key account or an archived customer, (invalid) every field that is wrong.
 */
export async function chooseKeyAccount(context: Context, accountId: number, given: GivenDecision): Promise<{ id: number; event: number }> {
  permit(context.actor, 'chooseKeyAccount');
  await scoredOnce(context, accountId);
  const { answer: id, eventIds } = await act(context, 'chooseKeyAccount', async (tx) => {
    const decisionId = await decide(tx, context, 'choose', accountId, given);
    return { answer: decisionId, events: [{ verb: 'keyAccountChosen', accountId, payload: { decisionId } }] };
  });
  return { id, event: eventIds[0]! };
}
