import { expect, test } from 'vitest';
import { readMinor, readNumber, readQuantity, unitShift } from '#domain/select/readNumber.ts';

test.each<[string | number, number | null]>([
  ['1234.56', 123_456], ['1,234.56', 123_456], ['1 234.56', 123_456], ["1'234.56", 123_456], ['12,34,567.8', 123_456_780], ['-5', -500], ['5-', -500], ['(1,234.50)', -123_450], ['−7.25', -725], ['+3', 300],
  ['１，２３４．５０', 123_450], ['￥1,200', 120_000], ['¥ 12.3', 1230], ['$-4', -400], ['-$4', -400], ['1.5 EUR', 150], ['人民币 8 元', 800], ['3.5万', 3_500_000], ['1.2亿', 12_000_000_000], ['-2萬', -2_000_000], ['12%', 12], ['.5', 50], ['1e3', 100_000],
  [0.1 + 0.2, 30], [1e-7, 0], [123_456.789, 12_345_679], ['2.005', 201], ['-2.005', -201], ['', null], ['-', null], ['abc', null], ['1,23', null], ['1.2.3', null], ['12 apples', null], ['2023-01-05', null], ['--', null], ['1,2345', null],
])('%s with a decimal point', (cell, minor) => {
  expect(readMinor(cell, 'CNY', '.', 0)).toBe(minor);
});

test.each<[string, number | null]>([['1.234,56', 123_456], ['1 234,5', 123_450], ['12,5', 1250], ['1.234', 123_400], ['-123,4567', -12_346], ['1,234.56', null], ['1234', 123_400]])('%s with a decimal comma', (cell, minor) => {
  expect(readMinor(cell, 'EUR', ',', 0)).toBe(minor);
});

test('by the currency\'s digits and the unit of the column', () => {
  expect([readMinor('1234.5', 'JPY', '.', 0), readMinor('1.2345', 'KWD', '.', 0), readMinor('1.5', 'CNY', '.', unitShift(10_000)), readMinor('0.00000001', 'CNY', '.', unitShift(100_000_000))]).toEqual([1235, 1235, 1_500_000, 100]);
});

test('what is beyond exact minor units is NaN, never a rounded amount', () => {
  expect(readMinor('90071992547409.91', 'CNY', '.', 0)).toBe(Number.MAX_SAFE_INTEGER);
  expect(readMinor('90071992547409.92', 'CNY', '.', 0)).toBeNaN();
  expect(readMinor('1e300', 'CNY', '.', 0)).toBeNaN();
});

test('the short way for plain texts gives what the long way gives', () => {
  for (const text of ['0', '-0', '1', '12.3', '-12.34', '99999999999.99', '1.', '.', '-', '-.5', '1.234', '00012.50']) {
    const number = readNumber(text, '.');
    expect(readMinor(text, 'CNY', '.', 0) ?? null, text).toBe(number === null ? null : readMinor(` ${text}`, 'CNY', '.', 0));
  }
});

test('quantities', () => {
  expect([readQuantity('1,200', '.'), readQuantity('２', '.'), readQuantity(2.5, '.'), readQuantity('x', '.'), readQuantity(true, '.'), readQuantity({ error: '#N/A' }, '.')]).toEqual([1200, 2, 2.5, null, null, null]);
});
