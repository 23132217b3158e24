import { Refusal } from '#domain/refusal.ts';
import { removeAccounts, restoreAccounts } from '#storage/select/importAccounts.ts';
import { changedSince, changeImport, holdEvents, newestEvent, readImport } from '#storage/select/imports.ts';
import { unsupersede } from '#storage/select/invoiceLines.ts';
import { clearMonths, stageMonths, swapMonths } from '#storage/select/tradeMonths.ts';
import { act, type Context } from '../../act.ts';

const ACCOUNTS_AT_ONCE = 500;
const TRIES = 3;

/**
 * Takes a committed import back out: prepares the sums its customers will have without it, then, in one short transaction,
 * hides its lines, brings back those it replaced, removes the customers it created that nothing else uses and puts back what
 * it changed about others. Gives the event. Refuses (conflict) when the import is not committed.
 */
export async function takeOut(context: Context, importId: number): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const reliedOn = await newestEvent(context.store.read);
    await prepare(context, importId);
    const event = await swap(context, importId, attempt === TRIES ? null : reliedOn);
    if (event !== null) return event;
  }
}

async function prepare(context: Context, importId: number): Promise<void> {
  const { store } = context;
  await store.transaction((tx) => clearMonths(tx, importId));
  for (let after: number | null = 0; after !== null;) {
    after = await store.transaction((tx) => stageMonths(tx, importId, 'undone', after!, ACCOUNTS_AT_ONCE));
  }
}

/** Null: lines have changed while the sums were prepared. Without `reliedOn` they are prepared here, where nobody can change them. */
async function swap(context: Context, importId: number, reliedOn: number | null): Promise<number | null> {
  const at = context.now().toISOString();
  const { answer, eventIds } = await act(context, 'importData', async (tx) => {
    await holdEvents(tx);
    const row = await readImport(tx, importId);
    if (row?.state !== 'committed') throw new Refusal('conflict', 'This import is not taken, or taken back out already.', { reason: 'import_state', params: { state: row?.state ?? '' } });
    if (reliedOn !== null && await changedSince(tx, reliedOn)) return { answer: null, events: [] };
    if (reliedOn === null) {
      await clearMonths(tx, importId);
      for (let after: number | null = 0; after !== null;) after = await stageMonths(tx, importId, 'undone', after, ACCOUNTS_AT_ONCE);
    }
    await changeImport(tx, importId, ['committed'], { state: 'undone', undoneAt: at });
    await unsupersede(tx, importId);
    await swapMonths(tx, importId);
    await restoreAccounts(tx, importId);
    await removeAccounts(tx, importId);
    return { answer: 'done', events: [{ verb: 'importUndone', payload: { importId, fileName: row.file_name } }] };
  });
  return answer === null ? null : eventIds[0]!;
}
