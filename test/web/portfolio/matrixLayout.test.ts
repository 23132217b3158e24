import { expect, test } from 'vitest';
import { bubbleAt, placeBubbles, placeNames, type BubblePoint } from '../../../src/web/parts/portfolio/matrixLayout.ts';
import { scoreBounds } from '../../../src/web/parts/portfolio/scoreWhisker.tsx';

const frame = { left: 70, right: 470, top: 10, bottom: 410, gutter: 30 };
const point = (id: number, valueToday: number | null, potential: number | null, revenue: number): BubblePoint => ({ id, name: `Customer ${id}`, valueToday, potential, revenue, class: null, confidence: 1 });

test('area stands for revenue; a negative one is still a point', () => {
  const [whole, quarter, loss] = placeBubbles([point(1, 50, 50, 400), point(2, 10, 10, 100), point(3, 20, 80, -50)], frame);
  expect(whole!.r - 3.5).toBeCloseTo(2 * (quarter!.r - 3.5));
  expect(loss!.r).toBe(3.5);
  expect([whole!.x, whole!.y]).toEqual([270, 210]);
});

test('what is unknown is not zero: it stands beside the plane', () => {
  const [prospect, unassessed] = placeBubbles([point(1, null, 80, 0), point(2, 40, null, 0)], frame);
  expect(prospect!.x).toBeLessThan(frame.left);
  expect(unassessed!.y).toBeGreaterThan(frame.bottom);
});

test('the smaller bubble on top of a larger one can be reached', () => {
  const placed = placeBubbles([point(1, 50, 50, 1000), point(2, 51, 50, 1)], frame);
  expect(bubbleAt(placed, placed[1]!.x, placed[1]!.y)!.point.id).toBe(2);
  expect(bubbleAt(placed, placed[0]!.x - 20, placed[0]!.y)!.point.id).toBe(1);
  expect(bubbleAt(placed, 80, 400)).toBeNull();
});

test('names never cover one another', () => {
  const placed = placeBubbles(Array.from({ length: 40 }, (_, i) => point(i, 50 + (i % 3), 50, 100 - i)), frame);
  const names = placeNames(placed, frame, 20);
  expect(names.length).toBeGreaterThan(0);
  for (const a of names) for (const b of names) if (a !== b) expect(Math.abs(a.y - b.y) >= 13 || Math.abs(a.x - b.x) > 40).toBe(true);
});

test('the whisker spans what the unproven part could still do', () => {
  expect(scoreBounds(80, 1)).toEqual({ low: 80, high: 80 });
  expect(scoreBounds(80, 0)).toEqual({ low: 0, high: 100 });
  expect(scoreBounds(60, 0.5)).toEqual({ low: 30, high: 80 });
});
