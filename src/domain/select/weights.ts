import type { Factor, Indicator, Lens, ScoreModel } from './model.ts';

/**
 * The weights of a model as three flat lists in the model's own order: what sliders move and `scoreAll` reads.
 * They need not add to 100: each level is scaled to the sum of what is present.
 */
export interface Weights {
  readonly lenses: readonly number[];
  readonly factors: readonly number[];
  readonly indicators: readonly number[];
}

/** One factor or indicator with its place in the flat lists. */
export interface PlacedFactor { readonly factor: Factor; readonly lens: Lens; readonly at: number; readonly lensAt: number }
export interface PlacedIndicator { readonly indicator: Indicator; readonly factor: Factor; readonly lens: Lens; readonly at: number; readonly factorAt: number; readonly lensAt: number }

/** Models never change once made, so that their flat lists are made once. */
const factorLists = new WeakMap<ScoreModel, readonly PlacedFactor[]>();
const indicatorLists = new WeakMap<ScoreModel, readonly PlacedIndicator[]>();

/** All factors in model order. */
export function factorsOf(model: ScoreModel): readonly PlacedFactor[] {
  let list = factorLists.get(model);
  if (!list) {
    list = model.lenses.flatMap((lens, lensAt) => lens.factors.map((factor) => ({ factor, lens, lensAt }))).map((placed, at) => ({ ...placed, at }));
    factorLists.set(model, list);
  }
  return list;
}

/** All indicators in model order. */
export function indicatorsOf(model: ScoreModel): readonly PlacedIndicator[] {
  let list = indicatorLists.get(model);
  if (!list) {
    list = factorsOf(model).flatMap(({ factor, lens, lensAt, at }) => factor.indicators.map((indicator) => ({ indicator, factor, lens, factorAt: at, lensAt })))
      .map((placed, at) => ({ ...placed, at }));
    indicatorLists.set(model, list);
  }
  return list;
}

/** The weights a model states. */
export function weightsOf(model: ScoreModel): Weights {
  return {
    lenses: model.lenses.map((lens) => lens.weight),
    factors: factorsOf(model).map(({ factor }) => factor.weight),
    indicators: indicatorsOf(model).map(({ indicator }) => indicator.weight),
  };
}

/** The same model with other weights: what "save as new version" publishes. Throws a RangeError when the lists do not fit the model. */
export function withWeights(model: ScoreModel, weights: Weights): ScoreModel {
  let factorAt = 0;
  let indicatorAt = 0;
  const take = (list: readonly number[], at: number): number => {
    const weight = list[at];
    if (weight === undefined) throw new RangeError('weights do not fit the model');
    return weight;
  };
  return {
    ...model,
    lenses: model.lenses.map((lens, lensAt) => ({
      ...lens, weight: take(weights.lenses, lensAt),
      factors: lens.factors.map((factor) => ({
        ...factor, weight: take(weights.factors, factorAt++),
        indicators: factor.indicators.map((indicator) => ({ ...indicator, weight: take(weights.indicators, indicatorAt++) })),
      })),
    })),
  };
}

/** Share (0–1) of the total each indicator has when nothing is missing: lens × factor × indicator, each over its level's sum. */
export function nominalShares(model: ScoreModel, weights: Weights = weightsOf(model)): Float64Array {
  const placed = indicatorsOf(model);
  const lensSum = sum(weights.lenses);
  const factorSums = new Float64Array(model.lenses.length);
  const indicatorSums = new Float64Array(weights.factors.length);
  for (const { at, lensAt } of factorsOf(model)) factorSums[lensAt]! += weights.factors[at]!;
  for (const { at, factorAt } of placed) indicatorSums[factorAt]! += weights.indicators[at]!;
  return Float64Array.from(placed, ({ at, factorAt, lensAt }) =>
    part(weights.lenses[lensAt]!, lensSum) * part(weights.factors[factorAt]!, factorSums[lensAt]!) * part(weights.indicators[at]!, indicatorSums[factorAt]!));
}

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const part = (weight: number, whole: number): number => (whole > 0 ? weight / whole : 0);
