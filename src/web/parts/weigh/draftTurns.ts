import { ProblemError } from '../../call.ts';
import type { Way } from '../../history.ts';

/** The way back of weights that were taken into a draft, and of the weighing they came with. Over changes that were made in the draft since, neither way goes. */
export function draftTurns(back: () => boolean, again: () => (() => boolean) | null, weighing: Way | null): Way {
  return async () => {
    if (!back()) throw changedSince();
    const weighingAgain = await weighing?.() ?? null;
    return async () => {
      const next = again();
      if (!next) throw changedSince();
      return draftTurns(next, again, await weighingAgain?.() ?? null);
    };
  };
}

const changedSince = (): ProblemError => new ProblemError({ code: 'conflict', reason: 'changed_since', message: 'The draft was changed since.' }, 409);
