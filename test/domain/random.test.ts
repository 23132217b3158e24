import { expect, test } from 'vitest';
import { randomOf, xoshiro128 } from '#domain/random.ts';

test('xoshiro128** 1.1: the first numbers of the reference implementation from the state 1, 2, 3, 4', () => {
  const next = xoshiro128(1, 2, 3, 4);
  expect(Array.from({ length: 10 }, next)).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804]);
});

test('the same seed and stream repeat, others differ; never 0 or 1', () => {
  const some = (seed: number, stream?: number) => {
    const random = randomOf(seed, stream);
    return Array.from({ length: 1000 }, random);
  };
  expect(some(7)).toEqual(some(7));
  const first = new Set([some(7)[0], some(8)[0], some(7, 1)[0], some(7, 2)[0], some(0)[0], some(0, 1)[0]]);
  expect(first.size).toBe(6);
  for (const value of some(0)) expect(value > 0 && value < 1).toBe(true);
});

test('streams are even and do not run alongside each other', () => {
  const streams = Array.from({ length: 40 }, (_, stream) => randomOf(1, stream));
  const rows = streams.map((random) => Array.from({ length: 500 }, random));
  const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;
  expect(Math.abs(mean(rows.flat()) - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / 20_000));
  for (let i = 1; i < rows.length; i += 1) {
    const together = mean(rows[i]!.map((value, n) => (value - 0.5) * (rows[i - 1]![n]! - 0.5))) * 12;
    expect(Math.abs(together)).toBeLessThan(5 / Math.sqrt(500));
  }
});
