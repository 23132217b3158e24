import { describe, expect, test } from 'vitest';
import { add, minorDigits, minorFromDecimal, money, toMajor } from '#domain/money.ts';

describe('minorFromDecimal', () => {
  test.each([
    ['12.34', 'CNY', 0, 1234], ['-12.34', 'CNY', 0, -1234], ['12', 'JPY', 0, 12], ['1.2345', 'KWD', 0, 1235], ['.5', 'CNY', 0, 50], ['5.', 'CNY', 0, 500],
    // binary fractions would give 100 and 115: the digits decide
    ['1.005', 'CNY', 0, 101], ['-1.005', 'CNY', 0, -101], ['1.155', 'CNY', 0, 116],
    ['0.004', 'CNY', 0, 0], ['-0.004', 'CNY', 0, 0], ['0.0005', 'CNY', 0, 0], ['0.005', 'CNY', 0, 1],
    // 万 and 亿 are shifts, not multiplications
    ['3.14159', 'CNY', 4, 3141590], ['1.2E3', 'CNY', 0, 120000], ['1e-3', 'CNY', 0, 0], ['90071992547409.91', 'CNY', 0, 9007199254740991],
  ])('%s %s shift %i is %i', (text, currency, shift, minor) => {
    expect(minorFromDecimal(text, currency, shift)).toBe(minor);
  });

  test.each(['', '.', '-', '1,5', '12a', '1e', '--1', '90071992547409.92', '1e40'])('%s is no amount', (text) => {
    expect(minorFromDecimal(text, 'CNY')).toBeNull();
  });
});

test('amounts of different currencies do not add', () => {
  expect(add(money(1, 'CNY'), money(2, 'CNY'))).toEqual({ minor: 3, currency: 'CNY' });
  // @ts-expect-error two literal currencies do not compile
  expect(() => add(money(1, 'CNY'), money(2, 'USD'))).toThrow(TypeError);
  expect(() => money(0.5, 'CNY')).toThrow(RangeError);
});

test('minor digits follow ISO 4217', () => {
  expect([minorDigits('CNY'), minorDigits('JPY'), minorDigits('BHD')]).toEqual([2, 0, 3]);
  expect(toMajor(12345, 'BHD')).toBe(12.345);
});
