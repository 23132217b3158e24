import type { Day } from '#domain/day.ts';
import type { FactKind } from '../../factKinds.ts';
import type { EvidenceState } from '../evidence.ts';
import type { SourceType } from '../fact.ts';
import type { AccountClass, EvidenceKind, Grade, Indicator, LensKey, TradeMeasure, Words } from '../model.ts';

/** Format of the snapshots written now. Older ones are read by `readSnapshot` for as long as there are any. */
export const SNAPSHOT_FORMAT = 1;
/** Facts a snapshot holds at most, the weightiest; more is a library, not a ground for a decision. */
export const MOST_FACTS = 200;

/** Where an account stood on a day. Scores 0–100, confidence 0–1; money in whole minor units of `currency`, of the 12 months to `asOf`. */
export interface Figures {
  readonly asOf: Day;
  readonly total: number | null;
  readonly confidence: number;
  readonly grade: Grade | null;
  readonly class: AccountClass | null;
  /** Place in the ranking, of how many that have one. */
  readonly rank: number | null;
  readonly ranked: number;
  readonly currency: string;
  readonly revenue: number;
  readonly revenueBefore: number;
  readonly margin: number | null;
  readonly contribution: number;
  /** Net revenue of the 12 months, oldest first. */
  readonly months: readonly number[];
}

export interface FrozenLens { readonly key: LensKey; readonly name: Words; readonly score: number | null; readonly weight: number }
export interface FrozenFactor { readonly key: string; readonly name: Words; readonly lens: LensKey; readonly score: number | null; readonly weight: number; readonly capped: boolean }

/** One bar of the waterfall with its name in both languages; weights are parts of the whole total (0–1). */
export interface FrozenIndicator {
  readonly key: string;
  readonly name: Words;
  readonly lens: LensKey;
  readonly factor: string;
  readonly kind: Indicator['kind'];
  /** What was measured; null for what people assess. */
  readonly measure: TradeMeasure | null;
  readonly raw: number | string | null;
  /** The sentence of the scale or the name of the category that was chosen. */
  readonly said: Words | null;
  readonly weight: number;
  readonly effectiveWeight: number;
  readonly points: number | null;
  readonly contribution: number;
  readonly evidence: number;
  readonly state: EvidenceState;
  readonly inputs: Readonly<Record<string, number | string | null>>;
}

/** A fact as it was quoted on the day of the decision. */
export interface FrozenFact {
  readonly id: number;
  readonly statement: string;
  readonly sourceType: SourceType;
  readonly source: string;
  readonly url: string | null;
  /** Where in a kept source it stands: its number, the page, and the words there. */
  readonly sourceId: number | null;
  readonly page: number | null;
  readonly quote: string | null;
  readonly kind: FactKind;
  readonly evidence: EvidenceKind;
  readonly observedOn: Day;
  readonly expiresOn: Day | null;
  /** What it proved on that day, 0–1. */
  readonly weight: number;
  readonly state: EvidenceState;
  /** Indicators whose marks cited it. */
  readonly indicators: readonly string[];
}

/** Another customer that might have been chosen instead, as it stood then. */
export interface Alternative {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly rank: number | null;
  readonly total: number | null;
  readonly grade: Grade | null;
  readonly class: AccountClass | null;
  readonly currency: string;
  readonly revenue: number;
  readonly contribution: number;
}

/** What a decision was made on, complete in itself: it can be read when model, facts and customers are long different or gone. */
export interface DecisionSnapshot {
  readonly format: typeof SNAPSHOT_FORMAT;
  readonly account: { readonly id: number; readonly key: string; readonly name: string };
  readonly model: { readonly versionId: number; readonly version: number; readonly name: Words; readonly grades: { readonly S: number; readonly A: number; readonly B: number; readonly C: number } };
  readonly figures: Figures;
  readonly lenses: readonly FrozenLens[];
  readonly factors: readonly FrozenFactor[];
  readonly indicators: readonly FrozenIndicator[];
  readonly deductions: readonly { readonly key: string; readonly name: Words; readonly points: number }[];
  readonly vetoes: readonly { readonly key: string; readonly name: Words }[];
  readonly facts: readonly FrozenFact[];
  /** Facts that were cited in all; more than `facts` holds only above MOST_FACTS. */
  readonly factsCited: number;
  readonly alternatives: readonly Alternative[];
  /** The review that made this decision (a drop in the same act). */
  readonly reviewId: number | null;
}

/** What a review looked at: the figures of its day, and the decision to drop that it made. */
export interface ReviewSnapshot {
  readonly format: typeof SNAPSHOT_FORMAT;
  readonly figures: Figures;
  readonly modelVersionId: number;
  readonly dropDecisionId: number | null;
}

/** Reads a stored snapshot. Throws a RangeError on a format of a later release, rather than showing half of it. */
export function readSnapshot<S extends DecisionSnapshot | ReviewSnapshot>(text: string): S {
  const snapshot = JSON.parse(text) as { format?: unknown };
  if (snapshot.format !== SNAPSHOT_FORMAT) throw new RangeError(`a snapshot of format ${String(snapshot.format)}: written by a later release`);
  return snapshot as S;
}
