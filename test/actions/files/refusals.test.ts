import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '#actions/files/table.ts';
import { cellsOf, fileOf, refusalOf, workbook, zipped } from './packages.ts';

const ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>';
const cfb = (inside: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(inside, 'utf16le'), Buffer.alloc(1024)]);

/** Bytes with no pattern, so that nothing compresses them. */
function noise(length: number): Buffer {
  return Buffer.concat(Array.from({ length: Math.ceil(length / 32) }, (_, n) => createHash('sha256').update(String(n)).digest())).subarray(0, length);
}

/** Every ZIP record of a kind, changed in place. */
function patched(bytes: Buffer, signature: number, change: (at: number, copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = 0; at + 4 <= copy.length; at++) if (copy.readUInt32LE(at) === signature) change(at, copy);
  return copy;
}
const LOCAL = 0x0403_4b50;
const CENTRAL = 0x0201_4b50;

describe('what is no table is refused by what it is, not by its name', () => {
  test.each<[string, Uint8Array | string, string, string]>([
    ['nothing in it', '', 'empty.csv', 'file_empty'],
    ['a PDF called CSV', '%PDF-1.7\n%âãÏÓ\n1 0 obj', 'lines.csv', 'file_other_kind'],
    ['a picture called XLSX', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), noise(300)]), 'lines.xlsx', 'file_other_kind'],
    ['a JPEG', Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), noise(300)]), 'lines.csv', 'file_other_kind'],
    ['a program', Buffer.concat([Buffer.from('MZ'), noise(300)]), 'lines.csv', 'file_other_kind'],
    ['a packed file', gzipSync('a,b\n1,2\n'), 'lines.csv', 'file_other_kind'],
    ['a page that an ERP calls XLS', '\ufeff  <html><body><table><tr><td>客户</td></tr></table>', 'export.xls', 'file_other_kind'],
    ['Excel 97', cfb('Workbook'), 'old.xls', 'file_old_excel'],
    ['Excel 97 called XLSX', cfb('Workbook'), 'old.xlsx', 'file_old_excel'],
    ['a workbook with a password', cfb('EncryptedPackage'), 'secret.xlsx', 'file_encrypted'],
    ['bytes without meaning', Buffer.concat([Buffer.from('abc'), Buffer.alloc(40), noise(400)]), 'lines.csv', 'file_binary'],
  ])('%s', async (_, bytes, name, reason) => {
    const refusal = await refusalOf(fileOf(bytes, name), name);
    expect(refusal).toMatchObject({ code: 'file_refused', reason });
    expect(refusal.message).toMatch(/^[A-Z].*[.?]$/s);
  });

  test('packages that are no workbook', async () => {
    expect(await refusalOf(fileOf(await zipped({ 'a.txt': 'hello' }), 'a.xlsx'))).toMatchObject({ reason: 'file_other_kind', params: { kind: 'ZIP' } });
    expect(await refusalOf(fileOf(await zipped({ 'word/document.xml': '<w/>' }), 'a.xlsx'))).toMatchObject({ reason: 'file_other_kind', params: { kind: 'Word' } });
  });

  test('a workbook called CSV is read as the workbook it is', async () => {
    expect(await cellsOf(fileOf(await workbook({ A: ROW }), 'lines.csv'))).toEqual([['a']]);
  });
});

