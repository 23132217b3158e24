import { expect, test } from 'vitest';
import { queryOf, readResearchSearch } from '../../../src/web/parts/research/search.ts';

test('the address of the research list: what does not fit is left out', () => {
  expect(readResearchSearch({ whose: 'mine', block: 'supply', other: 1 })).toEqual({ whose: 'mine', block: 'supply' });
  expect(readResearchSearch({ whose: 'yours', block: 'moon' })).toEqual({});
  expect(queryOf({})).toEqual({ owner: 'anyone', overdue: 'all' });
  expect(queryOf({ whose: 'mine', block: 'supply' })).toEqual({ owner: 'me', overdue: 'all', block: 'supply' });
  expect(queryOf({ whose: 'overdue' })).toEqual({ owner: 'anyone', overdue: 'only' });
});
