import type { Transaction } from 'kysely';
import type { Schema } from '#storage/schema.ts';
import { findDecision } from '#storage/select/decisions.ts';
import { listReviews } from '#storage/select/decisionReviews.ts';
import { withdrawDecision } from '../select/decision/withdrawDecision.ts';
import { withdrawReview } from '../select/decision/withdrawReview.ts';
import type { Context } from '../act.ts';
import type { Reverse } from './reverse.ts';

/** The guard compares; what the person may do is the reversing action's to check. */
const EVERYTHING = { userId: null, scope: 'all' } as const;

/** Choosing and dropping alike: withdrawn as if they had not been. */
const made = {
  unchanged: (tx: Transaction<Schema>, { payload }: { payload: { decisionId: number } }) => isWithdrawn(tx, payload.decisionId, false),
  reverse: (context: Context, { payload }: { payload: { decisionId: number } }) => withdrawDecision(context, payload.decisionId, true),
};
export const keyAccountChosen: Reverse<'keyAccountChosen'> = made;
export const keyAccountDropped: Reverse<'keyAccountDropped'> = made;

export const decisionWithdrawn: Reverse<'decisionWithdrawn'> = {
  unchanged: (tx, { payload }) => isWithdrawn(tx, payload.decisionId, payload.withdrawn),
  reverse: (context, { payload }) => withdrawDecision(context, payload.decisionId, !payload.withdrawn),
};

/** A review goes with the drop that came out of it. */
export const decisionReviewed: Reverse<'decisionReviewed'> = {
  unchanged: async (tx, { payload }) => (await listReviews(tx, { id: payload.reviewId }))[0]?.withdrawn === false,
  reverse: (context, { payload }) => withdrawReview(context, payload.reviewId, true),
};

export const reviewWithdrawn: Reverse<'reviewWithdrawn'> = {
  unchanged: async (tx, { payload }) => (await listReviews(tx, { id: payload.reviewId }))[0]?.withdrawn === payload.withdrawn,
  reverse: (context, { payload }) => withdrawReview(context, payload.reviewId, !payload.withdrawn),
};

async function isWithdrawn(tx: Transaction<Schema>, decisionId: number, withdrawn: boolean): Promise<boolean> {
  const decision = await findDecision(tx, EVERYTHING, decisionId);
  return decision !== undefined && (decision.withdrawn !== null) === withdrawn;
}
