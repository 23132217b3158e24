import { csvText } from '#domain/csvText.ts';
import { sheetXml, workbookParts } from './sheetXml.ts';
import { amountText, type Sheet, type Value } from './writtenSheet.ts';
import { zipOf } from './zipWriter.ts';

/** The table as an XLSX workbook of one sheet, piece by piece. Texts are neutralised. Throws a RangeError beyond a sheet's rows. */
export function xlsxOf(sheet: Sheet): AsyncGenerator<Buffer, void> {
  return zipOf([...workbookParts(sheet.name), { name: 'xl/worksheets/sheet1.xml', text: sheetXml(sheet) }]);
}

/** The table as CSV (UTF-8 with mark, so that Excel reads Chinese; comma; CRLF), piece by piece. Texts are neutralised. */
export async function* csvOf(sheet: Sheet): AsyncGenerator<Buffer, void> {
  yield Buffer.from(`\ufeff${csvRow(sheet.columns.map(({ header }) => header))}\r\n`);
  for await (const batch of sheet.rows) {
    if (batch.length > 0) yield Buffer.from(batch.map((row) => `${csvRow(row)}\r\n`).join(''));
  }
}

/** One row of a CSV without its line end; texts neutralised and quoted where they need it. */
export function csvRow(values: readonly Value[]): string {
  return values.map(csvValue).join(',');
}

function csvValue(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return typeof value === 'string' ? csvText(value) : amountText(value);
}
