import { useRef, useState } from 'react';
import { Button, Input, Select, type InputRef } from 'antd';
import { call } from '../../../call.ts';
import { useAllText } from '../../../text/locale.ts';
import { localDay } from '../../../today.ts';
import { Field } from '../../field.tsx';
import { useNeeded } from '../../needed.ts';
import type { ItemKind } from './types.ts';

const KINDS: readonly ItemKind[] = ['phone', 'email', 'wechat', 'education', 'career', 'home_town', 'group', 'interest', 'family', 'note'];
const PLACED: ReadonlySet<ItemKind> = new Set(['education', 'career', 'group']);
const LEVELS = ['normal', 'personal', 'sensitive'] as const;

/** Notes one thing about a person, with its source and who may see it. */
export function AddItem({ id, act }: { id: number; act: (work: () => Promise<{ event: number }>, done: string) => Promise<boolean> }) {
  const { people: t } = useAllText();
  const [kind, setKind] = useState<ItemKind>('phone');
  const [value, setValue] = useState('');
  const [place, setPlace] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [source, setSource] = useState('');
  const [level, setLevel] = useState<(typeof LEVELS)[number] | null>(null);
  /** Where the next one begins. */
  const first = useRef<InputRef>(null);
  const placed = PLACED.has(kind);
  const needed = useNeeded({ place: placed && place.trim() === '', value: !placed && value.trim() === '', source: source.trim() === '' });
  const send = async (): Promise<void> => {
    if (!needed.complete()) return;
    const item = { kind, value: value.trim(), place: placed ? place.trim() : '', fromOn: from.trim() || null, toOn: to.trim() || null, source: source.trim(), collectedOn: localDay(), ...(level === null ? {} : { sensitivity: level }) };
    if (!await act(() => call('POST /api/people/{id}/items', { params: { id }, body: { items: [item] } }), t.itemAdded({ kind: t.items[kind] }))) return;
    needed.done();
    setValue('');
    setPlace('');
    setFrom('');
    setTo('');
    first.current?.focus();
  };
  return (
    <form ref={needed.form} className="vf-stack" aria-label={t.addItem} onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <div className="vf-person-pair">
        <Field label={t.itemKind}>{(wiring) => <Select {...wiring} autoFocus aria-label={t.itemKind} value={kind} onChange={(next: ItemKind) => { setKind(next); setLevel(null); }} options={KINDS.map((one) => ({ value: one, label: t.items[one] }))} />}</Field>
        {placed ? <Field label={t.places[kind as 'education']} fault={needed.fault('place')}>{(wiring) => <Input {...wiring} ref={first} value={place} maxLength={300} onChange={(event) => setPlace(event.target.value)} />}</Field> : null}
        <Field label={t.values[kind]} fault={needed.fault('value')}>{(wiring) => <Input {...wiring} {...(placed ? {} : { ref: first })} value={value} maxLength={500} onChange={(event) => setValue(event.target.value)} />}</Field>
        {placed ? <div className="vf-person-pair"><Field label={t.from}>{(wiring) => <Input {...wiring} placeholder={t.somedayHint} value={from} maxLength={10} onChange={(event) => setFrom(event.target.value)} />}</Field><Field label={t.to}>{(wiring) => <Input {...wiring} value={to} maxLength={10} onChange={(event) => setTo(event.target.value)} />}</Field></div> : null}
        <Field label={t.source} fault={needed.fault('source')}>{(wiring) => <Input {...wiring} placeholder={t.sourceHint} value={source} maxLength={300} onChange={(event) => setSource(event.target.value)} />}</Field>
        <Field label={t.level} hint={t.levelHelp[level ?? (kind === 'family' ? 'sensitive' : placed ? 'normal' : 'personal')]}>{(wiring) => (
          <Select {...wiring} aria-label={t.level} disabled={kind === 'family'} value={level ?? (kind === 'family' ? 'sensitive' : placed ? 'normal' : 'personal')} onChange={setLevel}
            options={LEVELS.filter((one) => placed || one !== 'normal').map((one) => ({ value: one, label: t.levels[one] }))} />
        )}</Field>
      </div>
      <div><Button htmlType="submit">{t.addItem}</Button></div>
    </form>
  );
}
