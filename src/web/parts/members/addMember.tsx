import { useState, type FormEvent } from 'react';
import { Button, Input, Select } from 'antd';
import { ROLES, type Role } from '#domain/trust/permissions.ts';
import { useChange } from '../../answers.ts';
import { useText } from '../../text/locale.ts';
import { say } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Field } from '../field.tsx';
import { SideDrawer } from '../sideDrawer.tsx';
import { looksLikeEmail, SHORTEST_PASSWORD } from '../start/createAdministrator.tsx';
import { HandedPassword } from './givePassword.tsx';

const NOBODY = { name: '', email: '', role: 'manager' as Role, password: '' };

/** A new person with a role and a first password. */
export function AddMember({ open, close }: { open: boolean; close: () => void }) {
  const { members: t, start, common } = useText();
  const [person, setPerson] = useState(NOBODY);
  const [tried, setTried] = useState(false);
  const add = useChange('POST /api/members', {
    forgets: ['GET /api/members', 'GET /api/events'],
    done: () => {
      // Somebody who was added is kept for good; they lose access instead.
      say(t.added(person.name));
      setPerson(NOBODY);
      setTried(false);
      close();
    },
  });
  const faults = {
    name: person.name.trim() === '' ? start.nameMissing : null,
    email: looksLikeEmail(person.email) ? null : start.emailWrong,
    password: person.password.length < SHORTEST_PASSWORD ? start.passwordShort : null,
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!faults.name && !faults.email && !faults.password) add.mutate({ body: { ...person, email: person.email.trim() } });
  };
  return (
    <SideDrawer title={t.addTitle} open={open} close={close}>
      <form className="vf-stack" onSubmit={submit} noValidate>
        <p className="vf-quiet">{t.addText}</p>
        {add.error ? <ErrorNote error={add.error} /> : null}
        <Field label={t.name} fault={tried ? faults.name : null}>{(wiring) => <Input {...wiring} value={person.name} maxLength={100} autoFocus autoComplete="off" onChange={(event) => setPerson({ ...person, name: event.target.value })} />}</Field>
        <Field label={t.email} fault={tried ? faults.email : null}>{(wiring) => <Input {...wiring} type="email" value={person.email} maxLength={200} autoComplete="off" onChange={(event) => setPerson({ ...person, email: event.target.value })} />}</Field>
        <Field label={t.role} hint={t.roleHints[person.role]}>{(wiring) => <Select {...wiring} aria-label={t.role} value={person.role} options={ROLES.map((role) => ({ value: role, label: common.roles[role] }))} onChange={(role: Role) => setPerson({ ...person, role })} />}</Field>
        <Field label={t.firstPassword} hint={start.passwordHint} fault={tried ? faults.password : null}>{(wiring) => <HandedPassword wiring={wiring} value={person.password} change={(password) => setPerson({ ...person, password })} />}</Field>
        <div className="vf-row"><Button type="primary" htmlType="submit" loading={add.isPending}>{t.add}</Button><Button onClick={close}>{common.cancel}</Button></div>
      </form>
    </SideDrawer>
  );
}
