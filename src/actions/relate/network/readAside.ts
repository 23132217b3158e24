import { Worker } from 'node:worker_threads';
import type { Day } from '#domain/day.ts';
import type { Store } from '#storage/connect.ts';
import { networkSize } from '#storage/relate/networkRows.ts';
import type { NetworkTask } from './networkWorker.ts';
import { readNetwork, type HandedNow } from './readNetwork.ts';

/** So many people and ties are read sooner than a thread has started. */
const HERE = { people: 300, ties: 1500 };
/** MB: a million people with ten million ties. */
const MEMORY = 4000;

/** The network on a day; a large one is read in a thread of its own, so that the server goes on answering. Throws what the thread threw. */
export async function readAside(store: Store, day: Day, unknown: number | null): Promise<HandedNow> {
  const { people, ties } = await networkSize(store.read);
  if (people <= HERE.people && ties <= HERE.ties) return await readNetwork(store.read, day, unknown);
  const task: NetworkTask = { store: { databaseUrl: store.databaseUrl, dataDir: store.dataDir }, day, unknown };
  return await new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./networkWorker.ts', import.meta.url), { workerData: task, resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
    let read: HandedNow | null = null;
    worker.on('message', (message: HandedNow) => { read = message; });
    worker.on('error', reject);
    worker.on('exit', (code) => (read === null ? reject(new Error(`the thread of the network ended with ${code}`)) : resolve(read)));
  });
}
