import '../parts/audit/audit.css';
import { useId, useRef } from 'react';
import { Button, Input, Select } from 'antd';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { answerOf } from '../answers.ts';
import { call } from '../call.ts';
import { useListKeys } from '../listKeys.ts';
import { EventList } from '../parts/audit/eventList.tsx';
import type { AuditSearch } from '../parts/audit/search.ts';
import { Empty } from '../parts/empty.tsx';
import { ErrorNote } from '../parts/errorNote.tsx';
import { Page } from '../parts/page.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useText } from '../text/locale.ts';

const route = getRouteApi('/inside/audit');

/** Every change, filterable; the filters stand in the address, so that a view can be sent to somebody. */
export default function AuditPage() {
  const { audit: t, common } = useText();
  const filter = route.useSearch();
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  const events = useInfiniteQuery({
    queryKey: ['GET /api/events', null, filter],
    queryFn: ({ pageParam, signal }) => call('GET /api/events', { query: { ...filter, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const rows = events.data?.pages.flatMap((page) => page.rows) ?? [];
  const filtered = Object.keys(filter).length > 0;
  return (
    <Page title={t.title} lead={t.lead}>
      <Filters filter={filter} />
      {events.error ? <ErrorNote error={events.error} retry={() => void events.refetch()} /> : null}
      {events.isPending ? <RowsSkeleton rows={10} /> : null}
      {events.data && rows.length === 0 ? (filtered ? <p className="vf-quiet">{t.emptyFiltered}</p> : <Empty sentence={t.empty} example={t.emptyExample} />) : null}
      <div ref={list}>{rows.length > 0 ? <EventList rows={rows} /> : null}</div>
      {events.hasNextPage ? <Button style={{ marginTop: 16 }} loading={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>{common.more}</Button> : null}
    </Page>
  );
}

function Filters({ filter }: { filter: AuditSearch }) {
  const { audit: t } = useText();
  const navigate = route.useNavigate();
  const members = useQuery(answerOf('GET /api/members'));
  const id = useId();
  const set = (patch: AuditSearch): void => void navigate({ search: (old) => ({ ...old, ...patch }), replace: true });
  return (
    <div className="vf-filters" role="search">
      <Select
        aria-label={t.verb} value={filter.verb ?? ''} onChange={(verb: string) => set({ verb: verb || undefined })}
        options={[{ value: '', label: t.anything }, ...Object.entries(t.verbs).map(([value, label]) => ({ value, label }))]}
      />
      <Select
        aria-label={t.by} value={filter.by ?? ''} onChange={(by: string) => set({ by: by || undefined })} showSearch={{ optionFilterProp: 'label' }}
        options={[{ value: '', label: t.anyone }, ...(members.data?.members ?? []).map((member) => ({ value: member.id, label: member.name }))]}
      />
      <label htmlFor={`${id}-from`}><span>{t.from}</span><Input id={`${id}-from`} type="date" value={filter.from ?? ''} onChange={(event) => set({ from: event.target.value || undefined })} /></label>
      <label htmlFor={`${id}-to`}><span>{t.to}</span><Input id={`${id}-to`} type="date" value={filter.to ?? ''} onChange={(event) => set({ to: event.target.value || undefined })} /></label>
      {Object.keys(filter).length > 0 ? <Button type="text" onClick={() => void navigate({ search: {}, replace: true })}>{t.clear}</Button> : null}
    </div>
  );
}
