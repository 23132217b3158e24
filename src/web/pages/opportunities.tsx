import { useEffect, useState } from 'react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { OPPORTUNITY_STAGES } from '#domain/insight/opportunity.ts';
import { HORIZONS } from '#domain/insight/horizon.ts';
import { call } from '../call.ts';
import { useAllText, useFormat } from '../text/locale.ts';
import { Empty } from '../parts/empty.tsx';
import { ErrorNote } from '../parts/errorNote.tsx';
import { changedSearch, readOpportunitySearch } from '../parts/opportunity/search.ts';
import { useLiveNotes } from '../parts/opportunity/useLiveNotes.ts';
import { OpportunityViews, VIEWS } from '../parts/opportunity/views.tsx';
import { Page } from '../parts/page.tsx';
import { Segments } from '../parts/segments.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';

const PAGE = 200;

/** Opportunity points (机会点) across customers: board, matrix, table; filters stand in the address. */
export default function OpportunitiesPage() {
  const { opportunity: t, common } = useAllText();
  const format = useFormat();
  const navigate = useNavigate();
  const search = readOpportunitySearch(useSearch({ strict: false }));
  const [words, setWords] = useState(search.q ?? '');
  const go = (patch: Partial<typeof search>): void => void navigate({ to: '/opportunities', search: changedSearch(search, patch) as never, replace: true, resetScroll: false });
  useEffect(() => {
    const timer = setTimeout(() => { if (words.trim() !== (search.q ?? '')) go({ q: words.trim() || undefined }); }, 250);
    return () => clearTimeout(timer);
  });
  useLiveNotes(null);
  const { view, sort, stage, horizon, owner, q } = search;
  const filter = { sort, ...(stage ? { stage } : {}), ...(horizon ? { horizon } : {}), ...(owner ? { owner } : {}), ...(q ? { q } : {}) };
  const query = useInfiniteQuery({
    queryKey: ['GET /api/opportunities', null, filter],
    queryFn: ({ pageParam, signal }) => call('GET /api/opportunities', { query: { ...filter, limit: PAGE, ...(pageParam ? { after: pageParam } : {}) }, signal }),
    initialPageParam: null as string | null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData,
  });
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const changeable = new Map(rows.map((row) => [row.id, row.can.describe]));
  const filtered = stage !== undefined || horizon !== undefined || owner !== undefined || q !== undefined;
  const clear = (): void => {
    setWords('');
    go({ stage: undefined, horizon: undefined, owner: undefined, q: undefined });
  };
  const any = '';
  const owners = new Map((first?.owners ?? []).map((person) => [person.id, person.name]));
  return (
    <Page wide title={t.title} lead={t.lead}>
      {query.error && !first ? <ErrorNote error={query.error} retry={() => void query.refetch()} /> : !first ? <RowsSkeleton /> : rows.length === 0 && !filtered ? (
        <Empty sentence={t.empty} example={t.emptyExample} action={<Button type="primary" onClick={() => void navigate({ to: '/portfolio' })}>{t.emptyAction}</Button>} />
      ) : (
        <>
          <div className="vf-opportunity-tools vf-noprint">
            <Segments label={t.view} value={view} choose={(next) => go({ view: next })} options={VIEWS.map((value) => ({ value, text: t.views[value] }))} />
            <Input allowClear size="small" className="vf-opportunity-find" aria-label={t.find} placeholder={t.find} value={words} maxLength={100} onChange={(event) => setWords(event.target.value)} />
            <Select size="small" aria-label={t.stage} popupMatchSelectWidth={false} value={stage ?? any} onChange={(next: string) => go({ stage: (next || undefined) as typeof stage })} options={[{ value: any, label: `${t.stage}: ${common.all}` }, { value: 'open', label: t.open }, ...OPPORTUNITY_STAGES.map((value) => ({ value, label: t.stages[value] }))]} />
            <Select size="small" aria-label={t.horizonFilter} popupMatchSelectWidth={false} value={horizon ?? any} onChange={(next: string) => go({ horizon: (next || undefined) as typeof horizon })} options={[{ value: any, label: `${t.horizonFilter}: ${common.all}` }, ...HORIZONS.map((value) => ({ value, label: t.horizons[value] }))]} />
            <Select size="small" aria-label={t.ownerFilter} popupMatchSelectWidth={false} value={owner ?? any} onChange={(next: string) => go({ owner: next || undefined })} options={[{ value: any, label: `${t.ownerFilter}: ${t.anybody}` }, ...[...owners].map(([value, label]) => ({ value, label })), ...(owner && !owners.has(owner) ? [{ value: owner, label: '–' }] : [])]} />
            {view === 'table' ? <Select size="small" aria-label={t.sort} popupMatchSelectWidth={false} value={sort} onChange={(next: typeof sort) => go({ sort: next })} options={(['priority', 'value', 'expected'] as const).map((value) => ({ value, label: t.sorts[value] }))} /> : null}
            {filtered ? <button type="button" className="vf-link vf-small" onClick={clear}>{t.clear}</button> : null}
            <span className="vf-small vf-quiet" role="status">{first.totalIsCapped ? t.cappedCount(format.number(first.total)) : t.count(first.total)}</span>
          </div>
          {rows.length === 0 ? <p className="vf-quiet">{t.noneFound}</p> : <OpportunityViews view={view} rows={rows} currency={first.currency} may={(one) => changeable.get(one.id) ?? false} showAccount />}
          {query.hasNextPage ? <p className="vf-noprint"><Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{common.more}</Button></p> : null}
        </>
      )}
    </Page>
  );
}
