import './sand.css';
import { useState, type CSSProperties } from 'react';
import { Button } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { PERIOD } from '#domain/insight/sand/check.ts';
import { supplierKey, totalsOf } from '#domain/insight/sand/wallet.ts';
import { walletCells } from '#domain/insight/sand/walletBlock.ts';
import { answerOf, forget } from '../../../answers.ts';
import { useLive } from '../../../live.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { say } from '../../../undo.ts';
import { Empty } from '../../empty.tsx';
import { ErrorNote } from '../../errorNote.tsx';
import { tsv } from '../../portfolio/tsv.ts';
import { RowsSkeleton } from '../../skeleton.tsx';
import type { InsightPart } from '../insightTab.tsx';
import { CompareScenarios } from './compareScenarios.tsx';
import { Goals } from './goals.tsx';
import { LineFacts } from './lineFacts.tsx';
import { MoveDrawer, type MoveStart } from './moveDrawer.tsx';
import { Moves, ON_PAPER } from './moves.tsx';
import { Contributors, Outcome } from './outcome.tsx';
import { PeriodChoice } from './period.tsx';
import { Picture } from './picture.tsx';
import { useResult, type LineView, type MoveView, type SandView } from './sandView.ts';
import { Scenarios } from './scenarios.tsx';
import { useWallet } from './useWallet.ts';
import { WalletGrid } from './walletGrid.tsx';

/** The sand table (作战沙盘, I5): the wallet and who has it, goals, moves, and what may come of them. */
export default function Sand({ account }: InsightPart) {
  const raw = (useSearch({ strict: false }) as { period?: unknown }).period;
  // A year in an address is read as a number.
  const wanted = raw === undefined ? undefined : String(raw);
  const asked = wanted !== undefined && PERIOD.test(wanted) ? wanted : undefined;
  const { data, error, refetch } = useQuery({ ...answerOf('GET /api/accounts/{id}/sand', { params: { id: account.id }, ...(asked ? { query: { period: asked } } : {}) }), placeholderData: keepPreviousData });
  useLive((message) => {
    if (message.type === 'change' && message.accountId === account.id && /^(noted|fact|undone)/.test(message.verb)) void forget('GET /api/accounts/{id}/sand');
  });
  if (error && !data) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={12} />;
  return <Table key={data.period} account={account} view={data} />;
}

