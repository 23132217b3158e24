import { parentPort, workerData } from 'node:worker_threads';
import type { Day } from '#domain/day.ts';
import { openStore, type StoreLocation } from '#storage/connect.ts';
import { keepSmall } from '#storage/dialect.ts';
import { readNetwork } from './readNetwork.ts';

export interface NetworkTask { readonly store: StoreLocation; readonly day: Day; readonly unknown: number | null }

/** A thread with its own connection that reads the network into memory which the asking thread sees too, and ends. */
const { store: location, day, unknown } = workerData as NetworkTask;
const store = await openStore(location);
await keepSmall(store.read);
try {
  parentPort!.postMessage(await readNetwork(store.read, day, unknown));
} finally {
  await store.close();
}
