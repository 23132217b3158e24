import { toMajor } from '../../money.ts';
import { cellsOf } from '../../select/pastedRows.ts';
import { readMinor, readNumber } from '../../select/readNumber.ts';
import type { EnteredLine } from './check.ts';
import { divide, supplierKey, type Share, type WalletLine } from './wallet.ts';

/** What a column of the wallet sheet is: our part, what is nobody's, or a rival's. */
export type Column = 'category' | 'unit' | 'size' | 'note' | 'ours' | 'open' | { readonly rival: string };
export interface BlockFault { readonly row: number; readonly column: number; readonly cell: string }
export interface WalletBlock {
  readonly lines: readonly EnteredLine[];
  readonly suppliers: readonly string[];
  /** Cells that are neither a figure nor a word for "unknown"; rows count from 1 below the header. */
  readonly faults: readonly BlockFault[];
  /** Shares came as 0.35 and not as 35: they have been taken times a hundred. */
  readonly fractions: boolean;
}

const NAMED: readonly (readonly [RegExp, Exclude<Column, object> | 'computed'])[] = [
  [/^(purchase ?)?categor(y|ies)$|^(采购|採購)?(品类|品類|类别|類別)$/, 'category'],
  [/^(business ?)?unit$|^bu$|^(事业部|事業部|业务单元|業務單元|单元|單元|部门|部門)$/, 'unit'],
  [/^(size|wallet|wallet size|spend|amount)$|^(钱包|錢包|规模|規模|钱包规模|錢包規模|采购额|採購額|金额|金額|盘子|盤子)$/, 'size'],
  [/^notes?$|^(备注|備註)$/, 'note'],
  [/^ours?$|^our share$|^us$|^(我方|我司|我们|我們|本公司|我方份额|我方份額)$/, 'ours'],
  [/^open$|^white ?space$|^unserved$|^(空白|空白市场|空白市場|未分配)$/, 'open'],
  [/^unknown$|^our (value|sales)$|^(未知|我方金额|我方金額|我方销售额|我方銷售額)$/, 'computed'],
];
const UNITS: readonly (readonly [RegExp, number])[] = [[/亿|億/, 8], [/百万|百萬|\bmillions?\b|\bm\b/i, 6], [/万|萬/, 4], [/千|\bthousands?\b|\bk\b/i, 3]];
/** Rows of sums are no lines. */
const SUM = /^(合计|合計|总计|總計|小计|小計|(grand )?total|sum)$/i;
const UNKNOWN = /^(|[-–—?]+|n\/?a|unknown|未知|不详|不詳|不清楚)$/i;

/**
 * A wallet from a spreadsheet (粘贴): a header row, then a row a line. Columns named category, unit, size, ours, white space and note
 * (in English or Chinese, in any order) are those; every other named column is a rival. An empty cell is unknown, never zero.
 * Null when there is no header with a category.
 */
export function readWalletBlock(text: string, currency: string): WalletBlock | null {
  const rows = cellsOf(text).map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''));
  const columns = (rows[0] ?? []).map(columnNamed);
  if (!columns.some(({ column }) => column === 'category')) return null;
  const faults: BlockFault[] = [];
  const body = rows.slice(1);
  const isShare = (column: Column | 'computed' | null): boolean => column === 'ours' || column === 'open' || (typeof column === 'object' && column !== null);
  const plain = body.flatMap((row) => row.filter((cell, n) => isShare(columns[n]?.column ?? null) && /^\d*\.?\d+$/.test(cell)).map(Number));
  const percents = body.some((row) => row.some((cell) => /[%％]$/.test(cell)));
  const fractions = !percents && plain.length > 0 && plain.every((value) => value <= 1) && plain.some((value) => value > 0 && value < 1);
  const lines = body.map((row, n): EnteredLine => {
    const line = { category: '', unit: '', size: null as number | null, note: '', shares: [] as Share[] };
    columns.forEach(({ column, shift }, at) => {
      const cell = row[at] ?? '';
      const wrong = (): void => void faults.push({ row: n + 1, column: at + 1, cell });
      if (column === 'category' || column === 'unit' || column === 'note') line[column] = cell.slice(0, column === 'note' ? 1000 : 200);
      else if (column === 'size') {
        const size = readSize(cell, currency, shift);
        if (size === undefined) wrong();
        else line.size = size;
      } else if (column !== null && isShare(column)) {
        const percent = readPercent(cell);
        if (percent === undefined) wrong();
        else if (typeof column === 'object') line.shares.push({ holder: 'rival', supplier: column.rival, percent: times(percent, fractions) });
        else line.shares.push({ holder: column as 'ours' | 'open', supplier: null, percent: times(percent, fractions) });
      }
    });
    // A rival with an empty cell is not said to have anything here.
    return { ...line, shares: line.shares.filter((share) => share.percent !== null || (share.holder === 'rival' && isMark(row, columns.findIndex(({ column }) => typeof column === 'object' && column !== null && column.rival === share.supplier)))) };
  }).filter((line) => line.category !== '' && !SUM.test(line.category));
  return { lines, suppliers: columns.flatMap(({ column }) => (typeof column === 'object' && column !== null ? [column.rival] : [])), faults, fractions };
}

