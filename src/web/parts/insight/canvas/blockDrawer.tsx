import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { KIND_OF_BLOCK, type Block } from '#domain/blocks.ts';
import { answerOf } from '../../../answers.ts';
import { call } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { QuickAdd } from '../../facts/quickAdd.tsx';
import { SideDrawer } from '../../sideDrawer.tsx';
import { RowsSkeleton } from '../../skeleton.tsx';
import { AskForm } from './askForm.tsx';
import { BlockFacts } from './blockFacts.tsx';
import type { BlockView, CanvasView } from './changing.ts';
import { Figures } from './figures.tsx';
import { Judgement } from './judgement.tsx';
import { Points } from './points.tsx';
import { QuestionLine } from './questionLine.tsx';

/** What the drawer begins with: reading, writing a fact, or asking. */
export type Begin = 'read' | 'fact' | 'question';

const FIRST: Record<Begin, string | undefined> = { read: undefined, fact: '.vf-canvas-drawer .vf-fact-add textarea', question: '.vf-canvas-drawer .vf-canvas-form textarea' };

/** Everything of a block: judgement with its versions, guiding points, questions, facts. */
export function BlockDrawer({ view, block, begin, close }: { view: CanvasView; block: BlockView | null; begin: Begin; close: () => void }) {
  const { canvas: t } = useAllText();
  return (
    <SideDrawer width={640} first={FIRST[begin]} open={block !== null} close={close} title={block ? <span className="vf-row vf-wrap">{t.blocks[block.key]}<Figures block={block} /></span> : ''}>
      {block ? <Inside key={block.key} view={view} block={block} begin={begin} /> : null}
    </SideDrawer>
  );
}

function Inside({ view, block, begin }: { view: CanvasView; block: BlockView; begin: Begin }) {
  const { canvas: t } = useAllText();
  const accountId = view.account.id;
  const [asking, setAsking] = useState(begin === 'question');
  const ask = view.can.describe && !asking ? <Button size="small" onClick={() => setAsking(true)}>{t.addQuestion}</Button> : null;
  return (
    <div className="vf-canvas-drawer">
      <Part title={t.judgement}>
        <Judgement accountId={accountId} block={block} may={view.can.describe} />
        <Versions accountId={accountId} block={block.key} current={block.judgement} />
      </Part>
      <Part title={t.pointsTitle}><Points accountId={accountId} block={block} may={view.can.describe} /></Part>
      <Part title={t.questions} action={ask}>
        {asking ? <AskForm accountId={accountId} place={{ block: block.key }} people={view.people} done={() => setAsking(false)} /> : null}
        <Questions view={view} block={block.key} state="open" />
      </Part>
      <Part title={t.factsTitle}>
        {view.can.record ? <QuickAdd accountId={accountId} focus={begin === 'fact' ? 1 : 0} place={{ block: block.key, topic: null }} kind={KIND_OF_BLOCK[block.key]} /> : null}
        <BlockFacts accountId={accountId} block={block.key} may={view.can.record} />
      </Part>
      {block.answeredCount > 0 ? <Part title={t.answeredTitle}><Questions view={view} block={block.key} state="answered" /></Part> : null}
    </div>
  );
}

function Part({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return <section><div className="vf-spread"><h3>{title}</h3>{action}</div>{children}</section>;
}

function Questions({ view, block, state }: { view: CanvasView; block: Block; state: 'open' | 'answered' }) {
  const { canvas: t, common } = useAllText();
  const query = useInfiniteQuery({
    queryKey: ['GET /api/accounts/{id}/questions', { id: view.account.id }, { block, state }],
    queryFn: ({ pageParam, signal }) => call('GET /api/accounts/{id}/questions', { params: { id: view.account.id }, signal, query: { block, state, limit: 30, ...(pageParam ? { after: pageParam } : {}) } }),
    initialPageParam: null as string | null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData,
  });
  if (!query.data) return <RowsSkeleton rows={2} />;
  const rows = query.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <p className="vf-faint">{t.openQuestions({ n: 0 })}</p>;
  return (
    <>
      <ul aria-label={state === 'open' ? t.questions : t.answeredTitle}>{rows.map((question) => <QuestionLine key={question.id} question={question} people={view.people} may={view.can.describe} />)}</ul>
      {query.hasNextPage ? <Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{common.more}</Button> : null}
    </>
  );
}

/** Who judged, and what was judged before. */
function Versions({ accountId, block, current }: { accountId: number; block: Block; current: BlockView['judgement'] }) {
  const { canvas: t } = useAllText();
  const format = useFormat();
  const { data } = useQuery(answerOf('GET /api/accounts/{id}/judgements', { params: { id: accountId }, query: { block } }));
  const earlier = (data?.rows ?? []).filter((one) => one.id !== current?.id);
  const by = (one: NonNullable<BlockView['judgement']>): string => t.judgedBy({ name: one.by?.name ?? t.somebody, when: format.ago(one.at) });
  return (
    <>
      {current ? <p className="vf-small vf-faint">{by(current)}</p> : null}
      {earlier.length > 0 ? (
        <details className="vf-small">
          <summary>{t.versions}</summary>
          <ul className="vf-canvas-versions">{earlier.map((one) => <li key={one.id}>{one.text || <em className="vf-faint">{t.takenBack}</em>} <span className="vf-faint">{by(one)}</span></li>)}</ul>
        </details>
      ) : null}
    </>
  );
}
