import { useAllText, useFormat } from '../../../text/locale.ts';
import type { QuestionView } from './changing.ts';

/** Who finds out, by when; late in words, not by colour alone. */
export function QuestionMark({ question }: { question: Pick<QuestionView, 'owner' | 'dueOn' | 'overdue'> }) {
  const { canvas: t } = useAllText();
  const format = useFormat();
  const due = question.dueOn === null ? null : question.overdue ? t.overdue({ day: format.day(question.dueOn) }) : t.due({ day: format.day(question.dueOn) });
  return (
    <span className="vf-canvas-who vf-small">
      <span className={question.owner ? 'vf-quiet' : 'vf-faint'}>{question.owner?.name ?? t.nobody}</span>
      {due ? <span className={question.overdue ? 'vf-late' : 'vf-faint'}>{' · '}{due}</span> : null}
    </span>
  );
}
