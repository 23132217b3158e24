import { forget } from '../../../answers.ts';
import { useFormat, useText } from '../../../text/locale.ts';
import { say, sayDone } from '../../../undo.ts';
import { problemIn, wordProblem } from '../../errorNote.tsx';

/** Does a change, says what was done with an undo, and asks the positions anew; a refusal is said in words. Gives whether it was done. */
export function useNoting(): (work: () => Promise<{ readonly event: number }>, done: string) => Promise<boolean> {
  const { errors } = useText();
  const format = useFormat();
  return async (work, done) => {
    try {
      const { event } = await work();
      // What changed nothing has no event, and there is nothing to take back.
      if (event > 0) sayDone(done, event);
      return true;
    } catch (error) {
      const problem = problemIn(error);
      const field = problem.fields?.[0];
      say(field ? (errors.fields[field.reason] ?? field.message) : wordProblem(problem, errors, format));
      return false;
    } finally {
      await forgetPositions();
    }
  };
}

export const forgetPositions = (): Promise<void> => forget('GET /api/accounts/{id}/positions', 'GET /api/positions/{id}/proposals', 'GET /api/accounts/{id}/timeline', 'GET /api/accounts/{id}/facts', 'GET /api/accounts/{id}/opportunities', 'GET /api/opportunities');
