import { addDays, addMonths, isDay, type Day } from '#domain/day.ts';

/** A year, a month or a day: `2015`, `2015-09` or `2015-09-01`. */
export type Someday = string;

/** A year, a month or a day, as far away as days go (1900 to 2199). */
export function isSomeday(text: string): boolean {
  return (/^\d{4}$/.test(text) && isDay(`${text}-01-01`)) || (/^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`)) || isDay(text);
}

/** The first day that is meant. */
export function firstDayOf(when: Someday): Day {
  return when.length === 4 ? `${when}-01-01` : when.length === 7 ? `${when}-01` : when;
}

/** The last day that is meant. */
export function lastDayOf(when: Someday): Day {
  return when.length === 4 ? `${when}-12-31` : when.length === 7 ? addDays(`${addMonths(when, 1)}-01`, -1) : when;
}
