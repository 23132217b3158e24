import '../parts/chart/chart.css';
import '../parts/model/model.css';
import { Button } from 'antd';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMe } from '../me.ts';
import { useText } from '../text/locale.ts';
import { say } from '../undo.ts';
import { ErrorNote } from '../parts/errorNote.tsx';
import { useBecomes } from '../parts/model/becomes.ts';
import { Identity } from '../parts/model/identity.tsx';
import { ModelBody, useChosenPart } from '../parts/model/modelBody.tsx';
import { PublishBar, usePublishing } from '../parts/model/publishBar.tsx';
import { useDraft } from '../parts/model/useDraft.ts';
import { isModelSource, useModelSource } from '../parts/model/useModelSource.ts';
import { Page } from '../parts/page.tsx';
import { PageSkeleton } from '../parts/skeleton.tsx';

/** A model that is not there yet: begun from a template, a published version or a file, changed, then published under its own code. */
export default function NewModelPage() {
  const { model: t } = useText();
  const navigate = useNavigate();
  const me = useMe();
  const asked = (useSearch({ strict: false }) as { from?: unknown }).from;
  const source = isModelSource(asked) ? asked : null;
  const { base, title, pending, error } = useModelSource(source);
  const { draft, note, edit, setNote, discard } = useDraft(source ?? 'none', base);
  const model = draft ?? base;
  const [chosen, choose] = useChosenPart(base, source ?? '');
  const publishing = usePublishing(model, discard);
  const becomes = useBecomes(model);

  if (error) return <div className="vf-page"><ErrorNote error={error} /></div>;
  if (pending) return <PageSkeleton />;
  if (!model || !me.can.publishModel) return <Page title={t.title}><p className="vf-empty-sentence">{me.can.publishModel ? t.newNotFound : t.viewOnly}</p><Link to="/models">{t.backToList}</Link></Page>;
  const leave = (): void => {
    discard();
    say(t.discarded);
    void navigate({ to: '/models' });
  };
  return (
    <Page wide title={title} lead={<>{t.newLead} <Link to="/models">{t.backToList}</Link></>} action={<Button onClick={leave}>{t.discard}</Button>}>
      <ModelBody versionId={null} model={model} faults={publishing.faults} edit={edit} chosen={chosen} choose={choose}><Identity becomes={becomes} /></ModelBody>
      <PublishBar model={model} says={becomes || t.ready} ready publishing={publishing} go={choose} note={note} setNote={setNote} />
    </Page>
  );
}
