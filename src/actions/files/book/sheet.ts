import { columnName } from '#domain/select/columnName.ts';
import { attribute, escaped, HEAD, MAIN, textCell } from '../officeXml.ts';
import type { BookCell, BookSheet, CellRule } from './book.ts';
import { styleNumber } from './styles.ts';

/** Rows in one piece of text. */
const PIECE = 200;

/** The XML of one sheet, piece by piece; the elements come in the order that the format prescribes. */
export function* bookSheetXml(sheet: BookSheet, first: boolean): Generator<string, void> {
  const { widths, rows, frozen, merges = [], rules = [] } = sheet;
  const letters = Array.from({ length: Math.max(widths.length, ...rows.slice(0, 10).map((row) => row.cells.length)) }, (_, n) => columnName(n));
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">${frozen ? paneXml(frozen) : ''}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`
    + `<cols>${widths.map((width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`;
  for (let start = 0; start < rows.length; start += PIECE) {
    yield rows.slice(start, start + PIECE).map(({ cells, height, hidden }, n) => {
      const row = start + n + 1;
      const attributes = `${height === undefined ? '' : ` ht="${height}" customHeight="1"`}${hidden ? ' hidden="1"' : ''}`;
      return `<row r="${row}"${attributes}>${cells.map((cell, at) => (cell === null ? '' : cellXml(`${letters[at] ?? columnName(at)}${row}`, cell))).join('')}</row>`;
    }).join('');
  }
  yield [
    '</sheetData>',
    // Widths, heights, filters and order of an unlocked part stay the reader's business.
    sheet.locked ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>' : '',
    sheet.filterRow === undefined ? '' : `<autoFilter ref="A${sheet.filterRow}:${letters.at(-1)}${Math.max(rows.length, sheet.filterRow)}"/>`,
    merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`,
    rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.map(ruleXml).join('')}</dataValidations>`,
    `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="8" fitToWidth="${sheet.pagesWide ?? 1}" fitToHeight="0" orientation="landscape"/></worksheet>`,
  ].join('');
}

function cellXml(reference: string, { value, style }: BookCell): string {
  const number = styleNumber(style);
  if (value === null || value === '') return `<c r="${reference}" s="${number}"/>`;
  return typeof value === 'number' ? `<c r="${reference}" s="${number}"><v>${value}</v></c>` : textCell(reference, number, value);
}

function paneXml({ rows, columns }: { rows: number; columns: number }): string {
  const corner = `${columnName(columns)}${rows + 1}`;
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  return `<pane${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/>`;
}

const TITLE = 32;
const PROMPT = 255;

function ruleXml({ range, allows, title, prompt, error }: CellRule): string {
  const kind = 'length' in allows ? 'type="textLength" operator="lessThanOrEqual"' : 'type="list"';
  const formula = 'length' in allows ? String(allows.length) : 'choicesIn' in allows ? escaped(allows.choicesIn) : `"${escaped(allows.choices.join(',').replaceAll('"', '""'))}"`;
  const head = attribute(title.slice(0, TITLE));
  return `<dataValidation ${kind} allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="${head}" error="${attribute(error.slice(0, PROMPT))}" promptTitle="${head}" prompt="${attribute(prompt.slice(0, PROMPT))}" sqref="${range}"><formula1>${formula}</formula1></dataValidation>`;
}
