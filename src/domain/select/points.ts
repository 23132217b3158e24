import { EVIDENCE } from './evidence.ts';
import type { TradeFigures } from './measures.ts';
import type { EvidenceKind, Indicator, Mark, WeighedMark } from './model.ts';
import { normalise } from './normalise.ts';
import { comparable, isMoney, scaleOf, type ScoreReference } from './reference.ts';

/** One customer as it is scored: its measured trade (null without any) and its current marks, one per indicator. */
export interface AccountInputs {
  readonly id: number;
  readonly trade: TradeFigures | null;
  readonly marks: readonly WeighedMark[];
}

/** One indicator of one customer: points 0–100 with what they rest on; everything null and evidence 0 when missing. */
export interface Judged {
  readonly points: number | null;
  /** As a person reads it: measure (money in minor units), mark, option key. */
  readonly raw: number | string | null;
  /** Weight of the evidence, 0–1, faded. */
  readonly evidence: number;
  readonly kind: EvidenceKind | null;
}

const MISSING: Judged = { points: null, raw: null, evidence: 0, kind: null };

/** Points and evidence of one indicator, before the missing-data policy. */
export function judge(indicator: Indicator, trade: TradeFigures | null, mark: WeighedMark | undefined, reference: ScoreReference): Judged {
  if (indicator.kind === 'computed') {
    const value = trade && comparable(indicator.measure, trade);
    if (!trade || value === null) return MISSING;
    const points = normalise(value, indicator.normalise, scaleOf(indicator, reference));
    if (points === null) return MISSING;
    const kind = restsOnDefault(indicator.measure, trade) ? 'assumption' : 'observed';
    const raw = isMoney(indicator.measure) ? trade.values[indicator.measure] : value;
    return { points, raw, evidence: EVIDENCE[kind] * trade.freshness, kind };
  }
  if (!mark) return MISSING;
  const points = pointsOfMark(indicator, mark.value);
  if (points === null) return MISSING;
  return { points, raw: mark.value as number | string, evidence: mark.evidence, kind: mark.known };
}

/** Points of a mark: 1–5 → 0, 25, 50, 75, 100; an option's own points; null when the model does not know the value. */
export function pointsOfMark(indicator: Exclude<Indicator, { kind: 'computed' }>, value: Mark['value']): number | null {
  if (indicator.kind === 'assessed') return typeof value === 'number' && value >= 1 && value <= 5 ? (value - 1) * 25 : null;
  return indicator.options.find((option) => option.key === value)?.points ?? null;
}

/** Margins that come from the default rate are an assumption, not an observation. */
function restsOnDefault(measure: string, trade: TradeFigures): boolean {
  return trade.marginBasis === 'default' && (measure === 'grossMargin' || measure === 'contribution' || measure === 'contributionMargin');
}
