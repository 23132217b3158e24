import { useFormat, useText } from '../../text/locale.ts';
import { Amount } from '../amount.tsx';
import { ClassMark } from '../portfolio/classMark.tsx';
import type { Snapshot } from './frozen.ts';

/** Where the customer stood on the day of the decision. */
export function Then({ figures }: { figures: Snapshot['figures'] }) {
  const { decisions: t, common } = useText();
  const format = useFormat();
  const { rank, ranked, grade } = figures;
  return (
    <dl className="vf-then">
      <div><dt>{t.score}</dt><dd className="vf-num">{format.points(figures.total)}</dd></div>
      <div><dt>{t.grade}</dt><dd>{grade ? <span className={`vf-grade vf-grade-${grade}`}>{grade}</span> : '–'}</dd></div>
      <div><dt>{t.class}</dt><dd>{figures.class ? <ClassMark kind={figures.class} word={common.classes[figures.class]} /> : '–'}</dd></div>
      <div><dt>{t.rank}</dt><dd className="vf-num">{rank === null ? '–' : ranked === null ? format.number(rank) : t.rankOf({ rank: format.number(rank), all: format.number(ranked) })}</dd></div>
      <div><dt>{t.confidence}</dt><dd className="vf-num">{format.percent(figures.confidence, 0)}</dd></div>
      <div><dt>{t.revenue}</dt><dd><Amount minor={figures.revenue} currency={figures.currency} /></dd></div>
      <div><dt>{t.margin}</dt><dd>{figures.margin === null ? t.none : <Amount minor={figures.margin} currency={figures.currency} />}</dd></div>
      <div><dt>{t.contribution}</dt><dd>{figures.margin === null ? <span className="vf-faint">≤ </span> : null}<Amount minor={figures.contribution} currency={figures.currency} /></dd></div>
    </dl>
  );
}
