import { parentPort, workerData } from 'node:worker_threads';
import { openStore, type StoreLocation } from '#storage/connect.ts';
import { runReport, type ReportTask } from './reports.ts';

/** A thread with its own connection that makes one report and ends. */
const { task, location } = workerData as { task: ReportTask; location: StoreLocation };
const store = await openStore(location);
try {
  const answer = await runReport(store.read, task);
  parentPort!.postMessage(answer, answer instanceof Uint8Array ? [answer.buffer] : []);
} finally {
  await store.close();
}
