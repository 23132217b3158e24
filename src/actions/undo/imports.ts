import { readImport } from '#storage/select/imports.ts';
import { undoImport } from '../select/importing/undoImport.ts';
import type { Reverse } from './reverse.ts';

/** The import's lines and customers go again; what it replaced or changed comes back. */
export const importCommitted: Reverse<'importCommitted'> = {
  unchanged: async (tx, { payload }) => (await readImport(tx, payload.importId))?.state === 'committed',
  reverse: async (context, { payload }) => {
    // A thread may do the work, and it cannot run the guard; from here on the state of the import keeps a second undo out.
    if (context.undo) await context.store.transaction(context.undo.guard);
    return await (await undoImport(context, payload.importId)).ended;
  },
};
