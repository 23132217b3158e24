import { expect, test } from 'vitest';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { weightsOf } from '#domain/select/weights.ts';
import { moveWeight, weightTree } from '../../../src/web/parts/portfolio/weightTree.ts';

const weights = weightsOf(GENERAL_TEMPLATE);
const tree = weightTree(GENERAL_TEMPLATE);

test('every weight of the model has one slider', () => {
  const nodes = tree.flatMap((lens) => [lens, ...lens.children.flatMap((factor) => [factor, ...factor.children])]);
  for (const level of ['lenses', 'factors', 'indicators'] as const) {
    expect(nodes.filter((node) => node.level === level).map((node) => node.at)).toEqual(weights[level].map((_, i) => i));
  }
});

test('a factor moves only the factors of its lens', () => {
  const factor = tree[0]!.children[0]!;
  const moved = moveWeight(weights, factor, 80);
  expect(moved.factors[factor.at]).toBe(80);
  expect(factor.siblings.reduce((sum, at) => sum + moved.factors[at]!, 0)).toBeCloseTo(100, 9);
  expect(moved.lenses).toEqual(weights.lenses);
  expect(moved.factors.filter((_, at) => !factor.siblings.includes(at))).toEqual(weights.factors.filter((_, at) => !factor.siblings.includes(at)));
});
