import '../parts/portfolio/portfolio.css';
import '../parts/portfolio/scoreMarks.css';
import '../parts/chart/chart.css';
import '../parts/robust/robust.css';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CLASSES, GRADES } from '#domain/select/model.ts';
import { answerOf } from '../answers.ts';
import { useKeys } from '../keys.ts';
import { useMe } from '../me.ts';
import { useFormat, useText } from '../text/locale.ts';
import { ErrorNote } from '../parts/errorNote.tsx';
import { EmptyPortfolio } from '../parts/portfolio/emptyPortfolio.tsx';
import type { RankRange } from '../parts/portfolio/curveScale.ts';
import { Filters } from '../parts/portfolio/filters.tsx';
import { listOf, rankedIds } from '../parts/portfolio/listing.ts';
import { Overview, useHeadline } from '../parts/portfolio/overview.tsx';
import { PortfolioTools } from '../parts/portfolio/portfolioTools.tsx';
import { usePortfolioSearch } from '../parts/portfolio/portfolioSearch.ts';
import { RankTable } from '../parts/portfolio/rankTable.tsx';
import { viewOfRow, viewOfSheet, type ScoreView } from '../parts/portfolio/scoreView.ts';
import { useChosen } from '../parts/portfolio/useChosen.ts';
import { useMatching } from '../parts/portfolio/useMatching.ts';
import { useRowsById, useServerList } from '../parts/portfolio/useRows.ts';
import { useSeen } from '../parts/portfolio/useSeen.ts';
import { useWhatIf } from '../parts/portfolio/useWhatIf.ts';
import { WeightRail } from '../parts/portfolio/weightRail.tsx';
import { useRobustPage } from '../parts/robust/useRobustPage.ts';
import { RowsSkeleton } from '../parts/skeleton.tsx';

const MatrixView = lazy(() => import('../parts/portfolio/matrixView.tsx'));
const RobustStrip = lazy(() => import('../parts/robust/robustStrip.tsx'));
const RobustDrawer = lazy(() => import('../parts/robust/robustDrawer.tsx'));
const WhaleView = lazy(() => import('../parts/portfolio/whaleView.tsx'));
const ProspectDrawer = lazy(() => import('../parts/prospect/prospectDrawer.tsx'));

