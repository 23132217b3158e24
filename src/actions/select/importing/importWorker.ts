import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '#domain/refusal.ts';
import type { Parameters } from '#domain/select/importPlan.ts';
import { openStore, type StoreLocation } from '#storage/connect.ts';
import { keepSmall, syncEachCommit } from '#storage/dialect.ts';
import type { Actor, Context } from '../../act.ts';
import type { LiveMessage } from '../../live.ts';
import { Stopped } from './stage.ts';
import { perform, type AnswerOf, type Task, type TaskProgress } from './task.ts';

export interface WorkerTask {
  readonly task: Task;
  readonly store: StoreLocation;
  readonly actor: Actor;
  readonly dataDir: string;
  readonly now: string;
  /** The event that is taken back by this. */
  readonly undoes: number | null;
}
export type FromWorker =
  | { readonly type: 'progress'; readonly progress: TaskProgress }
  | { readonly type: 'live'; readonly message: LiveMessage }
  | { readonly type: 'answer'; readonly answer: AnswerOf<Task> }
  | { readonly type: 'stopped' }
  | { readonly type: 'refused'; readonly code: string; readonly message: string; readonly reason: string | undefined; readonly params: Parameters }
  | { readonly type: 'fault'; readonly error: unknown };

const say = (message: FromWorker) => parentPort!.postMessage(message);
const { task, store: location, actor, dataDir, now, undoes } = workerData as WorkerTask;
const store = await openStore(location);
await keepSmall(store.read);
await keepSmall(store.write);
if (task.what === 'check') await syncEachCommit(store.write, false);
const context: Context = {
  store, actor, dataDir, now: () => new Date(now),
  live: { publish: (message) => say({ type: 'live', message }), subscribe: () => () => {}, dataVersion: 0, close: async () => {} },
  ...(undoes === null ? {} : { undo: { eventId: undoes, guard: async () => {} } }),
};
try {
  const answer = await perform(context, task, (progress) => say({ type: 'progress', progress }));
  // Closed first: whoever hears the answer may open, copy or remove the store at once.
  await store.close();
  say({ type: 'answer', answer });
} catch (error) {
  await store.close();
  if (error instanceof Stopped) say({ type: 'stopped' });
  else if (error instanceof Refusal) say({ type: 'refused', code: error.code, message: error.message, reason: error.reason, params: error.params });
  else say({ type: 'fault', error });
}
