/** Calendar day (自然日) as `YYYY-MM-DD`. Dates of business are days, not instants: no time zone can move them. */
export type Day = string;
/** Calendar month as `YYYY-MM`. */
export type Month = string;

const MS_PER_DAY = 86_400_000;

/**
 * Days since 1970-01-01 of a day. Counted in years that begin in March, so that the leap day comes last (Hinnant 2013, "chrono-Compatible Low-Level Date Algorithms"):
 * a network of a hundred thousand people asks for a million days, and by way of Date half of its reading went there.
 */
export function dayNumber(day: Day): number {
  const digit = (at: number): number => day.charCodeAt(at) - 48;
  const month = digit(5) * 10 + digit(6);
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digit(8) * 10 + digit(9) - 1;
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - MARCH_OF_0;
}

/** Days from 1 March of the year 0 to 1 January 1970. */
const MARCH_OF_0 = 719_468;

/** The day `number` days after 1970-01-01. */
export function dayFromNumber(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Year, month (1–12) and day as a Day; null when no such day exists (2023-02-30). */
export function dayFrom(year: number, month: number, day: number): Day | null {
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null;
}

/** Whether a text is an existing day written `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && dayFrom(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** The calendar day in UTC at an instant: the day of the server, whatever the reader's. */
export function utcDay(now: Date): Day {
  return now.toISOString().slice(0, 10);
}

/** The latest day it already is somewhere on earth at an instant (UTC+14): in Shanghai tomorrow of UTC begins at 16:00 UTC, and nobody there is ahead of time. */
export function latestDay(now: Date): Day {
  return new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
}

/** The earliest day it still is somewhere on earth at an instant (UTC−12): what is due on it is not late everywhere yet. */
export function earliestDay(now: Date): Day {
  return new Date(now.getTime() - 12 * 3_600_000).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to` (negative when `to` is earlier). */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day `days` later (or earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** The month of a day. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The month `months` later (or earlier when negative). */
export function addMonths(month: Month, months: number): Month {
  const total = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(total / 12)).padStart(4, '0')}-${String((total % 12) + 1).padStart(2, '0')}`;
}
