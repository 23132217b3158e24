import { useDeferredValue, useState } from 'react';
import { Button } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, forget } from '../../answers.ts';
import { call } from '../../call.ts';
import { useAllText } from '../../text/locale.ts';
import { localDay } from '../../today.ts';
import { useChanging } from '../changing.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Field } from '../field.tsx';
import type { ProjectMap } from './useMapWords.ts';

const SHOWN = 5;

/** Gives a position its name, or says that it is somebody who is known already: then the two become one, and what was said on maps stays. */
export function NameForm({ person, data, open }: { person: ProjectMap['others'][number]; data: ProjectMap; /** Who is shown from now on. */ open: (person: number) => void }) {
  const { mapEditing: t } = useAllText();
  const [name, setName] = useState('');
  const [source, setSource] = useState('');
  const [tried, setTried] = useState(false);
  const { error, act } = useChanging(() => forget('GET /api/projects/{id}/map', 'GET /api/accounts/{id}/projects', 'GET /api/accounts/{id}/people', 'GET /api/accounts/{id}/timeline'));
  const typed = name.trim();
  const q = useDeferredValue(typed.slice(0, 100));
  const { data: found } = useQuery({ ...answerOf('GET /api/accounts/{id}/people', { params: { id: data.account.id }, query: { limit: SHOWN, q } }), placeholderData: keepPreviousData, enabled: q !== '' });
  const known = typed === '' ? [] : found?.rows.filter((row) => !row.placeholder && row.id !== person.id && !row.private && row.kind !== 'colleague') ?? [];
  const there = new Set(data.map?.reading.people.map((one) => one.person));
  const join = async (keep: number, called: string): Promise<void> => {
    if (await act(() => call('POST /api/people/{id}/merge', { params: { id: keep }, body: { other: person.id } }), t.name.merged(person.name, called))) open(keep);
  };
  const give = async (): Promise<void> => {
    setTried(true);
    if (typed === '' || source.trim() === '') return;
    await act(() => call('PATCH /api/people/{id}', { params: { id: person.id }, body: { name: typed, placeholder: false, title: person.title || person.name, source: source.trim(), collectedOn: localDay() } }), t.name.named(person.name, typed));
  };
  return (
    <form className="vf-name-form" onSubmit={(event) => { event.preventDefault(); void give(); }}>
      <h3>{t.name.title}</h3>
      <Field label={t.name.label} hint={t.name.kept}>{(wiring) => <input {...wiring} className="vf-input" maxLength={200} autoComplete="off" placeholder={t.name.placeholder} value={name} onChange={(event) => setName(event.target.value)} />}</Field>
      {known.length > 0 ? (
        <section aria-label={t.name.known}>
          <h4>{t.name.known}</h4>
          <ul>
            {known.map((row) => (
              <li key={row.id} className="vf-spread">
                <span><b>{row.name}</b> <span className="vf-faint">{[row.title, row.organisation, there.has(row.id) ? t.name.onMap : ''].filter(Boolean).join(' · ')}</span></span>
                <Button size="small" onClick={() => void join(row.id, row.name)}>{t.name.same(row.name)}</Button>
              </li>
            ))}
          </ul>
          {found?.next ? <p className="vf-small vf-faint">{t.name.typeOn}</p> : null}
        </section>
      ) : null}
      {typed === '' ? null : (
        <>
          {known.length > 0 ? <h4>{t.name.others}</h4> : null}
          <Field label={t.name.source} fault={tried && source.trim() === '' ? t.name.sourceNeeded : null}>{(wiring) => <input {...wiring} className="vf-input" maxLength={300} value={source} onChange={(event) => setSource(event.target.value)} />}</Field>
          <div><Button type={known.length > 0 ? 'default' : 'primary'} size="small" htmlType="submit">{t.name.nameThem(typed)}</Button></div>
        </>
      )}
      {error ? <ErrorNote error={error} /> : null}
    </form>
  );
}
