import { describe, expect, test } from 'vitest';
import { randomOf } from '#domain/random.ts';
import { levelDrawer } from '#domain/select/robust/drawLevel.ts';
import { anyWeights, weightsWithin, type WeightRange } from '#domain/select/robust/ranges.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { weightsOf } from '#domain/select/weights.ts';
import { within } from './sheets.ts';

const DRAWS = 20_000;
const range = (low: number, high: number): WeightRange => ({ low, high });

function drawn(ranges: WeightRange[], seed = 1): number[][] {
  const draw = levelDrawer(ranges);
  const random = randomOf(seed);
  const into = new Float64Array(ranges.length);
  return Array.from({ length: DRAWS }, () => {
    draw(random, into, 0, 1);
    return [...into];
  });
}
const share = (list: number[][], holds: (w: number[]) => boolean) => list.filter(holds).length / list.length;

test('any weights: they add to 1 and each exceeds t in (1 − t)^(n − 1) of the draws', () => {
  for (const n of [2, 3, 5, 9]) {
    const list = drawn(Array.from({ length: n }, () => range(0, 1)));
    for (const weights of list) expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    for (const t of [0.05, 0.2, 0.5, 0.8]) {
      const exact = (1 - t) ** (n - 1);
      for (const at of [0, n - 1]) expect(Math.abs(share(list, (w) => w[at]! > t) - exact)).toBeLessThan(within(exact, DRAWS));
    }
  }
});

test('lower limits shift and shrink the triangle', () => {
  const list = drawn([range(0.2, 1), range(0.3, 1), range(0, 1)]);
  // y = (w₁ − .2) / .5 is uniform on the triangle: P(y > .4) = .6²
  expect(Math.abs(share(list, (w) => w[0]! > 0.4) - 0.36)).toBeLessThan(within(0.36, DRAWS));
  expect(list.every((w) => w[0]! >= 0.2 && w[1]! >= 0.3)).toBe(true);
});

describe('ranges on both sides: the very distribution that plain rejection from the triangle gives', () => {
  const cases: Record<string, WeightRange[]> = {
    'one tight weight': [range(0.1, 0.2), range(0, 1), range(0, 1)],
    'upper limits everywhere': [range(0, 0.5), range(0, 0.6), range(0, 0.4)],
    'narrow and wide': [range(0.05, 0.3), range(0.1, 0.5), range(0, 0.9), range(0, 0.7)],
    'within 40 % of today': [range(0.24, 0.56), range(0.15, 0.35), range(0.21, 0.49)],
  };
  test.each(Object.entries(cases))('%s', (_, ranges) => {
    const list = drawn(ranges);
    const fits = (w: number[]) => ranges.every(({ low, high }, i) => w[i]! >= low && w[i]! <= high);
    expect(list.every(fits)).toBe(true);
    const random = randomOf(99);
    const plain: number[][] = [];
    while (plain.length < DRAWS) {
      const spacings = ranges.map(() => -Math.log(random()));
      const all = spacings.reduce((a, b) => a + b, 0);
      const weights = spacings.map((one) => one / all);
      if (fits(weights)) plain.push(weights);
    }
    ranges.forEach(({ low, high }, i) => {
      for (const part of [0.25, 0.5, 0.75]) {
        const t = low + part * (high - low);
        const expected = share(plain, (w) => w[i]! > t);
        expect(Math.abs(share(list, (w) => w[i]! > t) - expected)).toBeLessThan(2 * within(expected, DRAWS));
      }
      // Pairs too: a wrong correction would leave single weights nearly right.
      const j = (i + 1) % ranges.length;
      const both = (w: number[]) => w[i]! > (low + high) / 2 && w[j]! > (ranges[j]!.low + ranges[j]!.high) / 2;
      expect(Math.abs(share(list, both) - share(plain, both))).toBeLessThan(2 * within(share(plain, both), DRAWS));
    });
  });

  test('thirty weights within 20 % of today, which plain rejection would never meet', () => {
    const ranges = Array.from({ length: 30 }, (_, i) => range(0.8 * ((i + 1) / 465), 1.2 * ((i + 1) / 465)));
    for (const weights of drawn(ranges)) {
      expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      expect(weights.every((w, i) => w >= ranges[i]!.low - 1e-12 && w <= ranges[i]!.high + 1e-12)).toBe(true);
    }
  });
});

test('what is fixed stays: a lone weight, limits that meet, a level without weight', () => {
  expect(drawn([range(0, 1)])[0]).toEqual([1]);
  expect(drawn([range(1, 1)])[0]).toEqual([1]);
  expect(drawn([range(0.25, 0.25), range(0.75, 0.75)])[0]).toEqual([0.25, 0.75]);
  expect(drawn([range(0, 0), range(0, 0)])[0]).toEqual([0, 0]);
  const half = drawn([range(0, 0), range(0, 1), range(0.5, 0.5)]);
  expect(half.every((w) => w[0] === 0 && Math.abs(w[1]! - 0.5) < 1e-12 && w[2] === 0.5)).toBe(true);
});

test.each([
  ['too little', [range(0, 0.4), range(0, 0.5)]], ['too much', [range(0.6, 1), range(0.5, 1)]], ['upside down', [range(0.6, 0.5), range(0, 1)]],
  ['beyond the level', [range(0, 1.2), range(0, 1)]], ['no number', [range(NaN, 1), range(0, 1)]], ['below nothing', [range(-0.1, 1), range(0, 1)]],
])('ranges that cannot be met are refused: %s', (_, ranges) => {
  expect(() => levelDrawer(ranges)).toThrow(RangeError);
});

test('ranges of a model: anything, or a share of what it is', () => {
  const weights = weightsOf(GENERAL_TEMPLATE);
  expect(anyWeights(GENERAL_TEMPLATE).factors).toHaveLength(weights.factors.length);
  const near = weightsWithin(GENERAL_TEMPLATE, weights, 0.2);
  expect(near.lenses[1]!.low).toBeCloseTo(0.2, 12);
  expect(near.lenses[1]!.high).toBeCloseTo(0.3, 12);
  // A share above 1 stops at the ends of the level.
  expect(weightsWithin(GENERAL_TEMPLATE, weights, 5).lenses.every(({ low, high }) => low === 0 && high === 1)).toBe(true);
});
