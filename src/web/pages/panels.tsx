import '../parts/panel/panel.css';
import { useRef } from 'react';
import { Button } from 'antd';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { call } from '../call.ts';
import { useListKeys } from '../listKeys.ts';
import { Empty } from '../parts/empty.tsx';
import { ErrorNote } from '../parts/errorNote.tsx';
import { Page } from '../parts/page.tsx';
import { PanelTable } from '../parts/panel/panelTable.tsx';
import { Segments } from '../parts/segments.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useText } from '../text/locale.ts';

const route = getRouteApi('/inside/panels');
const STATES = ['waiting', 'open', 'ended'] as const;

/** Panels (评审组): those that wait for the viewer, all that are open, those that have ended. */
export default function PanelsPage() {
  const { panel: t, common } = useText();
  const state = route.useSearch().state ?? 'waiting';
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  const panels = useInfiniteQuery({
    queryKey: ['GET /api/panels', null, { state, all: true }],
    queryFn: ({ pageParam, signal }) => call('GET /api/panels', { query: { state, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined, getNextPageParam: (page) => page.next ?? undefined, placeholderData: keepPreviousData,
  });
  const rows = panels.data?.pages.flatMap((page) => page.rows) ?? [];
  const waiting = panels.data?.pages[0]?.waiting ?? 0;
  const choose = (next: (typeof STATES)[number]): void => void navigate({ to: '/panels', search: next === 'waiting' ? {} : { state: next }, replace: true });
  return (
    <Page title={t.title} lead={t.lead} wide>
      <div className="vf-panels-states vf-noprint"><Segments label={t.show} value={state} choose={choose} options={STATES.map((value) => ({ value, text: value === 'waiting' && waiting > 0 ? `${t.states.waiting} ${waiting}` : t.states[value] }))} /></div>
      {panels.error ? <ErrorNote error={panels.error} retry={() => void panels.refetch()} /> : null}
      {panels.isPending ? <RowsSkeleton /> : null}
      {panels.data && rows.length === 0 ? (
        state === 'waiting' ? <><p className="vf-quiet vf-panels-none">{t.empty.waiting}</p><Empty sentence={t.emptySentence} example={t.emptyExample} action={<Button onClick={() => void navigate({ to: '/portfolio' })}>{t.emptyAction}</Button>} /></> : <p className="vf-quiet">{t.empty[state]}</p>
      ) : null}
      <div ref={list}>{rows.length > 0 ? <PanelTable rows={rows} label={t.states[state]} /> : null}</div>
      {panels.hasNextPage ? <Button className="vf-more" loading={panels.isFetchingNextPage} onClick={() => void panels.fetchNextPage()}>{common.more}</Button> : null}
    </Page>
  );
}
