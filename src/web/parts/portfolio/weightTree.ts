import { rebalance } from '#domain/select/rebalance.ts';
import type { ScoreModel, Words } from '#domain/select/model.ts';
import { factorsOf, indicatorsOf, type Weights } from '#domain/select/weights.ts';

/** A slider: which list of `Weights` it moves, where, and the others of its level. */
export interface WeightNode {
  readonly level: 'lenses' | 'factors' | 'indicators';
  readonly at: number;
  readonly key: string;
  readonly name: Words;
  /** Places of its level in the flat list, itself included. */
  readonly siblings: readonly number[];
  readonly children: readonly WeightNode[];
}

/** The sliders of a model: lens → factor → indicator. */
export function weightTree(model: ScoreModel): WeightNode[] {
  const factors = factorsOf(model);
  const indicators = indicatorsOf(model);
  return model.lenses.map((lens, lensAt) => {
    const own = factors.filter((factor) => factor.lensAt === lensAt);
    const places = own.map((factor) => factor.at);
    return {
      level: 'lenses', at: lensAt, key: lens.key, name: lens.name, siblings: model.lenses.map((_, i) => i),
      children: own.map(({ factor, at }) => {
        const parts = indicators.filter((indicator) => indicator.factorAt === at);
        return {
          level: 'factors', at, key: factor.key, name: factor.name, siblings: places,
          children: parts.map((part) => ({ level: 'indicators', at: part.at, key: part.indicator.key, name: part.indicator.name, siblings: parts.map((one) => one.at), children: [] })),
        };
      }),
    };
  });
}

/** The weights after one slider moved: its level stays at 100, everything else as it was. */
export function moveWeight(weights: Weights, node: WeightNode, value: number): Weights {
  const list = [...weights[node.level]];
  const moved = rebalance(node.siblings.map((at) => list[at]!), node.siblings.indexOf(node.at), value);
  node.siblings.forEach((at, i) => {
    list[at] = moved[i]!;
  });
  return { ...weights, [node.level]: list };
}
