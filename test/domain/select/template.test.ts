import { expect, test } from 'vitest';
import { checkModel } from '#domain/select/checkModel.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { indicatorsOf, nominalShares, weightsOf, withWeights } from '#domain/select/weights.ts';

test('the built-in template may be published: every level adds to 100, no key twice', () => {
  expect(checkModel(GENERAL_TEMPLATE)).toEqual([]);
});

test('its global weights are those of the method: own results 15, trade 25, present 25, future 35', () => {
  const shares = nominalShares(GENERAL_TEMPLATE);
  const sums: Record<string, number> = {};
  for (const { factor, lens, at } of indicatorsOf(GENERAL_TEMPLATE)) {
    const part = lens.key === 'past' ? factor.key : lens.key;
    sums[part] = (sums[part] ?? 0) + shares[at]! * 100;
  }
  expect(sums.ownResults).toBeCloseTo(15, 9);
  expect(sums.trade).toBeCloseTo(25, 9);
  expect(sums.present).toBeCloseTo(25, 9);
  expect(sums.future).toBeCloseTo(35, 9);
});

test('it has 24 to 36 indicators over all lenses, and every assessed one five different sentences in both languages', () => {
  const placed = indicatorsOf(GENERAL_TEMPLATE);
  expect(placed.length).toBeGreaterThanOrEqual(24);
  expect(placed.length).toBeLessThanOrEqual(36);
  const sentences = placed.flatMap(({ indicator }) => (indicator.kind === 'assessed' ? indicator.anchors : []));
  expect(new Set(sentences.map((s) => s.en)).size).toBe(sentences.length);
  expect(new Set(sentences.map((s) => s.zh)).size).toBe(sentences.length);
  for (const { indicator } of placed) if (indicator.kind === 'assessed') expect(indicator.anchors).toHaveLength(5);
});

test('faults of a model are all reported, each with its full path', () => {
  const weights = weightsOf(GENERAL_TEMPLATE);
  const wrong = withWeights(GENERAL_TEMPLATE, { ...weights, lenses: [40, 25, 30], indicators: weights.indicators.with(0, 31) });
  const faults = checkModel({ ...wrong, grades: { S: 85, A: 90, B: 55, C: 40 }, vetoes: [{ key: 'funding', name: { en: 'x', zh: 'x' } }] });
  expect(faults.map((fault) => [fault.path, fault.reason])).toEqual([
    ['lenses', 'weights_not_100'],
    ['lenses.0.factors.0.indicators', 'weights_not_100'],
    ['vetoes.0.key', 'key_taken'],
    ['grades', 'grades_out_of_order'],
  ]);
});
