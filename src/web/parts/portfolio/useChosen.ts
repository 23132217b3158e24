import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { answerOf } from '../../answers.ts';
import { useFormat, useText } from '../../text/locale.ts';
import type { RankRange } from './curveScale.ts';
import type { PortfolioSearch } from './portfolioSearch.ts';

/** The list takes at most this many ids; a longer stretch shows its first ones and says so. */
const MOST_IDS = 500;

export interface Chosen {
  /** Stretch of the curve that is chosen. */
  readonly range: RankRange | null;
  /** Ids the table is filtered to; null: not filtered by a chart. */
  readonly ids: readonly number[] | null;
  readonly set: ReadonlySet<number> | null;
  readonly label: string | null;
  /** Customers framed in the matrix, or chosen elsewhere under a label of their own. */
  readonly choose: (ids: number[], label?: string) => void;
  readonly clear: () => void;
}

/** What was chosen on a chart: a stretch of the curve (kept in the address) or a frame in the matrix (until it is cleared). */
export function useChosen(search: PortfolioSearch, measure: 'revenue' | 'contribution'): Chosen {
  const { portfolio: t } = useText();
  const format = useFormat();
  const [framed, setFramed] = useState<{ readonly ids: readonly number[]; readonly label: string | undefined } | null>(null);
  const range = useMemo(() => (search.from && search.to ? { from: search.from, to: search.to } : null), [search.from, search.to]);
  const stretch = useQuery({
    ...answerOf('GET /api/portfolio/stretch', { query: { measure, period: search.period, ...(search.currency ? { currency: search.currency } : {}), from: range?.from ?? 1, to: range?.to ?? 1 } }),
    enabled: range !== null, placeholderData: (before) => before,
  });
  const all = range ? (stretch.data?.ids ?? null) : (framed?.ids ?? null);
  const ids = useMemo(() => all?.slice(0, MOST_IDS) ?? null, [all]);
  const set = useMemo(() => (ids ? new Set(ids) : null), [ids]);
  const name = range ? t.chip({ from: format.number(range.from), to: format.number(range.to), measure: t.measureWord[measure] }) : framed ? (framed.label ?? t.chipMatrix({ n: format.number(framed.ids.length) })) : null;
  const cut = all !== null && all.length > MOST_IDS ? ` · ${t.chipFirst({ n: format.number(MOST_IDS), all: format.number(all.length) })}` : '';
  return {
    range, ids, set, label: name === null ? null : name + cut,
    choose: useCallback((next: number[], words?: string) => setFramed(next.length > 0 ? { ids: next, label: words } : null), []),
    clear: useCallback(() => setFramed(null), []),
  };
}
