import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AccountRow } from '#contract/select/accounts.ts';
import { call, type Question } from '../../call.ts';

type Filter = NonNullable<Question<'GET /api/accounts'>['query']>;

export interface ServerList {
  readonly rows: readonly AccountRow[];
  readonly total: number;
  readonly totalIsCapped: boolean;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly pending: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

const PAGE = 100;

/** The ranked list as the server sorts and filters it, page after page. */
export function useServerList(filter: Filter): ServerList {
  const query = useInfiniteQuery({
    queryKey: ['GET /api/accounts', null, { ...filter, paged: true }],
    queryFn: ({ pageParam, signal }) => call('GET /api/accounts', { query: { ...filter, limit: PAGE, ...(pageParam ? { after: pageParam } : {}) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const first = query.data?.pages[0];
  return {
    rows, total: first?.total ?? 0, totalIsCapped: first?.totalIsCapped ?? false, hasMore: hasNextPage, pending: query.isPending, error: query.error,
    loadMore: useCallback(() => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    }, [hasNextPage, isFetchingNextPage, fetchNextPage]),
    retry: () => void query.refetch(),
  };
}

/** At most this many customers in one question, and this long a pause to gather them while rows fly by. */
const BATCH = 100;
const GATHER_MS = 60;

/** Rows by account id, asked for as they come into view: a re-weighed order reaches into customers no page has brought yet. */
export function useRowsById(known: readonly AccountRow[]): { rowOf: (id: number) => AccountRow | undefined; want: (ids: readonly number[]) => void } {
  const rows = useRef(new Map<number, AccountRow>());
  const asked = useRef(new Set<number>());
  const waiting = useRef(new Set<number>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [, came] = useState(0);
  const client = useQueryClient();
  for (const row of known) rows.current.set(row.id, row);

  const ask = useCallback(async (): Promise<void> => {
    const ids = [...waiting.current].slice(-BATCH);
    waiting.current.clear();
    if (ids.length === 0) return;
    for (const id of ids) asked.current.add(id);
    try {
      const page = await call('GET /api/accounts', { query: { ids: ids.join(','), limit: BATCH } });
      for (const row of page.rows) rows.current.set(row.id, row);
      came((count) => count + 1);
    } catch {
      // Their names stay open; they are asked again when they next come into view.
      for (const id of ids) asked.current.delete(id);
    }
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  // What is kept is old as soon as the lists are: live changes, undo, a published version.
  useEffect(() => client.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'invalidate' && event.query.queryKey[0] === 'GET /api/accounts') {
      asked.current.clear();
      rows.current.clear();
    }
  }), [client]);

  return {
    rowOf: useCallback((id: number) => rows.current.get(id), []),
    want: useCallback((ids: readonly number[]) => {
      let some = false;
      for (const id of ids) {
        if (rows.current.has(id) || asked.current.has(id)) continue;
        waiting.current.add(id);
        some = true;
      }
      if (!some) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void ask(), GATHER_MS);
    }, [ask]),
  };
}
