import { cellText, isBlank, type Cell } from './cell.ts';
import { FIELDS } from './fields.ts';
import type { FieldName, ImportKind, ImportPlan } from './importPlan.ts';
import { dayReader, type DateSystem, type DayOrder } from './readDay.ts';
import { readNumber } from './readNumber.ts';

const TRADITIONAL: Record<string, string> = { 戶: '户', 編: '编', 碼: '码', 號: '号', 稱: '称', 發: '发', 開: '开', 額: '额', 單: '单', 價: '价', 數: '数', 幣: '币', 種: '种', 產: '产', 國: '国', 業: '业', 據: '据', 訂: '订', 貨: '货', 購: '购', 區: '区', 記: '记', 帳: '账', 賬: '账', 間: '间', 稅: '税', 銷: '销', 應: '应', 實: '实', 項: '项', 廠: '厂', 狀: '状', 態: '态', 階: '阶', 總: '总', 計: '计', 線: '线', 場: '场', 會: '会', 員: '员', 樣: '样', 規: '规', 階段: '阶段', 屬: '属', 類: '类', 別: '别', 億: '亿', 萬: '万', 門: '门', 層: '层', 級: '级', 組: '组', 織: '织', 職: '职', 務: '务', 負: '负', 責: '责', 崗: '岗', 構: '构', 領: '领', 導: '导', 範: '范', 圍: '围', 標: '标', 內: '内', 資: '资', 長: '长', 遠: '远', 結: '结', 聯: '联', 係: '系', 經: '经', 營: '营' };

