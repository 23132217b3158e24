import '../parts/compare/compare.css';
import '../parts/model/model.css';
import '../parts/portfolio/scoreMarks.css';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ScoreModel } from '#domain/select/model.ts';
import { answerOf } from '../answers.ts';
import { useAllText, useWords } from '../text/locale.ts';
import { WhoMoves } from '../parts/compare/whoMoves.tsx';
import { ErrorNote } from '../parts/errorNote.tsx';
import { ChangeList } from '../parts/model/changeList.tsx';
import { Page } from '../parts/page.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';

/** Two published versions (of one model or of two) against each other: what changed, who moves, and why. */
export default function CompareModelsPage() {
  const { diff: t } = useAllText();
  const words = useWords();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { a?: unknown; b?: unknown };
  const { data, error, refetch } = useQuery(answerOf('GET /api/models'));
  const versions = data?.versions ?? [];
  const active = versions.find((one) => one.active);
  const known = (value: unknown): number | undefined => versions.find((one) => one.id === Number(value))?.id;
  const b = known(search.b) ?? active?.id;
  const a = known(search.a) ?? versions.find((one) => one.id !== b)?.id;
  const [modelA, modelB] = [useModel(a), useModel(b)];
  const go = (next: { a: number; b: number }): void => void navigate({ to: '/models/compare', search: next as never, replace: true, resetScroll: false });
  const options = versions.map((one) => ({ value: one.id, label: `${t.version({ name: words(one.name), n: one.version })}${one.active ? ` · ${t.inUse}` : ''}` }));
  const pick = (label: string, value: number, change: (id: number) => void) => (
    <label className="vf-version-pick"><span className="vf-small vf-faint">{label}</span><Select aria-label={label} showSearch optionFilterProp="label" popupMatchSelectWidth={false} value={value} options={options} onChange={change} /></label>
  );
  return (
    <Page wide title={t.title} lead={<>{t.lead} <Link to="/models">{t.toModels}</Link></>}>
      {error ? <ErrorNote error={error} retry={() => void refetch()} /> : !data ? <RowsSkeleton /> : a === undefined || b === undefined ? <p className="vf-empty-sentence">{versions.length < 2 ? t.onlyOne : t.choose}</p> : (
        <>
          <div className="vf-version-picks">
            {pick(t.before, a, (id) => go({ a: id, b }))}
            <Button className="vf-noprint" aria-label={t.turn} title={t.turn} onClick={() => go({ a: b, b: a })}>⇄</Button>
            {pick(t.after, b, (id) => go({ a, b: id }))}
          </div>
          <section className="vf-section">
            <h2>{t.what}</h2>
            {modelA && modelB ? <ChangeList a={modelA} b={modelB} /> : <RowsSkeleton rows={4} />}
          </section>
          <section className="vf-section">
            <h2>{t.who}</h2>
            <WhoMoves key={`${a} ${b}`} a={a} b={b} modelA={modelA} modelB={modelB} />
          </section>
        </>
      )}
    </Page>
  );
}

function useModel(id: number | undefined): ScoreModel | undefined {
  return useQuery({ ...answerOf('GET /api/models/{id}', { params: { id: id ?? 0 } }), enabled: id !== undefined, staleTime: Infinity }).data?.model as ScoreModel | undefined;
}
