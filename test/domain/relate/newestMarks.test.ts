import { expect, test } from 'vitest';
import { newestMarks, setSince } from '#domain/relate/map/newestMarks.ts';

const mark = (id: number, observedOn: string, by: string | null = 'mo', person = 1) => ({ id, person, field: 'stance' as const, observedOn, by });

test('the newest observation counts; of two on one day the one told later', () => {
  const newest = newestMarks([mark(3, '2026-03-01'), mark(1, '2026-03-31'), mark(2, '2026-03-31'), mark(9, '2026-03-30'), mark(4, '2026-03-02', 'mo', 2)]);
  expect([newest.size, newest.get('1 stance')?.id, newest.get('2 stance')?.id, newest.get('3 stance')]).toEqual([2, 2, 4, undefined]);
});

test.each([
  ['what was seen counts still', 7, [mark(7, '2026-03-31', 'cleo')], []],
  ['a colleague has told another since', 7, [mark(7, '2026-03-30', 'cleo'), mark(8, '2026-03-31', 'cleo')], [0]],
  ['nothing was seen, and something is there', null, [mark(8, '2026-03-31', 'cleo')], [0]],
  ['nothing was seen and nothing is there', null, [], []],
  ['what was seen was taken back', 7, [], [0]],
  ['one told it oneself', 7, [mark(8, '2026-03-31', 'mo')], []],
  ['what the program told is no colleague of one’s own', 7, [mark(8, '2026-03-31', null)], [0]],
  ['it is an observation of an earlier day: what was seen shows still', 7, [mark(7, '2026-03-31', 'cleo'), mark(8, '2026-03-01', 'cleo')], []],
  ['nobody looked', undefined, [mark(8, '2026-03-31', 'cleo')], []],
] as const)('%s', (_, expects, marks, since) => expect(setSince([{ personId: 1, field: 'stance', expects }], newestMarks(marks), 'mo')).toEqual(since));
