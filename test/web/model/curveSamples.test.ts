import { expect, test } from 'vitest';
import { curveSamples, pointsAt } from '../../../src/web/parts/model/curveSamples.ts';

test('a falling scale (lower is better) falls in the picture', () => {
  const { points, from, to } = curveSamples({ type: 'linear', floor: 180, target: 0 });
  expect(from).toBeCloseTo(-36);
  expect(to).toBeCloseTo(216);
  expect(points[0]!.points).toBe(100);
  expect(points.at(-1)!.points).toBe(0);
});

test('a logarithmic rule is drawn on a logarithmic axis, within positive values', () => {
  const curve = curveSamples({ type: 'log', floor: 0.0002, target: 0.05, relativeTo: 'total' });
  expect(curve.isLog).toBe(true);
  expect(curve.from).toBeGreaterThan(0);
  expect(pointsAt(0.05, { type: 'log', floor: 0.0002, target: 0.05, relativeTo: 'total' })).toBe(100);
});

test('steps stand upright', () => {
  const { points } = curveSamples({ type: 'steps', steps: [{ from: 0, points: 20 }, { from: 10, points: 80 }] });
  expect(points.map((point) => point.points)).toEqual([0, 0, 20, 20, 80, 80]);
});

test('a percentile is its own points, turned round where lower is better', () => {
  expect(pointsAt(30, { type: 'percentile', better: 'higher' })).toBe(30);
  expect(pointsAt(30, { type: 'percentile', better: 'lower' })).toBe(70);
});
