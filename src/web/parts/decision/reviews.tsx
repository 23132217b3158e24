import { Link } from '@tanstack/react-router';
import { useChange } from '../../answers.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { say, sayDone } from '../../undo.ts';
import { problemIn, wordProblem } from '../errorNote.tsx';
import { decisionChanged } from './changed.ts';
import type { Detail } from './frozen.ts';

const SIGNS = { keep: '✓', watch: '!', drop: '×' } as const;

/** The yearly reviews of a decision, oldest first; withdrawn ones stay, struck through. */
export function Reviews({ reviews }: { reviews: Detail['reviews'] }) {
  const { decisions: t, errors } = useText();
  const format = useFormat();
  const withdraw = useChange('POST /api/reviews/{id}/withdraw', {
    done: (answer) => {
      sayDone(t.reviewWithdrawn, answer.event);
      void decisionChanged();
    },
  });
  if (reviews.length === 0) return <p className="vf-quiet">{t.noReviews}</p>;
  return (
    <ol className="vf-reviews">
      {reviews.map((review) => (
        <li key={review.id} className={review.withdrawn ? 'vf-undone' : undefined}>
          <p><span className={`vf-outcome vf-outcome-${review.outcome}`}><span aria-hidden>{SIGNS[review.outcome]}</span>{t.outcomes[review.outcome]}</span> <span className="vf-small vf-quiet">{t.reviewBy({ name: review.reviewedBy?.name ?? t.someone, day: format.day(review.reviewedOn) })}</span>{review.withdrawn ? <span className="vf-tag">{t.withdrawnTag}</span> : null}</p>
          <p className="vf-review-note">{review.note}</p>
          {review.dropDecisionId !== null && !review.withdrawn ? <p className="vf-small"><Link to="/decisions/$id" params={{ id: String(review.dropDecisionId) }}>{t.dropDecision}</Link></p> : null}
          {review.can.withdraw ? <button type="button" className="vf-link vf-small vf-noprint" onClick={() => withdraw.mutate({ params: { id: review.id }, body: {} }, { onError: (error) => say(wordProblem(problemIn(error), errors, format)) })}>{t.takeBackReview}</button> : null}
        </li>
      ))}
    </ol>
  );
}
