import { addDays, monthOf, type Day, type Month } from '#domain/day.ts';

/** Months since year 0, so that months subtract. */
export function monthIndex(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** A month that began this late in the data still counts as complete: few companies invoice on the first. */
const LATE_START = 7;
const SHORTEST_TREND = 3;
const SHORTEST_SPREAD = 6;

/** The as-of month, and how many months back the latest complete one is: 0 on the last day of a month, else 1. */
export interface Calendar {
  readonly current: number;
  readonly latest: 0 | 1;
}

export function calendarOf(asOf: Day): Calendar {
  const current = monthOf(asOf);
  return { current: monthIndex(current), latest: monthOf(addDays(asOf, 1)) === current ? 1 : 0 };
}

/** The first complete month when data begin on this day. */
export function firstComplete(since: Day): number {
  return monthIndex(since) + (Number(since.slice(8, 10)) > LATE_START ? 1 : 0);
}

/**
 * Revenue of the latest span of complete months against the span of equal length before it, at most 12 months each.
 * A month under way is left out (it would look like a fall), and so is everything before `first` (it would look like growth).
 * @param revenue by months back from the as-of month (0 = that month)
 * @returns null when there are fewer than twice three complete months
 */
export function trendOf(revenue: ArrayLike<number>, calendar: Calendar, first: number): { months: number; now: number; before: number } | null {
  const months = Math.min(12, Math.floor(completeMonths(calendar, first) / 2));
  if (months < SHORTEST_TREND) return null;
  return { months, now: sum(revenue, calendar.latest, months), before: sum(revenue, calendar.latest + months, months) };
}

/**
 * Mean and (population) standard deviation of monthly revenue over the latest complete months since `first`, at most 12.
 * @returns null below six such months
 */
export function spreadOver(revenue: ArrayLike<number>, calendar: Calendar, first: number): { months: number; mean: number; deviation: number } | null {
  const months = Math.min(12, completeMonths(calendar, first));
  if (months < SHORTEST_SPREAD) return null;
  const mean = sum(revenue, calendar.latest, months) / months;
  let squares = 0;
  for (let back = calendar.latest; back < calendar.latest + months; back += 1) squares += (revenue[back]! - mean) ** 2;
  return { months, mean, deviation: Math.sqrt(squares / months) };
}

function completeMonths({ current, latest }: Calendar, first: number): number {
  return Math.max(0, current - latest - first + 1);
}

function sum(list: ArrayLike<number>, from: number, count: number): number {
  let total = 0;
  for (let i = from; i < from + count; i += 1) total += list[i] ?? 0;
  return total;
}
