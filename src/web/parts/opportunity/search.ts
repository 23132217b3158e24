import { OPPORTUNITY_STAGES, type OpportunityStage } from '#domain/insight/opportunity.ts';
import { HORIZONS, type Horizon } from '#domain/insight/horizon.ts';
import { VIEWS, type ViewName } from './views.tsx';

const SORTS = ['priority', 'value', 'expected'] as const;
/** What the address of the page says. */
export interface OpportunitySearch {
  readonly view: ViewName;
  readonly sort: (typeof SORTS)[number];
  readonly stage: OpportunityStage | 'open' | undefined;
  readonly horizon: Horizon | undefined;
  readonly owner: string | undefined;
  readonly q: string | undefined;
}

export function readOpportunitySearch(raw: Record<string, unknown>): OpportunitySearch {
  const one = <T extends string>(value: unknown, of: readonly T[]): T | undefined => of.find((name) => name === value);
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value.slice(0, 100) : typeof value === 'number' ? String(value) : undefined);
  return { view: one(raw['view'], VIEWS) ?? 'board', sort: one(raw['sort'], SORTS) ?? 'priority', stage: one(raw['stage'], ['open', ...OPPORTUNITY_STAGES] as const), horizon: one(raw['horizon'], HORIZONS), owner: text(raw['owner']), q: text(raw['q']) };
}

/** The address after a change; what is the default is left out. */
export function changedSearch(search: OpportunitySearch, patch: Partial<OpportunitySearch>): Record<string, string> {
  const next = { ...search, ...patch };
  return Object.fromEntries(Object.entries(next).filter(([key, value]) => value !== undefined && !(key === 'view' && value === 'board') && !(key === 'sort' && value === 'priority'))) as Record<string, string>;
}
