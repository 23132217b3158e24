import { isDay, latestDay, utcDay } from '#domain/day.ts';
import type { Outcome } from '#domain/select/decision/review.ts';
import { SNAPSHOT_FORMAT } from '#domain/select/decision/snapshot.ts';
import { Refusal, type InvalidField } from '#domain/refusal.ts';
import { takeIds } from '#storage/ids.ts';
import type { StoredDecision } from '#storage/select/decisions.ts';
import { figuresOf } from '#storage/select/decisionGrounds.ts';
import { insertReview } from '#storage/select/decisionReviews.ts';
import { activeModelId } from '#storage/select/models.ts';
import { act, type Context } from '../../act.ts';
import { decide } from './decide.ts';
import { decisionFor, oneDecisionAtATime } from './decisionFor.ts';

export interface GivenReview {
  readonly outcome: Outcome;
  /** What was found; for `drop` the reason of the drop too. */
  readonly note: string;
  /** Today when absent. */
  readonly reviewedOn?: string | undefined;
  /** Who decides to drop; not needed otherwise. */
  readonly people?: readonly string[] | undefined;
}

/**
 * Reviews the choice of a key account (年度复盘, S12): it is kept, kept under watch, or dropped, which makes the drop in the same act. Keeps
 * the figures of that day. Refuses (conflict: decision_not_standing) a decision that does not stand or chose nothing, (invalid) every field.
 */
export async function reviewDecision(context: Context, decisionId: number, given: GivenReview): Promise<{ id: number; dropDecisionId: number | null; event: number }> {
  const { answer, eventIds } = await act(context, 'chooseKeyAccount', async (tx) => {
    await oneDecisionAtATime(tx);
    const decision = await decisionFor(tx, context.actor, decisionId);
    if (!decision.standing || decision.kind !== 'choose') throw new Refusal('conflict', 'Only the choice of a customer that is a key account now is reviewed.', { reason: 'decision_not_standing' });
    const reviewedOn = given.reviewedOn ?? utcDay(context.now());
    const note = given.note.trim();
    const fields = reviewFaults(decision, note, reviewedOn, latestDay(context.now()));
    if (given.outcome === 'drop' && !given.people?.length) fields.push({ path: 'people', reason: 'required', message: 'Name at least one person who decided.' });
    if (fields.length > 0) throw new Refusal('invalid', fields[0]!.message, { fields });

    const id = await takeIds(tx, 'decision_review', 1);
    const { outcome } = given;
    const dropDecisionId = outcome === 'drop' ? await decide(tx, context, 'drop', decision.account.id, { reasons: { for: note, against: '' }, people: given.people ?? [], decidedOn: reviewedOn }, id) : null;
    const snapshot = { format: SNAPSHOT_FORMAT, figures: (await figuresOf(tx, decision.account.id))!, modelVersionId: (await activeModelId(tx))!, dropDecisionId } as const;
    await insertReview(tx, id, { decisionId, outcome, note, snapshot, reviewedOn }, { userId: context.actor.id, at: context.now().toISOString() });
    return { answer: { id, dropDecisionId }, events: [{ verb: 'decisionReviewed', accountId: decision.account.id, payload: { reviewId: id, decisionId, outcome } }] };
  });
  return { ...answer, event: eventIds[0]! };
}

function reviewFaults(decision: StoredDecision, note: string, reviewedOn: string, today: string): InvalidField[] {
  const faults: InvalidField[] = [];
  const fault = (path: string, reason: string, message: string): void => void faults.push({ path, reason, message });
  if (note === '') fault('note', 'required', 'Say what the review found.');
  if (!isDay(reviewedOn)) fault('reviewedOn', 'no_such_day', 'This day does not exist.');
  else if (reviewedOn > today) fault('reviewedOn', 'in_the_future', 'It cannot have been reviewed after today.');
  else if (reviewedOn < (decision.lastReviewedOn ?? decision.decidedOn)) fault('reviewedOn', 'before_last_decision', 'The decision or the review before this one was later.');
  return faults;
}
