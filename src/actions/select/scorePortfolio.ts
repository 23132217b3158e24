import { Worker } from 'node:worker_threads';
import type { Store } from '#storage/connect.ts';
import { moreAccountsThan } from '#storage/select/scoringInputs.ts';
import { rerank } from '#storage/select/standings.ts';
import type { Context } from '../act.ts';
import { scoreEverybody, type Scoring } from './scoreEverybody.ts';
import { scoreSome } from './scoreSome.ts';
import type { ScoreTask } from './scoreWorker.ts';

type Place = Pick<Context, 'store' | 'live' | 'now'>;

/** Up to here everybody is scored in the calling thread: faster than starting another. */
const IN_THIS_THREAD = 2000;
/** So many single accounts are better scored with everybody. */
const SOME = 5000;

/** Full scorings of a store: one runs, at most one waits, and whoever asks meanwhile joins the waiting one. */
const queues = new WeakMap<Store, { running: Promise<void>; waiting: Promise<void> | null }>();

/**
 * Brings the standings (score, grade, class, rank) up to date: of all accounts, or of some after a change that touches only them.
 * Writes only what differs and tells open screens. When it resolves, scores are right; the ranks that single accounts have passed
 * may follow a moment later when they are thousands.
 */
export async function scorePortfolio(context: Place, accountIds?: readonly number[]): Promise<void> {
  if (accountIds && accountIds.length <= SOME) {
    if (accountIds.length === 0) return;
    const outcome = await context.store.transaction((tx) => scoreSome(tx, accountIds));
    if (outcome !== 'never') return await afterSome(context, outcome);
  }
  await scoreAllOnce(context);
}

/** What is left to do after `scoreSome` has run inside somebody's transaction. */
export async function afterSome(context: Place, outcome: 'exact' | 'rerank' | 'never'): Promise<void> {
  if (outcome === 'never') return await scoreAllOnce(context);
  if (outcome === 'rerank') await moveRanks(context);
  context.live.publish({ type: 'scored', asOf: null });
}

async function scoreAllOnce(context: Place): Promise<void> {
  const queue = queues.get(context.store);
  if (queue?.waiting) return await queue.waiting;
  if (queue) {
    queue.waiting = queue.running.catch(() => {}).then(() => start(context));
    return await queue.waiting;
  }
  await start(context);
}

async function start(context: Place): Promise<void> {
  const running = scoreThem(context);
  queues.set(context.store, { running, waiting: null });
  try {
    await running;
  } finally {
    if (queues.get(context.store)?.running === running && queues.get(context.store)?.waiting === null) queues.delete(context.store);
  }
}

async function scoreThem(context: Place): Promise<void> {
  const now = context.now();
  const scoring = (await moreAccountsThan(context.store.read, IN_THIS_THREAD)) ? await inThread(context.store, 'everybody', now) : await scoreEverybody(context.store, now);
  context.live.publish({ type: 'scored', asOf: scoring?.asOf ?? null });
  if (scoring && scoring.later.length > 0) await scorePortfolio(context, scoring.later.slice(0, SOME));
}

async function moveRanks(context: Place): Promise<void> {
  if (await moreAccountsThan(context.store.read, IN_THIS_THREAD)) await inThread(context.store, 'ranks', context.now());
  else await context.store.transaction(rerank);
}

/** Runs the task in a worker thread. Throws what the thread threw. */
function inThread(store: Store, what: ScoreTask['what'], now: Date): Promise<Scoring | null> {
  const task: ScoreTask = { what, store: { databaseUrl: store.databaseUrl, dataDir: store.dataDir }, now: now.toISOString() };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./scoreWorker.ts', import.meta.url), { workerData: task });
    let answer: Scoring | null = null;
    worker.on('message', (message: Scoring | null) => { answer = message; });
    worker.on('error', reject);
    worker.on('exit', (code) => (code === 0 ? resolve(answer) : reject(new Error(`the scoring thread ended with ${code}`))));
  });
}
