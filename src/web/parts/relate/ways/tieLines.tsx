import { useState } from 'react';
import { Button, Input, InputNumber } from 'antd';
import type { RaisedKind, Spoke } from '#domain/relate/spoke.ts';
import { call } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { localDay } from '../../../today.ts';
import { evidenceClass } from '../../evidenceMark.tsx';
import { Field } from '../../field.tsx';
import { useNeeded } from '../../needed.ts';
import { KindSelect, raisedKind, SpokeButtons, useSpokeWords } from '../people/spoke.tsx';
import { useSourceWords } from '../sourceWords.ts';
import type { HopView } from './changing.ts';
import { figureOf } from './figure.ts';

/** A tie with what it rests on. */
export type ShownTie = Pick<HopView, 'strength' | 'computed' | 'corrected' | 'lines'>;
type Line = HopView['lines'][number];
/** Does a change and says so. */
type Done = (work: () => Promise<{ event: number }>, text: string) => void;

/** A tie as it is believed: its strength, each line with the numbers of its formula, and what the viewer may say of it. */
export function TieLines({ tie, done }: { tie: ShownTie; done: Done }) {
  const { ways: t } = useAllText();
  const format = useFormat();
  const figure = (value: number | null) => (value === null ? t.unknownStrength : figureOf(format, value));
  const counted = tie.lines.filter((line) => line.counts && line.strength !== null);
  return (
    <>
      <p className="vf-row"><span className="vf-quiet">{t.strength}</span> <strong className="vf-num vf-tie-value">{figure(tie.strength)}</strong>{tie.corrected ? <span className="vf-small vf-quiet">{t.byFormula({ value: figure(tie.computed) })}</span> : null}</p>
      <h3>{t.why}</h3>
      <ul className="vf-tie-lines">{tie.lines.map((line, n) => <li key={line.tieId ?? `inferred-${n}`} className={evidenceClass(line.how === 'inferred' ? 'assumed' : 'proven')}><LineDetail line={line} done={done} /></li>)}</ul>
      {counted.length > 1 ? <p className="vf-small vf-num">{t.together}: 1 − {counted.map((line) => `(1 − ${figure(line.strength)})`).join(' × ')} = {figure(tie.computed)}</p> : null}
    </>
  );
}

