/**
 * Triangular distribution of low, likely and high: what a person can say of a figure nobody has measured (Johnson 1997, "The
 * triangular distribution as a proxy for the beta distribution in risk analysis", The Statistician 46(3)). Its inverse at `u` in
 * (0, 1): low + √(u·w·(likely − low)) up to the likely value, high − √((1 − u)·w·(high − likely)) above it, w = high − low.
 */
export function triangularAt(u: number, low: number, likely: number, high: number): number {
  const width = high - low;
  if (width <= 0) return likely;
  return u * width < likely - low ? low + Math.sqrt(u * width * (likely - low)) : high - Math.sqrt((1 - u) * width * (high - likely));
}

/** (a + b + c) / 3. */
export const triangularMean = (low: number, likely: number, high: number): number => (low + likely + high) / 3;

/** (a² + b² + c² − ab − ac − bc) / 18. */
export const triangularVariance = (low: number, likely: number, high: number): number =>
  (low * low + likely * likely + high * high - low * likely - low * high - likely * high) / 18;
