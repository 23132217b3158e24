import { check, type Problem } from './problem.ts';
import { sums } from './weightedSum.ts';

/** Smallest change of one weight that makes two alternatives change places; subtract it from the weight, then scale all to 1 again. */
export interface Reversal {
  /** In the unit of the weights (which add to 1): positive, the weight falls; negative, it rises. */
  readonly change: number;
  /** The same as a share of the weight (0.65: by 65 %); null where the weight is zero. */
  readonly relative: number | null;
}

export interface Sensitivity {
  readonly scores: readonly number[];
  /** Pairs of alternatives by their places, the better one first, with one entry a criterion; null: no weight from 0 up does it. */
  readonly pairs: readonly { readonly i: number; readonly j: number; readonly reversals: readonly (Reversal | null)[] }[];
  /** Smallest relative change of each criterion's weight that reverses any pair, and one that topples the first; null: none does. */
  readonly degree: readonly (number | null)[];
  readonly degreeTop: readonly (number | null)[];
  /** The most critical criterion: whose weight needs the smallest relative change; for any pair, and for the first place. */
  readonly criticalAny: number | null;
  readonly criticalTop: number | null;
}

/**
 * Sensitivity of a weighted sum to its weights (Triantaphyllou and Sánchez 1997, Decision Sciences 28:151–194): to reverse A_i and A_j by the
 * weight of criterion k alone takes δ = (P_j − P_i) / (a_jk − a_ik), feasible when δ ≤ w_k. The values must be on one scale on which more is
 * better (normalise first); weights are scaled to 1. Equal alternatives have nothing to reverse.
 */
export function sensitivity(problem: Problem): Sensitivity {
  const { values, weights } = check(problem);
  const scores = sums(values, weights);
  const order = scores.map((_, i) => i).toSorted((a, b) => scores[b]! - scores[a]! || a - b);
  const pairs = order.flatMap((i, n) => order.slice(n + 1).filter((j) => scores[i]! - scores[j]! > 1e-12).map((j) => ({
    i, j, reversals: weights.map((weight, k) => reversal((scores[j]! - scores[i]!) / (values[j]![k]! - values[i]![k]!), weight)),
  })));
  const least = (among: typeof pairs): (number | null)[] => weights.map((_, k) => {
    const found = among.flatMap(({ reversals }) => (reversals[k]?.relative == null ? [] : [Math.abs(reversals[k].relative)]));
    return found.length === 0 ? null : Math.min(...found);
  });
  const degree = least(pairs);
  const degreeTop = least(pairs.filter((pair) => pair.i === order[0]));
  return { scores, pairs, degree, degreeTop, criticalAny: smallest(degree), criticalTop: smallest(degreeTop) };
}

function reversal(change: number, weight: number): Reversal | null {
  if (!Number.isFinite(change) || change > weight + 1e-12) return null;
  return { change, relative: weight === 0 ? null : change / weight };
}

function smallest(list: readonly (number | null)[]): number | null {
  let at: number | null = null;
  list.forEach((value, k) => {
    if (value !== null && (at === null || value < list[at]!)) at = k;
  });
  return at;
}
