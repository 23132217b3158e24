import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useChange } from '../../answers.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { say, sayDone } from '../../undo.ts';
import { problemIn, wordProblem } from '../errorNote.tsx';
import { decisionChanged } from './changed.ts';
import { Kind, usePeople } from './decisionRow.tsx';
import type { Detail } from './frozen.ts';

/** What was decided, by whom, when; whether it stands; and what may be done about it. */
export function DocumentHead({ detail }: { detail: Detail }) {
  const { decisions: t, errors } = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const phrase = usePeople();
  const { decision, snapshot, can } = detail;
  const { withdrawn, kind } = decision;
  const withdraw = useChange('POST /api/decisions/{id}/withdraw', {
    done: (answer) => {
      sayDone(t.withdrawnDone, answer.event);
      void decisionChanged();
    },
  });
  const status = withdrawn ? t.withdrawnOn({ day: format.day(withdrawn.at.slice(0, 10)), name: withdrawn.by ?? t.someone }) : decision.standing ? t.standing[kind] : t.replaced;
  return (
    <header className="vf-document-head">
      <nav className="vf-small vf-noprint"><Link to="/decisions">← {t.backToLog}</Link></nav>
      <h1>{t.documentTitle[kind]({ name: snapshot.account.name })}</h1>
      <p>{t.decidedBy({ people: phrase(decision.people), day: format.day(decision.decidedOn) })} <span className="vf-quiet">{t.recordedBy({ name: decision.recordedBy?.name ?? t.someone, at: format.time(decision.recordedAt) })}</span></p>
      <p className="vf-document-status"><Kind kind={kind} /><span className={withdrawn || !decision.standing ? 'vf-quiet' : undefined}>{status}{snapshot.reviewId === null ? '' : ` ${t.cameFromReview}`}</span></p>
      <div className="vf-document-acts vf-noprint">
        <Button size="small" onClick={() => void navigate({ to: '/accounts/$id', params: { id: String(decision.account.id) } })}>{t.toAccount}</Button>
        <Button size="small" onClick={() => window.print()}>{t.print}</Button>
        {can.withdraw ? <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate({ params: { id: decision.id }, body: {} }, { onError: (error) => say(wordProblem(problemIn(error), errors, format)) })}>{t.withdraw}</Button> : null}
      </div>
    </header>
  );
}
