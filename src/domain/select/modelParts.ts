import type { Deduction, Factor, Indicator, LensKey, Lens, ScoreModel, Veto, Words } from './model.ts';

/** A part of a model, with where it stands. Keys tell parts of two models apart; names are only shown. */
export interface ModelPart {
  readonly level: 'model' | 'lens' | 'factor' | 'indicator' | 'deduction' | 'veto';
  readonly key: string;
  readonly name: Words;
  /** The lens it belongs to; null for deductions, red lines and the model itself. */
  readonly lens: LensKey | null;
  /** What it stands in: the factor of an indicator, the lens of a factor. */
  readonly within: { readonly key: string; readonly name: Words } | null;
}
export interface PlacedPart<T> { readonly part: ModelPart; readonly body: T }

/** The parts of a model by key, level by level, in the model's order. */
export interface PartsOfModel {
  readonly lenses: ReadonlyMap<string, PlacedPart<Lens>>;
  readonly factors: ReadonlyMap<string, PlacedPart<Factor>>;
  readonly indicators: ReadonlyMap<string, PlacedPart<Indicator>>;
  readonly deductions: ReadonlyMap<string, PlacedPart<Deduction>>;
  readonly vetoes: ReadonlyMap<string, PlacedPart<Veto>>;
}

export function partsOf(model: ScoreModel): PartsOfModel {
  const place = <T extends { readonly key: string; readonly name: Words }>(level: ModelPart['level'], list: readonly T[], lens: LensKey | null, within: ModelPart['within']): (readonly [string, PlacedPart<T>])[] =>
    list.map((body) => [body.key, { part: { level, key: body.key, name: body.name, lens, within }, body }] as const);
  return {
    lenses: new Map(model.lenses.flatMap((lens) => place('lens', [lens], lens.key, null))),
    factors: new Map(model.lenses.flatMap((lens) => place('factor', lens.factors, lens.key, { key: lens.key, name: lens.name }))),
    indicators: new Map(model.lenses.flatMap((lens) => lens.factors.flatMap((factor) => place('indicator', factor.indicators, lens.key, { key: factor.key, name: factor.name })))),
    deductions: new Map(place('deduction', model.deductions, null, null)),
    vetoes: new Map(place('veto', model.vetoes, null, null)),
  };
}

/** The model itself as a part: what its own name is about. */
export const wholeOf = (model: ScoreModel): ModelPart => ({ level: 'model', key: model.key, name: model.name, lens: null, within: null });
