import { towardsBest, type ColumnNormalisation } from './normaliseColumns.ts';
import { check, ranksOf, type Problem, type Ranking } from './problem.ts';

export interface WeightedSumOptions {
  /** `none`: the values are on one scale already, and more is better on all. Default `sum`. */
  readonly normalisation?: ColumnNormalisation | 'none' | undefined;
  /** Default true; false takes weights that do not add to 1 as they are, and `weightSum` tells what they add to. */
  readonly scaleWeights?: boolean | undefined;
}

/**
 * Weighted sum (加权求和): V_i = Σ w_j · v_ij over normalised values (Fishburn 1967; MacCrimmon 1968). Higher is better. A good average hides a
 * fatal criterion, and under `minmax` one more alternative may re-rank the others.
 */
export function weightedSum(problem: Problem, { normalisation = 'sum', scaleWeights }: WeightedSumOptions = {}): Ranking<`weighted sum, ${ColumnNormalisation | 'none'}`> {
  const { values, weights, isCost, weightSum } = check(problem, { scaleWeights });
  const scores = sums(normalisation === 'none' ? values : towardsBest(values, isCost, normalisation), weights);
  return { variant: `weighted sum, ${normalisation}`, scores, ranks: ranksOf(scores), weightSum };
}

/** Σ w_j · v_ij of every row. */
export const sums = (values: readonly (readonly number[])[], weights: readonly number[]): number[] => values.map((row) => row.reduce((sum, value, j) => sum + weights[j]! * value, 0));
