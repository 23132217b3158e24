import { minorDigits, minorFromDecimal, toMajor } from '#domain/money.ts';

/** A number somebody typed: grouping commas and spaces, full-width digits are fine. Null when it is none. */
export function readNumber(text: string): number | null {
  const clean = text.normalize('NFKC').replace(/[\s,']/g, '').replace('−', '-');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(clean) ? Number(clean) : null;
}

/** Typed money → minor units, not negative; undefined when it does not fit. */
export function readMoney(text: string, currency: string): number | undefined {
  const minor = minorFromDecimal(text.normalize('NFKC').replace(/[\s,']/g, ''), currency);
  return minor !== null && minor >= 0 ? minor : undefined;
}

/** Minor units as a person types them: 80.00. */
export const writeMoney = (minor: number, currency: string): string => toMajor(minor, currency).toFixed(minorDigits(currency));

/** Typed per cent (8 or 8 %) → share within limits; undefined when it does not fit. */
export function readPercent(text: string, least: number, most: number): number | undefined {
  const number = readNumber(text.replace(/[%％]$/, ''));
  return number !== null && number / 100 >= least && number / 100 <= most ? Math.round(number * 1e6) / 1e8 : undefined;
}

/** Share as a person types it: 8, 12.5. */
export const writePercent = (share: number): string => String(Math.round(share * 1e8) / 1e6);

const MOST_DAYS = 3650;
/** A whole number of days, 1 to 3,650; undefined when it does not fit. */
export function readDays(text: string): number | undefined {
  const number = readNumber(text);
  return number !== null && Number.isInteger(number) && number >= 1 && number <= MOST_DAYS ? number : undefined;
}
