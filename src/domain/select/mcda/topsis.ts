import { sameScale, type ColumnNormalisation } from './normaliseColumns.ts';
import { check, ranksOf, type Problem, type Ranking } from './problem.ts';

/**
 * TOPSIS (逼近理想解排序; Hwang and Yoon 1981): how close each alternative is to the best and how far from the worst of every criterion,
 * C = d⁻ / (d⁺ + d⁻), Euclidean distances over weighted normalised values. 1 is the ideal itself; higher is better. Costs keep their direction:
 * their ideal is the lowest value. `vector` is the original normalisation; by another one the same values may have another winner.
 * Where all alternatives are equal on everything that weighs, each gets 0.5.
 */
export function topsis(problem: Problem, { normalisation = 'vector' }: { normalisation?: ColumnNormalisation | undefined } = {}): Ranking<`TOPSIS, ${ColumnNormalisation}`> {
  const { values, weights, isCost, weightSum } = check(problem);
  const weighted = sameScale(values, normalisation).map((row) => row.map((value, j) => value * weights[j]!));
  const ends = weights.map((_, j) => {
    const column = weighted.map((row) => row[j]!);
    const [low, high] = [Math.min(...column), Math.max(...column)];
    return isCost[j] ? { best: low, worst: high } : { best: high, worst: low };
  });
  const scores = weighted.map((row) => {
    const toBest = Math.hypot(...row.map((value, j) => value - ends[j]!.best));
    const toWorst = Math.hypot(...row.map((value, j) => value - ends[j]!.worst));
    return toBest + toWorst === 0 ? 0.5 : toWorst / (toBest + toWorst);
  });
  return { variant: `TOPSIS, ${normalisation}`, scores, ranks: ranksOf(scores), weightSum };
}
