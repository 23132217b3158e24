import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../../../call.ts';

const PAGE = 100;

/** Own contacts page by page: found by words, or those of whom nobody knows when both last spoke. */
export const contactPages = (q: string, noDay: boolean) => infiniteQueryOptions({
  queryKey: ['GET /api/contacts', null, { q, noDay }],
  queryFn: ({ pageParam, signal }) => call('GET /api/contacts', { query: { limit: PAGE, ...(q ? { q } : {}), ...(noDay ? { day: 'unknown' as const } : {}), ...(pageParam ? { after: pageParam } : {}) }, signal }),
  initialPageParam: null as string | null, getNextPageParam: (page) => page.next,
});
