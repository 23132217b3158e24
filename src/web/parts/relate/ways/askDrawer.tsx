import { useState } from 'react';
import { Button, Input } from 'antd';
import { call } from '../../../call.ts';
import { useAllText } from '../../../text/locale.ts';
import { localDay } from '../../../today.ts';
import { sayDone } from '../../../undo.ts';
import { ErrorNote } from '../../errorNote.tsx';
import { Field } from '../../field.tsx';
import { useNeeded } from '../../needed.ts';
import { SideDrawer } from '../../sideDrawer.tsx';
import { useSending } from '../../useSending.ts';
import { forgetWays, type WayPerson, type WayView } from './changing.ts';
import { Face } from './face.tsx';

/** Asks the first on a way: what for, what is in it for them, and words that can be passed on as they are. */
export function AskDrawer({ way, target, close }: { way: WayView; target: WayPerson; close: () => void }) {
  const { ways: t } = useAllText();
  const [draft, setDraft] = useState({ purpose: '', forThem: '', message: '', dueOn: '' });
  const { busy, error, send: sending } = useSending();
  const { person, signsIn, busy: loaded } = way.connector!;
  const needed = useNeeded({ purpose: draft.purpose.trim() === '' });
  const send = async (): Promise<void> => {
    if (!needed.complete()) return;
    await sending(async () => {
      const { event } = await call('POST /api/people/{id}/introductions', { params: { id: target.id }, body: { way: way.people.map((one) => one.id), purpose: draft.purpose, forThem: draft.forThem, message: draft.message, dueOn: draft.dueOn || null, askedOn: localDay() } });
      sayDone(t.asked({ name: person.name }), event);
      close();
      await forgetWays();
    });
  };
  const lines = [['purpose', t.purpose, t.purposeHint, 500], ['forThem', t.forThem, t.forThemHint, 500], ['message', t.message, '', 2000]] as const;
  return (
    <SideDrawer title={t.askTitle({ name: person.name, target: target.name })} open close={close} footer={<Button type="primary" loading={busy} onClick={() => void send()}>{t.send}</Button>}>
      <div ref={needed.form} className="vf-stack" onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(); }}>
        <div className="vf-row vf-wrap"><Face person={person} /><Face person={target} role="goal" /></div>
        <p className="vf-quiet">{signsIn ? t.learns({ name: person.name }) : t.speaksFor({ name: person.name })}</p>
        {loaded ? <p className="vf-way-busy">{t.busy}</p> : null}
        {lines.map(([field, label, hint, most], n) => (
          <Field key={field} label={label} hint={hint} fault={field === 'purpose' ? needed.fault(field) : null}>{(wiring) => <Input.TextArea {...wiring} autoFocus={n === 0} autoSize={{ minRows: n === 2 ? 4 : 2, maxRows: 8 }} maxLength={most} value={draft[field]} onChange={(event) => setDraft({ ...draft, [field]: event.target.value })} />}</Field>
        ))}
        <Field label={t.due}>{(wiring) => <Input {...wiring} type="date" value={draft.dueOn} onChange={(event) => setDraft({ ...draft, dueOn: event.target.value })} />}</Field>
        {error ? <ErrorNote error={error} /> : null}
      </div>
    </SideDrawer>
  );
}
