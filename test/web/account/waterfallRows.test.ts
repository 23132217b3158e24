import { expect, test } from 'vitest';
import { waterfallLenses } from '../../../src/web/parts/account/waterfallRows.ts';

const indicator = (key: string, lens: 'past' | 'present' | 'future', contribution: number, effectiveWeight: number, state: 'proven' | 'missing' = 'proven') =>
  ({ key, lens, factor: 'f', weight: effectiveWeight, effectiveWeight, points: 50, contribution, state });

test('bars stand end to end and reach the total', () => {
  const lenses = waterfallLenses([indicator('fit', 'future', 12, 0.35), indicator('revenue', 'past', 20, 0.25), indicator('quality', 'present', 0, 0, 'missing'), indicator('recency', 'past', 10, 0.15)]);
  expect(lenses.map((lens) => lens.lens)).toEqual(['past', 'present', 'future']);
  expect(lenses[0]!.rows.map((row) => [row.indicator.key, row.from, row.to, row.limit])).toEqual([['revenue', 0, 20, 25], ['recency', 20, 30, 35]]);
  expect(lenses[1]).toMatchObject({ rows: [], missing: [{ key: 'quality' }], from: 30, to: 30 });
  expect(lenses[2]!.to).toBe(42);
});

test('a missing value that the model counts as 50 keeps its bar', () => {
  expect(waterfallLenses([indicator('brand', 'future', 5, 0.1, 'missing')])[2]!.rows).toHaveLength(1);
});
