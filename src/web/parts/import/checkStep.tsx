import { Button } from 'antd';
import { forget, useChange } from '../../answers.ts';
import { useFormat, useAllText } from '../../text/locale.ts';
import { ErrorNote } from '../errorNote.tsx';
import { FaultTable } from './faultTable.tsx';
import { LeaveOutAlways } from './leaveOutAlways.tsx';
import { Summary } from './summary.tsx';
import { TrapCard } from './trapCard.tsx';
import type { Import, Plan, Report } from './types.ts';

interface Props { view: Import; report: Report; plan: Plan; changed: boolean; change: (plan: Plan) => void; check: () => void; checking: boolean; error: unknown; toColumns: () => void; show: (view: Import) => void }

/** Step 3: what would happen, what to look at, what is faulty; then all or nothing. */
export function CheckStep({ view, report, plan, changed, change, check, checking, error, toColumns, show }: Props) {
  const { imports: t } = useAllText();
  const format = useFormat();
  const commit = useChange('POST /api/imports/{id}/commit', { forgets: ['GET /api/imports'], done: show });
  const taken = report.created + report.changed;
  const blocked = report.faults > 0 && plan.faulty === 'refuse';
  const title = taken > 0 ? t.checkTitle(format.number(taken), format.number(report.rows)) : report.faults > 0 ? t.checkFaulty(report.faults) : report.unchanged > 0 ? t.checkSame : t.checkNone;
  return (
    <section className="vf-stack vf-check">
      <h2>{title}</h2>
      <Summary report={report} />
      <section className="vf-stack">
        {report.traps.length > 0 ? <h2>{t.trapsTitle}</h2> : null}
        {report.traps.length === 0 ? <p className="vf-quiet">{t.trapsNone}</p> : <ul className="vf-traps">{report.traps.map((trap) => <TrapCard key={trap.code} trap={trap} plan={plan} change={change} />)}</ul>}
        <LeaveOutAlways traps={report.traps} plan={plan} change={change} />
      </section>
      {report.faults > 0 ? <FaultTable id={view.id} count={report.faults} plan={plan} change={change} /> : null}
      {error ?? commit.error ? <ErrorNote error={error ?? commit.error} /> : null}
      <div className="vf-actions vf-actions-stay">
        <Button size="large" onClick={toColumns}>{t.backToColumns}</Button>
        {changed ? (
          <><span className="vf-quiet" role="status">{t.changedSince}</span><Button type="primary" size="large" loading={checking} onClick={check}>{t.checkAgain}</Button></>
        ) : (
          <Button type="primary" size="large" disabled={blocked || taken === 0} loading={commit.isPending} onClick={() => commit.mutate({ params: { id: view.id } }, { onError: () => void forget('GET /api/imports/{id}') })}>{taken > 0 ? t.take(taken) : t.takeNothing}</Button>
        )}
      </div>
    </section>
  );
}
