import { act, type Context } from '../../act.ts';
import { decide, type GivenDecision } from './decide.ts';

/**
 * Drops a key account (移出大客户): a decision of its own, with reasons and people; the one that chose it stays to be read.
 * Refuses (conflict) what is no key account or archived, (invalid) every field that is wrong.
 */
export async function dropKeyAccount(context: Context, accountId: number, given: GivenDecision): Promise<{ id: number; event: number }> {
  const { answer: id, eventIds } = await act(context, 'chooseKeyAccount', async (tx) => {
    const decisionId = await decide(tx, context, 'drop', accountId, given);
    return { answer: decisionId, events: [{ verb: 'keyAccountDropped', accountId, payload: { decisionId } }] };
  });
  return { id, event: eventIds[0]! };
}
