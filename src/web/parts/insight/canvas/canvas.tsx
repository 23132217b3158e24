import './canvas.css';
import '../../facts/facts.css';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { BLOCKS, isBlock, LATER_BLOCKS, POINTS, type Block } from '#domain/blocks.ts';
import { answerOf, forget } from '../../../answers.ts';
import { call } from '../../../call.ts';
import { isTyping, somethingOpen } from '../../../keys.ts';
import { useLive } from '../../../live.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { Empty } from '../../empty.tsx';
import { ErrorNote } from '../../errorNote.tsx';
import { RowsSkeleton } from '../../skeleton.tsx';
import type { InsightPart } from '../insightTab.tsx';
import { BlockCard } from './block.tsx';
import { BlockDrawer, type Begin } from './blockDrawer.tsx';
import { BlockFacts } from './blockFacts.tsx';
import { useCanvasChange, type CanvasView } from './changing.ts';
import { FactItem } from './factItem.tsx';
import { neighbour, type Arrow } from './neighbour.ts';
import { pointWords } from './words.ts';

/** The full view (客户全视图, I1): eight blocks on one sheet around the customer's name. */
export default function Canvas({ account }: InsightPart) {
  const { canvas: t } = useAllText();
  const [at, setAt] = useState<Block>('environment');
  const { block: linked } = useSearch({ strict: false }) as { block?: unknown };
  const [opened, setOpened] = useState<{ block: Block; begin: Begin } | null>(typeof linked === 'string' && isBlock(linked) ? { block: linked, begin: 'read' } : null);
  const [later, setLater] = useState(false);
  const sheet = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = useQuery(answerOf('GET /api/accounts/{id}/canvas', { params: { id: account.id } }));
  useLive((message) => {
    if (message.type === 'change' && message.accountId === account.id && /^(noted|fact|undone)/.test(message.verb)) void forget('GET /api/accounts/{id}/canvas');
  });
  if (error && !data) return <ErrorNote error={error} retry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={12} />;

  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing || isTyping(event.target) || somethingOpen()) return;
    const onCard = (event.target as HTMLElement).matches('[data-block]');
    const begin: Begin | null = event.key === 'f' && data.can.record ? 'fact' : event.key === 'q' && data.can.describe ? 'question' : event.key === 'Enter' && onCard ? 'read' : null;
    const next = event.key.startsWith('Arrow') && onCard ? neighbour(sheet.current, at, event.key as Arrow) : null;
    if (begin === null && next === null) return;
    event.preventDefault();
    if (begin !== null) setOpened({ block: at, begin });
    else sheet.current?.querySelector<HTMLElement>(`[data-block="${next}"]`)?.focus();
  };
  const empty = data.blocks.every((block) => block.factCount === 0 && block.openCount + block.answeredCount === 0 && block.judgement === null) && data.unplaced.count === 0;
  return (
    <div className="vf-canvas" onKeyDown={press}>
      {empty ? <Teach view={data} /> : null}
      <div className="vf-canvas-sheet" ref={sheet} aria-label={t.sheet}>
        <Middle view={data} />
        {data.blocks.map((block) => <BlockCard key={block.key} accountId={account.id} block={block} can={data.can} focusable={block.key === at} focused={() => setAt(block.key)} open={() => setOpened({ block: block.key, begin: 'read' })} />)}
      </div>
      <div className="vf-canvas-foot vf-noprint">
        <span className="vf-small vf-faint vf-wide-only">{t.keys}</span>
        <button type="button" className="vf-link vf-small" aria-expanded={later} onClick={() => setLater(!later)}>{later ? t.later.hide : t.later.show}</button>
      </div>
      {later ? <ul className="vf-canvas-later vf-noprint">{LATER_BLOCKS.map((key) => <li key={key}><h3>{t.later[key].name}</h3><p className="vf-small vf-quiet">{t.later[key].what}</p></li>)}</ul> : null}
      {data.unplaced.count > 0 ? <Unplaced view={data} /> : null}
      <BlockDrawer view={data} block={opened ? data.blocks.find((block) => block.key === opened.block) ?? null : null} begin={opened?.begin ?? 'read'} close={() => setOpened(null)} />
    </div>
  );
}

/** The middle of the sheet: whose it is, and how far we have understood them. */
function Middle({ view }: { view: CanvasView }) {
  const { canvas: t } = useAllText();
  const format = useFormat();
  const points = view.blocks.flatMap((block) => block.points);
  const share = format.percent(view.completeness, 0);
  return (
    <div className="vf-canvas-middle">
      <h2>{view.account.name}</h2>
      <p className="vf-canvas-total" title={t.knownHelp({ answered: points.filter((point) => point.by !== null).length, points: points.length })}><span className="vf-quiet">{t.known}</span> <b className="vf-num">{share}</b></p>
      <p className={view.understood ? 'vf-canvas-gate vf-yes' : 'vf-canvas-gate'} title={t.understoodHelp}>{view.understood ? `✓ ${t.understood}` : t.notYet({ share })}</p>
      {view.stale.length > 0 ? <p className="vf-small vf-late">{t.staleBlocks({ blocks: view.stale.map((key) => t.blocks[key]).join(t.comma) })}</p> : null}
      <p className="vf-small vf-faint vf-canvas-day">{format.day(view.asOf)}</p>
      <p className="vf-noprint"><Button size="small" onClick={() => window.print()}>{t.print}</Button></p>
    </div>
  );
}

/** Facts that belong to no block yet: dragged or moved from here. */
function Unplaced({ view }: { view: CanvasView }) {
  const { canvas: t } = useAllText();
  const [all, setAll] = useState(false);
  return (
    <section className="vf-canvas-unplaced vf-noprint" aria-label={t.noPlace}>
      <h3>{t.unplaced({ n: view.unplaced.count })}</h3>
      <p className="vf-small vf-quiet">{t.unplacedHelp}</p>
      {all ? <BlockFacts accountId={view.account.id} block={null} may={view.can.record} /> : <ul className="vf-canvas-facts">{view.unplaced.facts.map((fact) => <FactItem key={fact.id} accountId={view.account.id} fact={fact} at={null} may={view.can.record} />)}</ul>}
      {!all && view.unplaced.count > view.unplaced.facts.length ? <button type="button" className="vf-link vf-small" onClick={() => setAll(true)}>{t.all}</button> : null}
    </section>
  );
}

/** An empty sheet teaches, and asks the first question of each block in one act. */
function Teach({ view }: { view: CanvasView }) {
  const { canvas: t } = useAllText();
  const change = useCanvasChange();
  const ask = (): void => {
    const questions = BLOCKS.map((block) => ({ block, topic: POINTS[block][0], text: pointWords(t, block, POINTS[block][0]).ask }));
    void change(() => call('POST /api/accounts/{id}/questions', { params: { id: view.account.id }, body: { questions } }), t.emptyAsked({ n: questions.length }));
  };
  return <div className="vf-canvas-teach vf-noprint"><Empty sentence={t.empty} example={t.emptyExample} action={view.can.describe ? <Button type="primary" onClick={ask}>{t.emptyAction}</Button> : undefined} /></div>;
}
