import { minorDigits } from '../money.ts';
import type { ReadNumber } from './readNumber.ts';

/** Digits that a double holds exactly. */
const EXACT = 15;
/** Beyond these powers of ten a product is no money: too large for any book, or nothing at all. */
const TOO_LARGE = 30;
const NOTHING = -400;

/**
 * Quantity × unit price in minor units, exact on the digits (2.95 × 7 is 20.65, not 20.650000000000002) and rounded half away
 * from zero once. `shift` is the power of ten of the money unit (万: 4). NaN when beyond exact minor units.
 */
export function minorProduct(a: ReadNumber, b: ReadNumber, currency: string, shift: number): number {
  const [left, right] = [decimalOf(a.text), decimalOf(b.text)];
  const scale = minorDigits(currency) + shift + a.shift + b.shift + left.power + right.power;
  const negative = left.negative !== right.negative;
  const whole = left.digits.length + right.digits.length <= EXACT ? small(Number(left.digits) * Number(right.digits), scale) : null;
  const value = whole ?? large(BigInt(left.digits) * BigInt(right.digits), scale);
  return Number.isSafeInteger(value) ? (negative && value !== 0 ? -value : value) : Number.NaN;
}

/** Sign, digits and power of ten of a text of `readNumber`: "-1.5e3" → 15 × 10². */
function decimalOf(text: string): { negative: boolean; digits: string; power: number } {
  const negative = text.charCodeAt(0) === 45;
  const exponent = text.indexOf('e');
  const mantissa = text.slice(negative ? 1 : 0, exponent < 0 ? undefined : exponent);
  const power = exponent < 0 ? 0 : Number(text.slice(exponent + 1));
  const point = mantissa.indexOf('.');
  if (point < 0) return { negative, digits: mantissa || '0', power };
  return { negative, digits: mantissa.slice(0, point) + mantissa.slice(point + 1) || '0', power: power - (mantissa.length - point - 1) };
}

/** product × 10^scale, rounded; null where a double would not do. */
function small(product: number, scale: number): number | null {
  if (scale < -EXACT || scale > EXACT) return null;
  if (scale >= 0) return product * 10 ** scale;
  const divisor = 10 ** -scale;
  const rest = product % divisor;
  return (product - rest) / divisor + (rest * 2 >= divisor ? 1 : 0);
}

function large(product: bigint, scale: number): number {
  if (product === 0n || scale < NOTHING) return 0;
  if (scale > TOO_LARGE) return Number.NaN;
  if (scale >= 0) return Number(product * 10n ** BigInt(scale));
  const divisor = 10n ** BigInt(-scale);
  return Number((product * 2n + divisor) / (2n * divisor));
}
