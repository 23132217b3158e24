import { useState } from 'react';
import { Button } from 'antd';
import { AUTHORITIES, CLOSENESSES, INFLUENCES, MAP_EVIDENCE, MAP_ROLES, STANCES, UNKNOWN, type MapEvidence, type MapField } from '#domain/relate/map/scales.ts';
import { useAllText } from '../../text/locale.ts';
import { localDay } from '../../today.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Field } from '../field.tsx';
import { Guide } from './guide.tsx';
import type { MapChanges } from './useMapChanges.ts';
import type { MapWords, ProjectMap } from './useMapWords.ts';

/** Sets one thing, of one person or of several at once: the value (or the questions that lead to it), how we know, the source, the day. */
export function FieldEditor({ people, field, value: before, data, words, changes, close }: { people: readonly number[]; field: MapField; value: string | null; data: ProjectMap; words: MapWords; changes: MapChanges; close: () => void }) {
  const { powerMap: t, mapEditing: m, common } = useAllText();
  // Of several nothing is proposed: one press too many would make all of them unknown.
  const [value, setValue] = useState(before ?? (people.length > 1 ? '' : UNKNOWN));
  const [evidence, setEvidence] = useState<MapEvidence>('observed');
  const [note, setNote] = useState('');
  const [day, setDay] = useState(localDay());
  const [guided, setGuided] = useState(false);
  const [tried, setTried] = useState(false);
  const needed = evidence !== 'inferred' && value !== UNKNOWN && note.trim() === '';
  const save = async (): Promise<void> => {
    setTried(true);
    if (needed || value === '' || changes.marking.isPending) return;
    await changes.mark(people.map((personId) => ({ personId, field, value, evidence, note: note.trim(), observedOn: day })), people.length === 1 ? t.marked(words.nameOf(people[0]!), t.fields[field]) : m.many.marked(people.length, t.fields[field])).then(close, () => undefined);
  };
  const options: readonly string[] = { role: MAP_ROLES, stance: STANCES, authority: AUTHORITIES.map(String), influence: INFLUENCES, closeness: CLOSENESSES, held_by: data.colleagues.map(({ id }) => id) }[field];
  const roles = new Set(value === UNKNOWN || value === '' ? [] : value.split(','));
  const toggle = (role: string): void => {
    const next = new Set(roles);
    if (!next.delete(role)) next.add(role);
    setValue(next.size === 0 ? UNKNOWN : [...next].join(','));
  };
  return (
    <form className="vf-field-editor" onSubmit={(event) => { event.preventDefault(); void save(); }} onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); void save(); } }}>
      <fieldset className="vf-map-options">
        <legend className="vf-hidden">{t.fields[field]}</legend>
        {[...options, UNKNOWN].map((one) => (
          <label key={one}>
            <input type={field === 'role' && one !== UNKNOWN ? 'checkbox' : 'radio'} name={`map-${field}`} checked={field === 'role' && one !== UNKNOWN ? roles.has(one) : value === one} onChange={() => (field === 'role' && one !== UNKNOWN ? toggle(one) : setValue(one))} />
            <span>{one === UNKNOWN && field === 'held_by' ? t.nobody : words.valueOf(field, one)}</span>
          </label>
        ))}
      </fieldset>
      {field === 'held_by' ? null : guided ? <Guide field={field} words={words} choose={setValue} /> : <button type="button" className="vf-link vf-small" onClick={() => setGuided(true)}>{t.person.guide}</button>}
      <div className="vf-field-row">
        <Field label={t.person.evidence}>{(wiring) => <select {...wiring} className="vf-select" value={evidence} onChange={(event) => setEvidence(event.target.value as MapEvidence)}>{MAP_EVIDENCE.map((one) => <option key={one} value={one}>{common.evidenceKinds[one]}</option>)}</select>}</Field>
        <Field label={t.person.day}>{(wiring) => <input {...wiring} type="date" className="vf-map-day" max={localDay()} value={day} onChange={(event) => setDay(event.target.value)} />}</Field>
      </div>
      <Field label={t.person.source} hint={evidence === 'inferred' ? t.person.sourceHint : undefined} fault={tried && needed ? t.person.sourceNeeded : null}>{(wiring) => <input {...wiring} className="vf-input" maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />}</Field>
      {changes.marking.error ? <ErrorNote error={changes.marking.error} /> : null}
      <div className="vf-row"><Button type="primary" size="small" htmlType="submit" disabled={value === ''} loading={changes.marking.isPending}>{t.person.record}</Button><Button size="small" onClick={close}>{common.cancel}</Button></div>
    </form>
  );
}
