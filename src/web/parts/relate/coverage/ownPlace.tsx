import './coverage.css';
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { answerOf, forget } from '../../../answers.ts';
import { call, type Answer } from '../../../call.ts';
import { useMe } from '../../../me.ts';
import { useAllText } from '../../../text/locale.ts';
import { useChanging } from '../../changing.ts';
import { ErrorNote } from '../../errorNote.tsx';
import { Field } from '../../field.tsx';
import { PlaceFields, type PlaceChange } from './placeFields.tsx';

export type PlaceRow = Answer<'GET /api/positions'>['rows'][number];
const forgetPlaces = (): Promise<void> => forget('GET /api/positions', 'GET /api/accounts/{id}/coverage', 'GET /api/events');

/** Where the person who is signed in stands in our own house; each change is kept as it is made. */
export function OwnPlace() {
  const me = useMe();
  const { coverage: t } = useAllText();
  const row = useQuery(answerOf('GET /api/positions')).data?.rows.find((one) => one.userId === me.id);
  return row ? <><p className="vf-field-hint">{t.ownLead}</p><PlaceOf row={row} name={me.name} own /></> : null;
}

/** Title, level and function of one of us. */
export function PlaceOf({ row, name, own }: { row: PlaceRow; name: string; own: boolean }) {
  const { coverage: t } = useAllText();
  const { error, act } = useChanging(forgetPlaces);
  const change = (body: PlaceChange & { title?: string }): void => void act(() => (own ? call('PATCH /api/me/position', { body }) : call('PATCH /api/members/{id}/position', { params: { id: row.userId }, body })), own ? t.savedOwn : t.saved({ name }));
  const told = <V,>(placed: { readonly value: V | null; readonly how: string }): V | null => (placed.how === 'told' ? placed.value : null);
  return (
    <div className="vf-place">
      <Field label={own ? t.ownTitle : t.title_}>{(wiring) => (
        <Input {...wiring} key={row.title} defaultValue={row.title} maxLength={200} disabled={!row.can.tell} onPressEnter={(event) => event.currentTarget.blur()} onBlur={(event) => { const title = event.target.value.trim(); if (title !== row.title) change({ title }); }} />
      )}</Field>
      <PlaceFields title={row.title} level={told(row.position.level)} work={told(row.position.function)} disabled={!row.can.tell} change={change} />
      {error ? <ErrorNote error={error} /> : null}
    </div>
  );
}
