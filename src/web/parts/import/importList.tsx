import { useRef } from 'react';
import { Button, Popconfirm } from 'antd';
import { Link } from '@tanstack/react-router';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useChange } from '../../answers.ts';
import { call } from '../../call.ts';
import { useListKeys } from '../../listKeys.ts';
import { useLive } from '../../live.ts';
import { useFormat, useAllText } from '../../text/locale.ts';
import { say } from '../../undo.ts';
import { Empty } from '../empty.tsx';
import { ErrorNote } from '../errorNote.tsx';
import { RowsSkeleton } from '../skeleton.tsx';
import type { Import } from './types.ts';

/** Past imports, newest first, each with what it brought and "Undo". */
export function ImportList() {
  const { imports: t, common } = useAllText();
  const list = useRef<HTMLTableElement>(null);
  useListKeys(list);
  const past = useInfiniteQuery({
    queryKey: ['GET /api/imports', null, {}],
    queryFn: ({ pageParam, signal }) => call('GET /api/imports', { query: { after: pageParam, limit: 30 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  useLive((message) => {
    if (message.type === 'import' && message.progress === null) void past.refetch();
  });
  const undo = useChange('POST /api/imports/{id}/undo', { forgets: ['GET /api/imports', 'GET /api/imports/{id}'], done: (view) => say(t.undone(view.fileName)) });
  const rows = past.data?.pages.flatMap((page) => page.rows) ?? [];

  if (past.isPending) return <RowsSkeleton />;
  if (past.error) return <ErrorNote error={past.error} retry={() => void past.refetch()} />;
  if (rows.length === 0) return <Empty sentence={t.empty} example={t.emptyExample} />;
  return (
    <section>
      <h2>{t.past}</h2>
      {undo.error ? <ErrorNote error={undo.error} /> : null}
      <table className="vf-table vf-imports" ref={list}>
        <thead><tr><th>{t.file}</th><th>{t.kind}</th><th className="vf-right">{t.taken}</th><th>{t.when}</th><th>{t.by}</th><th>{t.state}</th><th><span className="vf-hidden">{t.undo}</span></th></tr></thead>
        <tbody>{rows.map((row) => <ImportRow key={row.id} row={row} undo={() => undo.mutate({ params: { id: row.id } })} busy={undo.isPending} />)}</tbody>
      </table>
      {past.hasNextPage ? <Button loading={past.isFetchingNextPage} onClick={() => void past.fetchNextPage()}>{common.more}</Button> : null}
    </section>
  );
}

function ImportRow({ row, undo, busy }: { row: Import; undo: () => void; busy: boolean }) {
  const { imports: t, common } = useAllText();
  const format = useFormat();
  const taken = row.state === 'committed' && row.report ? row.report.created + row.report.changed : null;
  return (
    <tr data-row tabIndex={-1}>
      <td className="vf-imports-file vf-linked"><Link to="/imports/$id" params={{ id: String(row.id) }} aria-label={t.open(row.fileName)}>{row.fileName}</Link> <span className="vf-small vf-faint vf-num">{format.bytes(row.fileSize)}</span></td>
      <td>{t.kinds[row.kind]}</td>
      <td className="vf-right vf-num">{taken === null ? null : <>{format.number(taken)}<span className="vf-imports-unit"> {t.taken}</span></>}</td>
      <td title={format.time(row.createdAt)}>{format.ago(row.createdAt)}</td>
      <td>{row.by?.name}</td>
      <td><span className={`vf-state vf-state-${row.state}`}>{t.states[row.state]}</span></td>
      <td className="vf-right">
        {row.can.undo ? (
          <Popconfirm title={t.undoOf(row.fileName)} description={<div className="vf-confirm">{t.undoAsk}</div>} okText={t.undo} cancelText={common.cancel} onConfirm={undo} icon={null}>
            <Button size="small" disabled={busy} aria-label={t.undoOf(row.fileName)}>{common.undo}</Button>
          </Popconfirm>
        ) : null}
      </td>
    </tr>
  );
}
