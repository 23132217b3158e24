import { useState } from 'react';
import { Button } from 'antd';
import { isBlock, KIND_OF_BLOCK } from '#domain/blocks.ts';
import { call } from '../../../call.ts';
import { useAllText } from '../../../text/locale.ts';
import { localDay } from '../../../today.ts';
import { draftFaults, emptyDraft, type FactDraft } from '../../facts/factDraft.ts';
import { FactFields } from '../../facts/factFields.tsx';
import { useCanvasChange, type QuestionView } from './changing.ts';

const NONE: ReadonlyMap<string, string> = new Map();

/** What was found out; recorded as a fact in the same act unless it is only words. Ctrl+Enter answers, Esc leaves. */
export function AnswerForm({ question, done }: { question: Pick<QuestionView, 'id' | 'block' | 'account'>; done: () => void }) {
  const { canvas: t, common } = useAllText();
  const change = useCanvasChange();
  const today = localDay();
  const [answer, setAnswer] = useState('');
  const [asFact, setAsFact] = useState(true);
  const [draft, setDraft] = useState<FactDraft>(() => ({ ...emptyDraft(today), kind: isBlock(question.block) ? KIND_OF_BLOCK[question.block] : 'other' }));
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const faults = asFact ? draftFaults({ ...draft, statement: answer }, today) : NONE;
  const send = async (): Promise<void> => {
    setTried(true);
    if (answer.trim() === '' || faults.size > 0 || sending) return;
    setSending(true);
    const body = { answer, ...(asFact ? { fact: { ...draft, statement: answer } } : {}) };
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
      <label className="vf-row vf-small" title={t.asFactHelp}><input type="checkbox" checked={asFact} onChange={(event) => setAsFact(event.target.checked)} />{t.asFact}</label>
      {asFact ? <FactFields accountId={question.account.id} draft={draft} change={setDraft} faults={tried ? faults : NONE} today={today} /> : <p className="vf-small vf-faint">{t.asFactHelp}</p>}
      <span className="vf-canvas-form-end"><Button size="small" onClick={done}>{common.cancel}</Button><Button size="small" type="primary" htmlType="submit" loading={sending} disabled={answer.trim() === ''}>{t.answerDone}</Button></span>
    </form>
  );
}
