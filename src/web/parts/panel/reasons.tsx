import { useState } from 'react';
import { useText } from '../../text/locale.ts';
import { FactChip, type FactView } from '../facts/factChip.tsx';
import type { PanelView } from './assessorStrip.tsx';
import { ReasonField } from './reasonField.tsx';
import type { Value } from './choices.ts';

type Mark = PanelView['marks'][number];

interface Props {
  name: string;
  marks: readonly Mark[];
  outliers: readonly string[];
  agreed: boolean;
  comparing: boolean;
  facts: ReadonlyMap<number, FactView>;
  personOf: (id: string) => string;
  word: (value: Value) => string;
  /** The viewer's id when they may give the reason of their mark. */
  own: string | null;
  busy: boolean;
  giveReason: (reason: string) => Promise<unknown>;
}

/** Why: those far off first, with their reason or that it is missing; then whoever gave one; each with the facts behind the mark. */
export function Reasons({ name, marks, outliers, agreed, comparing, facts, personOf, word, own, busy, giveReason }: Props) {
  const { panel: t } = useText();
  const [writing, setWriting] = useState(false);
  const far = marks.filter((mark) => outliers.includes(mark.by));
  const others = marks.filter((mark) => !outliers.includes(mark.by) && (mark.reason !== '' || mark.factIds.length > 0));
  if (far.length + others.length === 0) return null;
  return (
    <ul className="vf-reasons">
      {[...far, ...others].map((mark) => {
        const isFar = outliers.includes(mark.by);
        const mine = mark.by === own && !agreed;
        return (
          <li key={mark.by} className={isFar ? 'vf-reason-far' : undefined}>
            <p>
              {isFar ? <span className="vf-far-sign" aria-hidden>◆</span> : null}<strong>{personOf(mark.by)}</strong> <span className="vf-num">{word(mark.value)}</span>{isFar ? <span className="vf-far-word"> {t.outlier}</span> : null}
              {mark.reason ? <span>{t.colon}{mark.reason}</span> : isFar ? <span className="vf-faint">{t.colon}{comparing && !agreed ? t.noReasonAsked : t.noReason}</span> : null}
              {mine && !writing && (isFar || mark.reason) ? <> <button type="button" className="vf-link vf-small vf-noprint" aria-label={`${name}: ${mark.reason ? t.betterReason : t.giveReason}`} onClick={() => setWriting(true)}>{mark.reason ? t.betterReason : t.giveReason}</button></> : null}
            </p>
            {mark.factIds.length > 0 ? <p className="vf-reason-facts">{mark.factIds.map((id) => facts.get(id)).filter((fact) => fact !== undefined).map((fact) => <span key={fact.id}><span className="vf-small">{fact.statement}</span> <FactChip fact={fact} short /></span>)}</p> : null}
            {mine && writing ? <ReasonField label={t.reasonFor({ name })} hint={t.reasonHint} action={t.keepReason} start={mark.reason} busy={busy} leave={() => setWriting(false)} keep={(reason) => void giveReason(reason).then(() => setWriting(false))} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
