import { workerData } from 'node:worker_threads';
import { openStore } from './connect.ts';
import { dropTraces, keepSmall } from './dialect.ts';

/** A thread with its own connection that writes the SQLite file anew and ends; with code 1 where that cannot be done. */
const store = await openStore(workerData as { dataDir: string });
try {
  await keepSmall(store.write);
  await dropTraces(store.write, []);
} finally {
  await store.close();
}
