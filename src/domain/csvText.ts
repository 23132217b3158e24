import { neutralised } from './neutralise.ts';

/** A text as a cell of a CSV: no spreadsheet runs it as a formula, and it is quoted where it needs to be. */
export function csvText(text: string): string {
  const safe = neutralised(text.toWellFormed());
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
