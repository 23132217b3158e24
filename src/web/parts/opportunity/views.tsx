import './opportunity.css';
import '../chart/chart.css';
import { useState } from 'react';
import type { OpportunityStage } from '#domain/insight/opportunity.ts';
import { call } from '../../call.ts';
import { useAllText, useFormat } from '../../text/locale.ts';
import { say, sayDone } from '../../undo.ts';
import { problemIn, wordProblem } from '../errorNote.tsx';
import { Board } from './board.tsx';
import { forgetOpportunities } from './forgetOpportunities.ts';
import { Matrix } from './matrix.tsx';
import OpportunityDrawer from './opportunityDrawer.tsx';
import type { OpportunityView } from './opportunityDraft.ts';
import { OpportunityTable } from './opportunityTable.tsx';
import { PriorityHow } from './priorityHow.tsx';

export const VIEWS = ['board', 'matrix', 'table'] as const;
export type ViewName = (typeof VIEWS)[number];
/** What each way of looking at opportunity points is given. */
export interface ViewProps {
  readonly rows: readonly OpportunityView[];
  readonly currency: string;
  readonly may: (one: OpportunityView) => boolean;
  readonly showAccount: boolean;
  readonly move: (one: OpportunityView, stage: OpportunityStage) => void;
  readonly edit: (one: OpportunityView) => void;
  readonly how: (one: OpportunityView) => void;
}

/** Opportunity points as board, matrix or table; a card that is moved stands at its new place before the server has answered. */
export function OpportunityViews({ view, rows, currency, may, showAccount }: Pick<ViewProps, 'rows' | 'currency' | 'may' | 'showAccount'> & { view: ViewName }) {
  const { opportunity: t, errors } = useAllText();
  const format = useFormat();
  const [moved, setMoved] = useState<ReadonlyMap<number, OpportunityStage>>(new Map());
  const [edited, setEdited] = useState<OpportunityView | null>(null);
  const [explained, setExplained] = useState<OpportunityView | null>(null);
  const move = async (one: OpportunityView, stage: OpportunityStage): Promise<void> => {
    const settle = (): void => setMoved((before) => new Map([...before].filter(([id]) => id !== one.id)));
    setMoved((before) => new Map(before).set(one.id, stage));
    const answer = call('POST /api/opportunities/{id}/stage', { params: { id: one.id }, body: { stage, expects: one.stage } });
    sayDone(t.moved({ title: one.title, stage: t.stages[stage] }), answer.then(({ event }) => event));
    try {
      await answer;
    } catch (error) {
      say(wordProblem(problemIn(error), errors, format));
    }
    await forgetOpportunities();
    settle();
  };
  const props: ViewProps = {
    rows: rows.map((row) => (moved.has(row.id) ? { ...row, stage: moved.get(row.id)! } : row)), currency, may, showAccount, move: (one, stage) => void move(one, stage), edit: (one) => (may(one) ? setEdited(one) : setExplained(one)), how: setExplained,
  };
  return (
    <>
      {view === 'board' ? <Board {...props} /> : view === 'matrix' ? <Matrix {...props} /> : <OpportunityTable {...props} />}
      {edited ? <OpportunityDrawer account={edited.account} change={edited} close={() => setEdited(null)} /> : null}
      {explained ? <PriorityHow one={explained} currency={currency} close={() => setExplained(null)} /> : null}
    </>
  );
}
