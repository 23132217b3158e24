import { useState } from 'react';
import { Button } from 'antd';
import { isBlock, KIND_OF_BLOCK } from '#domain/blocks.ts';
import { call } from '../../../call.ts';
import { useAllText } from '../../../text/locale.ts';
import { localDay } from '../../../today.ts';
import { draftFaults, emptyDraft, type FactDraft } from '../../facts/factDraft.ts';
import { FactFields } from '../../facts/factFields.tsx';
import { Segments } from '../../segments.tsx';
import { CiteField } from '../strategy/citeField.tsx';
import { useCanvasChange, type QuestionView } from './changing.ts';

const NONE: ReadonlyMap<string, string> = new Map();

/** What the answer rests on: a fact recorded with it, facts we have, or its words alone. */
type On = 'fact' | 'cite' | 'words';

/** What was found out, and what it rests on; a new fact is recorded in the same act. Ctrl+Enter answers, Esc leaves. */
export function AnswerForm({ question, done }: { question: Pick<QuestionView, 'id' | 'block' | 'account'>; done: () => void }) {
  const { canvas: t, common } = useAllText();
  const change = useCanvasChange();
  const today = localDay();
  const [answer, setAnswer] = useState('');
  const [on, setOn] = useState<On>('fact');
  const [cited, setCited] = useState<number[]>([]);
  const [draft, setDraft] = useState<FactDraft>(() => ({ ...emptyDraft(today), kind: isBlock(question.block) ? KIND_OF_BLOCK[question.block] : 'other' }));
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const asFact = on === 'fact';
  const faults = asFact ? draftFaults({ ...draft, statement: answer }, today) : NONE;
  const send = async (): Promise<void> => {
    setTried(true);
    if (answer.trim() === '' || faults.size > 0 || (on === 'cite' && cited.length === 0) || sending) return;
    setSending(true);
    const body = { answer, ...(asFact ? { fact: { ...draft, statement: answer } } : {}), ...(on === 'cite' ? { facts: cited } : {}) };
    if (await change(() => call('POST /api/questions/{id}/answer', { params: { id: question.id }, body }), t.answered)) done();
    setSending(false);
  };
  return (
    <form className="vf-canvas-form" aria-label={t.answer} onSubmit={(event) => { event.preventDefault(); void send(); }} onKeyDown={(event) => {
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
      else if (event.key === 'Escape') { event.stopPropagation(); done(); }
    }}>
      <textarea rows={2} autoFocus value={answer} maxLength={2000} aria-label={t.answerHint} placeholder={t.answerHint} aria-invalid={tried && answer.trim() === ''} onChange={(event) => setAnswer(event.target.value)} />
      <Segments label={t.restsOn} shown value={on} choose={setOn} options={(['fact', 'cite', 'words'] as const).map((value) => ({ value, text: t.answerOn[value] }))} />
      {asFact ? <FactFields accountId={question.account.id} draft={draft} change={setDraft} faults={tried ? faults : NONE} today={today} /> : on === 'cite' ? <CiteField accountId={question.account.id} ids={cited} known={[]} change={setCited} /> : <p className="vf-small vf-faint">{t.asFactHelp}</p>}
      <span className="vf-canvas-form-end"><Button size="small" onClick={done}>{common.cancel}</Button><Button size="small" type="primary" htmlType="submit" loading={sending} disabled={answer.trim() === '' || (on === 'cite' && cited.length === 0)}>{t.answerDone}</Button></span>
    </form>
  );
}
