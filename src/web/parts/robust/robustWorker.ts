import { confidenceFactors } from '#domain/select/robust/confidenceFactor.ts';
import { openSmaa, type SmaaOptions } from '#domain/select/robust/smaa.ts';
import type { Tally } from '#domain/select/robust/tally.ts';
import type { Top } from '#domain/select/robust/top.ts';
import type { ScoreSheet } from '#domain/select/sheet.ts';
import type { Weights } from '#domain/select/weights.ts';

/** What the page asks of the thread: to count some blocks of an analysis, or one customer's confidence factor. */
export type Asked =
  | { readonly what: 'count'; readonly sheet: ScoreSheet; readonly options: SmaaOptions; readonly blocks: readonly number[] }
  | { readonly what: 'confidence'; readonly sheet: ScoreSheet; readonly at: number; readonly weights: Weights; readonly top: Top; readonly worlds: number; readonly seed: number };
/** What it answers: blocks done so far, the tally, the factor, or why it cannot be done. */
export type Told =
  | { readonly what: 'progress'; readonly blocks: number }
  | { readonly what: 'tally'; readonly tally: Tally }
  | { readonly what: 'factor'; readonly factor: number }
  | { readonly what: 'refused'; readonly why: string };

/** The page hears of progress this often. */
const TELL_MS = 50;
const tell = (told: Told, transfer: Transferable[] = []): void => postMessage(told, { transfer });

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  try {
    if (data.what === 'count') count(data);
    else tell({ what: 'factor', factor: confidenceFactors(data.sheet, [{ at: data.at, weights: data.weights }], { top: data.top, draws: data.worlds, seed: data.seed })[0]! });
  } catch (error) {
    tell({ what: 'refused', why: (error as Error).message });
  }
});

function count({ sheet, options, blocks }: Extract<Asked, { what: 'count' }>): void {
  const analysis = openSmaa(sheet, options);
  let told = performance.now();
  blocks.forEach((block, n) => {
    analysis.run(block);
    if (performance.now() - told < TELL_MS) return;
    told = performance.now();
    tell({ what: 'progress', blocks: n + 1 });
  });
  const { tally } = analysis;
  tell({ what: 'tally', tally }, [tally.ranks.buffer, tally.weightSums.buffer] as ArrayBuffer[]);
}
