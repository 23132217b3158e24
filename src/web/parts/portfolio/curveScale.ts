/** One point of a cumulative curve as the API gives it: customers sorted by value, largest first. */
export interface CurvePoint {
  readonly rank: number;
  readonly id: number;
  readonly name: string;
  readonly value: number;
  readonly cumulative: number;
  readonly share: number | null;
}

/** Ranks from–to, both included. */
export interface RankRange {
  readonly from: number;
  readonly to: number;
}

export interface CurveScale {
  readonly x: (rank: number) => number;
  readonly y: (height: number) => number;
  /** Rank under a pixel, 1…customers. */
  readonly rankAt: (pixel: number) => number;
  /** Height of a point: its share, or its money where the total is not positive. */
  readonly heightOf: (point: CurvePoint) => number;
  readonly low: number;
  readonly high: number;
  /** False where the total is not positive: no percentages then, the axis shows money. */
  readonly isShare: boolean;
}

/** Pixels of a curve: rank 0 at the left edge, the last customer at the right; at least 0–100 % (or 0 and the money reached) upwards. */
export function curveScale(points: readonly CurvePoint[], customers: number, box: { left: number; right: number; top: number; bottom: number }): CurveScale {
  const isShare = points.some((point) => point.share !== null);
  const heightOf = (point: CurvePoint): number => (isShare ? (point.share ?? 0) : point.cumulative);
  let low = 0;
  let high = isShare ? 1 : 0;
  for (const point of points) {
    low = Math.min(low, heightOf(point));
    high = Math.max(high, heightOf(point));
  }
  if (high === low) high = low + 1;
  const width = box.right - box.left;
  const last = Math.max(1, customers);
  return {
    x: (rank) => box.left + (rank / last) * width,
    y: (height) => box.bottom - ((height - low) / (high - low)) * (box.bottom - box.top),
    rankAt: (pixel) => Math.min(last, Math.max(1, Math.ceil(((pixel - box.left) / Math.max(1, width)) * last))),
    heightOf, low, high, isShare,
  };
}

/** The point of the curve at a rank: the first one that is not before it (curves of many customers hold every n-th). */
export function pointAt(points: readonly CurvePoint[], rank: number): CurvePoint | null {
  let from = 0;
  let to = points.length - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (points[middle]!.rank < rank) from = middle + 1;
    else to = middle;
  }
  return points[from] ?? null;
}

/**
 * What a click opens: the customers around a rank, one in fifty of them but at least five to either side,
 * so that a click on a long curve never opens a single customer out of thousands.
 */
export function around(rank: number, customers: number): RankRange {
  const half = Math.max(5, Math.round(customers / 100));
  return { from: Math.max(1, rank - half), to: Math.min(customers, rank + half) };
}

/** The stretch of the curve a rank lies in: A, B, C, or the customers after them who brought nothing or less. */
export function abcStretch(abc: { A: number; B: number; C: number }, customers: number, rank: number): RankRange {
  let from = 1;
  for (const count of [abc.A, abc.B, abc.C]) {
    if (rank < from + count) return { from, to: from + count - 1 };
    from += count;
  }
  return { from: Math.min(from, customers), to: customers };
}

/** Path of the curve from the origin, and closed down to zero. */
export function curvePaths(points: readonly CurvePoint[], scale: CurveScale, until = Infinity): { line: string; area: string } {
  const zero = scale.y(0).toFixed(1);
  let line = `M${scale.x(0).toFixed(1)} ${zero}`;
  let end = scale.x(0);
  for (const point of points) {
    if (point.rank > until) break;
    end = scale.x(point.rank);
    line += `L${end.toFixed(1)} ${scale.y(scale.heightOf(point)).toFixed(1)}`;
  }
  return { line, area: `${line}L${end.toFixed(1)} ${zero}Z` };
}
