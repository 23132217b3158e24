import { Worker } from 'node:worker_threads';
import { Refusal } from '#domain/refusal.ts';
import type { Reading } from './lineSet.ts';
import type { Progress, ReadSummary, ReadTask } from './readLines.ts';
import type { FromReader } from './readWorker.ts';
import { SMALL } from './stage.ts';

/**
 * The same as readLines, read in a thread of its own: it parses while the caller stores. At most two sets are on
 * their way.
 */
export async function* readLinesInThread(task: ReadTask, progress: Progress): AsyncGenerator<Reading, ReadSummary> {
  const worker = new Worker(new URL('./readWorker.ts', import.meta.url), { workerData: task, resourceLimits: { ...SMALL, maxYoungGenerationSizeMb: 24 } });
  const arrived: FromReader[] = [];
  let wake = () => {};
  const arrive = (message: FromReader) => {
    if (message.type === 'progress') return progress(message.rows, message.bytes);
    arrived.push(message);
    wake();
  };
  worker.on('message', arrive);
  worker.on('error', (error: unknown) => arrive({ type: 'fault', error }));
  worker.on('exit', (code) => arrive({ type: 'fault', error: new Error(`the reading thread ended with ${code}`) }));
  try {
    for (;;) {
      while (arrived.length === 0) await new Promise<void>((resolve) => { wake = resolve; });
      const message = arrived.shift()!;
      if (message.type === 'reading') {
        yield message.reading;
        worker.postMessage('more');
      } else if (message.type === 'end') return message.summary;
      else if (message.type === 'refused') throw new Refusal('file_refused', message.message, { ...(message.reason === undefined ? {} : { reason: message.reason }), params: message.params });
      else if (message.type === 'fault') throw message.error;
    }
  } finally {
    await worker.terminate();
  }
}
