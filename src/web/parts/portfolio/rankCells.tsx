import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { AccountRow } from '#contract/select/accounts.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { ChanceCell, type Chances, type ChanceView } from '../robust/chanceCell.tsx';
import { Sparkline } from '../chart/sparkline.tsx';
import { KeyAccountMark } from '../decision/keyAccountMark.tsx';
import { ClassMark } from './classMark.tsx';
import { LensBars } from './lensBars.tsx';
import { ScoreWhisker, scoreBounds } from './scoreWhisker.tsx';
import type { ScoreView } from './scoreView.ts';

/** Change against the year before as arrow, sign and figure: never colour alone. */
export function Trend({ now, before }: { now: number; before: number }) {
  const { portfolio: t } = useText();
  if (before <= 0) return <span className="vf-trend">{now > 0 ? t.trendNew : ''}</span>;
  return <Change share={(now - before) / before} />;
}

/** A change (0.12 = 12 % more) in the same manner. */
export function Change({ share }: { share: number }) {
  const format = useFormat();
  const state = Math.abs(share) < 0.005 ? 'flat' : share > 0 ? 'up' : 'down';
  // Beyond tenfold a percentage says nothing any more.
  const text = share > 9.99 ? '>999%' : format.percent(Math.abs(share), 0);
  return <span className={`vf-trend vf-trend-${state}`}><span aria-hidden>{state === 'up' ? '▲' : state === 'down' ? '▼' : '='}</span>{state === 'down' ? <span className="vf-hidden">−</span> : null}{text}</span>;
}

/** The cells of one row. Drawn again only when its customer's figures change, not when it moves. */
export const RankCells = memo(function RankCells({ id, row, view, asOf, comparable, chances, chance }: {
  id: number; row: AccountRow | undefined; view: ScoreView | null; asOf: string | null; comparable: boolean; chances: Chances | null; chance: ChanceView | null;
}) {
  const { portfolio: t, common } = useText();
  const format = useFormat();
  const bounds = view?.total == null ? null : scoreBounds(view.total, view.confidence);
  const lens = (score: number | null): string => (score === null ? t.lensUnknown : format.points(score));
  return (
    <>
      <div role="gridcell" className="vf-cell-rank vf-num">
        <span className="vf-rank-no">{view?.rank == null ? '–' : format.number(view.rank)}</span>
        {view && view.change !== 0 ? (
          <span className={view.change > 0 ? 'vf-move vf-move-up' : 'vf-move vf-move-down'} aria-label={view.change > 0 ? t.up({ n: view.change }) : t.down({ n: -view.change })}>
            {view.change > 0 ? '▲' : '▼'}{format.short(Math.abs(view.change))}
          </span>
        ) : null}
      </div>
      <div role="gridcell" className="vf-cell-name">
        {row ? <Link to="/accounts/$id" params={{ id: String(id) }} tabIndex={-1} className="vf-clip" title={`${row.name} · ${row.key}`}>{row.name}</Link> : <span className="vf-row-wait" aria-label={t.loadingRow} />}
        {row?.keyAccountSince ? <KeyAccountMark since={row.keyAccountSince} /> : null}
        {row?.veto ? <span className="vf-veto">{t.veto}</span> : null}
      </div>
      <div role="gridcell" className="vf-cell-score vf-num" title={bounds && view ? t.scoreMeans({ score: format.points(view.total), confidence: format.percent(view.confidence, 0), low: format.points(bounds.low), high: format.points(bounds.high) }) : t.notScored}>
        <span className="vf-score">{format.points(view?.total ?? null)}</span>
        {view?.total == null ? null : <ScoreWhisker total={view.total} confidence={view.confidence} />}
      </div>
      {chances ? <div role="gridcell" className="vf-cell-chance"><ChanceCell id={id} name={row?.name ?? ''} view={chance} top={chances.top} open={chances.open} /></div> : <div role="gridcell" className="vf-cell-lenses" title={view ? t.lensMeans({ past: lens(view.past), present: lens(view.present), future: lens(view.future) }) : undefined}>
        {view ? <LensBars scores={[view.past, view.present, view.future]} width={56} /> : null}
      </div>}
      <div role="gridcell" className="vf-cell-grade">{view?.grade ? <span className={`vf-grade vf-grade-${view.grade}`}>{view.grade}</span> : null}</div>
      <div role="gridcell" className="vf-cell-class">{view?.class ? <ClassMark kind={view.class} word={common.classes[view.class]} /> : null}</div>
      <div role="gridcell" className="vf-cell-revenue vf-num" title={row ? t.revenueMeans({ amount: format.moneyExact(row.revenue, row.currency), day: format.day(asOf), before: format.moneyExact(row.revenueBefore, row.currency) }) : undefined}>
        {row ? (
          <>
            <Sparkline values={row.invoices === 0 && row.revenue === 0 ? [] : row.months} width={52} />
            <span className={row.revenue < 0 ? 'vf-amount vf-negative' : 'vf-amount'}>{row.invoices === 0 && row.revenue === 0 ? t.noTrade : format.money(row.revenue, row.currency)}</span>
            {comparable ? <Trend now={row.revenue} before={row.revenueBefore} /> : <span className="vf-trend" />}
          </>
        ) : null}
      </div>
      <div role="gridcell" className="vf-cell-profit vf-num" title={row ? (row.margin === null ? t.profitAtMost : t.profitMeans)({ amount: format.moneyExact(row.contribution, row.currency) }) : undefined}>
        {row && !(row.invoices === 0 && row.revenue === 0) ? <span className={`${row.contribution < 0 ? 'vf-negative' : ''}${row.margin === null ? ' vf-at-most' : ''}`}>{row.margin === null ? '≤ ' : ''}{format.money(row.contribution, row.currency)}</span> : null}
      </div>
      <div role="gridcell" className="vf-cell-owner vf-clip" title={row?.owner?.name}>{row?.owner?.name ?? ''}</div>
    </>
  );
}, (a, b) => a.id === b.id && a.row === b.row && a.asOf === b.asOf && a.comparable === b.comparable && sameView(a.view, b.view) && a.chance === b.chance && a.chances?.top === b.chances?.top && a.chances?.open === b.chances?.open);

function sameView(a: ScoreView | null, b: ScoreView | null): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  return a.rank === b.rank && a.change === b.change && a.total === b.total && a.past === b.past && a.present === b.present && a.future === b.future
    && a.confidence === b.confidence && a.grade === b.grade && a.class === b.class;
}
