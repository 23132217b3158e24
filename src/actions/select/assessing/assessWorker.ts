import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '#domain/refusal.ts';
import { openStore, type StoreLocation } from '#storage/connect.ts';
import type { Actor } from '../../act.ts';
import { openLive } from '../../live.ts';
import { perform, type AnswerOf, type Task } from './task.ts';

export interface WorkerTask { readonly task: Task; readonly store: StoreLocation; readonly actor: Actor; readonly dataDir: string; readonly now: string }
export type FromWorker =
  | { readonly type: 'answer'; readonly answer: AnswerOf<Task> }
  | { readonly type: 'refused'; readonly code: string; readonly message: string; readonly reason: string | undefined; readonly params: Readonly<Record<string, string | number>> }
  | { readonly type: 'fault'; readonly error: unknown };

/** A thread with its own connection that writes or reads one workbook and ends. */
const { task, store: location, actor, dataDir, now } = workerData as WorkerTask;
const say = (message: FromWorker, buffers: ArrayBuffer[] = []) => parentPort!.postMessage(message, buffers);
const store = await openStore(location);
try {
  const answer = await perform({ store, actor, dataDir, now: () => new Date(now), live: await openLive() }, task);
  say({ type: 'answer', answer }, 'bytes' in answer ? [answer.bytes.buffer] : []);
} catch (error) {
  if (error instanceof Refusal) say({ type: 'refused', code: error.code, message: error.message, reason: error.reason, params: error.params });
  else say({ type: 'fault', error });
} finally {
  await store.close();
}