/** A header without case, width, signs, remarks in brackets and units, traditional characters made simple. */
export function headerWord(header: string): string {
  return header.normalize('NFKC').toLowerCase().replace(/[\u4e00-\u9fff]/g, (c) => TRADITIONAL[c] ?? c)
    .replace(/[([{【（].*?[)\]}】）]/g, '').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Currency and money unit that a header names: "amount_gbp", "金额(万元)", "Revenue (USD)". */
export function headerMoney(header: string): { currency: string | null; unit: number } {
  const text = header.normalize('NFKC');
  const code = /(?:^|[^A-Za-z])(CNY|RMB|USD|EUR|GBP|HKD|TWD|JPY|KRW|SGD|INR|AUD|CAD|CHF)(?:$|[^A-Za-z])/i.exec(text)?.[1]?.toUpperCase();
  const word = /美元/.test(text) ? 'USD' : /欧元|歐元/.test(text) ? 'EUR' : /港[币幣元]/.test(text) ? 'HKD' : /人民[币幣]|[万萬亿億千]?元/.test(text) ? 'CNY' : null;
  const unit = /[亿億]/.test(text) ? 100_000_000 : /百万|百萬|\bmillions?\b|\bmio\b/i.test(text) ? 1_000_000 : /[万萬]/.test(text) ? 10_000 : /千元|[('"\s]000s?\b|\bthousands?\b/i.test(text) ? 1000 : 1;
  return { currency: code === 'RMB' ? 'CNY' : code ?? word, unit };
}

/** How well a header names a field: 0 not at all; an exact word beats a part, earlier words of the table beat later ones. */
function likeness(header: string, field: (typeof FIELDS)[number]): number {
  const word = headerWord(header);
  // A trailing currency or unit is not part of the name.
  const bare = word.replace(/(cny|rmb|usd|eur|gbp|hkd|twd|jpy|krw|万元|亿元|千元|元)$/, '') || word;
  if (bare === '' || field.not?.test(bare)) return 0;
  const exact = field.headers.indexOf(bare);
  if (exact >= 0) return 100 - exact;
  const part = field.headers.findIndex((known) => known.length >= 2 && bare.length > known.length && (bare.startsWith(known) || bare.endsWith(known)));
  return part >= 0 ? 40 - part : 0;
}

/** Column of each field of a kind by its header; each column at most once, the best likeness first. */
export function mapHeaders(headers: readonly string[], kind: ImportKind): Partial<Record<FieldName, number>> {
  const pairs = FIELDS.filter((field) => field.kinds.includes(kind)).flatMap((field) => headers.map((header, column) => ({ field: field.name, column, like: likeness(header, field) })))
    .filter((pair) => pair.like > 0).sort((a, b) => b.like - a.like || a.column - b.column);
  const columns: Partial<Record<FieldName, number>> = {};
  const taken = new Set<number>();
  for (const { field, column } of pairs) {
    if (columns[field] !== undefined || taken.has(column)) continue;
    columns[field] = column;
    taken.add(column);
  }
  return columns;
}

/** Row (0-based) that holds the headers: the one whose cells are most like known headers, else the first wide row of texts above data. */
export function findHeaderRow(rows: readonly (readonly Cell[])[]): number {
  let best = { row: -1, like: 0 };
  rows.slice(0, 40).forEach((cells, row) => {
    const texts = cells.filter((cell) => typeof cell === 'string' && cell.trim() !== '') as string[];
    const like = texts.filter((text) => text.length < 60 && FIELDS.some((field) => likeness(text, field) >= 20)).length;
    if (like >= 2 && like > best.like) best = { row, like };
  });
  if (best.row >= 0) return best.row;
  const width = Math.max(0, ...rows.map((cells) => cells.filter((cell) => !isBlank(cell)).length));
  const wide = rows.findIndex((cells) => cells.filter((cell) => !isBlank(cell)).length >= Math.max(1, width - 1));
  return Math.max(0, wide);
}

/** Decimal mark of the numbers of a sample: the comma where values such as "12,5" or "1.234,50" occur and no "1,234.50". */
export function guessDecimal(cells: readonly Cell[]): '.' | ',' {
  const texts = cells.filter((cell): cell is string => typeof cell === 'string').map((text) => text.trim());
  const comma = texts.filter((text) => /^-?\d{1,3}(?:\.\d{3})*,\d{1,2}$|^-?\d+,\d{1,2}$/.test(text)).length;
  const point = texts.filter((text) => /^-?\d{1,3}(?:,\d{3})*\.\d+$|^-?\d+\.\d{1,2}$/.test(text)).length;
  return comma > point ? ',' : '.';
}

/** Order of day and month: a part above 12 tells; else the day first, as most of the world writes. */
export function guessDayOrder(cells: readonly Cell[]): DayOrder {
  let order: DayOrder = 'ymd';
  for (const cell of cells) {
    const match = typeof cell === 'string' ? /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{2,4})/.exec(cell) : null;
    if (!match) continue;
    if (Number(match[2]) > 12) return 'mdy';
    if (Number(match[1]) > 12) return 'dmy';
    order = 'dmy';
  }
  return order;
}

export interface PlanOptions {
  readonly sheet: string | null;
  readonly encoding: string;
  readonly delimiter: string;
  readonly dateSystem: DateSystem;
  /** Reporting currency of the workspace, for files that name none. */
  readonly currency: string;
  readonly kind?: ImportKind;
  readonly headerRow?: number;
}

/** The plan proposed for a file from its first rows. */
export function proposePlan(rows: readonly (readonly Cell[])[], options: PlanOptions): ImportPlan {
  const headerRow = options.headerRow ?? findHeaderRow(rows);
  const headers = (rows[headerRow] ?? []).map(cellText);
  const data = rows.slice(headerRow + 1);
  const asLines = mapHeaders(headers, 'lines');
  const kind = options.kind ?? (asLines.day !== undefined || asLines.invoiceNo !== undefined || (asLines.amount !== undefined && asLines.product !== undefined) ? 'lines' : 'customers');
  const columns = kind === 'lines' ? asLines : mapHeaders(headers, 'customers');
  const column = (n: number) => data.map((cells) => cells[n] ?? null).filter((cell) => !isBlank(cell));
  const free = () => headers.map((_, n) => n).filter((n) => !Object.values(columns).includes(n));

  const dayOrder = guessDayOrder(columns.day === undefined ? data.flat() : column(columns.day));
  if (kind === 'lines' && columns.day === undefined) {
    const read = dayReader(dayOrder, options.dateSystem);
    const found = free().find((n) => column(n).length > 0 && column(n).every((cell) => typeof cell !== 'number' && typeof read(cell) === 'string' && read(cell) !== 'no_such_day'));
    if (found !== undefined) columns.day = found;
  }
  const decimal = guessDecimal(data.flat());
  const money = columns.amount ?? columns.unitPrice;
  const named = money === undefined ? { currency: null, unit: 1 } : headerMoney(headers[money] ?? '');
  if (columns.amount === undefined && columns.unitPrice !== undefined && columns.quantity === undefined) {
    const found = free().find((n) => column(n).length > 0 && column(n).every((cell) => readNumber(cell, decimal) !== null));
    if (found !== undefined) columns.quantity = found;
  }
  return {
    kind, sheet: options.sheet, encoding: options.encoding, delimiter: options.delimiter, headerRow, columns, decimal, dayOrder,
    currency: named.currency ?? options.currency, unit: named.unit,
    matchKeys: columns.invoiceNo !== undefined && columns.lineNo !== undefined ? ['invoiceNo', 'lineNo'] : [],
    leaveOut: ['total_row', 'no_customer', 'not_won'], merge: {}, faulty: 'refuse',
  };
}

/** What makes two files "of one layout": kind of file, sheet and headers. */
export function layoutText(headers: readonly string[], sheet: string | null): string {
  return JSON.stringify([sheet, headers.map(headerWord)]);
}
