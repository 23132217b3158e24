import { describe, expect, test } from 'vitest';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { itemsOf, progressOf, stepFrom, valuesOf, visibleItems, type ItemState } from '../../../src/web/parts/assess/items.ts';

const items = itemsOf(GENERAL_TEMPLATE);
const states: Record<string, ItemState> = { funding: 'proven', brand: 'assumed', marketShare: 'stale', fraud: 'assumed' };
const stateOf = (key: string): ItemState => states[key] ?? 'missing';

test('everything a person judges, in the order of the model; what is computed is not', () => {
  expect(items.filter((item) => item.indicator)).toHaveLength(21);
  expect(items.map((item) => item.group).filter((group, n, all) => group !== all[n - 1])).toEqual(['past', 'present', 'future', 'deductions', 'vetoes']);
  expect(items.some((item) => item.key === 'revenue')).toBe(false);
  expect(items.find((item) => item.key === 'unfairCompetition')).toMatchObject({ kind: 'deduction', points: 10, indicator: null });
});

test('keys 1, 2, 3 … by what is judged', () => {
  const values = (key: string) => valuesOf(items.find((item) => item.key === key)!);
  expect(values('brand')).toEqual([1, 2, 3, 4, 5]);
  expect(values('ownershipKind').slice(0, 3)).toEqual(['multinational', 'listed', 'state']);
  expect(values('fraud')).toEqual([true]);
});

describe('progress and filters', () => {
  test('deductions and red lines that nobody has drawn are not missing', () => {
    expect(progressOf(items, stateOf)).toEqual({ all: 21, done: 3, assumed: 1, stale: 1 });
    expect(progressOf(items.filter((item) => item.group === 'vetoes'), stateOf)).toEqual({ all: 0, done: 0, assumed: 0, stale: 0 });
    expect(visibleItems(items, 'missing', stateOf, new Set())).toHaveLength(18);
  });
  test('a red line on an assumption shows among the assumptions', () => {
    expect(visibleItems(items, 'assumed', stateOf, new Set()).map((item) => item.key)).toEqual(['brand', 'fraud']);
    expect(visibleItems(items, 'stale', stateOf, new Set()).map((item) => item.key)).toEqual(['marketShare']);
    expect(visibleItems(items, 'all', stateOf, new Set())).toHaveLength(items.length);
  });
  test('what was judged meanwhile stays in its place', () => {
    expect(visibleItems(items, 'stale', stateOf, new Set(['funding'])).map((item) => item.key)).toEqual(['funding', 'marketShare']);
  });
});

test('moving stops at both ends and begins at the first', () => {
  const keys = ['a', 'b', 'c'];
  expect([stepFrom(keys, 'a', 1), stepFrom(keys, 'c', 1), stepFrom(keys, 'a', -1), stepFrom(keys, null, 1), stepFrom(keys, 'gone', -1), stepFrom([], 'a', 1)]).toEqual(['b', 'c', 'a', 'a', 'a', null]);
});
