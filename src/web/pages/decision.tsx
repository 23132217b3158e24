import '../parts/chart/chart.css';
import '../parts/portfolio/scoreMarks.css';
import '../parts/account/account.css';
import '../parts/decision/decision.css';
import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { answerOf } from '../answers.ts';
import type { ProblemError } from '../call.ts';
import { useFormat, useText, useWords } from '../text/locale.ts';
import { AlternativesTable } from '../parts/decision/alternativesTable.tsx';
import { Kind } from '../parts/decision/decisionRow.tsx';
import { DocumentHead } from '../parts/decision/documentHead.tsx';
import { FrozenFacts } from '../parts/decision/frozenFacts.tsx';
import { FrozenScore } from '../parts/decision/frozenScore.tsx';
import { ReviewForm } from '../parts/decision/reviewForm.tsx';
import { Reviews } from '../parts/decision/reviews.tsx';
import { Since } from '../parts/decision/since.tsx';
import { Then } from '../parts/decision/then.tsx';
import { ErrorNote } from '../parts/errorNote.tsx';
import { PageSkeleton } from '../parts/skeleton.tsx';

/** A decision as a document to be read years later: what was decided, by whom, on what; what happened since; its reviews. */
export default function DecisionPage() {
  const { decisions: t, shell } = useText();
  const format = useFormat();
  const words = useWords();
  const id = Number((useParams({ strict: false }) as { id?: string }).id);
  const { data, error, refetch } = useQuery({ ...answerOf('GET /api/decisions/{id}', { params: { id } }), enabled: Number.isInteger(id) });
  const name = data?.snapshot.account.name;
  useEffect(() => {
    if (name !== undefined && data) document.title = `${t.documentTitle[data.decision.kind]({ name })} · ${shell.product}`;
  }, [name, data?.decision.kind, t, shell.product]);
  // What the address points at is not there before the answer is.
  useEffect(() => {
    if (data && location.hash === '#review') document.getElementById('review')?.scrollIntoView();
  }, [data !== undefined]);

  if ((error as ProblemError | null)?.status === 404 || !Number.isInteger(id)) return <div className="vf-page"><p className="vf-empty-sentence">{t.notFound}</p><Link to="/decisions">{t.backToLog}</Link></div>;
  if (error && !data) return <div className="vf-page"><ErrorNote error={error} retry={() => void refetch()} /></div>;
  if (!data || data.decision.id !== id) return <PageSkeleton />;
  const { decision, snapshot, reviews, others } = data;
  const { model, figures } = snapshot;
  return (
    <article className="vf-page vf-document">
      <DocumentHead detail={data} />
      <section aria-label={t.reasons}>
        <div className="vf-why">
          <div><h3>{t.reasonsFor[decision.kind]}</h3><p>{decision.reasons.for}</p></div>
          <div><h3>{t.reasonsAgainst[decision.kind]}</h3><p className={decision.reasons.against ? undefined : 'vf-faint'}>{decision.reasons.against || t.noReasonAgainst}</p></div>
        </div>
      </section>
      <section>
        <h2>{t.on}</h2>
        <p className="vf-quiet">{t.asKnown({ day: format.day(figures.asOf), version: format.number(model.version), model: words(model.name) })}</p>
        <Then figures={figures} />
        <FrozenScore snapshot={snapshot} />
      </section>
      <section><h2>{t.facts}</h2><FrozenFacts snapshot={snapshot} /></section>
      {decision.kind === 'choose' ? <section><h2>{t.alternativesThen}</h2><AlternativesTable snapshot={snapshot} /></section> : null}
      <section><h2>{t.happened}</h2><Since detail={data} /></section>
      {decision.kind === 'choose' ? <section><h2>{t.reviews}</h2><Reviews reviews={reviews} /></section> : null}
      {data.can.review ? <section id="review" className="vf-noprint"><h2>{t.thisYear}</h2><ReviewForm decision={decision} /></section> : null}
      {others.length > 0 ? (
        <section className="vf-noprint">
          <h2>{t.others}</h2>
          <ul className="vf-other-decisions">{others.map((other) => <li key={other.id}><Kind kind={other.kind} /> <Link to="/decisions/$id" params={{ id: String(other.id) }}>{format.day(other.decidedOn)}</Link>{other.withdrawn ? <> <span className="vf-tag">{t.withdrawnTag}</span></> : null}</li>)}</ul>
        </section>
      ) : null}
    </article>
  );
}
