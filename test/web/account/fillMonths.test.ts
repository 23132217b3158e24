import { expect, test } from 'vitest';
import { fillMonths } from '../../../src/web/parts/account/fillMonths.ts';

const month = (name: string, revenue: number) => ({ month: name, revenue });
const fill = (months: { month: string; revenue: number }[], most: number) => fillMonths(months, '2012-01', most, (name) => month(name, 0)).map((one) => `${one.month} ${one.revenue}`);

test('a year without trade is a year of empty bars, up to the as-of month', () => {
  expect(fill([month('2011-11', 5), month('2011-09', 3)], 36)).toEqual(['2011-09 3', '2011-10 0', '2011-11 5', '2011-12 0', '2012-01 0']);
});

test('no further back than asked', () => {
  expect(fill([month('2001-01', 9), month('2011-12', 1)], 3)).toEqual(['2011-11 0', '2011-12 1', '2012-01 0']);
});

test('without any trade the as-of month stands alone', () => {
  expect(fill([], 36)).toEqual(['2012-01 0']);
});
