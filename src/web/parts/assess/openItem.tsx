import { useEffect, useRef, useState } from 'react';
import { Button, Input } from 'antd';
import { useFormat, useText, useWords } from '../../text/locale.ts';
import { InlineEdit } from '../account/inlineEdit.tsx';
import { EvidenceMark, evidenceClass } from '../evidenceMark.tsx';
import { FactChip, type FactView } from '../facts/factChip.tsx';
import { Cite } from './cite.tsx';
import type { LineProps } from './itemLine.tsx';
import type { MarkValue } from './items.ts';
import type { Entry } from './useMarking.ts';

interface Props extends LineProps {
  accountId: number;
  /** Facts chosen before there is a value: cited as soon as there is one. */
  waiting: readonly FactView[];
  citing: boolean;
  setCiting: (on: boolean) => void;
  judge: (value: MarkValue, more?: Omit<Entry, 'value'>) => void;
  change: (entry: Omit<Entry, 'value'>) => Promise<boolean>;
  awaitFact: (fact: FactView, on: boolean) => void;
}

/** The current judgement, open: its sentences or categories to choose from, its facts, its note. */
export function OpenItem({ accountId, item, value, state, mark, facts, waiting, may, citing, setCiting, judge, change, awaitFact }: Props) {
  const { assess: t, common } = useText();
  const words = useWords();
  const format = useFormat();
  const judged = value !== null && value !== false;
  const name = words(item.name);
  const shown = judged ? facts : waiting;
  const uncite = (fact: FactView): void => (judged ? void change({ factIds: facts.filter((one) => one.id !== fact.id).map((one) => one.id) }) : awaitFact(fact, false));
  return (
    <div className="vf-item-body" data-item={item.key} role="group" aria-label={name}>
      <div className="vf-spread vf-item-head">
        <h3 tabIndex={-1}>{name}{item.points === null ? null : <span className="vf-small vf-faint"> · {t.takes({ points: format.number(item.points) })}</span>}</h3>
        {judged && mark ? <span className="vf-small vf-faint">{t.by({ name: mark.by?.name ?? t.system, day: format.day(mark.observedOn) })}</span> : null}
      </div>
      {item.indicator ? <Choices item={item} value={value} state={state} may={may} judge={judge} /> : item.kind === 'veto' ? <Veto key={`${mark?.id}`} judged={judged} note={mark?.note ?? ''} may={may} judge={judge} /> : (
        <div className="vf-row"><button type="button" className={judged ? `vf-switch vf-on ${evidenceClass(state)}` : 'vf-switch'} aria-pressed={judged} disabled={!may} onClick={() => judge(judged ? null : true)}><kbd>1</kbd> {t.applies}</button></div>
      )}
      {shown.length > 0 ? (
        <ul className="vf-rests" aria-label={judged ? t.cites : t.willCite}>
          {shown.map((fact) => (
            <li key={fact.id}>
              <div><p>{fact.statement}</p><FactChip fact={fact} /></div>
              {may ? <button type="button" className="vf-icon-button" aria-label={t.uncite({ statement: fact.statement })} title={t.unciteShort} onClick={() => uncite(fact)}>×</button> : null}
            </li>
          ))}
          {judged ? null : <li className="vf-small vf-quiet">{t.willCite}</li>}
        </ul>
      ) : judged && !citing ? <p className="vf-row vf-wrap"><EvidenceMark state="assumed">{t.assumption}</EvidenceMark><span className="vf-small vf-quiet">{common.evidenceHelp.assumed}</span></p> : null}
      {citing && may ? (
        <Cite
          accountId={accountId} cited={shown} close={() => setCiting(false)}
          choose={(fact, on) => (judged ? void change({ factIds: on ? [...facts.map((one) => one.id), fact.id] : facts.filter((one) => one.id !== fact.id).map((one) => one.id) }) : awaitFact(fact, on))}
          write={judged ? (fact) => change({ fact, factIds: facts.map((one) => one.id) }) : null} awaitFact={(fact) => awaitFact(fact, true)}
        />
      ) : null}
      {item.kind !== 'veto' && judged && (may || mark?.note) ? <div className="vf-item-note vf-small"><InlineEdit key={mark?.note} value={mark?.note ?? ''} label={t.note} placeholder={t.addNote} may={may} multiline maxLength={2000} keep={(note) => void change({ note })} /></div> : null}
      {may && (judged || !citing) ? (
        <div className="vf-item-tools vf-noprint">
          {citing ? null : <Button size="small" onClick={() => setCiting(true)}>{t.cite} <kbd className="vf-wide-only">c</kbd></Button>}
          {judged ? <Button size="small" type="text" onClick={() => judge(null)}>{t.withdraw} <kbd className="vf-wide-only">⌫</kbd></Button> : null}
        </div>
      ) : null}
    </div>
  );
}

/** Five sentences or the categories, one under the other: each a button, its key beside it. */
function Choices({ item, value, state, may, judge }: Pick<Props, 'item' | 'value' | 'state' | 'may' | 'judge'>) {
  const words = useWords();
  const { assess: t } = useText();
  if (!item.indicator) return null;
  const choices = item.indicator.kind === 'assessed' ? item.indicator.anchors.map((anchor, i) => ({ value: i + 1, text: words(anchor) })) : item.indicator.options.map((option) => ({ value: option.key, text: words(option.name) }));
  return (
    <ol className="vf-choices" aria-label={t.choose}>
      {choices.map((choice, i) => (
        <li key={choice.value}>
          <button type="button" className={value === choice.value ? `vf-on ${evidenceClass(state)}` : undefined} aria-pressed={value === choice.value} disabled={!may} onClick={() => judge(choice.value)}>
            <b className="vf-num" aria-hidden>{i + 1}</b><span>{item.indicator?.kind === 'assessed' ? <span className="vf-hidden">{t.level({ n: String(choice.value) })}: </span> : null}{choice.text}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** A red line asks for its reason before it counts: it holds the grade at D. */
function Veto({ judged, note, may, judge }: { judged: boolean; note: string; may: boolean; judge: Props['judge'] }) {
  const { assess: t } = useText();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState(note);
  const field = useRef<HTMLTextAreaElement | null>(null);
  useEffect(() => {
    if (asking) field.current?.focus();
  }, [asking]);
  const draws = (): void => {
    if (reason.trim() !== '') judge(true, { note: reason.trim() });
    else field.current?.focus();
  };
  if (judged) return <p className="vf-veto-reason"><strong>{t.holds}</strong> {note}</p>;
  if (!asking) return <div className="vf-row"><button type="button" className="vf-switch" data-draws aria-pressed={false} disabled={!may} onClick={() => setAsking(true)}><kbd>1</kbd> {t.applies}</button></div>;
  return (
    <div className="vf-veto-ask">
      <label><span className="vf-small">{t.reason}</span>
        <Input.TextArea
          ref={(made) => { field.current = made?.resizableTextArea?.textArea ?? null; }} autoSize={{ minRows: 2, maxRows: 6 }} value={reason} maxLength={2000} placeholder={t.reasonHint} onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) draws();
            else if (event.key === 'Escape') setAsking(false);
          }}
        />
      </label>
      <div className="vf-row"><Button size="small" danger type="primary" disabled={reason.trim() === ''} onClick={draws}>{t.draw}</Button><Button size="small" onClick={() => setAsking(false)}>{t.leave}</Button></div>
    </div>
  );
}
