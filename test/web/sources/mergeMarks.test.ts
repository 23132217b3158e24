import { expect, test } from 'vitest';
import { mergeMarks } from '../../../src/web/parts/sources/mergeMarks.ts';

test('every character stands in one piece, with all it is marked for', () => {
  const pieces = mergeMarks(10, [[2, 6]], [{ from: 4, to: 8 }]);
  expect(pieces).toEqual([
    { from: 0, to: 2, kinds: [] }, { from: 2, to: 4, kinds: ['find'] }, { from: 4, to: 6, kinds: ['find', 'cited'] }, { from: 6, to: 8, kinds: ['cited'] }, { from: 8, to: 10, kinds: [] },
  ]);
  expect(mergeMarks(3, [], [])).toEqual([{ from: 0, to: 3, kinds: [] }]);
  // A citation that reaches over the end of a page that was read anew does no harm.
  expect(mergeMarks(3, [], [{ from: 2, to: 9 }]).map((piece) => [piece.from, piece.to])).toEqual([[0, 2], [2, 3]]);
});
