import '../parts/model/model.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from '@tanstack/react-router';
import { answerOf, useChange } from '../answers.ts';
import { useFormat, useText, useWords } from '../text/locale.ts';
import { sayDone } from '../undo.ts';
import { Empty } from '../parts/empty.tsx';
import { forgetScores } from '../parts/model/publishBar.tsx';
import { TemplateCards } from '../parts/model/templateCards.tsx';
import { VersionMenu } from '../parts/model/versionMenu.tsx';
import { ErrorNote } from '../parts/errorNote.tsx';
import { Page } from '../parts/page.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';

/** Score models (评分模型): every version there was, who published it and why; one is in use. */
export default function ModelsPage() {
  const { model: t, account } = useText();
  const format = useFormat();
  const words = useWords();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(answerOf('GET /api/models'));
  const activate = useChange('POST /api/models/{id}/activate', {
    done: (answer, question) => {
      const version = data?.versions.find((one) => one.id === Number(question.params.id));
      sayDone(t.activated({ n: version?.version ?? '', name: version ? words(version.name) : '' }), answer.event);
      void forgetScores();
    },
  });
  const active = data?.versions.find((one) => one.active);
  const may = data?.can.publish ?? false;
  const other = data?.versions.find((one) => !one.active);
  const actions = (
    <>
      {may && active ? <Button type="primary" onClick={() => void navigate({ to: '/models/$id', params: { id: String(active.id) }, search: { edit: true } as never })}>{t.edit}</Button> : null}
      {active && other ? <Button onClick={() => void navigate({ to: '/models/compare', search: (other.id < active.id ? { a: other.id, b: active.id } : { a: active.id, b: other.id }) as never })}>{t.compareTwo}</Button> : null}
      {may ? <Button onClick={() => void navigate({ to: '/models/import' })}>{t.bringFile}</Button> : null}
    </>
  );
  return (
    <Page title={t.title} lead={t.intro} action={actions}>
      {error ? <ErrorNote error={error} retry={() => void refetch()} /> : !data ? <RowsSkeleton /> : data.versions.length === 0 ? <Empty sentence={t.noModels} /> : (
        <div className="vf-scroll-x" role="region" aria-label={t.versions} tabIndex={0}>
          <table className="vf-table vf-versions">
            <thead><tr><th>{t.versions}</th><th>{t.name}</th><th>{t.note}</th><th>{t.who}</th><th>{t.when}</th><th aria-label={t.actions} /></tr></thead>
            <tbody>
              {data.versions.map((one) => (
                <tr key={one.id} className={one.active ? 'vf-in-use' : undefined}>
                  <td><Link to="/models/$id" params={{ id: String(one.id) }}>{t.version({ n: one.version })}</Link>{one.active ? <span className="vf-tag vf-tag-use">{t.active}</span> : null}</td>
                  <td>{words(one.name)}</td>
                  <td className="vf-quiet">{one.note || <span className="vf-faint">{t.noNote}</span>}</td>
                  <td>{one.by?.name ?? <span className="vf-faint">{t.builtIn}</span>}</td>
                  <td className="vf-num" title={one.publishedAt ? format.time(one.publishedAt) : account.none}>{one.publishedAt ? format.ago(one.publishedAt) : '–'}</td>
                  <td className="vf-right vf-version-actions">{may && !one.active ? <Button size="small" loading={activate.isPending && Number(activate.variables.params.id) === one.id} onClick={() => activate.mutate({ params: { id: one.id } })}>{t.activate}</Button> : null}<VersionMenu version={one} mayPublish={may} small /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {activate.error ? <ErrorNote error={activate.error} /> : null}
      {may ? <TemplateCards /> : null}
    </Page>
  );
}
