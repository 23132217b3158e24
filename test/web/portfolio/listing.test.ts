import { expect, test } from 'vitest';
import { emptySheet } from '#domain/select/sheet.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { createScores } from '#domain/select/score.ts';
import { rankedIds, type IdList } from '../../../src/web/parts/portfolio/listing.ts';

const all = (list: IdList): number[] => Array.from({ length: list.length }, (_, i) => list.at(i));
const ids = Float64Array.of(11, 12, 13, 14);
const scores = createScores(emptySheet(GENERAL_TEMPLATE, 4, '2026-10-31', 1));
scores.order.set([2, 0, 3, 1]);
scores.grade.set([1, 4, 0, 1]);
scores.class.set([1, 3, 0, 2]);

test('follows the new order', () => {
  expect(all(rankedIds(ids, scores, {}, null))).toEqual([13, 11, 14, 12]);
  expect(all(rankedIds(ids, scores, {}, null, true))).toEqual([12, 14, 11, 13]);
});

test('grade and class are those of the new weights; other filters come as a set of ids', () => {
  expect(all(rankedIds(ids, scores, { grade: 'A' }, null))).toEqual([11, 14]);
  expect(all(rankedIds(ids, scores, { grade: 'A', class: 'growth' }, null))).toEqual([14]);
  expect(all(rankedIds(ids, scores, {}, new Set([12, 13])))).toEqual([13, 12]);
});
