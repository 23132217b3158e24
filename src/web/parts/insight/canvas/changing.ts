import { forget } from '../../../answers.ts';
import type { Answer } from '../../../call.ts';
import { useFormat, useText } from '../../../text/locale.ts';
import { changing } from '../../changing.ts';

export type CanvasView = Answer<'GET /api/accounts/{id}/canvas'>;
export type BlockView = CanvasView['blocks'][number];
export type CanvasFact = BlockView['facts'][number];
export type QuestionView = BlockView['questions'][number];
/** A question with the facts that its answer rests on. */
export type QuestionInFull = Answer<'GET /api/accounts/{id}/questions'>['rows'][number];

/** Everything that shows questions, judgements or places of facts is asked again. */
const forgetCanvas = (): Promise<void> => forget('GET /api/accounts/{id}/canvas', 'GET /api/accounts/{id}/questions', 'GET /api/questions', 'GET /api/accounts/{id}/facts', 'GET /api/accounts/{id}/judgements', 'GET /api/accounts/{id}/timeline', 'GET /api/accounts/{id}');

/** Does a change, says what was done with its undo, or says why not. True: it was done. */
export function useCanvasChange(): (work: () => Promise<{ event: number } | { events: number[] }>, done: string) => Promise<boolean> {
  const { errors } = useText();
  const format = useFormat();
  return (work, done) => changing(async () => {
    const answer = await work();
    return { event: 'event' in answer ? answer.event : answer.events };
  }, done, forgetCanvas, { errors }, format);
}
