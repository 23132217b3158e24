import { BLOCK, type SmaaOptions } from '#domain/select/robust/smaa.ts';
import { mergeTally, type Tally } from '#domain/select/robust/tally.ts';
import type { ScoreSheet } from '#domain/select/sheet.ts';
import type { Asked, Told } from './robustWorker.ts';

export interface Counting {
  readonly tally: Promise<Tally>;
  readonly cancel: () => void;
}

/** A second thread halves the wait; the page itself keeps a processor. */
const threads = (): number => ((navigator.hardwareConcurrency || 2) > 2 ? 2 : 1);

export const openWorker = (): Worker => new Worker(new URL('./robustWorker.ts', import.meta.url), { type: 'module' });

/**
 * Runs an analysis in threads of the browser; the result does not depend on how many there are. The promise fails when the weights
 * asked for cannot be drawn, and never settles once cancelled.
 * @param onProgress weightings drawn so far
 */
export function countInWorkers(sheet: ScoreSheet, options: SmaaOptions, onProgress: (draws: number) => void): Counting {
  const blocks = Math.ceil(options.draws / BLOCK);
  const workers = Array.from({ length: Math.min(threads(), blocks) }, openWorker);
  const done = workers.map(() => 0);
  const tallies = workers.map((worker, n) => new Promise<Tally>((resolve, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.what === 'tally') resolve(data.tally);
      else if (data.what === 'refused') reject(new RangeError(data.why));
      else if (data.what === 'progress') {
        done[n] = data.blocks;
        onProgress(Math.min(options.draws, done.reduce((a, b) => a + b, 0) * BLOCK));
      }
    });
    const own = Array.from({ length: blocks }, (_, block) => block).filter((block) => block % workers.length === n);
    worker.postMessage({ what: 'count', sheet, options, blocks: own } satisfies Asked);
  }));
  const cancel = (): void => workers.forEach((worker) => worker.terminate());
  return {
    cancel,
    tally: Promise.all(tallies).then(([first, ...others]) => {
      for (const other of others) mergeTally(first!, other);
      return first!;
    }).finally(cancel),
  };
}
