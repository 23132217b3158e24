import '../parts/chart/chart.css';
import '../parts/portfolio/scoreMarks.css';
import '../parts/account/account.css';
import { lazy, Suspense, useEffect, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ScoreModel } from '#domain/select/model.ts';
import { answerOf } from '../answers.ts';
import type { ProblemError } from '../call.ts';
import { useKeys } from '../keys.ts';
import { useMe } from '../me.ts';
import { loadLater, useFormat, useText } from '../text/locale.ts';
import { AssessSummary } from '../parts/assess/assessSummary.tsx';
import { AccountHead } from '../parts/account/accountHead.tsx';
import { Figures } from '../parts/account/figures.tsx';
import { HowComputed } from '../parts/account/howComputed.tsx';
import { Invoices } from '../parts/account/invoices.tsx';
import { useNames } from '../parts/account/names.ts';
import { Standing } from '../parts/account/standing.tsx';
import { Timeline } from '../parts/account/timeline.tsx';
import { TradeSection } from '../parts/account/trade.tsx';
import { Waterfall } from '../parts/account/waterfall.tsx';
import { AccountPanels } from '../parts/panel/accountPanels.tsx';
import { ErrorNote } from '../parts/errorNote.tsx';
import { SourcesTab } from '../parts/sources/sourcesTab.tsx';
import { PageSkeleton, RowsSkeleton } from '../parts/skeleton.tsx';

const loadFacts = () => import('../parts/facts/facts.tsx');
const Assess = lazy(() => import('../parts/assess/assess.tsx'));
const Facts = lazy(loadFacts);
const Insight = lazy(() => Promise.all([import('../parts/insight/insightTab.tsx'), loadLater()]).then(([part]) => part));
const People = lazy(() => Promise.all([import('../parts/relate/people/peopleTab.tsx'), loadLater()]).then(([part]) => part));
const Projects = lazy(() => Promise.all([import('../parts/projects/projectsTab.tsx'), loadLater()]).then(([part]) => part));

const TABS = ['overview', 'assess', 'facts', 'sources', 'insight', 'people', 'projects', 'timeline'] as const;
type Tab = (typeof TABS)[number];

