import type { Context } from '../../act.ts';
import { scorePortfolio } from '../scorePortfolio.ts';
import { importFor, wrongState } from './importFor.ts';
import { purgeLater } from './purge.ts';
import { jobOf, meter, tell, track } from './running.ts';
import { performAside } from './thread.ts';

/**
 * Takes a committed import back out and scores everybody anew: what it brought goes, what it replaced or changed comes back.
 * Gives its end with the event. Refuses (conflict: import_state) what is not taken.
 */
export async function undoImport(context: Context, id: number): Promise<{ ended: Promise<{ event: number }> }> {
  const row = await importFor(context, id);
  if (row.state !== 'committed' || jobOf(context.store, id)) throw wrongState(context, row);
  const { result } = track(context, id, 'undo', async (job) => {
    const say = meter(context, id, job, 0);
    say({ stage: 'undoing', rows: row.report?.rows ?? 0, bytes: 0 });
    const event = await performAside(context, { what: 'undo', importId: id }, row.file_size, say);
    tell(context, id, 'undone');
    purgeLater(context.store, id);
    say({ stage: 'scoring', rows: row.report?.rows ?? 0, bytes: 0 });
    await scorePortfolio(context);
    return { event };
  });
  result.then(() => tell(context, id, 'undone'), () => tell(context, id, 'committed'));
  return { ended: result };
}
