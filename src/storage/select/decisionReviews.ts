import type { Kysely, Transaction } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { Outcome } from '#domain/select/decision/review.ts';
import { readSnapshot, type ReviewSnapshot } from '#domain/select/decision/snapshot.ts';
import type { Schema } from '../schema.ts';

/** A yearly look at a decision. */
export interface StoredReview {
  readonly id: number;
  readonly decisionId: number;
  readonly accountId: number;
  readonly outcome: Outcome;
  readonly note: string;
  readonly snapshot: ReviewSnapshot;
  readonly reviewedOn: Day;
  readonly reviewedBy: { readonly id: string; readonly name: string } | null;
  readonly reviewedAt: string;
  readonly withdrawn: boolean;
}

/** Reviews of a decision, or one by its id, oldest first; withdrawn ones too. */
export async function listReviews(db: Kysely<Schema>, of: { readonly decisionId: number } | { readonly id: number }): Promise<StoredReview[]> {
  const rows = await db.selectFrom('decision_review as r').innerJoin('decision as d', 'd.id', 'r.decision_id').leftJoin('auth_user as u', 'u.id', 'r.reviewed_by')
    .where('id' in of ? 'r.id' : 'r.decision_id', '=', 'id' in of ? of.id : of.decisionId).orderBy('r.id')
    .select(['r.id', 'r.decision_id', 'd.account_id', 'r.outcome', 'r.note', 'r.snapshot', 'r.reviewed_on', 'r.reviewed_by', 'u.name', 'r.reviewed_at', 'r.withdrawn_at']).execute();
  return rows.map((row) => ({
    id: row.id, decisionId: row.decision_id, accountId: row.account_id, outcome: row.outcome, note: row.note, snapshot: readSnapshot<ReviewSnapshot>(row.snapshot), reviewedOn: row.reviewed_on,
    reviewedBy: row.reviewed_by === null ? null : { id: row.reviewed_by, name: row.name ?? '' }, reviewedAt: row.reviewed_at, withdrawn: row.withdrawn_at !== null,
  }));
}

export async function insertReview(tx: Transaction<Schema>, id: number, row: { readonly decisionId: number; readonly outcome: Outcome; readonly note: string; readonly snapshot: ReviewSnapshot; readonly reviewedOn: Day }, by: { userId: string | null; at: string }): Promise<void> {
  await tx.insertInto('decision_review').values({
    id, decision_id: row.decisionId, outcome: row.outcome, note: row.note, snapshot: JSON.stringify(row.snapshot), reviewed_on: row.reviewedOn, reviewed_by: by.userId, reviewed_at: by.at, withdrawn_at: null, withdrawn_by: null,
  }).execute();
}

/** Withdraws a review, or lets it stand again. */
export async function setReviewWithdrawn(tx: Transaction<Schema>, id: number, by: { userId: string | null; at: string } | null): Promise<void> {
  await tx.updateTable('decision_review').set({ withdrawn_at: by?.at ?? null, withdrawn_by: by?.userId ?? null }).where('id', '=', id).execute();
}
