import type { Day } from '#domain/day.ts';
import type { Mark, ScoreModel } from '../model.ts';
import { indicatorsOf } from '../weights.ts';

/** One assessor's place in a panel (评委): invited, then either submitted or declined. */
export interface Assessor {
  readonly userId: string;
  readonly submittedAt: string | null;
  readonly declinedAt: string | null;
}

/** What a mark of a panel may be: a level 1–5, a category's key, or whether a deduction or red line applies. */
export type PanelValue = Mark['value'];

/** One assessor's mark on one indicator: a draft until they submit, then it stands. */
export interface PanelMark {
  readonly userId: string;
  readonly indicator: string;
  readonly value: PanelValue;
  /** Empty when none was given. */
  readonly reason: string;
  /** Facts of the account that it cites. */
  readonly factIds: readonly number[];
}

/** What the panel agreed on for one indicator. */
export interface Agreement {
  readonly indicator: string;
  readonly value: PanelValue;
}

/**
 * A panel (评审组, S8): several people assess one account, blind until each has given their own marks. Entry is over for good once
 * it was closed, a mark was agreed or the panel closed: nobody who was shown marks gives theirs afterwards.
 */
export interface Panel {
  readonly id: number;
  readonly accountId: number;
  /** The version that was active when the panel was opened; its scales and sentences are the panel's. */
  readonly modelVersionId: number;
  /** Last day for giving marks. */
  readonly dueOn: Day;
  /** Indicators, deductions and red lines it assesses. */
  readonly indicators: readonly string[];
  readonly openedBy: { readonly id: string } | null;
  readonly entryClosedAt: string | null;
  readonly closedAt: string | null;
  readonly cancelledAt: string | null;
  readonly assessors: readonly Assessor[];
}

/** `marking`: somebody is still to give marks; `comparing`: everybody has, or declined; then `closed`, or `cancelled` at any time before. */
export type PanelPhase = 'marking' | 'comparing' | 'closed' | 'cancelled';

/** Everything of a model that people judge, in the model's order: scales, categories, deductions, red lines. */
export function judgedKeys(model: ScoreModel): string[] {
  return [...indicatorsOf(model).filter(({ indicator }) => indicator.kind !== 'computed').map(({ indicator }) => indicator.key), ...model.deductions.map((one) => one.key), ...model.vetoes.map((one) => one.key)];
}

export const assessorOf = (panel: Pick<Panel, 'assessors'>, userId: string | null): Assessor | undefined => panel.assessors.find((one) => one.userId === userId);

/** Assessors who have neither submitted nor declined. */
export const pendingOf = (panel: Pick<Panel, 'assessors'>): Assessor[] => panel.assessors.filter((one) => one.submittedAt === null && one.declinedAt === null);

export function phaseOf(panel: Pick<Panel, 'assessors' | 'closedAt' | 'cancelledAt'>): PanelPhase {
  if (panel.cancelledAt !== null) return 'cancelled';
  if (panel.closedAt !== null) return 'closed';
  return pendingOf(panel).length > 0 ? 'marking' : 'comparing';
}

/** Whether the due day is over while somebody is still to give marks. */
export const isLate = (panel: Pick<Panel, 'assessors' | 'closedAt' | 'cancelledAt' | 'dueOn'>, today: Day): boolean => phaseOf(panel) === 'marking' && today > panel.dueOn;

/** Whether entry may be closed by hand: past the due day (who is late counts as declined), or when nobody is awaited any more. */
export function mayCloseEntry(panel: Panel, today: Day): boolean {
  return panel.entryClosedAt === null && (isLate(panel, today) || phaseOf(panel) === 'comparing');
}
