import type { Scores } from './score.ts';
import { POINT_STEPS, type ScoreSheet } from './sheet.ts';
import { factorsOf, indicatorsOf, weightsOf } from './weights.ts';

/** What the total of one customer is made of, by indicator in model order: Σ weight × points is the total before deductions. */
export interface MadeOf {
  /** Share of the total (0–1) each indicator really has: missing ones left out, the rest of each level scaled up. Adds to 1. */
  readonly weight: Float64Array;
  /** Points 0–100 that count, those of a capped factor shrunk together; 0 where left out. */
  readonly points: Float64Array;
}

/**
 * Takes the score of a sheet's customer at `at` apart.
 * @param scores of `scoreAll` on this very sheet with the model's own weights
 */
export function madeOf(sheet: ScoreSheet, scores: Scores, at = 0): MadeOf {
  const { model, count } = sheet;
  const weights = weightsOf(model);
  const { known, score } = scores.scratch.factors;
  const indicators = indicatorsOf(model);
  const factors = factorsOf(model);
  const bits = presence(sheet, at);
  const factorSums = new Float64Array(factors.length);
  const uncapped = new Float64Array(factors.length);
  const lensSums = new Float64Array(model.lenses.length);
  for (const { at: column, factorAt } of indicators) {
    if (!bits[column]) continue;
    factorSums[factorAt]! += weights.indicators[column]!;
    uncapped[factorAt]! += weights.indicators[column]! * (sheet.points[column * count + at]! / POINT_STEPS);
  }
  for (const factor of factors) lensSums[factor.lensAt]! += weights.factors[factor.at]! * known[factor.at * count + at]!;
  const whole = weights.lenses.reduce((sum, weight, lensAt) => sum + (lensSums[lensAt]! > 0 ? weight : 0), 0);
  const weight = new Float64Array(indicators.length);
  const points = new Float64Array(indicators.length);
  for (const { at: column, factorAt, lensAt } of indicators) {
    if (!bits[column] || !(factorSums[factorAt]! > 0) || !(lensSums[lensAt]! > 0) || !(whole > 0)) continue;
    weight[column] = (weights.indicators[column]! / factorSums[factorAt]!) * (weights.factors[factorAt]! / lensSums[lensAt]!) * (weights.lenses[lensAt]! / whole);
    const mean = uncapped[factorAt]! / factorSums[factorAt]!;
    const held = mean > 0 ? Math.min(1, score[factorAt * count + at]! / mean) : 1;
    points[column] = (sheet.points[column * count + at]! / POINT_STEPS) * held;
  }
  return { weight, points };
}

/** 1 for each indicator that counts for the customer, in model order. */
export function presence(sheet: ScoreSheet, at = 0): Uint8Array {
  let place = 0;
  let factor = -1;
  return Uint8Array.from(indicatorsOf(sheet.model), ({ factorAt }) => {
    place = factorAt === factor ? place + 1 : 0;
    factor = factorAt;
    return (sheet.present[factorAt * sheet.count + at]! >>> place) & 1;
  });
}

/**
 * Whole steps that add to `sum`: each amount rounded down, what is left over goes to the largest remainders (method of Hare). Amounts
 * of exactly 0 stay 0 as long as there are others.
 */
export function wholeSteps(exact: ArrayLike<number>, sum: number): number[] {
  const whole = Array.from(exact, Math.floor);
  let left = sum - whole.reduce((a, b) => a + b, 0);
  const order = whole.map((_, i) => i).filter((i) => exact[i] !== 0).sort((a, b) => exact[b]! - whole[b]! - (exact[a]! - whole[a]!) || a - b);
  for (let i = 0; left !== 0 && order.length > 0; i = (i + 1) % order.length) {
    whole[order[i]!]! += Math.sign(left);
    left -= Math.sign(left);
  }
  return whole;
}
