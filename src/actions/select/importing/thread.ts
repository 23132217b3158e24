import { Worker } from 'node:worker_threads';
import { Refusal, type RefusalCode } from '#domain/refusal.ts';
import type { Context } from '../../act.ts';
import { SMALL, Stopped } from './stage.ts';
import { perform, type AnswerOf, type Task, type TaskProgress } from './task.ts';
import type { FromWorker, WorkerTask } from './importWorker.ts';

/** Up to here (bytes of the file) the work takes less than starting a thread for it. */
const IN_THIS_THREAD: Record<Task['what'], number> = { check: 100_000, commit: 2_000_000, undo: 2_000_000 };

/**
 * Does the work in a thread with a connection of its own, so that the server goes on answering; what is small is done here.
 * Throws what the work threw.
 */
export async function performAside<T extends Task>(context: Context, task: T, size: number, say: (progress: TaskProgress) => void): Promise<AnswerOf<T>> {
  if (size <= IN_THIS_THREAD[task.what]) return await perform(context, task, say) as AnswerOf<T>;
  const { store, actor, dataDir } = context;
  const workerTask: WorkerTask = { task, store: { databaseUrl: store.databaseUrl, dataDir: store.dataDir }, actor, dataDir, now: context.now().toISOString(), undoes: context.undo?.eventId ?? null };
  const worker = new Worker(new URL('./importWorker.ts', import.meta.url), { workerData: workerTask, resourceLimits: SMALL });
  try {
    return await new Promise<AnswerOf<T>>((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        if (message.type === 'progress') say(message.progress);
        else if (message.type === 'live') context.live.publish(message.message);
        else if (message.type === 'answer') resolve(message.answer as AnswerOf<T>);
        else if (message.type === 'stopped') reject(new Stopped());
        else if (message.type === 'refused') reject(new Refusal(message.code as RefusalCode, message.message, { ...(message.reason === undefined ? {} : { reason: message.reason }), params: message.params }));
        else reject(message.error);
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`the import thread ended with ${code}`)));
    });
  } finally {
    await worker.terminate();
  }
}
