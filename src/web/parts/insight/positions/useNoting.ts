import { forget } from '../../../answers.ts';
import { useFormat, useText } from '../../../text/locale.ts';
import { changing } from '../../changing.ts';

/** Does a change, says what was done with an undo, and asks the positions anew; a refusal is said in words. Gives whether it was done. */
export function useNoting(): (work: () => Promise<{ readonly event: number }>, done: string) => Promise<boolean> {
  const texts = useText();
  const format = useFormat();
  return (work, done) => changing(work, done, forgetPositions, texts, format);
}

export const forgetPositions = (): Promise<void> => forget('GET /api/accounts/{id}/positions', 'GET /api/positions/{id}/proposals', 'GET /api/accounts/{id}/timeline', 'GET /api/accounts/{id}/facts', 'GET /api/accounts/{id}/opportunities', 'GET /api/opportunities');
