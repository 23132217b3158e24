import { assessorOf, pendingOf, type Panel, type PanelMark } from './panel.ts';

/**
 * Whether a person is shown what others marked (house rule: blind until one's own marks are in). An assessor who has submitted is.
 * Anybody else who may read the account, the administrator and whoever opened the panel included, waits until nobody is awaited any
 * more. An assessor who declined may still come back, and so waits until entry is over for good.
 */
export function seesMarks(panel: Panel, userId: string | null): boolean {
  const own = assessorOf(panel, userId);
  if (own && own.submittedAt !== null) return true;
  if (panel.entryClosedAt !== null) return own === undefined || own.declinedAt !== null;
  return own === undefined && pendingOf(panel).length === 0;
}

/** The marks a person may read: their own always, and those that others have submitted once they see them. Drafts stay private for ever. */
export function visibleTo<M extends PanelMark>(panel: Panel, marks: readonly M[], userId: string | null): M[] {
  const sees = seesMarks(panel, userId);
  return marks.filter((mark) => mark.userId === userId || (sees && hasSubmitted(panel, mark.userId)));
}

/** The marks that count: those of assessors who have submitted. */
export const givenMarks = <M extends PanelMark>(panel: Panel, marks: readonly M[]): M[] => marks.filter((mark) => hasSubmitted(panel, mark.userId));

const hasSubmitted = (panel: Panel, userId: string): boolean => (assessorOf(panel, userId)?.submittedAt ?? null) !== null;
