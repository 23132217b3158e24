import { chanceOf } from './acceptability.ts';
import type { Tally } from './tally.ts';

/** A pick that at least this share of the weightings supports is solid (house rule). */
export const SOLID_FROM = 0.9;
/** A pick that fewer support is fragile; a customer outside that this many would pick is overlooked (house rule). */
export const FRAGILE_BELOW = 0.5;

/**
 * What the weightings say of today's choice (house rule):
 * picked today: `solid` from 90 %, `fragile` below 50 % (脆弱入选), `open` between them, `barred` under a red line, which no weighting lifts;
 * not picked: `overlooked` from 50 %, else `outside`.
 */
export const VERDICTS = ['solid', 'open', 'fragile', 'barred', 'overlooked', 'outside'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * The verdict on one customer; null when it has no total.
 * @param rank its place today, 0 without one
 */
export function verdictOf(tally: Tally, at: number, rank: number, veto: boolean): Verdict | null {
  const chance = chanceOf(tally, at);
  if (Number.isNaN(chance) || rank === 0) return null;
  if (rank > tally.top) return chance >= FRAGILE_BELOW && !veto ? 'overlooked' : 'outside';
  if (veto) return 'barred';
  return chance >= SOLID_FROM ? 'solid' : chance < FRAGILE_BELOW ? 'fragile' : 'open';
}

/** How many customers there are of each verdict, and how many are picked today (ties at the edge may make it more than N). */
export function countVerdicts(tally: Tally, ranks: ArrayLike<number>, veto: ArrayLike<number>): Record<Verdict, number> & { readonly picks: number } {
  const counts = { solid: 0, open: 0, fragile: 0, barred: 0, overlooked: 0, outside: 0, picks: 0 };
  for (let at = 0; at < tally.count; at += 1) {
    const verdict = verdictOf(tally, at, ranks[at]!, veto[at] === 1);
    if (verdict === null) continue;
    counts[verdict] += 1;
    if (ranks[at]! <= tally.top) counts.picks += 1;
  }
  return counts;
}