/** A customer (客户): what it brings, why it scores so, what would lift it, and what people know of it. */
export default function AccountPage() {
  const { account: t, shell } = useText();
  const format = useFormat();
  const id = Number((useParams({ strict: false }) as { id?: string }).id);
  const raw = useSearch({ strict: false }) as { tab?: unknown; at?: unknown; part?: unknown };
  const tab: Tab = TABS.find((one) => one === raw.tab) ?? 'overview';
  const navigate = useNavigate();
  const me = useMe();
  const [explained, setExplained] = useState<string | null>(null);
  /** Counts how often somebody asked to write a fact down: each time its field takes the focus. */
  const [writing, setWriting] = useState(0);
  const { data, error, refetch } = useQuery({ ...answerOf('GET /api/accounts/{id}', { params: { id } }), placeholderData: keepPreviousData, enabled: Number.isInteger(id) });
  const version = data?.explanation.modelVersionId;
  const model = useQuery({ ...answerOf('GET /api/models/{id}', { params: { id: version ?? 0 } }), enabled: Boolean(version), staleTime: Infinity }).data?.model as ScoreModel | undefined;
  const names = useNames(model);
  const choose = (next: Tab): void => void navigate({ to: '/accounts/$id', params: { id: String(id) }, search: (next === 'overview' ? {} : { tab: next }) as never, replace: true, resetScroll: false });
  const write = (): void => {
    setWriting((n) => n + 1);
    choose('facts');
  };
  useKeys({
    e: () => document.querySelector<HTMLElement>('.vf-account-title .vf-inline')?.click(),
    f: () => { if (data?.can.record) write(); },
  });
  // Who presses f types at once: the field must not be on its way then.
  useEffect(() => void loadFacts(), []);
  // On a phone the tabs are a strip wider than the screen: the open one is brought into it, without moving the page.
  useEffect(() => {
    const open = document.getElementById(`tab-${tab}`);
    const strip = open?.parentElement;
    if (strip && strip.scrollWidth > strip.clientWidth) strip.scrollLeft += open.getBoundingClientRect().left - strip.getBoundingClientRect().left - (strip.clientWidth - open.clientWidth) / 2;
  }, [tab, data === undefined]);
  useEffect(() => {
    if (data) document.title = `${data.account.name} · ${shell.product}`;
  }, [data?.account.name, shell.product]);

  if (error && (error as ProblemError).status === 404 || !Number.isInteger(id)) return <div className="vf-page"><p className="vf-empty-sentence">{t.notFound}</p><Link to="/portfolio">{t.backToList}</Link></div>;
  if (error && !data) return <div className="vf-page"><ErrorNote error={error} retry={() => void refetch()} /></div>;
  if (!data || data.account.id !== id) return <PageSkeleton />;
  const { explanation } = data;
  const currency = me.workspace.reportingCurrency;
  return (
    <div className="vf-page vf-page-wide vf-account">
      <AccountHead key={id} detail={data} />
      <div className="vf-tabs vf-noprint" role="tablist" aria-label={data.account.name}>
        {TABS.map((one) => (
          <button key={one} type="button" role="tab" id={`tab-${one}`} aria-selected={tab === one} aria-controls="room" tabIndex={tab === one ? 0 : -1} onClick={() => choose(one)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
              const next = TABS[(TABS.indexOf(one) + (event.key === 'ArrowRight' ? 1 : TABS.length - 1)) % TABS.length]!;
              choose(next);
              document.getElementById(`tab-${next}`)?.focus();
            }}
          >{t.tabs[one]}{one === 'facts' && data.factCount > 0 ? <span className="vf-tab-count vf-num"> {format.number(data.factCount)}</span> : null}</button>
        ))}
      </div>
      <div id="room" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'timeline' ? <Timeline accountId={id} names={names} /> : tab === 'sources' ? <SourcesTab accountId={id} /> : tab === 'insight' ? (
          <Suspense fallback={<RowsSkeleton rows={10} />}><Insight key={id} account={{ id, name: data.account.name }} part={raw.part} /></Suspense>
        ) : tab === 'people' ? (
          <Suspense fallback={<RowsSkeleton rows={8} />}><People key={id} account={{ id, name: data.account.name }} part={raw.part} /></Suspense>
        ) : tab === 'projects' ? (
          <Suspense fallback={<RowsSkeleton rows={4} />}><Projects key={id} accountId={id} /></Suspense>
        ) : tab === 'facts' ? (
          <Suspense fallback={<RowsSkeleton rows={6} />}><Facts key={id} accountId={id} names={names} may={data.can.record} focus={writing} write={write} /></Suspense>
        ) : tab === 'assess' ? (
          <Suspense fallback={<RowsSkeleton rows={10} />}>{model ? <Assess key={`${id} ${version}`} detail={data} model={model} names={names} at={typeof raw.at === 'string' ? raw.at : undefined} /> : <RowsSkeleton rows={10} />}</Suspense>
        ) : (
          <div className="vf-account-body">
            <div className="vf-account-main">
              <Figures detail={data} reporting={currency} onExplain={setExplained} model={model} />
              <section className="vf-section">
                <h2>{explanation.total === null ? t.whyUnknown : t.why({ total: explanation.total.toFixed(1) })}</h2>
                <Waterfall explanation={explanation} names={names} thresholds={model?.grades ?? {}} currency={currency} onExplain={setExplained} />
              </section>
              {model ? <AssessSummary detail={data} model={model} /> : null}
              {model ? <AccountPanels account={data.account} model={model} names={names} /> : null}
              <TradeSection trade={data.trade} asOf={explanation.asOf} />
              <Invoices accountId={id} />
            </div>
            <aside className="vf-account-side"><Standing explanation={explanation} account={data.account} names={names} /></aside>
          </div>
        )}
      </div>
      <HowComputed indicator={explained} detail={data} model={model} names={names} currency={currency} close={() => setExplained(null)} />
    </div>
  );
}
