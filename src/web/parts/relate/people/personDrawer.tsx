import './people.css';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select, Switch } from 'antd';
import { answerOf } from '../../../answers.ts';
import { call } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { useChanging } from '../../changing.ts';
import { ErrorNote } from '../../errorNote.tsx';
import { Field } from '../../field.tsx';
import { SideDrawer } from '../../sideDrawer.tsx';
import { RowsSkeleton } from '../../skeleton.tsx';
import { PlaceFields } from '../coverage/placeFields.tsx';
import { AddItem } from './addItem.tsx';
import { TellTie } from '../ways/tellTie.tsx';
import { useSourceWords } from '../sourceWords.ts';
import { ErasePerson } from './erasePerson.tsx';
import { forgetPeople } from './forgetPeople.ts';
import { ItemLine } from './itemLine.tsx';
import { PersonName } from './personName.tsx';
import { PersonTies } from './personTies.tsx';
import { RevealLog } from './revealLog.tsx';
import type { PersonRow } from './types.ts';

type Change = Partial<Pick<PersonRow, 'name' | 'nameLatin' | 'title' | 'organisation' | 'placeholder' | 'purpose' | 'source' | 'basis' | 'noticeOn' | 'retainUntil' | 'restrictedOn' | 'level' | 'function'>>;
const BASES = ['legitimate_interest', 'consent', 'contract', 'public', 'legal_duty'] as const;

