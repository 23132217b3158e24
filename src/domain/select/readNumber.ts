import { minorDigits, minorFromDecimal } from '../money.ts';
import { cellText, type Cell } from './cell.ts';

export type Decimal = '.' | ',';

/** A number as digits: plain decimal text and a decimal shift (万 4, 亿 8, % −2). */
export interface ReadNumber {
  readonly text: string;
  readonly shift: number;
}

const SIGNS = /[¥￥$€£₩元圆円]|\b(?:cny|rmb|usd|eur|gbp|hkd|twd|jpy|krw)\b|人民币|人民幣|美元|欧元|港币|日元/gi;

/**
 * Reads a number as people and systems write it: thousands separators, full-width digits, brackets or a trailing minus for
 * negatives, currency signs, per cent, 万 and 亿. `decimal` says which mark is the decimal one. Null when it is none.
 */
export function readNumber(cell: Cell | undefined, decimal: Decimal): ReadNumber | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { text: cellText(cell), shift: 0 } : null;
  if (typeof cell !== 'string') return null;
  const simple = cell.trim();
  if (/^-?\d+(?:\.\d+)?$/.test(simple) && (decimal === '.' || !/^-?\d{1,3}\.\d{3}$/.test(simple))) return { text: simple, shift: 0 };
  let text = simple.normalize('NFKC').replace(/[\u2212\u2012-\u2015]/g, '-').replace(SIGNS, '').replace(/[\s\u00a0'’_]/g, '');
  let negative = false;
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed) [text, negative] = [bracketed[1]!, true];
  let shift = 0;
  for (const [mark, places] of [['万亿', 12], ['萬億', 12], ['亿', 8], ['億', 8], ['万', 4], ['萬', 4], ['千', 3], ['%', -2]] as const) {
    if (text.endsWith(mark)) {
      text = text.slice(0, -mark.length);
      shift = places;
      break;
    }
  }
  if (text.endsWith('-')) [text, negative] = [text.slice(0, -1), !negative];
  if (text.startsWith('-')) [text, negative] = [text.slice(1), !negative];
  else if (text.startsWith('+')) text = text.slice(1);
  const plain = withoutSeparators(text, decimal);
  return plain === null ? null : { text: negative ? `-${plain}` : plain, shift };
}

/** Groups must be groups (1,234 · 12,34,567 · 1.234,5); 1,23 with a decimal point is no number. */
function withoutSeparators(text: string, decimal: Decimal): string | null {
  const scientific = /^(\d+(?:[.,]\d+)?)e([+-]?\d{1,3})$/i.exec(text);
  if (scientific) return `${scientific[1]!.replace(',', '.')}e${scientific[2]!}`;
  const group = decimal === '.' ? ',' : '.';
  const [whole = '', fraction, ...rest] = text.split(decimal);
  if (rest.length > 0 || (fraction !== undefined && !/^\d*$/.test(fraction)) || (whole === '' && !fraction)) return null;
  const groups = whole.split(group);
  const grouped = groups.length > 1 && /^\d{1,3}$/.test(groups[0]!) && groups.slice(1, -1).every((part) => /^\d{2,3}$/.test(part)) && /^\d{3}$/.test(groups.at(-1)!);
  if (!(grouped || /^\d*$/.test(whole))) return null;
  return `${groups.join('')}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** 10^0 … 10^3 as needed for two digits of minor units and fewer in the text. */
const POWERS = [1, 10, 100, 1000];

/**
 * Amount in minor units; null when it is no number, NaN when it is beyond exact minor units.
 * Plain texts such as "-1234.56" (nearly every cell of a large file) take a short way without any allocation.
 */
export function readMinor(cell: Cell | undefined, currency: string, decimal: Decimal, unitShift: number): number | null {
  if (typeof cell === 'string' && unitShift === 0 && decimal === '.') {
    const quick = quickMinor(cell, minorDigits(currency));
    if (quick !== null) return quick;
  }
  const number = readNumber(cell, decimal);
  if (number === null) return null;
  return minorFromDecimal(number.text, currency, number.shift + unitShift) ?? Number.NaN;
}

function quickMinor(text: string, digits: number): number | null {
  const length = text.length;
  if (length === 0 || length > 14) return null;
  let at = text.charCodeAt(0) === 45 ? 1 : 0;
  if (at === length) return null;
  let value = 0;
  let fraction = -1;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === 46 && fraction < 0) fraction = 0;
    else if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48;
      if (fraction >= 0) fraction++;
    } else return null;
  }
  const missing = digits - Math.max(fraction, 0);
  if (missing < 0 || fraction === 0) return null;
  value *= POWERS[missing]!;
  return text.charCodeAt(0) === 45 && value !== 0 ? -value : value;
}

/** A plain number (quantity) as a double; null when it is none. */
export function readQuantity(cell: Cell | undefined, decimal: Decimal): number | null {
  const number = readNumber(cell, decimal);
  if (number === null) return null;
  const value = Number(number.text) * 10 ** number.shift;
  return Number.isFinite(value) ? value : null;
}

/** Decimal shift of a money unit: 10,000 → 4; units are powers of ten. */
export function unitShift(unit: number): number {
  return Math.round(Math.log10(unit));
}
