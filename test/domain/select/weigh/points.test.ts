import { expect, test } from 'vitest';
import type { Refusal } from '#domain/refusal.ts';
import { weightSum } from '#domain/select/rebalance.ts';
import { direct, pointFaults, swing } from '#domain/select/weigh/points.ts';

const ITEMS = ['margin', 'growth', 'fit'];
const points = (...values: number[]) => values.map((value, n) => ({ item: ITEMS[n]!, points: value }));

test('points of any size become weights that add to exactly 100', () => {
  expect(direct(ITEMS, points(2, 1, 1))).toEqual([50, 25, 25]);
  expect(direct(ITEMS, points(1, 1, 1))).toEqual([33.4, 33.3, 33.3]);
  expect(direct(ITEMS, points(0, 0, 7))).toEqual([0, 0, 100]);
  for (let n = 1; n < 60; n++) expect(weightSum(direct(ITEMS, points(n, 60 - n, n / 7)))).toBe(100);
});

test('swings: the first is worth 100, the others their share of it', () => {
  expect(swing(ITEMS, points(100, 60, 40))).toEqual([50, 30, 20]);
  expect(swing(ITEMS, points(100, 100, 0))).toEqual([50, 50, 0]);
});

test('the order of the answer is that of the items, not of the points', () => {
  expect(direct(ITEMS, points(3, 0, 1).toReversed())).toEqual([75, 0, 25]);
});

test('faults with their paths', () => {
  const reasons = (given: Parameters<typeof pointFaults>[1], method: 'direct' | 'swing') => pointFaults(ITEMS, given, method).map(({ path, reason }) => `${path} ${reason}`);
  expect(reasons(points(-1, Number.NaN, 1), 'direct')).toEqual(['points.0.points out_of_range', 'points.1.points out_of_range']);
  expect(reasons([...points(1, 2), { item: 'luck', points: 1 }], 'direct')).toEqual(['points.2.item unknown_item', 'points items_missing']);
  expect(reasons([...points(1, 2, 3), { item: 'fit', points: 1 }], 'direct')).toEqual(['points.3.item item_twice']);
  expect(reasons(points(0, 0, 0), 'direct')).toEqual(['points all_zero']);
  expect(reasons(points(80, 60, 40), 'swing')).toEqual(['points no_hundred']);
  expect(reasons(points(101, 60, 40), 'swing')).toEqual(['points.0.points out_of_range']);
  expect(() => swing(ITEMS, points(80, 60, 40))).toThrow(expect.objectContaining({ code: 'invalid' }) as Refusal);
});
