import { expect, test } from 'vitest';
import { randomOf } from '#domain/random.ts';
import { squarify } from '#domain/insight/sand/squarify.ts';

test('the example of the paper: 6 6 4 3 2 2 1 in a frame of 6 × 4', () => {
  const boxes = squarify([6, 6, 4, 3, 2, 2, 1], { x: 0, y: 0, width: 6, height: 4 });
  const [x, y] = [(n: number) => Math.round(n * 1000) / 1000, (n: number) => Math.round(n * 1000) / 1000];
  // Bruls, Huizing & van Wijk 2000, figure 4: two of 3 × 2 on the left, then 4 and 3 side by side, and 2, 2, 1 in what is left.
  expect(boxes.slice(0, 4).map((box) => [x(box.x), y(box.y), x(box.width), y(box.height)])).toEqual([[0, 0, 3, 2], [0, 2, 3, 2], [3, 0, 1.714, 2.333], [4.714, 0, 1.286, 2.333]]);
});

test('areas are the values, nothing overlaps, nothing sticks out, whatever the order', () => {
  const random = randomOf(3);
  for (const count of [1, 2, 7, 40]) {
    const values = Array.from({ length: count }, () => 1 + random() * 99);
    const frame = { x: 10, y: 20, width: 900, height: 380 };
    const boxes = squarify(values, frame);
    const total = values.reduce((a, b) => a + b, 0);
    boxes.forEach((box, n) => {
      expect(box.width * box.height).toBeCloseTo((values[n]! / total) * 900 * 380, 4);
      expect(box.x >= 10 - 1e-6 && box.y >= 20 - 1e-6 && box.x + box.width <= 910 + 1e-6 && box.y + box.height <= 400 + 1e-6).toBe(true);
      for (const other of boxes.slice(n + 1)) expect(Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x) < 1e-6 || Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y) < 1e-6).toBe(true);
    });
  }
});

test('nothing to lay out is laid nowhere', () => {
  expect(squarify([], { x: 0, y: 0, width: 10, height: 10 })).toEqual([]);
  expect(squarify([0], { x: 0, y: 0, width: 10, height: 10 })).toEqual([{ x: 0, y: 0, width: 0, height: 0 }]);
});