/** Portfolio (客户组合): who the vital few are, why, and what other weights would make of it. */
export default function PortfolioPage() {
  const { portfolio: t, shell, robust: robustText } = useText();
  const format = useFormat();
  const me = useMe();
  const [search, change] = usePortfolioSearch();
  const [railOpen, setRailOpen] = useState(false);
  const [adding, setAdding] = useState(false);
  const [sheetWanted, setSheetWanted] = useState(false);
  const period = { period: search.period, ...(search.currency ? { currency: search.currency } : {}) };
  const shownMeasure = search.view === 'whale' ? 'contribution' : search.measure;
  const main = useQuery({ ...answerOf('GET /api/portfolio', { query: { ...period, measure: search.measure } }), placeholderData: (before) => before });
  const profit = useQuery({ ...answerOf('GET /api/portfolio', { query: { ...period, measure: 'contribution' } }), placeholderData: (before) => before });
  const chosen = useChosen(search, shownMeasure);
  const filter = useMemo(
    () => ({ sort: search.sort === 'chance' ? 'rank' as const : search.sort, order: search.sort === 'chance' ? 'asc' as const : search.order, q: search.q, grade: search.grade, class: search.class, owner: search.owner, key: search.key, trade: search.trade, ...(chosen.ids ? { ids: chosen.ids.join(',') || '0' } : {}) }),
    [search, chosen.ids],
  );
  // Parts beside the rows get the same functions each time: they must not be drawn again on every frame of a drag.
  const { clear } = chosen;
  const onRange = useCallback((range: RankRange | null) => change({ from: range?.from, to: range?.to }), [change]);
  const clearChip = useCallback(() => {
    clear();
    change({ from: undefined, to: undefined });
  }, [clear, change]);
  const openRail = useCallback(() => setRailOpen(true), []);
  const openAdding = useCallback(() => setAdding(true), []);
  const mayCreate = main.data?.can.create ?? false;
  useKeys({ n: () => mayCreate && setAdding(true) });
  const drawer = adding ? <Suspense><ProspectDrawer close={() => setAdding(false)} /></Suspense> : null;
  const list = useServerList(filter);
  const whatIf = useWhatIf(sheetWanted && (main.data?.accounts ?? 0) > 0);
  const { rowOf, want } = useRowsById(list.rows);
  const { sheet, before, now, changed, turn, calmTurn, indexOf } = whatIf;
  const robust = useRobustPage(search, whatIf);
  const seen = useSeen(list.rows, main.data?.asOf ?? null);
  const headline = useHeadline(main.data, seen.cost ? profit.data : undefined, search.measure);

  useEffect(() => {
    document.title = `${t.title} · ${shell.product}`;
  }, [t.title, shell.product]);
  // The list shows first; what the sliders need is read when the browser has nothing else to do.
  useEffect(() => {
    if (list.pending) return;
    const timer = setTimeout(() => setSheetWanted(true), 150);
    return () => clearTimeout(timer);
  }, [list.pending]);

  const byChance = search.sort === 'chance' ? robust.byChance : null;
  const ranked = sheet !== null && now !== null && ((changed && search.sort === 'rank') || byChance !== null);
  const matching = useMatching(ranked ? { q: search.q, owner: search.owner, key: search.key, trade: search.trade, ids: filter.ids } : null);
  const serverIds = useMemo(() => listOf(list.rows.map((row) => row.id)), [list.rows]);
  const ids = useMemo(
    () => (ranked ? rankedIds(sheet.ids, byChance ?? now, { grade: search.grade, class: search.class }, matching, byChance ? search.order === 'asc' : search.order === 'desc') : serverIds),
    [ranked, sheet, now, byChance, turn, search.grade, search.class, search.order, matching, serverIds],
  );
  const viewOf = useCallback((id: number): ScoreView | null => {
    const at = changed ? indexOf(id) : undefined;
    if (at !== undefined && now && before) return viewOfSheet(at, now, before);
    const row = rowOf(id);
    return row ? viewOfRow(row) : null;
  }, [changed, now, before, turn, indexOf, rowOf]);
  const counts = useMemo(() => {
    const keyAccounts = main.data?.keyAccounts ?? 0;
    if (!changed || !now) return { grades: main.data?.grades ?? {}, classes: main.data?.classes ?? {}, keyAccounts };
    const count = (codes: Uint8Array, names: readonly string[]): Record<string, number> => {
      const found = new Uint32Array(256);
      for (const code of codes) found[code]! += 1;
      return Object.fromEntries(names.map((name, code) => [name, found[code]!]));
    };
    return { grades: count(now.grade, GRADES), classes: count(now.class, CLASSES), keyAccounts };
  }, [changed, now, calmTurn, main.data]);
  const nameOf = useCallback((id: number) => {
    const row = rowOf(id);
    if (!row) want([id]);
    return row?.name;
  }, [rowOf, want]);

  if (main.error && !main.data) return <div className="vf-page"><ErrorNote error={main.error} retry={() => void main.refetch()} /></div>;
  if (main.data?.accounts === 0) return <><EmptyPortfolio mayImport={me.can.importData} mayLoadDemo={me.can.loadDemo} add={mayCreate ? openAdding : null} />{drawer}</>;

  const total = ranked ? ids.length : list.total;
  const some = search.q || search.grade || search.class || search.owner || search.key || search.trade || chosen.label;
  const shown = list.totalIsCapped && !ranked ? t.counting({ all: total }) : some ? t.shown({ shown: format.number(total), all: format.number(main.data?.accounts ?? total) }) : t.shownAll({ all: total });

  return (
    <div className="vf-page vf-page-wide vf-portfolio">
      <header className="vf-portfolio-head">
        <h1 className="vf-portfolio-name">{t.title}{main.data?.asOf ? <span className="vf-onlyprint"> · {t.asOf({ day: format.day(main.data.asOf) })}</span> : null}</h1>
        <PortfolioTools search={search} change={change} portfolio={main.data} filter={filter} exportedChance={robust.exported} />
        <p className="vf-finding" role="status">{headline || ' '}</p>
      </header>
      {search.view === 'whale' && profit.data ? <Suspense fallback={<RowsSkeleton rows={4} />}><WhaleView profit={profit.data} costKnown={seen.cost || list.pending} range={chosen.range} onRange={onRange} /></Suspense>
        : main.data ? <Overview portfolio={main.data} measure={search.measure} range={chosen.range} onRange={onRange} /> : <RowsSkeleton rows={4} />}
      {robust.setting ? (
        <Suspense fallback={<RowsSkeleton rows={1} />}>
          <RobustStrip
            noSheet={whatIf.failed} robust={robust.robust} setting={robust.setting} counts={robust.counts}
            change={({ weightings, ...rest }) => change({ ...rest, ...(weightings === undefined ? {} : { robust: weightings }) })}
            show={(verdict) => {
              const ids = robust.idsOf(verdict);
              chosen.choose(ids, robustText.chip({ verdict: robustText.verdicts[verdict], n: format.number(ids.length) }));
            }}
          />
        </Suspense>
      ) : null}
      <div className="vf-portfolio-body">
        <div className="vf-portfolio-list">
          <Filters search={search} change={change} counts={counts} chip={chosen.label} onClearChip={clearChip} shown={shown} onWeights={openRail} add={mayCreate ? openAdding : null} />
          <Suspense fallback={<RowsSkeleton />}>
            {search.view === 'matrix' ? <MatrixView whatIf={whatIf} chosen={chosen.set} currency={me.workspace.reportingCurrency} onChoose={chosen.choose} /> : null}
          </Suspense>
          {list.error && !list.rows.length ? <ErrorNote error={list.error} retry={list.retry} /> : list.pending ? <RowsSkeleton rows={12} /> : ids.length === 0 ? <p className="vf-nothing">{t.noMatch}</p> : (
            <RankTable
              ids={ids} total={total} rowOf={rowOf} viewOf={viewOf} moving={whatIf.moving} comparable={seen.comparable} withoutOwners={!seen.owners} asOf={main.data?.asOf ?? null} sort={search.sort} order={search.order}
              onSort={(sort, order) => change({ sort, order })} onShown={(onScreen) => ranked && want(onScreen)} onEnd={() => !ranked && list.loadMore()} chances={robust.chances}
            />
          )}
          <p className="vf-small vf-faint vf-keys-hint vf-noprint">{t.keys}{robust.chances ? ` · ${robustText.keys}` : ''}</p>
        </div>
        <div className={railOpen ? 'vf-rail-place vf-rail-shown' : 'vf-rail-place'}>
          <WeightRail whatIf={whatIf} mayPublish={main.data?.can.publishModel ?? false} nameOf={nameOf} onClose={railOpen ? () => setRailOpen(false) : undefined} />
        </div>
      </div>
      {robust.robust.result ? <Suspense fallback={null}><RobustDrawer id={robust.opened} result={robust.robust.result} whatIf={whatIf} nameOf={nameOf} close={() => robust.open(null)} /></Suspense> : null}
      {me.workspace.activeModelVersion === null ? <Link className="vf-hidden" to="/models">{t.modelLink}</Link> : null}
      {drawer}
    </div>
  );
}
