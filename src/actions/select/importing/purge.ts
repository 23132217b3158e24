import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '#storage/connect.ts';
import { purgeStagedAccounts } from '#storage/select/importAccounts.ts';
import type { ImportState } from '#storage/select/importTables.ts';
import { importState, purgeNotes } from '#storage/select/imports.ts';
import { purgeLines } from '#storage/select/invoiceLines.ts';
import { Stopped } from './stage.ts';

/** Rows of one transaction: a few hundredths of a second, and a breath after it for whoever waits. */
const LINES_AT_ONCE = 4000;
const ACCOUNTS_AT_ONCE = 200;

/** Removes everything an import has written that is not (or no longer) part of the books, in short transactions. */
export async function purge(store: Store, importId: number): Promise<void> {
  await store.transaction((tx) => purgeNotes(tx, importId, 'all'));
  while (await store.transaction((tx) => purgeStagedAccounts(tx, importId, ACCOUNTS_AT_ONCE))) await pause(1);
  while (await store.transaction((tx) => purgeLines(tx, importId, LINES_AT_ONCE))) await pause(1);
}

const purges = new WeakMap<Store, { stopped: boolean; tail: Promise<void> }>();
/** States in which what an import has written is dead. Whoever reads it again takes it out of them, and the purge ends. */
const DEAD: readonly (ImportState | null)[] = ['uploaded', 'failed', 'cancelled', 'undone'];

/** The same in the background, one import after the other. A store that is closed meanwhile goes on with it at the next start. */
export function purgeLater(store: Store, importId: number): void {
  const queue = purges.get(store) ?? { stopped: false, tail: Promise.resolve() };
  purges.set(store, queue);
  const careful: Store = {
    ...store,
    transaction: (work) => store.transaction(async (tx) => {
      if (queue.stopped || !DEAD.includes(await importState(tx, importId))) throw new Stopped();
      return await work(tx);
    }),
  };
  queue.tail = queue.tail.then(() => purge(careful, importId)).catch(() => {});
}

/** Waits for what is being removed in the background; `stop`: ends it after the transaction it is in. */
export async function purgesEnded(store: Store, stop = false): Promise<void> {
  const queue = purges.get(store);
  if (!queue) return;
  if (stop) queue.stopped = true;
  await queue.tail;
  if (stop) purges.delete(store);
}
