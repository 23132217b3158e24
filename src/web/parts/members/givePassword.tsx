import { useState, type FormEvent } from 'react';
import { Button, Input } from 'antd';
import { useChange } from '../../answers.ts';
import { useText } from '../../text/locale.ts';
import { say } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Field, type FieldWiring } from '../field.tsx';
import { SideDrawer } from '../sideDrawer.tsx';
import { SHORTEST_PASSWORD } from '../start/createAdministrator.tsx';
import { suggestPassword } from './suggestPassword.ts';

/** A password that is read out to somebody: shown as it is, with a suggestion. */
export function HandedPassword({ wiring, value, change }: { wiring: FieldWiring; value: string; change: (value: string) => void }) {
  const { members: t } = useText();
  return (
    <div className="vf-row">
      <Input {...wiring} value={value} autoComplete="off" spellCheck={false} maxLength={128} status={wiring['aria-invalid'] ? 'error' : undefined} onChange={(event) => change(event.target.value)} style={{ fontFamily: 'var(--mono)' }} />
      <Button onClick={() => change(suggestPassword())}>{t.suggest}</Button>
    </div>
  );
}

/** Gives a member a new password (forgotten ones cannot be looked up). */
export function GivePassword({ member, close }: { member: { id: string; name: string } | null; close: () => void }) {
  const { members: t, start, common } = useText();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const change = useChange('PATCH /api/members/{id}', {
    forgets: ['GET /api/events'],
    done: () => {
      if (member) say(t.passwordDone(member.name));
      setPassword('');
      close();
    },
  });
  const short = password.length < SHORTEST_PASSWORD;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (member && !short) change.mutate({ params: { id: member.id }, body: { password } });
  };
  return (
    <SideDrawer title={t.newPassword} open={member !== null} close={close}>
      <form className="vf-stack" onSubmit={submit}>
        {change.error ? <ErrorNote error={change.error} /> : null}
        <Field label={t.newPasswordOf(member?.name ?? '')} hint={start.passwordHint} fault={tried && short ? start.passwordShort : null}>{(wiring) => <HandedPassword wiring={wiring} value={password} change={setPassword} />}</Field>
        <div className="vf-row"><Button type="primary" htmlType="submit" loading={change.isPending}>{t.newPassword}</Button><Button onClick={close}>{common.cancel}</Button></div>
      </form>
    </SideDrawer>
  );
}
