import type { Day } from '#domain/day.ts';

/** What a yearly review comes to: it stands, it stands under watch, or the account is dropped. */
export const OUTCOMES = ['keep', 'watch', 'drop'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * When a decision is to be looked at again: one year after it was made or last reviewed (the house's default; the method asks
 * for a yearly review, S12). A year after 29 February is full on 1 March.
 */
export function reviewDue(decidedOn: Day, lastReviewedOn: Day | null): Day {
  const from = lastReviewedOn !== null && lastReviewedOn > decidedOn ? lastReviewedOn : decidedOn;
  const year = String(Number(from.slice(0, 4)) + 1).padStart(4, '0');
  return from.endsWith('-02-29') ? `${year}-03-01` : `${year}${from.slice(4)}`;
}

/** The latest day of a decision or review that is due today: due(d) ≤ today exactly for d ≤ this day. So that a store can be asked. */
export function dueIfBy(today: Day): Day {
  const year = String(Number(today.slice(0, 4)) - 1).padStart(4, '0');
  return today.endsWith('-02-29') ? `${year}-02-28` : `${year}${today.slice(4)}`;
}
