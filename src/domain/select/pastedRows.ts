import type { FieldName } from './importPlan.ts';
import { fieldNamed } from './fields.ts';
import { headerWord, mapHeaders } from './proposePlan.ts';

/** What a pasted column can be. */
export const PASTED_FIELDS = ['customerName', 'customerKey', 'country', 'industry'] as const satisfies readonly FieldName[];
export type PastedField = (typeof PASTED_FIELDS)[number];

/** Cells of a table that was copied from a spreadsheet, and what each column seems to be. */
export interface PastedTable {
  /** Without the header row. */
  readonly rows: readonly (readonly string[])[];
  readonly headers: readonly string[] | null;
  readonly columns: readonly (PastedField | null)[];
}

/** A code has a figure and no blank: C001, 10023, KH-7. */
const CODE = /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9._/-]{0,30}$/;

/**
 * Reads what a spreadsheet puts on the clipboard: cells apart by tabs, rows by line ends, a cell with either of them in quotation marks.
 * A first row of known column names (any language of the field table) is the header; without one a first column of codes is taken for
 * codes, the next for names, then country and industry.
 */
export function readPasted(text: string): PastedTable {
  const all = cellsOf(text).map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''));
  const [first = [], ...rest] = all;
  const columns = headerColumns(first);
  if (columns.includes('customerName')) return { rows: rest, headers: first, columns };
  const width = Math.max(0, ...all.map((row) => row.length));
  const coded = width > 1 && all.every((row) => CODE.test(row[0] ?? '')) && all.some((row) => !CODE.test(row[1] ?? ''));
  const order: PastedField[] = coded ? ['customerKey', 'customerName', 'country', 'industry'] : ['customerName', 'country', 'industry'];
  return { rows: all, headers: null, columns: Array.from({ length: width }, (_, column) => order[column] ?? null) };
}

/** Short names that say enough in a list of customers alone. */
const SHORT: Partial<Record<PastedField, readonly string[]>> = { customerKey: ['编码', '代码', '编号'], customerName: ['名称', '单位'] };

function headerColumns(headers: readonly string[]): (PastedField | null)[] {
  const found = mapHeaders(headers, 'customers');
  const words = headers.map(headerWord);
  for (const field of PASTED_FIELDS) {
    if (found[field] !== undefined) continue;
    const column = words.findIndex((word) => fieldNamed(field).aliases.includes(word) || SHORT[field]?.includes(word));
    if (column >= 0 && !PASTED_FIELDS.some((other) => found[other] === column)) found[field] = column;
  }
  return headers.map((_, column) => PASTED_FIELDS.find((field) => found[field] === column) ?? null);
}

/** Rows of cells of tab-separated text (as Excel copies it: "" inside quotation marks is one). */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  const put = (cell: string): void => void rows.at(-1)!.push(cell);
  while (at <= text.length) {
    if (text[at] === '"') {
      const end = closing(text, at);
      if (end !== -1) {
        put(text.slice(at + 1, end).replaceAll('""', '"'));
        at = end + 1;
      } else put(rest());
    } else put(rest());
    const mark = text[at];
    if (mark === '\r' && text[at + 1] === '\n') at += 1;
    if (mark === '\r' || mark === '\n') rows.push([]);
    at += 1;
  }
  return rows;

  function rest(): string {
    const from = at;
    while (at < text.length && !/[\t\r\n]/.test(text[at]!)) at += 1;
    return text.slice(from, at);
  }
}

/** Where the quotation mark that opens at `from` closes: before a tab, a line end or the end; -1 when it is part of a plain cell. */
function closing(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at += 1;
    else return at + 1 === text.length || /[\t\r\n]/.test(text[at + 1]!) ? at : -1;
  }
  return -1;
}
