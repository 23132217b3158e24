import { daysBetween, type Day } from '../day.ts';
import type { HalfLives } from '../factKinds.ts';
import { proofState, weightOf } from '../select/evidence.ts';
import { conversionFactor } from '../select/conversion.ts';
import type { Opportunity } from './opportunity.ts';
import type { Horizon } from './horizon.ts';

/**
 * Priority of an opportunity point, 0–100: Σ weight × x, each x from 0 to 1. An additive value model (Keeney & Raiffa, Decisions with
 * Multiple Objectives, 1976, ch. 3); the weights are the house's, no standard claims them.
 *
 * - value 40: x rises with the logarithm of the likely value in the reporting currency, from 0 at 10⁶ minor units (CNY 10,000) to 1 at
 *   10¹⁰ (CNY 100 m). Fixed ends: a point has one priority on every screen and for everybody, and does not move when another is added.
 * - fit 20: fit / 4; its own, else the best fit of its need.
 * - horizon 15: mid and long 1, short 0.
 * - evidence 15: confidence of the best fact it cites (evidence.ts); without a living fact an assumption, 0.2.
 * - timing 10: 0.5^(months until expected / 12); a day that has passed counts as now.
 *
 * Mid- and long-term value comes before short-term (method.md, I4): horizon weighs 15 and timing 10, so at the same value, fit and
 * evidence no nearness lifts a short-term point over a mid- or long-term one.
 *
 * Unknown is never zero: an unknown value, fit or day counts as the middle of its scale, is listed, and lowers `completeness` (the share
 * of the weights that is known); `low` and `high` say where the priority may end once it is known.
 */
export const PRIORITY_WEIGHTS = { value: 40, fit: 20, horizon: 15, evidence: 15, timing: 10 } as const;
export type PriorityPart = keyof typeof PRIORITY_WEIGHTS;
export const VALUE_FLOOR = 1_000_000;
export const VALUE_TOP = 10_000_000_000;
/** Months after which nearness is worth half. */
export const TIMING_HALF_MONTHS = 12;
/** Weight of a judgement without a living fact (method.md, Defaults · Evidence). */
export const UNPROVEN = 0.2;
const DAYS_PER_MONTH = 365.25 / 12;
const HORIZON_X: Readonly<Record<Horizon, number>> = { short: 0, mid: 1, long: 1 };

export type UnknownInput = 'value' | 'rate' | 'fit' | 'timing';
export interface PriorityUnder {
  /** The calendar day from which months count. */
  readonly today: Day;
  /** The day at which facts are weighed, as in the score. */
  readonly asOf: Day;
  readonly halfLives: HalfLives;
  readonly reportingCurrency: string;
  readonly rates: Readonly<Record<string, number>>;
}
export interface Priority {
  /** 0–100, and where it may end once what is unknown is known. */
  readonly priority: number;
  readonly low: number;
  readonly high: number;
  /** Share of the weights that is known, 0–1. */
  readonly completeness: number;
  readonly unknown: readonly UnknownInput[];
  /** `x` null: unknown, counted as 0.5. */
  readonly parts: readonly { readonly part: PriorityPart; readonly weight: number; readonly x: number | null; readonly points: number }[];
  /** Likely value in minor units of the reporting currency. */
  readonly value: number | null;
  readonly fit: number | null;
  readonly fitFrom: 'own' | 'need' | null;
  readonly months: number | null;
  readonly evidence: number;
  readonly state: 'proven' | 'assumed' | 'stale';
}

export function priorityOf(one: Pick<Opportunity, 'valueLow' | 'valueLikely' | 'valueHigh' | 'currency' | 'fit' | 'needFit' | 'expectedOn' | 'horizon' | 'facts'>, under: PriorityUnder): Priority {
  const unknown: UnknownInput[] = [];
  const own = likelyOf(one);
  const factor = own === null ? null : conversionFactor(one.currency!, under);
  const value = own === null || factor === null ? null : Math.round(own * factor);
  if (value === null) unknown.push(own === null ? 'value' : 'rate');
  const fit = one.fit ?? one.needFit;
  if (fit === null) unknown.push('fit');
  const months = one.expectedOn === null ? null : daysBetween(under.today, one.expectedOn) / DAYS_PER_MONTH;
  if (months === null) unknown.push('timing');
  const { evidence, state } = evidenceOf(one.facts, under);

  const x: Record<PriorityPart, number | null> = {
    value: value === null ? null : valueScale(value), fit: fit === null ? null : fit / 4, horizon: HORIZON_X[one.horizon], evidence, timing: months === null ? null : 0.5 ** (Math.max(0, months) / TIMING_HALF_MONTHS),
  };
  const parts = (Object.keys(PRIORITY_WEIGHTS) as PriorityPart[]).map((part) => ({ part, weight: PRIORITY_WEIGHTS[part], x: x[part], points: PRIORITY_WEIGHTS[part] * (x[part] ?? 0.5) }));
  const open = parts.reduce((sum, part) => sum + (part.x === null ? part.weight : 0), 0);
  const priority = parts.reduce((sum, part) => sum + part.points, 0);
  return { priority, low: priority - open / 2, high: priority + open / 2, completeness: 1 - open / 100, unknown, parts, value, fit, fitFrom: one.fit !== null ? 'own' : fit !== null ? 'need' : null, months, evidence, state };
}

/** 0 at the floor, 1 at the top, straight in the logarithm between them. */
export function valueScale(minor: number): number {
  return Math.min(1, Math.max(0, Math.log(minor / VALUE_FLOOR) / Math.log(VALUE_TOP / VALUE_FLOOR)));
}

/** The likely value; without one the middle of low and high, or the low one alone. A high one alone says too little. */
export function likelyOf({ valueLow, valueLikely, valueHigh }: Pick<Opportunity, 'valueLow' | 'valueLikely' | 'valueHigh'>): number | null {
  return valueLikely ?? (valueLow !== null && valueHigh !== null ? Math.round((valueLow + valueHigh) / 2) : valueLow);
}

function evidenceOf(facts: Opportunity['facts'], { asOf, halfLives }: PriorityUnder): Pick<Priority, 'evidence' | 'state'> {
  if (facts.length === 0) return { evidence: UNPROVEN, state: 'assumed' };
  const best = facts.map(({ proof }) => ({ weight: weightOf(proof, asOf, halfLives), kind: proof.evidence })).reduce((a, b) => (b.weight > a.weight ? b : a));
  return { evidence: best.weight, state: proofState(best.kind, best.weight) };
}
