import { useState } from 'react';
import { Button, Checkbox, Switch } from 'antd';
import { call, type Answer } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { say, sayDone } from '../../../undo.ts';
import { ErrorNote } from '../../errorNote.tsx';
import { forgetPeople } from './forgetPeople.ts';

export type ContactsRead = Answer<'POST /api/contacts/read'>;
/** More rows than anybody looks through; they are taken all the same. */
const SHOWN = 500;

/** What a file of contacts brings, row by row: who is new, who will be shared, who stays the colleague's own. Nothing is kept before "Take in". */
export function ContactPreview({ read, close }: { read: ContactsRead; close: () => void }) {
  const { people: t } = useAllText();
  const format = useFormat();
  const [mine, setMine] = useState<ReadonlySet<number>>(new Set());
  const [out, setOut] = useState<ReadonlySet<number>>(new Set());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const counts = read.rows.map((row, n) => ({ n, row })).filter(({ row }) => row.state !== 'repeated' && row.state !== 'unchanged');
  const taken = counts.filter(({ n }) => !out.has(n));
  const apart = taken.filter(({ n, row }) => row.state !== 'changed' && mine.has(n));
  const toggle = (set: ReadonlySet<number>, n: number, on: boolean): Set<number> => {
    const next = new Set(set);
    if (on) next.add(n);
    else next.delete(n);
    return next;
  };
  const take = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const done = await call('POST /api/contacts', { body: { fileName: read.fileName, layout: read.layout, contentHash: read.contentHash, contacts: read.rows.map((row) => row.contact), private: [...mine], leaveOut: [...out] } });
      if (done.event > 0) sayDone(t.taken({ created: done.created, changed: done.changed }), done.event);
      else say(t.takenNothing);
      await forgetPeople();
      close();
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="vf-stack" aria-label={read.fileName}>
      <div className="vf-contact-sums" role="status">
        <strong>{t.willShare(taken.length - apart.length)}</strong><strong>{t.willKeep(apart.length)}</strong><span className="vf-quiet">{t.willLeave(read.rows.length - taken.length)}</span>{read.leftOut.length > 0 ? <span className="vf-quiet">{t.unread(read.leftOut.length)}</span> : null}
      </div>
      <p className="vf-small vf-quiet">{t.shareHelp} {t.privateHelp}</p>
      <div className="vf-contact-foot">
        <Button type="primary" loading={busy} disabled={taken.length === 0} onClick={() => void take()}>{t.take}</Button>
        <Button onClick={() => setMine(new Set(read.rows.keys()))}>{t.allPrivate}</Button><Button onClick={() => setMine(new Set())}>{t.allShared}</Button><Button type="text" onClick={close}>{t.cancel}</Button>
      </div>
      {taken.length === 0 ? <p className="vf-note">{t.takenNothing}</p> : null}
      {error ? <ErrorNote error={error} /> : null}
      <div className="vf-people-frame">
        <table className="vf-table vf-people-table">
          <thead><tr><th>{t.takeThis}</th><th>{t.name}</th><th>{t.title}</th><th>{t.organisation}</th><th>{t.state}</th><th>{t.onlyMine}</th></tr></thead>
          <tbody>
            {read.rows.slice(0, SHOWN).map(({ contact, state, account }, n) => {
              const idle = state === 'repeated' || state === 'unchanged';
              return (
                <tr key={n} className={idle || out.has(n) ? 'vf-contact-off' : undefined}>
                  <td data-label={idle ? undefined : t.takeThis}><Checkbox aria-label={`${t.takeThis}: ${contact.name}`} disabled={idle} checked={!idle && !out.has(n)} onChange={(event) => setOut(toggle(out, n, !event.target.checked))} /></td>
                  <td><strong>{contact.name}</strong></td>
                  <td>{[contact.department, contact.title].filter(Boolean).join(' · ')}</td>
                  <td>{contact.organisation}{account ? <span className="vf-small vf-faint"> · {t.atCustomer({ name: account.name })}</span> : null}</td>
                  <td className="vf-contact-state"><span className="vf-tag" title={t.statesHelp[state]}>{t.states[state]}</span></td>
                  <td data-label={state === 'new' || state === 'known' ? t.onlyMine : undefined}>{state === 'new' || state === 'known' ? <Switch size="small" aria-label={`${t.onlyMine}: ${contact.name}`} disabled={out.has(n)} checked={mine.has(n)} onChange={(on) => setMine(toggle(mine, n, on))} /> : null}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {read.rows.length > SHOWN ? <p className="vf-small vf-quiet">{t.rowsShown({ shown: SHOWN, all: format.number(read.rows.length) })}</p> : null}
    </section>
  );
}
