import { addDays, dayNumber, type Day } from '../day.ts';

/** First day of the lunar year, 2019–2036: shops and lines stand still around it. */
const SPRING_FESTIVALS: readonly Day[] = [
  '2019-02-05', '2020-01-25', '2021-02-12', '2022-02-01', '2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26',
  '2029-02-13', '2030-02-03', '2031-01-23', '2032-02-11', '2033-01-31', '2034-02-19', '2035-02-08', '2036-01-28',
];
const CLOSED = new Set(SPRING_FESTIVALS.flatMap((day) => Array.from({ length: 16 }, (_, i) => addDays(day, i - 5))));

/** Ordering through the year for consumer electronics, January first: stocking up for autumn, quiet early in the year. */
const MONTHS = [0.92, 0.86, 0.98, 0.95, 0.98, 1.02, 1.06, 1.14, 1.2, 1.08, 1.06, 0.85];

/** Demand of a calendar month against an ordinary one (1 = average). */
export function season(month: string): number {
  return MONTHS[Number(month.slice(5, 7)) - 1]!;
}

/** Whether a Chinese customer places orders that day: no week-ends, none around the Spring Festival. */
export function isWorkingDay(day: Day, abroad: boolean): boolean {
  const weekday = (dayNumber(day) + 4) % 7;
  return weekday !== 0 && weekday !== 6 && (abroad || !CLOSED.has(day));
}
