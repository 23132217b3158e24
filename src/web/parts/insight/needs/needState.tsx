import { useAllText } from '../../../text/locale.ts';
import type { NeedView } from './needView.ts';

/** How a need is met, and what its gap became. */
export function NeedState({ need }: { need: NeedView }) {
  const { match: t } = useAllText();
  const { state, later } = need.fit;
  const answered = state !== 'met' && need.answer !== null;
  return (
    <span className="vf-need-answer"><span className={`vf-need-state vf-need-is-${answered ? 'answered' : state}`} title={answered && need.answerNote ? need.answerNote : t.stateMeans[state]}>
      {answered ? t.answers[need.answer!] : t.states[state]}</span>{later === null ? null : <span className="vf-small vf-faint">{t.later({ fit: String(later) })}</span>}
    </span>
  );
}

/** A fit as its figure on a ground that grows darker with it; dashed where the capability is not proven, without a ground where we do not have it yet. */
export function FitMark({ fit, evidence, have = true }: { fit: number | null; evidence: 'proven' | 'assumed'; have?: boolean }) {
  const { match: t } = useAllText();
  return fit === null ? <span className="vf-fit vf-fit-none" title={t.noFit}>–</span> : <span className={`vf-fit vf-fit-${have ? fit : 'away'} vf-${evidence}`} title={t.fits[fit]}>{fit}</span>;
}
