import { Worker } from 'node:worker_threads';
import type { Store } from '#storage/connect.ts';
import { moreAccountsThan } from '#storage/select/scoringInputs.ts';
import { rerank } from '#storage/select/standings.ts';
import type { Context } from '../act.ts';
import { oneAtATime } from '../oneAtATime.ts';
import { scoreEverybody, type Scoring } from './scoreEverybody.ts';
import { scoreSome } from './scoreSome.ts';
import type { ScoreTask } from './scoreWorker.ts';

type Place = Pick<Context, 'store' | 'live' | 'now'>;

/** Up to here everybody is scored in the calling thread: faster than starting another. */
const IN_THIS_THREAD = 2000;
/** So many single accounts are better scored with everybody. */
const SOME = 5000;

/** Full scorings and rank moves of a store, each one at a time. */
const scorings = oneAtATime<Store>();
const rankings = oneAtATime<Store>();
/** Stores in which ranks could not be moved: the next start scores everybody. */
const unsure = new WeakSet<Store>();

/**
 * Brings the standings (score, grade, class, rank) up to date: of all accounts, or of some after a change that touches only them.
 * Writes only what differs and tells open screens. When it resolves, the scores are right; ranks of others
 * that single accounts have passed follow a moment later (`scoresSettled`).
 */
export async function scorePortfolio(context: Place, accountIds?: readonly number[]): Promise<void> {
  if (accountIds && accountIds.length <= SOME) {
    if (accountIds.length === 0) return;
    const outcome = await context.store.transaction((tx) => scoreSome(tx, accountIds));
    if (outcome !== 'never') return await afterSome(context, outcome);
  }
  await scoreAllOnce(context);
}

/**
 * What is left to do after `scoreSome` has run inside somebody's transaction: open screens are told at once, and ranks by the
 * thousand move behind their back; the screens are told again when they have.
 */
export async function afterSome(context: Place, outcome: 'exact' | 'rerank' | 'never'): Promise<void> {
  if (outcome === 'never') return await scoreAllOnce(context);
  context.live.publish({ type: 'scored', asOf: null });
  // Should the thread fail, everybody is scored instead, which ranks too; should that fail as well, the next start does it.
  if (outcome === 'rerank') void rankings.run(context.store, () => moveRanks(context)).catch(() => scoreAllOnce(context)).catch(() => void unsure.add(context.store));
}

/** Resolves when no scoring and no moving of ranks is under way; false when one of this process has failed for good. */
export async function scoresSettled(store: Store): Promise<boolean> {
  await rankings.settled(store);
  await scorings.settled(store);
  return !unsure.has(store);
}

function scoreAllOnce(context: Place): Promise<void> {
  return scorings.run(context.store, () => scoreThem(context));
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
  context.live.publish({ type: 'scored', asOf: null });
}

/** Runs the task in a worker thread. Throws what the thread threw. */
function inThread(store: Store, what: ScoreTask['what'], now: Date): Promise<Scoring | null> {
  const task: ScoreTask = { what, store: { databaseUrl: store.databaseUrl, dataDir: store.dataDir }, now: now.toISOString() };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./scoreWorker.ts', import.meta.url), { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: 8 } });
    let answer: Scoring | null = null;
    worker.on('message', (message: Scoring | null) => { answer = message; });
    worker.on('error', reject);
    worker.on('exit', (code) => (code === 0 ? resolve(answer) : reject(new Error(`the scoring thread ended with ${code}`))));
  });
}
