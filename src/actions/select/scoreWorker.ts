import { parentPort, workerData } from 'node:worker_threads';
import { openStore, type StoreLocation } from '#storage/connect.ts';
import { keepSmall } from '#storage/dialect.ts';
import { rerank } from '#storage/select/standings.ts';
import { scoreEverybody, type Scoring } from './scoreEverybody.ts';

/** What the thread is asked for, and where the store lies. */
export interface ScoreTask {
  readonly what: 'everybody' | 'ranks';
  readonly store: StoreLocation;
  readonly now: string;
}

/** A thread of its own with its own connection: the server goes on answering while 100,000 accounts are scored. */
const task = workerData as ScoreTask;
const store = await openStore(task.store);
await keepSmall(store.read);
await keepSmall(store.write);
try {
  let answer: Scoring | null = null;
  if (task.what === 'ranks') await store.transaction(rerank);
  else answer = await scoreEverybody(store, new Date(task.now));
  parentPort!.postMessage(answer);
} finally {
  await store.close();
}
