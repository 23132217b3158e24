import '../parts/map/map.css';
import '../parts/map/mapEditing.css';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import type { Day } from '#domain/day.ts';
import { layoutOf } from '#domain/relate/map/layout.ts';
import { readMap } from '#domain/relate/map/readMap.ts';
import { answerOf, forget } from '../answers.ts';
import type { ProblemError } from '../call.ts';
import { useKeys } from '../keys.ts';
import { useLive } from '../live.ts';
import { localDay } from '../today.ts';
import { FONTS } from '../tokens.ts';
import { useAllText, useFormat, useLocale } from '../text/locale.ts';
import { Empty } from '../parts/empty.tsx';
import { ErrorNote } from '../parts/errorNote.tsx';
import { AddDrawer } from '../parts/map/addDrawer.tsx';
import { ClashDrawer } from '../parts/map/clash.tsx';
import { ChosenBar } from '../parts/map/chosenBar.tsx';
import { linesTable, peopleTable } from '../parts/map/copyTables.ts';
import { PasteDrawer } from '../parts/map/pasteDrawer.tsx';
import { useManyKeys } from '../parts/map/useManyKeys.ts';
import { ProjectDrawer } from '../parts/projects/projectDrawer.tsx';
import { say } from '../undo.ts';
import { Canvas, type CanvasHandle } from '../parts/map/canvas.tsx';
import { svgOf } from '../parts/map/drawing.ts';
import { MapFigures } from '../parts/map/mapHead.tsx';
import { MapTable } from '../parts/map/mapTable.tsx';
import { PersonDrawer } from '../parts/map/personDrawer.tsx';
import { Rail } from '../parts/map/rail.tsx';
import { sceneOf } from '../parts/map/scene.ts';
import { StartMap } from '../parts/map/startMap.tsx';
import { TimeBar } from '../parts/map/timeBar.tsx';
import { useMapChanges } from '../parts/map/useMapChanges.ts';
import { useMapWords, type ProjectMap } from '../parts/map/useMapWords.ts';
import { Segments } from '../parts/segments.tsx';
import { usePaste } from '../parts/usePaste.ts';
import { PageSkeleton } from '../parts/skeleton.tsx';

/** Power map (权力地图) of a project: who decides, who is for and against us, and whom to work on. */
export default function PowerMapPage() {
  const { powerMap: t, shell } = useAllText();
  const id = Number((useParams({ strict: false }) as { id?: string }).id);
  const { data, error, refetch } = useQuery({ ...answerOf('GET /api/projects/{id}/map', { params: { id } }), placeholderData: keepPreviousData, enabled: Number.isInteger(id) });
  // People get names and become one elsewhere too; those without a customer have no account in the news.
  useLive((message) => { if (message.type === 'change' && (message.verb === 'noted' ? message.accountId === data?.account.id : ['peopleChanged', 'personErased'].includes(message.verb) && (message.accountId === null || message.accountId === data?.account.id))) void forget('GET /api/projects/{id}/map'); });
  const name = data?.project.name;
  useEffect(() => { if (name !== undefined) document.title = `${t.title(name)} · ${shell.product}`; }, [name, t, shell.product]);
  if ((error as ProblemError | null)?.status === 404 || !Number.isInteger(id)) return <div className="vf-page"><p className="vf-empty-sentence">{t.notFound}</p><Link to="/portfolio">{t.backToList}</Link></div>;
  if (error && !data) return <div className="vf-page"><ErrorNote error={error} retry={() => void refetch()} /></div>;
  if (!data || data.project.id !== id) return <PageSkeleton />;
  return (
    <div className="vf-page vf-page-wide vf-map">
      <p className="vf-small vf-noprint"><Link to="/accounts/$id" params={{ id: String(data.account.id) }} search={{ tab: 'projects' } as never}>← {data.account.name}</Link></p>
      {data.map ? <MapOf key={data.map.id} data={data} map={data.map} /> : <><div className="vf-map-head"><h1>{t.title(data.project.name)}</h1>{data.can.describe ? <EditProject data={data} /> : null}</div><ProjectNote data={data} /><StartMap data={data} /></>}
    </div>
  );
}

/** The button that opens what a project is called, is about, and until when; once withdrawn, its customer's others are shown. */
function EditProject({ data }: { data: ProjectMap }) {
  const { mapEditing: m } = useAllText();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const { account, project } = data;
  return <><Button onClick={() => setOpen(true)}>{m.project.edit}</Button>{open ? <ProjectDrawer project={project} close={() => setOpen(false)} gone={() => void navigate({ to: '/accounts/$id', params: { id: String(account.id) }, search: { tab: 'projects' } as never })} /> : null}</>;
}

function ProjectNote({ data: { project } }: { data: ProjectMap }) {
  return project.note === '' ? null : <p className="vf-quiet vf-map-note">{project.note}</p>;
}

