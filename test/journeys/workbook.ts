import { openTable } from '#actions/files/openTable.ts';

/** The cells of the first sheet of a workbook, as texts. */
export async function cellsOf(path: string): Promise<string[][]> {
  const table = await openTable(path, 'export.xlsx');
  const rows: string[][] = [];
  for await (const batch of table.rows()) for (const { cells } of batch) rows.push(cells.map((cell) => (cell === null ? '' : String(cell))));
  return rows;
}
