import { useCallback, useMemo, useState } from 'react';
import { Button } from 'antd';
import { call } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { say, sayDone } from '../../../undo.ts';
import { ErrorNote } from '../../errorNote.tsx';
import { useSending } from '../../useSending.ts';
import { ContactRows } from './contactRows.tsx';
import { makesTie, type ContactsRead, type RowChoice } from './contactsRead.ts';
import { forgetPeople } from './forgetPeople.ts';
import { MarkedContacts } from './markedContacts.tsx';

/** More rows than anybody looks through; they are taken all the same. */
const SHOWN = 500;

/** What a file of contacts brings, row by row: who is new, who will be shared, who stays the colleague's own, when they last spoke. Nothing is kept before "Take in". */
export function ContactPreview({ read, close }: { read: ContactsRead; close: () => void }) {
  const { people: t, contacts: c } = useAllText();
  const format = useFormat();
  const [choices, setChoices] = useState<ReadonlyMap<number, RowChoice>>(new Map());
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set());
  const [words, setWords] = useState('');
  const { busy, error, send } = useSending();
  const of = (n: number): RowChoice => choices.get(n) ?? {};
  const rows = useMemo(() => read.rows.map((row, n) => ({ n, row })), [read]);
  const willTake = rows.filter(({ n, row }) => row.state !== 'repeated' && row.state !== 'unchanged' && !of(n).out);
  const apart = willTake.filter(({ n, row }) => makesTie(row) && of(n).mine);
  const silent = willTake.filter(({ n, row }) => makesTie(row) && !of(n).spoke && row.contact.since === null);
  const needle = words.trim().toLowerCase();
  const found = useMemo(() => (needle === '' ? rows : rows.filter(({ row: { contact } }) => `${contact.name} ${contact.organisation} ${contact.department} ${contact.title} ${contact.school} ${contact.emails.join(' ')}`.toLowerCase().includes(needle))), [rows, needle]);
  const shown = found.slice(0, SHOWN);
  const choose = useCallback((some: readonly number[], patch: RowChoice): void => setChoices((before) => new Map([...before, ...some.map((n) => [n, { ...before.get(n), ...patch }] as const)])), []);
  const mark = useCallback((some: readonly number[], on: boolean): void => setMarked((before) => {
    const next = new Set(before);
    for (const n of some) if (on) next.add(n); else next.delete(n);
    return next;
  }), []);
  const tied = rows.filter(({ row }) => makesTie(row)).map(({ n }) => n);
  const take = async (): Promise<void> => {
    const chosen = (field: 'out' | 'mine') => [...choices].flatMap(([n, choice]) => (choice[field] ? [n] : []));
    const said = tied.flatMap((n) => (of(n).spoke || of(n).kind ? [{ row: n, spoke: of(n).spoke ?? null, kind: of(n).kind ?? null }] : []));
    const done = await call('POST /api/contacts', { body: { fileName: read.fileName, layout: read.layout, contentHash: read.contentHash, contacts: read.rows.map((row) => row.contact), private: chosen('mine'), leaveOut: chosen('out'), said } });
    const taken = t.taken({ created: done.created, changed: done.changed });
    if (done.event > 0) sayDone(silent.length > 0 ? c.afterTaking({ taken, n: silent.length }) : taken, done.event);
    else say(t.takenNothing);
    await forgetPeople();
    close();
  };
  return (
    <section className="vf-stack" aria-label={read.fileName}>
      <div className="vf-contact-sums" role="status">
        <strong>{t.willShare(willTake.length - apart.length)}</strong><strong>{t.willKeep(apart.length)}</strong><span className="vf-quiet">{t.willLeave(read.rows.length - willTake.length)}</span>{read.leftOut.length > 0 ? <span className="vf-quiet">{t.unread(read.leftOut.length)}</span> : null}
      </div>
      <div className="vf-small vf-quiet"><p>{t.shareHelp}</p><p>{t.privateHelp}</p><p>{c.spokeHelp}</p></div>
      <div className="vf-contact-foot">
        <Button type="primary" loading={busy} disabled={willTake.length === 0} onClick={() => void send(take)}>{t.take}</Button>
        <Button onClick={() => choose(tied, { mine: true })}>{t.allPrivate}</Button><Button onClick={() => choose(tied, { mine: false })}>{t.allShared}</Button><Button type="text" onClick={close}>{t.cancel}</Button>
      </div>
      {willTake.length === 0 ? <p className="vf-note">{t.takenNothing}</p> : (
        <MarkedContacts words={words} setWords={setWords} marked={marked.size} all={tied.length} choose={(patch) => choose(marked.size > 0 ? tied.filter((n) => marked.has(n)) : tied, patch)} clear={() => setMarked(new Set())} />
      )}
      {error ? <ErrorNote error={error} /> : null}
      <ContactRows rows={shown} choices={choices} choose={choose} marked={marked} mark={mark} />
      {found.length === 0 ? <p className="vf-quiet">{t.noneFound}</p> : null}
      {found.length > SHOWN ? <p className="vf-small vf-quiet">{t.rowsShown({ shown: SHOWN, all: format.number(found.length) })}</p> : null}
    </section>
  );
}
