import { POINT_STEPS, type ScoreSheet } from '../sheet.ts';
import { indicatorBits } from '../sheet.ts';
import { factorsOf, indicatorsOf, type Weights } from '../weights.ts';
import { levelsOf, sharesOf, type Level } from './ranges.ts';

/** One weight of the model: which list of `Weights`, and where. */
export interface WeightPlace { readonly list: keyof Weights; readonly at: number }

/**
 * A customer's total as a function of one weight x (share of its level, 0–1) while the others of the level keep their proportions:
 * max(0, base + slope × min(cap, (a + b x) / (c + d x)) − deduction). The quotient is the level's weighted mean of what is known.
 */
export interface TotalLine {
  readonly base: number;
  readonly slope: number;
  readonly cap: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly deduction: number;
}

/** The total at weight x, before rounding. */
export function totalAt({ base, slope, cap, a, b, c, d, deduction }: TotalLine, x: number): number {
  const mean = slope === 0 ? 0 : Math.min(cap, (a + b * x) / (c + d * x));
  return Math.max(0, base + slope * mean - deduction);
}

/** Where the line has a corner: the mean reaches its cap, or the total reaches 0. */
export function cornersOf({ base, slope, cap, a, b, c, d, deduction }: TotalLine): number[] {
  const reaching = (mean: number): number => (mean * c - a) / (b - mean * d);
  return slope === 0 ? [] : [reaching(cap), reaching((deduction - base) / slope)];
}

/** What is known of one customer, level by level: means of its lenses and factors under the weights as they stand. */
interface Standing {
  readonly indicators: readonly (number | null)[];
  readonly factors: readonly (number | null)[];
  /** Cap of each factor. */
  readonly caps: readonly number[];
  readonly lenses: readonly (number | null)[];
}

/** The lines of a customer for any weight of the model; null as a whole when it has no total. */
export function totalLines(sheet: ScoreSheet, weights: Weights, at: number): ((place: WeightPlace) => TotalLine) | null {
  const known = standingOf(sheet, weights, at);
  const lensOf = (factor: number): number => factorsOf(sheet.model)[factor]!.lensAt;
  const deduction = sheet.deductions[at]! / POINT_STEPS;
  const lensLevel = levelsOf(sheet.model)[0]!;
  if (meanOf(known.lenses, weights.lenses, lensLevel) === null) return null;

  /** Total = base + slope × score of the lens. */
  const throughLens = (lens: number): { base: number; slope: number } => parted(known.lenses, weights.lenses, lensLevel, lens);
  /** Total = base + slope × score of the factor. */
  const throughFactor = (factor: number): { base: number; slope: number } => {
    const outer = throughLens(lensOf(factor));
    const inner = parted(known.factors, weights.factors, levelOf(sheet, { list: 'factors', at: factor }), factor);
    return { base: outer.base + outer.slope * inner.base, slope: outer.slope * inner.slope };
  };
  return (place) => {
    const level = levelOf(sheet, place);
    const scores = place.list === 'lenses' ? known.lenses : place.list === 'factors' ? known.factors : known.indicators;
    const factor = place.list === 'indicators' ? indicatorsOf(sheet.model)[place.at]!.factorAt : 0;
    const outer = place.list === 'lenses' ? { base: 0, slope: 1 } : place.list === 'factors' ? throughLens(lensOf(place.at)) : throughFactor(factor);
    const cap = place.list === 'indicators' ? known.caps[factor]! : Infinity;
    return { ...outer, cap, ...moving(scores, weights[place.list], level, place.at), deduction };
  };
}

/** The level a weight belongs to. */
export function levelOf(sheet: ScoreSheet, { list, at }: WeightPlace): Level {
  return levelsOf(sheet.model).find((level) => level.list === list && at >= level.first && at < level.first + level.size)!;
}

/** (a + b x) / (c + d x): the mean of a level as one of its weights becomes x and the others share 1 − x as before (equally where they had nothing). */
function moving(scores: readonly (number | null)[], list: readonly number[], level: Level, at: number): { a: number; b: number; c: number; d: number } {
  const shares = sharesOf(list, level);
  const own = at - level.first;
  const rest = 1 - shares[own]!;
  const known = scores[at] ?? null;
  let [a, c] = [0, 0];
  shares.forEach((share, i) => {
    const score = scores[level.first + i] ?? null;
    if (i === own || score === null) return;
    const part = rest > 1e-12 ? share / rest : 1 / (shares.length - 1);
    a += part * score;
    c += part;
  });
  return { a, b: (known ?? 0) - a, c, d: (known === null ? 0 : 1) - c };
}

/** Mean of a level = base + slope × score of one of its members; slope 0 where that one is unknown or the others have nothing either. */
function parted(scores: readonly (number | null)[], list: readonly number[], level: Level, at: number): { base: number; slope: number } {
  const shares = sharesOf(list, level);
  let [sum, whole] = [0, 0];
  shares.forEach((share, i) => {
    const score = scores[level.first + i] ?? null;
    if (score === null) return;
    whole += share;
    if (level.first + i !== at) sum += share * score;
  });
  if (whole === 0) return { base: 0, slope: 0 };
  return { base: sum / whole, slope: (scores[at] ?? null) === null ? 0 : shares[at - level.first]! / whole };
}

/** Weighted mean of what is known on a level; null where nothing with weight is. */
function meanOf(scores: readonly (number | null)[], list: readonly number[], level: Level): number | null {
  let [sum, whole] = [0, 0];
  sharesOf(list, level).forEach((share, i) => {
    const score = scores[level.first + i] ?? null;
    if (score === null) return;
    sum += share * score;
    whole += share;
  });
  return whole > 0 ? sum / whole : null;
}

function standingOf(sheet: ScoreSheet, weights: Weights, at: number): Standing {
  const { model, count } = sheet;
  const bits = indicatorBits(model);
  const caps = factorsOf(model).map((factor) => (sheet.assumed[factor.at * count + at] === 1 ? model.assumptionCap : Infinity));
  const indicators = indicatorsOf(model).map((placed) => ((sheet.present[placed.factorAt * count + at]! & bits[placed.at]!) === 0 ? null : sheet.points[placed.at * count + at]! / POINT_STEPS));
  const [, ...below] = levelsOf(model);
  const capped = (mean: number | null, cap: number): number | null => (mean === null ? null : Math.min(cap, mean));
  const factors = below.filter((level) => level.list === 'indicators').map((level, factor) => capped(meanOf(indicators, weights.indicators, level), caps[factor]!));
  const lenses = below.filter((level) => level.list === 'factors').map((level) => meanOf(factors, weights.factors, level));
  return { indicators, factors, caps, lenses };
}
