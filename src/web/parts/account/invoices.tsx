import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { call } from '../../call.ts';
import { useFormat, useText } from '../../text/locale.ts';
import { ErrorNote } from '../errorNote.tsx';
import { RowsSkeleton } from '../skeleton.tsx';

/** Invoice lines, newest first, each with the file and row it came from. */
export function Invoices({ accountId }: { accountId: number }) {
  const { account: t } = useText();
  const format = useFormat();
  const query = useInfiniteQuery({
    queryKey: ['GET /api/accounts/{id}/invoices', { id: accountId }, null],
    queryFn: ({ pageParam, signal }) => call('GET /api/accounts/{id}/invoices', { params: { id: accountId }, query: { limit: 25, ...(pageParam ? { after: pageParam } : {}) }, signal }),
    initialPageParam: null as string | null, getNextPageParam: (page) => page.next,
  });
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section className="vf-section">
      <h2>{t.invoicesTitle}</h2>
      {query.error ? <ErrorNote error={query.error} retry={() => void query.refetch()} /> : query.isPending ? <RowsSkeleton rows={4} /> : rows.length === 0 ? <p className="vf-quiet">{t.noLines}</p> : (
        <>
          <div className="vf-scroll-x" role="region" aria-label={t.invoicesTitle} tabIndex={0}>
            <table className="vf-table vf-num">
              <thead><tr><th>{t.day}</th><th>{t.invoiceNo}</th><th>{t.product}</th><th className="vf-right">{t.quantity}</th><th className="vf-right">{t.amount}</th><th>{t.due}</th><th>{t.paid}</th><th>{t.source}</th></tr></thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <td>{row.day}</td>
                    <td>{row.invoiceNo ?? '–'}{row.kind === 'sale' ? null : <span className="vf-tag">{t.kinds[row.kind]}</span>}</td>
                    <td className="vf-line-product">{row.product ?? '–'}</td>
                    <td className="vf-right">{row.quantity === null ? '–' : format.number(row.quantity, Number.isInteger(row.quantity) ? 0 : 2)}</td>
                    <td className={`vf-right${row.amount < 0 ? ' vf-negative' : ''}`}>{format.moneyExact(row.amount, row.currency)}</td>
                    <td>{row.dueDay ?? '–'}</td>
                    <td>{row.paidDay ?? (row.dueDay ? <span className="vf-faint">{t.open}</span> : '–')}</td>
                    <td className="vf-line-source vf-small vf-faint" title={t.sourceRow({ file: row.fileName, row: format.number(row.row) })}>{t.sourceRow({ file: row.fileName, row: format.number(row.row) })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {query.hasNextPage ? <Button className="vf-noprint" size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t.moreLines}</Button> : null}
        </>
      )}
    </section>
  );
}