/** A person: who they are, what is known with its source, and by what right. Each change is kept as it is made. */
export function PersonDrawer({ id, close, open }: { id: number; close: () => void; open?: (person: number) => void }) {
  const { people: t } = useAllText();
  const format = useFormat();
  const { data, error: missing, refetch } = useQuery(answerOf('GET /api/people/{id}', { params: { id } }));
  const { error, act } = useChanging(forgetPeople);
  const [erasing, setErasing] = useState(false);
  const [adding, setAdding] = useState(false);
  const [telling, setTelling] = useState(false);
  const sourceWords = useSourceWords();
  if (!data) return <SideDrawer title={t.name} open close={close} width={600}>{missing ? <ErrorNote error={missing} retry={() => void refetch()} /> : <RowsSkeleton rows={6} />}</SideDrawer>;
  const { person, items, can } = data;
  const may = can.edit && person.userId === null;
  // A drawer is never above a drawer: telling takes the place of the person, who comes back after it.
  if (telling) return <TellTie a={null} b={person} close={() => setTelling(false)} />;
  const change = (body: Change): void => void act(() => call('PATCH /api/people/{id}', { params: { id }, body }), t.changed({ name: body.name ?? person.name }));
  /** What the product itself writes as a purpose is a word of the code. */
  const shown = (field: 'name' | 'nameLatin' | 'title' | 'organisation' | 'purpose' | 'source'): string => (field === 'purpose' ? (t.purposes as Record<string, string>)[person.purpose] : undefined) ?? person[field] ?? '';
  /** A text that is sent when the field is left, and put back where it must not be empty. */
  const text = (label: string, field: 'name' | 'nameLatin' | 'title' | 'organisation' | 'purpose' | 'source', hint?: string) => (
    <Field label={label} hint={hint}>{(wiring) => (
      <Input {...wiring} key={person[field]} defaultValue={shown(field)} disabled={!may} maxLength={200} onPressEnter={(event) => event.currentTarget.blur()}
        onBlur={(event) => { const value = event.target.value.trim(); if (value !== shown(field)) change({ [field]: field === 'nameLatin' && value === '' ? null : value }); }} />
    )}</Field>
  );
  const day = (label: string, field: 'noticeOn' | 'retainUntil' | 'restrictedOn', hint?: string) => (
    <Field label={label} hint={hint}>{(wiring) => <Input {...wiring} key={person[field]} type="date" defaultValue={person[field] ?? ''} disabled={!may} onBlur={(event) => { const value = event.target.value || null; if (value !== person[field]) change({ [field]: value }); }} />}</Field>
  );
  const withdraw = async (): Promise<void> => {
    if (await act(() => call('POST /api/people/{id}/withdraw', { params: { id } }), t.withdrawn({ name: person.name }))) close();
  };
  return (
    <SideDrawer
      title={<PersonName person={person} />} open close={close} width={600}
      footer={may || can.erase ? <div className="vf-spread"><span>{can.erase ? <Button type="text" danger onClick={() => setErasing(!erasing)}>{t.erase}</Button> : null}</span>{may ? <Button type="text" onClick={() => void withdraw()}>{t.withdraw}</Button> : null}</div> : undefined}
    >
      <div className="vf-stack">
        {erasing ? <ErasePerson id={id} done={close} /> : null}
        <div className="vf-person-pair">{text(t.name, 'name')}{text(t.latin, 'nameLatin')}{text(t.title, 'title')}{person.account ? <div className="vf-field"><span>{t.organisation}</span><span>{person.account.name}</span></div> : text(t.organisation, 'organisation')}{person.kind === 'outsider' ? null : <PlaceFields title={person.title} level={person.level} work={person.function} told={data.told} disabled={!may} change={change} />}</div>
        {may && (person.placeholder || items.length === 0) ? <label className="vf-person-switch"><Switch size="small" aria-label={t.placeholder} checked={person.placeholder} onChange={(placeholder) => change({ placeholder })} /><span>{t.placeholder}</span><span className="vf-small vf-faint">{t.placeholderHelp}</span></label> : null}
        {can.keepPrivate ? <label className="vf-person-switch"><Switch size="small" aria-label={t.private} checked={person.private} onChange={(alone) => void act(() => call('POST /api/people/{id}/private', { params: { id }, body: { private: alone } }), (alone ? t.nowPrivate : t.nowShared)({ name: person.name }))} /><span>{t.private}</span><span className="vf-small vf-faint">{t.privateHelp}</span></label> : null}
        <section aria-label={t.known}>
          <h3>{t.known}</h3>
          {items.length === 0 ? <p className="vf-small vf-quiet">{t.knownNone}</p> : <ul className="vf-person-items">{items.map((item) => <ItemLine key={item.id} item={item} can={{ edit: may, reveal: can.reveal }} act={act} />)}</ul>}
          {may ? adding ? <AddItem id={id} act={act} /> : <Button size="small" onClick={() => setAdding(true)}>{t.noteItem}</Button> : null}
        </section>
        <PersonTies person={person} open={open} tell={() => setTelling(true)} />
        <section aria-label={t.right}>
          <h3>{t.right}</h3>
          <div className="vf-person-pair">
            {person.source.startsWith('contacts:') ? <div className="vf-field"><span>{t.source}</span><span>{sourceWords(person.source)}</span></div> : text(t.source, 'source', t.sourceHint)}
            <Field label={t.basis}>{(wiring) => <Select {...wiring} aria-label={t.basis} disabled={!may} value={person.basis} onChange={(basis) => change({ basis })} options={BASES.map((value) => ({ value, label: t.bases[value] }))} />}</Field>
            {text(t.purpose, 'purpose')}
            {day(t.notice, 'noticeOn', t.noticeHelp)}
            {day(t.until, 'retainUntil')}
            {day(t.restrictedOn, 'restrictedOn', t.restrictedHelp)}
          </div>
          <p className="vf-small vf-faint">{t.collectedOn({ day: format.day(person.collectedOn) })}{person.owner ? ` · ${t.ownedBy({ name: person.owner.name })}` : ''}</p>
        </section>
        {can.edit && items.some((item) => item.sensitivity === 'sensitive') ? <RevealLog id={id} /> : null}
        {error ? <ErrorNote error={error} /> : null}
      </div>
    </SideDrawer>
  );
}
