import type { ScoreModel } from '../model.ts';
import { indicatorsOf } from '../weights.ts';
import type { PanelMark, PanelValue } from './panel.ts';

/** How far the marks of one indicator agree, as a word the screen puts into a sentence. */
export type Consent = 'none' | 'alone' | 'same' | 'close' | 'apart' | 'divided' | 'majority' | 'split' | 'tie';

/** The marks of one indicator side by side. Levels have a middle and a distance, categories only have numbers of votes. */
export interface Comparison {
  readonly indicator: string;
  readonly kind: 'level' | 'category';
  /** Assessors who judged it. */
  readonly n: number;
  /** Levels only: middle of the sorted marks, the mean of the two middle ones when there are as many above as below. */
  readonly median: number | null;
  readonly mean: number | null;
  /** Levels only: highest − lowest, in levels. */
  readonly spread: number | null;
  /** Levels only: standard deviation of a sample, √(Σ(x − mean)² ÷ (n − 1)), in levels; null below two marks. */
  readonly deviation: number | null;
  /** Each value with who chose it: levels ascending, categories by votes. */
  readonly votes: readonly { readonly value: PanelValue; readonly by: readonly string[] }[];
  readonly consent: Consent;
  /** Assessors far from the others. */
  readonly outliers: readonly string[];
  /** What is proposed to be agreed; null when nothing is. */
  readonly proposal: PanelValue | null;
}

/** Levels from the median at which a mark counts as an outlier. Ours: on five levels two mean another sentence altogether, one is a matter of wording. */
export const OUTLIER_LEVELS = 2;
/** Levels between highest and lowest up to which marks are agreed on in one go. */
export const CLOSE_LEVELS = 1;

/** Compares the marks that count, indicator by indicator, in the order asked for. */
export function compareMarks(model: ScoreModel, indicators: readonly string[], marks: readonly PanelMark[]): Comparison[] {
  const levels = new Set(indicatorsOf(model).filter(({ indicator }) => indicator.kind === 'assessed').map(({ indicator }) => indicator.key));
  return indicators.map((indicator) => {
    const its = marks.filter((mark) => mark.indicator === indicator);
    return levels.has(indicator) ? compareLevels(indicator, its) : compareCategories(indicator, its);
  });
}

/**
 * Levels 1–5. An outlier is two or more levels from the median. Proposed is the median; between two levels the lower one, which at
 * least half of the panel has seen reached.
 */
export function compareLevels(indicator: string, marks: readonly PanelMark[]): Comparison {
  const values = marks.map((mark) => Number(mark.value)).sort((a, b) => a - b);
  const n = values.length;
  if (n === 0) return { indicator, kind: 'level', n, median: null, mean: null, spread: null, deviation: null, votes: [], consent: 'none', outliers: [], proposal: null };
  const median = (values[Math.floor((n - 1) / 2)]! + values[Math.floor(n / 2)]!) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const spread = values[n - 1]! - values[0]!;
  const deviation = n < 2 ? null : Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  const consent: Consent = n === 1 ? 'alone' : spread === 0 ? 'same' : spread <= CLOSE_LEVELS ? 'close' : spread < 3 ? 'apart' : 'divided';
  const outliers = marks.filter((mark) => Math.abs(Number(mark.value) - median) >= OUTLIER_LEVELS).map((mark) => mark.userId);
  return { indicator, kind: 'level', n, median, mean, spread, deviation, votes: votesOf(marks).sort((a, b) => Number(a.value) - Number(b.value)), consent, outliers, proposal: Math.floor(median) };
}

/** Categories, deductions and red lines. Whoever is not with a majority is an outlier. Proposed is what most chose; a tie proposes nothing. */
export function compareCategories(indicator: string, marks: readonly PanelMark[]): Comparison {
  const votes = votesOf(marks).sort((a, b) => b.by.length - a.by.length);
  const [first, second] = votes;
  const n = marks.length;
  const tie = first !== undefined && second !== undefined && second.by.length === first.by.length;
  const majority = first !== undefined && first.by.length * 2 > n;
  const consent: Consent = n === 0 ? 'none' : n === 1 ? 'alone' : votes.length === 1 ? 'same' : tie ? 'tie' : majority ? 'majority' : 'split';
  return {
    indicator, kind: 'category', n, median: null, mean: null, spread: null, deviation: null, votes, consent,
    outliers: majority ? votes.slice(1).flatMap((vote) => vote.by) : [], proposal: first === undefined || tie ? null : first.value,
  };
}

/** Whether it may be agreed on together with others in one go: levels at most one apart, categories that all chose alike. */
export const isClose = (one: Comparison): boolean => one.proposal !== null && (one.kind === 'level' ? one.spread! <= CLOSE_LEVELS : one.votes.length === 1);

/**
 * Whether agreeing on a value needs a reason: a level that is not the median (either neighbour of a median between two levels is),
 * a category that is not what most chose.
 */
export function needsReason(one: Comparison, value: PanelValue): boolean {
  return one.kind === 'level' ? one.median === null || Math.abs(Number(value) - one.median) > 0.5 : value !== one.proposal;
}

function votesOf(marks: readonly PanelMark[]): { value: PanelValue; by: string[] }[] {
  return [...Map.groupBy(marks, (mark) => mark.value)].map(([value, its]) => ({ value, by: its.map((mark) => mark.userId) }));
}
