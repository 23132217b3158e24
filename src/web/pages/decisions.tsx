import '../parts/chart/chart.css';
import '../parts/portfolio/scoreMarks.css';
import '../parts/decision/decision.css';
import { useRef } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { call } from '../call.ts';
import { useListKeys } from '../listKeys.ts';
import { useText } from '../text/locale.ts';
import { DecisionRow } from '../parts/decision/decisionRow.tsx';
import { Empty } from '../parts/empty.tsx';
import { ErrorNote } from '../parts/errorNote.tsx';
import { Page } from '../parts/page.tsx';
import { Segments } from '../parts/segments.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';

const SHOWS = ['all', 'due', 'chosen', 'dropped'] as const;

/** Decisions on key accounts (大客户决策): the log, and the reviews that are due. */
export default function DecisionsPage() {
  const { decisions: t } = useText();
  const navigate = useNavigate();
  const raw = useSearch({ strict: false }) as { show?: unknown };
  const show = SHOWS.find((one) => one === raw.show) ?? 'all';
  const list = useRef<HTMLOListElement>(null);
  useListKeys(list);
  const query = useInfiniteQuery({
    queryKey: ['GET /api/decisions', null, { show, paged: true }],
    queryFn: ({ pageParam, signal }) => call('GET /api/decisions', { query: { show, limit: 50, ...(pageParam ? { after: pageParam } : {}) }, signal }),
    initialPageParam: null as string | null, getNextPageParam: (page) => page.next, placeholderData: (before) => before,
  });
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const none = rows.length === 0 && show === 'all';
  return (
    <Page wide title={t.title} lead={t.lead}>
      {query.error ? <ErrorNote error={query.error} retry={() => void query.refetch()} /> : !first ? <RowsSkeleton /> : none ? (
        <Empty sentence={t.empty} example={t.emptyExample} action={<Button type="primary" onClick={() => void navigate({ to: '/portfolio' })}>{t.emptyAction}</Button>} />
      ) : (
        <>
          <div className="vf-decisions-head">
            <Segments label={t.show} value={show} options={SHOWS.map((value) => ({ value, text: t.shows[value] }))} choose={(next) => void navigate({ to: '/decisions', search: (next === 'all' ? {} : { show: next }) as never, replace: true })} />
            <span className="vf-quiet vf-num" role="status">{t.keyAccounts({ n: first.keyAccounts })} · {t.dueCount({ n: first.due })}</span>
            {first.keyAccounts > 0 ? <Link className="vf-small vf-noprint" to="/portfolio" search={{ key: 'yes' } as never}>{t.inPortfolio}</Link> : null}
          </div>
          {rows.length === 0 ? <p className="vf-quiet">{t.emptyShow[show]}</p> : <ol ref={list} className="vf-log" aria-label={t.logLabel}>{rows.map((decision) => <DecisionRow key={decision.id} decision={decision} />)}</ol>}
          {query.hasNextPage ? <p><Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t.more}</Button></p> : null}
        </>
      )}
    </Page>
  );
}
