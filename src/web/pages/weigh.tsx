import '../parts/weigh/weigh.css';
import { useEffect, useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ScoreModel } from '#domain/select/model.ts';
import { levelsOf } from '#domain/select/weigh/level.ts';
import { WEIGHING_METHODS } from '#domain/select/weigh/methods.ts';
import type { WeighingResult } from '#domain/select/weigh/weighing.ts';
import { answerOf, forget, useChange } from '../answers.ts';
import type { Answer } from '../call.ts';
import { useMe } from '../me.ts';
import { useFormat, useAllText, useWords } from '../text/locale.ts';
import { say, sayAct, sayDone, sayStep, turnEvents } from '../undo.ts';
import { ErrorNote } from '../parts/errorNote.tsx';
import { useNarrow } from '../parts/model/useNarrow.ts';
import { Page } from '../parts/page.tsx';
import { Segments } from '../parts/segments.tsx';
import { PageSkeleton } from '../parts/skeleton.tsx';
import { ComparePanel } from '../parts/weigh/comparePanel.tsx';
import { Earlier } from '../parts/weigh/earlier.tsx';
import { HowWeighed } from '../parts/weigh/howWeighed.tsx';
import { lookAgain } from '../parts/weigh/lookAgain.ts';
import { LevelPicker } from '../parts/weigh/levelPicker.tsx';
import { MatrixPanel } from '../parts/weigh/matrixPanel.tsx';
import { PointsPanel } from '../parts/weigh/pointsPanel.tsx';
import { ResultRail } from '../parts/weigh/resultRail.tsx';
import type { WeighSearch } from '../parts/weigh/search.ts';
import { inputOf, opened, pairKey, pairsInOrder, withPair } from '../parts/weigh/session.ts';
import { swingEnds } from '../parts/weigh/swingEnds.ts';
import { draftTurns } from '../parts/weigh/draftTurns.ts';
import { takeIntoDraft } from '../parts/weigh/takeIntoDraft.ts';
import { useFound } from '../parts/weigh/useFound.ts';
import { useSession } from '../parts/weigh/useSession.ts';
import { useUndoKey } from '../parts/weigh/useUndoKey.ts';

/** Finds the weights of one level of a score model (S6): by points, swings or pairwise comparison, and takes them into a draft. */
export default function WeighPage() {
  const id = Number((useParams({ strict: false }) as { id?: string }).id);
  const { data, error, refetch } = useQuery({ ...answerOf('GET /api/models/{id}', { params: { id } }), enabled: Number.isInteger(id) });
  if (error) return <div className="vf-page"><ErrorNote error={error} retry={() => void refetch()} /></div>;
  if (!data) return <PageSkeleton />;
  return <Weigh key={id} id={id} data={data} />;
}

