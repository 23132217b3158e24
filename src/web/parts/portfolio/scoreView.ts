import type { AccountRow } from '#contract/select/accounts.ts';
import { classOf } from '#domain/select/classify.ts';
import { gradeOf } from '#domain/select/grade.ts';
import type { AccountClass, Grade } from '#domain/select/model.ts';
import type { Scores } from '#domain/select/score.ts';

/** A customer's score as a row shows it: from the server, or from the weights on the sliders. */
export interface ScoreView {
  readonly rank: number | null;
  /** Places gained (positive) or lost against the active weights. */
  readonly change: number;
  readonly total: number | null;
  readonly past: number | null;
  readonly present: number | null;
  readonly future: number | null;
  readonly confidence: number;
  readonly grade: Grade | null;
  readonly class: AccountClass | null;
}

/** As the server scored it. */
export function viewOfRow(row: AccountRow): ScoreView {
  const { rank, total, past, present, future, confidence, grade } = row;
  return { rank, change: 0, total, past, present, future, confidence, grade, class: row.class };
}

/** As the dragged weights score it, compared with the active ones. */
export function viewOfSheet(at: number, now: Scores, before: Scores): ScoreView {
  const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
  const rank = now.rank[at]!;
  const from = before.rank[at]!;
  return {
    rank: rank || null, change: rank && from ? from - rank : 0,
    total: known(now.total[at]!), past: known(now.past[at]!), present: known(now.present[at]!), future: known(now.future[at]!),
    confidence: now.confidence[at]!, grade: gradeOf(now.grade[at]!), class: classOf(now.class[at]!),
  };
}
