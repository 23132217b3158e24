import { useState } from 'react';
import { useFormat, useText } from '../../text/locale.ts';
import { say, sayDone } from '../../undo.ts';
import { problemIn, wordProblem } from '../errorNote.tsx';
import { forgetPanels } from './forgetPanels.ts';

/** One step in a panel: done, said (with Undo unless it stands for good), and everything that it moves asked again. Failures are said; true when it was done. */
export function useSteps(): { busy: boolean; step: (work: () => Promise<{ event: number }>, said: string, undoable?: boolean) => Promise<boolean> } {
  const { errors } = useText();
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const step = async (work: () => Promise<{ event: number }>, said: string, undoable = true): Promise<boolean> => {
    setBusy(true);
    try {
      const { event } = await work();
      if (undoable) sayDone(said, event);
      else say(said);
      return true;
    } catch (error) {
      const problem = problemIn(error);
      const field = problem.fields?.[0];
      say((field && errors.fields[field.reason]) || wordProblem(problem, errors, format));
      return false;
    } finally {
      // Also after a refusal: it mostly says that the panel has moved on.
      await forgetPanels();
      setBusy(false);
    }
  };
  return { busy, step };
}
