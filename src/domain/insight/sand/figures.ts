/**
 * Percentile of values sorted upwards: the smallest one that at least `share` (0–1) of them do not exceed (inverse of the empirical
 * distribution, definition 1 of Hyndman & Fan 1996, "Sample quantiles in statistical packages"). Throws a RangeError without values.
 */
export function percentileOf(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) throw new RangeError('no values');
  // 0.1 × 10,000 is not exactly 1,000 in binary: a hair less must not reach the next rank.
  return sorted[Math.min(sorted.length, Math.max(1, Math.ceil(share * sorted.length - 1e-9))) - 1]!;
}

export interface Bin { readonly from: number; readonly to: number; readonly count: number }

/** Values sorted upwards, counted in bins of equal width; the last bin holds its upper end. One bin when all are the same. */
export function histogramOf(sorted: Float64Array, bins: number): Bin[] {
  const [low, high] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  if (high === low) return [{ from: low, to: high, count: sorted.length }];
  const width = (high - low) / bins;
  const counts = new Uint32Array(bins);
  for (const value of sorted) counts[Math.min(bins - 1, Math.floor((value - low) / width))]! += 1;
  return [...counts].map((count, n) => ({ from: low + n * width, to: low + (n + 1) * width, count }));
}

export function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? 0 : sum / values.length;
}

/** Covariance of two rows of draws (divided by n, as for a whole population). */
export function covarianceOf(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  let sum = 0;
  for (let n = 0; n < a.length; n += 1) sum += (a[n]! - meanA) * (b[n]! - meanB);
  return a.length === 0 ? 0 : sum / a.length;
}