function Weigh({ id, data }: { id: number; data: Answer<'GET /api/models/{id}'> }) {
  const texts = useAllText();
  const { weigh: t } = texts;
  const format = useFormat();
  const words = useWords();
  const navigate = useNavigate();
  const { workspace } = useMe();
  const narrow = useNarrow(1180);
  const model = data.model as ScoreModel;
  const { level: wanted, method = 'ahp', view } = useSearch({ strict: false }) as WeighSearch;
  const levels = useMemo(() => levelsOf(model), [model]);
  const level = levels.find((one) => one.key === wanted) ?? levels[0]!;
  const items = useMemo(() => level.items.map((item) => item.key), [level]);
  const { session, change, undo, number } = useSession(id, level.key);
  const input = useMemo(() => inputOf(session, method, items), [session, method, items]);
  const found = useFound(items, input);
  const [at, setAt] = useState(0);
  const [howOpen, setHowOpen] = useState(false);
  const weighings = useQuery(answerOf('GET /api/models/{id}/weighings', { params: { id }, query: { limit: 200 } }));
  const mayWeigh = weighings.data?.can.weigh ?? false;
  const names = useMemo(() => new Map(levels.flatMap((one) => one.items.map((item) => [`${one.key} ${item.key}`, words(item.name)]))), [levels, words]);
  const nameOf = (key: string): string => names.get(`${level.key} ${key}`) ?? key;
  const levelName = level.name === null ? t.lenses : words(level.name);
  const pairs = pairsInOrder(items.length);
  useEffect(() => setAt(firstOpen(session.pairs, items)), [level.key]);
  useUndoKey(undo, number);

  const record = useChange('POST /api/models/{id}/weighings');
  const go = (search: WeighSearch): void => void navigate({ to: '/models/$id/weigh', params: { id: String(id) }, search: { level: level.key, method, ...(view ? { view } : {}), ...search } as never, replace: true });
  const setPair = (key: string, value: number | null): void => change((one) => withPair(one, key, value));
  const take = (result: WeighingResult, how: keyof typeof t.methods, event: number | null): void => {
    const cr = result.ahp?.cr ?? null;
    const why = cr === null ? t.why({ level: levelName, method: t.methods[how] }) : t.whyRatio({ level: levelName, method: t.methods[how], cr: format.number(cr, 2) });
    const taken = () => takeIntoDraft(id, model, level.key, result.weights, why);
    const back = taken();
    if (!back) return say(t.levelGone({ level: levelName }));
    sayAct(t.taken({ level: levelName }), draftTurns(back, taken, event === null ? null : () => turnEvents([event])));
    void navigate({ to: '/models/$id', params: { id: String(id) }, search: { edit: true } as never });
  };
  const save = async (use: boolean, note: string): Promise<void> => {
    const answer = await record.mutateAsync({ params: { id }, body: { ...input, level: level.key, note } as never }).catch(() => null);
    if (!answer) return;
    await forget('GET /api/models/{id}/weighings');
    if (use) take(answer.result, method, answer.event);
    else sayDone(t.recorded, answer.event);
  };
  const worst = lookAgain(found.ahp);
  const worstPlace = worst ? { i: Math.min(items.indexOf(worst.left), items.indexOf(worst.right)), j: Math.max(items.indexOf(worst.left), items.indexOf(worst.right)) } : null;
  const adopt = (): void => {
    if (!worst || !worstPlace) return;
    const before = session;
    setPair(pairKey(items, worstPlace), items.indexOf(worst.left) === worstPlace.i ? worst.fits : 1 / worst.fits);
    sayStep(t.adopted, () => change(() => before));
  };
  const showWorst = (): void => {
    setAt(pairs.findIndex((pair) => pair.i === worstPlace?.i && pair.j === worstPlace.j));
    if (view) go({ view: undefined });
  };
  const shown = level.items.map((item) => ({
    key: item.key, text: words(item.name), weight: item.weight, ends: swingEnds(item as never, words, workspace.reportingCurrency, format, texts),
    hint: 'factors' in item ? (item as ScoreModel['lenses'][number]).factors.map((factor) => words(factor.name)).join(' · ') : 'indicators' in item ? (item as ScoreModel['lenses'][number]['factors'][number]).indicators.map((one) => words(one.name)).join(' · ') : '',
  }));
  const rows = (weighings.data?.rows ?? []).filter((row) => row.level === level.key);
  const weighed = new Set((weighings.data?.rows ?? []).map((row) => row.level));

  return (
    <Page wide title={t.title} lead={<>{t.lead({ name: words(data.version.name), version: data.version.version })} <Link to="/models/$id" params={{ id: String(id) }}>{t.toModel}</Link></>}>
      <div className="vf-weigh">
        <LevelPicker levels={levels} chosen={level.key} choose={(key) => go({ level: key })} weighed={weighed} narrow={narrow} />
        <div className="vf-weigh-main">
          <header className="vf-weigh-head">
            <h2>{levelName}</h2>
            <Segments label={t.method} value={method} options={WEIGHING_METHODS.map((one) => ({ value: one, text: t.methods[one] }))} choose={(one) => go({ method: one })} />
            {method === 'ahp' && items.length > 1 ? <Segments label={t.views} value={view ?? 'one'} options={[{ value: 'one', text: t.oneByOne }, { value: 'matrix', text: t.matrix }]} choose={(one) => go({ view: one === 'matrix' ? 'matrix' : undefined })} /> : null}
            <Button size="small" type="text" disabled={!undo} onClick={() => undo?.()}>{t.undoStep}</Button>
          </header>
          <p className="vf-quiet vf-weigh-hint">{t.methodHints[method]}</p>
          {items.length < 2 ? <p className="vf-quiet">{t.alone}</p> : method !== 'ahp' ? (
            <PointsPanel
              method={method} items={shown} given={method === 'swing' ? session.swings : session.points} set={(points) => change((one) => (method === 'swing' ? { ...one, swings: points } : { ...one, points }))}
              fromCurrent={() => change((one) => ({ ...one, points: Object.fromEntries(level.items.map((item) => [item.key, item.weight])) }))}
            />
          ) : view === 'matrix' ? <MatrixPanel items={shown} session={session} worst={worst} setPair={setPair} />
            : <ComparePanel items={shown} session={session} at={at} goTo={setAt} setPair={setPair} worst={worstPlace} />}
        </div>
        <ResultRail key={level.key} method={method} items={shown} found={found} nameOf={nameOf} show={showWorst} adopt={adopt} how={() => setHowOpen(true)} mayWeigh={mayWeigh && items.length > 1} save={(use, note) => void save(use, note)} saving={record.isPending} error={record.error} />
        <div className="vf-weigh-earlier">
          {weighings.error ? <ErrorNote error={weighings.error} retry={() => void weighings.refetch()} /> : weighings.data ? (
            <Earlier
              rows={rows} versionId={id} level={level} nameOf={nameOf} mayWeigh={mayWeigh} use={(row) => take(row.result, row.input.method, null)}
              open={(given) => {
                const before = session;
                change((one) => opened(one, given, items));
                go({ method: given.method, view: given.method === 'ahp' ? 'matrix' : undefined });
                sayStep(t.openedDone, () => change(() => before));
              }}
            />
          ) : null}
        </div>
      </div>
      <HowWeighed method={method} open={howOpen} close={() => setHowOpen(false)} ahp={found.ahp} items={items} pairs={input.method === 'ahp' ? input.pairs : []} session={session} change={change} />
    </Page>
  );
}

/** The first pair that is still to be compared; the last where all are. */
function firstOpen(given: Readonly<Record<string, number>>, items: readonly string[]): number {
  const pairs = pairsInOrder(items.length);
  const open = pairs.findIndex((pair) => !(pairKey(items, pair) in given));
  return open === -1 ? Math.max(0, pairs.length - 1) : open;
}
