import '../parts/import/import.css';
import { useEffect, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { answerOf, answers, useChange } from '../answers.ts';
import { useLive } from '../live.ts';
import { Busy } from '../parts/import/busy.tsx';
import { CheckStep } from '../parts/import/checkStep.tsx';
import { ColumnsStep } from '../parts/import/columnsStep.tsx';
import { Done, Ended } from '../parts/import/ended.tsx';
import { FileStep } from '../parts/import/fileStep.tsx';
import { Steps, type Step } from '../parts/import/steps.tsx';
import { isAtWork, isBusy, type Findings, type Import, type Plan } from '../parts/import/types.ts';
import { ErrorNote } from '../parts/errorNote.tsx';
import { Page } from '../parts/page.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useAllText } from '../text/locale.ts';

const route = getRouteApi('/inside/imports/$id');

/** One import from file to portfolio; its state on the server decides which step shows. */
export default function ImportPage() {
  const { imports: t } = useAllText();
  const id = Number(route.useParams().id);
  const client = useQueryClient();
  const query = answerOf('GET /api/imports/{id}', { params: { id } });
  const import_ = useQuery({ ...query, refetchInterval: (state) => (state.state.data && isAtWork(state.state.data) ? 2000 : false) });
  const show = (view: Import): void => void client.setQueryData(query.queryKey, view);
  const settled = import_.data?.state === 'committed' && !isAtWork(import_.data);
  useEffect(() => {
    // Taken and scored: whatever other pages have kept is from before.
    if (settled) void answers.invalidateQueries({ predicate: (known) => known.queryKey[0] !== 'GET /api/imports/{id}' });
  }, [settled]);
  useLive((message) => {
    if (message.type !== 'import' || message.id !== id) return;
    // Progress is in the message; an end brings a report, which is asked for.
    if (message.progress && isBusy(message.state)) client.setQueryData(query.queryKey, (old: Import | undefined) => old && { ...old, state: message.state, progress: message.progress });
    else void import_.refetch();
  });
  const view = import_.data;
  return (
    <Page title={view?.fileName ?? t.title} lead={<Link to="/imports">← {t.backToImports}</Link>}>
      {import_.error ? <ErrorNote error={import_.error} retry={() => void import_.refetch()} /> : null}
      {view ? <Wizard key={view.id} view={view} show={show} /> : import_.isPending ? <RowsSkeleton /> : null}
    </Page>
  );
}

function Wizard({ view, show }: { view: Import; show: (view: Import) => void }) {
  const [seen, setSeen] = useState<Findings | null>(null);
  const [edited, setEdited] = useState<Plan | null>(null);
  const [step, setStep] = useState<'file' | 'columns' | null>(null);
  const findings = seen ?? view.findings;
  const plan = edited ?? view.plan ?? findings?.plan ?? null;
  const check = useChange('POST /api/imports/{id}/check', {
    forgets: ['GET /api/imports', 'GET /api/imports/{id}/faults'],
    done: (next) => {
      setStep(null);
      setEdited(null);
      show(next);
    },
  });
  const run = (): void => {
    if (plan) check.mutate({ params: { id: view.id }, body: plan });
  };
  const editable = view.state === 'uploaded' || view.state === 'checked';
  const shown: Step = view.state === 'committed' ? 'done' : editable ? (step ?? (view.state === 'uploaded' ? 'file' : 'check')) : view.state === 'committing' ? 'done' : 'check';

  if (view.state === 'undone' || view.state === 'undoing' || view.state === 'cancelled' || view.state === 'failed') return isBusy(view.state) ? <Busy view={view} /> : <Ended view={view} />;
  return (
    <div className="vf-wizard">
      <Steps step={shown} open={editable ? setStep : undefined} />
      {isBusy(view.state) ? <Busy view={view} /> : null}
      {view.state === 'committed' ? <Done view={view} show={show} /> : null}
      {editable && findings && plan ? (
        <>
          {shown === 'file' ? <FileStep id={view.id} findings={findings} plan={plan} found={(next) => (setSeen(next), setEdited(next.plan))} next={() => setStep('columns')} failed={view.error} /> : null}
          {shown === 'columns' ? <ColumnsStep findings={findings} plan={plan} change={setEdited} check={run} checking={check.isPending} error={check.error} /> : null}
          {shown === 'check' && view.report ? <CheckStep view={view} report={view.report} plan={plan} changed={edited !== null} change={setEdited} check={run} checking={check.isPending} error={check.error} toColumns={() => setStep('columns')} show={show} /> : null}
        </>
      ) : null}
    </div>
  );
}
