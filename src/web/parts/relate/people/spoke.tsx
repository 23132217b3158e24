import { useState } from 'react';
import { RAISED_KINDS, SPOKE_SPANS, isSpan, type RaisedKind, type Spoke } from '#domain/relate/spoke.ts';
import { latestDay } from '#domain/day.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';

/** An answer to "when did you last speak?" in words. */
export function useSpokeWords(): (spoke: Spoke) => string {
  const { contacts: t } = useAllText();
  const format = useFormat();
  return (spoke) => (isSpan(spoke) ? t.spans[spoke] : format.day(spoke));
}

/** The day both last spoke, as far as is known; "about" where a span was said. */
export function Since({ since, span }: { since: string | null; span: Spoke | null }) {
  const { contacts: t } = useAllText();
  const format = useFormat();
  if (since === null) return <span className="vf-faint">{t.noneYet}</span>;
  return span !== null && isSpan(span) ? <span title={t.aboutHelp({ span: t.spans[span] })}>{t.about({ day: format.day(since) })}</span> : <span>{format.day(since)}</span>;
}

const DAY = 'day';

/** The answer as a list to choose from, for rows; null: not known. */
export function SpokeSelect({ label, value, choose, none, disabled = false }: { label: string; value: Spoke | null; choose: (spoke: Spoke | null) => void; none: string; disabled?: boolean }) {
  const { contacts: t } = useAllText();
  const [latest] = useState(() => latestDay(new Date()));
  const [dated, setDated] = useState(value !== null && !isSpan(value));
  return (
    <span className="vf-spoke">
      <select
        className="vf-select" aria-label={label} disabled={disabled} value={dated ? DAY : value ?? ''}
        onChange={(event) => { const { value: next } = event.target; setDated(next === DAY); if (next !== DAY) choose(next === '' ? null : next as Spoke); }}
      >
        <option value="">{none}</option>
        {SPOKE_SPANS.map((span) => <option key={span} value={span}>{t.spans[span]}</option>)}
        <option value={DAY}>{t.dayChoice}</option>
      </select>
      {dated ? <input type="date" className="vf-select" aria-label={`${label} – ${t.day}`} autoFocus disabled={disabled} max={latest} defaultValue={value !== null && !isSpan(value) ? value : ''} onBlur={(event) => choose(event.target.value === '' ? null : event.target.value)} /> : null}
    </span>
  );
}

/** The answer as buttons, one press each; `keys` shows that 1–5 press them. */
export function SpokeButtons({ label, choose, keys = false }: { label: string; choose: (spoke: Spoke) => void; keys?: boolean }) {
  const { contacts: t } = useAllText();
  const [latest] = useState(() => latestDay(new Date()));
  const [dated, setDated] = useState(false);
  return (
    <span className="vf-spoke" role="group" aria-label={label}>
      {SPOKE_SPANS.map((span, n) => <button key={span} type="button" className="vf-spoke-button" title={t.spans[span]} onClick={() => choose(span)}>{keys ? <kbd aria-hidden>{n + 1}</kbd> : null}{t.shortSpans[span]}</button>)}
      {dated ? <input type="date" className="vf-select" aria-label={t.day} autoFocus max={latest} onKeyDown={(event) => { if (event.key === 'Enter') event.currentTarget.blur(); }} onBlur={(event) => { if (event.target.value === '') setDated(false); else choose(event.target.value); }} />
        : <button type="button" className="vf-spoke-button" onClick={() => setDated(true)}>{t.dayChoice}</button>}
    </span>
  );
}

/** How two people know each other, of the kinds that are said of somebody whose card one has. `none`: what an empty choice means, where there is one. */
export function KindSelect({ label, value, choose, none, disabled = false }: { label: string; value: RaisedKind | null; choose: (kind: RaisedKind | null) => void; none?: string; disabled?: boolean }) {
  const { ways } = useAllText();
  return (
    <select className="vf-select" aria-label={label} disabled={disabled} value={value ?? ''} onChange={(event) => { choose(event.target.value === '' ? null : event.target.value as RaisedKind); event.target.blur(); }}>
      {none === undefined ? null : <option value="">{none}</option>}
      {RAISED_KINDS.map((kind) => <option key={kind} value={kind}>{ways.kinds[kind]}</option>)}
    </select>
  );
}

/** A kind as it stands, where it is one that can be chosen. */
export const raisedKind = (kind: string): RaisedKind | null => ((RAISED_KINDS as readonly string[]).includes(kind) ? kind as RaisedKind : null);
