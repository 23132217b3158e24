import { useState } from 'react';
import { Button, Input, Select } from 'antd';
import { readPeople } from '#domain/relate/contact/pastedPeople.ts';
import { call } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { localDay } from '../../../today.ts';
import { sayDone } from '../../../undo.ts';
import { ErrorNote } from '../../errorNote.tsx';
import { Field } from '../../field.tsx';
import { useNeeded } from '../../needed.ts';
import { Segments } from '../../segments.tsx';
import { SideDrawer } from '../../sideDrawer.tsx';
import { useSending } from '../../useSending.ts';
import { forgetPeople } from './forgetPeople.ts';

const BASES = ['legitimate_interest', 'consent', 'contract', 'public', 'legal_duty'] as const;
/** A set is sent at once; the server takes no more. */
const MOST = 200;

/** People of a customer, one or many, typed or from a spreadsheet, with the source they share. Ctrl+Enter adds them. */
export function AddPeople({ accountId, close }: { accountId: number; close: () => void }) {
  const { people: t } = useAllText();
  const format = useFormat();
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const [basis, setBasis] = useState<(typeof BASES)[number]>('legitimate_interest');
  const [kind, setKind] = useState<'customer' | 'outsider'>('customer');
  const { busy, error, send } = useSending();
  const all = readPeople(text);
  const rows = all.slice(0, MOST);
  // Somebody unknown needs no source: nothing is kept about them yet.
  const sourceNeeded = rows.some((row) => !row.placeholder);
  const needed = useNeeded({ lines: rows.length === 0, source: sourceNeeded && source.trim() === '' });
  const save = (): void => {
    if (needed.complete()) void send(add);
  };
  const add = async (): Promise<void> => {
    const shared = { source: source.trim(), basis, collectedOn: localDay() };
    const { event } = await call('POST /api/people', { body: { people: rows.map((row) => ({
      ...shared, kind, accountId, name: row.name, title: row.title, placeholder: row.placeholder,
      items: [
        ...row.phones.map((value) => ({ ...shared, kind: 'phone' as const, value })), ...row.emails.map((value) => ({ ...shared, kind: 'email' as const, value })), ...row.wechat.map((value) => ({ ...shared, kind: 'wechat' as const, value })),
        ...(row.school ? [{ ...shared, kind: 'education' as const, place: row.school }] : []), ...(row.homeTown ? [{ ...shared, kind: 'home_town' as const, value: row.homeTown }] : []),
      ],
    })) } });
    sayDone(t.added({ n: rows.length, name: rows[0]!.name }), event);
    await forgetPeople();
    close();
  };
  return (
    <SideDrawer title={t.add} open close={close} width={560} first=".vf-people-lines" footer={<Button type="primary" loading={busy} onClick={save}>{t.save(rows.length)}</Button>}>
      <div ref={needed.form} className="vf-stack" onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) save(); }}>
        <Field label={t.addLines} hint={t.addLead} fault={needed.fault('lines')}>{(wiring) => <textarea {...wiring} className="vf-people-lines" rows={5} placeholder={t.addExample} value={text} maxLength={100_000} onChange={(event) => setText(event.target.value)} />}</Field>
        {all.length > MOST ? <p className="vf-note" role="status">{t.addMost({ first: MOST, all: format.number(all.length), next: rows.at(-1)!.name })}</p> : null}
        {rows.length > 0 ? <div><h3>{t.preview}</h3><ol className="vf-people-preview">{rows.map((row, n) => <li key={n}><strong className={row.placeholder ? 'vf-person-unknown' : undefined}>{row.name}</strong> {row.placeholder ? <span className="vf-tag">{t.placeholder}</span> : null} <span className="vf-quiet">{[row.title === row.name ? '' : row.title, ...row.phones, ...row.emails, ...row.wechat, row.school, row.homeTown].filter(Boolean).join(' · ')}</span></li>)}</ol></div> : null}
        <div className="vf-field"><span>{t.kind}</span><Segments label={t.kind} value={kind} choose={setKind} options={(['customer', 'outsider'] as const).map((value) => ({ value, text: t.kinds[value] }))} /><p className="vf-field-hint">{t.outsiderHelp}</p></div>
        <div className="vf-person-pair">
          <Field label={t.addSource} hint={t.sourceHint} fault={needed.fault('source')}>{(wiring) => <Input {...wiring} value={source} maxLength={300} onChange={(event) => setSource(event.target.value)} />}</Field>
          <Field label={t.basis}>{(wiring) => <Select {...wiring} aria-label={t.basis} value={basis} onChange={setBasis} options={BASES.map((value) => ({ value, label: t.bases[value] }))} />}</Field>
        </div>
        {error ? <ErrorNote error={error} /> : null}
      </div>
    </SideDrawer>
  );
}
