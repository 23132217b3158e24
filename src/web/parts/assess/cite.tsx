import { useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { NewFact } from '#domain/select/fact.ts';
import { answerOf, forget } from '../../answers.ts';
import { call } from '../../call.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { localDay } from '../../today.ts';
import { say, sayDone } from '../../undo.ts';
import { shortened } from '../audit/sentence.ts';
import { problemIn, wordProblem } from '../errorNote.tsx';
import { FactChip, type FactView } from '../facts/factChip.tsx';
import { draftFaults, emptyDraft, type FactDraft } from '../facts/factDraft.ts';
import { FactFields } from '../facts/factFields.tsx';

const SHOWN = 8;

interface Props {
  accountId: number;
  cited: readonly FactView[];
  close: () => void;
  choose: (fact: FactView, on: boolean) => void;
  /** Records a fact in the same act as the mark that cites it; null: there is no mark yet, the fact is recorded by itself and waits (`awaitFact`). */
  write: ((fact: NewFact) => Promise<boolean>) | null;
  awaitFact: (fact: FactView) => void;
}

/** What does this judgement rest on? Type to find a fact of this customer, Enter cites it; or write the words as a new one. */
export function Cite({ accountId, cited, close, choose, write, awaitFact }: Props) {
  const { assess: t, errors, facts: f } = useText();
  const format = useFormat();
  const list = useId();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const [draft, setDraft] = useState<FactDraft | null>(null);
  const [tried, setTried] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  // Newer browsers answer with a promise, which is no clean-up.
  useEffect(() => void panel.current?.scrollIntoView({ block: 'nearest' }), [draft === null]);
  const q = useDeferredValue(words.trim());
  const found = useQuery({ ...answerOf('GET /api/accounts/{id}/facts', { params: { id: accountId }, query: { limit: SHOWN, ...(q ? { q: q.slice(0, 100) } : {}) } }), placeholderData: keepPreviousData }).data?.rows ?? [];
  const today = localDay();
  // The last row writes what was typed.
  const count = found.length + (words.trim() ? 1 : 0);
  const chosen = Math.min(at, count - 1);
  const isCited = (fact: FactView): boolean => cited.some((one) => one.id === fact.id);
  const run = (index: number): void => {
    const fact = found[index];
    if (fact) {
      choose(fact, !isCited(fact));
      close();
    } else if (words.trim()) setDraft({ ...emptyDraft(today), statement: words.trim() });
  };
  const press = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) setAt((chosen + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
    else if (event.key === 'Enter') run(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const faults = draft ? draftFaults(draft, today) : NONE;
  const record = async (): Promise<void> => {
    setTried(true);
    if (!draft || faults.size > 0) return;
    if (write) {
      if (await write(draft)) close();
      return;
    }
    try {
      const { ids, event } = await call('POST /api/accounts/{id}/facts', { params: { id: accountId }, body: { facts: [draft] } });
      const made = (await call('GET /api/accounts/{id}/facts', { params: { id: accountId }, query: { limit: SHOWN } })).rows.find((row) => row.id === ids[0]);
      sayDone(f.recorded({ n: 1, statement: shortened(draft.statement) }), event);
      if (made) awaitFact(made);
      close();
      await forget('GET /api/accounts/{id}/facts', 'GET /api/accounts/{id}/timeline', 'GET /api/accounts/{id}');
    } catch (error) {
      say(wordProblem(problemIn(error), errors, format));
    }
  };
  if (draft) {
    return (
      <div className="vf-cite" ref={panel} onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void record();
        else if (event.key === 'Escape') setDraft(null);
      }}>
        <textarea autoFocus rows={1} value={draft.statement} aria-label={f.statement} maxLength={2000} onChange={(event) => setDraft({ ...draft, statement: event.target.value })} />
        <FactFields accountId={accountId} draft={draft} change={setDraft} faults={tried ? faults : NONE} today={today} />
        <div className="vf-row"><Button size="small" type="primary" onClick={() => void record()}>{t.recordAndCite}</Button><Button size="small" onClick={() => setDraft(null)}>{t.backToFacts}</Button></div>
      </div>
    );
  }
  return (
    <div className="vf-cite" ref={panel}>
      <input
        autoFocus value={words} placeholder={t.citeHint} aria-label={t.citeHint} role="combobox" aria-expanded={count > 0} aria-controls={list} aria-activedescendant={count > 0 ? `${list}-${chosen}` : undefined} autoComplete="off" maxLength={2000}
        onChange={(event) => (setWords(event.target.value), setAt(0))} onKeyDown={press}
      />
      {count === 0 ? <p className="vf-small vf-quiet">{t.noFacts}</p> : (
        <div role="listbox" id={list} aria-label={t.cite} className="vf-cite-list">
          {found.map((fact, index) => (
            <div key={fact.id} id={`${list}-${index}`} role="option" aria-selected={index === chosen} className="vf-cite-row" onPointerMove={() => setAt(index)} onClick={() => run(index)}>
              <span className="vf-cite-sign" aria-hidden>{isCited(fact) ? '✓' : ''}</span><span className="vf-cite-statement">{fact.statement}{isCited(fact) ? <span className="vf-hidden"> ({t.isCited})</span> : null}</span><FactChip fact={{ ...fact, url: null, sourceId: null }} short />
            </div>
          ))}
          {words.trim() ? <div id={`${list}-${found.length}`} role="option" aria-selected={found.length === chosen} className="vf-cite-row" onPointerMove={() => setAt(found.length)} onClick={() => run(found.length)}><span className="vf-cite-sign" aria-hidden>+</span><span className="vf-cite-statement">{t.writeNew({ statement: words.trim() })}</span></div> : null}
        </div>
      )}
      <div className="vf-row"><Button size="small" onClick={close}>{t.closeCite}</Button></div>
    </div>
  );
}

const NONE: ReadonlyMap<string, string> = new Map();
