import { expect, test } from 'vitest';
import { reversals } from '#domain/select/robust/reversal.ts';
import { scoreAll } from '#domain/select/score.ts';
import { buildSheet } from '#domain/select/sheet.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { weightsOf } from '#domain/select/weights.ts';
import { passingWeights } from '../../../src/web/parts/robust/passingWeights.ts';
import { drawsFor } from '../../../src/web/parts/robust/setting.ts';
import { rivalsOf } from '../../../src/web/parts/robust/rivals.ts';
import { namePlace, weightShifts } from '../../../src/web/parts/robust/weightShifts.ts';
import { AS_OF, crowd } from '../../domain/select/samples.ts';

const sheet = buildSheet(GENERAL_TEMPLATE, crowd(GENERAL_TEMPLATE, 60, 4), { asOf: AS_OF });
const weights = weightsOf(GENERAL_TEMPLATE);
const scores = scoreAll(sheet);

test('shifts: lenses in order, then the largest differences; what stands alone on its level has none', () => {
  const central = { lenses: [30, 30, 40], factors: weights.factors.map((weight, i) => (i === 0 ? weight + 20 : weight)), indicators: weights.indicators };
  const { lenses, others } = weightShifts(GENERAL_TEMPLATE, weights, central);
  expect(lenses.map(({ today, central: then }) => [today, then])).toEqual([[0.4, 0.3], [0.25, 0.3], [0.35, 0.4]]);
  expect(others[0]!.place).toEqual({ list: 'factors', at: 0 });
  expect(others[0]!.within.map(({ en }) => en)).toEqual(['Past']);
  const differences = others.map((one) => Math.abs(one.central - one.today));
  expect(differences).toEqual(differences.toSorted((a, b) => b - a));
});

test('a weight is named with what it belongs to', () => {
  const { name, within } = namePlace(GENERAL_TEMPLATE, { list: 'indicators', at: 0 });
  expect([name, ...within]).toEqual([GENERAL_TEMPLATE.lenses[0]!.factors[0]!.indicators[0]!.name, GENERAL_TEMPLATE.lenses[0]!.factors[0]!.name, GENERAL_TEMPLATE.lenses[0]!.name]);
});

test('weights put on the sliders really turn the two, and add to 100 on each level', () => {
  let tried = 0;
  for (let n = 0; n < 25; n += 1) {
    const found = reversals(sheet, scores.order[n]!, scores.order[n + 1]!)!;
    for (const { reversal } of found.weights) {
      if (!reversal) continue;
      const moved = passingWeights(sheet, weights, reversal, found.ahead, found.behind);
      const { total } = scoreAll(sheet, moved);
      expect(total[found.behind]! > total[found.ahead]!).toBe(true);
      expect(moved.lenses.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 9);
      tried += 1;
    }
  }
  expect(tried).toBeGreaterThan(100);
});

test('weightings to draw: ten thousand for most, fewer for very many customers, never so few that they say nothing', () => {
  expect([0, 180, 5000, 10_000, 20_000, 100_000].map(drawsFor)).toEqual([10_000, 10_000, 10_000, 5000, 2500, 1000]);
});

test('rivals: the neighbours by rank, the one above first; the best has the one below', () => {
  expect(rivalsOf(scores, scores.order[10]!).first).toBe(scores.order[9]);
  expect(rivalsOf(scores, scores.order[0]!).first).toBe(scores.order[1]);
  expect(rivalsOf(scores, scores.order[10]!).near).toEqual([...scores.order.slice(2, 10), ...scores.order.slice(11, 19)]);
});
