import './sources.css';
import { useRef, useState, type DragEvent } from 'react';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { answerOf, forget } from '../../answers.ts';
import { ProblemError } from '../../call.ts';
import { useLive } from '../../live.ts';
import { sendFile } from '../../sendFile.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { sayDone } from '../../undo.ts';
import { Empty } from '../empty.tsx';
import { ErrorNote } from '../errorNote.tsx';
import { RowsSkeleton } from '../skeleton.tsx';
import { FindPages } from './findPages.tsx';
import { NewText } from './newText.tsx';
import { SourceLine } from './sourceLine.tsx';

/** Sources about one customer (来源, I2): bring, find, open. */
export function SourcesTab({ accountId }: { accountId: number }) {
  const { sources: t } = useText();
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [writing, setWriting] = useState<'text' | 'address' | null>(null);
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { data, error: broken, refetch } = useQuery(answerOf('GET /api/accounts/{id}/sources', { params: { id: accountId } }));
  useLive((message) => {
    if (message.type === 'change' && message.accountId === accountId && /^source/.test(message.verb)) void forget('GET /api/accounts/{id}/sources');
  });

  const take = async (files: readonly File[]): Promise<void> => {
    setError(null);
    for (const file of files) {
      setSending({ name: file.name, share: 0 });
      try {
        // Said before anything is sent: the server would stop listening in the middle.
        if (data && file.size > data.largestFile) throw new ProblemError({ code: 'too_large', reason: 'over_limit', message: '', params: { limitMb: data.largestFile / 1_000_000 } }, 413);
        const { source, event } = await sendFile('POST /api/accounts/{id}/sources', { params: { id: accountId }, query: { fileName: file.name } }, file, (share) => setSending({ name: file.name, share }));
        sayDone(t.added({ title: source.title }), event);
      } catch (cause) {
        setError(cause);
      }
      await forget('GET /api/accounts/{id}/sources', 'GET /api/accounts/{id}/timeline');
    }
    setSending(null);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  };

  if (broken && !data) return <ErrorNote error={broken} retry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={4} />;
  return (
    <section className="vf-sources" aria-label={t.title}>
      {data.can.add ? (
        <div className={over ? 'vf-sources-add vf-drop-over' : 'vf-sources-add'} onDragOver={(event) => (event.preventDefault(), setOver(true))} onDragLeave={() => setOver(false)} onDrop={drop}>
          <span>{over ? t.dropNow : <>{t.drop} <button type="button" className="vf-link" onClick={() => input.current?.click()}>{t.choose}</button></>}<span className="vf-small vf-faint"> · {t.formats}</span></span>
          <span className="vf-row vf-wrap">
            <Button size="small" onClick={() => setWriting('text')}>{t.paste}</Button>
            <Button size="small" onClick={() => setWriting('address')}>{t.cite}</Button>
          </span>
          <input ref={input} type="file" hidden multiple accept=".pdf,.docx,.pptx,.xlsx,.html,.htm,.txt,.md,.csv" aria-label={t.choose} onChange={(event) => (void take([...(event.target.files ?? [])]), (event.target.value = ''))} />
        </div>
      ) : null}
      {sending ? <p className="vf-small vf-quiet" role="status">{t.sending({ name: sending.name, share: format.percent(sending.share) })}</p> : null}
      {error ? <ErrorNote error={error} /> : null}
      {data.rows.length === 0 ? <Empty sentence={t.empty} example={t.emptyExample} action={data.can.add ? <Button type="primary" onClick={() => input.current?.click()}>{t.choose}</Button> : undefined} /> : (
        <FindPages accountId={accountId}>
          <ul className="vf-source-list">{data.rows.map((source) => <SourceLine key={source.id} source={source} may={data.can.add} />)}</ul>
        </FindPages>
      )}
      <NewText accountId={accountId} what={writing} close={() => setWriting(null)} />
    </section>
  );
}
