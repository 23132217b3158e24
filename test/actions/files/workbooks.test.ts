import { expect, test } from 'vitest';
import { findFindings, openTable } from '#actions/files/openTable.ts';
import { cellsOf, fileOf, workbook } from './packages.ts';

const inline = (text: string) => `<c t="inlineStr"><is>${text}</is></c>`;

test('cells of every kind', async () => {
  const row = `<row r="1">${inline('<t xml:space="preserve"> two  blanks </t>')}<c><v>-12.5</v></c><c t="b"><v>1</v></c><c t="e"><v>#DIV/0!</v></c><c t="str"><f>A1&amp;"x"</f><v>cached</v></c><c t="d"><v>2023-01-05T00:00:00</v></c><c t="d"><v>2023-01-05T14:30:00Z</v></c><c><f>1+1</f><v>2</v></c><c><f>NOW()</f></c><c/></row>`;
  expect(await cellsOf(fileOf(await workbook({ A: row }), 'a.xlsx'))).toEqual([[' two  blanks ', -12.5, true, { error: '#DIV/0!' }, 'cached', { date: '2023-01-05' }, { date: '2023-01-05T14:30:00' }, 2]]);
});

test('cells and rows without references stand one after another; gaps and blank rows are kept', async () => {
  const rows = `<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row/><row r="5"><c r="B5"><v>2</v></c></row><row><c><v>6</v></c></row>`;
  expect(await cellsOf(fileOf(await workbook({ A: rows }), 'a.xlsx'))).toEqual([[1, null, null, 4, 5], [], [], [], [null, 2], [6]]);
});

test('tags with a prefix, as some systems write them', async () => {
  const sheet = '<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>客户</x:t></x:is></x:c><x:c r="B1"><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  expect(await cellsOf(fileOf(await workbook({ A: sheet }), 'a.xlsx'))).toEqual([['客户', 3]]);
});

test('rich text is joined, how it is pronounced is left out, escapes are read', async () => {
  const strings = '<sst><si><r><t>Ac</t></r><r><rPr><b/></rPr><t xml:space="preserve">me </t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh></si><si><t>a_x000D_b_x005F_x000D_</t></si><si><t>&lt;&amp;&#26085;&gt;</t></si></sst>';
  const rows = `<row>${[0, 1, 2, 3, 99].map((n) => `<c t="s"><v>${n}</v></c>`).join('')}${inline('<r><t>x</t></r><r><t>y</t></r>')}${inline('<t>大阪</t><rPh sb="0" eb="2"><t>おおさか</t></rPh>')}</row>`;
  const path = fileOf(await workbook({ A: rows }, { parts: { 'xl/sharedStrings.xml': strings } }), 'a.xlsx');
  expect(await cellsOf(path)).toEqual([['Acme ', '東京', 'a\rb_x000D_', '<&日>', null, 'xy', '大阪']]);
});

test('numbers shown as dates are dates, in both date systems; elapsed hours are not', async () => {
  const styles = '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="[h]:mm:ss"/><numFmt numFmtId="166" formatCode="#,##0.00&quot; d&quot;"/><numFmt numFmtId="167" formatCode="[$-804]yyyy\\/mm\\/dd;@"/><numFmt numFmtId="168" formatCode="[Red]0.00"/></numFmts>'
    + '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="22"/></cellXfs></styleSheet>';
  const cells = (value: number) => `<row>${[0, 1, 2, 3, 4, 5, 6].map((s) => `<c s="${s}"><v>${value}</v></c>`).join('')}<c s="7"><v>${value + 0.604166666664241}</v></c><c s="7"><v>${value + 0.9999999}</v></c></row>`;
  const read = async (value: number, properties = '') => cellsOf(fileOf(await workbook({ A: cells(value) }, { parts: { 'xl/styles.xml': styles }, properties }), 'a.xlsx'));
  const day = (date: string, next: string, number: number) => [[number, { date }, { date }, number, number, { date }, number, { date: `${date}T14:30:00` }, { date: next }]];
  expect(await read(44931)).toEqual(day('2023-01-05', '2023-01-06', 44931));
  expect(await read(43469, '<workbookPr date1904="1"/>')).toEqual(day('2023-01-05', '2023-01-06', 43469));
});

test('sheets: hidden ones are listed and not proposed; one that is named is read; one that is not there is refused', async () => {
  const sheet = (text: string) => `<row>${inline(`<t>${text}</t>`)}</row>`;
  const path = fileOf(await workbook({ Notes: sheet('n'), Lines: sheet('l'), Old: sheet('o') }, { states: { Notes: 'hidden', Old: 'veryHidden' } }), 'a.xlsx');
  const table = await openTable(path, 'a.xlsx');
  expect(table.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([['Notes', true], ['Lines', false], ['Old', true]]);
  expect(table.sheet).toBe('Lines');
  expect(await cellsOf(path, { sheet: 'Old' })).toEqual([['o']]);
  await expect(openTable(path, 'a.xlsx', { sheet: 'Gone' })).rejects.toMatchObject({ code: 'file_refused', reason: 'no_such_sheet' });
});

test('a cover sheet with nothing on it is passed over for the first one with a table', async () => {
  const lines = `<row>${['Customer', 'Date', 'Amount'].map((word) => inline(`<t>${word}</t>`)).join('')}</row><row>${inline('<t>Acme</t>')}<c><v>44931</v></c><c><v>5</v></c></row>`;
  const table = await openTable(fileOf(await workbook({ Cover: '', Lines: lines }), 'a.xlsx'), 'a.xlsx');
  expect(table.sheet).toBe('Lines');
});

test('headers under a title and under merged cells are found, and what is skipped is said', async () => {
  const words = (row: number, ...texts: string[]) => `<row r="${row}">${texts.map((text, n) => (text ? `<c r="${String.fromCharCode(65 + n)}${row}" t="inlineStr"><is><t>${text}</t></is></c>` : '')).join('')}</row>`;
  const sheet = `${words(1, '2023年销售明细')}${words(3, '客户名称', '开票日期', '金额（万元）', '')}${words(4, '', '', '不含税金额', '税额')}<row r="5">${inline('<t>海浪声学</t>')}<c><v>44931</v></c><c><v>1.5</v></c><c><v>0.2</v></c></row>`;
  const table = await openTable(fileOf(await workbook({ A: `<worksheet><sheetData>${sheet}</sheetData><mergeCells><mergeCell ref="A3:A4"/><mergeCell ref="B3:B4"/><mergeCell ref="C3:D3"/></mergeCells></worksheet>` }), 'a.xlsx'), 'a.xlsx');
  const findings = await findFindings(table, { currency: 'CNY' });
  expect(findings.plan).toMatchObject({ headerRow: 2, unit: 10_000, currency: 'CNY', kind: 'lines' });
  expect(findings.plan.columns).toMatchObject({ customerName: 0, day: 1, amount: 2 });
  expect(findings.notes.map(({ code }) => code)).toContain('header_below');
});

test('progress goes from nothing to the whole file', async () => {
  const bytes = await workbook({ A: Array.from({ length: 30_000 }, (_, n) => `<row><c><v>${Math.imul(n, 2_654_435_761) >>> 0}</v></c></row>`).join('') });
  const table = await openTable(fileOf(bytes, 'a.xlsx'), 'a.xlsx');
  expect(table.bytesRead()).toBe(0);
  const seen: number[] = [];
  for await (const batch of table.rows()) if (batch.length > 0) seen.push(table.bytesRead());
  expect(seen.length).toBeGreaterThan(5);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBe(bytes.length);
});
