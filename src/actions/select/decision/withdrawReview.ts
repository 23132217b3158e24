import { Refusal } from '#domain/refusal.ts';
import { setDecisionWithdrawn } from '#storage/select/decisions.ts';
import { listReviews, setReviewWithdrawn } from '#storage/select/decisionReviews.ts';
import { act, type Context } from '../../act.ts';
import { decisionFor, oneDecisionAtATime } from './decisionFor.ts';
import { checkRestore, checkWithdraw } from './withdrawDecision.ts';

/**
 * Withdraws a review, with the drop that came out of it, or lets it stand again. Refuses (conflict) where a later review or decision
 * stands on it (changed_since), and what is in that state already (already_undone).
 */
export async function withdrawReview(context: Context, id: number, withdrawn: boolean): Promise<{ event: number }> {
  const { eventIds } = await act(context, 'chooseKeyAccount', async (tx) => {
    await oneDecisionAtATime(tx);
    const [review] = await listReviews(tx, { id });
    if (!review) throw new Refusal('not_found', 'There is no such review of a decision that you may see.', { reason: 'review' });
    const decision = await decisionFor(tx, context.actor, review.decisionId);
    if (review.withdrawn === withdrawn) throw new Refusal('conflict', withdrawn ? 'This review has been withdrawn already.' : 'This review stands.', { reason: 'already_undone' });
    const later = (await listReviews(tx, { decisionId: decision.id })).some((other) => other.id > id && !other.withdrawn);
    if (later || decision.withdrawn) throw new Refusal('conflict', 'It has been reviewed again since. Take the later review back first.', { reason: 'changed_since' });
    const by = withdrawn ? { userId: context.actor.id, at: context.now().toISOString() } : null;
    const { dropDecisionId } = review.snapshot;
    if (dropDecisionId !== null) {
      await (withdrawn ? checkWithdraw : checkRestore)(tx, context.actor, await decisionFor(tx, context.actor, dropDecisionId));
      await setDecisionWithdrawn(tx, dropDecisionId, by);
    }
    await setReviewWithdrawn(tx, id, by);
    return { answer: null, events: [{ verb: 'reviewWithdrawn', accountId: decision.account.id, payload: { reviewId: id, decisionId: decision.id, withdrawn } }] };
  });
  return { event: eventIds[0]! };
}
