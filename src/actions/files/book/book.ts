import type { BookStyle } from './styles.ts';

/** A workbook to be written for people to fill in: several sheets, cells open or locked, choices, headers that stay. It stands in memory; tables of any length go by `xlsxOf`. */
export interface Book {
  /** Typeface of all cells; programs without it take their own. */
  readonly font: string;
  readonly sheets: readonly BookSheet[];
}

export interface BookSheet {
  readonly name: string;
  readonly hidden?: boolean;
  /** Whether only cells of an open style can be changed. Without a password: against slips, not against people. */
  readonly locked?: boolean;
  /** Width of each column in characters. */
  readonly widths: readonly number[];
  /** Rows on top and columns on the left that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Header row (1-based) over which the table below can be filtered. */
  readonly filterRow?: number;
  /** Ranges that are one cell, e.g. `A2:C3`. */
  readonly merges?: readonly string[];
  readonly rules?: readonly CellRule[];
  /** Pages beside one another in print; 1 when absent. */
  readonly pagesWide?: number;
  readonly rows: readonly BookRow[];
}

export interface BookRow {
  readonly cells: readonly (BookCell | null)[];
  /** Height in points; the program's own when absent. */
  readonly height?: number;
  readonly hidden?: boolean;
}

/** A cell; with value null it is empty, but can have a style. Texts are neutralised. */
export interface BookCell { readonly value: string | number | null; readonly style: BookStyle }

/** What may be written into a range of cells, and what is said when one of them is chosen. */
export interface CellRule {
  readonly range: string;
  /** `choices`: these values, or the cells of a range in formula notation; `length`: a text up to so many characters. */
  readonly allows: { readonly choices: readonly string[] } | { readonly choicesIn: string } | { readonly length: number };
  /** Up to 32 and 255 characters, as Excel limits them. */
  readonly title: string;
  readonly prompt: string;
  readonly error: string;
}
