import './facts.css';
import { useDeferredValue, useRef, useState } from 'react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { FACT_KINDS, type FactKind } from '#domain/factKinds.ts';
import { call } from '../../call.ts';
import { useListKeys } from '../../listKeys.ts';
import { useFormat, useText } from '../../text/locale.ts';
import type { ModelNames } from '../account/names.ts';
import { Empty } from '../empty.tsx';
import { ErrorNote } from '../errorNote.tsx';
import { RowsSkeleton } from '../skeleton.tsx';
import { FactLine } from './factLine.tsx';
import { QuickAdd } from './quickAdd.tsx';

const PAGE = 40;

/** Facts (事实) about a customer, newest first: what judgements rest on. `focus` counts how often somebody asked to write one. */
export default function Facts({ accountId, names, may, focus, write }: { accountId: number; names: ModelNames; may: boolean; focus: number; write: () => void }) {
  const { common, facts: t } = useText();
  const format = useFormat();
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<FactKind | undefined>();
  const [withdrawn, setWithdrawn] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list);
  const q = useDeferredValue(words.trim());
  const query = useInfiniteQuery({
    queryKey: ['GET /api/accounts/{id}/facts', { id: accountId }, { q, kind, withdrawn }],
    queryFn: ({ pageParam, signal }) => call('GET /api/accounts/{id}/facts', {
      params: { id: accountId }, signal,
      query: { limit: PAGE, ...(q ? { q } : {}), ...(kind ? { kind } : {}), withdrawn: withdrawn ? 'only' : 'no', ...(pageParam ? { after: pageParam } : {}) },
    }),
    initialPageParam: null as string | null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData,
  });
  const first = query.data?.pages[0];
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const filtered = q !== '' || kind !== undefined;
  if (query.error && !first) return <ErrorNote error={query.error} retry={() => void query.refetch()} />;
  return (
    <div className="vf-fact-room">
      {may ? <QuickAdd accountId={accountId} focus={focus} /> : null}
      {!first ? <RowsSkeleton rows={5} /> : first.total + first.withdrawn === 0 ? (
        <Empty sentence={t.empty} example={t.emptyExample} action={may ? <Button type="primary" onClick={write}>{t.emptyAction}</Button> : null} />
      ) : (
        <>
          <div className="vf-fact-bar vf-noprint">
            <Input allowClear size="small" className="vf-fact-search" aria-label={t.search} placeholder={t.search} value={words} maxLength={100} onChange={(event) => setWords(event.target.value)} />
            <Select<FactKind | ''> size="small" aria-label={t.kind} value={kind ?? ''} onChange={(value) => setKind(value === '' ? undefined : value)} popupMatchSelectWidth={false} options={[{ value: '', label: t.allKinds }, ...FACT_KINDS.map((value) => ({ value, label: common.factKinds[value] }))]} />
            {first.withdrawn > 0 || withdrawn ? <label className="vf-small vf-row"><input type="checkbox" checked={withdrawn} onChange={(event) => setWithdrawn(event.target.checked)} />{t.showWithdrawn({ n: format.number(first.withdrawn) })}</label> : null}
            <span className="vf-small vf-faint vf-fact-count">{t.count({ n: first.total })}</span>
          </div>
          {rows.length === 0 ? <p className="vf-quiet vf-fact-none">{filtered ? t.noneFound : withdrawn ? t.noneWithdrawn : t.noneCounts}{filtered ? <> <button type="button" className="vf-link" onClick={() => (setWords(''), setKind(undefined))}>{t.clear}</button></> : null}</p> : (
            <ul className="vf-fact-list" ref={list} aria-label={t.title} aria-busy={query.isPlaceholderData}>{rows.map((fact) => <FactLine key={fact.id} fact={fact} names={names} may={may} />)}</ul>
          )}
          {query.hasNextPage ? <Button className="vf-noprint" size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{common.more}</Button> : null}
        </>
      )}
    </div>
  );
}
