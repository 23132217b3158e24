import { useState } from 'react';
import { Button } from 'antd';
import type { MapReading } from '#domain/relate/map/readMap.ts';
import type { LineKind } from '#domain/relate/map/scales.ts';
import { useAllText, useFormat } from '../../text/locale.ts';
import { localDay } from '../../today.ts';
import { ErrorNote } from '../errorNote.tsx';
import { EvidenceMark } from '../evidenceMark.tsx';
import { Field } from '../field.tsx';
import { useNeeded } from '../needed.ts';
import type { MapChanges } from './useMapChanges.ts';
import type { MapWords, ProjectMap } from './useMapWords.ts';

/** Whom a person influences, who influences them, with whom they are at odds; draw one, end one. */
export function PersonLines({ person, data, reading, words, changes, editable }: { person: number; data: ProjectMap; reading: MapReading; words: MapWords; changes: MapChanges; editable: boolean }) {
  const { powerMap: t, common } = useAllText();
  const format = useFormat();
  const [drawing, setDrawing] = useState(false);
  const [to, setTo] = useState('');
  const [kind, setKind] = useState<LineKind>('influence');
  const [weight, setWeight] = useState<1 | 2 | 3>(1);
  const [sign, setSign] = useState<1 | -1>(1);
  const [note, setNote] = useState('');
  const lines = reading.map.lines.filter((line) => line.from === person || line.to === person);
  const others = reading.map.people.filter((one) => one.person !== person);
  const needed = useNeeded({ to: to === '' });
  const draw = (): void => {
    if (!needed.complete()) return;
    changes.drawLine.mutate({ params: { id: data.map!.id }, body: { lines: [{ fromId: person, toId: Number(to), kind, weight, sign, evidence: note.trim() === '' ? 'inferred' : 'observed', observedOn: localDay(), note: note.trim() }] } }, { onSuccess: () => { needed.done(); setDrawing(false); setTo(''); setNote(''); } });
  };
  return (
    <section>
      <div className="vf-spread"><h3>{t.person.lines}</h3>{editable && others.length > 0 ? <Button size="small" onClick={() => setDrawing(!drawing)}>{t.person.drawLine}</Button> : null}</div>
      <ul className="vf-actor-lines">
        {lines.map((line) => (
          <li key={line.id} className="vf-spread">
            <span>{line.kind === 'conflict' ? t.person.conflict(words.nameOf(line.from === person ? line.to : line.from)) : line.from === person ? t.person.influences(words.nameOf(line.to)) : t.person.influencedBy(words.nameOf(line.from))} <span className="vf-faint">·{'\u00a0'}{t.weights[line.weight as 1 | 2 | 3]}{line.sign < 0 ? ` · ${t.person.against}` : ''}</span></span>
            <span className="vf-row"><EvidenceMark state={line.state === 'unknown' ? 'missing' : line.state}>{common.evidenceKinds[line.evidence]} · {format.day(line.observedOn)}</EvidenceMark>{editable ? <Button size="small" onClick={() => changes.endLine(line.id)}>{t.person.endLine}</Button> : null}</span>
          </li>
        ))}
      </ul>
      {drawing ? (
        <form ref={needed.form} className="vf-field-editor" onSubmit={(event) => { event.preventDefault(); draw(); }}>
          <div className="vf-field-row">
            <Field label={t.person.to} fault={needed.fault('to')}>{(wiring) => <select {...wiring} className="vf-select" value={to} onChange={(event) => setTo(event.target.value)}><option value="" />{others.map((one) => <option key={one.person} value={one.person}>{words.nameOf(one.person)}</option>)}</select>}</Field>
            <Field label={t.person.kind}>{(wiring) => <select {...wiring} className="vf-select" value={kind} onChange={(event) => setKind(event.target.value as LineKind)}>{(['influence', 'conflict'] as const).map((one) => <option key={one} value={one}>{t.kinds[one]}</option>)}</select>}</Field>
          </div>
          <div className="vf-field-row">
            <Field label={t.person.weightOf}>{(wiring) => <select {...wiring} className="vf-select" value={weight} onChange={(event) => setWeight(Number(event.target.value) as 1 | 2 | 3)}>{([1, 2, 3] as const).map((one) => <option key={one} value={one}>{t.weights[one]}</option>)}</select>}</Field>
            {kind === 'influence' ? <Field label={t.person.sign}>{(wiring) => <select {...wiring} className="vf-select" value={sign} onChange={(event) => setSign(Number(event.target.value) as 1 | -1)}><option value={1}>{t.person.forUs}</option><option value={-1}>{t.person.against}</option></select>}</Field> : null}
          </div>
          <Field label={t.person.source} hint={t.person.sourceHint}>{(wiring) => <input {...wiring} className="vf-input" maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />}</Field>
          {changes.drawLine.error ? <ErrorNote error={changes.drawLine.error} /> : null}
          <div className="vf-row"><Button type="primary" size="small" htmlType="submit" loading={changes.drawLine.isPending}>{t.person.drawLine}</Button><Button size="small" onClick={() => setDrawing(false)}>{common.cancel}</Button></div>
        </form>
      ) : null}
    </section>
  );
}
