import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import { forget } from '../../answers.ts';
import { call } from '../../call.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { localDay } from '../../today.ts';
import { say, sayDone } from '../../undo.ts';
import { shortened } from '../audit/sentence.ts';
import type { ModelNames } from '../account/names.ts';
import { InlineEdit } from '../account/inlineEdit.tsx';
import { problemIn, wordProblem } from '../errorNote.tsx';
import { OpportunityFromFact } from '../opportunity/fromFact.tsx';
import { draftFaults, draftOf, type FactDraft } from './factDraft.ts';
import { FactChip, type FactView } from './factChip.tsx';
import { FactFields } from './factFields.tsx';

/** One fact: what it says, where it comes from, who relies on it; changed where it stands, withdrawn with an undo. `place`: where it stands on the full view. */
export function FactLine({ fact, names, may, place }: { fact: FactView; names: ModelNames; may: boolean; place?: ReactNode }) {
  const { common, errors, facts: t } = useText();
  const format = useFormat();
  const [draft, setDraft] = useState<FactDraft | null>(null);
  const gone = fact.withdrawnAt !== null;
  const today = localDay();
  const changedFields = draft === null ? [] : (Object.keys(draft) as (keyof FactDraft)[]).filter((name) => draft[name] !== fact[name]);
  // What an older version left open (a source) is asked for only by who touches it.
  const faults = draft === null ? new Map<string, string>() : new Map([...draftFaults(draft, today)].filter(([field]) => changedFields.includes(field) || draftFaults(draftOf(fact), today).get(field) === undefined));

  const change = async (work: () => Promise<{ event: number }>, done: string): Promise<boolean> => {
    try {
      const { event } = await work();
      sayDone(done, event);
      await forget('GET /api/accounts/{id}/facts', 'GET /api/accounts/{id}', 'GET /api/accounts/{id}/timeline', 'GET /api/accounts', 'GET /api/portfolio', 'GET /api/portfolio/bubbles', 'GET /api/portfolio/sheet', 'GET /api/accounts/{id}/canvas');
      return true;
    } catch (error) {
      const problem = problemIn(error);
      say(problem.fields?.[0] ? (errors.fields[problem.fields[0].reason] ?? problem.fields[0].message) : wordProblem(problem, errors, format));
      await forget('GET /api/accounts/{id}/facts');
      return false;
    }
  };
  const edit = (body: Partial<FactDraft>): Promise<boolean> => change(() => call('PATCH /api/facts/{id}', { params: { id: fact.id }, body }), t.edited);
  const withdraw = (withdrawn: boolean): void => void change(() => call('POST /api/facts/{id}/withdraw', { params: { id: fact.id }, body: { withdrawn } }), (withdrawn ? t.withdrawn : t.restored)({ statement: shortened(fact.statement) }));
  const save = async (): Promise<void> => {
    if (draft === null || faults.size > 0) return;
    if (changedFields.length === 0 || await edit(Object.fromEntries(changedFields.map((name) => [name, draft[name]])))) setDraft(null);
  };
  const notes = fact.notes ?? 0;
  const cited = fact.citedBy.filter((key) => names.indicator(key) !== key);
  return (
    <li className={`vf-fact${gone ? ' vf-gone' : ''}`} data-row tabIndex={-1}>
      <div className="vf-fact-statement"><InlineEdit key={fact.statement} value={fact.statement} label={t.statement} may={may && !gone} required multiline maxLength={2000} keep={(statement) => void edit({ statement })} /></div>
      <div className="vf-fact-tools vf-noprint">
        {may && !gone && draft === null ? <OpportunityFromFact account={{ id: fact.accountId, name: '' }} fact={fact} /> : null}
        {may && !gone && draft === null ? <button type="button" className="vf-link vf-small" aria-label={t.editOf({ statement: shortened(fact.statement) })} onClick={() => setDraft(draftOf(fact))}>{t.editSource}</button> : null}
        {may ? <button type="button" className="vf-link vf-small" aria-label={(gone ? t.restoreOf : t.withdrawOf)({ statement: shortened(fact.statement) })} onClick={() => withdraw(!gone)}>{gone ? t.restore : t.withdraw}</button> : null}
      </div>
      {draft === null ? (
        <div className="vf-fact-meta vf-small">
          <FactChip fact={fact} />
          {place}
          <span className="vf-faint">{common.factKinds[fact.kind]}</span>
          {cited.length > 0 || notes > 0 ? (
            <span className="vf-quiet vf-linked">{t.citedBy}{' '}{cited.map((key, n) => <span key={key}>{n > 0 ? t.comma : ''}<Link to="/accounts/$id" params={{ id: String(fact.accountId) }} search={{ tab: 'assess', at: key } as never} replace resetScroll={false}>{names.indicator(key)}</Link></span>)}{notes > 0 ? <>{cited.length > 0 ? t.comma : ''}<Link to="/accounts/$id" params={{ id: String(fact.accountId) }} search={{ tab: 'insight' } as never} replace resetScroll={false}>{t.notes(notes)}</Link></> : null}</span>
          ) : gone ? null : <span className="vf-faint">{t.notCited}</span>}
          <span className="vf-faint">{gone ? t.withdrawnOn({ day: format.day(localDay(new Date(fact.withdrawnAt!))) }) : t.by({ name: fact.recordedBy?.name ?? t.system, when: format.ago(fact.recordedAt) })}</span>
        </div>
      ) : (
        <div className="vf-fact-editing" onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
          else if (event.key === 'Escape') setDraft(null);
        }}>
          <FactFields accountId={fact.accountId} draft={draft} change={setDraft} faults={faults} today={today} />
          <div className="vf-row"><Button size="small" type="primary" onClick={() => void save()}>{t.save}</Button><Button size="small" onClick={() => setDraft(null)}>{common.cancel}</Button></div>
        </div>
      )}
    </li>
  );
}
