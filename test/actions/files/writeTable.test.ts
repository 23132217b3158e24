import { execFileSync } from 'node:child_process';
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { neutralised } from '#domain/neutralise.ts';
import { openTable } from '#actions/files/openTable.ts';
import { openZip } from '#actions/files/zip.ts';
import { csvOf, xlsxOf } from '#actions/files/writeTable.ts';
import { amountText, type Sheet, type Value } from '#actions/files/writtenSheet.ts';
import type { Cell } from '#domain/select/cell.ts';

const COLUMNS: Sheet['columns'] = [
  { header: 'Name', kind: 'text' }, { header: 'Net', kind: 'money' }, { header: 'Day', kind: 'day' }, { header: 'Score', kind: 'decimal' },
];

async function* batches(...rows: (readonly Value[])[]): AsyncGenerator<(readonly Value[])[]> {
  for (const row of rows) yield [row];
}

async function bytesOf(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(pieces));
}

async function readBack(bytes: Buffer): Promise<Cell[][]> {
  const path = join(mkdtempSync(join(tmpdir(), 'vitalfew-write-')), 'file');
  writeFileSync(path, bytes);
  const cells: Cell[][] = [];
  for await (const batch of (await openTable(path, 'file')).rows()) cells.push(...batch.map((row) => [...row.cells]));
  return cells;
}

test('what a spreadsheet could run gets an apostrophe; honest text stays', () => {
  for (const text of ['=1+1', '+49 30', '-x', '@SUM(A1)', '\t=1', ' =1', '\r\n=1', '＝1+1', '＠x', '\u0000=1']) expect(neutralised(text)).toBe(`'${text}`);
  for (const text of ['', 'a=b', 'Müller & Söhne', '客户', '1-2', "'=1"]) expect(neutralised(text)).toBe(text);
});

test('amounts are written digit by digit, by the digits of their currency', () => {
  expect([[1, 'CNY'], [-5, 'EUR'], [123456789, 'GBP'], [1234, 'JPY'], [-1234, 'KWD'], [0, 'CNY']].map(([minor, currency]) => amountText({ minor: minor as number, currency: currency as string })))
    .toEqual(['0.01', '-0.05', '1234567.89', '1234', '-1.234', '0.00']);
  expect(amountText({ minor: Number.MAX_SAFE_INTEGER, currency: 'CNY' })).toBe('90071992547409.91');
});

test('XLSX: texts, exact amounts, days and blanks come back as they went', async () => {
  const hard = ['a<b>&"c"\'d\'', ' two  blanks ', 'line 1\nline 2', '_x0041_', '客户\u{20BB7}', 'bell\u0007 half \ud800'];
  const rows = batches(...hard.map((text): Value[] => [text, { minor: -123456, currency: 'CNY' }, '2026-03-31', 12.5]), ['', null, null, null]);
  const cells = await readBack(await bytesOf(xlsxOf({ name: 'A/B: "customers"', columns: COLUMNS, rows })));
  expect(cells[0]).toEqual(['Name', 'Net', 'Day', 'Score']);
  expect(cells.slice(1, 7).map((row) => row[0])).toEqual([...hard.slice(0, 5), 'bell half \ufffd']);
  expect(cells[1]!.slice(1)).toEqual([-1234.56, { date: '2026-03-31' }, 12.5]);
});

test('XLSX: a number keeps a distance from the text right of it, under a header that stands where it does', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'vitalfew-write-')), 'file.xlsx');
  writeFileSync(path, await bytesOf(xlsxOf({ name: 'x', columns: COLUMNS, rows: batches(['a', { minor: 1, currency: 'CNY' }, '2026-03-31', 1]) })));
  const zip = await openZip(path, statSync(path).size);
  const partOf = async (name: string) => Buffer.concat(await Array.fromAsync(zip.read(name))).toString();
  const [styles, sheet] = [await partOf('xl/styles.xml'), await partOf('xl/worksheets/sheet1.xml')];
  zip.close();
  const apart = new Set([...styles.matchAll(/numFmtId="(\d+)" formatCode="[^"]*_m"/g)].map(([, id]) => id));
  const formats = [...styles.match(/<cellXfs.*<\/cellXfs>/)![0].matchAll(/<xf numFmtId="(\d+)"[^>]*?(?:\/>|>.*?<\/xf>)/g)].map(([xml, id]) => xml.includes('horizontal="right"') && (apart.has(id!) || xml.includes('indent="1"')));
  const keepsAway = (cell: string) => formats[Number(sheet.match(new RegExp(`<c r="${cell}"(?: s="(\\d+)")?`))![1] ?? 0)];
  expect(['A1', 'B1', 'C1', 'D1', 'A2', 'B2', 'C2', 'D2'].map(keepsAway)).toEqual([false, true, false, true, false, true, false, true]);
});

test('CSV: quoted where needed, marked as UTF-8, lines end as Excel writes them', async () => {
  const bytes = await bytesOf(csvOf({ name: 'x', columns: COLUMNS, rows: batches(['a,"b";c\nd', { minor: 1, currency: 'CNY' }, '2026-03-31', -1], ['=1', null, null, Number.NaN]) }));
  expect(bytes.toString()).toBe('\ufeffName,Net,Day,Score\r\n"a,""b"";c\nd",0.01,2026-03-31,-1\r\n\'=1,,,\r\n');
});

test('the package is one that other programs unpack', async ({ skip }) => {
  try {
    execFileSync('unzip', ['-v'], { stdio: 'ignore' });
  } catch {
    skip('no unzip on this machine');
  }
  const path = join(mkdtempSync(join(tmpdir(), 'vitalfew-write-')), 'a.xlsx');
  writeFileSync(path, await bytesOf(xlsxOf({ name: 'x', columns: COLUMNS, rows: batches(['a', null, null, 1]) })));
  expect(execFileSync('unzip', ['-tq', path]).toString()).toContain('No errors');
});

test('a reader who leaves in the middle stops the rows', async () => {
  let asked = 0;
  let stopped = false;
  async function* endless(): AsyncGenerator<Value[][]> {
    try {
      for (;; asked++) yield Array.from({ length: 500 }, () => [Math.random().toString(36), null, null, asked]);
    } finally {
      stopped = true;
    }
  }
  for await (const piece of xlsxOf({ name: 'x', columns: COLUMNS, rows: endless() })) if (asked > 20 && piece.length > 0) break;
  await new Promise((resolve) => setImmediate(resolve));
  expect(stopped).toBe(true);
});

test('a fault of the rows reaches the reader instead of a file that looks whole', async () => {
  async function* failing(): AsyncGenerator<Value[][]> {
    yield [['a', null, null, 1]];
    throw new Error('the store went away');
  }
  await expect(bytesOf(xlsxOf({ name: 'x', columns: COLUMNS, rows: failing() }))).rejects.toThrow('the store went away');
});
