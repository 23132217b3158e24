import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openTable } from '#actions/files/openTable.ts';
import type { Cell } from '#domain/select/cell.ts';
import { sharedData } from '../../sharedData.ts';
import { cellsOf } from './packages.ts';

type Value = string | number | boolean | null;
interface Expected { sheets?: { name: string; state: string; max_row: number; first_rows: Value[][] }[]; text_first_400?: string; epoch?: string }

const dataOf = (name: string) => sharedData(`10_bad_input_files/${name}`)!;
const listed = sharedData('10_bad_input_files/expected.json');
const files = listed ? Object.entries((JSON.parse(readFileSync(listed, 'utf8')) as { files: Record<string, Expected> }).files) : [];

/** A cell as the reference writes it: dates with their time, errors by their name, nothing as null. */
function asReference(cell: Cell | undefined): Value {
  if (cell === undefined || cell === null || cell === '') return null;
  if (typeof cell !== 'object') return cell;
  return 'date' in cell ? (cell.date.length === 10 ? `${cell.date}T00:00:00` : cell.date) : cell.error;
}

/** Elapsed times are kept as Excel does, in days. */
const elapsed = (wanted: Value) => (typeof wanted === 'string' && wanted.startsWith('timedelta') ? Number.parseFloat(wanted.slice(10)) / 86_400 : null);

test.skipIf(!listed).each(files.filter(([, { sheets }]) => sheets))('%s: every cell as another reader reads it (shared data)', async (name, { sheets, epoch }) => {
  const table = await openTable(dataOf(name), name);
  expect(table.sheets.map((sheet) => sheet.name)).toEqual(sheets!.map((sheet) => sheet.name));
  expect(table.dateSystem).toBe(epoch === '1904-01-01' ? '1904' : '1900');
  for (const sheet of sheets!) {
    const cells = await cellsOf(dataOf(name), { sheet: sheet.name });
    sheet.first_rows.forEach((row, y) => row.forEach((wanted, x) => {
      const got = asReference(cells[y]?.[x]);
      const place = `${sheet.name} row ${y + 1} column ${x + 1}`;
      const days = elapsed(wanted);
      if (days === null) expect(got, place).toBe(wanted);
      else expect(got, place).toBeCloseTo(days, 9);
    }));
    expect(cells.slice(sheet.max_row).flat().filter((cell) => asReference(cell) !== null), `${sheet.name} below row ${sheet.max_row}`).toEqual([]);
  }
});

test.skipIf(!listed).each([
  ['encoding.utf8bom.csv', 'utf-8', ',', [['Å', '1'], ['2', '3']]],
  ['premiere.win1252.csv', 'windows-1252', ',', [['première', 'second', 'troisième'], ['Quatrième', 'cinquième', 'sixième']]],
  ['semicolon_separated.csv', 'utf-8', ';', [['This', 'Are', 'Headers'], ['Cell A2', 'Number with comma', '25,5'], ['Two colons and a comma', 'B|3', ':,:']]],
  ['sep.csv', 'utf-8', ';', [[], ['A', '1'], ['2', '3']]],
  ['NumberFormatTest.de.csv', 'utf-8', ',', [['-123', '1.234', '12.345,67'], ['123,4567', '123,456789012'], ['-1.234,567'], ['WAHR', 'FALSCH'], ['FALSE', 'TRUE']]],
])('%s: encoding, delimiter and cells (shared data)', async (name, encoding, delimiter, rows) => {
  expect(await openTable(dataOf(name), name)).toMatchObject({ format: 'csv', encoding, delimiter });
  expect(await cellsOf(dataOf(name))).toEqual(rows);
});

test.skipIf(!listed)('line_break_in_enclosure.csv: line breaks stay inside their cell (shared data)', async () => {
  const rows = await cellsOf(dataOf('line_break_in_enclosure.csv'));
  expect(rows.map((row) => row.length)).toEqual([3, 3, 3, 3, 3, 3]);
  expect(rows[1]).toEqual(['Test', 'This is a test\r\nwith line breaks\r\nthat breaks the\r\ndelimiters', 'http://google.com']);
});

test.skipIf(!listed)('Attendance.csv: headers over two lines (shared data)', async () => {
  const rows = await cellsOf(dataOf('Attendance.csv'));
  expect([rows[0]![1], rows[1]]).toEqual(['Ben \nAshley', ['10/1', 'FALSE', 'TRUE', 'TRUE', 'TRUE', 'TRUE', 'TRUE', 'FALSE', 'TRUE']]);
});

test.skipIf(!listed)('netease_balance_600298_gb18030.csv: decoded to the last character (shared data)', async () => {
  const path = dataOf('netease_balance_600298_gb18030.csv');
  expect((await openTable(path, path)).encoding).toBe('gb18030');
  const rows = await cellsOf(path);
  const text = new TextDecoder('gb18030').decode(readFileSync(path));
  expect(rows.filter((row) => row.length > 1).map((row) => row.join(','))).toEqual(text.split(/\r?\n/).filter((line) => line.includes(',')));
  expect(rows[0]!.slice(0, 2)).toEqual(['报告日期', '2019-12-31']);
});
