import { formalGap, rankCorrelation } from './gap.ts';
import { reportingLines } from './reportingLines.ts';

/** Somebody's place in the organisation chart beside their influence. */
export interface PersonBesideRank {
  readonly person: number;
  /** Steps below the top. */
  readonly depth: number;
  /** Who report to them directly, and everybody below. */
  readonly span: number;
  readonly below: number;
  /** z(influence) − z(rank), in standard deviations; above 0: more is asked of them than the chart says. */
  readonly gap: number;
}
/** Real influence beside formal rank (真实影响力与职级). */
export interface BesideRank {
  readonly tops: readonly number[];
  /** Rank correlation of the two, −1 to 1 (Spearman, 1904): 1 where whoever is higher is asked more. Null where either does not differ. */
  readonly correlation: number | null;
  /** Those of whom both are known, the most underrated by the chart first. */
  readonly people: readonly PersonBesideRank[];
}

/**
 * Compares influence with the organisation chart. `boss[person]` null: nobody above, or not in the chart where `inChart` says so; `influence` null: of somebody
 * whom no line names. Both are then left out, for unknown is not little. Throws RangeError as `reportingLines` does, on circles.
 */
export function besideRank(influence: readonly (number | null)[], boss: readonly (number | null)[], inChart: ReadonlySet<number>): BesideRank {
  const { tops, depth, span, below } = reportingLines(boss);
  const known = influence.flatMap((value, person) => (value !== null && inChart.has(person) ? [{ person, value }] : []));
  const gaps = formalGap(known.map(({ value }) => value), known.map(({ person }) => depth[person]!));
  return {
    tops: tops.filter((person) => inChart.has(person)), correlation: rankCorrelation(known.map(({ person }) => -depth[person]!), known.map(({ value }) => value)),
    people: gaps.map(({ person: n, gap }) => {
      const { person } = known[n]!;
      return { person, depth: depth[person]!, span: span[person]!, below: below[person]!, gap };
    }),
  };
}
