import { minorDigits } from '#domain/money.ts';

/** Minor units of a currency: written as an exact decimal number, never through a binary fraction. */
export interface Amount { readonly minor: number; readonly currency: string }
export type Value = string | number | Amount | null;

export interface Column {
  readonly header: string;
  /** How its numbers are shown; `day` is ISO text. */
  readonly kind: 'text' | 'whole' | 'decimal' | 'percent' | 'money' | 'day';
  /** Width in characters. */
  readonly width?: number;
}

/** A table to be written; rows come in batches, so that it never stands in memory as a whole. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: AsyncIterable<readonly (readonly Value[])[]>;
}

/** Rows a worksheet can hold, the header among them. */
export const SHEET_ROWS = 1_048_576;

/** Exact decimal text of an amount: 1234567 CNY minor → 12345.67. */
export function amountText({ minor, currency }: Amount): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
