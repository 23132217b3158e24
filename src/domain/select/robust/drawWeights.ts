import type { Random } from '#domain/random.ts';
import type { ScoreModel } from '../model.ts';
import { factorsOf, indicatorsOf, type Weights } from '../weights.ts';
import { levelDrawer } from './drawLevel.ts';
import { levelsOf, type WeightRanges } from './ranges.ts';

/** Where lenses, factors and indicators begin in one flat list of all weights, and how long it is. */
export interface WeightPlaces {
  readonly lenses: number;
  readonly factors: number;
  readonly indicators: number;
  readonly size: number;
}

/** Lenses first, then factors, then indicators. */
export function weightPlaces(model: ScoreModel): WeightPlaces {
  const factors = model.lenses.length;
  const indicators = factors + factorsOf(model).length;
  return { lenses: 0, factors, indicators, size: indicators + indicatorsOf(model).length };
}

/**
 * Draws all weights of a model: each level by itself, uniformly within its ranges (`levelDrawer`).
 * Weight k is written at `into[k × step + at]`; shares of their level, 0–1. Throws a RangeError where ranges cannot be met.
 */
export function weightDrawer(model: ScoreModel, ranges: WeightRanges): (random: Random, into: Float64Array, at: number, step: number) => void {
  const places = weightPlaces(model);
  const levels = levelsOf(model).filter((level) => level.size > 0)
    .map(({ list, first, size }) => ({ from: places[list] + first, draw: levelDrawer(ranges[list].slice(first, first + size)) }));
  return (random, into, at, step) => {
    for (const { from, draw } of levels) draw(random, into, at + from * step, step);
  };
}

/** A flat list of shares as weights in per cent, which `scoreAll` takes. */
export function weightsOfFlat(model: ScoreModel, flat: ArrayLike<number>): Weights {
  const places = weightPlaces(model);
  const part = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => flat[from + i]! * 100);
  return { lenses: part(0, places.factors), factors: part(places.factors, places.indicators), indicators: part(places.indicators, places.size) };
}
