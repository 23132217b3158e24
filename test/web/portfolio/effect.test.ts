import { expect, test } from 'vitest';
import { emptySheet } from '#domain/select/sheet.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { createScores, type Scores } from '#domain/select/score.ts';
import { effectOf } from '../../../src/web/parts/portfolio/effect.ts';

function scores(rank: number[], grade: number[], kind: number[]): Scores {
  const made = createScores(emptySheet(GENERAL_TEMPLATE, rank.length, '2026-10-31', 1));
  made.rank.set(rank);
  made.grade.set(grade);
  made.class.set(kind);
  return made;
}

test('counts who enters and leaves the top fifth, who changes grade and class, and the largest move', () => {
  const before = scores([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0], [0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 255], [0, 1, 1, 3, 3, 3, 3, 3, 3, 3, 255]);
  const after = scores([2, 6, 3, 4, 5, 1, 7, 8, 9, 10, 0], [1, 3, 1, 2, 2, 0, 3, 4, 4, 4, 255], [1, 3, 1, 3, 3, 0, 3, 3, 3, 3, 255]);
  expect(effectOf(before, after)).toEqual({ top: 2, entering: 1, leaving: 1, gradesUp: 1, gradesDown: 2, classMoves: 3, largest: { at: 5, change: 5 } });
});

test('the same ranking changes nothing', () => {
  const one = scores([1, 2], [0, 1], [0, 1]);
  expect(effectOf(one, one).largest).toBeNull();
});
