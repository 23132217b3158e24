import { randomUUID } from 'node:crypto';
import { readOrganisation, type OrgRow, type ReadOrganisation } from '#domain/insight/organisation/readOrganisation.ts';
import { cellText } from '#domain/select/cell.ts';
import { permit, type Context } from '../../act.ts';
import { openTable } from '../../files/openTable.ts';
import { accountFor } from '../../select/accountFor.ts';
import { takeToDisk, type IncomingFile } from '../../select/importing/receiveFile.ts';
import { removeUpload, uploadPath } from '../../select/importing/uploads.ts';

/** An organisation of 2,000 units has some 200 kB. */
const LARGEST = 10_000_000;
/** Rows that are looked at: beyond, the table is no organisation, and the fault says how many there are at least. */
const MOST_ROWS = 20_000;

/**
 * Reads a table of units (CSV, XLSX, or text copied from a spreadsheet) and says what it holds and what is wrong with which row; stores
 * nothing, and the file is gone when this ends. Refuses (file_refused) what is no table.
 */
export async function readOrganisationFile(context: Context, accountId: number, file: Pick<IncomingFile, 'fileName' | 'content'>): Promise<ReadOrganisation> {
  permit(context.actor, 'describeAccount');
  await accountFor(context.store.read, context.actor, 'describeAccount', accountId);
  const storedName = `${randomUUID()}.upload`;
  try {
    await takeToDisk(context, storedName, { content: file.content, limit: LARGEST });
    const path = uploadPath(context.dataDir, storedName);
    const rows = await rowsOf(path, file.fileName);
    const found = readOrganisation(rows);
    // Blanks in front of a name make levels; such a list has commas in its names, but no columns.
    if (found.form !== 'outline' || !rows.some(({ cells }) => /^\s+\S/.test(cells[0] ?? ''))) return found;
    const whole = readOrganisation(await rowsOf(path, file.fileName, '\t'));
    return whole.faults.length <= found.faults.length ? whole : found;
  } finally {
    await removeUpload(context.dataDir, storedName);
  }
}

async function rowsOf(path: string, fileName: string, delimiter?: string): Promise<OrgRow[]> {
  const table = await openTable(path, fileName, delimiter === undefined ? {} : { delimiter });
  const rows: OrgRow[] = [];
  for await (const batch of table.rows()) {
    for (const { row, cells } of batch) rows.push({ row, cells: cells.map(cellText) });
    if (rows.length > MOST_ROWS) break;
  }
  return rows;
}
