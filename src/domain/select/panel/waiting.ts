import type { Day } from '#domain/day.ts';
import type { ScoreModel } from '../model.ts';
import { compareMarks } from './compare.ts';
import { assessorOf, isLate, phaseOf, type Agreement, type Panel, type PanelMark } from './panel.ts';
import { givenMarks } from './visible.ts';

/** What a panel waits for a person to do: give marks, say why their mark is far off, close the entry of a late panel, agree. */
export type Waiting = 'marks' | 'reason' | 'entry' | 'agreement';

/** What a panel waits for this person to do; null: nothing. The last two wait for whoever opened it. */
export function waitingFor(panel: Panel, userId: string | null, today: Day, asked: number): Waiting | null {
  const phase = phaseOf(panel);
  if (phase === 'closed' || phase === 'cancelled') return null;
  const own = assessorOf(panel, userId);
  if (own && own.submittedAt === null && own.declinedAt === null) return 'marks';
  if (asked > 0) return 'reason';
  if (panel.openedBy === null || panel.openedBy.id !== userId) return null;
  return phase === 'comparing' ? 'agreement' : isLate(panel, today) ? 'entry' : null;
}

/** Indicators on which this person's mark is far from the others, gives no reason, and nothing was agreed yet: the panel asks for it once nobody is awaited. */
export function reasonsAsked(model: ScoreModel, panel: Panel, marks: readonly PanelMark[], agreed: readonly Agreement[], userId: string | null): string[] {
  if (phaseOf(panel) !== 'comparing') return [];
  const silent = new Set(marks.filter((mark) => mark.userId === userId && mark.reason === '').map((mark) => mark.indicator));
  if (silent.size === 0 || (assessorOf(panel, userId)?.submittedAt ?? null) === null) return [];
  const done = new Set(agreed.map((one) => one.indicator));
  return compareMarks(model, panel.indicators.filter((key) => silent.has(key) && !done.has(key)), givenMarks(panel, marks))
    .filter((one) => userId !== null && one.outliers.includes(userId)).map((one) => one.indicator);
}
