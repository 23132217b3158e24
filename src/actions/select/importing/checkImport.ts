import { access } from 'node:fs/promises';
import { utcDay } from '#domain/day.ts';
import { Refusal } from '#domain/refusal.ts';
import { checkPlan } from '#domain/select/checkPlan.ts';
import type { ImportPlan, ImportReport } from '#domain/select/importPlan.ts';
import { changeImport } from '#storage/select/imports.ts';
import type { Context } from '../../act.ts';
import { importFor, wrongState } from './importFor.ts';
import { lookAt } from './findings.ts';
import { purge } from './purge.ts';
import { jobOf, meter, tell, track, type Job } from './running.ts';
import { Stopped } from './stage.ts';
import { performAside } from './thread.ts';
import { uploadPath } from './uploads.ts';

/** Refusals of a file that another plan may read. */
const READ_OTHERWISE = new Set(['file_encoding']);

/**
 * Starts the dry run of an import under a plan (`reading`, then `checked` with its report) and gives its end, which the caller
 * may wait for or not. A dry run that is still under way is stopped first. Refuses what the plan lacks (invalid), and what can be
 * neither checked nor checked again (conflict). `ended` throws Refusal('file_refused'), or Stopped when somebody cancels.
 */
export async function checkImport(context: Context, id: number, plan: ImportPlan): Promise<{ ended: Promise<ImportReport> }> {
  let row = await importFor(context, id);
  const { sheet, encoding, delimiter, headerRow, kind } = plan;
  if (!(await access(uploadPath(context.dataDir, row.stored_name)).then(() => true, () => false)) && row.state !== 'committed') {
    throw new Refusal('conflict', 'The file is not here any more. Bring it again.', { reason: 'upload_gone' });
  }
  if (row.state === 'reading') {
    await stopReading(context, id);
    row = await importFor(context, id);
  }
  if (row.state !== 'uploaded' && row.state !== 'checked' && row.state !== 'failed') throw wrongState(context, row);
  const { findings, layoutHash } = await lookAt(context, { storedName: row.stored_name, fileName: row.file_name, sha256: row.file_sha256, importId: id }, { sheet, encoding, delimiter, headerRow, kind });
  const fields = checkPlan(plan, findings.headers);
  if (fields.length > 0) throw new Refusal('invalid', fields.map((field) => field.message).join(' '), { fields });

  const begun = !jobOf(context.store, id) && await context.store.transaction((tx) => changeImport(tx, id, ['uploaded', 'checked', 'failed'], {
    state: 'reading', plan, kind, findings: { ...findings, plan }, layoutHash, report: null, error: null, reliedOn: null, beatAt: context.now().toISOString(),
  }));
  if (!begun) throw wrongState(context, row);
  const { result } = track(context, id, 'check', (job) => read(context, id, job, { fileName: row.file_name, storedName: row.stored_name, size: row.file_size, headers: findings.headers, plan }));
  result.catch(() => {});
  return { ended: result };
}

export interface CheckedFile { readonly fileName: string; readonly storedName: string; readonly size: number; readonly headers: readonly string[]; readonly plan: ImportPlan }

/** Reads the file of an import that is `reading`; what an earlier dry run has kept goes first. */
export async function read(context: Context, id: number, job: Job, file: CheckedFile): Promise<ImportReport> {
  const say = meter(context, id, job, file.size);
  say({ stage: 'reading', rows: 0, bytes: 0 });
  try {
    await purge(context.store, id);
    const check = { importId: id, path: uploadPath(context.dataDir, file.storedName), fileName: file.fileName, size: file.size, headers: file.headers, plan: file.plan, today: utcDay(context.now()) };
    const report = await performAside(context, { what: 'check', check }, file.size, say);
    tell(context, id, 'checked');
    return report;
  } catch (error) {
    await fail(context, id, error);
    throw error;
  }
}

/** Notes why an import could not be read. What it has kept is removed before it is read again, or when it is thrown away. */
async function fail(context: Context, id: number, error: unknown): Promise<void> {
  if (error instanceof Stopped) return;
  const why = error instanceof Refusal ? { code: error.reason ?? error.code, params: error.params } : { code: 'internal', params: {} };
  const state = READ_OTHERWISE.has(why.code) ? 'uploaded' : 'failed';
  await context.store.transaction((tx) => changeImport(tx, id, ['reading'], { state, error: why })).catch(() => {});
  tell(context, id, state);
}

async function stopReading(context: Context, id: number): Promise<void> {
  const job = jobOf(context.store, id);
  if (job === undefined) return;
  await context.store.transaction((tx) => changeImport(tx, id, ['reading'], { state: 'uploaded' }));
  await job.ended;
}
