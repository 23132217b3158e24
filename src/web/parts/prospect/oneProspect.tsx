import { useRef, useState } from 'react';
import { Button, Input, type InputRef } from 'antd';
import { Link, useNavigate } from '@tanstack/react-router';
import { useChange } from '../../answers.ts';
import { useText } from '../../text/locale.ts';
import { sayDone } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Field } from '../field.tsx';
import { forgetAccounts } from './forgetAccounts.ts';
import { usePreview } from './usePreview.ts';

const BLANK = { name: '', key: '', country: '', industry: '', note: '' };

/** One customer to be: its name is enough. Enter adds it and opens its page, where it is assessed. */
export function OneProspect({ close }: { close: () => void }) {
  const { prospect: t, errors } = useText();
  const navigate = useNavigate();
  const nameField = useRef<InputRef>(null);
  const [draft, setDraft] = useState(BLANK);
  const [tried, setTried] = useState(false);
  const then = useRef<'open' | 'more'>('open');
  const name = draft.name.trim();
  const preview = usePreview(name === '' ? [] : [{ name, ...(draft.key.trim() === '' ? {} : { key: draft.key.trim() }) }]).rows?.[0];
  const create = useChange('POST /api/accounts', {
    done: ({ ids: [id], event }) => {
      sayDone(t.saved({ name }), event);
      void forgetAccounts();
      if (then.current === 'open') {
        close();
        void navigate({ to: '/accounts/$id', params: { id: String(id) } });
      } else {
        setDraft({ ...BLANK, country: draft.country, industry: draft.industry });
        setTried(false);
        nameField.current?.focus();
      }
    },
  });
  const save = (next: 'open' | 'more'): void => {
    setTried(true);
    if (name === '') return nameField.current?.focus();
    then.current = next;
    const given = { country: draft.country.trim(), industry: draft.industry.trim(), note: draft.note.trim() };
    create.mutate({ body: { accounts: [{ name, ...(draft.key.trim() ? { key: draft.key.trim() } : {}), country: given.country || null, industry: given.industry || null, ...(given.note ? { note: given.note } : {}) }] } });
  };
  const keyFault = preview?.faults.find((fault) => fault.field === 'key');
  const text = (field: 'country' | 'industry') => <Field label={t[field]}>{(wiring) => <Input {...wiring} value={draft[field]} maxLength={100} onChange={(event) => setDraft({ ...draft, [field]: event.target.value })} />}</Field>;
  return (
    <form className="vf-stack" onSubmit={(event) => { event.preventDefault(); save('open'); }}>
      <Field label={t.name} hint={t.nameHint} fault={tried && name === '' ? t.nameNeeded : null}>
        {(wiring) => <Input {...wiring} ref={nameField} autoFocus value={draft.name} maxLength={200} onChange={(event) => setDraft({ ...draft, name: event.target.value })} />}
      </Field>
      {preview?.similar.map((one) => <p key={one.id} className="vf-note" role="status"><Link to="/accounts/$id" params={{ id: String(one.id) }}>{t.namesake({ name: one.name, key: one.key })}</Link></p>)}
      <Field label={t.key} hint={t.keyHint} fault={keyFault ? (errors.fields[keyFault.reason] ?? keyFault.message) : null}>
        {(wiring) => <Input {...wiring} value={draft.key} maxLength={100} placeholder={preview?.proposed ? preview.key : ''} onChange={(event) => setDraft({ ...draft, key: event.target.value })} />}
      </Field>
      {text('country')}
      {text('industry')}
      <Field label={t.note}>{(wiring) => <Input.TextArea {...wiring} rows={2} maxLength={4000} value={draft.note} onChange={(event) => setDraft({ ...draft, note: event.target.value })} />}</Field>
      {create.error ? <ErrorNote error={create.error} /> : null}
      <div className="vf-row vf-wrap">
        <Button type="primary" htmlType="submit" loading={create.isPending}>{t.save}</Button>
        <Button onClick={() => save('more')} disabled={create.isPending}>{t.saveMore}</Button>
      </div>
    </form>
  );
}
