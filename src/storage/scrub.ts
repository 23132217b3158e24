import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Store } from './connect.ts';
import { dropTraces, emptyLog } from './dialect.ts';

/** Who reads just then is done within five seconds. */
const TRIES = 50;
const PAUSE_MS = 100;

/**
 * After an erasure: nothing of it is left in free pages, in the log or (PostgreSQL) in dead rows of these tables. On SQLite a thread writes the file anew, some
 * seconds for a million lines; others read meanwhile, and who writes waits. False: it cannot be done now (no room on the disk, a long read in the way).
 */
export async function scrub(store: Store, tables: readonly string[]): Promise<boolean> {
  if (store.engine === 'postgres') return await dropTraces(store.write, tables).then(() => true, () => false);
  if (!(await rewritten(store.dataDir))) return false;
  for (let tried = 0; tried < TRIES; tried++) {
    if (await emptyLog(store.write)) return true;
    await sleep(PAUSE_MS);
  }
  return false;
}

async function rewritten(dataDir: string): Promise<boolean> {
  const worker = new Worker(new URL('./scrubThread.ts', import.meta.url), { workerData: { dataDir } });
  return await new Promise((resolve) => {
    worker.once('error', () => resolve(false));
    worker.once('exit', (code) => resolve(code === 0));
  });
}
