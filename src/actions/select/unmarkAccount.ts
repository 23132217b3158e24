import type { MarkChange } from '#domain/trust/events.ts';
import { restoreMarks, withdrawMarksById } from '#storage/select/marks.ts';
import { act, type Context } from '../act.ts';
import { accountFor } from './accountFor.ts';
import { afterSome } from './scorePortfolio.ts';
import { scoreSome } from './scoreSome.ts';

/** Takes changes of marks back: what they recorded is withdrawn, what they withdrew counts again; the customer is scored at once. */
export async function unmarkAccount(context: Context, accountId: number, changes: readonly MarkChange[]): Promise<{ event: number }> {
  const { answer: outcome, eventIds } = await act(context, 'markAccount', async (tx) => {
    await accountFor(tx, context.actor, 'markAccount', accountId);
    const by = { userId: context.actor.id, at: context.now().toISOString() };
    await withdrawMarksById(tx, changes.map((change) => change.markId).filter((id) => id !== null), by);
    await restoreMarks(tx, changes.filter((change) => change.markId === null).map((change) => change.before).filter((id) => id !== null));
    const back = changes.map((change): MarkChange => ({ indicator: change.indicator, markId: change.before, before: change.markId, value: change.valueBefore, valueBefore: change.value }));
    return { answer: await scoreSome(tx, [accountId]), events: [{ verb: 'marked', accountId, payload: { changes: back } }] };
  });
  await afterSome(context, outcome);
  return { event: eventIds[0]! };
}
