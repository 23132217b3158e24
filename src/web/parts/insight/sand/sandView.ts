import { useMemo } from 'react';
import { planOf } from '#domain/insight/sand/goal.ts';
import { RUNS, simulateSand, type SandResult } from '#domain/insight/sand/simulate.ts';
import { forget } from '../../../answers.ts';
import type { Answer } from '../../../call.ts';
import { useAllText, useFormat } from '../../../text/locale.ts';
import { say, sayDone } from '../../../undo.ts';
import { problemIn, wordProblem } from '../../errorNote.tsx';

export type SandView = Answer<'GET /api/accounts/{id}/sand'>;
export type LineView = SandView['lines'][number];
export type MoveView = SandView['scenarios'][number]['moves'][number];
export type ScenarioView = SandView['scenarios'][number];
export type GoalView = SandView['goals'][number];

export const lineName = (line: { readonly category: string; readonly unit: string }): string => [line.category, line.unit].filter((part) => part !== '').join(' · ');

/** The result of a scenario, by the same function as on the server. */
export function useResult(view: Pick<SandView, 'lines' | 'goals'>, scenario: ScenarioView | undefined): SandResult | null {
  return useMemo(() => (scenario ? simulateSand(planOf(view.lines, scenario.moves, view.goals), RUNS, scenario.seed) : null), [view.lines, view.goals, scenario]);
}

/** Runs a change, says what was done with its undo, or why it was refused; the table is asked again. True when it was done. */
export function useSandChange(): (work: () => Promise<{ event: number }>, done: string) => Promise<boolean> {
  const { errors } = useAllText();
  const format = useFormat();
  return async (work, done) => {
    try {
      const { event } = await work();
      if (event !== 0) sayDone(done, event);
      return true;
    } catch (error) {
      const problem = problemIn(error);
      const [field] = problem.fields ?? [];
      say(field ? errors.fields[field.reason] ?? field.message : wordProblem(problem, errors, format));
      return false;
    } finally {
      await forget('GET /api/accounts/{id}/sand', 'GET /api/accounts/{id}/timeline');
    }
  };
}
