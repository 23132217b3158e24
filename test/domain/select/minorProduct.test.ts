import { expect, test } from 'vitest';
import { minorProduct } from '#domain/select/minorProduct.ts';
import { readNumber } from '#domain/select/readNumber.ts';
import { mulberry32, wholeBetween } from '#domain/demo/random.ts';

const times = (a: string | number, b: string | number, currency = 'CNY', shift = 0) => minorProduct(readNumber(a, '.')!, readNumber(b, '.')!, currency, shift);

test.each([
  [7, '2.95', 2065], [-7, '2.95', -2065], [-7, '-2.95', 2065], ['0.1', '0.2', 2], [3, '1.005', 302], [-3, '1.005', -302], ['0', '-5', 0], ['1,000', '£1,234.50', 123_450_000],
  // Excel gives very small and large numbers in scientific notation.
  [3, '1.5E+3', 450_000], [2, 1e-1, 20], [1, 1e-7, 0], [1e-7, '100', 0], ['5%', '100', 500], ['2万', '0.5', 1_000_000],
] as const)('%s × %s', (a, b, minor) => {
  expect(times(a, b)).toBe(minor);
});

test('by the digits of the currency and the unit of the file', () => {
  expect([times(3, '1.5', 'JPY'), times(3, '1.5', 'KWD'), times(3, '1.5', 'CNY', 4)]).toEqual([5, 4500, 4_500_000]);
});

test('beyond exact minor units there is no amount', () => {
  expect([times('9e15', '1'), times('9e99', '9e99'), times('123456789012345', '123456789012345')]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  expect(times('90071992547409.91', '1')).toBe(Number.MAX_SAFE_INTEGER);
});

test('short and long way agree with whole numbers, halves away from zero', () => {
  const random = mulberry32(5);
  for (let n = 0; n < 20_000; n++) {
    const [quantity, price, places] = [wholeBetween(random, -9999, 9999), wholeBetween(random, 0, 99_999_999), wholeBetween(random, 0, 6)];
    const text = `${price}`.padStart(places + 1, '0');
    const exact = (BigInt(Math.abs(quantity)) * BigInt(price) * 200n + 10n ** BigInt(places)) / (2n * 10n ** BigInt(places));
    expect(times(quantity, places ? `${text.slice(0, -places)}.${text.slice(-places)}` : text) + 0).toBe((quantity < 0 ? -Number(exact) : Number(exact)) + 0);
  }
});
