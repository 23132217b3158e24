import { addDays, monthOf, type Day, type Month } from '#domain/day.ts';

/** Months since year 0, so that months subtract. */
export function monthIndex(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** A month that began this late in the data still counts as complete: few companies invoice on the first. */
const LATE_START = 7;
const SHORTEST_TREND = 3;
const SHORTEST_SPREAD = 6;

/**
 * Revenue of the latest span of complete months against the span of equal length before it, at most 12 months each.
 * A month under way is left out (it would look like a fall), and so is everything before the data begin (it would look like growth).
 * @param revenue by months back from the as-of month (0 = that month)
 * @returns null when the data cover less than twice three complete months
 */
export function trendOf(revenue: readonly number[], asOf: Day, dataFrom: Day | null): { months: number; now: number; before: number } | null {
  const { from, count } = completeMonths(asOf, dataFrom);
  const months = Math.min(12, Math.floor(count / 2));
  if (months < SHORTEST_TREND) return null;
  return { months, now: sum(revenue, from, months), before: sum(revenue, from + months, months) };
}

/**
 * Mean and (population) standard deviation of monthly revenue over the latest complete months since `since`, at most 12.
 * @returns null below six such months
 */
export function spreadOver(revenue: readonly number[], asOf: Day, since: Day | null): { months: number; mean: number; deviation: number } | null {
  const { from, count } = completeMonths(asOf, since);
  const months = Math.min(12, count);
  if (months < SHORTEST_SPREAD) return null;
  const mean = sum(revenue, from, months) / months;
  let squares = 0;
  for (let back = from; back < from + months; back += 1) squares += (revenue[back]! - mean) ** 2;
  return { months, mean, deviation: Math.sqrt(squares / months) };
}

/** Complete months from `since` to the as-of day: how many, and how many months back the latest is (0 or 1). */
function completeMonths(asOf: Day, since: Day | null): { from: number; count: number } {
  if (since === null) return { from: 0, count: 0 };
  const current = monthOf(asOf);
  const from = monthOf(addDays(asOf, 1)) === current ? 1 : 0;
  const first = monthIndex(monthOf(since)) + (Number(since.slice(8, 10)) > LATE_START ? 1 : 0);
  return { from, count: Math.max(0, monthIndex(current) - from - first + 1) };
}

function sum(list: readonly number[], from: number, count: number): number {
  let total = 0;
  for (let i = from; i < from + count; i += 1) total += list[i] ?? 0;
  return total;
}
