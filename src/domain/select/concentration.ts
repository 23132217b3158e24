/**
 * 80/20 of a set of customers (S10): Pareto and whale curve, ABC, Gini, HHI. Works on any value per customer (revenue,
 * contribution) in whole minor units; conventions are stated at each function, because most disputes are about them.
 */

/** Figures of one set; shares 0–1, money as given. */
export interface ConcentrationFigures {
  /** Sum over all customers, negative ones included. */
  readonly total: number;
  readonly customers: number;
  /** Customers below zero. */
  readonly negative: number;
  /** Share of the total that the first ⌈n·p⌉ customers make; null where the total is not positive. */
  readonly top1pct: number | null;
  readonly top5pct: number | null;
  readonly top10pct: number | null;
  readonly top20pct: number | null;
  readonly top50pct: number | null;
  /** Fewest customers, largest first, whose sum reaches 80 % of the total; null where the total is not positive. */
  readonly customersFor80pct: number | null;
  readonly gini: number | null;
  readonly hhi: number | null;
  /** Highest point of the cumulative curve: its value, its share of the final total (null where that is not positive), its rank. */
  readonly whalePeakValue: number;
  readonly whalePeakShare: number | null;
  readonly whalePeakRank: number;
}

/** Values from large to small. */
function descending(values: Iterable<number>): Float64Array {
  return Float64Array.from(values).sort().reverse();
}

/** Running sums of values in their order (the whale curve's heights, 鲸鱼曲线). */
export function cumulate(values: Iterable<number>): number[] {
  let sum = 0;
  return Array.from(values, (value) => (sum += value));
}

/**
 * Gini coefficient of non-negative values: Σ (2i − n − 1)·x_i / (n·Σx), x ascending, i from 1 (0 equal … (n−1)/n one has all).
 * Negative values have no place in it and are left out, as are zeros only when asked by the caller. Null without a positive sum.
 */
export function gini(values: Iterable<number>): number | null {
  const ascending = Float64Array.from(values).filter((value) => value >= 0).sort();
  const n = ascending.length;
  let sum = 0;
  let weighted = 0;
  for (let i = 0; i < n; i++) {
    sum += ascending[i]!;
    weighted += (2 * (i + 1) - n - 1) * ascending[i]!;
  }
  return sum > 0 ? weighted / (n * sum) : null;
}

/**
 * Herfindahl–Hirschman index of positive values: Σ (share in per cent)², 0–10,000; 10,000 / HHI is the effective number of
 * customers. Null without a positive value.
 */
export function hhi(values: Iterable<number>): number | null {
  const positive = Float64Array.from(values).filter((value) => value > 0);
  let sum = 0;
  for (const value of positive) sum += value;
  if (!(sum > 0)) return null;
  return hhiOfShares(positive.map((value) => (100 * value) / sum));
}

/** The same of shares already in per cent, taken as they are (a market whose known shares add to 99 stays so). */
export function hhiOfShares(percent: Iterable<number>): number {
  let index = 0;
  for (const share of percent) index += share ** 2;
  return index;
}

/**
 * ABC class of each value, in the order given: by the cumulative share BEFORE the customer among the positive ones,
 * largest first (< 80 % A, < 95 % B, else C), so that the customer who crosses 80 % still belongs to A.
 * Null for values that are not positive. Equal values keep the given order.
 */
export function abc(values: readonly number[]): ('A' | 'B' | 'C' | null)[] {
  const order = values.map((_, n) => n).filter((n) => values[n]! > 0).sort((a, b) => values[b]! - values[a]! || a - b);
  const total = order.reduce((sum, n) => sum + values[n]!, 0);
  const classes = new Array<'A' | 'B' | 'C' | null>(values.length).fill(null);
  let before = 0;
  for (const n of order) {
    classes[n] = before < 0.8 * total ? 'A' : before < 0.95 * total ? 'B' : 'C';
    before += values[n]!;
  }
  return classes;
}

/** All figures of a set of customers. Gini and HHI over those above zero; the rest over all. */
export function concentration(values: Iterable<number>): ConcentrationFigures {
  const sorted = descending(values);
  const n = sorted.length;
  let total = 0;
  let negative = 0;
  for (const value of sorted) {
    total += value;
    if (value < 0) negative++;
  }
  const wanted = [0.01, 0.05, 0.1, 0.2, 0.5].map((part) => Math.ceil(n * part - 1e-9));
  const top: number[] = [0, 0, 0, 0, 0];
  let sum = 0;
  let peak = 0;
  let peakRank = 0;
  let for80: number | null = null;
  sorted.forEach((value, at) => {
    sum += value;
    if (sum > peak) [peak, peakRank] = [sum, at + 1];
    if (for80 === null && sum >= 0.8 * total) for80 = at + 1;
    wanted.forEach((count, which) => { if (at < count) top[which] = sum; });
  });
  const share = (value: number): number | null => (total > 0 ? value / total : null);
  const positive = sorted.filter((value) => value > 0);
  return {
    total, customers: n, negative, top1pct: share(top[0]!), top5pct: share(top[1]!), top10pct: share(top[2]!), top20pct: share(top[3]!), top50pct: share(top[4]!),
    customersFor80pct: total > 0 ? for80 : null, gini: gini(positive), hhi: hhi(positive), whalePeakValue: peak, whalePeakShare: share(peak), whalePeakRank: peakRank,
  };
}

/** One point of a curve that is thinned for drawing. */
export interface CurvePoint<T> {
  readonly item: T;
  readonly rank: number;
  readonly value: number;
  readonly cumulative: number;
  readonly share: number | null;
}

/**
 * Cumulative curve of items (any order), largest first, thinned to at most `points`: the first, the last, the peak and the
 * 80 % point always stay; early ranks, where the curve bends, are denser than late ones.
 */
export function curve<T>(items: readonly T[], valueOf: (item: T) => number, points = 400): CurvePoint<T>[] {
  const sorted = items.toSorted((a, b) => valueOf(b) - valueOf(a));
  const heights = cumulate(sorted.map(valueOf));
  const total = heights.at(-1) ?? 0;
  const figures = concentration(sorted.map(valueOf));
  const kept = new Set<number>([0, sorted.length - 1, figures.whalePeakRank - 1, (figures.customersFor80pct ?? 0) - 1]);
  const n = sorted.length;
  for (let step = 0; step < points - 4; step++) kept.add(n <= points ? step : Math.round((step / (points - 5)) ** 2 * (n - 1)));
  return [...kept].filter((at) => at >= 0 && at < n).sort((a, b) => a - b)
    .map((at) => ({ item: sorted[at]!, rank: at + 1, value: valueOf(sorted[at]!), cumulative: heights[at]!, share: total > 0 ? heights[at]! / total : null }));
}
