import { connected, SCALE, type Entries } from './comparisons.ts';
import { complete, type Completed } from './complete.ts';

/** The comparison of items i and j (places in the matrix), what would fit in its place, and λmax then. */
export interface Disturbing {
  readonly i: number;
  readonly j: number;
  readonly given: number;
  /** The value of the scale 1/9 … 9 that leaves the least contradiction. */
  readonly fits: number;
  /** The same without rounding to the scale. */
  readonly fitsExactly: number;
  readonly lambdaThen: number;
}

/** Below this a gain is rounding. */
const GAIN = 1e-9;
/** Close enough for choosing a value of the scale: λmax is then right to some 1e-12. */
const ROUGHLY = 1e-6;

/**
 * The comparison that most disturbs the consistency: the one whose replacement by a value of the scale brings λmax down furthest. For each
 * comparison the value that fits is what the others imply: the entry is taken out and chosen anew so that λmax is least (as for missing
 * ones, Bozóki et al. 2010), then rounded to the better of the two neighbouring values of the scale. Among equals (in a circle of three, any
 * one of them may be the slip) the one furthest from the ratio of the weights, then the first. Null when no replacement helps.
 */
export function mostDisturbing(entries: Entries, now: Completed = complete(entries)): Disturbing | null {
  const size = entries.length;
  let best: Disturbing | null = null;
  let bestOff = 0;
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const given = entries[i]![j] ?? null;
      if (given === null) continue;
      const without = replaced(entries, i, j, null);
      // A comparison that alone holds the items together contradicts nothing.
      if (connected(without).length > 1) continue;
      const free = complete(without, now, ROUGHLY);
      const fitsExactly = free.matrix[i * size + j]!;
      const { fits, lambdaThen } = nearest(entries, i, j, fitsExactly, free);
      if (Math.abs(fits - given) < 1e-9 || lambdaThen > now.lambdaMax - GAIN) continue;
      const off = Math.abs(Math.log((given * now.vector[j]!) / now.vector[i]!));
      const better = best === null || lambdaThen < best.lambdaThen - GAIN || (lambdaThen < best.lambdaThen + GAIN && off > bestOff + GAIN);
      if (!better) continue;
      best = { i, j, given, fits, fitsExactly, lambdaThen };
      bestOff = off;
    }
  }
  return best;
}

/** The value of the scale around `exact` that leaves λmax least. */
function nearest(entries: Entries, i: number, j: number, exact: number, free: Completed): { fits: number; lambdaThen: number } {
  const above = SCALE.findIndex((value) => value >= exact);
  const candidates = above === -1 ? [9] : above === 0 ? [1 / 9] : [SCALE[above - 1]!, SCALE[above]!];
  return candidates.map((fits) => ({ fits, lambdaThen: complete(replaced(entries, i, j, fits), free, ROUGHLY).lambdaMax })).reduce((a, b) => (b.lambdaThen < a.lambdaThen - GAIN ? b : a));
}

function replaced(entries: Entries, i: number, j: number, value: number | null): (number | null)[][] {
  return entries.map((row, r) => row.map((entry, c) => (r === i && c === j ? value : r === j && c === i ? (value === null ? null : 1 / value) : entry)));
}
