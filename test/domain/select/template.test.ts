import { describe, expect, test } from 'vitest';
import { checkModel } from '#domain/select/checkModel.ts';
import { classOf } from '#domain/select/classify.ts';
import type { Indicator, ScoreModel } from '#domain/select/model.ts';
import { scoreAll } from '#domain/select/score.ts';
import { buildSheet } from '#domain/select/sheet.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { TEMPLATES } from '#domain/select/templates.ts';
import { indicatorsOf, nominalShares, weightsOf, withWeights } from '#domain/select/weights.ts';
import { AS_OF, crowd } from './samples.ts';

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

const judged = (model: ScoreModel) => indicatorsOf(model).map(({ indicator }) => indicator).filter((one): one is Exclude<Indicator, { kind: 'computed' }> => one.kind !== 'computed');

describe.each(TEMPLATES.map(({ model }) => [model.key, model] as const))('the %s template', (_key, model) => {
  test('may be published: every level adds to 100, no key twice', () => {
    expect(checkModel(model)).toEqual([]);
  });

  test('has 24 to 36 indicators over all lenses, ten of them computed, and a factor of our trade', () => {
    const placed = indicatorsOf(model);
    expect(placed.length).toBeGreaterThanOrEqual(24);
    expect(placed.length).toBeLessThanOrEqual(36);
    expect(placed.filter(({ indicator }) => indicator.kind === 'computed').map(({ factor }) => factor.side)).toEqual(new Array(10).fill('trade'));
    expect(model.lenses.map((lens) => lens.key)).toEqual(['past', 'present', 'future']);
  });

  test('every assessed indicator has five sentences, all different, in both languages; no name stands alone in one', () => {
    const sentences = judged(model).flatMap((one) => (one.kind === 'assessed' ? one.anchors : []));
    expect(new Set(sentences.map((s) => s.en)).size).toBe(sentences.length);
    expect(new Set(sentences.map((s) => s.zh)).size).toBe(sentences.length);
    const names = [model, ...model.lenses, ...model.lenses.flatMap((lens) => [...lens.factors, ...lens.factors.flatMap((factor) => factor.indicators)]), ...model.deductions, ...model.vetoes].map((one) => one.name);
    for (const words of [...names, ...sentences]) {
      expect(words.en).not.toMatch(/\p{Script=Han}/u);
      expect(words.zh).toMatch(/\p{Script=Han}/u);
      expect(Math.max(words.en.length, words.zh.length)).toBeLessThanOrEqual(120);
    }
  });

  test('scores a crowd of all kinds: totals 0–100, all grades, and more than three classes', () => {
    const sheet = buildSheet(model, crowd(model, 400), { asOf: AS_OF });
    const scores = scoreAll(sheet);
    for (const total of scores.total) expect(Number.isNaN(total) || (total >= 0 && total <= 100)).toBe(true);
    expect(new Set(scores.grade).size).toBeGreaterThanOrEqual(4);
    expect(new Set([...scores.class].map(classOf)).size).toBeGreaterThanOrEqual(4);
  });
});

test('what keeps its key from one template to another keeps its sentences and choices, so that marks still mean the same', () => {
  const known = new Map<string, unknown>();
  for (const { model } of TEMPLATES) {
    for (const one of judged(model)) {
      const meaning = one.kind === 'assessed' ? one.anchors : one.options.map(({ key, name }) => ({ key, name }));
      if (known.has(one.key)) expect([one.key, meaning]).toEqual([one.key, known.get(one.key)]);
      known.set(one.key, meaning);
    }
    for (const one of [...model.deductions, ...model.vetoes]) {
      if (known.has(one.key)) expect([one.key, one.name]).toEqual([one.key, known.get(one.key)]);
      known.set(one.key, one.name);
    }
  }
});

test('the templates of an industry differ from the general one in half of what is judged, and from one another', () => {
  const keys = TEMPLATES.map(({ model }) => new Set(judged(model).map((one) => one.key)));
  for (const [a, b] of [[0, 1], [0, 2], [1, 2]] as const) {
    const common = [...keys[a]!].filter((key) => keys[b]!.has(key)).length;
    expect(common).toBeLessThanOrEqual(keys[b]!.size * 0.55);
  }
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
