import type { ScoreModel, Words } from '../model.ts';
import { scaleTo100, weightSum } from '../rebalance.ts';

/**
 * One level of a score model whose weights add to 100: `lenses`, `lens.past` (the factors of a lens), `factor.market` (the indicators of a factor).
 */
export type LevelKey = string;

export interface Level {
  readonly key: LevelKey;
  /** What the items are parts of; null for the lenses. */
  readonly name: Words | null;
  readonly kind: 'lenses' | 'factors' | 'indicators';
  /** Where the items stand in the model, e.g. `lenses.0.factors`. */
  readonly path: string;
  readonly items: readonly { readonly key: string; readonly name: Words; readonly weight: number }[];
}

/** Every level of a model in its order. */
export function levelsOf(model: ScoreModel): Level[] {
  return [
    { key: 'lenses', name: null, kind: 'lenses', path: 'lenses', items: model.lenses },
    ...model.lenses.flatMap((lens, l): Level[] => [
      { key: `lens.${lens.key}`, name: lens.name, kind: 'factors', path: `lenses.${l}.factors`, items: lens.factors },
      ...lens.factors.map((factor, f): Level => ({ key: `factor.${factor.key}`, name: factor.name, kind: 'indicators', path: `lenses.${l}.factors.${f}.indicators`, items: factor.indicators })),
    ]),
  ];
}

export const levelOf = (model: ScoreModel, key: LevelKey): Level | undefined => levelsOf(model).find((level) => level.key === key);

/**
 * The model with new weights on one level, by key. What the level has beyond them (added since they were found) keeps its weight, and the
 * others share what is left in their new proportion.
 */
export function withLevelWeights(model: ScoreModel, key: LevelKey, weights: ReadonlyMap<string, number>): ScoreModel {
  const reweigh = <T extends { readonly key: string; readonly weight: number }>(items: readonly T[]): T[] => {
    const kept = weightSum(items.flatMap((item) => (weights.has(item.key) ? [] : [item.weight])));
    const shares = scaleTo100(items.flatMap((item) => weights.get(item.key) ?? []), Math.max(0, 100 - kept));
    let next = 0;
    return items.map((item) => (weights.has(item.key) ? { ...item, weight: shares[next++]! } : item));
  };
  if (key === 'lenses') return { ...model, lenses: reweigh(model.lenses) };
  return {
    ...model,
    lenses: model.lenses.map((lens) => (key === `lens.${lens.key}` ? { ...lens, factors: reweigh(lens.factors) } : {
      ...lens, factors: lens.factors.map((factor) => (key === `factor.${factor.key}` ? { ...factor, indicators: reweigh(factor.indicators) } : factor)),
    })),
  };
}
