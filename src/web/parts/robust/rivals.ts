import type { Scores } from '#domain/select/score.ts';

/** Rivals on offer: this many places above and below. */
const NEAR = 8;

/** Customers (sheet indexes) next to one in a ranking: the nearest above first by default, else below. */
export function rivalsOf(scores: Scores, at: number): { readonly near: readonly number[]; readonly first: number | null } {
  const place = scores.order.indexOf(at);
  const near = Array.from(scores.order.subarray(Math.max(0, place - NEAR), place + NEAR + 1)).filter((other) => other !== at && scores.rank[other]! > 0);
  const above = place > 0 ? scores.order[place - 1]! : null;
  return { near, first: above ?? near[0] ?? null };
}
