import { expect, test } from 'vitest';
import { readDays } from '../../src/web/parts/settings/readNumber.ts';

test('days are whole, from 1 to 3,650, however they are typed', () => {
  expect(['90', ' 1,095 ', '３６５'].map(readDays)).toEqual([90, 1095, 365]);
  expect(['0', '-1', '1.5', '3651', '', 'a year'].map(readDays)).toEqual(Array(6).fill(undefined));
});
