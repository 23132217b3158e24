import { useState } from 'react';
import { Button, Input } from 'antd';
import { useAllText } from '../../../text/locale.ts';
import { Field } from '../../field.tsx';

/** Rows copied from a spreadsheet, read as a file would be. */
export function PasteContacts({ read, close }: { read: (text: string) => void; close: () => void }) {
  const { people, contacts: t } = useAllText();
  const [text, setText] = useState('');
  const ready = text.trim() !== '';
  return (
    <form className="vf-contact-paste" onSubmit={(event) => { event.preventDefault(); if (ready) read(text); }} onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready) read(text); if (event.key === 'Escape') close(); }}>
      <Field label={t.pasteTitle} hint={t.pasteHelp}>
        {(wiring) => <Input.TextArea {...wiring} autoFocus autoSize={{ minRows: 4, maxRows: 12 }} placeholder={`${t.pasteEmpty}\n\n${t.pasteExample}`} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <div className="vf-contact-foot"><Button type="primary" htmlType="submit" disabled={!ready}>{t.pasteRead}</Button><Button type="text" onClick={close}>{people.cancel}</Button></div>
    </form>
  );
}
