import { useState } from 'react';
import type { Format } from '../format.ts';
import type { Texts } from '../text/locale.ts';
import { say, sayDone } from '../undo.ts';
import { problemIn, wordProblem } from './errorNote.tsx';

/** A change; an act of several events names all of them. */
type Work = () => Promise<{ readonly event: number | readonly number[] }>;

/** Does a change and says so with an undo; where it is refused, says why. `forget` asks anew what it touched, either way. True when it was done. */
export async function changing(work: Work, done: string, forget: () => Promise<unknown>, { errors }: Pick<Texts, 'errors'>, format: Format): Promise<boolean> {
  try {
    const { event } = await work();
    // What changed nothing has no event, and there is nothing to take back.
    if (typeof event === 'number' ? event > 0 : event.length > 0) sayDone(done, event);
    return true;
  } catch (error) {
    sayWhyNot(error, { errors }, format);
    return false;
  } finally {
    await forget();
  }
}

/** Says why a change was refused: of several fields that are wrong, the first. */
export function sayWhyNot(error: unknown, { errors }: Pick<Texts, 'errors'>, format: Format): void {
  const problem = problemIn(error);
  const field = problem.fields?.[0];
  say(field ? (errors.fields[field.reason] ?? field.message) : wordProblem(problem, errors, format));
}

/** A change in a drawer, which shows a refusal where it stands instead of saying it. */
export function useChanging(forget: () => Promise<unknown>): { readonly error: unknown; readonly setError: (error: unknown) => void; readonly act: (work: () => Promise<{ readonly event: number }>, done: string) => Promise<boolean> } {
  const [error, setError] = useState<unknown>(null);
  return {
    error, setError,
    act: async (work, done) => {
      setError(null);
      try {
        const { event } = await work();
        if (event > 0) sayDone(done, event);
        await forget();
        return true;
      } catch (cause) {
        setError(cause);
        return false;
      }
    },
  };
}
