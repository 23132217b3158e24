import type { Cell } from '#domain/select/cell.ts';
import { cellText } from '#domain/select/cell.ts';
import type { FileFindings, ImportKind } from '#domain/select/importPlan.ts';
import { proposePlan } from '#domain/select/proposePlan.ts';
import { openCsv } from './csv.ts';
import { sniffFormat } from './sniff.ts';
import type { Table, TableChoice } from './table.ts';
import { openXlsx } from './xlsx.ts';

/** Opens a CSV or XLSX file by its content. Throws Refusal('file_refused') with the exact reason; nothing is read into memory but a sample. */
export async function openTable(path: string, fileName: string, choice: TableChoice = {}): Promise<Table> {
  const { format, size, sample } = await sniffFormat(path, fileName);
  return format === 'xlsx' ? await openXlsx(path, size, choice) : openCsv(path, size, sample, choice);
}

const FIRST_ROWS = 120;
const SHOWN = 25;

/** The first rows of a table, as many as proposing needs. */
export async function firstRows(table: Table): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  for await (const batch of table.rows()) {
    for (const { row, cells } of batch) {
      while (rows.length < row - 1 && rows.length < FIRST_ROWS) rows.push([]);
      if (rows.length >= FIRST_ROWS) return rows;
      rows.push([...cells]);
    }
  }
  return rows;
}

/** What was found in a file and the plan proposed for it, for a person to confirm. */
export async function findFindings(table: Table, options: { currency: string; kind?: ImportKind; headerRow?: number }): Promise<FileFindings> {
  const rows = await firstRows(table);
  const plan = proposePlan(rows, { sheet: table.sheet, encoding: table.encoding, delimiter: table.delimiter, dateSystem: table.dateSystem, ...options });
  const headers = (rows[plan.headerRow] ?? []).map((cell) => cellText(cell).replace(/\s+/g, ' ').trim());
  const notes: FileFindings['notes'] = [];
  if (table.sheets.length > 1) notes.push({ code: 'several_sheets', params: { count: table.sheets.length } });
  const hidden = table.sheets.filter((sheet) => sheet.hidden).length;
  if (hidden > 0) notes.push({ code: 'hidden_sheets', params: { count: hidden } });
  if (plan.headerRow > 0) notes.push({ code: 'header_below', params: { row: plan.headerRow + 1 } });
  if (rows.length <= plan.headerRow + 1) notes.push({ code: 'no_rows', params: {} });
  return {
    format: table.format, encoding: table.encoding, delimiter: table.delimiter, size: table.size, sheets: table.sheets.map((sheet) => ({ ...sheet })),
    headerRow: plan.headerRow, headers, sample: rows.slice(plan.headerRow + 1, plan.headerRow + 1 + SHOWN).map((cells) => cells.map(cellText)),
    dateSystem: table.format === 'xlsx' ? table.dateSystem : null, remembered: false, plan, notes,
  };
}
