import { expect, test } from 'vitest';
import { rebalance, scaleTo100, weightSum } from '#domain/select/rebalance.ts';

test('the others share the rest in their old proportion', () => {
  expect(rebalance([40, 25, 35], 0, 52)).toEqual([52, 20, 28]);
});

test('what is shown adds to exactly 100, whatever is dragged', () => {
  let weights = [33.3, 33.3, 33.4];
  for (let step = 0; step <= 1000; step += 7) {
    weights = rebalance(weights, step % 3, step / 10);
    expect(weightSum(weights)).toBe(100);
    expect(weights.every((weight) => weight >= 0 && weight <= 100)).toBe(true);
  }
});

test('from 100 back down the others return in equal parts', () => {
  expect(rebalance([100, 0, 0], 0, 40)).toEqual([40, 30, 30]);
});

test('a lone weight cannot be anything but 100', () => {
  expect(rebalance([100], 0, 20)).toEqual([100]);
});

test('values outside 0–100 are held at the ends', () => {
  expect(rebalance([40, 60], 0, 130)).toEqual([100, 0]);
  expect(rebalance([40, 60], 0, -3)).toEqual([0, 100]);
});

test('one click brings any weights to 100', () => {
  expect(scaleTo100([1, 1, 1])).toEqual([33.4, 33.3, 33.3]);
  expect(scaleTo100([0, 0])).toEqual([50, 50]);
  expect(scaleTo100([20, 60, 40])).toEqual([16.7, 50, 33.3]);
});
