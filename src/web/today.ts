import type { Day } from '#domain/day.ts';

/** The calendar day of an instant where the reader is: what "today" means to whoever writes something down. */
export function localDay(at: Date = new Date()): Day {
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
}
