/**
 * Money (金额): whole minor units (fen, cents) plus the ISO 4217 currency.
 * The currency is part of the type, so adding two different literal currencies does not compile;
 * where the currency is only known at run time, `add` throws.
 */
export interface Money<C extends string = string> {
  readonly minor: number;
  readonly currency: C;
}

/** Digits after the decimal point of a currency; 2 unless ISO 4217 says otherwise. */
const DIGITS: Record<string, number> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, VND: 0,
  VUV: 0, XAF: 0, XOF: 0, XPF: 0, BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3,
};

/** Number of minor-unit digits (0, 2 or 3) of an ISO 4217 code. */
export function minorDigits(currency: string): number {
  return DIGITS[currency] ?? 2;
}

/** Money of `minor` whole units. Throws a RangeError when not a safe integer: a lost fen is a wrong book. */
export function money<C extends string>(minor: number, currency: C): Money<C> {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not whole minor units: ${minor}`);
  return { minor, currency };
}

/** Sum of two amounts of one currency. Throws when the currencies differ. */
export function add<C extends string>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  if (a.currency !== b.currency) throw new TypeError(`cannot add ${b.currency} to ${a.currency}`);
  return money(a.minor + b.minor, a.currency);
}

/** Minor units as a decimal number of major units, for showing and JSON (1234 CNY minor → 12.34). */
export function toMajor(minor: number, currency: string): number {
  return minor / 10 ** minorDigits(currency);
}

/**
 * Minor units of a decimal text such as "-1234.565" (already cleaned: digits, optional sign, point, exponent).
 * Exact: works on the digits, never on a binary fraction; rounds half away from zero at the last minor digit.
 * Returns null when the text is no number or the result is not a safe integer.
 */
export function minorFromDecimal(text: string, currency: string, shift = 0): number | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!match || (!match[2] && !match[3])) return null;
  const fraction = match[3] ?? '';
  const scale = minorDigits(currency) + shift + Number(match[4] ?? 0) - fraction.length;
  let digits = (match[2] ?? '') + fraction;
  let roundUp = false;
  if (scale >= 0) {
    if (scale > 30) return /^0*$/.test(digits) ? 0 : null;
    digits += '0'.repeat(scale);
  } else {
    digits = digits.padStart(1 - scale, '0');
    roundUp = digits.charAt(digits.length + scale) >= '5';
    digits = digits.slice(0, scale);
  }
  const value = Number(digits) + (roundUp ? 1 : 0);
  if (!Number.isSafeInteger(value)) return null;
  return match[1] === '-' && value !== 0 ? -value : value;
}