function LineDetail({ line, done }: { line: Line; done: Done }) {
  const { ways: t } = useAllText();
  const format = useFormat();
  const [form, setForm] = useState<'correct' | 'spoke' | null>(null);
  const { contacts: c } = useAllText();
  const words = useSpokeWords();
  const source = useSourceWords();
  const id = line.tieId;
  const params = { id: id ?? 0 };
  const say = (tie: number, said: { spoke: Spoke } | { kind: RaisedKind }, text: string): void => { setForm(null); done(() => call('POST /api/contacts/spoke', { body: { contacts: [{ tie, ...said }] } }), text); };
  return (
    <>
      <p><strong>{t.kinds[line.kind]}</strong>{line.place ? <> · {line.place}</> : null} <span className="vf-tag" title={t.howHelp[line.how]}>{t.how[line.how]}</span>{line.private ? <span className="vf-tag">{t.private}</span> : null}</p>
      {line.evidence ? <p>{source(line.evidence)}</p> : null}
      {line.fromOn || line.toOn ? <p className="vf-small vf-quiet vf-num">{[line.fromOn, line.toOn].filter(Boolean).join(' – ')}</p> : null}
      {line.kind === 'home_town' ? <p className="vf-small vf-quiet">{t.weak}</p> : null}
      <p className="vf-small vf-quiet vf-num">{line.prior === null ? t.noPrior : line.days === null || line.since === null ? t.noDay : `${format.number(line.prior, 2)} × 0.5^(${format.number(line.days)} / ${format.number(line.halfLife)}) = ${figureOf(format, line.strength ?? 0)}`}</p>
      {line.since !== null && line.prior !== null ? <p className="vf-small vf-faint">{t.since({ day: line.span ? c.about({ day: format.day(line.since) }) : format.day(line.since) })} · {t.halved({ days: format.days(line.halfLife) })}</p> : null}
      {line.span ? <p className="vf-small vf-faint">{c.aboutHelp({ span: c.spans[line.span] })}</p> : null}
      {line.counts ? null : <p className="vf-small vf-faint">{t.notCounted}</p>}
      {line.by ? <p className="vf-small vf-faint">{(line.how === 'imported' ? t.broughtBy : t.toldBy)({ name: line.by.name })}</p> : null}
      {line.correction ? <p className="vf-small">{t.saidBy({ name: line.correction.by?.name ?? '–', day: format.day(line.correction.on), why: line.correction.why })}</p> : null}
      {id === null ? null : (
        <div className="vf-row vf-wrap vf-noprint">
          {line.can.correct ? (
            <>
              <button type="button" className="vf-link vf-small" aria-expanded={form === 'correct'} onClick={() => setForm(form === 'correct' ? null : 'correct')}>{t.correct}</button>
              {line.correction ? <button type="button" className="vf-link vf-small" onClick={() => done(() => call('POST /api/ties/{id}/correct', { params, body: { correction: null } }), t.corrected)}>{t.toFormula}</button> : null}
              <button type="button" className="vf-link vf-small" onClick={() => done(() => call('POST /api/ties/{id}/contact', { params, body: { lastContactOn: localDay() } }), t.contactNoted)}>{t.spoke}</button>
              <button type="button" className="vf-link vf-small" aria-expanded={form === 'spoke'} onClick={() => setForm(form === 'spoke' ? null : 'spoke')}>{line.can.kind ? t.spokeOrKind : t.spokeWhen}</button>
            </>
          ) : null}
          {line.can.keepPrivate ? <button type="button" className="vf-link vf-small" onClick={() => done(() => call('POST /api/ties/{id}/private', { params, body: { private: !line.private } }), line.private ? t.shared : t.keptPrivate)}>{line.private ? t.share : t.keepPrivate}</button> : null}
          {line.can.withdraw ? <button type="button" className="vf-link vf-small" onClick={() => done(() => call('POST /api/ties/{id}/withdraw', { params }), t.withdrawn)}>{t.withdraw}</button> : null}
        </div>
      )}
      {form === 'spoke' && id !== null ? (
        <div className="vf-tie-correct">
          <SpokeButtons label={c.spoke} choose={(spoke) => say(id, { spoke }, t.contactNotedAs({ spoke: words(spoke) }))} />
          {line.can.kind ? <Field label={c.kind}>{() => <KindSelect label={c.kind} value={raisedKind(line.kind)} choose={(kind) => { if (kind !== null) say(id, { kind }, t.kindNoted({ kind: t.kinds[kind] })); }} />}</Field> : null}
        </div>
      ) : null}
      {form === 'correct' && id !== null ? <CorrectForm line={line} save={(strength, why) => { setForm(null); done(() => call('POST /api/ties/{id}/correct', { params, body: { correction: { strength, why } } }), t.corrected); }} /> : null}
    </>
  );
}

function CorrectForm({ line, save }: { line: Line; save: (strength: number | null, why: string) => void }) {
  const { ways: t } = useAllText();
  const [strength, setStrength] = useState<number | null>(line.correction?.strength ?? (line.strength === null ? null : Math.round(line.strength * 100) / 100));
  const [why, setWhy] = useState(line.correction?.why ?? '');
  const needed = useNeeded({ strength: strength === null, why: why.trim() === '' });
  return (
    <form ref={needed.form} className="vf-tie-correct" onSubmit={(event) => { event.preventDefault(); if (needed.complete()) save(strength, why); }}>
      <Field label={t.correctTo} fault={needed.fault('strength')}>{(wiring) => <InputNumber {...wiring} autoFocus min={0} max={1} step={0.05} value={strength} onChange={setStrength} />}</Field>
      <Field label={t.correctWhy} fault={needed.fault('why')}>{(wiring) => <Input {...wiring} value={why} maxLength={500} onChange={(event) => setWhy(event.target.value)} />}</Field>
      <div className="vf-row"><Button htmlType="submit" type="primary" size="small">{t.save}</Button><Button size="small" onClick={() => { if (needed.complete(['why'])) save(null, why); }}>{t.cannotSay}</Button></div>
    </form>
  );
}
