import type { DecisionView } from '#contract/select/decisions.ts';
import { reviewDue } from '#domain/select/decision/review.ts';
import type { Figures } from '#domain/select/decision/snapshot.ts';
import type { Viewer } from '#storage/select/accountFilter.ts';
import type { StoredDecision } from '#storage/select/decisions.ts';

/** Figures as they cross the wire: of how many an account is the fifth is not for those who see only some. */
export function presentFigures(figures: Figures, viewer: Viewer) {
  return { ...figures, months: [...figures.months], ranked: viewer.scope === 'all' ? figures.ranked : null };
}

/** When the choice of a key account is to be reviewed; null for what does not stand, chose nothing, or is about an archived customer. */
export function dueOf(decision: StoredDecision, today: string): { reviewDue: string | null; due: boolean } {
  if (!decision.standing || decision.kind !== 'choose' || decision.account.archived) return { reviewDue: null, due: false };
  const day = reviewDue(decision.decidedOn, decision.lastReviewedOn);
  return { reviewDue: day, due: day <= today };
}

/** A decision as it crosses the wire. */
export function presentDecision(decision: StoredDecision, viewer: Viewer, today: string): DecisionView {
  return { ...decision, people: [...decision.people], figures: presentFigures(decision.figures, viewer), ...dueOf(decision, today) };
}
