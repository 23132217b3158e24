import { Refusal, type InvalidField } from '#domain/refusal.ts';

/** A choice among alternatives judged on several criteria (多准则决策). */
export interface Problem {
  /** One row an alternative, one value a criterion. */
  readonly values: readonly (readonly number[])[];
  /** One a criterion, zero or more. They need not add to 1: each method scales them and says what they added to. */
  readonly weights: readonly number[];
  /** Whether more is better (benefit) or less is (cost), a criterion. All `higher` when absent. */
  readonly better?: readonly ('higher' | 'lower')[] | undefined;
}

/** Scores of the alternatives with what they were computed by. */
export interface Ranking<Variant extends string = string> {
  /** The method and normalisation, so that a figure can name its variant. */
  readonly variant: Variant;
  readonly scores: readonly number[];
  /** 1 is best; equal scores share a rank. */
  readonly ranks: readonly number[];
  /** What the weights added to before they were scaled to 1; as given when they were not. */
  readonly weightSum: number;
}

/** A problem that has been checked: weights beside their sum, directions filled in. */
export interface Checked {
  readonly values: readonly (readonly number[])[];
  readonly weights: readonly number[];
  readonly isCost: readonly boolean[];
  readonly weightSum: number;
}

/** Refuses (invalid) rows of unequal length, weights that are negative or all zero, and values that are no numbers; scales weights to 1 unless told otherwise. */
export function check({ values, weights, better }: Problem, options: { scaleWeights?: boolean | undefined; positive?: boolean | undefined } = {}): Checked {
  const faults: InvalidField[] = [];
  if (values.length === 0 || weights.length === 0) faults.push({ path: 'values', reason: 'required', message: 'There is nothing to compare.' });
  if (better && better.length !== weights.length) faults.push({ path: 'better', reason: 'not_square', message: 'Each criterion needs one direction.' });
  values.forEach((row, i) => {
    if (row.length !== weights.length) faults.push({ path: `values.${i}`, reason: 'not_square', message: 'Each alternative needs one value a criterion.' });
    row.forEach((value, j) => {
      if (!Number.isFinite(value)) faults.push({ path: `values.${i}.${j}`, reason: 'invalid_type', message: 'This is no number. Leave a criterion out where a value is missing.' });
      else if (options.positive && value <= 0) faults.push({ path: `values.${i}.${j}`, reason: 'not_positive', message: 'This method works with values above zero only.' });
    });
  });
  weights.forEach((weight, j) => {
    if (!(weight >= 0 && Number.isFinite(weight))) faults.push({ path: `weights.${j}`, reason: 'negative', message: 'A weight is a number from 0 up.' });
  });
  const weightSum = weights.reduce((a, b) => a + b, 0);
  if (faults.length === 0 && !(weightSum > 0)) faults.push({ path: 'weights', reason: 'all_zero', message: 'At least one weight must be above zero.' });
  if (faults.length > 0) throw new Refusal('invalid', faults[0]!.message, { fields: faults });
  return {
    values, weightSum, isCost: weights.map((_, j) => better?.[j] === 'lower'),
    weights: options.scaleWeights === false ? weights : weights.map((weight) => weight / weightSum),
  };
}

/** Scores differ when they do so by more than rounding. */
const TIE = 1e-9;

/** Ranks from 1; scores within 1e-9 of one another (relative to the largest) share one. `lowerWins`: the lowest score is the best. */
export function ranksOf(scores: readonly number[], lowerWins = false): number[] {
  const size = Math.max(...scores.map(Math.abs), 1e-300);
  const ahead = (a: number, b: number): boolean => (lowerWins ? b - a : a - b) > TIE * size;
  return scores.map((score) => 1 + scores.filter((other) => ahead(other, score)).length);
}

/**
 * Alternatives that another one dominates: it is at least as good on every criterion and better on one, so that no weights can put them first.
 * `strictly`: better on every criterion.
 */
export function dominated(problem: Problem, { strictly = false }: { strictly?: boolean } = {}): number[] {
  const { values, isCost } = check(problem);
  const lead = (a: readonly number[], b: readonly number[]): number[] => a.map((value, j) => (isCost[j] ? b[j]! - value : value - b[j]!));
  const dominates = (leads: readonly number[]): boolean => (strictly ? leads.every((by) => by > 0) : leads.every((by) => by >= 0) && leads.some((by) => by > 0));
  return values.flatMap((row, i) => (values.some((other) => dominates(lead(other, row))) ? [i] : []));
}
