import { addMonths, type Month } from '#domain/day.ts';

/** Every month from the first that is known (at most `most` back) to `last`: months without trade are empty, not missing, so that the axis is time. */
export function fillMonths<T extends { readonly month: Month }>(months: readonly T[], last: Month, most: number, empty: (month: Month) => T): T[] {
  const earliest = addMonths(last, 1 - most);
  const known = new Map(months.map((month) => [month.month, month]));
  const first = [...known.keys()].toSorted()[0] ?? last;
  const filled: T[] = [];
  for (let month = first < earliest ? earliest : first; month <= last; month = addMonths(month, 1)) filled.push(known.get(month) ?? empty(month));
  return filled;
}
