/**
 * Weights of one level (权重) that always add to 100, in tenths of a per cent so that what is shown is what counts.
 */

const TENTHS = 1000;

/**
 * Sets one weight and lets the others share the rest in their old proportion; equally where they were all zero.
 * @param weights weights of one level, 0–100
 * @param index which one the person moved
 * @param value its new weight, clamped to 0–100 and rounded to a tenth
 * @returns new weights that add to exactly 100 (a lone weight is always 100)
 */
export function rebalance(weights: readonly number[], index: number, value: number): number[] {
  if (weights.length === 1) return [100];
  const fixed = Math.min(TENTHS, Math.max(0, Math.round(value * 10)));
  const others = weights.map((weight, i) => (i === index ? 0 : Math.max(0, weight)));
  const shared = shareOut(others, TENTHS - fixed, (i) => i !== index);
  return shared.map((tenths, i) => (i === index ? fixed : tenths) / 10);
}

/** All weights scaled to add to exactly 100 (or another `total` in tenths), proportions kept; equal where the sum is zero. */
export function scaleTo100(weights: readonly number[], total = 100): number[] {
  return shareOut(weights.map((weight) => Math.max(0, weight)), Math.round(total * 10), () => true).map((tenths) => tenths / 10);
}

/** Sum of weights without binary noise (33.3 + 33.3 + 33.4 is 100, not 99.99999). */
export function weightSum(weights: readonly number[]): number {
  return Math.round(weights.reduce((sum, weight) => sum + weight, 0) * 1e6) / 1e6;
}

/** Largest remainder: whole tenths in proportion to `parts`, adding to exactly `total`. */
function shareOut(parts: readonly number[], total: number, takesPart: (index: number) => boolean): number[] {
  const sum = parts.reduce((a, b) => a + b, 0);
  const places = parts.map((_, i) => i).filter(takesPart);
  const exact = parts.map((part, i) => (!takesPart(i) ? 0 : sum > 0 ? (part / sum) * total : total / places.length));
  const whole = exact.map((part) => Math.floor(part + 1e-9));
  let left = total - whole.reduce((a, b) => a + b, 0);
  const byRemainder = places.toSorted((a, b) => exact[b]! - whole[b]! - (exact[a]! - whole[a]!) || a - b);
  for (const place of byRemainder) {
    if (left <= 0) break;
    whole[place]! += 1;
    left -= 1;
  }
  return whole;
}