describe('damaged and hostile packages', () => {
  const honest = async () => workbook({ A: Array.from({ length: 500 }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>${(n * 7919) % 1000}</v></c></row>`).join('') });

  test('cut off anywhere', async () => {
    const bytes = await honest();
    for (const part of [0.1, 0.5, 0.9, 0.999]) expect((await refusalOf(fileOf(bytes.subarray(0, Math.floor(bytes.length * part)), 'a.xlsx'))).reason, `${part * 100} %`).toBe('file_damaged');
  });

  test('parts with a password', async () => {
    const bytes = patched(patched(await honest(), LOCAL, (at, copy) => copy.writeUInt16LE(copy.readUInt16LE(at + 6) | 1, at + 6)), CENTRAL, (at, copy) => copy.writeUInt16LE(copy.readUInt16LE(at + 8) | 1, at + 8));
    expect((await refusalOf(fileOf(bytes, 'a.xlsx'))).reason).toBe('file_encrypted');
  });

  test('one changed byte anywhere in the data is noticed: a wrong amount never passes for a right one', async () => {
    const bytes = await honest();
    const right = JSON.stringify(await cellsOf(fileOf(bytes, 'a.xlsx')));
    const from = bytes.indexOf('xl/worksheets/sheet1.xml') + 24;
    const to = bytes.lastIndexOf(Buffer.from('504b0708', 'hex'));
    let wrong = 0;
    for (let at = from; at < to; at += Math.ceil((to - from) / 60)) {
      const copy = Buffer.from(bytes);
      copy[at]! ^= 0x10;
      const read = await cellsOf(fileOf(copy, 'a.xlsx')).then(JSON.stringify, (error: { reason?: string }) => error.reason);
      if (read !== right && read !== 'file_damaged') wrong++;
    }
    expect(wrong).toBe(0);
  });

  test('a bomb: refused by its directory, before anything is unpacked', async () => {
    const bytes = patched(await honest(), CENTRAL, (at, copy) => copy.writeUInt32LE(1_500_000_000, at + 24));
    expect(await refusalOf(fileOf(bytes, 'a.xlsx'))).toMatchObject({ reason: 'file_bomb', params: { megabytes: 4500 } });
  });

  test('a bomb that lies about its size is stopped while it unpacks', async () => {
    const piece = '<row><c><v>1</v></c></row>'.repeat(40_000);
    const bytes = await workbook({ A: Array.from({ length: 20 }, () => piece) });
    const lying = patched(bytes, CENTRAL, (at, copy) => { if (copy.readUInt32LE(at + 24) > 1_000_000) copy.writeUInt32LE(1000, at + 24); });
    expect((await refusalOf(fileOf(lying, 'a.xlsx'))).reason).toBe('file_damaged');
  });

  test('thousands of parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: LIMITS.entries + 1 }, (_, n) => [`p${n}`, 'x']));
    expect((await refusalOf(fileOf(await zipped(parts), 'a.xlsx'))).reason).toBe('file_bomb');
  });

  test('entities that multiply are not followed', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&c;</t></is></c></row></sheetData></worksheet>`;
    expect((await refusalOf(fileOf(await workbook({ A: laughs }), 'a.xlsx'))).reason).toBe('file_damaged');
  });

  test.each([
    ['a cell outside of the sheet', '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>', 'file_damaged'],
    ['a row that does not exist', '<row r="99999999999"><c><v>1</v></c></row>', 'too_many_rows'],
    ['XML that is none', '<row r="1"><c r="A1"><v>1</c></row>', 'file_damaged'],
    ['a cell as long as a book', `<row r="1"><c t="inlineStr"><is><t>${'x'.repeat(LIMITS.cellLength + 1)}</t></is></c></row>`, 'cell_too_long'],
    ['more columns than any list', `<row r="1"><c r="CYA1"><v>1</v></c></row>`, 'too_many_columns'],
  ])('%s', async (_, sheet, reason) => {
    expect((await refusalOf(fileOf(await workbook({ A: sheet }), 'a.xlsx'))).reason).toBe(reason);
  });
});

describe('texts over the limits', () => {
  test.each([
    ['a cell as long as a book', `a,b\n1,${'x'.repeat(LIMITS.cellLength + 1)}\n`, 'cell_too_long'],
    ['more columns than any list', `${','.repeat(LIMITS.columns)}\n`, 'too_many_columns'],
    ['a quote that never closes', 'a,b\n"1,2\n3,4\n', 'open_quote'],
  ])('%s', async (_, text, reason) => {
    expect((await refusalOf(fileOf(text))).reason).toBe(reason);
  });

  test('bytes that are not in the encoding chosen', async () => {
    const path = fileOf(Buffer.concat([Buffer.from('a,b\n'.repeat(100)), Buffer.from([0xff, 0x41, 0xff])]));
    expect(await cellsOf(path, { encoding: 'utf-8' }).catch((error: { reason: string }) => error.reason)).toBe('file_encoding');
  });

});
