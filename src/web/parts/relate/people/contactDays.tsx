import { useEffect, useRef, useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { SPOKE_SPANS, type RaisedKind, type Spoke } from '#domain/relate/spoke.ts';
import { call } from '../../../call.ts';
import { useKeys } from '../../../keys.ts';
import { useAllText } from '../../../text/locale.ts';
import { sayDone } from '../../../undo.ts';
import { Empty } from '../../empty.tsx';
import { ErrorNote } from '../../errorNote.tsx';
import { RowsSkeleton } from '../../skeleton.tsx';
import { contactPages } from './contactPages.ts';
import type { OwnContact } from './contactsTable.tsx';
import { forgetPeople } from './forgetPeople.ts';
import { KindSelect, raisedKind, SpokeButtons, useSpokeWords } from './spoke.tsx';

/** The quick pass over one's contacts of whom nobody knows when both last spoke: one press each, the next one waits under the finger. */
export function ContactDays({ close }: { close: () => void }) {
  const { contacts: t, people, ways } = useAllText();
  const words = useSpokeWords();
  const query = useInfiniteQuery(contactPages('', true));
  const [at, setAt] = useState(0);
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set());
  const [skipped, setSkipped] = useState<ReadonlySet<number>>(new Set());
  /** Answered, until the server's list has heard of it: nobody waits for it before the next press. */
  const [answered, setAnswered] = useState<ReadonlySet<number>>(new Set());
  const [error, setError] = useState<unknown>(null);
  const list = useRef<HTMLUListElement>(null);
  const known = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const rows = known.filter((row) => row.tie !== null && !skipped.has(row.id) && !answered.has(row.id));
  const cursor = Math.min(at, Math.max(0, rows.length - 1));
  const current = rows[cursor];
  const chosen = rows.filter((row) => marked.has(row.id));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (rows.length < 20 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  useEffect(() => {
    list.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current?.id]);

  const send = async (some: readonly OwnContact[], said: { spoke: Spoke } | { kind: RaisedKind }, text: string): Promise<void> => {
    setError(null);
    const gone = 'spoke' in said ? some.map((row) => row.id) : [];
    setAnswered((before) => new Set([...before, ...gone]));
    setMarked((before) => new Set([...before].filter((id) => !gone.includes(id))));
    try {
      const done = call('POST /api/contacts/spoke', { body: { contacts: some.map((row) => ({ tie: row.tie!.id, ...said })) } });
      sayDone(text, done.then(({ event }) => event));
      await done;
      await forgetPeople();
    } catch (cause) {
      setError(cause);
    } finally {
      setAnswered((before) => new Set([...before].filter((id) => !gone.includes(id))));
    }
  };
  const answer = (spoke: Spoke, some = chosen.length > 0 ? chosen : current ? [current] : []): void => {
    if (some.length > 0) void send(some, { spoke }, some.length === 1 ? t.said({ name: some[0]!.name, spoke: words(spoke) }) : t.saidMany({ n: some.length, spoke: words(spoke) }));
  };
  const skip = (): void => { if (current) setSkipped((before) => new Set([...before, current.id])); };
  const mark = (id: number): void => setMarked((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  useKeys({
    j: () => setAt(Math.min(cursor + 1, rows.length - 1)), k: () => setAt(Math.max(0, cursor - 1)), s: skip, x: () => { if (current) mark(current.id); },
    ...Object.fromEntries(SPOKE_SPANS.map((span, n) => [String(n + 1), () => answer(span)])),
  });

  if (query.error && !query.data) return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  if (query.isPending) return <RowsSkeleton rows={6} />;
  const total = query.data.pages[0]?.counts?.noDay ?? known.length;
  const end = <Button onClick={close}>{t.passEnd}</Button>;
  if (total - answered.size <= 0) return <Empty sentence={t.passDone} action={end} />;
  return (
    <section className="vf-stack" aria-label={t.passTitle}>
      <div className="vf-spread vf-wrap"><h2>{t.passTitle}</h2>{end}</div>
      <p className="vf-quiet" role="status">{t.passLead(total - answered.size)} <span className="vf-small">{t.vague}</span></p>
      <p className="vf-small vf-faint vf-pass-keys">{t.passKeys}</p>
      {error ? <ErrorNote error={error} /> : null}
      {chosen.length > 0 ? <div className="vf-pass-marked"><strong>{t.answerMarked(chosen.length)}</strong><SpokeButtons label={t.answerMarked(chosen.length)} choose={(spoke) => answer(spoke, chosen)} keys /><button type="button" className="vf-link vf-small" onClick={() => setMarked(new Set())}>{t.unmark}</button></div> : null}
      <ul ref={list} className="vf-pass">
        {rows.map((row, n) => (
          <li key={row.id} aria-current={n === cursor} className={n === cursor ? 'vf-pass-now' : undefined} onPointerDown={() => setAt(n)} onFocus={() => setAt(n)}>
            <Checkbox aria-label={`${t.mark}: ${row.name}`} checked={marked.has(row.id)} onChange={() => mark(row.id)} />
            <span className="vf-pass-who"><strong>{row.name}</strong>{row.private ? <span className="vf-tag">{people.private}</span> : null}<span className="vf-small vf-quiet">{[row.title, row.account?.name ?? row.organisation].filter(Boolean).join(' · ')}</span></span>
            {row.tie!.can.kind ? <KindSelect label={`${t.kind} ${row.name}`} value={raisedKind(row.tie!.kind)} choose={(kind) => { if (kind !== null) void send([row], { kind }, t.kindSaid({ name: row.name, kind: ways.kinds[kind] })); }} /> : <span>{ways.kinds[row.tie!.kind]}</span>}
            <span className="vf-pass-answers"><SpokeButtons label={`${t.spoke} ${row.name}`} choose={(spoke) => answer(spoke, [row])} keys={n === cursor && chosen.length === 0} />{n === cursor ? <button type="button" className="vf-link vf-small" onClick={skip}>{t.skip}</button> : null}</span>
          </li>
        ))}
      </ul>
      {skipped.size > 0 ? <p className="vf-small vf-quiet">{t.passSkipped(skipped.size)} <button type="button" className="vf-link" onClick={() => setSkipped(new Set())}>{t.passAgain}</button></p> : null}
    </section>
  );
}
