import type { ReactNode } from 'react';
import { useText } from '../text/locale.ts';

export type EvidenceState = 'proven' | 'assumed' | 'stale' | 'missing';

/** The class that draws a judgement by its evidence (solid, dashed, faded, dotted): for chips, bars, edges and cells alike. */
export const evidenceClass = (state: EvidenceState): string => `vf-${state}`;

/**
 * The evidence chip: how a judgement is known. `children` name the source and date ("invoice lines, 3 May"); without them the
 * state's own word stands. Hovering says what the line style means.
 */
export function EvidenceMark({ state, children }: { state: EvidenceState; children?: ReactNode }) {
  const { common } = useText();
  return (
    <span className={`vf-evidence ${evidenceClass(state)}`} title={common.evidenceHelp[state]}>
      {children ? <span className="vf-hidden">{common.evidence[state]}: </span> : null}
      {children ?? common.evidence[state]}
    </span>
  );
}
