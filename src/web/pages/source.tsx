import '../parts/sources/sources.css';
import { useEffect, useRef, useState } from 'react';
import { Input } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { answerOf, forget } from '../answers.ts';
import type { ProblemError } from '../call.ts';
import { useKeys } from '../keys.ts';
import { useLive } from '../live.ts';
import { useAllText, useFormat } from '../text/locale.ts';
import { ErrorNote } from '../parts/errorNote.tsx';
import { PageSkeleton } from '../parts/skeleton.tsx';
import { OpportunityFromFact } from '../parts/opportunity/fromFact.tsx';
import { ProposeFacts } from '../parts/sources/proposeFacts.tsx';
import { FactFromSource } from '../parts/sources/factFromSource.tsx';
import { Reader, type ReaderHandle } from '../parts/sources/reader.tsx';
import { selectedPlace, type Selected } from '../parts/sources/selectedPlace.ts';
import { say } from '../undo.ts';

/** A source to be read (阅读来源): page by page, with what was found in it; a selected passage becomes a fact with its place. */
export default function SourcePage() {
  const { sources: t, shell, proposals: p } = useAllText();
  const format = useFormat();
  const id = Number((useParams({ strict: false }) as { id?: string }).id);
  const search = useSearch({ strict: false }) as { page?: unknown; q?: unknown; from?: unknown; to?: unknown };
  const navigate = useNavigate();
  const q = typeof search.q === 'string' ? search.q : '';
  const asked = Number(search.page) || 1;
  const place = Number.isInteger(search.from) && Number.isInteger(search.to) ? { page: asked, from: Number(search.from), to: Number(search.to) } : null;
  const reader = useRef<ReaderHandle>(null);
  const [words, setWords] = useState(q);
  const [shown, setShown] = useState(asked);
  const [selected, setSelected] = useState<Selected | null>(null);
  const [recording, setRecording] = useState(false);
  const [proposing, setProposing] = useState(false);
  /** The passage of the proposal that is looked at. */
  const [looked, setLooked] = useState<{ page: number; from: number; to: number } | null>(null);
  const language = useQuery(answerOf('GET /api/language-model')).data;
  const { data, error, refetch } = useQuery({ ...answerOf('GET /api/sources/{id}', { params: { id } }), placeholderData: keepPreviousData, enabled: Number.isInteger(id) });
  useLive((message) => {
    if (message.type === 'change' && message.verb === 'sourceRead' && message.accountId === data?.account.id) void forget('GET /api/sources/{id}', 'GET /api/sources/{id}/pages');
  });
  useEffect(() => {
    if (data) document.title = `${data.source.title} · ${shell.product}`;
  }, [data, shell.product]);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (words.trim() !== q) void navigate({ to: '/sources/$id', params: { id: String(id) }, search: { page: shown, ...(words.trim() ? { q: words.trim() } : {}) } as never, replace: true, resetScroll: false });
    }, 250);
    return () => clearTimeout(timer);
  }, [words, q, id, shown, navigate]);
  const record = (): void => {
    const found = selectedPlace(document.getSelection());
    if (found === 'several') return say(t.onePage);
    if (found === 'long') return say(t.tooLong);
    if (found === null) return say(t.recordHint);
    setSelected(found);
    setRecording(true);
  };
  useKeys({ f: () => data?.can.record && record(), j: () => reader.current?.goTo(shown + 1), k: () => reader.current?.goTo(Math.max(1, shown - 1)) });

  if ((error && (error as ProblemError).status === 404) || !Number.isInteger(id)) return <div className="vf-page"><p className="vf-empty-sentence">{t.notFound}</p></div>;
  if (error && !data) return <div className="vf-page"><ErrorNote error={error} retry={() => void refetch()} /></div>;
  if (!data || data.source.id !== id) return <PageSkeleton />;
  const { source, account, facts, can } = data;
  return (
    <div className="vf-page vf-page-wide vf-reader-page">
      <header className="vf-reader-head">
        <div>
          <Link to="/accounts/$id" params={{ id: String(account.id) }} search={{ tab: 'sources' } as never} className="vf-small">← {t.back({ name: account.name })}</Link>
          <h1>{source.title}</h1>
        </div>
        <div className="vf-row vf-wrap vf-noprint">
          <Input allowClear className="vf-reader-find" placeholder={t.findHint} aria-label={t.findIn} value={words} onChange={(event) => setWords(event.target.value)} />
          <label className="vf-row vf-small">{t.page}
            <Input className="vf-reader-number vf-num" inputMode="numeric" aria-label={t.goTo} key={shown} defaultValue={String(shown)} onPressEnter={(event) => reader.current?.goTo(Number(event.currentTarget.value) || 1)} />
            <span className="vf-faint vf-num">{t.of({ all: format.number(source.pages) })}</span>
          </label>
          {can.record && language?.host && language.model && source.pages > 0 ? <button type="button" className="vf-record" aria-pressed={proposing} onClick={() => setProposing(!proposing)}>{p.propose}</button> : null}
          {can.record ? <button type="button" className="vf-record" onMouseDown={(event) => event.preventDefault()} onClick={record}>{t.record} <kbd>f</kbd></button> : null}
        </div>
      </header>
      <div className="vf-reader-body">
        <Reader key={id} ref={reader} sourceId={id} pages={source.pages} q={q} start={asked} place={looked ?? place} facts={facts} onPage={setShown} />
        <aside className="vf-reader-side" aria-label={t.factsHere}>
          {proposing && language?.host && language.model ? <ProposeFacts source={source} host={language.host} model={language.model} page={shown} close={() => (setProposing(false), setLooked(null))} show={(anchor) => (setLooked(anchor), reader.current?.goTo(anchor.page, anchor))} /> : null}
          <h2>{t.factsHere}</h2>
          {facts.length === 0 ? <p className="vf-quiet vf-small">{t.noFacts} {can.record ? t.recordHint : ''}</p> : (
            <ol className="vf-reader-facts">
              {facts.map((fact) => (
                <li key={fact.id}>
                  <button type="button" onClick={() => fact.anchor && reader.current?.goTo(fact.anchor.page, fact.anchor)} disabled={!fact.anchor}>
                    <span>{fact.statement}</span>
                    {fact.anchor ? <span className="vf-small vf-faint">{t.place({ label: String(fact.anchor.page) })} · {fact.anchor.quote.slice(0, 80)}{fact.anchor.quote.length > 80 ? '…' : ''}</span> : null}
                  </button>
                  {can.record ? <OpportunityFromFact account={account} fact={{ id: fact.id, statement: fact.statement }} className="vf-link vf-small vf-reader-opportunity" /> : null}
                </li>
              ))}
            </ol>
          )}
        </aside>
      </div>
      <FactFromSource source={source} selected={recording ? selected : null} close={() => setRecording(false)} />
    </div>
  );
}
