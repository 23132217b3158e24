import { useState } from 'react';
import { Button, Input, InputNumber } from 'antd';
import { call } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { evidenceClass } from '../../evidenceMark.tsx';
import { Field } from '../../field.tsx';
import { SideDrawer } from '../../sideDrawer.tsx';
import { changing, type HopView } from './changing.ts';
import { figureOf } from './figure.ts';

type Line = HopView['lines'][number];

/** Why two people are believed to know each other, with the numbers of the formula; its owner corrects it here. */
export function TieDrawer({ hop, a, b, close, tell }: { hop: Pick<HopView, 'strength' | 'computed' | 'corrected' | 'lines'>; a: string; b: string; close: () => void; tell: (() => void) | null }) {
  const { ways: t, ...texts } = useAllText();
  const format = useFormat();
  const figure = (value: number | null) => (value === null ? t.unknownStrength : figureOf(format, value));
  const counted = hop.lines.filter((line) => line.counts && line.strength !== null);
  const done = (work: () => Promise<{ event: number }>, text: string): void => void changing(work, text, texts, format).then((ok) => { if (ok) close(); });
  return (
    <SideDrawer title={t.tieTitle({ a, b })} open close={close}>
      <div className="vf-stack">
        <p className="vf-row"><span className="vf-quiet">{t.strength}</span> <strong className="vf-num vf-tie-value">{figure(hop.strength)}</strong>{hop.corrected ? <span className="vf-small vf-quiet">{t.byFormula({ value: figure(hop.computed) })}</span> : null}</p>
        <h3>{t.why}</h3>
        <ul className="vf-tie-lines">{hop.lines.map((line, n) => <li key={line.tieId ?? `inferred-${n}`} className={evidenceClass(line.how === 'inferred' ? 'assumed' : 'proven')}><LineDetail line={line} done={done} /></li>)}</ul>
        {counted.length > 1 ? <p className="vf-small vf-num">{t.together}: 1 − {counted.map((line) => `(1 − ${figure(line.strength)})`).join(' × ')} = {figure(hop.computed)}</p> : null}
        {tell ? <div><Button onClick={tell}>{t.tell}</Button></div> : null}
      </div>
    </SideDrawer>
  );
}

function LineDetail({ line, done }: { line: Line; done: (work: () => Promise<{ event: number }>, text: string) => void }) {
  const { ways: t } = useAllText();
  const format = useFormat();
  const [correcting, setCorrecting] = useState(false);
  const id = line.tieId;
  const params = { id: id ?? 0 };
  return (
    <>
      <p><strong>{t.kinds[line.kind]}</strong>{line.place ? <> · {line.place}</> : null} <span className="vf-tag" title={t.howHelp[line.how]}>{t.how[line.how]}</span>{line.private ? <span className="vf-tag">{t.private}</span> : null}</p>
      {line.evidence ? <p>{line.evidence}</p> : null}
      {line.fromOn || line.toOn ? <p className="vf-small vf-quiet vf-num">{[line.fromOn, line.toOn].filter(Boolean).join(' – ')}</p> : null}
      {line.kind === 'home_town' ? <p className="vf-small vf-quiet">{t.weak}</p> : null}
      <p className="vf-small vf-quiet vf-num">{line.prior === null ? t.noPrior : line.days === null || line.since === null ? t.noDay : `${format.number(line.prior, 2)} × 0.5^(${format.number(line.days)} / ${format.number(line.halfLife)}) = ${figureOf(format, line.strength ?? 0)}`}</p>
      {line.since !== null && line.prior !== null ? <p className="vf-small vf-faint">{t.since({ day: format.day(line.since) })} · {t.halved({ days: format.days(line.halfLife) })}</p> : null}
      {line.counts ? null : <p className="vf-small vf-faint">{t.notCounted}</p>}
      {line.by ? <p className="vf-small vf-faint">{t.toldBy({ name: line.by.name })}</p> : null}
      {line.correction ? <p className="vf-small">{t.saidBy({ name: line.correction.by?.name ?? '–', day: format.day(line.correction.on), why: line.correction.why })}</p> : null}
      {id === null ? null : (
        <div className="vf-row vf-wrap vf-noprint">
          {line.can.correct ? (
            <>
              <button type="button" className="vf-link vf-small" aria-expanded={correcting} onClick={() => setCorrecting(!correcting)}>{t.correct}</button>
              {line.correction ? <button type="button" className="vf-link vf-small" onClick={() => done(() => call('POST /api/ties/{id}/correct', { params, body: { correction: null } }), t.corrected)}>{t.toFormula}</button> : null}
              <button type="button" className="vf-link vf-small" onClick={() => done(() => call('POST /api/ties/{id}/contact', { params, body: { lastContactOn: new Date().toISOString().slice(0, 10) } }), t.contactNoted)}>{t.spoke}</button>
            </>
          ) : null}
          {line.can.keepPrivate ? <button type="button" className="vf-link vf-small" onClick={() => done(() => call('POST /api/ties/{id}/private', { params, body: { private: !line.private } }), line.private ? t.shared : t.keptPrivate)}>{line.private ? t.share : t.keepPrivate}</button> : null}
          {line.can.withdraw ? <button type="button" className="vf-link vf-small" onClick={() => done(() => call('POST /api/ties/{id}/withdraw', { params }), t.withdrawn)}>{t.withdraw}</button> : null}
        </div>
      )}
      {correcting && id !== null ? <CorrectForm line={line} save={(strength, why) => done(() => call('POST /api/ties/{id}/correct', { params, body: { correction: { strength, why } } }), t.corrected)} /> : null}
    </>
  );
}

function CorrectForm({ line, save }: { line: Line; save: (strength: number | null, why: string) => void }) {
  const { ways: t } = useAllText();
  const [strength, setStrength] = useState<number | null>(line.correction?.strength ?? (line.strength === null ? null : Math.round(line.strength * 100) / 100));
  const [why, setWhy] = useState(line.correction?.why ?? '');
  return (
    <form className="vf-tie-correct" onSubmit={(event) => { event.preventDefault(); save(strength, why); }}>
      <Field label={t.correctTo}>{(wiring) => <InputNumber {...wiring} autoFocus min={0} max={1} step={0.05} value={strength} onChange={setStrength} />}</Field>
      <Field label={t.correctWhy}>{(wiring) => <Input {...wiring} value={why} maxLength={500} onChange={(event) => setWhy(event.target.value)} />}</Field>
      <div className="vf-row"><Button htmlType="submit" type="primary" size="small" disabled={strength === null || why.trim() === ''}>{t.save}</Button><Button size="small" disabled={why.trim() === ''} onClick={() => save(null, why)}>{t.cannotSay}</Button></div>
    </form>
  );
}
