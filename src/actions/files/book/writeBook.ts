import { packageParts, sheetNameOf } from '../officeXml.ts';
import { zipOf } from '../zipWriter.ts';
import type { Book, BookSheet } from './book.ts';
import { bookSheetXml } from './sheet.ts';
import { stylesXml } from './styles.ts';
import { columnName } from '#domain/select/columnName.ts';

/** A workbook of several sheets as XLSX, piece by piece. */
export function bookOf({ font, sheets }: Book): AsyncGenerator<Buffer, void> {
  const listed = sheets.map((sheet) => ({ name: sheetNameOf(sheet.name), hidden: sheet.hidden ?? false, ...(sheet.frozen ? { printTitles: titlesOf(sheet.frozen) } : {}) }));
  return zipOf([...packageParts(listed, stylesXml(font)), ...sheets.map((sheet, n) => ({ name: `xl/worksheets/sheet${n + 1}.xml`, text: bookSheetXml(sheet, n === 0) }))]);
}

/** What stays in sight on the screen is repeated on every page. */
function titlesOf({ rows, columns }: NonNullable<BookSheet['frozen']>): string {
  return [...(columns > 0 ? [`$A:$${columnName(columns - 1)}`] : []), ...(rows > 0 ? [`$1:$${rows}`] : [])].join(',');
}
