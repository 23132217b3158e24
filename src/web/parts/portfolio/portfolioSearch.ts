import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { readTop } from '#domain/select/robust/top.ts';
import { CLASSES, GRADES, type AccountClass, type Grade } from '#domain/select/model.ts';

export const VIEWS = ['table', 'matrix', 'whale'] as const;
export type View = (typeof VIEWS)[number];
/** What the server sorts by, and the chance, which only the browser knows. */
export type Sort = 'rank' | 'name' | 'total' | 'revenue' | 'contribution' | 'confidence' | 'lastDay' | 'chance';
const SORTS: readonly Sort[] = ['rank', 'name', 'total', 'revenue', 'contribution', 'confidence', 'lastDay', 'chance'];

/** What the portfolio shows, kept in the address so that it can be sent to a colleague. */
export interface PortfolioSearch {
  readonly view: View;
  readonly measure: 'revenue' | 'contribution';
  readonly period: 'year' | 'all';
  readonly currency: string | undefined;
  readonly sort: Sort;
  readonly order: 'asc' | 'desc';
  readonly q: string | undefined;
  readonly grade: Grade | undefined;
  readonly class: AccountClass | undefined;
  readonly owner: string | undefined;
  /** Only key accounts. */
  readonly key: 'yes' | undefined;
  /** `none`: only customers without any trade (潜在客户). */
  readonly trade: 'none' | undefined;
  /** Stretch of the curve, ranks by `measure`. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** Robustness is shown: under any weights, or each within this share of today's. */
  readonly robust: 'any' | number | undefined;
  /** Who counts as picked ("20%", "15"), and the seed of the draws. */
  readonly top: string;
  readonly seed: number;
}

/** Reads the address; what does not fit is left out rather than refused. */
export function readSearch(raw: Record<string, unknown>): PortfolioSearch {
  const one = <T extends string>(value: unknown, of: readonly T[]): T | undefined => of.find((known) => known === value);
  const text = (value: unknown): string | undefined => (typeof value === 'string' || typeof value === 'number') && String(value).trim() ? String(value).slice(0, 100) : undefined;
  const rank = (value: unknown): number | undefined => (typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined);
  const [from, to] = [rank(raw['from']), rank(raw['to'])];
  const currency = text(raw['currency']);
  const [robust, top] = [raw['robust'], text(raw['top'])];
  return {
    view: one(raw['view'], VIEWS) ?? 'table',
    measure: one(raw['measure'], ['revenue', 'contribution'] as const) ?? 'revenue',
    period: one(raw['period'], ['year', 'all'] as const) ?? 'year',
    currency: currency && /^[A-Z]{3}$/.test(currency) ? currency : undefined,
    sort: one(raw['sort'], SORTS) ?? 'rank', order: one(raw['order'], ['asc', 'desc'] as const) ?? 'asc',
    q: text(raw['q']), grade: one(raw['grade'], GRADES), class: one(raw['class'], CLASSES), owner: text(raw['owner']), key: one(raw['key'], ['yes'] as const), trade: one(raw['trade'], ['none'] as const),
    from: from && to && from <= to ? from : undefined, to: from && to && from <= to ? to : undefined,
    robust: robust === 'any' || (typeof robust === 'number' && robust > 0 && robust <= 1) ? robust : undefined, top: top && readTop(top) ? top : '20%', seed: rank(raw['seed']) ?? 1,
  };
}

const DEFAULTS = readSearch({});

/** The same without what is the default, for a short address. */
export function writeSearch(search: PortfolioSearch): Record<string, unknown> {
  // A number goes without the quotation marks that would tell it from one.
  const plain = /^\d+$/.test(search.top) ? { ...search, top: Number(search.top) } : search;
  return Object.fromEntries(Object.entries(plain).filter(([key, value]) => value !== undefined && value !== DEFAULTS[key as keyof PortfolioSearch]));
}

/** The state of the page and how to change part of it; typing and dragging replace the address, choices add to the history. */
export function usePortfolioSearch(): [PortfolioSearch, (change: Partial<PortfolioSearch>, replace?: boolean) => void] {
  const raw = useSearch({ strict: false }) as Record<string, unknown>;
  const search = useMemo(() => readSearch(raw), [raw]);
  const navigate = useNavigate();
  const change = useCallback((part: Partial<PortfolioSearch>, replace = true): void => {
    void navigate({ to: '/portfolio', search: ((before: Record<string, unknown>) => writeSearch({ ...readSearch(before), ...part })) as never, replace, resetScroll: false });
  }, [navigate]);
  return [search, change];
}
