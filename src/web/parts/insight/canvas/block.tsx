import { useState, type DragEvent } from 'react';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { AskPoint } from './askPoint.tsx';
import type { BlockView, CanvasView } from './changing.ts';
import { FACT_DRAG, FactItem, useMove } from './factItem.tsx';
import { Figures } from './figures.tsx';
import { Judgement } from './judgement.tsx';
import { QuestionMark } from './questionMark.tsx';
import { pointWords } from './words.ts';

/** A block on the sheet shows so many; all of it stands in its drawer. */
const FACTS = 3;
const QUESTIONS = 2;
/** On paper there is room for more; facts that do not fit whole are left out there. */
const FACTS_ON_PAPER = 6;

/** One block of the full view: its figures, its judgement, its best facts and most pressing questions. Takes facts that are dropped on it. */
export function BlockCard({ accountId, block, can, focusable, open, focused }: { accountId: number; block: BlockView; can: CanvasView['can']; focusable: boolean; open: () => void; focused: () => void }) {
  const { canvas: t } = useAllText();
  const format = useFormat();
  const move = useMove(accountId);
  const [over, setOver] = useState(false);
  const name = t.blocks[block.key];
  const carries = (event: DragEvent): boolean => can.record && event.dataTransfer.types.includes(FACT_DRAG);
  // Where nobody asks anything yet, the sheet proposes what to ask.
  const unknown = block.points.find((point) => point.by === null);
  const counts = [...(block.factCount > 0 ? [t.facts({ n: block.factCount })] : []), ...(block.openCount > 0 ? [t.openQuestions({ n: block.openCount })] : []), ...(block.answeredCount > 0 ? [t.answeredQuestions({ n: format.number(block.answeredCount) })] : [])].join(' · ');
  return (
    <section
      className={`vf-canvas-block vf-at-${block.key}${over ? ' vf-over' : ''}`} aria-label={name} data-block={block.key} tabIndex={focusable ? 0 : -1} onFocus={focused}
      onDragOver={(event) => { if (carries(event)) { event.preventDefault(); setOver(true); } }} onDragLeave={() => setOver(false)}
      onDrop={(event) => { setOver(false); if (carries(event)) { event.preventDefault(); move([Number(event.dataTransfer.getData(FACT_DRAG))], block.key); } }}
    >
      <header>
        <h3><button type="button" className="vf-canvas-name" tabIndex={-1} onClick={open} aria-label={t.open({ block: name })}>{name}</button></h3>
        <Figures block={block} />
      </header>
      <Judgement accountId={accountId} block={block} may={can.describe} />
      <ul className="vf-canvas-facts">
        {block.facts.slice(0, FACTS_ON_PAPER).map((fact, n) => <FactItem key={fact.id} accountId={accountId} fact={fact} at={block.key} may={can.record} paper={n >= FACTS} />)}
        {block.factCount === 0 ? <li className="vf-faint vf-small">{t.noFacts}</li> : null}
      </ul>
      {block.questions.length > 0 ? (
        <ul className="vf-canvas-asked">
          {block.questions.map((question, n) => <li key={question.id} className={n < QUESTIONS ? undefined : 'vf-paper'}><p title={question.text}>{question.text}</p><QuestionMark question={question} /></li>)}
        </ul>
      ) : unknown && can.describe ? (
        <div className="vf-canvas-hint vf-small vf-noprint"><span className="vf-faint">{pointWords(t, block.key, unknown.key).ask}</span> <AskPoint accountId={accountId} block={block.key} topic={unknown.key} /></div>
      ) : null}
      <footer className="vf-small"><span className="vf-faint">{counts}</span><button type="button" className="vf-link vf-noprint" tabIndex={-1} aria-label={t.open({ block: name })} onClick={open}>{t.all}</button></footer>
    </section>
  );
}
