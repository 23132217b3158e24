import '../relate/people/people.css';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input, Popconfirm } from 'antd';
import { answerOf, forget } from '../../answers.ts';
import { call } from '../../call.ts';
import { useAllText, useFormat } from '../../text/locale.ts';
import { say } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Field } from '../field.tsx';
import { forgetPeople } from '../relate/people/forgetPeople.ts';
import { saveJson } from '../saveJson.ts';
import { SettingsSection } from './company.tsx';

/** Requests of people who ask what is kept of them, or to be forgotten; for administrators. */
export function PrivacySection() {
  const { privacy: t } = useAllText();
  const { data } = useQuery(answerOf('GET /api/privacy'));
  return (
    <SettingsSection title={t.title} text={t.text}>
      <RequestForm />
      {data ? <Register erasures={data.erasures} all={data.all} backups={data.backups} /> : null}
    </SettingsSection>
  );
}

const BLANK = { name: '', contacts: '', reason: '' };

function RequestForm() {
  const { privacy: t } = useAllText();
  const [draft, setDraft] = useState(BLANK);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const contacts = draft.contacts.split(/[,，;；、\n]/).map((one) => one.trim()).filter((one) => one !== '');
  const ready = draft.name.trim().length >= 2 && contacts.length > 0 && draft.reason.trim().length >= 3;
  const body = { name: draft.name.trim(), contacts, reason: draft.reason.trim() };
  const run = async (work: () => Promise<void>): Promise<void> => {
    setError(null);
    setBusy(true);
    await work().catch(setError);
    setBusy(false);
  };
  const save = (): Promise<void> => run(async () => {
    const told = await call('POST /api/privacy/export', { body });
    if (told.entries.length > 0) saveJson(`person-${told.exportedAt.slice(0, 10)}.json`, told);
    say(t.exported(told.entries.length));
  });
  const erase = (): Promise<void> => run(async () => {
    const done = await call('POST /api/privacy/erase', { body });
    say(`${t.erased(done.entries, done.texts)}${done.cleaned ? '' : ` ${t.notCleaned}`}`);
    if (done.entries > 0) setDraft(BLANK);
    await Promise.all([forgetPeople(), forget('GET /api/privacy')]);
  });
  const field = (key: keyof typeof BLANK, label: string, more: { hint?: string; placeholder?: string; maxLength: number }) => (
    <Field label={label} hint={more.hint}>{(wiring) => <Input {...wiring} autoComplete="off" placeholder={more.placeholder} maxLength={more.maxLength} value={draft[key]} onChange={(event) => setDraft({ ...draft, [key]: event.target.value })} />}</Field>
  );
  return (
    <div className="vf-stack">
      <div className="vf-pair">{field('name', t.name, { maxLength: 200 })}{field('contacts', t.contacts, { hint: t.contactsHint, maxLength: 1000 })}</div>
      {field('reason', t.reason, { placeholder: t.reasonExample, maxLength: 300 })}
      <div className="vf-row">
        <Button disabled={!ready || busy} onClick={() => void save()}>{t.export}</Button>
        <Popconfirm title={t.sure} okText={t.yes} cancelText={t.no} okButtonProps={{ danger: true }} onConfirm={() => void erase()} disabled={!ready || busy}><Button danger disabled={!ready} loading={busy}>{t.erase}</Button></Popconfirm>
      </div>
      {error ? <ErrorNote error={error} /> : null}
    </div>
  );
}

/** Lines of the register shown; the rest is in the audit. */
const SHOWN = 5;

function Register({ erasures, all, backups }: { erasures: readonly { readonly at: string; readonly people: number; readonly holders: number }[]; all: number; backups: number }) {
  const { privacy: t } = useAllText();
  const format = useFormat();
  return (
    <section aria-label={t.register} className="vf-stack">
      <h3>{t.register}</h3>
      {erasures.length === 0 ? <p className="vf-small vf-quiet">{t.registerNone}</p> : (
        <ul className="vf-person-log vf-small">{erasures.slice(0, SHOWN).map((one) => <li key={one.at}><span>{t.registerLine(one.people, one.holders)}</span><span className="vf-num vf-faint">{format.time(one.at)}</span></li>)}</ul>
      )}
      {all > SHOWN ? <p className="vf-small vf-quiet">{t.registerShown({ shown: SHOWN, all: format.number(all) })}</p> : null}
      <p className="vf-small vf-quiet">{t.backups(erasures.length === 0 ? 0 : backups)}</p>
      <p className="vf-small"><Link to="/audit" search={{ verb: 'personErased' } as never}>{t.inAudit}</Link></p>
    </section>
  );
}
