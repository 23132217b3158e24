import { expect, test } from 'vitest';
import { readSearch, writeSearch } from '../../../src/web/parts/portfolio/portfolioSearch.ts';

test('an address says only what differs from the first view', () => {
  expect(writeSearch(readSearch({}))).toEqual({});
  const kept = { view: 'matrix', grade: 'A', q: '声学', from: 3, to: 9 };
  expect(writeSearch(readSearch(kept))).toEqual(kept);
});

test('what does not fit is left out', () => {
  expect(writeSearch(readSearch({ view: 'pie', grade: 'Z', currency: 'euro', sort: 'x', from: 9, to: 3, q: '  ' }))).toEqual({});
});

test('a customer code typed as a number stays a search text', () => {
  expect(readSearch({ q: 12346 }).q).toBe('12346');
});

test('robustness is asked for in the address: any weights or a share around today\u2019s, who counts as picked, the seed', () => {
  expect(readSearch({ robust: 'any', top: 15, seed: 7, sort: 'chance' })).toMatchObject({ robust: 'any', top: '15', seed: 7, sort: 'chance' });
  expect(writeSearch(readSearch({ robust: 'any', top: '15' }))).toEqual({ robust: 'any', top: 15 });
  expect(writeSearch(readSearch({ robust: 0.2, top: '20%', seed: 1 }))).toEqual({ robust: 0.2 });
  expect(readSearch({ robust: 3, top: 'all', seed: -1 })).toMatchObject({ robust: undefined, top: '20%', seed: 1 });
});
