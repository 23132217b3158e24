import { Link } from '@tanstack/react-router';
import type { Answer } from '../../call.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { Pennant } from './keyAccountMark.tsx';

export type Decision = Answer<'GET /api/decisions'>['rows'][number];

/** What was decided, as a shape and a word. */
export function Kind({ kind }: { kind: Decision['kind'] }) {
  const { decisions: t } = useText();
  return <span className={`vf-kind vf-kind-${kind}`}>{kind === 'choose' ? <Pennant /> : <span aria-hidden>×</span>}{t.kinds[kind]}</span>;
}

/** People in one phrase: A, B and C. */
export function usePeople(): (people: readonly { readonly name: string }[]) => string {
  const { decisions: t } = useText();
  return (people) => {
    const names = people.map((person) => person.name);
    return names.length < 2 ? (names[0] ?? t.someone) : names.slice(0, -1).join(t.comma) + t.and + names.at(-1)!;
  };
}

/** One decision in the log: when, on whom, why, by whom, how it stood then, and when it is looked at again. */
export function DecisionRow({ decision }: { decision: Decision }) {
  const { decisions: t, common } = useText();
  const format = useFormat();
  const phrase = usePeople();
  const { figures } = decision;
  return (
    <li data-row tabIndex={-1} className={decision.withdrawn ? 'vf-gone' : undefined}>
      <div><span className="vf-num">{format.day(decision.decidedOn)}</span><br /><Kind kind={decision.kind} /></div>
      <div>
        <p className="vf-log-name">
          <Link to="/decisions/$id" params={{ id: String(decision.id) }}>{decision.account.name}</Link>
          {decision.withdrawn ? <span className="vf-tag">{t.withdrawnTag}</span> : decision.standing ? null : <span className="vf-tag">{t.replacedTag}</span>}
        </p>
        <p className="vf-quiet vf-log-reason">{decision.reasons.for}</p>
      </div>
      <div className="vf-small">
        <p>{phrase(decision.people)}</p>
        <p className="vf-faint vf-num">{t.then({ score: format.points(figures.total), grade: figures.grade ?? '–', class: figures.class ? common.classes[figures.class] : '–', revenue: format.money(figures.revenue, figures.currency) })}</p>
      </div>
      <div className="vf-small vf-log-due">
        {decision.due ? <span className="vf-tag vf-tag-due">{t.reviewDue({ day: format.day(decision.reviewDue) })}</span> : decision.reviewDue ? <span className="vf-quiet vf-num">{t.nextReview({ day: format.day(decision.reviewDue) })}</span> : null}
        {decision.lastReviewedOn ? <p className="vf-faint vf-num">{t.reviewedOn({ day: format.day(decision.lastReviewedOn) })}</p> : null}
      </div>
    </li>
  );
}
