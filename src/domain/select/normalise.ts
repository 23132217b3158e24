import type { Normalisation } from './model.ts';

/** What a raw value is compared with where its normalisation looks at all customers. */
export interface Scale {
  /** Sum of the measure over all customers, same unit as the raw value; for `relativeTo: 'total'`. */
  readonly total: number | null;
  /** Percentile curve of the measure; for `percentile`. */
  readonly percentiles: PercentileCurve | null;
}

/** Distinct values, ascending, each with its mid-rank percentile (0–100, share of customers below plus half of those equal). */
export interface PercentileCurve {
  readonly values: readonly number[];
  readonly points: readonly number[];
}

/** More steps than this are thinned; between two kept values the percentile is interpolated. */
const CURVE_STEPS = 2000;

/**
 * Points 0–100 of a raw value.
 * linear: (x − floor) / (target − floor), cut to 0–1. log: the same on logarithms; values ≤ 0 lie at the low end.
 * steps: points of the highest step whose `from` is not above x; 0 below the first. percentile: mid-rank among all customers.
 * floor above target turns linear and log round ("lower is better"). Null where the scale lacks what is needed.
 */
export function normalise(raw: number, rule: Normalisation, scale: Scale): number | null {
  if (rule.type === 'percentile') {
    if (!scale.percentiles) return null;
    const points = percentileOf(raw, scale.percentiles);
    return rule.better === 'higher' ? points : 100 - points;
  }
  if (rule.type === 'steps') {
    let points = 0;
    for (const step of rule.steps) if (raw >= step.from) points = step.points;
    return points;
  }
  let x = raw;
  if (rule.relativeTo === 'total') {
    if (scale.total === null || scale.total <= 0) return null;
    x = raw / scale.total;
  }
  if (rule.type === 'linear') return 100 * clamp01((x - rule.floor) / (rule.target - rule.floor));
  if (x <= 0) return rule.floor < rule.target ? 0 : 100;
  return 100 * clamp01(Math.log(x / rule.floor) / Math.log(rule.target / rule.floor));
}

/** The raw value that earns these points, the other way round; null where none does (steps that never reach it, no scale). */
export function rawFor(points: number, rule: Normalisation, scale: Scale): number | null {
  if (rule.type === 'percentile') {
    if (!scale.percentiles) return null;
    const wanted = rule.better === 'higher' ? points : 100 - points;
    const { values, points: curve } = scale.percentiles;
    const at = rule.better === 'higher' ? curve.findIndex((p) => p >= wanted) : curve.findLastIndex((p) => p <= wanted);
    return values[at] ?? null;
  }
  if (rule.type === 'steps') {
    const reaching = rule.steps.filter((step) => step.points >= points);
    return reaching.length === 0 ? null : Math.min(...reaching.map((step) => step.from));
  }
  const share = points / 100;
  const x = rule.type === 'linear' ? rule.floor + share * (rule.target - rule.floor) : rule.floor * (rule.target / rule.floor) ** share;
  if (rule.relativeTo !== 'total') return x;
  return scale.total === null || scale.total <= 0 ? null : x * scale.total;
}

/** Percentile curve of the known values of all customers; null when there is none. */
export function percentileCurve(values: readonly number[]): PercentileCurve | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const distinct: number[] = [];
  const points: number[] = [];
  for (let i = 0; i < sorted.length; ) {
    let end = i + 1;
    while (end < sorted.length && sorted[end] === sorted[i]) end += 1;
    distinct.push(sorted[i]!);
    points.push((100 * (i + end)) / 2 / sorted.length);
    i = end;
  }
  if (distinct.length <= CURVE_STEPS) return { values: distinct, points };
  const kept = Array.from({ length: CURVE_STEPS }, (_, i) => Math.round((i * (distinct.length - 1)) / (CURVE_STEPS - 1)));
  return { values: kept.map((i) => distinct[i]!), points: kept.map((i) => points[i]!) };
}

function percentileOf(raw: number, { values, points }: PercentileCurve): number {
  let low = 0;
  let high = values.length - 1;
  if (raw <= values[0]!) return raw < values[0]! ? 0 : points[0]!;
  if (raw >= values[high]!) return raw > values[high]! ? 100 : points[high]!;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= raw) low = middle;
    else high = middle;
  }
  return points[low]! + ((raw - values[low]!) / (values[high]! - values[low]!)) * (points[high]! - points[low]!);
}

const clamp01 = (x: number): number => Math.min(1, Math.max(0, x));
