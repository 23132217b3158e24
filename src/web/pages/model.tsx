import '../parts/chart/chart.css';
import '../parts/model/model.css';
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ScoreModel } from '#domain/select/model.ts';
import { answerOf } from '../answers.ts';
import { useMe } from '../me.ts';
import { useFormat, useText, useWords } from '../text/locale.ts';
import { say } from '../undo.ts';
import { ErrorNote } from '../parts/errorNote.tsx';
import { countChanges } from '../parts/model/draft.ts';
import { ModelBody, useChosenPart } from '../parts/model/modelBody.tsx';
import { PublishBar, usePublishing } from '../parts/model/publishBar.tsx';
import { useDraft } from '../parts/model/useDraft.ts';
import { VersionMenu } from '../parts/model/versionMenu.tsx';
import { Page } from '../parts/page.tsx';
import { PageSkeleton } from '../parts/skeleton.tsx';

/** One version of a score model: to read, or as the start of a new version. Published versions never change. */
export default function ModelPage() {
  const { model: t } = useText();
  const format = useFormat();
  const words = useWords();
  const navigate = useNavigate();
  const me = useMe();
  const id = Number((useParams({ strict: false }) as { id?: string }).id);
  const editing = (useSearch({ strict: false }) as { edit?: unknown }).edit === true;
  const { data, error, refetch } = useQuery({ ...answerOf('GET /api/models/{id}', { params: { id } }), enabled: Number.isInteger(id) });
  const published = data?.model as ScoreModel | undefined;
  const { draft, note, edit, setNote, discard } = useDraft(id, published);
  const model = editing ? (draft ?? published) : published;
  const [chosen, choose] = useChosenPart(published, String(id));
  const publishing = usePublishing(editing ? model : undefined, discard);
  const changes = useMemo(() => (editing && draft && published ? countChanges(published, draft) : 0), [editing, draft, published]);
  const mayPublish = me.can.publishModel;

  if (error) return <div className="vf-page"><ErrorNote error={error} retry={() => void refetch()} /></div>;
  if (!data || !model) return <PageSkeleton />;
  const { version } = data;
  const toEdit = (on: boolean): void => void navigate({ to: '/models/$id', params: { id: String(id) }, search: (on ? { edit: true } : {}) as never });
  return (
    <Page
      wide title={editing ? t.editing({ name: words(version.name), n: version.version }) : `${words(version.name)} · ${t.version({ n: version.version })}`}
      lead={editing ? t.draftKept : <>{version.active ? `${t.active} · ` : ''}{version.by ? t.byOn({ name: version.by.name, day: format.day((version.publishedAt ?? version.createdAt).slice(0, 10)) }) : t.builtIn}{version.note ? ` · ${version.note}` : ''} · {mayPublish ? t.readOnly : t.viewOnly} <Link to="/models">{t.backToList}</Link></>}
      action={<><Button onClick={() => void navigate({ to: '/models/$id/weigh', params: { id: String(id) } })}>{t.findWeights}</Button>{editing ? <Button onClick={() => { discard(); toEdit(false); say(t.discarded); }}>{t.discard}</Button> : <>{mayPublish ? <Button type="primary" onClick={() => toEdit(true)}>{t.edit}</Button> : null}<VersionMenu version={version} mayPublish={mayPublish} /></>}</>}
    >
      <ModelBody versionId={id} model={model} faults={publishing.faults} edit={editing && mayPublish ? edit : null} chosen={chosen} choose={choose} />
      {editing && mayPublish ? <PublishBar model={model} says={changes === 0 ? t.noChange : t.changed({ n: changes })} ready={changes > 0} publishing={publishing} go={choose} note={note} setNote={setNote} /> : null}
    </Page>
  );
}
