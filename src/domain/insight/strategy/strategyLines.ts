import { dayFrom, isDay, type Day } from '#domain/day.ts';
import { minorDigits, toMajor } from '#domain/money.ts';
import { neutralised } from '#domain/neutralise.ts';
import { cellsOf } from '#domain/select/pastedRows.ts';
import { headerWord } from '#domain/select/proposePlan.ts';
import { readCurrency } from '#domain/select/readCurrency.ts';
import { dayReader } from '#domain/select/readDay.ts';
import { readMinor } from '#domain/select/readNumber.ts';
import { horizonOf, strategyFaults, STRATEGY_KINDS, type NewStrategyItem, type StrategyKind } from './strategyItem.ts';
import { HORIZONS, type Horizon } from '../horizon.ts';

export const STRATEGY_COLUMNS = ['kind', 'text', 'horizon', 'fromOn', 'toOn', 'amount', 'currency'] as const;
export type StrategyColumn = (typeof STRATEGY_COLUMNS)[number];

const HEADERS: Readonly<Record<StrategyColumn, readonly string[]>> = {
  kind: ['类型', '类别', '种类', 'kind', 'type'], text: ['内容', '目标', '说明', '描述', '战略', 'text', 'goal', 'what', 'description', 'statement'], horizon: ['期限', '时间跨度', '周期', 'horizon', 'term'],
  fromOn: ['开始', '起', '自', '开始日期', '起始日期', 'from', 'start', 'begin'], toOn: ['结束', '止', '至', '结束日期', '截止', '截止日期', '到', 'to', 'end', 'until', 'by'], amount: ['金额', '投资额', '投资金额', 'amount', 'value', 'budget'], currency: ['币种', '货币', 'currency'],
};
const KINDS: Readonly<Record<StrategyKind, readonly string[]>> = { goal: ['目标', 'goal', 'goals', 'target'], investment: ['投资', '投资领域', '投资方向', '投资项目', 'investment', 'investmentarea', 'invest'], scope: ['范围', '业务范围', '经营范围', 'scope', 'businessscope'] };
const TERMS: Readonly<Record<Horizon, readonly string[]>> = { short: ['短期', '短', 'short', 'shortterm'], mid: ['中期', '中', 'mid', 'medium', 'midterm', 'mediumterm'], long: ['长期', '长', '远期', 'long', 'longterm'] };

export interface StrategyLine { readonly row: number; readonly item: NewStrategyItem; readonly faults: readonly { readonly path: string; readonly reason: string }[] }

/**
 * Reads goals, investment areas and scope as they are pasted from a spreadsheet: with headers in any order, or without in the order of
 * `STRATEGY_COLUMNS`; one column alone is the text. `defaults` says what is not said; a year or month means its first or last day.
 */
export function readStrategyLines(text: string, defaults: { readonly kind: StrategyKind; readonly currency: string; readonly today: Day }): StrategyLine[] {
  const rows = cellsOf(text).map((cells, n) => ({ row: n + 1, cells: cells.map((cell) => cell.trim()) })).filter(({ cells }) => cells.some((cell) => cell !== ''));
  const named = rows[0]?.cells.map((cell) => STRATEGY_COLUMNS.find((column) => HEADERS[column].includes(headerWord(cell)))) ?? [];
  const headed = named.includes('text') && (named.filter((column) => column !== undefined).length >= 2 || rows[0]!.cells.length === 1);
  const kindFirst = rows.some(({ cells }) => cells.length > 1 && wordIn(KINDS, STRATEGY_KINDS, cells[0]!) !== undefined);
  const order: readonly (StrategyColumn | undefined)[] = headed ? named : kindFirst ? STRATEGY_COLUMNS : STRATEGY_COLUMNS.slice(1);
  return (headed ? rows.slice(1) : rows).map(({ row, cells }) => lineOf(row, Object.fromEntries(order.flatMap((column, n) => (column ? [[column, cells[n] ?? '']] : []))), defaults));
}

function lineOf(row: number, given: Partial<Record<StrategyColumn, string>>, { kind, currency, today }: Parameters<typeof readStrategyLines>[1]): StrategyLine {
  const faults: { path: string; reason: string }[] = [];
  const read = <T>(column: StrategyColumn, empty: T, reading: (text: string) => T | undefined, reason: string): T => {
    const text = given[column] ?? '';
    if (text === '') return empty;
    const value = reading(text);
    if (value === undefined) faults.push({ path: column, reason });
    return value ?? empty;
  };
  const fromOn = read<Day | null>('fromOn', null, (text) => edge(text, 'first'), 'no_such_day');
  const toOn = read<Day | null>('toOn', null, (text) => edge(text, 'last'), 'no_such_day');
  const money = read('currency', currency, (text) => readCurrency(text) ?? undefined, 'unknown_currency');
  const amount = read<number | null>('amount', null, (text) => { const minor = readMinor(text, money, '.', 0); return minor === null || Number.isNaN(minor) ? undefined : minor; }, 'not_a_number');
  const item: NewStrategyItem = {
    kind: read('kind', kind, (text) => wordIn(KINDS, STRATEGY_KINDS, text), 'unknown_kind'), text: given.text ?? '',
    horizon: read<Horizon | null>('horizon', toOn === null || given.kind === 'scope' ? null : horizonOf(toOn, today), (text) => wordIn(TERMS, HORIZONS, text), 'unknown_horizon'),
    fromOn, toOn, amount, currency: amount === null ? null : money,
  };
  return { row, item, faults: [...faults, ...strategyFaults(item, '').map(({ path, reason }) => ({ path, reason }))] };
}

function wordIn<K extends string>(words: Readonly<Record<K, readonly string[]>>, keys: readonly K[], text: string): K | undefined {
  return keys.find((key) => words[key].includes(headerWord(text)));
}

/** A day, or the first or last day of a month or year: 2027, 2027-06, 2027年6月. */
function edge(text: string, which: 'first' | 'last'): Day | undefined {
  const match = /^(\d{4})\s*年?(?:\s*[-/.]?\s*(\d{1,2})\s*月?)?$/.exec(text.normalize('NFKC').trim());
  if (match && !/^\d{5,}$/.test(text)) {
    const year = Number(match[1]);
    const month = match[2] === undefined ? (which === 'first' ? 1 : 12) : Number(match[2]);
    if (which === 'first') return dayFrom(year, month, 1) ?? undefined;
    return [31, 30, 29, 28].map((day) => dayFrom(year, month, day)).find((day) => day !== null) ?? undefined;
  }
  const day = dayReader('ymd', '1900')(text);
  return day !== null && day !== 'no_such_day' && isDay(day) ? day : undefined;
}

/** Items as rows for a spreadsheet, with the given words: what `readStrategyLines` reads again. */
export function strategyText(items: readonly NewStrategyItem[], words: { readonly columns: Readonly<Record<StrategyColumn, string>>; readonly kinds: Readonly<Record<StrategyKind, string>>; readonly horizons: Readonly<Record<Horizon, string>> }): string {
  const rows = items.map((item) => [
    words.kinds[item.kind], neutralised(item.text).replace(/[\t\r\n]+/g, ' '), item.horizon === null ? '' : words.horizons[item.horizon], item.fromOn ?? '', item.toOn ?? '',
    item.amount === null || item.currency === null ? '' : toMajor(item.amount, item.currency).toFixed(item.amount % 10 ** minorDigits(item.currency) === 0 ? 0 : minorDigits(item.currency)), item.currency ?? '',
  ]);
  return [STRATEGY_COLUMNS.map((column) => words.columns[column]), ...rows].map((row) => row.join('\t')).join('\n');
}
