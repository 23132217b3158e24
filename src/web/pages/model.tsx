import '../parts/chart/chart.css';
import '../parts/model/model.css';
import { useEffect, useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { checkModel } from '#domain/select/checkModel.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import { answerOf, forget, useChange } from '../answers.ts';
import { useMe } from '../me.ts';
import { useFormat, useText, useWords } from '../text/locale.ts';
import { say, sayDone } from '../undo.ts';
import { ErrorNote, problemIn } from '../parts/errorNote.tsx';
import { countChanges, faultsByPath } from '../parts/model/draft.ts';
import { EditingProvider } from '../parts/model/editing.ts';
import { FaultList } from '../parts/model/faultList.tsx';
import { Inspector } from '../parts/model/inspector.tsx';
import { Rules } from '../parts/model/rules.tsx';
import { ModelTree } from '../parts/model/tree.tsx';
import { useDraft } from '../parts/model/useDraft.ts';
import { Page } from '../parts/page.tsx';
import { SideDrawer } from '../parts/sideDrawer.tsx';
import { PageSkeleton } from '../parts/skeleton.tsx';
import { useNarrow } from '../parts/model/useNarrow.ts';

/** One version of a score model: to read, or as the start of a new version. Published versions never change. */
export default function ModelPage() {
  const { model: t } = useText();
  const format = useFormat();
  const words = useWords();
  const navigate = useNavigate();
  const me = useMe();
  const narrow = useNarrow(1100);
  const id = Number((useParams({ strict: false }) as { id?: string }).id);
  const editing = (useSearch({ strict: false }) as { edit?: unknown }).edit === true;
  const { data, error, refetch } = useQuery({ ...answerOf('GET /api/models/{id}', { params: { id } }), enabled: Number.isInteger(id) });
  const published = data?.model as ScoreModel | undefined;
  const { draft, note, edit, setNote, discard } = useDraft(id, published);
  const [chosen, choose] = useState<string | null>(null);
  const publish = useChange('POST /api/models', {
    done: (answer) => {
      discard();
      sayDone(t.publishDone({ n: answer.version }), answer.event);
      void forget('GET /api/models', 'GET /api/me', 'GET /api/accounts', 'GET /api/accounts/{id}', 'GET /api/portfolio', 'GET /api/portfolio/bubbles', 'GET /api/portfolio/sheet');
      void navigate({ to: '/models/$id', params: { id: String(answer.id) } });
    },
  });
  const model = editing ? (draft ?? published) : published;
  const refused = useMemo(() => problemIn(publish.error).fields ?? [], [publish.error]);
  // What the browser finds itself is always of this moment; what only the server knows stays until the next try.
  const faults = useMemo(() => (editing && model ? faultsByPath([...refused, ...checkModel(model)]) : new Map<string, never>()), [editing, model, refused]);
  const changes = useMemo(() => (editing && draft && published ? countChanges(published, draft) : 0), [editing, draft, published]);
  const mayPublish = me.can.publishModel;
  useEffect(() => choose(narrow || !published ? null : firstComputed(published)), [id, published]);

  if (error) return <div className="vf-page"><ErrorNote error={error} retry={() => void refetch()} /></div>;
  if (!data || !model) return <PageSkeleton />;
  const { version } = data;
  const toEdit = (on: boolean): void => void navigate({ to: '/models/$id', params: { id: String(id) }, search: (on ? { edit: true } : {}) as never });
  const inspector = chosen === null ? null : <Inspector path={chosen} onRemoved={() => choose(null)} />;
  return (
    <Page
      wide title={editing ? t.editing({ n: version.version }) : `${words(version.name)} · ${t.version({ n: version.version })}`}
      lead={editing ? t.draftKept : <>{version.active ? `${t.active} · ` : ''}{version.by ? t.byOn({ name: version.by.name, day: format.day((version.publishedAt ?? version.createdAt).slice(0, 10)) }) : t.builtIn}{version.note ? ` · ${version.note}` : ''} · {mayPublish ? t.readOnly : t.viewOnly} <Link to="/models">{t.backToList}</Link></>}
      action={<><Button onClick={() => void navigate({ to: '/models/$id/weigh', params: { id: String(id) } })}>{t.findWeights}</Button>{editing ? <Button onClick={() => { discard(); toEdit(false); say(t.discarded); }}>{t.discard}</Button> : mayPublish ? <Button type="primary" onClick={() => toEdit(true)}>{t.edit}</Button> : null}</>}
    >
      <EditingProvider value={{ versionId: id, model, faults, edit: editing && mayPublish ? edit : null, currency: me.workspace.reportingCurrency }}>
        <div className="vf-model">
          <ModelTree chosen={chosen} choose={choose} />
          {narrow ? <SideDrawer title={t.indicator} open={chosen !== null} close={() => choose(null)}>{inspector}</SideDrawer> : <aside className="vf-model-side">{inspector ?? <p className="vf-quiet">{t.choose}</p>}</aside>}
        </div>
        <Rules />
      </EditingProvider>
      {editing && mayPublish ? (
        <form className="vf-publish-bar vf-noprint" onSubmit={(event) => { event.preventDefault(); publish.mutate({ body: { model: model as never, note, activate: true } }); }}>
          <span className="vf-small vf-quiet vf-num">{changes === 0 ? t.noChange : t.changed({ n: changes })}</span>
          <Input aria-label={t.publishNote} placeholder={t.publishNote} value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
          <Button type="primary" htmlType="submit" disabled={changes === 0 || faults.size > 0} loading={publish.isPending}>{t.publish}</Button>
          {faults.size > 0 ? <FaultList faults={[...faults.values()]} model={model} go={(path) => choose(path)} /> : null}
          {publish.error && refused.length === 0 ? <ErrorNote error={publish.error} /> : null}
        </form>
      ) : null}
    </Page>
  );
}

/** What the page opens with, so that the right side shows at once how a value becomes points. */
function firstComputed(model: ScoreModel): string | null {
  for (const [l, lens] of model.lenses.entries()) {
    for (const [f, factor] of lens.factors.entries()) {
      const i = factor.indicators.findIndex((indicator) => indicator.kind === 'computed');
      if (i >= 0) return `lenses.${l}.factors.${f}.indicators.${i}`;
    }
  }
  return null;
}
