import { Worker } from 'node:worker_threads';
import { LRUCache } from 'lru-cache';
import type { Live } from '#actions/live.ts';
import { changeMark } from '#storage/changeMark.ts';
import type { Store } from '#storage/connect.ts';
import { moreAccountsThan } from '#storage/select/scoringInputs.ts';
import { inTurn } from './inTurn.ts';
import { runReport, type ReportAnswers, type ReportTask } from './reports.ts';

/** Up to here a report takes less than starting a thread. */
const IN_THIS_THREAD = 3000;
/** What reports are kept for, in bytes: a sheet of 100,000 accounts is about 10 MB. */
const KEPT_BYTES = 64_000_000;
/** An analysed customer with its central weights by name. */
const BYTES_A_CUSTOMER = 3000;

type Made = Promise<ReportAnswers[ReportTask['what']]>;
const kept = new WeakMap<Store, LRUCache<string, Made>>();

/**
 * A report of the data as they are: made once for each viewer's reach and question, and good until the next change. Large
 * portfolios are reported by a thread of their own, so that the server goes on answering.
 */
export async function makeReport<T extends ReportTask>(store: Store, live: Live, task: T): Promise<ReportAnswers[T['what']]> {
  const cache = kept.get(store) ?? new LRUCache<string, Made>({ max: 200, maxSize: KEPT_BYTES, sizeCalculation: () => 40_000 });
  kept.set(store, cache);
  const reach = task.viewer.scope === 'team' ? task.viewer : { scope: task.viewer.scope };
  const mark = await changeMark(store);
  const key = `${mark ?? live.dataVersion} ${JSON.stringify({ ...task, viewer: reach })}`;
  const found = cache.get(key);
  if (found) return (await found) as ReportAnswers[T['what']];
  const made = make(store, task);
  cache.set(key, made);
  // A report that failed is not kept; one that is large takes the room it needs.
  made.then((answer) => { const size = sizeOf(task, answer); if (size > 0) cache.set(key, made, { size }); }, () => cache.delete(key));
  return (await made) as ReportAnswers[T['what']];
}

/** Bytes of a report that can be large: a sheet its own, movers with their reasons about 1 kB each; 0 for the others. */
function sizeOf(task: ReportTask, answer: Awaited<Made>): number {
  if (answer instanceof Uint8Array) return answer.byteLength + 1;
  if (task.what === 'models') return 1_500_000;
  return answer && 'state' in answer && answer.state === 'done' ? answer.customers.length * BYTES_A_CUSTOMER + 1 : 0;
}

async function make(store: Store, task: ReportTask): Made {
  if (task.what === 'robustness') return await inTurn(() => inThread(store, task));
  // A team is small; but what models compare a team with are all accounts.
  if ((task.viewer.scope !== 'all' && task.what !== 'models') || !(await moreAccountsThan(store.read, IN_THIS_THREAD))) return await runReport(store.read, task);
  return await inThread(store, task);
}

async function inThread(store: Store, task: ReportTask): Made {
  const location = { databaseUrl: store.databaseUrl, dataDir: store.dataDir };
  return await new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./reportThread.ts', import.meta.url), { workerData: { task, location } });
    let answer: Awaited<Made>;
    worker.once('message', (message: Awaited<Made>) => { answer = message; });
    worker.once('error', reject);
    // Not before the thread is gone with its connection: whoever has the answer may close the store or end the process.
    worker.once('exit', (code) => (code === 0 ? resolve(answer) : reject(new Error(`the report thread ended with ${code}`))));
  });
}
