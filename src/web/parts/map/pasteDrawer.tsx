import { useDeferredValue, useMemo, useState } from 'react';
import { Button } from 'antd';
import { looksLikePosition, matchLines, readPastedLines, type LineEnd, type LineReading, type MapName } from '#domain/relate/map/pastedLines.ts';
import { MAP_EVIDENCE, type MapEvidence } from '#domain/relate/map/scales.ts';
import { forget } from '../../answers.ts';
import { call } from '../../call.ts';
import { useAllText, useFormat } from '../../text/locale.ts';
import { localDay } from '../../today.ts';
import { useChanging } from '../changing.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Field } from '../field.tsx';
import { Segments } from '../segments.tsx';
import { SideDrawer } from '../sideDrawer.tsx';
import type { MapWords, ProjectMap } from './useMapWords.ts';

/** So many lines and faults are shown; the rest is counted. */
const SHOWN = 50;
const [MOST_LINES, MOST_PEOPLE] = [1000, 200];

/** Lines pasted from a spreadsheet: what the columns mean, who is meant, what cannot be taken, and then all of it in one step. */
export function PasteDrawer({ data, there, text: first, words, close }: { data: ProjectMap; there: ReadonlySet<number>; /** What was on the clipboard. */ text: string; words: MapWords; close: () => void }) {
  const { mapEditing: m, powerMap: t, common } = useAllText();
  const format = useFormat();
  const [text, setText] = useState(first);
  const [reading, setReading] = useState<LineReading | null>(null);
  /** What somebody said of a name: a position, or a person. */
  const [said, setSaid] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isPosition = (name: string): boolean => said.get(name) ?? looksLikePosition(name);
  const [evidence, setEvidence] = useState<MapEvidence>('person');
  const [note, setNote] = useState('');
  const [day, setDay] = useState(localDay());
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const { error, act } = useChanging(() => forget('GET /api/projects/{id}/map', 'GET /api/accounts/{id}/projects', 'GET /api/accounts/{id}/people', 'GET /api/accounts/{id}/timeline'));
  const shown = useDeferredValue(text);
  const table = useMemo(() => readPastedLines(shown), [shown]);
  const meant = reading ?? table.suggests ?? 'asks';
  const people = useMemo((): MapName[] => [...new Map([...data.others, ...data.map!.people].map((person) => [person.id, person])).values()].map(({ id, name, nameLatin, organisation }) => ({ id, names: [name, nameLatin ?? '', organisation === '' ? '' : `${name} ${organisation}`], onMap: there.has(id) })), [data, there]);
  const { lines, unknown, joining, faults } = useMemo(() => matchLines(table.lines, people, meant), [table, people, meant]);
  const nameOf = (end: LineEnd): string => ('id' in end ? words.nameOf(end.id) : unknown[end.unknown]!.name);
  const needed = note.trim() === '' && (evidence !== 'inferred' || unknown.some(({ name }) => !isPosition(name)));
  const tooMany = lines.length > MOST_LINES || unknown.length > MOST_PEOPLE;
  const ready = lines.length > 0 && faults.length === 0 && !tooMany && shown === text;
  const draw = async (): Promise<void> => {
    setTried(true);
    if (needed || !ready || busy) return;
    setBusy(true);
    const endOf = (end: LineEnd) => ('id' in end ? end : { fresh: end.unknown });
    const done = await act(() => call('POST /api/maps/{id}/lines/paste', { params: { id: data.map!.id }, body: {
      join: [...joining], fresh: unknown.map(({ name }) => ({ name, placeholder: isPosition(name) })), lines: lines.map(({ from, to, kind, weight, sign }) => ({ from: endOf(from), to: endOf(to), kind, weight, sign })), evidence, observedOn: day, note: note.trim(),
    } }), m.paste.drawn(lines.length));
    setBusy(false);
    if (done) close();
  };
  return (
    <SideDrawer open close={close} title={m.paste.title} width={640} first=".vf-paste textarea" footer={<Button type="primary" disabled={!ready} loading={busy} onClick={() => void draw()}>{m.paste.draw(faults.length > 0 ? 0 : lines.length)}</Button>}>
      <div className="vf-stack vf-paste">
        <Field label={m.paste.label} hint={m.paste.hint}>{(wiring) => <textarea {...wiring} className="vf-input" rows={6} spellCheck={false} placeholder={m.paste.placeholder} value={text} onChange={(event) => setText(event.target.value)} />}</Field>
        <div>
          <Segments shown label={m.paste.reading} value={meant} options={(['asks', 'influences'] as const).map((value) => ({ value, text: m.paste[value] }))} choose={setReading} />
          <p className="vf-small vf-quiet">{meant === 'asks' ? m.paste.asksHelp : m.paste.influencesHelp}</p>
        </div>
        {tooMany ? <p className="vf-field-fault" role="alert">{m.paste.tooMany}</p> : null}
        {faults.length > 0 ? (
          <section className="vf-paste-faults" role="alert">
            <h3>{m.paste.faults(new Set(faults.map(({ row }) => row)).size)}</h3>
            <ul>{faults.slice(0, SHOWN).map(({ row, reason, value }) => <li key={`${row} ${reason} ${value}`}>{m.paste.faultOf(format.number(row), m.paste.reasons[reason](value))}</li>)}</ul>
            {faults.length > SHOWN ? <p className="vf-faint">{m.paste.more(faults.length - SHOWN)}</p> : null}
            <p className="vf-small">{m.paste.allOrNothing}</p>
          </section>
        ) : null}
        {unknown.length > 0 ? (
          <section>
            <h3>{m.paste.unknown(unknown.length)}</h3>
            <p className="vf-small vf-quiet">{m.paste.unknownHint}</p>
            <ul className="vf-paste-unknown">
              {unknown.map(({ name, rows }) => (
                <li key={name} className="vf-spread">
                  <span><b>{name}</b> <span className="vf-faint vf-num">{m.paste.inRows(rows.length, `${rows.slice(0, 5).map((row) => format.number(row)).join(t.comma)}${rows.length > 5 ? ' …' : ''}`)}</span></span>
                  <select className="vf-select" aria-label={m.paste.as(name)} value={isPosition(name) ? 'position' : 'person'} onChange={(event) => setSaid(new Map(said).set(name, event.target.value === 'position'))}>
                    <option value="person">{m.paste.asPerson}</option><option value="position">{m.paste.asPosition}</option>
                  </select>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {joining.length > 0 ? <p className="vf-small">{m.paste.joining(words.list(joining))}</p> : null}
        {lines.length > 0 ? (
          <section>
            <h3>{m.paste.preview} <span className="vf-num vf-faint">{format.number(lines.length)}</span></h3>
            <div className="vf-map-table">
              <table className="vf-table vf-paste-lines">
                <thead><tr><th className="vf-right">{m.paste.row}</th><th>{m.paste.line}</th><th>{m.paste.weight}</th><th>{m.paste.kind}</th></tr></thead>
                <tbody>{lines.slice(0, SHOWN).map((line) => <tr key={line.row}><td className="vf-right vf-num">{format.number(line.row)}</td><td>{nameOf(line.from)} {line.kind === 'conflict' ? '×' : '→'} {nameOf(line.to)}</td><td>{t.weights[line.weight]}{line.sign < 0 ? ` · ${t.person.against}` : ''}</td><td>{t.kinds[line.kind]}</td></tr>)}</tbody>
              </table>
            </div>
            {lines.length > SHOWN ? <p className="vf-faint">{m.paste.more(lines.length - SHOWN)}</p> : null}
          </section>
        ) : null}
        <div className="vf-field-row vf-paste-row">
          <Field label={m.paste.evidence}>{(wiring) => <select {...wiring} className="vf-select" value={evidence} onChange={(event) => setEvidence(event.target.value as MapEvidence)}>{MAP_EVIDENCE.map((one) => <option key={one} value={one}>{common.evidenceKinds[one]}</option>)}</select>}</Field>
          <Field label={m.paste.day}>{(wiring) => <input {...wiring} type="date" className="vf-map-day" max={localDay()} value={day} onChange={(event) => setDay(event.target.value)} />}</Field>
        </div>
        <Field label={m.paste.source} fault={tried && needed ? m.paste.sourceNeeded : null}>{(wiring) => <input {...wiring} className="vf-input" maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />}</Field>
        {error ? <ErrorNote error={error} /> : null}
      </div>
    </SideDrawer>
  );
}
