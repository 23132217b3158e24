import { Refusal } from '#domain/refusal.ts';
import { panelAgreements } from '#storage/select/panelOutcomes.ts';
import { panelMarks, setMarkReason } from '#storage/select/panels.ts';
import { act, type Context } from '../../act.ts';
import { named, panelFor, placeIn } from './panelFor.ts';

/**
 * Gives a submitted mark its reason, or a better one, until the indicator is agreed on; the mark itself stands. Refuses (conflict)
 * before submitting and after agreeing. The event names no indicator: who is still blind reads the timeline too.
 */
export async function givePanelReason(context: Context, id: number, indicator: string, reason: string): Promise<{ event: number }> {
  const { eventIds } = await act(context, 'markAccount', async (tx) => {
    const panel = await panelFor(tx, context.actor, 'markAccount', id);
    const { userId, submittedAt } = placeIn(panel, context.actor);
    if (submittedAt === null) throw new Refusal('conflict', 'Your marks are still drafts: the reason belongs to the draft.', { reason: 'not_submitted' });
    if (!(await panelMarks(tx, [id])).some((one) => one.userId === userId && one.indicator === indicator)) {
      throw new Refusal('invalid', 'You have no mark on this.', { fields: [{ path: 'indicator', reason: 'no_own_mark', message: 'You have no mark on this.' }] });
    }
    if ((await panelAgreements(tx, [id])).some((one) => one.indicator === indicator)) throw new Refusal('conflict', 'This has been agreed on already. Take that back first.', { reason: 'already_agreed', params: { indicator } });
    await setMarkReason(tx, id, userId, indicator, reason.trim());
    return { answer: null, events: [{ verb: 'panelReasoned', accountId: panel.accountId, payload: named(panel) }] };
  });
  return { event: eventIds[0]! };
}
