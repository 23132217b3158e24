import { useQuery } from '@tanstack/react-query';
import { call } from '../../call.ts';

/** Pages of 200 walked for such a filter while weights are dragged: enough for 2,000 customers. */
const PAGES = 10;

const NONE: ReadonlySet<number> = new Set();

/** Ids the server lets through for filters that the score sheet cannot judge (text, owner, key accounts, trade, a chart); null when there is none or nothing is asked. */
export function useMatching(filter: { q?: string | undefined; owner?: string | undefined; key?: 'yes' | undefined; trade?: 'none' | undefined; ids?: string | undefined } | null): ReadonlySet<number> | null {
  const some = filter !== null && Boolean(filter.q || filter.owner || filter.key || filter.trade || filter.ids);
  const { data } = useQuery<ReadonlySet<number>>({
    queryKey: ['GET /api/accounts', null, { matching: filter }],
    enabled: some, placeholderData: (before) => before,
    queryFn: async ({ signal }) => {
      const found = new Set<number>();
      let after: string | null = null;
      for (let page = 0; page < PAGES; page += 1) {
        const answer: Awaited<ReturnType<typeof call<'GET /api/accounts'>>> = await call('GET /api/accounts', { query: { ...filter, limit: 200, ...(after ? { after } : {}) }, signal });
        for (const row of answer.rows) found.add(row.id);
        after = answer.next;
        if (!after) break;
      }
      return found;
    },
  });
  return some ? (data ?? NONE) : null;
}
