import type { KpiEntry, PositionFunction, PositionLevel } from './kpi.ts';

/** A fact as far as proposing looks at it. */
export interface Statement { readonly id: number; readonly statement: string; readonly confidence: number }

/** A KPI proposed for a position, and why. */
export interface ProposedKpi {
  readonly kpi: KpiEntry;
  /** Facts of the account that speak of it, the best known first; at most `FACTS_SHOWN`. */
  readonly facts: readonly number[];
  /** Usually set for this level. */
  readonly fits: boolean;
  /** The position has it already. */
  readonly taken: boolean;
}
const FACTS_SHOWN = 3;

/**
 * KPIs for a position, the likeliest first: those of its function that are usual for its level, then the others of the function.
 * Within both, KPIs that facts of the account speak of come first (more facts before fewer, counted up to three), then the order of
 * the library, the commonest first. Hidden entries are left out. A heuristic of the house: it proposes, a person decides.
 */
export function proposeKpis(entries: readonly KpiEntry[], position: { readonly function: PositionFunction; readonly level: PositionLevel }, taken: ReadonlySet<string>, facts: readonly Statement[]): ProposedKpi[] {
  const ranked = facts.toSorted((a, b) => b.confidence - a.confidence || b.id - a.id);
  return entries.filter((kpi) => kpi.function === position.function && !kpi.hidden)
    .map((kpi, order) => ({ kpi, order, facts: speakingOf(kpi.words, ranked).slice(0, FACTS_SHOWN), fits: kpi.levels === undefined || kpi.levels.includes(position.level), taken: taken.has(kpi.key) }))
    .toSorted((a, b) => Number(b.fits) - Number(a.fits) || b.facts.length - a.facts.length || a.order - b.order)
    .map(({ order: _, ...proposed }) => proposed);
}

/** Ids of the statements with one of the words: Latin words at the beginning of a word, Chinese ones anywhere. */
function speakingOf(words: readonly string[], facts: readonly Statement[]): number[] {
  if (words.length === 0) return [];
  const pattern = new RegExp(words.map((word) => (/^[\w&]/.test(word) ? '(?<![\\p{L}\\p{N}])' : '') + word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'iu');
  return facts.filter((fact) => pattern.test(fact.statement)).map((fact) => fact.id);
}
