import { useState } from 'react';
import { Button, Input, Select } from 'antd';
import { FACT_KINDS, type FactKind } from '#domain/factKinds.ts';
import { MOST_PAGES } from '#domain/insight/proposals/asking.ts';
import type { Anchor } from '#domain/select/fact.ts';
import { forget } from '../../answers.ts';
import { call, type Answer } from '../../call.ts';
import { useAllText } from '../../text/locale.ts';
import { localDay } from '../../today.ts';
import { sayDone } from '../../undo.ts';
import { shortened } from '../audit/sentence.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Field } from '../field.tsx';
import { useSending } from '../useSending.ts';

type Source = Answer<'GET /api/sources/{id}'>['source'];
interface Draft { id: number; statement: string; kind: FactKind; anchor: Anchor; chosen: boolean }
type Outcome = Pick<Answer<'POST /api/sources/{id}/proposals'>, 'notThere' | 'known' | 'unusable'> & { found: number };

/** How many pages are offered at first: some twenty minutes of reading. */
const USUAL = 5;

/** Facts that the language model proposes: first where the text goes, then each with its quotation in the text; a person says yes, one by one or to chosen ones. */
export function ProposeFacts({ source, host, model, page, show, close }: { source: Source; host: string; model: string; page: number; show: (anchor: Anchor) => void; close: () => void }) {
  const { proposals: t, sources: s, common } = useAllText();
  const [from, setFrom] = useState(String(page));
  const [count, setCount] = useState(String(Math.min(USUAL, Math.max(1, source.pages - page + 1))));
  const [drafts, setDrafts] = useState<Draft[] | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { busy, error, send: doing } = useSending();
  const send = (): Promise<void> => doing(async () => {
    const { proposals, notThere, known, unusable } = await call('POST /api/sources/{id}/proposals', { params: { id: source.id }, body: { from: Math.max(1, Number(from) || 1), count: Math.min(MOST_PAGES, Math.max(1, Number(count) || 1)) } });
    setDrafts(proposals.map((one, n) => ({ id: n, ...one, chosen: false })));
    setOutcome({ notThere, known, unusable, found: proposals.length });
    if (proposals[0]) show(proposals[0].anchor);
  });
  const record = (ones: readonly Draft[]): Promise<void> => doing(async () => {
    const today = localDay();
    const { event } = await call('POST /api/accounts/{id}/facts', {
      params: { id: source.accountId },
      body: { facts: ones.map(({ statement, kind, anchor }) => ({ statement, kind, evidence: 'document' as const, sourceType: 'document' as const, source: source.title, url: source.url, sourceId: source.id, observedOn: source.publishedOn ?? today, anchor })) },
    });
    sayDone(t.recorded({ n: ones.length }), event);
    setDrafts((was) => was && was.filter((one) => !ones.includes(one)));
    await forget('GET /api/sources/{id}', 'GET /api/accounts/{id}/facts', 'GET /api/accounts/{id}/sources', 'GET /api/accounts/{id}/timeline');
  });
  const change = (id: number, patch: Partial<Draft>): void => setDrafts((was) => was && was.map((one) => (one.id === id ? { ...one, ...patch } : one)));
  const chosen = drafts?.filter((one) => one.chosen) ?? [];
  return (
    <div className="vf-proposals">
      <div className="vf-spread"><h2>{t.title}</h2><button type="button" className="vf-link vf-small" onClick={close}>{t.back}</button></div>
      {drafts === null ? (
        <form className="vf-stack" onSubmit={(event) => (event.preventDefault(), void send())}>
          <p className="vf-proposals-notice">{t.notice({ host, model })}</p>
          <div className="vf-row">
            <Field label={t.fromPage}>{(wiring) => <Input {...wiring} className="vf-num" inputMode="numeric" value={from} onChange={(event) => setFrom(event.target.value)} />}</Field>
            <Field label={t.pages}>{(wiring) => <Input {...wiring} className="vf-num" inputMode="numeric" value={count} onChange={(event) => setCount(event.target.value)} />}</Field>
          </div>
          <Button type="primary" htmlType="submit" loading={busy}>{t.send({ host })}</Button>
          {busy ? <p className="vf-small vf-quiet" role="status">{t.reading({ host })}</p> : null}
        </form>
      ) : (
        <>
          <div className="vf-small vf-quiet" role="status">
            <p>{t.found({ n: outcome?.found ?? 0 })}</p>
            {outcome && outcome.notThere > 0 ? <p>{t.dropped({ n: outcome.notThere })}</p> : null}
            {outcome && outcome.known > 0 ? <p>{t.known({ n: outcome.known })}</p> : null}
            {outcome && outcome.unusable > 0 ? <p>{t.unusable({ n: outcome.unusable })}</p> : null}
          </div>
          <ul className="vf-proposals-list" aria-label={t.title}>
            {drafts.map((one) => (
              <li key={one.id} className="vf-assumed">
                <div className="vf-row vf-proposals-words">
                  <input type="checkbox" checked={one.chosen} aria-label={t.choose({ statement: shortened(one.statement) })} onChange={(event) => change(one.id, { chosen: event.target.checked })} />
                  <Input.TextArea aria-label={t.statement} autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} value={one.statement} onChange={(event) => change(one.id, { statement: event.target.value })} />
                </div>
                <button type="button" className="vf-proposals-quote vf-small" title={t.show} onClick={() => show(one.anchor)}><span className="vf-faint">{s.place({ label: String(one.anchor.page) })}</span> “{one.anchor.quote}”</button>
                <div className="vf-row vf-wrap">
                  <Select size="small" aria-label={t.kind} value={one.kind} popupMatchSelectWidth={false} onChange={(kind: FactKind) => change(one.id, { kind })} options={FACT_KINDS.map((value) => ({ value, label: common.factKinds[value] }))} />
                  <Button size="small" disabled={busy || one.statement.trim() === ''} onClick={() => void record([one])}>{t.accept}</Button>
                  <button type="button" className="vf-link vf-small" onClick={() => setDrafts(drafts.filter((other) => other !== one))}>{t.drop}</button>
                </div>
              </li>
            ))}
          </ul>
          {drafts.length === 0 && (outcome?.found ?? 0) > 0 ? <p className="vf-small vf-quiet">{t.allDone}</p> : null}
          <div className="vf-row vf-wrap vf-proposals-foot">
            {drafts.length > 0 ? <Button type="primary" disabled={chosen.length === 0 || busy || chosen.some((one) => one.statement.trim() === '')} onClick={() => void record(chosen)}>{t.acceptChosen({ n: chosen.length })}</Button> : null}
            <Button onClick={() => (setDrafts(null), setOutcome(null))}>{t.again}</Button>
          </div>
        </>
      )}
      {error ? <ErrorNote error={error} /> : null}
    </div>
  );
}
