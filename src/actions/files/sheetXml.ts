import { dayNumber, isDay } from '#domain/day.ts';
import { columnName } from '#domain/select/columnName.ts';
import { HEAD, MAIN, packageParts, sheetNameOf, textCell } from './officeXml.ts';
import { amountText, SHEET_ROWS, type Column, type Sheet, type Value } from './writtenSheet.ts';
import type { Part } from './zipWriter.ts';

/** Day number of 1899-12-30, from which Excel counts. */
const EPOCH = dayNumber('1899-12-30');

/** Place of each kind in the cell formats of `STYLES`; 1 is the header of texts and days, 7 that of numbers. */
const STYLE: Record<Column['kind'], number> = { text: 0, whole: 2, decimal: 3, percent: 4, money: 5, day: 6 };
const HEADER: Record<Column['kind'], number> = { text: 1, whole: 7, decimal: 7, percent: 7, money: 7, day: 1 };
/** Number formats from 164 on. A number ends an m before the edge of its column: touching the text that begins the next, both read as one word. By the format, for LibreOffice forgets an indent now and then. */
const FORMATS = ['yyyy\\-mm\\-dd', '#,##0_m', '#,##0.0_m', '0%_m', '#,##0.00_m'];
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${FORMATS.length}">${FORMATS.map((code, n) => `<numFmt numFmtId="${164 + n}" formatCode="${code}"/>`).join('')}</numFmts>`
  + '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
  + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
  + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
  + `<cellXfs count="8">${([[0, 0, null], [0, 1, null], [165, 0, 'right'], [166, 0, 'right'], [167, 0, 'right'], [168, 0, 'right'], [164, 0, 'left'], [0, 1, 'right']] as const).map(([format, font, side]) => `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${font ? ' applyFont="1"' : ''}${side ? ` applyAlignment="1"><alignment horizontal="${side}"${font ? ' indent="1"' : ''}/></xf>` : '/>'}`).join('')}</cellXfs>`
  + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** All columns side by side on A3 across, as many pages down as it takes; without it an office suite cuts the columns over twenty pages of A4. */
const PAPER = '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="8" fitToWidth="1" fitToHeight="0" orientation="landscape"/>';

/** Everything of a one-sheet workbook but the sheet itself. */
export function workbookParts(sheetName: string): Part[] {
  const name = sheetNameOf(sheetName);
  return packageParts([{ name, printTitles: '$1:$1' }], STYLES);
}

/** The sheet's XML, a piece per batch of rows: header frozen and bold, numbers as numbers. */
export async function* sheetXml({ columns, rows }: Sheet): AsyncGenerator<string, void> {
  const letters = columns.map((_, n) => columnName(n));
  const styles = columns.map(({ kind }) => STYLE[kind]);
  const widths = columns.map(({ width }, n) => `<col min="${n + 1}" max="${n + 1}" width="${width ?? 12}" customWidth="1"/>`).join('');
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>`
    + `<row r="1">${columns.map(({ header, kind }, n) => textCell(`${letters[n]}1`, HEADER[kind], header)).join('')}</row>`;
  let at = 1;
  for await (const batch of rows) {
    let text = '';
    for (const row of batch) {
      if (++at > SHEET_ROWS) throw new RangeError(`a sheet holds ${SHEET_ROWS} rows`);
      text += `<row r="${at}">`;
      for (let n = 0; n < columns.length; n++) text += cell(`${letters[n]}${at}`, styles[n]!, columns[n]!.kind, row[n] ?? null);
      text += '</row>';
    }
    if (text !== '') yield text;
  }
  yield `</sheetData><autoFilter ref="A1:${letters.at(-1) ?? 'A'}${at}"/>${PAPER}</worksheet>`;
}

function cell(reference: string, style: number, kind: Column['kind'], value: Value): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${reference}" s="${style}"><v>${value}</v></c>` : '';
  if (typeof value === 'object') return `<c r="${reference}" s="${style}"><v>${amountText(value)}</v></c>`;
  if (kind === 'day' && isDay(value)) return `<c r="${reference}" s="${style}"><v>${dayNumber(value) - EPOCH}</v></c>`;
  return textCell(reference, 0, value);
}
