import { useState } from 'react';
import { Button, Checkbox, Input, Popconfirm } from 'antd';
import { addDays } from '#domain/day.ts';
import { call } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { localDay } from '../../../today.ts';
import { say } from '../../../undo.ts';
import { useChanging } from '../../changing.ts';
import { ErrorNote } from '../../errorNote.tsx';
import { Field } from '../../field.tsx';
import { SideDrawer } from '../../sideDrawer.tsx';
import { forgetPeople } from './forgetPeople.ts';
import { PersonName } from './personName.tsx';
import type { PersonRow } from './types.ts';

const ONE_YEAR = 365;

/** People whose time of keeping ends: kept longer or erased, as many at once as are chosen. */
export function DuePeople({ rows, more, erase, open, close }: { rows: readonly PersonRow[]; /** Who comes after these are decided on. */ more: number; /** Whether the reader may erase. */ erase: boolean; open: (id: number) => void; close: () => void }) {
  const { privacy: t, people } = useAllText();
  const format = useFormat();
  const { error, setError, act } = useChanging(forgetPeople);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(rows.map((row) => row.id)));
  const [until, setUntil] = useState(() => addDays(localDay(), ONE_YEAR));
  const [reason, setReason] = useState('');
  const ids = rows.filter((row) => chosen.has(row.id)).map((row) => row.id);
  const mayErase = ids.length > 0 && reason.trim().length >= 3;
  const turn = (id: number, on: boolean): void => setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  const keep = async (): Promise<void> => {
    if (await act(() => call('POST /api/people/keep', { body: { ids, until } }), t.kept(ids.length)) && ids.length === rows.length) close();
  };
  const goAway = async (): Promise<void> => {
    setError(null);
    try {
      const { cleaned } = await call('POST /api/people/erase', { body: { ids, reason: reason.trim() } });
      say(`${t.gone(ids.length)}${cleaned ? '' : ` ${t.notCleaned}`}`);
      await forgetPeople();
      if (ids.length === rows.length) close();
    } catch (cause) {
      setError(cause);
    }
  };
  return (
    <SideDrawer title={t.dueTitle} open close={close} width={520} first=".vf-due-row input" footer={<Button type="primary" disabled={ids.length === 0 || until === ''} onClick={() => void keep()}>{t.keep(ids.length)}</Button>}>
      <div className="vf-stack">
        <p>{t.dueLead}</p>
        {more > 0 ? <p className="vf-small vf-quiet">{t.dueShown({ shown: format.number(rows.length), all: format.number(rows.length + more) })}</p> : null}
        <div>
          <div className="vf-due-row"><Checkbox aria-label={t.all} checked={ids.length === rows.length} indeterminate={ids.length > 0 && ids.length < rows.length} onChange={(event) => setChosen(new Set(event.target.checked ? rows.map((row) => row.id) : []))} /><span>{t.all}</span><span className="vf-small vf-faint">{people.until}</span></div>
          {rows.map((row) => (
            <div key={row.id} className="vf-due-row">
              <Checkbox aria-label={t.choose({ name: row.name })} checked={chosen.has(row.id)} onChange={(event) => turn(row.id, event.target.checked)} />
              <span className="vf-clip"><button type="button" className="vf-people-open" onClick={() => open(row.id)}><PersonName person={row} /></button> <span className="vf-small vf-quiet">{row.title}</span></span>
              <span className="vf-num vf-small">{row.retainUntil === null ? '' : format.day(row.retainUntil)}</span>
            </div>
          ))}
        </div>
        <Field label={t.until}>{(wiring) => <Input {...wiring} type="date" min={localDay()} value={until} onChange={(event) => setUntil(event.target.value)} />}</Field>
        {erase ? (
          <div className="vf-due-erase">
            <Field label={t.eraseReason}>{(wiring) => <Input {...wiring} placeholder={t.eraseExample} value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />}</Field>
            <Popconfirm title={t.sureChosen(ids.length)} okText={t.yes} cancelText={t.no} okButtonProps={{ danger: true }} disabled={!mayErase} onConfirm={() => void goAway()}><Button danger disabled={!mayErase}>{t.eraseChosen(ids.length)}</Button></Popconfirm>
          </div>
        ) : null}
        {error ? <ErrorNote error={error} /> : null}
      </div>
    </SideDrawer>
  );
}