function MapOf({ data, map }: { data: ProjectMap; map: NonNullable<ProjectMap['map']> }) {
  const texts = useAllText();
  const { powerMap: t, mapEditing: m, coverage } = texts;
  const format = useFormat();
  const locale = useLocale();
  const words = useMapWords(data);
  const changes = useMapChanges(data.project.id, map, words);
  const canvas = useRef<CanvasHandle>(null);
  const paper = useRef<HTMLDivElement>(null);
  const [chosenDay, setChosenDay] = useState<Day | null>(null);
  const [compared, setCompared] = useState<Day | null>(null);
  const [selected, setSelected] = useState<number | null>(null);
  const [adding, setAdding] = useState(false);
  /** Text of the clipboard to paste from; null: nobody pastes. */
  const [pasted, setPasted] = useState<string | null>(null);
  const [chosenBefore, choose] = useState<ReadonlySet<number>>(new Set());
  const [choosing, setChoosing] = useState(false);
  // Below that width cards are too small to read: the table is the map.
  const [view, setView] = useState<'canvas' | 'table'>(() => (matchMedia('(max-width: 699px)').matches ? 'table' : 'canvas'));
  // The reader may be a day ahead of the server, or behind it.
  const today = localDay() > data.today ? localDay() : data.today;
  const day = chosenDay ?? today;
  const past = day !== today;
  /** Nobody has ever stood on it: there is nothing to say beside it, and no day to go back to. */
  const blank = map.members.length === 0;
  const editable = data.can.describe && !past;
  const shownDay = useDeferredValue(day);
  const unnamed = useMemo(() => new Set(map.people.filter((person) => person.placeholder).map((person) => person.id)), [map.people]);
  const reading = useMemo(() => readMap(map, shownDay, unnamed), [map, shownDay, unnamed]);
  const scene = useMemo(() => sceneOf(reading, new Map(map.places.map(({ person, x, y }) => [person, { x, y }])), words), [reading, map.places, locale]);
  const there = useMemo(() => new Set(reading.map.people.map(({ person }) => person)), [reading]);
  // Who left since is no longer chosen; on a past day nothing is changed.
  const chosen = useMemo(() => new Set(editable ? [...chosenBefore].filter((person) => there.has(person)) : []), [editable, chosenBefore, there]);
  const title = t.title(data.project.name);
  const note = [data.account.name, format.day(day), ...(reading.light ? [t.lights[reading.light.light]] : [])].join(' · ');
  const drawing = (alone = true) => svgOf(scene, alone ? { title, note } : null, FONTS[locale]);
  useKeys({ n: () => { if (editable) setAdding(true); }, '+': () => canvas.current?.zoom(1.2), '-': () => canvas.current?.zoom(1 / 1.2), 0: () => canvas.current?.fit() });
  useManyKeys(editable && view === 'canvas', { canvas, chosen, all: [...there], choose, remove: changes.remove });
  usePaste((data) => {
    const text = data.getData('text/plain');
    // Two names on a line, in cells or with an arrow.
    if (!editable || !/\S[\t→]\s*\S/.test(text)) return false;
    setPasted(text);
    return true;
  });
  const copy = (what: 'lines' | 'people'): void => {
    const [table, sentence] = what === 'lines' ? [linesTable(reading, words, texts), m.copy.copiedLines(reading.map.lines.length)] : [peopleTable(reading, data, words, texts, format), m.copy.copiedPeople(there.size)];
    void navigator.clipboard.writeText(table).then(() => say(sentence), () => say(m.copy.failed));
  };

  // What goes on paper is drawn only when something is printed.
  const printed = useRef(drawing);
  printed.current = drawing;
  useEffect(() => {
    const before = (): void => {
      const { text } = printed.current(false);
      paper.current!.replaceChildren(document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true));
    };
    addEventListener('beforeprint', before);
    return () => removeEventListener('beforeprint', before);
  }, []);
  const save = async (kind: 'png' | 'svg' | 'pptx' | 'print'): Promise<void> => {
    if (kind === 'print') return print();
    const [{ saveFile }, { pngOf }, { presentationOf }, { storedZip }] = await Promise.all([import('../parts/assessBook/saveFile.ts'), import('../parts/map/drawing.ts'), import('../parts/map/slide.ts'), import('../parts/map/storedZip.ts')]);
    const content = kind === 'png' ? await pngOf(drawing()) : kind === 'svg' ? new Blob([drawing().text], { type: 'image/svg+xml' }) : new Blob([storedZip(presentationOf(scene, title, note))], { type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation' });
    saveFile(content, `${t.fileName(data.project.name, day).replace(/[\\/:*?"<>|]/g, ' ')}.${kind}`);
  };
  const open = (person: number): void => setSelected(person);
  const close = (): void => {
    const person = selected;
    setSelected(null);
    if (person !== null && there.has(person)) setTimeout(() => canvas.current?.focus(person));
  };
  const bar = chosen.size > 0 ? <ChosenBar chosen={[...chosen]} clear={() => choose(new Set())} data={data} words={words} changes={changes} /> : null;
  return (
    <>
      <div className="vf-map-paper-head"><h1>{title}</h1><p className="vf-quiet">{note}</p></div>
      <header className="vf-map-head vf-noprint">
        <h1>{data.project.name}{data.project.closedOn === null ? null : <> <span className="vf-tag">{t.projects.closed(format.day(data.project.closedOn))}</span></>}</h1>
        <div className="vf-row vf-wrap">
          <Segments label={t.view} value={view} options={[{ value: 'canvas', text: t.canvas }, { value: 'table', text: t.table }]} choose={setView} />
          <Link className="vf-map-coverage" to="/accounts/$id" params={{ id: String(data.account.id) }} search={{ tab: 'people', part: 'coverage', project: data.project.id } as never}>{coverage.fromMap}</Link>
          <Dropdown trigger={['click']} menu={{ items: [...(['png', 'svg', 'pptx', 'print'] as const).map((key) => ({ key, label: t.exports[key] })), { type: 'divider' }, ...(['lines', 'people'] as const).map((key) => ({ key, label: m.copy[key] }))], onClick: ({ key }) => (key === 'lines' || key === 'people' ? copy(key) : void save(key as 'png')) }}><Button disabled={there.size === 0}>{t.export}</Button></Dropdown>
          {data.can.describe ? <EditProject data={data} /> : null}
          {editable ? <><Button onClick={() => setPasted('')}>{m.paste.open}</Button><Button type="primary" onClick={() => setAdding(true)}>{t.addPeople}</Button></> : null}
        </div>
      </header>
      <ProjectNote data={data} />
      <MapFigures reading={reading} words={words} />
      {past ? <p className="vf-map-past" role="status">{t.asOf(format.day(day))} <Button size="small" onClick={() => setChosenDay(null)}>{t.today}</Button></p> : null}
      <div className={`vf-map-body vf-noprint${blank ? ' vf-map-bare' : ''}`}>
        {blank ? null : <Rail reading={reading} words={words} open={(person) => { canvas.current?.focus(person); open(person); }} />}
        <div className="vf-map-main">
          {there.size === 0 ? <Empty sentence={t.emptyMap} action={editable ? <Button type="primary" onClick={() => setAdding(true)}>{t.addPeople}</Button> : null} /> : view === 'table' ? <>{bar}<MapTable reading={reading} scene={scene} words={words} open={open} chosen={chosen} choose={editable ? choose : null} /></> : (
            <div className="vf-map-stage">
              <Canvas ref={canvas} scene={scene} selected={selected} editable={editable} labelOf={(person) => { const card = scene.cards.find((one) => one.person === person)!; return [card.name, card.sub, card.stanceWord].filter(Boolean).join(t.comma); }} open={open} moved={changes.move} chosen={chosen} choose={choose} choosing={choosing && editable} connect={changes.connect} stance={(person, digit) => changes.stance(chosen.has(person) ? [...chosen] : [person], digit)} />
              {bar}
              <div className="vf-map-tools">
                <button type="button" aria-label={t.zoomIn} title={t.zoomIn} onClick={() => canvas.current?.zoom(1.25)}>+</button>
                <button type="button" aria-label={t.zoomOut} title={t.zoomOut} onClick={() => canvas.current?.zoom(0.8)}>−</button>
                <button type="button" onClick={() => canvas.current?.fit()}>{t.fit}</button>
                {editable ? <><button type="button" onClick={() => changes.arrange(layoutOf(reading.map))}>{t.arrange}</button><button type="button" aria-pressed={choosing} title={m.many.hint} onClick={() => setChoosing(!choosing)}>{m.many.choose}</button></> : null}
              </div>
            </div>
          )}
          {blank ? null : <TimeBar history={map} today={today} day={day} choose={(next) => setChosenDay(next === today ? null : next)} compared={compared} compare={setCompared} words={words} />}
        </div>
      </div>
      <div ref={paper} className="vf-map-paper" aria-hidden />
      {selected !== null && there.has(selected) ? <PersonDrawer key={selected} person={selected} data={data} reading={reading} words={words} changes={changes} editable={editable} close={close} open={(person) => setSelected((before) => (before === null ? null : person))} /> : null}
      {pasted !== null ? <PasteDrawer data={data} there={there} text={pasted} words={words} close={() => setPasted(null)} /> : null}
      <ClashDrawer changes={changes} words={words} />
      {adding ? <AddDrawer data={data} there={there} close={() => setAdding(false)} /> : null}
    </>
  );
}
