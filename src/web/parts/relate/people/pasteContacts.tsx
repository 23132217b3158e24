import { useState } from 'react';
import { Button, Input } from 'antd';
import { useAllText } from '../../../text/locale.ts';
import { Field } from '../../field.tsx';
import { useNeeded } from '../../needed.ts';

/** Rows copied from a spreadsheet, read as a file would be. */
export function PasteContacts({ read, close }: { read: (text: string) => void; close: () => void }) {
  const { people, contacts: t } = useAllText();
  const [text, setText] = useState('');
  const needed = useNeeded({ text: text.trim() === '' });
  const send = (): void => { if (needed.complete()) read(text); };
  return (
    <form ref={needed.form} className="vf-contact-paste" onSubmit={(event) => { event.preventDefault(); send(); }} onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(); if (event.key === 'Escape') close(); }}>
      <Field label={t.pasteTitle} hint={t.pasteHelp} fault={needed.fault('text')}>
        {(wiring) => <Input.TextArea {...wiring} autoFocus autoSize={{ minRows: 4, maxRows: 12 }} placeholder={`${t.pasteEmpty}\n\n${t.pasteExample}`} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <div className="vf-contact-foot"><Button type="primary" htmlType="submit">{t.pasteRead}</Button><Button type="text" onClick={close}>{people.cancel}</Button></div>
    </form>
  );
}
