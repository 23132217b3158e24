import { hash } from 'node:crypto';
import type { FileFindings, ImportKind } from '#domain/select/importPlan.ts';
import { layoutText } from '#domain/select/proposePlan.ts';
import { rememberedPlan, sameFile } from '#storage/select/imports.ts';
import { readSettings } from '#storage/trust/settings.ts';
import type { Context } from '../../act.ts';
import { findFindings, openTable } from '../../files/openTable.ts';
import { uploadPath } from './uploads.ts';

/** What a person has chosen over what was found in the file. */
export interface Choice { readonly sheet?: string | null; readonly headerRow?: number; readonly encoding?: string; readonly delimiter?: string; readonly kind?: ImportKind }
export interface Found { readonly findings: FileFindings; readonly layoutHash: string }

/** Looks at a stored file: what it is, and the plan proposed for it or remembered from an earlier file of its layout. Throws Refusal('file_refused'). */
export async function lookAt(context: Context, file: { storedName: string; fileName: string; sha256: string | null; importId: number }, choice: Choice): Promise<Found> {
  const { read } = context.store;
  const settings = await readSettings(read);
  const given = Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined && value !== null && value !== '')) as Choice;
  const table = await openTable(uploadPath(context.dataDir, file.storedName), file.fileName, given as never);
  const findings = await findFindings(table, { currency: settings.reportingCurrency, ...(given.kind ? { kind: given.kind } : {}), ...(given.headerRow === undefined ? {} : { headerRow: given.headerRow }) });
  const layoutHash = hash('sha256', layoutText(findings.headers, findings.sheets.length > 1 ? table.sheet : null));
  const remembered = await rememberedPlan(read, layoutHash);
  if (remembered && (choice.kind === undefined || choice.kind === remembered.kind)) {
    const { sheet, encoding, delimiter, headerRow } = findings.plan;
    findings.plan = { ...remembered, sheet, encoding, delimiter, headerRow };
    findings.remembered = true;
  }
  const twin = file.sha256 === null ? null : await sameFile(read, file.sha256, file.importId);
  if (twin) findings.notes.push({ code: 'same_file', params: { import: twin.id, fileName: twin.file_name, at: twin.committed_at ?? '' } });
  return { findings, layoutHash };
}
