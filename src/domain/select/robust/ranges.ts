import type { ScoreModel } from '../model.ts';
import { factorsOf, indicatorsOf, type Weights } from '../weights.ts';

/** Where one weight may lie: shares of its level, 0–1, low ≤ high. */
export interface WeightRange { readonly low: number; readonly high: number }

/** A range for each weight of a model, in the order of `Weights`. */
export interface WeightRanges {
  readonly lenses: readonly WeightRange[];
  readonly factors: readonly WeightRange[];
  readonly indicators: readonly WeightRange[];
}

/** One level of the model, whose weights add to 100 %: the lenses, the factors of a lens, or the indicators of a factor. */
export interface Level {
  readonly list: keyof WeightRanges;
  /** First place of the level in its list, and how many stand there. */
  readonly first: number;
  readonly size: number;
}

/** All levels of a model: lenses, then factors lens by lens, then indicators factor by factor. */
export function levelsOf(model: ScoreModel): Level[] {
  const levels: Level[] = [{ list: 'lenses', first: 0, size: model.lenses.length }];
  let first = 0;
  for (const lens of model.lenses) {
    levels.push({ list: 'factors', first, size: lens.factors.length });
    first += lens.factors.length;
  }
  first = 0;
  for (const { factor } of factorsOf(model)) {
    levels.push({ list: 'indicators', first, size: factor.indicators.length });
    first += factor.indicators.length;
  }
  return levels;
}

/** Nothing is known about the weights: each may be anything from 0 to 100 % of its level. */
export function anyWeights(model: ScoreModel): WeightRanges {
  const free = { low: 0, high: 1 };
  return { lenses: model.lenses.map(() => free), factors: factorsOf(model).map(() => free), indicators: indicatorsOf(model).map(() => free) };
}

/**
 * Each weight within a share of what it is: 0.2 lets 25 % move between 20 % and 30 % of its level.
 * @param weights as they stand; each level is scaled to its sum first, a level without any weight stays without
 * @param share relative, above 0; from 1 on a weight may vanish
 */
export function weightsWithin(model: ScoreModel, weights: Weights, share: number): WeightRanges {
  const ranges = { lenses: [] as WeightRange[], factors: [] as WeightRange[], indicators: [] as WeightRange[] };
  for (const level of levelsOf(model)) {
    for (const part of sharesOf(weights[level.list], level)) ranges[level.list].push({ low: Math.max(0, part * (1 - share)), high: Math.min(1, part * (1 + share)) });
  }
  return ranges;
}

/** Weights of one level as parts of 1; all 0 where the level has none. */
export function sharesOf(list: readonly number[], { first, size }: Level): number[] {
  const own = list.slice(first, first + size).map((weight) => Math.max(0, weight));
  const sum = own.reduce((a, b) => a + b, 0);
  return own.map((weight) => (sum > 0 ? weight / sum : 0));
}
