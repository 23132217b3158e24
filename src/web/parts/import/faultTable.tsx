import { Button, Switch } from 'antd';
import { useInfiniteQuery } from '@tanstack/react-query';
import { faultSentence } from '#domain/select/faultWords.ts';
import { addressOf, call } from '../../call.ts';
import { useFormat, useLocale, useAllText, useWords } from '../../text/locale.ts';
import { ErrorNote } from '../errorNote.tsx';
import { RowsSkeleton } from '../skeleton.tsx';
import type { Plan } from './types.ts';

/** Every faulty row with its place, value and reason; the same as a CSV to mend the file by. */
export function FaultTable({ id, count, plan, change }: { id: number; count: number; plan: Plan; change: (plan: Plan) => void }) {
  const { imports: t, common } = useAllText();
  const locale = useLocale();
  const words = useWords();
  const format = useFormat();
  const faults = useInfiniteQuery({
    queryKey: ['GET /api/imports/{id}/faults', { id }, {}],
    queryFn: ({ pageParam, signal }) => call('GET /api/imports/{id}/faults', { params: { id }, query: { after: pageParam, limit: 50 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = faults.data?.pages.flatMap((page) => page.rows) ?? [];
  const leave = plan.faulty === 'leave_out';
  return (
    <section className="vf-faults">
      <div className="vf-spread vf-wrap">
        <h2>{t.faultsTitle(count)}</h2>
        <a href={addressOf('GET /api/imports/{id}/faults.csv', { params: { id }, query: { locale } })} download>{t.faultsCsv}</a>
      </div>
      <label className="vf-row vf-faults-choice"><Switch size="small" checked={leave} onChange={(on) => change({ ...plan, faulty: on ? 'leave_out' : 'refuse' })} /><span>{t.faultsLeave}</span></label>
      {leave ? null : <p className="vf-quiet">{t.faultsRefuse}</p>}
      {faults.error ? <ErrorNote error={faults.error} retry={() => void faults.refetch()} /> : null}
      {faults.isPending ? <RowsSkeleton rows={4} /> : (
        <div className="vf-card vf-scroll-x" tabIndex={0} role="region" aria-label={t.faultsTitle(count)}>
          <table className="vf-table">
            <thead><tr><th className="vf-right">{t.faultRow}</th><th>{t.faultColumn}</th><th>{t.faultValue}</th><th>{t.faultReason}</th></tr></thead>
            <tbody>
              {rows.map((fault) => (
                <tr key={fault.seq}>
                  <td className="vf-right vf-num">{format.number(fault.row)}</td>
                  <td>{fault.column || <span className="vf-faint">{t.wholeRow}</span>}</td>
                  <td className="vf-fault-value">{fault.value ? <code>{fault.value}</code> : <span className="vf-faint">{t.emptyCell}</span>}</td>
                  <td>{words({ en: faultSentence(fault.code, fault.params, 'en'), zh: faultSentence(fault.code, fault.params, 'zh') })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {faults.hasNextPage ? <div><Button loading={faults.isFetchingNextPage} onClick={() => void faults.fetchNextPage()}>{common.more}</Button></div> : null}
    </section>
  );
}
