import { rebalance } from '#domain/select/rebalance.ts';
import { moveExactly } from '#domain/select/robust/moveExactly.ts';
import { levelsOf } from '#domain/select/robust/ranges.ts';
import type { Reversal } from '#domain/select/robust/reversal.ts';
import { scoreAll } from '#domain/select/score.ts';
import type { ScoreSheet } from '#domain/select/sheet.ts';
import type { Weights } from '#domain/select/weights.ts';

/**
 * Weights that put `behind` before `ahead` as a turning point says: as the slider would set them, in tenths, where that is enough;
 * else exactly.
 */
export function passingWeights(sheet: ScoreSheet, weights: Weights, reversal: Reversal, ahead: number, behind: number): Weights {
  const { list, at, passes } = reversal;
  const level = levelsOf(sheet.model).find((one) => one.list === list && at >= one.first && at < one.first + one.size)!;
  const moved = rebalance(weights[list].slice(level.first, level.first + level.size), at - level.first, passes);
  const tenths: Weights = { ...weights, [list]: weights[list].map((weight, i) => moved[i - level.first] ?? weight) };
  const { total } = scoreAll(sheet, tenths);
  return total[behind]! > total[ahead]! ? tenths : moveExactly(sheet.model, weights, reversal, passes);
}
