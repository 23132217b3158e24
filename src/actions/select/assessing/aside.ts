import { Worker } from 'node:worker_threads';
import { Refusal, type RefusalCode } from '#domain/refusal.ts';
import type { Context } from '../../act.ts';
import type { FromWorker, WorkerTask } from './assessWorker.ts';
import { perform, type AnswerOf, type Task } from './task.ts';

/**
 * Writes or reads a workbook; a large one in a thread with a connection of its own, so that the server goes on answering
 * (2,000 customers take a second). Throws what the work threw.
 */
export async function aside<T extends Task>(context: Context, task: T, large: boolean): Promise<AnswerOf<T>> {
  if (!large) return await perform(context, task) as AnswerOf<T>;
  const { store, actor, dataDir } = context;
  const workerTask: WorkerTask = { task, store: { databaseUrl: store.databaseUrl, dataDir: store.dataDir }, actor, dataDir, now: context.now().toISOString() };
  return await new Promise<AnswerOf<T>>((resolve, reject) => {
    const worker = new Worker(new URL('./assessWorker.ts', import.meta.url), { workerData: workerTask });
    worker.once('message', (message: FromWorker) => {
      if (message.type === 'answer') resolve(message.answer as AnswerOf<T>);
      else if (message.type === 'refused') reject(new Refusal(message.code as RefusalCode, message.message, { ...(message.reason === undefined ? {} : { reason: message.reason }), params: message.params }));
      else reject(message.error);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread of a workbook ended with ${code}`)));
  });
}
