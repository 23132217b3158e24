import { cellText, isBlank, type Cell } from '../cell.ts';
import type { MarkColumn } from './columns.ts';
import { plain, type Say } from './readCell.ts';
import { FIXED_WORDS, WHO, WHY, type FixedColumn } from './words.ts';

/** Keys stand in a hidden row over the columns and travel with them when somebody moves a column. */
const FIXED = 'vf.';
const MARK = 'vf.mark.';
export const fixedKey = (name: FixedColumn): string => FIXED + name;
export const markKey = (key: string): string => MARK + key;

/** Where a column of ours stands in the sheet that came back, and what its header says. */
export interface FoundColumn { readonly at: number; readonly header: string }
export interface FoundColumns {
  /** Row (as Excel counts) below which the customers stand. */
  readonly headerRow: number;
  readonly fixed: ReadonlyMap<FixedColumn, FoundColumn>;
  readonly marks: ReadonlyMap<string, FoundColumn>;
  /** Columns that are none of ours: left alone. */
  readonly strange: readonly FoundColumn[];
  /** Columns that stand there twice: neither is read. */
  readonly twice: readonly (FoundColumn & { readonly key: string })[];
}
export interface NumberedRow { readonly row: number; readonly cells: readonly Cell[] }

/**
 * Finds our columns by their hidden keys, or by their headers in any language where those were lost; in any order.
 * Null when the rows have no column of ids and at least one mark: this is not the sheet.
 */
export function matchColumns(rows: readonly NumberedRow[], columns: readonly MarkColumn[], says: readonly Say[]): FoundColumns | null {
  const keyed = rows.find(({ cells }) => cells.includes(fixedKey('id')));
  const headers = headerRowOf(rows, keyed?.cells.indexOf(fixedKey('id')), says);
  const source = keyed ?? headers;
  if (!source) return null;
  const nameOf = keyed ? (text: string) => text : headerNames(columns, says);
  const header = (at: number) => cellText(headers?.cells[at]).trim();
  const found = new Map<string, FoundColumn[]>();
  const strange: FoundColumn[] = [];
  const width = Math.max(source.cells.length, headers?.cells.length ?? 0);
  for (let at = 0; at < width; at++) {
    const key = nameOf(cellText(source.cells[at]).trim());
    const column = { at, header: header(at) };
    if (key?.startsWith(FIXED)) found.set(key, [...(found.get(key) ?? []), column]);
    else if (column.header !== '') strange.push(column);
  }
  const once = (key: string): FoundColumn | undefined => (found.get(key)?.length === 1 ? found.get(key)![0] : undefined);
  const fixed = new Map([...WHO, ...WHY].flatMap((name): [FixedColumn, FoundColumn][] => (once(fixedKey(name)) ? [[name, once(fixedKey(name))!]] : [])));
  const marks = new Map(columns.flatMap(({ key }): [string, FoundColumn][] => (once(markKey(key)) ? [[key, once(markKey(key))!]] : [])));
  if (!fixed.has('id') || marks.size === 0) return null;
  return { headerRow: Math.max(source.row, headers?.row ?? 0), fixed, marks, strange, twice: [...found].flatMap(([key, same]) => (same.length > 1 ? same.map((column) => ({ ...column, key })) : [])) };
}

/** The row that says "ID" where the ids stand: under the keys when there are some, else anywhere. */
function headerRowOf(rows: readonly NumberedRow[], idAt: number | undefined, says: readonly Say[]): NumberedRow | undefined {
  const words = new Set(says.map((say) => plain(say(FIXED_WORDS.id))));
  const isId = (cell: Cell | undefined): boolean => !isBlank(cell) && words.has(plain(cellText(cell)));
  return rows.find(({ cells }) => (idAt === undefined ? cells.some(isId) : isId(cells[idAt])));
}

/** Keys by header. A header that two indicators share names neither. */
function headerNames(columns: readonly MarkColumn[], says: readonly Say[]): (text: string) => string | undefined {
  const names = new Map<string, string | undefined>();
  const add = (text: string, key: string): void => void names.set(plain(text), names.has(plain(text)) && names.get(plain(text)) !== key ? undefined : key);
  for (const say of says) {
    for (const name of [...WHO, ...WHY]) add(say(FIXED_WORDS[name]), fixedKey(name));
    for (const column of columns) add(say(column.name), markKey(column.key));
  }
  return (text) => names.get(plain(text));
}
