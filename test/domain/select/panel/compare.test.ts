import { describe, expect, test } from 'vitest';
import { compareCategories, compareLevels, compareMarks, isClose, needsReason } from '#domain/select/panel/compare.ts';
import type { PanelValue } from '#domain/select/panel/panel.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';

const marksOf = (values: readonly PanelValue[]) => values.map((value, n) => ({ userId: `p${n}`, indicator: 'i', value, reason: '', factIds: [] }));
const levels = (...values: number[]) => compareLevels('i', marksOf(values));
const votes = (...values: PanelValue[]) => compareCategories('i', marksOf(values));

describe('levels side by side', () => {
  // Median, mean and sample standard deviation by Python 3.11 `statistics` (median, mean, stdev).
  test.each([
    [[4], 4, 4, 0, null],
    [[3, 4], 3.5, 3.5, 1, 0.7071067811865476],
    [[2, 4, 4], 4, 10 / 3, 2, 1.1547005383792515],
    [[1, 5], 3, 3, 4, 2.8284271247461903],
    [[1, 3, 5], 3, 3, 4, 2],
    [[1, 3, 4, 4, 5], 4, 3.4, 4, 1.51657508881031],
    [[2, 2, 3, 5], 2.5, 3, 3, 1.4142135623730951],
    [[5, 5, 5, 5], 5, 5, 0, 0],
    [[1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5], 3.5, 10 / 3, 4, 1.2309149097933272],
  ] as const)('%j', (values, median, mean, spread, deviation) => {
    // In any order: who answers first must not matter.
    const one = levels(...values.toReversed());
    expect(one).toMatchObject({ n: values.length, median, spread });
    expect(one.mean).toBeCloseTo(mean, 12);
    if (deviation === null) expect(one.deviation).toBeNull();
    else expect(one.deviation).toBeCloseTo(deviation, 12);
  });

  test('two levels from the median are an outlier, one and a half are not', () => {
    expect(levels(2, 4, 4).outliers).toEqual(['p0']);
    expect(levels(1, 3, 5).outliers).toEqual(['p0', 'p2']);
    expect(levels(2, 2, 3, 5).outliers).toEqual(['p3']);
    expect(levels(2, 5).outliers).toEqual([]);
    expect(levels(1, 5).outliers).toEqual(['p0', 'p1']);
    expect(levels(3, 4, 5).outliers).toEqual([]);
  });

  test('proposes the median, between two levels the lower one', () => {
    expect([levels(2, 4, 4), levels(3, 4), levels(4, 4, 5, 5), levels(1, 2, 3)].map((one) => one.proposal)).toEqual([4, 3, 4, 2]);
  });

  test('says how far they agree', () => {
    expect([levels(), levels(3), levels(3, 3), levels(3, 4), levels(2, 4), levels(1, 4)].map((one) => one.consent)).toEqual(['none', 'alone', 'same', 'close', 'apart', 'divided']);
  });

  test('another level than the median needs a reason; either neighbour of a middle between two does not', () => {
    expect([3, 4, 5].map((value) => needsReason(levels(2, 4, 4), value))).toEqual([true, false, true]);
    expect([2, 3, 4, 5].map((value) => needsReason(levels(3, 4), value))).toEqual([true, false, false, true]);
  });
});

describe('categories side by side', () => {
  test('who is not with a majority is an outlier; without a majority nobody is', () => {
    expect(votes('a', 'a', 'b')).toMatchObject({ outliers: ['p2'], proposal: 'a', consent: 'majority', spread: null, median: null });
    expect(votes('a', 'a', 'b', 'c')).toMatchObject({ outliers: [], proposal: 'a', consent: 'split' });
    expect(votes('a', 'a')).toMatchObject({ outliers: [], proposal: 'a', consent: 'same' });
    expect(votes(true, false, true)).toMatchObject({ outliers: ['p1'], proposal: true });
  });
  test('a tie proposes nothing, and whatever is agreed needs a reason', () => {
    expect(votes('a', 'b')).toMatchObject({ outliers: [], proposal: null, consent: 'tie' });
    expect(votes('a', 'a', 'b', 'b', 'c')).toMatchObject({ proposal: null, consent: 'tie' });
    expect(needsReason(votes('a', 'b'), 'a')).toBe(true);
    expect(needsReason(votes('a', 'a', 'b'), 'a')).toBe(false);
    expect(needsReason(votes('a', 'a', 'b'), 'b')).toBe(true);
  });
  test('nobody and one person', () => {
    expect(votes()).toMatchObject({ n: 0, consent: 'none', proposal: null });
    expect(votes('a')).toMatchObject({ n: 1, consent: 'alone', proposal: 'a', outliers: [] });
  });
});

test('what is agreed on in one go: levels at most one apart, categories chosen alike', () => {
  expect([levels(3, 4), levels(4), levels(2, 4), votes('a', 'a'), votes('a', 'a', 'b'), votes(false, false), levels(), votes()].map(isClose)).toEqual([true, true, false, true, false, true, false, false]);
});

test('scales are compared as levels, categories, deductions and red lines by votes, each on its own', () => {
  const marks = [
    { userId: 'a', indicator: 'brand', value: 4, reason: '', factIds: [] }, { userId: 'b', indicator: 'brand', value: 2, reason: '', factIds: [] },
    { userId: 'a', indicator: 'ownershipKind', value: 'listed', reason: '', factIds: [] }, { userId: 'a', indicator: 'disparagement', value: true, reason: '', factIds: [] },
  ];
  const compared = compareMarks(GENERAL_TEMPLATE, ['brand', 'ownershipKind', 'disparagement', 'funding'], marks);
  expect(compared.map((one) => [one.indicator, one.kind, one.n, one.median])).toEqual([['brand', 'level', 2, 3], ['ownershipKind', 'category', 1, null], ['disparagement', 'category', 1, null], ['funding', 'level', 0, null]]);
});
