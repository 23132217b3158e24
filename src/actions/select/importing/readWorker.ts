import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '#domain/refusal.ts';
import type { Parameters } from '#domain/select/importPlan.ts';
import { buffersOf, type Reading } from './lineSet.ts';
import { readLines, type ReadSummary, type ReadTask } from './readLines.ts';

export type FromReader =
  | { readonly type: 'progress'; readonly rows: number; readonly bytes: number }
  | { readonly type: 'reading'; readonly reading: Reading }
  | { readonly type: 'end'; readonly summary: ReadSummary }
  | { readonly type: 'refused'; readonly message: string; readonly reason: string | undefined; readonly params: Parameters }
  | { readonly type: 'fault'; readonly error: unknown };

const port = parentPort!;
const say = (message: FromReader, buffers: ArrayBuffer[] = []) => port.postMessage(message, buffers);

/** Sets that may be read before the storing thread has asked for more: one that it works on, one that waits. */
let allowed = 2;
let wake = () => {};
port.on('message', () => {
  allowed++;
  wake();
});

let last = 0;
const readings = readLines(workerData as ReadTask, (rows, bytes) => {
  const now = performance.now();
  if (now - last < 100) return;
  last = now;
  say({ type: 'progress', rows, bytes });
});
try {
  for (;;) {
    const { value, done } = await readings.next();
    if (done) {
      say({ type: 'end', summary: value });
      break;
    }
    while (allowed === 0) await new Promise<void>((resolve) => { wake = resolve; });
    allowed--;
    say({ type: 'reading', reading: value }, buffersOf(value.lines));
  }
} catch (error) {
  if (error instanceof Refusal) say({ type: 'refused', message: error.message, reason: error.reason, params: error.params });
  else say({ type: 'fault', error });
}
// The port would keep the thread alive; whoever started it ends it.
