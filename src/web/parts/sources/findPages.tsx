import { useDeferredValue, useState, type ReactNode } from 'react';
import { Input } from 'antd';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../call.ts';
import { useText } from '../../text/locale.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Marked } from './marked.tsx';

/** Finds words in the pages of a customer's sources; what is below gives way to what was found. */
export function FindPages({ accountId, children }: { accountId: number; children: ReactNode }) {
  const { sources: t } = useText();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const found = useInfiniteQuery({
    queryKey: ['GET /api/pages', null, { q, accountId }], enabled: q !== '', placeholderData: keepPreviousData, initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => call('GET /api/pages', { query: { q, accountId, after: pageParam, limit: 20 }, signal }), getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <Input.Search allowClear className="vf-source-find vf-noprint" placeholder={`${t.find}: ${t.findHint}`} aria-label={t.find} value={words} onChange={(event) => setWords(event.target.value)} />
      {q === '' ? children : found.error ? <ErrorNote error={found.error} /> : (
        <div role="region" aria-live="polite" aria-label={t.found({ n: rows.length })}>
          {found.isSuccess && rows.length === 0 ? <p className="vf-quiet">{t.nothing({ q })}</p> : null}
          <ul className="vf-found">
            {rows.map((row) => (
              <li key={`${row.sourceId}-${row.page}`} data-row tabIndex={-1}>
                <Link to="/sources/$id" params={{ id: String(row.sourceId) }} search={{ page: row.page, q } as never}>{row.title} <span className="vf-small vf-faint vf-num">{t.place({ label: row.label })}</span></Link>
                <p><Marked text={row.snippet} marks={row.marks} /></p>
              </li>
            ))}
          </ul>
          {found.hasNextPage ? <button type="button" className="vf-link" onClick={() => void found.fetchNextPage()}>{t.moreFound}</button> : null}
        </div>
      )}
    </>
  );
}
