import { check, ranksOf, type Problem, type Ranking } from './problem.ts';
import { towardsBest } from './normaliseColumns.ts';
import { sums } from './weightedSum.ts';

/**
 * Weighted product (加权乘积): Π v_ij^w_j (Bridgman 1922), computed as Σ w_j · log10 v_ij over shares of each column's sum, costs turned by 1/x.
 * The order does not depend on the scale of a criterion. Higher is better; `products` are the powers of ten of the scores.
 * Refuses (invalid) zero and negative values: their logarithm does not exist.
 */
export function weightedProduct(problem: Problem): Ranking<'weighted product, log10 of sum shares'> & { readonly products: readonly number[] } {
  const { values, weights, isCost, weightSum } = check(problem, { positive: true });
  const scores = sums(towardsBest(values, isCost, 'sum').map((row) => row.map(Math.log10)), weights);
  return { variant: 'weighted product, log10 of sum shares', scores, ranks: ranksOf(scores), weightSum, products: scores.map((score) => 10 ** score) };
}
