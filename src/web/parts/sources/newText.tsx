import { useEffect, useState } from 'react';
import { Button, Input } from 'antd';
import { forget } from '../../answers.ts';
import { call } from '../../call.ts';
import { useText } from '../../text/locale.ts';
import { sayDone } from '../../undo.ts';
import { ErrorNote, problemIn } from '../errorNote.tsx';
import { Field } from '../field.tsx';
import { SideDrawer } from '../sideDrawer.tsx';

/** Pastes a text or cites an address as a source. */
export function NewText({ accountId, what, close }: { accountId: number; what: 'text' | 'address' | null; close: () => void }) {
  const { sources: t, errors } = useText();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [url, setUrl] = useState('');
  const [publishedOn, setDay] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    if (what === null) return;
    setTitle('');
    setText('');
    setUrl('');
    setDay('');
    setError(null);
  }, [what]);
  const fault = (path: string): string | null => {
    const field = error === null ? undefined : problemIn(error).fields?.find((one) => one.path === path);
    return field ? (errors.fields[field.reason] ?? field.message) : null;
  };
  const keep = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const same = { title, publishedOn: publishedOn || null };
      const { source, event } = what === 'text'
        ? await call('POST /api/accounts/{id}/sources/text', { params: { id: accountId }, body: { ...same, text, url: url || null } })
        : await call('POST /api/accounts/{id}/sources/address', { params: { id: accountId }, body: { ...same, url } });
      sayDone(t.added({ title: source.title }), event);
      close();
      await forget('GET /api/accounts/{id}/sources', 'GET /api/accounts/{id}/timeline');
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <SideDrawer title={what === 'address' ? t.cite : t.paste} open={what !== null} close={close} footer={<Button type="primary" loading={busy} onClick={() => void keep()}>{t.keep}</Button>} width={560}>
      <form className="vf-stack" onSubmit={(event) => (event.preventDefault(), void keep())} onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void keep(); }}>
        {what === 'text' ? <Field label={t.text} fault={fault('text')}>{(wiring) => <Input.TextArea {...wiring} autoFocus rows={12} value={text} onChange={(event) => setText(event.target.value)} />}</Field> : null}
        <Field label={t.address} hint={what === 'address' ? t.nothingFetched : undefined} fault={fault('url')}>{(wiring) => <Input {...wiring} type="url" autoFocus={what === 'address'} value={url} onChange={(event) => setUrl(event.target.value)} />}</Field>
        <Field label={t.name} fault={fault('title')}>{(wiring) => <Input {...wiring} placeholder={t.namePlaceholder} value={title} onChange={(event) => setTitle(event.target.value)} />}</Field>
        <Field label={t.publishedOn} fault={fault('publishedOn')}>{(wiring) => <Input {...wiring} type="date" value={publishedOn} onChange={(event) => setDay(event.target.value)} />}</Field>
        {error ? <ErrorNote error={error} /> : null}
        <button type="submit" hidden />
      </form>
    </SideDrawer>
  );
}
