import { neutralised } from '#domain/neutralise.ts';
import type { Part } from './zipWriter.ts';

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Characters of one cell, as Excel limits them. */
const LONGEST = 32_767;

/** A worksheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly hidden?: boolean;
  /** Rows and columns repeated on every printed page, e.g. `$1:$4`. */
  readonly printTitles?: string;
}

/** Everything of a workbook but its sheets, which are the parts `xl/worksheets/sheet1.xml` and so on. */
export function packageParts(sheets: readonly ListedSheet[], styles: string): Part[] {
  const part = (path: string, text: string): Part => ({ name: path, text: [HEAD + text] });
  const override = (path: string, type: string) => `<Override PartName="${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const titles = sheets.map(({ name, printTitles }, n) => (printTitles === undefined ? '' : `<definedName name="_xlnm.Print_Titles" localSheetId="${n}">${printTitles.split(',').map((range) => `${quoted(name)}!${range}`).join(',')}</definedName>`)).join('');
  return [
    part('[Content_Types].xml', `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('/xl/workbook.xml', 'sheet.main')}${sheets.map((_, n) => override(`/xl/worksheets/sheet${n + 1}.xml`, 'worksheet')).join('')}${override('/xl/styles.xml', 'styles')}</Types>`),
    part('_rels/.rels', `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    part('xl/workbook.xml', `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name, hidden }, n) => `<sheet name="${escaped(name)}" sheetId="${n + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${n + 1}"/>`).join('')}</sheets>${titles === '' ? '' : `<definedNames>${titles}</definedNames>`}</workbook>`),
    part('xl/_rels/workbook.xml.rels', `<Relationships xmlns="${RELATIONS}">${sheets.map((_, n) => `<Relationship Id="rId${n + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`),
    { name: 'xl/styles.xml', text: [styles] },
  ];
}

/** A text as the name of a sheet: Excel forbids some characters in it, and more than 31. */
export function sheetNameOf(text: string): string {
  return text.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || 'Sheet1';
}

/** The name of a sheet as formulas write it, escaped for XML. */
export function quoted(sheetName: string): string {
  return `'${escaped(sheetName).replaceAll('&apos;', '&apos;&apos;')}'`;
}

/** A cell of text; what a spreadsheet could run as a formula is neutralised. `style` 0 is the plain one. */
export function textCell(reference: string, style: number, text: string): string {
  return `<c r="${reference}"${style ? ` s="${style}"` : ''} t="inlineStr"><is><t xml:space="preserve">${escaped(neutralised(text).slice(0, LONGEST))}</t></is></c>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\r': '&#13;' };

/** Text as XML: characters that XML may not hold go, and what looks like the format's own escape is escaped. */
export function escaped(text: string): string {
  if (/^[\w .,/()\u4e00-\u9fff-]*$/.test(text) && !text.includes('_x')) return text;
  // oxlint-disable-next-line no-control-regex -- these are what must not get in
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/_x[0-9A-Fa-f]{4}_/g, '_x005F$&').replace(/[&<>"'\r]/g, (character) => ENTITIES[character]!);
}

/** The same for an attribute, where a line break would be read as a blank. */
export function attribute(text: string): string {
  return escaped(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
