import type { AssessedIndicator, CategoricalIndicator, LensKey, ScoreModel, Words } from '#domain/select/model.ts';
import type { Answer } from '../../call.ts';

export type MarkView = Answer<'GET /api/accounts/{id}'>['marks'][number];
export type MarkValue = number | string | boolean | null;
export type ItemState = 'proven' | 'assumed' | 'stale' | 'missing';

/** One thing a person judges: an indicator of a lens, a deduction or a red line. */
export interface Item {
  readonly key: string;
  readonly name: Words;
  readonly group: LensKey | 'deductions' | 'vetoes';
  readonly factor: Words | null;
  readonly kind: 'assessed' | 'categorical' | 'deduction' | 'veto';
  readonly indicator: AssessedIndicator | CategoricalIndicator | null;
  /** Points a deduction takes. */
  readonly points: number | null;
}

/** Everything there is to judge under a model, in its order; what is computed from invoice lines is not. */
export function itemsOf(model: ScoreModel): Item[] {
  const judged = model.lenses.flatMap((lens) => lens.factors.flatMap((factor) => factor.indicators.flatMap((indicator): Item[] => (indicator.kind === 'computed' ? [] : [
    { key: indicator.key, name: indicator.name, group: lens.key, factor: factor.name, kind: indicator.kind, indicator, points: null },
  ]))));
  return [
    ...judged,
    ...model.deductions.map((one): Item => ({ key: one.key, name: one.name, group: 'deductions', factor: null, kind: 'deduction', indicator: null, points: one.points })),
    ...model.vetoes.map((one): Item => ({ key: one.key, name: one.name, group: 'vetoes', factor: null, kind: 'veto', indicator: null, points: null })),
  ];
}

/** Whether an item waits for a mark at all: a deduction or red line that does not apply has none. */
export const isIndicator = (item: Item): boolean => item.indicator !== null;

/** The values an item can take, in the order of the keys 1, 2, 3 … */
export function valuesOf(item: Item): readonly Exclude<MarkValue, null>[] {
  if (item.indicator?.kind === 'assessed') return [1, 2, 3, 4, 5];
  return item.indicator ? item.indicator.options.map((option) => option.key) : [true];
}

export interface Progress { readonly all: number; readonly done: number; readonly assumed: number; readonly stale: number }

/** How far the indicators among these are judged, and on what. */
export function progressOf(items: readonly Item[], stateOf: (key: string) => ItemState): Progress {
  const states = items.filter(isIndicator).map((item) => stateOf(item.key));
  const count = (state: ItemState): number => states.filter((one) => one === state).length;
  return { all: states.length, done: states.length - count('missing'), assumed: count('assumed'), stale: count('stale') };
}

export const FILTERS = ['all', 'missing', 'assumed', 'stale'] as const;
export type Filter = (typeof FILTERS)[number];

/** What a filter leaves; `kept` are those judged while it was on: they stay where they are, so that nothing jumps away under the finger. */
export function visibleItems(items: readonly Item[], filter: Filter, stateOf: (key: string) => ItemState, kept: ReadonlySet<string>): Item[] {
  if (filter === 'all') return [...items];
  return items.filter((item) => kept.has(item.key) || (stateOf(item.key) === filter && (filter !== 'missing' || isIndicator(item))));
}

/** The item `step` places on among these keys; stays at the ends, starts at the first. */
export function stepFrom(keys: readonly string[], current: string | null, step: number): string | null {
  const at = current === null ? -1 : keys.indexOf(current);
  if (at === -1) return keys[0] ?? null;
  return keys[Math.max(0, Math.min(keys.length - 1, at + step))] ?? null;
}
