import { useState } from 'react';
import { Button } from 'antd';
import type { Known } from '#domain/relate/map/mapOn.ts';
import type { MapReading } from '#domain/relate/map/readMap.ts';
import { MAP_FIELDS, type MapField } from '#domain/relate/map/scales.ts';
import { useAllText, useFormat } from '../../text/locale.ts';
import { EvidenceMark } from '../evidenceMark.tsx';
import { SideDrawer } from '../sideDrawer.tsx';
import { FieldEditor } from './fieldEditor.tsx';
import { NameForm } from './nameForm.tsx';
import { PersonLines } from './personLines.tsx';
import type { MapChanges } from './useMapChanges.ts';
import type { MapWords, ProjectMap } from './useMapWords.ts';

/** Everything about one person on this map: six judgements each with its evidence, lines, and what was said before. */
export function PersonDrawer({ person, data, reading, words, changes, editable, close, open }: { person: number; data: ProjectMap; reading: MapReading; words: MapWords; changes: MapChanges; editable: boolean; close: () => void; /** Shows another instead: the two have become one. */ open: (person: number) => void }) {
  const { powerMap: t, common } = useAllText();
  const format = useFormat();
  const [editing, setEditing] = useState<MapField | null>(null);
  const n = reading.map.people.findIndex((one) => one.person === person);
  const on = reading.map.people[n];
  const who = data.map?.people.find((one) => one.id === person);
  if (!on || !who) return null;
  const known: Record<MapField, Known<unknown>> = { role: on.roles, stance: on.stance, authority: on.authority, influence: on.influence, closeness: on.closeness, held_by: on.heldBy };
  const [influence, weight] = [reading.influence[n]!, reading.weights[n]!];
  const history = data.map!.marks.filter((mark) => mark.person === person && mark.observedOn <= reading.map.day).toSorted((a, b) => (a.observedOn < b.observedOn ? 1 : a.observedOn > b.observedOn ? -1 : b.id - a.id));
  const word = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value));
  return (
    <SideDrawer open close={close} title={<span>{who.name} {who.placeholder ? <span className="vf-tag">{t.person.unnamed}</span> : null} {who.outside ? <span className="vf-tag">{t.person.outside}</span> : null}</span>}>
      <div className="vf-stack vf-actor-detail">
        <p className="vf-quiet">{[who.placeholder ? '' : who.title, who.organisation].filter(Boolean).join(' · ')}</p>
        <dl className="vf-actor-figures">
          <div title={t.weightHelp}><dt>{t.person.weight}</dt><dd className="vf-num">{format.percent(weight.weight, 0)}</dd></div>
          <div title={t.weightHelp}><dt>{t.person.real}</dt><dd className="vf-num">{influence.known ? format.percent(influence.real, 0) : t.person.unknownYet}{influence.askedBy > 0 ? <span className="vf-faint"> · {t.person.askedBy(influence.askedBy)}</span> : null}</dd></div>
        </dl>
        {editable && who.placeholder ? <NameForm person={who} data={data} open={open} /> : null}
        <ul className="vf-actor-fields">
          {MAP_FIELDS.map((field) => {
            const { said, state, mark } = known[field];
            return (
              <li key={field}>
                <div className="vf-spread">
                  <span><span className="vf-small vf-faint">{t.fields[field]}</span><br /><b className={state === 'stale' ? 'vf-faint' : undefined}>{said === null ? t.stances.unknown : state === 'stale' ? `${t.stances.unknown} (${t.person.said(words.valueOf(field, word(said)))})` : words.valueOf(field, word(said))}</b></span>
                  <span className="vf-row">
                    {mark && said !== null ? <EvidenceMark state={state === 'unknown' ? 'missing' : state}>{common.evidenceKinds[mark.evidence]} · {format.day(mark.observedOn)}</EvidenceMark> : null}
                    {editable ? <Button size="small" aria-label={`${t.person.set}: ${t.fields[field]}`} onClick={() => setEditing(editing === field ? null : field)}>{t.person.set}</Button> : null}
                  </span>
                </div>
                {mark?.note ? <p className="vf-small vf-quiet">{mark.note}</p> : null}
                {editing === field ? <FieldEditor key={field} people={[person]} field={field} value={said === null ? null : word(said)} data={data} words={words} changes={changes} close={() => setEditing(null)} /> : null}
              </li>
            );
          })}
        </ul>
        <PersonLines person={person} data={data} reading={reading} words={words} changes={changes} editable={editable} />
        {history.length > 0 ? (
          <details>
            <summary>{t.person.history} <span className="vf-num vf-faint">{format.number(history.length)}</span></summary>
            <ul className="vf-actor-history">{history.map((mark) => <li key={mark.id}><span className="vf-num vf-faint">{format.day(mark.observedOn)}</span> {t.fields[mark.field]}: <b>{words.valueOf(mark.field, mark.value)}</b> <span className="vf-quiet">{[common.evidenceKinds[mark.evidence], mark.note, mark.by === null ? '' : words.userOf(mark.by)].filter(Boolean).join(' · ')}</span></li>)}</ul>
          </details>
        ) : null}
        {editable ? <div><Button danger size="small" onClick={() => { close(); changes.remove([person]); }}>{t.person.remove}</Button></div> : null}
      </div>
    </SideDrawer>
  );
}
