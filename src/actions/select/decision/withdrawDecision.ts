import type { Transaction } from 'kysely';
import { Refusal } from '#domain/refusal.ts';
import type { Schema } from '#storage/schema.ts';
import { readDecisionSnapshot, setDecisionWithdrawn, standingDecision, type StoredDecision } from '#storage/select/decisions.ts';
import { listReviews, setReviewWithdrawn } from '#storage/select/decisionReviews.ts';
import { act, viewerOf, type Actor, type Context } from '../../act.ts';
import { decisionFor, oneDecisionAtATime } from './decisionFor.ts';

/**
 * Withdraws a decision as if it had not been made, or lets it stand again; it stays to be read. A drop that came out of a review takes
 * the review with it. Refuses (conflict) where a later decision stands on it (changed_since), where it has been reviewed since
 * (decision_reviewed: then it is dropped, not withdrawn), and what is in that state already (already_undone).
 */
export async function withdrawDecision(context: Context, id: number, withdrawn: boolean): Promise<{ event: number }> {
  const { eventIds } = await act(context, 'chooseKeyAccount', async (tx) => {
    await oneDecisionAtATime(tx);
    const decision = await decisionFor(tx, context.actor, id);
    const by = withdrawn ? { userId: context.actor.id, at: context.now().toISOString() } : null;
    await (withdrawn ? checkWithdraw : checkRestore)(tx, context.actor, decision);
    await setDecisionWithdrawn(tx, id, by);
    const { reviewId } = await readDecisionSnapshot(tx, id);
    if (reviewId !== null) await setReviewWithdrawn(tx, reviewId, by);
    return { answer: null, events: [{ verb: 'decisionWithdrawn', accountId: decision.account.id, payload: { decisionId: id, kind: decision.kind, withdrawn } }] };
  });
  return { event: eventIds[0]! };
}

/** Refuses unless this is the decision that stands, and nobody has reviewed it. */
export async function checkWithdraw(tx: Transaction<Schema>, actor: Actor, decision: StoredDecision): Promise<void> {
  if (decision.withdrawn) throw new Refusal('conflict', 'This decision has been withdrawn already.', { reason: 'already_undone' });
  const standing = await standingDecision(tx, viewerOf(actor), decision.account.id);
  if (standing?.id !== decision.id) throw laterDecision();
  if ((await listReviews(tx, { decisionId: decision.id })).some((review) => !review.withdrawn)) {
    throw new Refusal('conflict', 'This decision has been reviewed since: drop the key account, or take the reviews back first.', { reason: 'decision_reviewed' });
  }
}

/** Refuses unless the decision follows from the one that stands: to choose what is none, to drop what is one. */
export async function checkRestore(tx: Transaction<Schema>, actor: Actor, decision: StoredDecision): Promise<void> {
  if (!decision.withdrawn) throw new Refusal('conflict', 'This decision stands.', { reason: 'already_undone' });
  const standing = await standingDecision(tx, viewerOf(actor), decision.account.id);
  const follows = decision.kind === 'choose' ? standing?.kind !== 'choose' : standing?.kind === 'choose';
  if (!follows || (standing && standing.id > decision.id)) throw laterDecision();
  // Its own review, where it came out of one, is of the same instant.
  if (standing && (await listReviews(tx, { decisionId: standing.id })).some((review) => !review.withdrawn && review.reviewedAt > decision.recordedAt)) throw laterDecision();
}

function laterDecision(): Refusal {
  return new Refusal('conflict', 'Another decision has been made since. Take the later one back first.', { reason: 'changed_since' });
}
