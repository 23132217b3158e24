import type { EvidenceState } from './evidence.ts';
import type { Explanation } from './explain.ts';
import type { LensKey } from './model.ts';

/** One customer in one row of the comparison. Scores and points 0–100; null: nobody knows, which is never 0. */
export interface ComparedCell {
  readonly points: number | null;
  /** Against the first customer; null where one of the two is unknown, and for the first itself. */
  readonly difference: number | null;
  /** How it is known; scores of lenses and factors have no state of their own. */
  readonly state: EvidenceState | null;
  /** What it adds to the total, of indicators. */
  readonly contribution: number | null;
  readonly raw: number | string | null;
}
export interface ComparedRow {
  readonly level: 'total' | 'lens' | 'factor' | 'indicator';
  readonly key: string;
  readonly lens: LensKey | null;
  readonly factor: string | null;
  /** Share of the total (0–1) it has where nothing is missing; of its own level for lenses and factors. */
  readonly weight: number;
  readonly cells: readonly ComparedCell[];
  /** Whether the customers differ here: in points, in what is known at all, in the category, or in any row below. */
  readonly differs: boolean;
}
/** A deduction or red line: who has it. */
export interface ComparedFlag {
  readonly kind: 'deduction' | 'veto';
  readonly key: string;
  readonly marked: readonly boolean[];
  readonly differs: boolean;
}

/** Points that read the same on screen are no difference. */
const SHOWN = 0.05;

/**
 * Explanations of customers under one model side by side: total, lens by lens, factor by factor, indicator by indicator, each against the
 * first. Throws a RangeError when they are not of one model.
 */
export function compareAccounts(explanations: readonly Explanation[]): { readonly rows: readonly ComparedRow[]; readonly flags: readonly ComparedFlag[] } {
  const [first] = explanations;
  if (!first) return { rows: [], flags: [] };
  if (explanations.some((one) => one.modelVersionId !== first.modelVersionId)) throw new RangeError('the explanations are of different models');
  const indicators = first.indicators.map((indicator, at): ComparedRow => row(
    { level: 'indicator', key: indicator.key, lens: indicator.lens, factor: indicator.factor, weight: indicator.weight },
    explanations.map(({ indicators: all }) => {
      const one = all[at]!;
      return { points: one.points, state: one.state, contribution: one.points === null ? null : one.contribution, raw: one.raw };
    }),
  ));
  const factors = first.factors.map((factor, at): ComparedRow => row({ level: 'factor', key: factor.key, lens: factor.lens, factor: null, weight: factor.weight / 100 }, explanations.map(({ factors: all }) => scored(all[at]!.score))));
  const lenses = first.lenses.map((lens, at): ComparedRow => row({ level: 'lens', key: lens.key, lens: lens.key, factor: null, weight: lens.weight / 100 }, explanations.map(({ lenses: all }) => scored(all[at]!.score))));
  const withFactors = factors.map((factor) => within(factor, indicators.filter((one) => one.factor === factor.key)));
  const rows = [
    row({ level: 'total', key: 'total', lens: null, factor: null, weight: 1 }, explanations.map(({ total }) => scored(total))),
    ...lenses.flatMap((lens) => {
      const own = withFactors.filter((factor) => factor.lens === lens.key);
      return [within(lens, own), ...own.flatMap((factor) => [factor, ...indicators.filter((one) => one.factor === factor.key)])];
    }),
  ];
  return { rows, flags: [...flagsOf(explanations, 'deduction', ({ deductions }) => deductions.map((one) => one.key)), ...flagsOf(explanations, 'veto', ({ vetoes }) => vetoes)] };
}

const scored = (points: number | null) => ({ points, state: null, contribution: null, raw: null });
const within = (whole: ComparedRow, parts: readonly ComparedRow[]): ComparedRow => ({ ...whole, differs: whole.differs || parts.some((part) => part.differs) });

function row(about: Omit<ComparedRow, 'cells' | 'differs'>, cells: readonly Omit<ComparedCell, 'difference'>[]): ComparedRow {
  const base = cells[0]!;
  return {
    ...about,
    cells: cells.map((cell, at) => ({ ...cell, difference: at === 0 || cell.points === null || base.points === null ? null : cell.points - base.points })),
    differs: cells.some((cell) => (cell.points === null) !== (base.points === null) || Math.abs((cell.points ?? 0) - (base.points ?? 0)) >= SHOWN || (typeof cell.raw === 'string' && typeof base.raw === 'string' && cell.raw !== base.raw)),
  };
}

/** Every deduction or red line that at least one of them has, in the order in which they first appear. */
function flagsOf(explanations: readonly Explanation[], kind: ComparedFlag['kind'], keysOf: (one: Explanation) => readonly string[]): ComparedFlag[] {
  const sets = explanations.map((one) => new Set(keysOf(one)));
  return [...new Set(explanations.flatMap(keysOf))].map((key) => {
    const marked = sets.map((set) => set.has(key));
    return { kind, key, marked, differs: marked.some((one) => one !== marked[0]) };
  });
}
