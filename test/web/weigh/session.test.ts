import { expect, test } from 'vitest';
import { ahpFaults } from '#domain/select/weigh/ahp.ts';
import { SCALE } from '#domain/select/weigh/comparisons.ts';
import { FRESH, inputOf, opened, pairKey, pairsInOrder, readSession, stepOf, valueAt, withPair } from '../../../src/web/parts/weigh/session.ts';
import { readWeighSearch } from '../../../src/web/parts/weigh/search.ts';

const ITEMS = ['a', 'b', 'c', 'd'];

test('every pair is asked once; after n − 1 answers everything is connected', () => {
  const pairs = pairsInOrder(4);
  expect(pairs.map(({ i, j }) => ITEMS[i]! + ITEMS[j]!)).toEqual(['ab', 'bc', 'cd', 'ac', 'bd', 'ad']);
  const chain = pairs.slice(0, 3).map(({ i, j }) => ({ left: ITEMS[i]!, right: ITEMS[j]!, value: 2 }));
  expect(ahpFaults({ items: ITEMS, pairs: chain })).toEqual([]);
  expect([pairsInOrder(1), pairsInOrder(0)]).toEqual([[], []]);
});

test('the scale: seventeen places, equal in the middle', () => {
  expect(SCALE.map(stepOf)).toEqual(Array.from({ length: 17 }, (_, n) => 8 - n));
  for (let step = -8; step <= 8; step++) expect(stepOf(valueAt(step))).toBe(step);
  expect(stepOf(2.45)).toBeNull();
});

test('what was recorded opens again, whatever way round it was said', () => {
  const input = { method: 'ahp' as const, table: 'saaty2005' as const, derivation: 'geometric' as const, rule: 'strict' as const, pairs: [{ left: 'b', right: 'a', value: 1 / 3 }, { left: 'b', right: 'c', value: 2 }, { left: 'c', right: 'gone', value: 5 }] };
  const session = opened(FRESH, input, ITEMS);
  expect(session).toMatchObject({ pairs: { 'a b': 3, 'b c': 2 }, table: 'saaty2005', derivation: 'geometric', rule: 'strict' });
  expect(inputOf(session, 'ahp', ITEMS)).toMatchObject({ pairs: [{ left: 'a', right: 'b', value: 3 }, { left: 'b', right: 'c', value: 2 }], table: 'saaty2005' });
  const points = opened(session, { method: 'swing', points: [{ item: 'a', points: 100 }, { item: 'gone', points: 3 }] }, ITEMS);
  expect([points.swings, points.pairs]).toEqual([{ a: 100 }, session.pairs]);
  expect(inputOf(points, 'swing', ITEMS)).toEqual({ method: 'swing', points: [{ item: 'a', points: 100 }] });
});

test('a comparison is set and taken out', () => {
  const key = pairKey(ITEMS, { i: 0, j: 2 });
  const set = withPair(FRESH, key, 5);
  expect(set.pairs).toEqual({ 'a c': 5 });
  expect(withPair(set, key, null).pairs).toEqual({});
  expect(FRESH.pairs).toEqual({});
});

test('what a browser kept is read as far as it can be', () => {
  const set = withPair({ ...FRESH, table: 'donegan-dodd' }, 'a b', 3);
  expect(readSession(JSON.stringify(set))).toEqual(set);
  for (const text of [null, '', 'null', '[]', '{"pairs":null}', '{"pairs":"x","table":"mine","points":{"a":"b"}}']) expect(readSession(text), String(text)).toEqual(FRESH);
});

test('the address says what is shown; what does not fit is left out', () => {
  expect(readWeighSearch({ level: 'factor.market', method: 'swing', view: 'matrix' })).toEqual({ level: 'factor.market', method: 'swing', view: 'matrix' });
  expect(readWeighSearch({ level: '../x', method: 'guess', view: 'one' })).toEqual({});
});
