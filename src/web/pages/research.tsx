import '../parts/insight/canvas/canvas.css';
import '../parts/account/account.css';
import '../parts/facts/facts.css';
import '../parts/research/research.css';
import { useRef } from 'react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { getRouteApi } from '@tanstack/react-router';
import { BLOCKS, type Block } from '#domain/blocks.ts';
import { forget } from '../answers.ts';
import { call } from '../call.ts';
import { useListKeys } from '../listKeys.ts';
import { useLive } from '../live.ts';
import { Empty } from '../parts/empty.tsx';
import { ErrorNote } from '../parts/errorNote.tsx';
import { blockName, pointWords } from '../parts/insight/canvas/words.ts';
import { Page } from '../parts/page.tsx';
import { tsv } from '../parts/portfolio/tsv.ts';
import { ResearchRow } from '../parts/research/researchRow.tsx';
import { queryOf, type ResearchSearch } from '../parts/research/search.ts';
import { Segments } from '../parts/segments.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useAllText, useFormat } from '../text/locale.ts';
import { say } from '../undo.ts';

const route = getRouteApi('/inside/research');
const WHOSE = ['all', 'mine', 'overdue'] as const;
/** Copied at most: pages of 200. */
const COPIED_PAGES = 10;

/** What we do not know (待解问题): open questions about the viewer's customers, key accounts first, then the oldest; answered where they stand. */
export default function ResearchPage() {
  const { canvas: t, common } = useAllText();
  const format = useFormat();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useRef<HTMLTableElement>(null);
  useListKeys(list);
  const query = useInfiniteQuery({
    queryKey: ['GET /api/questions', null, search],
    queryFn: ({ pageParam, signal }) => call('GET /api/questions', { query: { ...queryOf(search), limit: 50, ...(pageParam ? { after: pageParam } : {}) }, signal }),
    initialPageParam: null as string | null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData,
  });
  useLive((message) => {
    if (message.type === 'change' && message.verb === 'noted') void forget('GET /api/questions');
  });
  const set = (patch: ResearchSearch): void => void navigate({ search: (old) => ({ ...old, ...patch }), replace: true });
  const copy = async (): Promise<void> => {
    const rows = [];
    for (let after: string | null = null, n = 0; n < COPIED_PAGES; n++) {
      const page: Awaited<ReturnType<typeof call<'GET /api/questions'>>> = await call('GET /api/questions', { query: { ...queryOf(search), limit: 200, ...(after ? { after } : {}) } });
      rows.push(...page.rows);
      after = page.next;
      if (after === null) break;
    }
    const head = [t.research.customer, t.research.keyAccount, t.research.block, t.point, t.question, t.owner, t.dueOn, t.research.asked];
    const cells = rows.map((row) => [row.account.name, row.account.keyAccount ? '✓' : '', blockName(t, row.block), row.topic ? pointWords(t, row.block, row.topic).name : '', row.text, row.owner?.name ?? '', row.dueOn ?? '', row.askedAt.slice(0, 10)]);
    await navigator.clipboard.writeText(tsv([head, ...cells]));
    say(t.research.copied({ n: rows.length }));
  };
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const filtered = search.whose !== undefined || search.block !== undefined;
  return (
    <Page wide title={t.research.title} lead={t.research.lead} action={first && first.counts.all > 0 ? <Button onClick={() => void copy()} disabled={rows.length === 0}>{t.research.copy}</Button> : null}>
      {query.error ? <ErrorNote error={query.error} retry={() => void query.refetch()} /> : !first ? <RowsSkeleton rows={10} /> : first.counts.all === 0 ? (
        <Empty sentence={t.research.empty} example={t.research.emptyExample} action={<Button type="primary" onClick={() => void navigate({ to: '/portfolio' })}>{t.research.emptyAction}</Button>} />
      ) : (
        <>
          <div className="vf-research-bar vf-noprint" role="search">
            <Segments label={t.research.filter} value={search.whose ?? 'all'} options={WHOSE.map((value) => ({ value, text: t.research[value]({ n: format.number(first.counts[value]) }) }))} choose={(value) => set({ whose: value === 'all' ? undefined : value } as ResearchSearch)} />
            <Select aria-label={t.research.block} value={search.block ?? ''} onChange={(value: Block | '') => set({ block: value || undefined } as ResearchSearch)} popupMatchSelectWidth={false} options={[{ value: '' as const, label: t.research.anyBlock }, ...BLOCKS.map((value) => ({ value, label: t.blocks[value] }))]} />
            {filtered ? <Button type="text" onClick={() => void navigate({ search: {}, replace: true })}>{t.research.clear}</Button> : null}
          </div>
          {rows.length === 0 ? <p className="vf-quiet">{t.research.none}</p> : (
            <table className="vf-table vf-research" ref={list} aria-label={t.research.list} aria-busy={query.isPlaceholderData}>
              <thead><tr>{[t.question, t.research.customer, t.research.block, t.owner, t.dueOn, t.research.asked].map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
              <tbody>{rows.map((row) => <ResearchRow key={row.id} row={row} />)}</tbody>
            </table>
          )}
          {query.hasNextPage ? <p><Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{common.more}</Button></p> : null}
        </>
      )}
    </Page>
  );
}
