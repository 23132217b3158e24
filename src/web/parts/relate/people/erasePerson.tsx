import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { answerOf } from '../../../answers.ts';
import { call } from '../../../call.ts';
import { useAllText } from '../../../text/locale.ts';
import { say } from '../../../undo.ts';
import { ErrorNote } from '../../errorNote.tsx';
import { Field } from '../../field.tsx';
import { saveJson } from '../../saveJson.ts';
import { forgetPeople } from './forgetPeople.ts';

/** On request of the person: take all of it along, or erase it for good. What it reaches is said before. */
export function ErasePerson({ id, done }: { id: number; done: () => void }) {
  const { people: t, privacy } = useAllText();
  const { data } = useQuery({ ...answerOf('GET /api/people/{id}/erase', { params: { id } }), staleTime: 0 });
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>(null);
  const ready = reason.trim().length >= 3;
  const run = async (work: () => Promise<void>): Promise<void> => {
    setError(null);
    await work().catch(setError);
  };
  const save = (): Promise<void> => run(async () => {
    const told = await call('POST /api/people/{id}/export', { params: { id }, body: { reason: reason.trim() } });
    saveJson(`person-${id}.json`, told);
    say(t.exportDone);
  });
  const erase = (): Promise<void> => run(async () => {
    const { cleaned } = await call('POST /api/people/{id}/erase', { params: { id }, body: { reason: reason.trim() } });
    say(`${t.erased}${cleaned ? '' : ` ${privacy.notCleaned}`}`);
    done();
    await forgetPeople();
  });
  return (
    <section className="vf-note vf-stack" aria-label={t.erase}>
      <p>{t.eraseLead}</p>
      <p className="vf-small vf-quiet">{t.eraseBackups}</p>
      {data ? <p className="vf-small">{t.erasePlaces(data.places.reduce((sum, place) => sum + place.rows, 0))}{data.sources.length > 0 ? ` · ${t.eraseSources(data.sources.length)}` : ''}</p> : null}
      <Field label={t.eraseReason}>{(wiring) => <Input {...wiring} placeholder={t.eraseExample} value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />}</Field>
      <div className="vf-row"><Button disabled={!ready} onClick={() => void save()}>{t.export}</Button><Button danger type="primary" disabled={!ready} onClick={() => void erase()}>{t.eraseNow}</Button></div>
      {error ? <ErrorNote error={error} /> : null}
    </section>
  );
}
