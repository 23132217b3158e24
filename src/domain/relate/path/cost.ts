/**
 * Strengths as whole-number costs, so that sums of costs compare exactly and a path can be followed back through equal sums.
 * Cost of a tie = round(−1000 ln strength) + round(−1000 ln willingness): the cheapest path has the largest product.
 */

/** Ties a path has at most (六度). Six costs add to less than 65,535, so every sum fits two bytes. */
export const MOST_TIES = 6;
/** Cost of what no path reaches. */
export const UNREACHED = 0xffff;
/** Weaker ties cost as much as this one (one chance in 2,000): they stay a way where there is no other, and costs stay small. */
const WEAKEST = 0.0005;
const LEAST_WILLINGNESS = 0.05;
const SCALE = 1000;

/** Cost of asking one more person, however strong the tie. Throws RangeError unless willingness is from 0.05 to 1. */
export function hopPenalty(willingness: number): number {
  if (!(willingness >= LEAST_WILLINGNESS && willingness <= 1)) throw new RangeError(`Willingness is from ${LEAST_WILLINGNESS} to 1; this is ${willingness}.`);
  return Math.round(-SCALE * Math.log(willingness));
}

/** Cost of a tie. Throws RangeError unless its strength is above 0 and at most 1: no tie has no cost, it is left out. */
export function tieCost(strength: number, penalty: number): number {
  if (!(strength > 0 && strength <= 1)) throw new RangeError(`The strength of a tie is above 0 and at most 1; this is ${strength}.`);
  return Math.round(-SCALE * Math.log(Math.max(strength, WEAKEST))) + penalty;
}

/** Strength that a cost stands for, to 0.05 % of it. */
export function costStrength(cost: number, penalty: number): number {
  return Math.exp((penalty - cost) / SCALE);
}
