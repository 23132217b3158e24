import { useState } from 'react';
import { useAllText, useFormat } from '../../../text/locale.ts';
import type { QuestionView } from './changing.ts';

/** The day by which somebody finds out, changed where it stands: Enter or leaving keeps it, Esc gives it back. A typed date is kept when it is whole. */
export function DueDay({ question, keep }: { question: Pick<QuestionView, 'dueOn' | 'overdue'>; keep: (day: string | null) => void }) {
  const { canvas: t } = useAllText();
  const format = useFormat();
  const [draft, setDraft] = useState<string | null>(null);
  if (draft === null) {
    const words = question.dueOn === null ? t.noDue : (question.overdue ? t.overdue : t.due)({ day: format.day(question.dueOn) });
    return <button type="button" className={`vf-inline ${question.overdue ? 'vf-late' : question.dueOn === null ? 'vf-faint' : 'vf-quiet'}`} aria-label={`${t.dueOn}: ${words}`} title={t.dueOn} onClick={() => setDraft(question.dueOn ?? '')}>{words}</button>;
  }
  const leave = (): void => {
    setDraft(null);
    if (draft !== (question.dueOn ?? '')) keep(draft || null);
  };
  return (
    <input type="date" className="vf-day" autoFocus aria-label={t.dueOn} value={draft} onChange={(event) => setDraft(event.target.value)} onBlur={leave} onKeyDown={(event) => {
      if (event.key === 'Enter') event.currentTarget.blur();
      else if (event.key === 'Escape') { event.stopPropagation(); setDraft(null); }
    }} />
  );
}
