import type { FileFindings } from '#domain/select/importPlan.ts';
import { changeImport } from '#storage/select/imports.ts';
import type { Context } from '../../act.ts';
import { lookAt, type Choice } from './findings.ts';
import { importFor, wrongState } from './importFor.ts';

/** Looks at the file again with another sheet, header row, encoding, delimiter or kind; the findings are kept with the import. */
export async function previewImport(context: Context, id: number, choice: Choice): Promise<FileFindings> {
  const row = await importFor(context, id);
  const { findings, layoutHash } = await lookAt(context, { storedName: row.stored_name, fileName: row.file_name, sha256: row.file_sha256, importId: id }, choice);
  const kept = await context.store.transaction((tx) => changeImport(tx, id, ['uploaded', 'checked', 'failed'], { findings, layoutHash, kind: findings.plan.kind }));
  if (!kept) throw wrongState(context, row);
  return findings;
}
