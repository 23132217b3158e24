import { useState, type FormEvent } from 'react';
import { Button, Input } from 'antd';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { answers, useChange } from '../answers.ts';
import { ErrorNote } from '../parts/errorNote.tsx';
import { Field } from '../parts/field.tsx';
import { PasswordInput } from '../parts/passwordInput.tsx';
import { Door } from '../parts/start/door.tsx';
import { useText } from '../text/locale.ts';

const route = getRouteApi('/sign-in');

/** Sign in, then go on to where one wanted to go. */
export default function SignInPage() {
  const { start: t } = useText();
  const router = useRouter();
  const { next } = route.useSearch();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useChange('POST /api/sign-in', {
    done: () => {
      answers.clear();
      router.history.push(next ?? '/portfolio');
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (email && password) signIn.mutate({ body: { email, password } });
  };
  return (
    <Door>
      <h1>{t.signInTitle}</h1>
      <form onSubmit={submit}>
        {signIn.error ? <ErrorNote error={signIn.error} /> : null}
        <Field label={t.email}>{(wiring) => <Input {...wiring} size="large" type="email" autoComplete="username" autoFocus value={email} onChange={(event) => setEmail(event.target.value)} />}</Field>
        <Field label={t.password} hint={t.signInLost}>{(wiring) => <PasswordInput wiring={wiring} value={password} change={setPassword} />}</Field>
        <Button type="primary" size="large" htmlType="submit" loading={signIn.isPending}>{t.signIn}</Button>
      </form>
    </Door>
  );
}
