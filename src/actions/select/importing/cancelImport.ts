import { changeImport } from '#storage/select/imports.ts';
import type { Context } from '../../act.ts';
import { importFor, wrongState } from './importFor.ts';
import { purgeLater } from './purge.ts';
import { jobOf, tell } from './running.ts';
import { removeUpload } from './uploads.ts';

/** Stops an import and throws it away, at any moment before it is taken. Refuses (conflict) what is taken or over already. */
export async function cancelImport(context: Context, id: number): Promise<void> {
  const row = await importFor(context, id);
  const stopped = await context.store.transaction((tx) => changeImport(tx, id, ['uploaded', 'reading', 'checked', 'failed'], { state: 'cancelled' }));
  if (!stopped) throw wrongState(context, (await importFor(context, id)) ?? row);
  tell(context, id, 'cancelled');
  // Its own work sees the state at its next transaction and ends; only then nothing more is written that would have to go.
  await jobOf(context.store, id)?.ended;
  await removeUpload(context.dataDir, row.stored_name);
  purgeLater(context.store, id);
}
