import type { ScoreModel } from '../model.ts';
import type { Weights } from '../weights.ts';
import { levelsOf, sharesOf } from './ranges.ts';
import type { WeightPlace } from './totalLine.ts';

/**
 * The weights with one of them set, the others of its level sharing the rest in their old proportion (equally where they had nothing).
 * Like `rebalance`, but not rounded to tenths: what a computed turning point has to be applied with. The level adds to 100.
 * @param percent 0–100
 */
export function moveExactly(model: ScoreModel, weights: Weights, { list, at }: WeightPlace, percent: number): Weights {
  const level = levelsOf(model).find((one) => one.list === list && at >= one.first && at < one.first + one.size)!;
  const shares = sharesOf(weights[list], level);
  const own = at - level.first;
  const rest = 1 - shares[own]!;
  const moved = shares.map((share, i) => (i === own ? percent : (100 - percent) * (rest > 1e-12 ? share / rest : 1 / (shares.length - 1))));
  return { ...weights, [list]: weights[list].map((weight, i) => moved[i - level.first] ?? weight) };
}
