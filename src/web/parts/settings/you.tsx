import { useState, type FormEvent } from 'react';
import { Button } from 'antd';
import { useChange } from '../../answers.ts';
import { call } from '../../call.ts';
import type { Way } from '../../history.ts';
import type { Me } from '../../me.ts';
import { useText } from '../../text/locale.ts';
import { say, sayAct } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Field } from '../field.tsx';
import { OwnPlace } from '../relate/coverage/ownPlace.tsx';
import { PasswordInput } from '../passwordInput.tsx';
import { LanguageChoice, ThemeChoice } from '../shell/choices.tsx';
import { SHORTEST_PASSWORD } from '../start/createAdministrator.tsx';
import { SettingsSection } from './company.tsx';
import { TextSetting } from './textSetting.tsx';

/** What belongs to the person and not the company. */
export function YouSection({ me }: { me: Me }) {
  const { settings: t, start } = useText();
  const [open, setOpen] = useState(false);
  const rename = useChange('PATCH /api/me', { forgets: ['GET /api/me'] });
  return (
    <SettingsSection title={t.sections.you} text={t.browserOnly}>
      <TextSetting
        label={t.yourName} value={me.name} disabled={false} show={(v) => v} read={(text) => (text !== '' && text.length <= 100 ? text : undefined)} fault={start.nameMissing}
        save={(name) => void rename.mutateAsync({ body: { name } }).then(() => sayAct(t.changed(t.yourName), calledAgain(me.name, name)), () => undefined)}
      />
      <OwnPlace />
      <LanguageChoice keep />
      <ThemeChoice />
      {open ? <ChangePassword done={() => setOpen(false)} /> : <div><Button onClick={() => setOpen(true)}>{t.changePassword}</Button></div>}
    </SettingsSection>
  );
}

/** One's own name has no event that one could take back oneself. */
const calledAgain = (name: string, now: string): Way => async () => {
  await call('PATCH /api/me', { body: { name } });
  return calledAgain(now, name);
};

function ChangePassword({ done }: { done: () => void }) {
  const { settings: t, start, common } = useText();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [tried, setTried] = useState(false);
  const change = useChange('POST /api/me/password', {
    done: () => {
      say(t.passwordChanged);
      done();
    },
  });
  const short = next.length < SHORTEST_PASSWORD;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (current && !short) change.mutate({ body: { current, next } });
  };
  return (
    <form className="vf-stack" onSubmit={submit}>
      {change.error ? <ErrorNote error={change.error} /> : null}
      <Field label={t.currentPassword}>{(wiring) => <PasswordInput wiring={wiring} value={current} change={setCurrent} />}</Field>
      <Field label={t.nextPassword} hint={start.passwordHint} fault={tried && short ? start.passwordShort : null}>{(wiring) => <PasswordInput wiring={wiring} newOne value={next} change={setNext} />}</Field>
      <div className="vf-row"><Button type="primary" htmlType="submit" loading={change.isPending}>{t.changePassword}</Button><Button onClick={done}>{common.cancel}</Button></div>
    </form>
  );
}
