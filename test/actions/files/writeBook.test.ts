import { expect, test } from 'vitest';
import { SaxesParser } from 'saxes';
import type { Book, BookSheet } from '#actions/files/book/book.ts';
import { heightOf } from '#actions/files/book/heights.ts';
import { styleNumber } from '#actions/files/book/styles.ts';
import { bookOf } from '#actions/files/book/writeBook.ts';
import { partsOf, sheetOf } from '../../assessBook.ts';

const SHEET: BookSheet = {
  name: "It's [Q1]: 'first'", locked: true, widths: [8, 20, 30], frozen: { rows: 2, columns: 1 }, filterRow: 2, merges: ['A1:B1'], pagesWide: 2,
  rules: [
    { range: 'B3:B4', allows: { choices: ['1', '2', '3'] }, title: 'A title that is much longer than Excel takes it', prompt: 'one\ntwo <three>', error: 'no' },
    { range: 'C3:C4', allows: { choicesIn: "'Lists & more'!$A$1:$C$1" }, title: 't', prompt: 'p'.repeat(400), error: 'e' },
    { range: 'A3:A4', allows: { length: 500 }, title: 't', prompt: 'p', error: 'e' },
  ],
  rows: [
    { hidden: true, cells: [{ value: 'key', style: 'plain' }] },
    { height: 40, cells: [{ value: 'Name', style: 'header' }, null, { value: null, style: 'group' }] },
    { cells: [{ value: '=1+1', style: 'locked' }, { value: 3, style: 'mark' }, { value: null, style: 'words' }] },
    { cells: [{ value: '客户 & <b> "x"\u0007', style: 'locked' }] },
  ],
};
const BOOK: Book = { font: 'Microsoft YaHei', sheets: [SHEET, { name: 'Lists & more', widths: [10], rows: [{ cells: [{ value: 'a', style: 'plain' }] }] }, { name: '_hidden', hidden: true, widths: [10], rows: [{ cells: [{ value: 'h', style: 'plain' }] }] }] };
const written = async (book = BOOK) => Buffer.concat(await Array.fromAsync(bookOf(book)));

test('every part is XML, and its elements come in the order the format prescribes', async () => {
  const parts = await partsOf(await written());
  expect([...parts.keys()]).toHaveLength(8);
  for (const [name, xml] of parts) {
    const parser = new SaxesParser();
    parser.on('error', (error) => { throw new Error(`${name}: ${error.message}`); });
    parser.write(xml).close();
  }
  const order = ['<sheetPr>', '<sheetViews>', '<sheetFormatPr', '<cols>', '<sheetData>', '<sheetProtection', '<autoFilter', '<mergeCells', '<dataValidations', '<pageMargins', '<pageSetup'];
  const places = order.map((element) => parts.get('xl/worksheets/sheet1.xml')!.indexOf(element));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places.every((place) => place > 0)).toBe(true);
});

test('cells of an open style can be changed on a locked sheet, all others not', async () => {
  const parts = await partsOf(await written());
  const formats = [...parts.get('xl/styles.xml')!.matchAll(/<cellXfs.*<\/cellXfs>/gs)][0]![0].split('<xf ').slice(1);
  const open = (name: Parameters<typeof styleNumber>[0]) => formats[styleNumber(name)]!.includes('<protection locked="0"/>');
  expect(['mark', 'choice', 'words'].map((name) => open(name as never))).toEqual([true, true, true]);
  expect(['plain', 'locked', 'lockedNumber', 'header', 'group', 'note'].map((name) => open(name as never))).not.toContain(true);
  expect(parts.get('xl/worksheets/sheet1.xml')).toMatch(/<sheetProtection sheet="1"[^>]*formatColumns="0"[^>]*autoFilter="0"\/>/);
  expect(parts.get('xl/worksheets/sheet2.xml')).not.toContain('sheetProtection');
  expect(parts.get('xl/styles.xml')).toContain('Microsoft YaHei');
});

test('choices, notes and lengths, within what Excel takes', async () => {
  const xml = (await partsOf(await written())).get('xl/worksheets/sheet1.xml')!;
  expect(xml).toContain('<formula1>"1,2,3"</formula1>');
  expect(xml).toContain('<formula1>&apos;Lists &amp; more&apos;!$A$1:$C$1</formula1>');
  expect(xml).toContain('type="textLength" operator="lessThanOrEqual"');
  expect(xml).toContain('prompt="one&#10;two &lt;three&gt;"');
  for (const [, prompt] of xml.matchAll(/prompt="([^"]*)"/g)) expect(prompt!.length).toBeLessThanOrEqual(255);
  for (const [, title] of xml.matchAll(/promptTitle="([^"]*)"/g)) expect(title!.length).toBeLessThanOrEqual(32);
});

test('headers stay, pages repeat them, hidden sheets are hidden, names are such as Excel takes', async () => {
  const parts = await partsOf(await written());
  expect(parts.get('xl/worksheets/sheet1.xml')).toContain('<pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>');
  expect(parts.get('xl/workbook.xml')).toContain("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'It&apos;&apos;s  Q1   &apos;&apos;first&apos;&apos;'!$A:$A,'It&apos;&apos;s  Q1   &apos;&apos;first&apos;&apos;'!$1:$2</definedName>");
  expect(parts.get('xl/workbook.xml')).toMatch(/<sheet name="_hidden" sheetId="3" state="hidden"/);
  expect(parts.get('xl/worksheets/sheet1.xml')).toMatch(/<row r="1" hidden="1">.*<row r="2" ht="40" customHeight="1">/s);
});

test('our own reader gives the cells back; texts run no formula', async () => {
  const bytes = await written();
  expect((await sheetOf(bytes))[2]).toEqual(["'=1+1", 3]);
  expect((await sheetOf(bytes))[3]).toEqual(['客户 & <b> "x"']);
  expect(await sheetOf(bytes, '_hidden')).toEqual([['h']]);
});

test('a row is as tall as its longest text needs; Chinese letters are two wide', () => {
  expect(heightOf(['short', 'x'.repeat(30)], [20, 10])).toBe(heightOf(['一二三四五六七八九十一二三四五'], [10]));
  expect(heightOf([null, ''], [10])).toBeLessThan(heightOf(['a\nb'], [10]));
});
