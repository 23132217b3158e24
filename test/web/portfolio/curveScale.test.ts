import { expect, test } from 'vitest';
import { abcStretch, around, curvePaths, curveScale, pointAt } from '../../../src/web/parts/portfolio/curveScale.ts';

const values = [50, 30, 15, 10, -5];
const points = values.map((value, i) => {
  const cumulative = values.slice(0, i + 1).reduce((a, b) => a + b, 0);
  return { rank: i + 1, id: i + 1, name: `Customer ${i + 1}`, value, cumulative, share: cumulative / 100 };
});
const box = { left: 0, right: 100, top: 0, bottom: 100 };

test('a curve that peaks above 100 % keeps its peak inside the picture', () => {
  const scale = curveScale(points, 5, box);
  expect(scale.high).toBe(1.05);
  expect(scale.y(1.05)).toBe(0);
  expect(scale.x(5)).toBe(100);
  expect(scale.rankAt(0)).toBe(1);
  expect(scale.rankAt(41)).toBe(3);
  expect(scale.rankAt(400)).toBe(5);
});

test('a total that is not positive is drawn in money, not in per cent', () => {
  const loss = points.map((point) => ({ ...point, share: null, cumulative: point.cumulative - 200 }));
  const scale = curveScale(loss, 5, box);
  expect(scale.isShare).toBe(false);
  expect(scale.low).toBe(-150);
});

test('the point of a thinned curve is the first not before the rank', () => {
  const thin = [points[0]!, points[2]!, points[4]!];
  expect(pointAt(thin, 2)?.rank).toBe(3);
  expect(pointAt(thin, 9)?.rank).toBe(5);
  expect(pointAt([], 1)).toBeNull();
});

test('a click opens a stretch, never past the ends', () => {
  expect(around(2, 5)).toEqual({ from: 1, to: 5 });
  expect(around(2000, 4000)).toEqual({ from: 1960, to: 2040 });
  expect(abcStretch({ A: 2, B: 2, C: 1 }, 7, 2)).toEqual({ from: 1, to: 2 });
  expect(abcStretch({ A: 2, B: 2, C: 1 }, 7, 3)).toEqual({ from: 3, to: 4 });
  expect(abcStretch({ A: 2, B: 2, C: 1 }, 7, 6)).toEqual({ from: 6, to: 7 });
});

test('the shaded part ends at the 80 % customer', () => {
  const scale = curveScale(points, 5, box);
  expect(curvePaths(points, scale, 2).area.endsWith('L40.0 100.0Z')).toBe(true);
});
