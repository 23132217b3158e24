import '../parts/account/account.css';
import '../parts/assess/assess.css';
import '../parts/facts/facts.css';
import '../parts/panel/panel.css';
import { useEffect } from 'react';
import { Button } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ScoreModel } from '#domain/select/model.ts';
import { answerOf } from '../answers.ts';
import { call, type ProblemError } from '../call.ts';
import { useMe } from '../me.ts';
import { ErrorNote } from '../parts/errorNote.tsx';
import type { PanelView } from '../parts/panel/assessorStrip.tsx';
import { ComparisonTable } from '../parts/panel/comparison.tsx';
import { EntryForm } from '../parts/panel/entryForm.tsx';
import { PanelHead } from '../parts/panel/panelHead.tsx';
import { useSteps } from '../parts/panel/useSteps.ts';
import { PageSkeleton } from '../parts/skeleton.tsx';
import { useText } from '../text/locale.ts';

/** One panel: the viewer's own marks until they are submitted, then everybody's side by side. */
export default function PanelPage() {
  const { panel: t, shell } = useText();
  const id = Number((useParams({ strict: false }) as { id?: string }).id);
  const { data: panel, error, refetch } = useQuery({ ...answerOf('GET /api/panels/{id}', { params: { id } }), placeholderData: keepPreviousData, enabled: Number.isInteger(id) });
  const model = useModel(panel?.modelVersionId ?? null);
  const active = useModel(useMe().workspace.activeModelVersion);
  useEffect(() => {
    if (panel) document.title = `${panel.question} · ${shell.product}`;
  }, [panel?.question, shell.product]);
  if (!Number.isInteger(id) || (error && (error as ProblemError).status === 404)) return <div className="vf-page"><p className="vf-empty-sentence">{t.notFound}</p><Link to="/panels">{t.back}</Link></div>;
  if (error && !panel) return <div className="vf-page"><ErrorNote error={error} retry={() => void refetch()} /></div>;
  if (!panel || panel.id !== id || !model) return <PageSkeleton />;
  return (
    <div className="vf-page vf-page-wide vf-panel">
      <PanelHead panel={panel} />
      {panel.can.mark ? <EntryForm key={panel.id} panel={panel} model={model} /> : panel.sees ? <><Notes panel={panel} /><ComparisonTable panel={panel} model={model} active={active} /></> : <Blind panel={panel} />}
    </div>
  );
}

function useModel(version: number | null): ScoreModel | undefined {
  return useQuery({ ...answerOf('GET /api/models/{id}', { params: { id: version ?? 0 } }), enabled: version !== null, staleTime: Infinity }).data?.model as ScoreModel | undefined;
}

/** What stands above the marks: who is still awaited, and what is asked of the viewer. */
function Notes({ panel }: { panel: PanelView }) {
  const { panel: t } = useText();
  const awaited = panel.assessors.filter((one) => one.state === 'invited').map((one) => one.person.name);
  return (
    <>
      {awaited.length > 0 ? <p className="vf-panel-note">{t.someAwaited({ names: awaited.join(t.comma) })}</p> : null}
      {panel.asked.length > 0 ? <p className="vf-panel-note vf-panel-asked" role="status">{t.askedOf({ n: panel.asked.length })}</p> : null}
    </>
  );
}

/** Nothing to see yet: why, and the way back in for who has declined. */
function Blind({ panel }: { panel: PanelView }) {
  const { panel: t } = useText();
  const me = useMe();
  const { busy, step } = useSteps();
  const awaited = panel.assessors.filter((one) => one.state === 'invited').length;
  const declined = panel.assessors.some((one) => one.person.id === me.id && one.state === 'declined');
  if (panel.phase === 'cancelled') return null;
  return (
    <div className="vf-empty vf-blind">
      <p className="vf-empty-sentence">{t.blind}</p>
      <p className="vf-empty-example">{declined ? t.blindDeclined : t.blindAssessors({ n: awaited })}</p>
      {panel.can.comeBack ? <Button disabled={busy} onClick={() => void step(() => call('POST /api/panels/{id}/decline', { params: { id: panel.id }, body: { declined: false } }), t.cameBack, false)}>{t.comeBack}</Button> : null}
    </div>
  );
}
