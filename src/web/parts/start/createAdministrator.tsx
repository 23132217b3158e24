import { useState, type FormEvent } from 'react';
import { Button, Input } from 'antd';
import { useChange } from '../../answers.ts';
import { useLocale, useText } from '../../text/locale.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Field } from '../field.tsx';
import { PasswordInput } from '../passwordInput.tsx';

/** Shortest password the server takes. */
export const SHORTEST_PASSWORD = 10;
export const looksLikeEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());

/** The first person of a workspace. Faults show once a first attempt was made. */
export function CreateAdministrator() {
  const { start: t } = useText();
  const locale = useLocale();
  const [person, setPerson] = useState({ workspace: '', name: '', email: '', password: '' });
  const [tried, setTried] = useState(false);
  const create = useChange('POST /api/setup/administrator', { forgets: ['GET /api/setup', 'GET /api/me'] });
  const faults = {
    name: person.name.trim() === '' ? t.nameMissing : null,
    email: looksLikeEmail(person.email) ? null : t.emailWrong,
    password: person.password.length < SHORTEST_PASSWORD ? t.passwordShort : null,
  };
  const fault = (key: keyof typeof faults): string | null => (tried ? faults[key] : null);
  const set = (key: keyof typeof person) => (value: string): void => setPerson({ ...person, [key]: value });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!faults.name && !faults.email && !faults.password) create.mutate({ body: { ...person, email: person.email.trim(), locale } });
  };
  return (
    <form onSubmit={submit} noValidate>
      {create.error ? <ErrorNote error={create.error} /> : null}
      <Field label={t.company} hint={t.companyHint}>{(wiring) => <Input {...wiring} size="large" autoComplete="organization" autoFocus maxLength={100} value={person.workspace} onChange={(event) => set('workspace')(event.target.value)} />}</Field>
      <Field label={t.name} fault={fault('name')}>{(wiring) => <Input {...wiring} size="large" autoComplete="name" maxLength={100} status={fault('name') ? 'error' : undefined} value={person.name} onChange={(event) => set('name')(event.target.value)} />}</Field>
      <Field label={t.email} fault={fault('email')}>{(wiring) => <Input {...wiring} size="large" type="email" autoComplete="username" maxLength={200} status={fault('email') ? 'error' : undefined} value={person.email} onChange={(event) => set('email')(event.target.value)} />}</Field>
      <Field label={t.password} hint={t.passwordHint} fault={fault('password')}>{(wiring) => <PasswordInput wiring={wiring} newOne value={person.password} change={set('password')} />}</Field>
      <Button type="primary" size="large" htmlType="submit" loading={create.isPending}>{t.create}</Button>
    </form>
  );
}
