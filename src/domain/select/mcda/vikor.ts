import { towardsBest } from './normaliseColumns.ts';
import { check, ranksOf, type Problem, type Ranking } from './problem.ts';

/** Compromise ranking; `scores` are Q. */
export interface Vikor extends Ranking<'VIKOR'> {
  /** Weighted regret of all criteria together. */
  readonly s: readonly number[];
  /** Largest weighted regret of a single criterion. */
  readonly r: readonly number[];
  /** How much the majority of criteria counts against the worst single one. */
  readonly v: number;
}

/**
 * VIKOR (折衷排序; Opricovic and Tzeng 2004): S = Σ w (f* − f) / (f* − f⁻), R = the largest of these terms, Q = v (S − S*) / (S⁻ − S*) +
 * (1 − v) (R − R*) / (R⁻ − R*). LOWER is better; 0 is the best compromise. A criterion on which all are equal adds no regret.
 * @param options v between 0 and 1, default 0.5
 */
export function vikor(problem: Problem, { v = 0.5 }: { v?: number | undefined } = {}): Vikor {
  const { values, weights, isCost, weightSum } = check(problem);
  const regrets = towardsBest(values, isCost, 'minmax').map((row) => row.map((value, j) => weights[j]! * (1 - value)));
  const s = regrets.map((row) => row.reduce((a, b) => a + b, 0));
  const r = regrets.map((row) => Math.max(...row));
  const from = (list: readonly number[]): number[] => {
    const [low, high] = [Math.min(...list), Math.max(...list)];
    return list.map((value) => (high === low ? 0 : (value - low) / (high - low)));
  };
  const [groups, singles] = [from(s), from(r)];
  const scores = groups.map((group, i) => v * group + (1 - v) * singles[i]!);
  return { variant: 'VIKOR', scores, ranks: ranksOf(scores, true), weightSum, s, r, v };
}
