import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { forgetAll, useChange } from '../../answers.ts';
import { useAllText } from '../../text/locale.ts';
import { say } from '../../undo.ts';
import { ErrorNote } from '../errorNote.tsx';
import { Summary } from './summary.tsx';
import { Progress } from '../progress.tsx';
import { isAtWork, type Import } from './types.ts';
import { WhyNot } from './whyNot.tsx';

/** Step 4: taken; totals, the way to the portfolio, and undo. */
export function Done({ view, show }: { view: Import; show: (view: Import) => void }) {
  const { imports: t } = useAllText();
  const navigate = useNavigate();
  const { report } = view;
  const scoring = isAtWork(view);
  const undo = useChange('POST /api/imports/{id}/undo', {
    done: (next) => {
      show(next);
      say(t.undone(next.fileName));
      void forgetAll();
    },
  });
  return (
    <section className="vf-stack">
      <div>
        <h2>{t.doneTitle((report?.created ?? 0) + (report?.changed ?? 0))}</h2>
        {scoring ? null : <p className="vf-quiet">{t.doneLead(report?.accountsCreated ?? 0)}</p>}
      </div>
      {scoring ? <Progress label={t.busy.scoring} share={null} /> : null}
      {report ? <Summary report={report} /> : null}
      {undo.error ? <ErrorNote error={undo.error} /> : null}
      <div className="vf-actions">
        {view.can.undo && !scoring ? <Button size="large" loading={undo.isPending} onClick={() => undo.mutate({ params: { id: view.id } })} title={t.undoAsk}>{t.undo}</Button> : null}
        <Button size="large" onClick={() => void navigate({ to: '/imports' })}>{t.another}</Button>
        <Button type="primary" size="large" disabled={scoring} onClick={() => void navigate({ to: '/portfolio' })}>{t.toPortfolio}</Button>
      </div>
    </section>
  );
}

/** Taken back out, stopped or refused: why, and that nothing was taken. */
export function Ended({ view }: { view: Import }) {
  const { imports: t } = useAllText();
  const navigate = useNavigate();
  const title = view.state === 'undone' ? t.undoneTitle : view.state === 'cancelled' ? t.cancelledTitle : t.failedTitle;
  return (
    <section className="vf-stack">
      <h2>{title}</h2>
      {view.error ? <WhyNot why={view.error} /> : null}
      {view.state === 'undone' ? null : <p className="vf-quiet">{t.nothingTaken}</p>}
      <div className="vf-actions"><Button type="primary" size="large" onClick={() => void navigate({ to: '/imports' })}>{t.another}</Button></div>
    </section>
  );
}
