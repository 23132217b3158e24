import type { Day } from '#domain/day.ts';
import { classOf } from './classify.ts';
import { gradeOf } from './grade.ts';
import type { TradeFigures } from './measures.ts';
import { SCORE_STEPS, type Scores } from './score.ts';

/** Where an account stands: what its row of the ranked list shows. Money in minor units of `currency`. */
export interface Standing {
  account_id: number; model_version_id: number; as_of: Day; currency: string;
  total: number | null; past: number | null; present: number | null; future: number | null; confidence: number;
  grade: string | null; class: string | null; rank: number | null; value_today: number | null; potential: number | null; veto: number;
  revenue: number; revenue_before: number; margin: number | null; contribution: number; invoices: number;
  /** JSON: net revenue of the last 12 months, oldest first. */
  months: string;
  first_day: Day | null; last_day: Day | null;
}

const NO_MONTHS = JSON.stringify(new Array(12).fill(0));

/** The standing of the customer at `at` of a scored sheet. */
export function standingOf(at: number, id: number, scores: Scores, veto: boolean, trade: TradeFigures | null, under: { modelVersionId: number; asOf: Day; reportingCurrency: string }): Standing {
  const known = (list: Float64Array): number | null => (Number.isNaN(list[at]!) ? null : list[at]!);
  return {
    account_id: id, model_version_id: under.modelVersionId, as_of: under.asOf, currency: under.reportingCurrency,
    total: known(scores.total), past: known(scores.past), present: known(scores.present), future: known(scores.future),
    confidence: Math.round(scores.confidence[at]! * SCORE_STEPS) / SCORE_STEPS,
    grade: gradeOf(scores.grade[at]!), class: classOf(scores.class[at]!), rank: scores.rank[at]! || null,
    value_today: known(scores.valueToday), potential: known(scores.potential), veto: veto ? 1 : 0,
    revenue: trade?.revenue ?? 0, revenue_before: trade?.revenueBefore ?? 0, margin: trade?.margin ?? null, contribution: trade?.contribution ?? 0,
    invoices: trade?.invoices ?? 0, months: trade ? JSON.stringify(trade.months) : NO_MONTHS, first_day: trade?.firstDay ?? null, last_day: trade?.lastDay ?? null,
  };
}

/** Whether two standings say the same. */
export function sameStanding(a: Standing, b: Standing): boolean {
  return (Object.keys(a) as (keyof Standing)[]).every((key) => a[key] === b[key]);
}