const isMark = (row: readonly string[], at: number): boolean => (row[at] ?? '') !== '';
const times = (percent: number | null, fractions: boolean): number | null => (percent === null || !fractions ? percent : Math.round(percent * 1e6) / 1e4);

/** What a header names; the money unit in it (万元) as a decimal shift. An empty header names nothing. */
export function columnNamed(header: string): { column: Column | 'computed' | null; shift: number } {
  const word = header.normalize('NFKC').trim();
  const bare = word.replace(/[(（[].*?[)）\]]/g, '').replace(/[%％]|\s*(份额|份額|占比|佔比|share)\s*$/gi, '').trim();
  if (bare === '') return { column: null, shift: 0 };
  const money = word.slice(bare.length);
  const found = NAMED.find(([pattern]) => pattern.test(bare.toLowerCase()) || pattern.test(word.toLowerCase()))?.[1];
  return { column: found ?? { rival: bare.slice(0, 200) }, shift: found === 'size' ? UNITS.find(([pattern]) => pattern.test(money))?.[1] ?? 0 : 0 };
}

/** Minor units of a cell (3200万, 1.2亿, 32,000,000); null: unknown; undefined: no such figure. */
export function readSize(cell: string, currency: string, shift = 0): number | null | undefined {
  const text = cell.normalize('NFKC').trim();
  if (UNKNOWN.test(text)) return null;
  const short = /^(.*\d)\s*(k|m|bn|b)$/i.exec(text);
  const more = short ? { k: 3, m: 6, b: 9, bn: 9 }[short[2]!.toLowerCase() as 'k']! : 0;
  const minor = readMinor(short ? short[1]! : text, currency, '.', shift + more);
  return minor === null || Number.isNaN(minor) || minor < 0 ? undefined : minor;
}

/** Per cent of a cell (35, 35 %, 35.5); null: unknown; undefined: not between 0 and 100. */
export function readPercent(cell: string): number | null | undefined {
  const text = cell.normalize('NFKC').trim();
  if (UNKNOWN.test(text)) return null;
  const number = readNumber(text.replace(/%\s*$/, ''), '.');
  if (number === null || number.shift !== 0) return undefined;
  const percent = Number(number.text);
  return percent >= 0 && percent <= 100 ? percent : undefined;
}

export interface BlockWords { readonly category: string; readonly unit: string; readonly size: string; readonly ours: string; readonly open: string; readonly note: string }

/** The wallet as cells for a spreadsheet, in the form that `readWalletBlock` takes back: unknown is an empty cell, a rival without a figure "?". */
export function walletCells(lines: readonly (WalletLine & { readonly note: string })[], suppliers: readonly string[], currency: string, words: BlockWords): (string | number | null)[][] {
  return [
    [words.category, words.unit, `${words.size} (${currency})`, `${words.ours} %`, ...suppliers.map((name) => `${name} %`), `${words.open} %`, words.note],
    ...lines.map((line) => {
      const division = divide(line);
      const share = (name: string): string | number | null => {
        const own = line.shares.find(({ holder, supplier }) => holder === 'rival' && supplierKey(supplier ?? '') === supplierKey(name));
        return own ? own.percent ?? '?' : null;
      };
      const open = line.shares.find(({ holder }) => holder === 'open')?.percent ?? null;
      return [line.category, line.unit, line.size === null ? null : toMajor(line.size, currency), division.ours, ...suppliers.map(share), open, line.note];
    }),
  ];
}

/** All rivals of the lines, in the order in which they first stand there. */
export function suppliersOf(lines: readonly Pick<WalletLine, 'shares'>[]): string[] {
  const names = new Map<string, string>();
  for (const { shares } of lines) for (const { holder, supplier } of shares) if (holder === 'rival' && supplier !== null && !names.has(supplierKey(supplier))) names.set(supplierKey(supplier), supplier);
  return [...names.values()];
}
