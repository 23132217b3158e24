import { useId, useState } from 'react';
import { Button } from 'antd';
import { markKey, setSince } from '#domain/relate/map/newestMarks.ts';
import { AUTHORITIES, CLOSENESSES, INFLUENCES, MAP_EVIDENCE, MAP_ROLES, STANCES, UNKNOWN, type MapEvidence, type MapField } from '#domain/relate/map/scales.ts';
import { useMe } from '../../me.ts';
import { useAllText } from '../../text/locale.ts';
import { localDay } from '../../today.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Field } from '../field.tsx';
import { Clash } from './clash.tsx';
import { useNeeded } from '../needed.ts';
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
  const [error, setError] = useState<unknown>(null);
  // The marks that count now, and those that counted when this was opened: where they are not the same, a colleague was quicker.
  const { newest } = changes;
  const nowOf = (personId: number): number | null => newest.get(markKey(personId, field))?.id ?? null;
  const [seen, see] = useState<ReadonlyMap<number, number | null>>(() => new Map(people.map((person) => [person, nowOf(person)])));
  const { id: me } = useMe();
  const settings = people.map((personId) => ({ personId, field, value, evidence, note: note.trim(), observedOn: day, expects: seen.get(personId) ?? null }));
  const since = setSince(settings, newest, me).map((n) => settings[n]!);
  const needed = useNeeded({ value: value === '', source: evidence !== 'inferred' && value !== UNKNOWN && note.trim() === '' });
  const firstOption = useId();
  const save = async (some: typeof settings): Promise<void> => {
    if (changes.marking.isPending || !needed.complete()) return;
    setError(null);
    await changes.mark(some, some.length === 1 ? t.marked(words.nameOf(some[0]!.personId), t.fields[field]) : m.many.marked(some.length, t.fields[field])).then(close, setError);
  };
  const keepTheirs = (): void => {
    const rest = settings.filter((one) => !since.includes(one));
    if (rest.length === 0 || value === '') close();
    else void save(rest);
  };
  const setMine = (): void => {
    const upon = settings.map((one) => ({ ...one, expects: nowOf(one.personId) }));
    see(new Map(upon.map(({ personId, expects }) => [personId, expects])));
    void save(upon);
  };
  // Who was told of a colleague's answers that before anything is sent.
  const submit = (): void => { if (since.length === 0) void save(settings); };
  const options: readonly string[] = { role: MAP_ROLES, stance: STANCES, authority: AUTHORITIES.map(String), influence: INFLUENCES, closeness: CLOSENESSES, held_by: data.colleagues.map(({ id }) => id) }[field];
  const roles = new Set(value === UNKNOWN || value === '' ? [] : value.split(','));
  const toggle = (role: string): void => {
    const next = new Set(roles);
    if (!next.delete(role)) next.add(role);
    setValue(next.size === 0 ? UNKNOWN : [...next].join(','));
  };
  return (
    <form ref={needed.form} className="vf-field-editor" onSubmit={(event) => { event.preventDefault(); submit(); }} onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); submit(); } }}>
      <fieldset className="vf-map-options">
        <legend className="vf-hidden">{t.fields[field]}</legend>
        {[...options, UNKNOWN].map((one, n) => (
          <label key={one}>
            <input {...(n === 0 ? { id: firstOption } : {})} type={field === 'role' && one !== UNKNOWN ? 'checkbox' : 'radio'} name={`map-${field}`} checked={field === 'role' && one !== UNKNOWN ? roles.has(one) : value === one} onChange={() => (field === 'role' && one !== UNKNOWN ? toggle(one) : setValue(one))} />
            <span>{one === UNKNOWN && field === 'held_by' ? t.nobody : words.valueOf(field, one)}</span>
          </label>
        ))}
      </fieldset>
      {needed.fault('value') ? <p id={`${firstOption}-note`} className="vf-field-fault" role="alert">{m.chooseValue}</p> : null}
      {field === 'held_by' ? null : guided ? <Guide field={field} words={words} choose={setValue} /> : <button type="button" className="vf-link vf-small" onClick={() => setGuided(true)}>{t.person.guide}</button>}
      <div className="vf-field-row">
        <Field label={t.person.evidence}>{(wiring) => <select {...wiring} className="vf-select" value={evidence} onChange={(event) => setEvidence(event.target.value as MapEvidence)}>{MAP_EVIDENCE.map((one) => <option key={one} value={one}>{common.evidenceKinds[one]}</option>)}</select>}</Field>
        <Field label={t.person.day}>{(wiring) => <input {...wiring} type="date" className="vf-map-day" max={localDay()} value={day} onChange={(event) => setDay(event.target.value)} />}</Field>
      </div>
      <Field label={t.person.source} hint={evidence === 'inferred' ? t.person.sourceHint : undefined} fault={needed.fault('source') === null ? null : t.person.sourceNeeded}>{(wiring) => <input {...wiring} className="vf-input" maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />}</Field>
      {since.length > 0 ? <Clash settings={since} newest={newest} words={words} rest={people.length - since.length} busy={changes.marking.isPending} keep={keepTheirs} mine={setMine} /> : error ? <ErrorNote error={error} /> : null}
      <div className="vf-row">{since.length > 0 ? null : <Button type="primary" size="small" htmlType="submit" loading={changes.marking.isPending}>{t.person.record}</Button>}<Button size="small" onClick={close}>{common.cancel}</Button></div>
    </form>
  );
}
