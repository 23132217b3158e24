import { addDays, dayFrom, type Day } from '../day.ts';
import { ownText, type Cell } from './cell.ts';

export type DayOrder = 'ymd' | 'dmy' | 'mdy';
export type DateSystem = '1900' | '1904';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Excel's day numbers that can be meant: 1927-05-18 … 2119. Below, a number is rather a quantity or a year. */
const FIRST_SERIAL = 10_000;
const LAST_SERIAL = 80_000;

/**
 * Day of an Excel serial number. System 1900 counts a 29 February 1900 that never was; from March 1900 on, day 1 is
 * 1899-12-31. System 1904 counts from 1904-01-01 = 0. Fractions (times) are cut.
 */
export function dayOfSerial(serial: number, system: DateSystem): Day {
  return addDays(system === '1904' ? '1904-01-01' : serial < 60 ? '1899-12-31' : '1899-12-30', Math.floor(serial));
}

const fullYear = (text: string): number => (text.length === 2 ? (Number(text) < 70 ? 2000 : 1900) + Number(text) : Number(text));

function readText(text: string, order: DayOrder): Day | null | undefined {
  const plain = text.normalize('NFKC').trim();
  // 2023-01-05, 2023/1/5, 2023.1.5, 2023年1月5日, each with or without a time after it
  let match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号號]?(?:[T\s,]+.*)?$/.exec(plain);
  if (match) return dayFrom(Number(match[1]), Number(match[2]), Number(match[3]));
  match = /^(\d{4})(\d{2})(\d{2})(?:\d{6}|[T\s].*)?$/.exec(plain);
  if (match) return dayFrom(Number(match[1]), Number(match[2]), Number(match[3]));
  match = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{1,2})(?:[T\s,]+.*)?$/.exec(plain);
  if (match) {
    const [a, b, c] = [Number(match[1]), Number(match[2]), match[3]!];
    if (order === 'ymd' && c.length <= 2 && match[1]!.length === 2) return dayFrom(fullYear(match[1]!), b, Number(c));
    if (c.length === 1) return undefined;
    return order === 'mdy' ? dayFrom(fullYear(c), a, b) : dayFrom(fullYear(c), b, a);
  }
  match = /^(\d{1,2})(?:st|nd|rd|th)?[-\s]([a-z]{3,9})\.?,?[-\s](\d{4}|\d{2})(?:[T\s,]+.*)?$/i.exec(plain);
  if (match) return dayFrom(fullYear(match[3]!), MONTHS.indexOf(match[2]!.slice(0, 3).toLowerCase()) + 1, Number(match[1]));
  match = /^([a-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?:[T\s,]+.*)?$/i.exec(plain);
  if (match) return dayFrom(Number(match[3]), MONTHS.indexOf(match[1]!.slice(0, 3).toLowerCase()) + 1, Number(match[2]));
  if (/^\d{5}(?:\.\d+)?$/.test(plain)) return undefined;
  return undefined;
}

/**
 * Reader of days for one file. Days repeat, so each text is worked out once. Gives the day, null when it is no date at all,
 * or 'no_such_day' for one that does not exist (2023-02-30).
 */
export function dayReader(order: DayOrder, system: DateSystem): (cell: Cell | undefined) => Day | null | 'no_such_day' {
  const seen = new Map<string, Day | null | 'no_such_day'>();
  const fromText = (text: string): Day | null | 'no_such_day' => {
    const found = readText(text, order);
    if (found === null) return 'no_such_day';
    if (found !== undefined) return found;
    const serial = /^\s*\d{5}(?:\.\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
    return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? dayOfSerial(serial, system) : null;
  };
  return (cell) => {
    if (typeof cell === 'string') {
      const known = seen.get(cell);
      if (known !== undefined) return known;
      const day = fromText(cell);
      if (seen.size < 50_000) seen.set(ownText(cell), day);
      return day;
    }
    if (typeof cell === 'number') {
      if (cell >= 19_000_101 && cell <= 21_991_231) return fromText(String(cell));
      return cell >= FIRST_SERIAL && cell <= LAST_SERIAL ? dayOfSerial(cell, system) : null;
    }
    return cell !== null && typeof cell === 'object' && 'date' in cell ? cell.date.slice(0, 10) : null;
  };
}