function Table({ account, view }: InsightPart & { view: SandView }) {
  const { sand: t } = useAllText();
  const navigate = useNavigate();
  const wallet = useWallet(account.id, view);
  const [extra, setExtra] = useState<readonly string[]>([]);
  const [wantedScenario, setScenario] = useState<number | undefined>();
  const [begun, setBegun] = useState(false);
  const [moving, setMoving] = useState<{ move: MoveView | null; start: MoveStart } | null>(null);
  const [citing, setCiting] = useState<LineView | null>(null);
  const shown: SandView = { ...view, lines: wallet.lines };
  const scenario = view.scenarios.find((one) => one.id === wantedScenario) ?? view.scenarios[0];
  const result = useResult({ lines: wallet.lines, goals: view.goals }, scenario);
  const suppliers = [...new Map([...totalsOf(wallet.lines).rivals.map((one) => one.name), ...extra].map((name) => [supplierKey(name), name])).values()];
  // While a row is typed its columns must not change places: new rivals come last.
  const [order, setOrder] = useState<readonly string[]>([]);
  const stable = [...order.filter((name) => suppliers.some((one) => supplierKey(one) === supplierKey(name))), ...suppliers.filter((name) => !order.some((one) => supplierKey(one) === supplierKey(name)))];
  if (stable.join('\n') !== order.join('\n')) setOrder(stable);
  const may = view.can.describe;
  const empty = wallet.rows.length === 0 && view.goals.length === 0 && view.scenarios.length === 0;
  const open = (period: string): void => void navigate({ to: '/accounts/$id', params: { id: String(account.id) }, search: { tab: 'insight', part: 'sand', period } as never, replace: true, resetScroll: false });
  const copy = (): void => {
    const cells = walletCells(view.lines, stable, view.currency, t.columns);
    void navigator.clipboard.writeText(tsv(cells)).then(() => say(t.copied));
  };
  return (
    <div className="vf-sand">
      <div className="vf-sand-head">
        <h2 className="vf-paper">{account.name} · {t.board} · {view.period}{scenario ? ` · ${scenario.name}` : ''}</h2>
        <span className="vf-noprint"><PeriodChoice period={view.period} periods={view.periods} choose={open} /></span>
        <Scenarios accountId={account.id} view={view} chosen={scenario?.id} choose={setScenario} />
        <span className="vf-row vf-noprint vf-sand-tools">{view.lines.length > 0 ? <Button size="small" onClick={copy}>{t.copy}</Button> : null}<Button size="small" onClick={() => window.print()}>{t.print}</Button></span>
      </div>
      {empty && !begun ? (
        <Empty sentence={t.empty} example={`${t.emptyOf({ period: view.period })} ${may ? t.emptyExample : ''}`} action={may ? <Button type="primary" onClick={() => setBegun(true)}>{t.emptyAction}</Button> : undefined} />
      ) : null}
      {wallet.lines.length > 0 ? <Figures view={shown} /> : null}
      <div className="vf-sand-body" style={{ '--moves': Math.min(ON_PAPER, scenario?.moves.length ?? 0), '--scenarios': view.scenarios.length, '--goals': view.goals.length } as CSSProperties}>
        {wallet.lines.length > 0 ? <Picture view={shown} suppliers={stable} moves={scenario?.moves ?? []} result={result} plan={may && scenario ? (line, part) => { if (line.id > 0) setMoving({ move: null, start: { lineId: line.id, from: part.holder as 'rival', supplier: part.supplier } }); } : null} /> : null}
        {wallet.lines.length > 0 ? (
          <div className="vf-sand-plan" id="scenario" role={scenario ? 'tabpanel' : undefined} aria-labelledby={scenario ? `scenario-${scenario.id}` : undefined}>
            {scenario && result ? (
              <>
                <div className="vf-sand-result">
                  <Outcome result={result} goal={view.goals.find((goal) => goal.kind === 'sales')?.amount ?? null} currency={view.currency} />
                  <Contributors result={result} scenario={scenario} lines={wallet.lines} currency={view.currency} />
                </div>
                <Moves view={view} scenario={scenario} result={result} open={(move) => setMoving({ move, start: {} })} />
              </>
            ) : <p className="vf-quiet vf-noprint">{t.noScenario}</p>}
          </div>
        ) : null}
        <div className="vf-sand-end">
          {view.scenarios.length > 1 ? <CompareScenarios view={view} chosen={scenario?.id} choose={setScenario} /> : null}
          {empty ? null : <Goals accountId={account.id} view={view} result={result} suppliers={stable} />}
        </div>
      </div>
      {(empty && !begun) || (!may && view.lines.length === 0) ? null : <WalletGrid view={view} wallet={wallet} suppliers={stable} addSupplier={(name) => setExtra([...extra, name])} cite={setCiting} begin={begun} />}
      {moving && scenario && view.lines.length > 0 ? <MoveDrawer accountId={account.id} view={view} scenarioId={scenario.id} move={moving.move} start={moving.start} close={() => setMoving(null)} /> : null}
      {citing ? <LineFacts accountId={account.id} view={view} line={citing} close={() => setCiting(null)} /> : null}
    </div>
  );
}

/** What is known of the whole wallet, and how much is not. */
function Figures({ view }: { view: SandView }) {
  const { sand: t } = useAllText();
  const format = useFormat();
  const totals = totalsOf(view.lines);
  const share = (value: number): string => (totals.size.value === 0 ? '' : t.ofKnown({ share: format.percent(value / totals.size.value) }));
  const figure = (name: string, value: number, ...notes: string[]) => (
    <div><dt>{name}</dt><dd title={format.moneyExact(value, view.currency)}><b className="vf-num">{format.money(value, view.currency)}</b>{notes.filter((note) => note !== '').map((note) => <span key={note} className="vf-small vf-quiet">{note}</span>)}</dd></div>
  );
  return (
    <dl className="vf-sand-figures">
      {figure(t.figures.wallet, totals.size.value, totals.size.unknownLines > 0 ? t.sizesUnknown({ n: totals.size.unknownLines }) : '')}
      {figure(t.figures.ours, totals.ours.value, share(totals.ours.value), totals.ours.unknownLines > 0 ? t.oursUnknown({ n: totals.ours.unknownLines }) : '')}
      {figure(t.figures.open, totals.open, share(totals.open))}
      {figure(t.figures.unknown, totals.unknown, share(totals.unknown))}
    </dl>
  );
}
