import type { ReactNode } from 'react';
import { monthOf } from '#domain/day.ts';
import { useFormat, useText, useWords } from '../../text/locale.ts';
import { Amount } from '../amount.tsx';
import { ClassMark } from '../portfolio/classMark.tsx';
import { Change } from '../portfolio/rankCells.tsx';
import type { Detail } from './frozen.ts';
import { SinceChart } from './sinceChart.tsx';

type Figures = Detail['since']['now'];

/** What happened since: then, at each review, and now; the months; what moved; what proves less today. */
export function Since({ detail }: { detail: Detail }) {
  const { decisions: t } = useText();
  const format = useFormat();
  const words = useWords();
  const { since, snapshot, months } = detail;
  const { figures: then } = snapshot;
  if (since.days <= 0) return <p className="vf-quiet">{t.happenedNothing({ day: format.day(since.to) })}</p>;
  const signed = (points: number): string => `${points > 0 ? '+' : points < 0 ? '−' : '±'}${format.points(Math.abs(points))}`;
  const finding = [
    ...(since.revenue.share === null ? [] : [t.findRevenue({ change: format.change(since.revenue.share) })]), ...(since.grade.steps === null ? [] : [t.gradeChange({ steps: since.grade.steps })]),
    ...(since.rank.places === null ? [] : [t.placesChange({ places: since.rank.places })]), t.findLost({ n: since.factsLost.length }),
  ];
  return (
    <>
      <p className="vf-since-finding">{finding.join(t.clause)}{t.stop}</p>
      <p className="vf-quiet">{t.period({ from: format.day(since.from), to: format.day(since.to), days: format.days(since.days) })}</p>
      {since.sameModel ? null : <p className="vf-note">{t.otherModel}</p>}
      {since.sameCurrency ? null : <p className="vf-note">{t.otherCurrency({ then: then.currency, now: since.now.currency })}</p>}
      <FigureTable detail={detail} />
      <h3>{t.chart}</h3>
      <SinceChart months={months} decided={monthOf(then.asOf)} currency={since.now.currency} />
      <div className="vf-since-parts">
        <section>
          <h3>{t.moved}</h3>
          {since.indicators.length === 0 ? <p className="vf-quiet">{t.movedNone}</p> : (
            <ul className="vf-moves">
              {since.indicators.map((move) => (
                <li key={move.key}>
                  <span className={`vf-move-sign ${move.kind === 'rose' ? 'vf-move-up' : move.kind === 'fell' ? 'vf-move-down' : 'vf-faint'}`} aria-hidden>{move.kind === 'rose' ? '▲' : move.kind === 'fell' ? '▼' : move.kind === 'becameKnown' ? '+' : '?'}</span>
                  <span>{words(move.name)}</span>
                  <span className="vf-num vf-quiet">{t.moves[move.kind]({ then: format.points(move.then), now: format.points(move.now) })}</span>
                  <span className="vf-num vf-small vf-faint">{move.effect === null || Math.abs(move.effect) < 0.05 ? '' : t.effect({ points: signed(move.effect) })}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section>
          <h3>{t.lost}</h3>
          {since.factsLost.length === 0 ? <p className="vf-quiet">{t.lostNone}</p> : (
            <ul className="vf-quotes">
              {since.factsLost.map((fact) => <li key={fact.id} className="vf-quote vf-stale"><p>{fact.statement}</p><p className="vf-small vf-quiet"><span className="vf-tag">{t.lostBy[fact.by]}</span><span>{fact.source} · {format.day(fact.observedOn)}</span></p></li>)}
            </ul>
          )}
        </section>
      </div>
    </>
  );
}

/** Then, each review that stands, now, and the change: the table one reads aloud at the yearly review. */
function FigureTable({ detail }: { detail: Detail }) {
  const { decisions: t, common } = useText();
  const format = useFormat();
  const { since, snapshot, reviews } = detail;
  const columns: { key: string; head: string; figures: Figures }[] = [
    { key: 'then', head: t.columns.then, figures: snapshot.figures },
    ...reviews.filter((review) => !review.withdrawn).map((review) => ({ key: String(review.id), head: t.reviewColumn({ day: format.day(review.reviewedOn) }), figures: review.figures })),
    { key: 'now', head: t.columns.now, figures: since.now },
  ];
  const share = (change: { share: number | null }): ReactNode => (change.share === null ? null : <Change share={change.share} />);
  const rank = (one: Figures): string => (one.rank === null ? '–' : one.ranked === null ? format.number(one.rank) : t.rankOf({ rank: format.number(one.rank), all: format.number(one.ranked) }));
  const rows: { name: string; cell: (one: Figures) => ReactNode; change: ReactNode }[] = [
    { name: t.revenue, cell: (one) => <Amount minor={one.revenue} currency={one.currency} />, change: share(since.revenue) },
    { name: t.margin, cell: (one) => (one.margin === null ? '–' : <Amount minor={one.margin} currency={one.currency} />), change: share(since.margin) },
    { name: t.contribution, cell: (one) => <Amount minor={one.contribution} currency={one.currency} />, change: share(since.contribution) },
    { name: t.score, cell: (one) => format.points(one.total), change: since.total.points === null ? null : <Signed value={since.total.points} text={t.pointsChange({ points: format.points(Math.abs(since.total.points)) })} /> },
    { name: t.confidence, cell: (one) => format.percent(one.confidence, 0), change: null },
    { name: t.grade, cell: (one) => (one.grade ? <span className={`vf-grade vf-grade-${one.grade}`}>{one.grade}</span> : '–'), change: since.grade.steps === null ? null : <Signed value={since.grade.steps} text={t.gradeChange({ steps: since.grade.steps })} /> },
    { name: t.class, cell: (one) => (one.class ? <ClassMark kind={one.class} word={common.classes[one.class]} /> : '–'), change: <Signed value={since.class.change === 'better' ? 1 : since.class.change === 'worse' ? -1 : 0} text={since.class.change === 'unknown' ? '' : t.classChange[since.class.change]} /> },
    { name: t.rank, cell: rank, change: since.rank.places === null ? null : <Signed value={since.rank.places} text={t.placesChange({ places: since.rank.places })} /> },
  ];
  return (
    <div className="vf-scroll-x" role="region" aria-label={t.happened} tabIndex={0}>
      <table className="vf-table vf-since-table">
        <thead><tr><th>{t.columns.figure}</th>{columns.map((column) => <th key={column.key} className="vf-right">{column.head}<br /><span className="vf-faint">{format.day(column.figures.asOf)}</span></th>)}<th className="vf-right">{t.columns.change}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {columns.map((column) => <td key={column.key} className="vf-right vf-num">{row.cell(column.figures)}</td>)}
              <td className="vf-right vf-num">{row.change}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A change with its arrow: never colour alone. */
function Signed({ value, text }: { value: number; text: string }) {
  if (!text) return null;
  const state = value > 0 ? 'up' : value < 0 ? 'down' : 'flat';
  return <span className={`vf-trend vf-trend-${state}`}><span aria-hidden>{state === 'up' ? '▲' : state === 'down' ? '▼' : '='}</span>{text}</span>;
}
