import type { ImportPlan, ImportReport } from '#domain/select/importPlan.ts';
import type { AccountTable } from '#storage/schema.ts';
import { readImport } from '#storage/select/imports.ts';
import type { Context } from '../../act.ts';
import { checkImport } from './checkImport.ts';
import { commitImport } from './commitImport.ts';
import { receiveFile, type IncomingFile } from './receiveFile.ts';

/** Brings a file in at one go: received, read by the proposed plan (with the given changes), taken. Throws the Refusal of whichever step says no. */
export async function importFile(context: Context, file: IncomingFile, options: { plan?: Partial<ImportPlan>; origin?: AccountTable['origin'] } = {}): Promise<{ id: number; report: ImportReport; event: number }> {
  const id = await receiveFile(context, file);
  const { findings } = (await readImport(context.store.read, id))!;
  const report = await (await checkImport(context, id, { ...findings!.plan, ...options.plan })).ended;
  const { event } = await (await commitImport(context, id, options.origin)).ended;
  return { id, report, event };
}
