import { Refusal } from '#domain/refusal.ts';
import type { ImportReport } from '#domain/select/importPlan.ts';
import type { AccountTable } from '#storage/schema.ts';
import { changeImport, purgeNotes, readImport, type ImportRow } from '#storage/select/imports.ts';
import type { Context } from '../../act.ts';
import { scorePortfolio } from '../scorePortfolio.ts';
import { read } from './checkImport.ts';
import { importFor, wrongState } from './importFor.ts';
import { jobOf, meter, tell, track, type Job } from './running.ts';
import { Stopped } from './stage.ts';
import { performAside } from './thread.ts';
import { removeUpload } from './uploads.ts';

const TRIES = 3;

/**
 * Takes the rows of a checked import, all or nothing, and scores everybody. Gives its end; when that resolves with the event, the
 * import is on the disk. Where customers or lines have changed since the dry run, it is run again first: with the same outcome it
 * is taken, with another one it stays `checked` with its new report (conflict: changed_since_check) for the person to look at.
 * Refuses (conflict): import_state, faults (rows are faulty and the plan does not leave them out).
 */
export async function commitImport(context: Context, id: number, origin: AccountTable['origin'] = 'import'): Promise<{ ended: Promise<{ event: number }> }> {
  const row = await importFor(context, id);
  if (row.state !== 'checked' || row.report === null || row.plan === null || jobOf(context.store, id)) throw wrongState(context, row);
  if (row.report.faults > 0 && row.plan.faulty === 'refuse') {
    throw new Refusal('conflict', `${row.report.faults} rows are faulty. Mend the file, or choose to leave them out.`, { reason: 'faults', params: { faults: row.report.faults } });
  }
  const { result } = track(context, id, 'commit', async (job) => {
    const event = await take(context, row, job, origin);
    tell(context, id, 'committed');
    await removeUpload(context.dataDir, row.stored_name);
    meter(context, id, job, 0)({ stage: 'scoring', rows: row.report!.rows, bytes: 0 });
    await context.store.transaction((tx) => purgeNotes(tx, id, 'prepared'));
    await scorePortfolio(context);
    return { event };
  });
  result.then(() => tell(context, id, 'committed'), () => {});
  return { ended: result };
}

async function take(context: Context, row: ImportRow, job: Job, origin: AccountTable['origin']): Promise<number> {
  const say = meter(context, row.id, job, 0);
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    say({ stage: 'committing', rows: row.report!.rows, bytes: 0 });
    const taken = await performAside(context, { what: 'commit', importId: row.id, origin }, row.file_size, say).catch(async (error: unknown) => {
      throw error instanceof Stopped ? wrongState(context, (await readImport(context.store.read, row.id)) ?? row) : error;
    });
    if (taken !== 'stale') return taken.event;
    const again = await checkAgain(context, row, job);
    if (!sameOutcome(row.report!, again)) break;
  }
  tell(context, row.id, 'checked');
  throw new Refusal('conflict', 'Customers or lines have changed since the dry run. Look at the new outcome and take it then.', { reason: 'changed_since_check' });
}

async function checkAgain(context: Context, row: ImportRow, job: Job): Promise<ImportReport> {
  const begun = await context.store.transaction((tx) => changeImport(tx, row.id, ['checked'], { state: 'reading', beatAt: context.now().toISOString() }));
  if (!begun) throw wrongState(context, row);
  return await read(context, row.id, job, { fileName: row.file_name, storedName: row.stored_name, size: row.file_size, headers: row.findings!.headers, plan: row.plan! });
}

function sameOutcome(a: ImportReport, b: ImportReport): boolean {
  return (['rows', 'created', 'changed', 'unchanged', 'faults', 'accountsCreated', 'accountsChanged', 'accountsKnown'] as const).every((name) => a[name] === b[name]);
}
