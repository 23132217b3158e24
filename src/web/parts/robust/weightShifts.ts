import type { ScoreModel, Words } from '#domain/select/model.ts';
import { levelsOf, sharesOf } from '#domain/select/robust/ranges.ts';
import type { WeightPlace } from '#domain/select/robust/totalLine.ts';
import { factorsOf, indicatorsOf, type Weights } from '#domain/select/weights.ts';

/** A weight by name, with what it belongs to: [factor, lens] of an indicator, [lens] of a factor. */
export interface NamedPlace {
  readonly place: WeightPlace;
  readonly name: Words;
  readonly within: readonly Words[];
}

export function namePlace(model: ScoreModel, place: WeightPlace): NamedPlace {
  if (place.list === 'lenses') return { place, name: model.lenses[place.at]!.name, within: [] };
  if (place.list === 'factors') {
    const { factor, lens } = factorsOf(model)[place.at]!;
    return { place, name: factor.name, within: [lens.name] };
  }
  const { indicator, factor, lens } = indicatorsOf(model)[place.at]!;
  return { place, name: indicator.name, within: [factor.name, lens.name] };
}

/** One weight as it stands and as those who pick the customer set it on average; shares of its level, 0–1. */
export interface WeightShift extends NamedPlace {
  readonly today: number;
  readonly central: number;
}

/** Lenses in their order, then factors and indicators, the largest differences first. Weights that stand alone on their level are left out. */
export function weightShifts(model: ScoreModel, today: Weights, central: Weights): { readonly lenses: readonly WeightShift[]; readonly others: readonly WeightShift[] } {
  const all = levelsOf(model).filter((level) => level.size > 1).flatMap((level) => {
    const [now, then] = [sharesOf(today[level.list], level), sharesOf(central[level.list], level)];
    return now.map((share, i): WeightShift => ({ ...namePlace(model, { list: level.list, at: level.first + i }), today: share, central: then[i]! }));
  });
  const shift = (one: WeightShift): number => Math.abs(one.central - one.today);
  return { lenses: all.filter((one) => one.place.list === 'lenses'), others: all.filter((one) => one.place.list !== 'lenses').toSorted((a, b) => shift(b) - shift(a)) };
}
