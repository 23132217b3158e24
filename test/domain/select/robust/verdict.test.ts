import { expect, test } from 'vitest';
import { smaa } from '#domain/select/robust/smaa.ts';
import { readTop, topCount, topText } from '#domain/select/robust/top.ts';
import { countVerdicts, verdictOf } from '#domain/select/robust/verdict.ts';
import { scoreAll } from '#domain/select/score.ts';
import { lensModel, sheetOf } from './sheets.ts';

test('the top: so many or a share, at least one, never more than there are', () => {
  expect([readTop('20%'), readTop(' 12 '), readTop('0.5%'), readTop('100%')]).toEqual([{ share: 0.2 }, { count: 12 }, { share: 0.005 }, { share: 1 }]);
  expect(['0', '0%', '101%', '-5', '1.5', 'x', '', '20 %', '1e3'].map(readTop)).toEqual(Array.from({ length: 9 }, () => null));
  expect([topCount({ share: 0.2 }, 180), topCount({ share: 0.2 }, 2), topCount({ count: 50 }, 7), topCount({ share: 0.2 }, 0)]).toEqual([36, 1, 7, 0]);
  expect([topText({ share: 0.2 }), topText({ share: 0.125 }), topText({ count: 12 })]).toEqual(['20%', '12.5%', '12']);
});

test('verdicts on today’s choice: solid from 90 %, fragile below 50 %, barred by a red line, overlooked outside', () => {
  // Weights 95 / 5 pick the specialist of the past; over all weightings the even ones are ahead more often.
  const sheet = sheetOf(lensModel(95, 5), [[100, 0], [70, 70], [95, 90], [96, 95], [10, 10], [null, null]], { 3: { veto: true } });
  const { rank } = scoreAll(sheet);
  const tally = smaa(sheet, { draws: 5000, seed: 1, top: { count: 3 } });
  expect([...rank]).toEqual([2, 4, 2, 1, 5, 0].map((r, i) => (i === 2 ? 3 : r)));
  expect(Array.from(rank, (place, at) => verdictOf(tally, at, place, sheet.veto[at] === 1))).toEqual(['fragile', 'overlooked', 'solid', 'barred', 'outside', null]);
  expect(countVerdicts(tally, rank, sheet.veto)).toEqual({ solid: 1, open: 0, fragile: 1, barred: 1, overlooked: 1, outside: 1, picks: 3 });
});
