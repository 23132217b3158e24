/**
 * Score model (评分模型, S1): lens → factor → indicator, weights adding to 100 on each level.
 * Plain data, so that a version can be stored, exported, diffed and run in the browser alike.
 */

import type { Proof } from './evidence.ts';

/** One text in the two languages models are written in; zh-Hant is converted from `zh`. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

export const LENS_KEYS = ['past', 'present', 'future'] as const;
export type LensKey = (typeof LENS_KEYS)[number];
/** Best first; score results carry the index. */
export const GRADES = ['S', 'A', 'B', 'C', 'D'] as const;
export type Grade = (typeof GRADES)[number];
export const CLASSES = ['strategic', 'key', 'growth', 'maintain', 'exit'] as const;
export type AccountClass = (typeof CLASSES)[number];

export interface ScoreModel {
  readonly key: string;
  readonly name: Words;
  readonly lenses: readonly Lens[];
  /** Points taken off the total when marked (减分项). */
  readonly deductions: readonly Deduction[];
  /** Red lines (一票否决): one marked caps the grade at D. */
  readonly vetoes: readonly Veto[];
  /** Lowest total of each grade; below the last is D. */
  readonly grades: { readonly S: number; readonly A: number; readonly B: number; readonly C: number };
  readonly classes: ClassRules;
  /** Highest points of a factor whose marks all rest on assumptions. */
  readonly assumptionCap: number;
}

/** Thresholds of the class rules (method.md, Defaults): V = value today, P = potential, both 0–100. */
export interface ClassRules {
  readonly strategic: { readonly potential: number; readonly value: number; readonly grade: Grade };
  readonly key: { readonly value: number };
  readonly growth: { readonly potential: number; readonly valueBelow: number };
  readonly exit: { readonly lossQuarters: number; readonly potentialBelow: number };
}

export interface Lens {
  readonly key: LensKey;
  readonly name: Words;
  readonly weight: number;
  readonly factors: readonly Factor[];
}

export interface Factor {
  readonly key: string;
  readonly name: Words;
  readonly weight: number;
  /** `trade`: our trade with the customer; this factor is "value today" (V) of the class rules. */
  readonly side: 'own' | 'trade' | 'other';
  readonly indicators: readonly Indicator[];
}

/** What a missing value does: left out and the rest renormalised, counted as 50, or counted as 0. Confidence falls in each case. */
export type MissingPolicy = 'exclude' | 'neutral' | 'zero';

interface IndicatorBase {
  readonly key: string;
  readonly name: Words;
  readonly weight: number;
  readonly missing: MissingPolicy;
}
/** Formula over trade (S5). */
export interface ComputedIndicator extends IndicatorBase {
  readonly kind: 'computed';
  readonly measure: TradeMeasure;
  readonly normalise: Normalisation;
}
/** A mark of 1–5 on an anchored scale. */
export interface AssessedIndicator extends IndicatorBase {
  readonly kind: 'assessed';
  /** Five sentences, level 1 to 5, saying what each looks like. */
  readonly anchors: readonly Words[];
}
/** A category mapped to points 0–100. */
export interface CategoricalIndicator extends IndicatorBase {
  readonly kind: 'categorical';
  readonly options: readonly { readonly key: string; readonly name: Words; readonly points: number }[];
}
export type Indicator = ComputedIndicator | AssessedIndicator | CategoricalIndicator;

export interface Deduction {
  readonly key: string;
  readonly name: Words;
  /** Points taken off the total (0–100). */
  readonly points: number;
}
export interface Veto {
  readonly key: string;
  readonly name: Words;
}

/**
 * Raw value → points 0–100. floor > target means "lower is better".
 * Money measures (revenue, contribution) are compared in major units of the reporting currency, or with `relativeTo: 'total'`
 * as a share (0–1) of the sum over all customers, so that one template fits a company of any size and currency.
 */
export type Normalisation =
  | { readonly type: 'linear'; readonly floor: number; readonly target: number; readonly relativeTo?: 'total' | undefined }
  | { readonly type: 'log'; readonly floor: number; readonly target: number; readonly relativeTo?: 'total' | undefined }
  | { readonly type: 'steps'; readonly steps: readonly { readonly from: number; readonly points: number }[] }
  | { readonly type: 'percentile'; readonly better: 'higher' | 'lower' };

/** Measures computed from invoice lines; definitions and units in `measures.ts`. */
export const TRADE_MEASURES = [
  'revenue', 'revenueTrend', 'grossMargin', 'contribution', 'contributionMargin', 'recency', 'frequency', 'volatility', 'overdueShare', 'returnShare',
] as const;
export type TradeMeasure = (typeof TRADE_MEASURES)[number];

/** How a fact is known (method.md, Defaults · Evidence). */
export type EvidenceKind = 'observed' | 'document' | 'person' | 'hearsay' | 'inferred' | 'assumption';

/** A person's mark for an assessed or categorical indicator, a deduction or a veto (true). */
export interface Mark {
  readonly indicator: string;
  readonly value: number | string | boolean;
  readonly note: string;
  /** Day of the judgement. */
  readonly observedOn: string;
  /** What the facts it cites prove; without any it is an assumption. */
  readonly proofs: readonly Proof[];
}

/** A mark as it is scored: how much its evidence weighs on the as-of day (0–1), and how it is known. */
export interface WeighedMark {
  readonly indicator: string;
  readonly value: Mark['value'];
  readonly evidence: number;
  readonly known: EvidenceKind;
  /** Day of what weighs most. */
  readonly observedOn: string;
}
