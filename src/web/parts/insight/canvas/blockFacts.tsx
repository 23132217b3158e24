import { Button, Select } from 'antd';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { BLOCKS, isBlock, type Block } from '#domain/blocks.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import { answerOf } from '../../../answers.ts';
import { call } from '../../../call.ts';
import { useAllText } from '../../../text/locale.ts';
import { useNames } from '../../account/names.ts';
import { ErrorNote } from '../../errorNote.tsx';
import type { FactView } from '../../facts/factChip.tsx';
import { FactLine } from '../../facts/factLine.tsx';
import { RowsSkeleton } from '../../skeleton.tsx';
import { useCanvasChange } from './changing.ts';
import { pointOptions, pointWords } from './words.ts';

const PAGE = 30;

/** Every fact of a block (null: those without a place), newest first; each says which point it answers, and may be moved. */
export function BlockFacts({ accountId, block, may }: { accountId: number; block: Block | null; may: boolean }) {
  const { common, canvas: t } = useAllText();
  const version = useQuery(answerOf('GET /api/accounts/{id}', { params: { id: accountId } })).data?.explanation.modelVersionId;
  const model = useQuery({ ...answerOf('GET /api/models/{id}', { params: { id: version ?? 0 } }), enabled: Boolean(version), staleTime: Infinity }).data?.model as ScoreModel | undefined;
  const names = useNames(model);
  const query = useInfiniteQuery({
    queryKey: ['GET /api/accounts/{id}/facts', { id: accountId }, { block }],
    queryFn: ({ pageParam, signal }) => call('GET /api/accounts/{id}/facts', { params: { id: accountId }, signal, query: { block: block ?? 'none', limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } }),
    initialPageParam: null as string | null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData,
  });
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  if (query.error && !query.data) return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <RowsSkeleton rows={3} />;
  if (rows.length === 0) return <p className="vf-faint">{t.noFacts}</p>;
  return (
    <>
      <ul className="vf-fact-list" aria-label={t.factsTitle}>{rows.map((fact) => <FactLine key={fact.id} fact={fact} names={names} may={may} place={may ? <Place accountId={accountId} fact={fact} block={block} /> : fact.topic && block ? <span className="vf-tag">{pointWords(t, block, fact.topic).name}</span> : null} />)}</ul>
      {query.hasNextPage ? <Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{common.more}</Button> : null}
    </>
  );
}

/** The point that a fact answers in its block, or another block that it goes to. */
function Place({ accountId, fact, block }: { accountId: number; fact: FactView; block: Block | null }) {
  const { canvas: t } = useAllText();
  const change = useCanvasChange();
  const choose = (value: string): void => {
    const place = isBlock(value) ? { block: value, topic: null } : { block, topic: value || null };
    const done = isBlock(value) ? t.moved({ block: t.blocks[value] }) : t.placed({ point: value && block ? pointWords(t, block, value).name : t.noPoint });
    void change(() => call('POST /api/accounts/{id}/places', { params: { id: accountId }, body: { facts: [fact.id], ...place } }), done);
  };
  const points = block === null ? [] : [{ label: t.answers, options: pointOptions(t, block) }];
  return (
    <Select
      size="small" variant="filled" aria-label={t.place} title={t.place} value={block === null ? undefined : fact.topic ?? ''} placeholder={t.moveTo} onChange={choose} popupMatchSelectWidth={false}
      options={[...points, { label: t.moveTo, options: BLOCKS.filter((key) => key !== block).map((key) => ({ value: key as string, label: t.blocks[key] })) }]}
    />
  );
}
