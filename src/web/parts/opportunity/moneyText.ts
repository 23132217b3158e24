import { minorFromDecimal, toMajor } from '#domain/money.ts';
import { readNumber } from '#domain/select/readNumber.ts';

const SUFFIX: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9, bn: 9 };

/** Minor units of an amount as people type it (1.2m, 350k, 120万, 1,200,000); null when empty, NaN when it is none. */
export function minorOfText(text: string, currency: string): number | null {
  const plain = text.trim();
  if (plain === '') return null;
  const [, digits, suffix] = /^(.*?)\s*(k|m|bn|b)$/i.exec(plain) ?? [null, plain, ''];
  const number = readNumber(digits!, '.');
  return number === null ? Number.NaN : minorFromDecimal(number.text, currency, number.shift + (SUFFIX[suffix!.toLowerCase()] ?? 0)) ?? Number.NaN;
}

/** An amount as it is typed again, in groups of three: every reader of numbers here takes them. */
export const textOfMinor = (minor: number | null, currency: string | null): string => (minor === null || currency === null ? '' : toMajor(minor, currency).toLocaleString('en-US', { maximumFractionDigits: 3 }));
