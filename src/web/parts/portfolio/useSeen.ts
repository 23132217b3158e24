import { useRef } from 'react';
import type { AccountRow } from '#contract/select/accounts.ts';
import { addMonths, monthOf, type Day } from '#domain/day.ts';

/** What the rows seen so far tell about the data as a whole; a filter that hides rows takes nothing back. */
export interface Seen {
  /** Some lines carry a cost (or the settings a default margin): profit is a figure, not only a limit. */
  readonly cost: boolean;
  readonly owners: boolean;
  /** The data reach back before the year that the last twelve months are compared with: trends are fair. */
  readonly comparable: boolean;
}

/** The comparison needs 24 months; two months of grace for a first invoice that was not on the first day. */
const MONTHS_NEEDED = 22;

export function useSeen(rows: readonly AccountRow[], asOf: Day | null): Seen {
  const seen = useRef({ rows: rows.slice(0, 0), cost: false, owners: false, first: null as Day | null });
  if (seen.current.rows !== rows) {
    const before = seen.current;
    let { cost, owners, first } = before;
    for (const row of rows) {
      cost ||= row.margin !== null;
      owners ||= row.owner !== null;
      if (row.firstDay && (first === null || row.firstDay < first)) first = row.firstDay;
    }
    seen.current = { rows: rows as AccountRow[], cost, owners, first };
  }
  const { cost, owners, first } = seen.current;
  return { cost, owners, comparable: asOf !== null && first !== null && monthOf(first) <= addMonths(monthOf(asOf), -MONTHS_NEEDED) };
}
