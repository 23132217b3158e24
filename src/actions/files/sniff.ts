import { isAscii, isUtf8 } from 'node:buffer';
import { open, type FileHandle } from 'node:fs/promises';
import chardet from 'chardet';
import { Refusal } from '#domain/refusal.ts';

const SAMPLE = 256 * 1024;

/** A file that cannot be read, with the exact reason; nothing has been changed. */
export function refused(reason: string, message: string, params: Record<string, string | number> = {}): Refusal {
  return new Refusal('file_refused', message, { reason, params });
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

const starts = (head: Buffer, ...bytes: number[]) => bytes.every((byte, n) => head[n] === byte);

/** What a file is by its content, whatever its name says; refuses what is no table. */
export async function sniffFormat(path: string, fileName: string): Promise<{ format: 'csv' | 'xlsx'; size: number; sample: Buffer }> {
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  if (size === 0) throw refused('file_empty', 'The file is empty.');
  const head = await readAt(file, 0, Math.min(size, SAMPLE));
  if (starts(head, 0x50, 0x4b)) return { format: 'xlsx', size, sample: head };
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) {
    const text = (size > SAMPLE ? Buffer.concat([head, await readAt(file, Math.max(0, size - SAMPLE), SAMPLE)]) : head).toString('latin1');
    if (text.includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e')) throw refused('file_encrypted', 'The workbook is protected by a password. Save a copy without the password and bring that.');
    throw refused('file_old_excel', 'This is an Excel 97–2003 file (.xls). Save it as .xlsx or CSV and bring that.');
  }
  const known: [string, boolean][] = [
    ['PDF', starts(head, 0x25, 0x50, 0x44, 0x46)], ['image', starts(head, 0x89, 0x50, 0x4e, 0x47) || starts(head, 0xff, 0xd8, 0xff) || head.subarray(0, 4).toString() === 'GIF8'],
    ['program', starts(head, 0x4d, 0x5a) || starts(head, 0x7f, 0x45, 0x4c, 0x46)], ['RAR', head.subarray(0, 4).toString() === 'Rar!'], ['7z', starts(head, 0x37, 0x7a, 0xbc, 0xaf)], ['gzip', starts(head, 0x1f, 0x8b)],
    ['HTML', /^\s*(<!doctype html|<html|<table|<head)/i.test(head.subarray(0, 500).toString('latin1').replace(/^\xef\xbb\xbf/, ''))], ['XML', /^\s*<\?xml/i.test(head.subarray(0, 100).toString('latin1').replace(/^\xef\xbb\xbf/, ''))],
    ['JSON', /^\s*[[{]\s*["[{]/.test(head.subarray(0, 200).toString('latin1')) && /\.json$/i.test(fileName)],
  ];
  const other = known.find(([, is]) => is);
  if (other) throw refused('file_other_kind', `This is a ${other[0]} file, not a table. Export CSV or XLSX from your system.`, { kind: other[0] });
  const wide = starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff);
  if (!wide && wideWithoutMark(head) === null && head.includes(0)) throw refused('file_binary', 'This is not a text table: it contains binary data. Export CSV or XLSX from your system.');
  return { format: 'csv', size, sample: await telling(file, size, head) };
}

/** The first part that holds a letter beyond ASCII: only there an encoding shows itself. */
async function telling(file: FileHandle, size: number, head: Buffer): Promise<Buffer> {
  if (!isAscii(head)) return head;
  for (let position = head.length; position < size; position += SAMPLE) {
    const part = await readAt(file, position, SAMPLE);
    if (isAscii(part)) continue;
    const at = part.findIndex((byte) => byte >= 0x80);
    return Buffer.concat([head, await readAt(file, position + Math.max(0, part.lastIndexOf(10, at)), SAMPLE)]);
  }
  return head;
}

/** UTF-16 without a byte order mark: every other byte of western text is zero. */
function wideWithoutMark(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const part = bytes.subarray(0, 2000 - (2000 % 2));
  if (part.length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let n = 0; n < part.length; n++) {
    if (part[n] !== 0) continue;
    if (n % 2 === 0) even++;
    else odd++;
  }
  const share = part.length / 2;
  return odd > share * 0.3 && even < share * 0.05 ? 'utf-16le' : even > share * 0.3 && odd < share * 0.05 ? 'utf-16be' : null;
}

/** Encoding of a text: byte order mark, valid UTF-8, else told by the statistics of its bytes. Names are those of TextDecoder. */
export function sniffEncoding(bytes: Buffer): string {
  if (starts(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (starts(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (starts(bytes, 0xfe, 0xff)) return 'utf-16be';
  const wide = wideWithoutMark(bytes);
  if (wide) return wide;
  if (isUtf8(cutAtCharacter(bytes))) return 'utf-8';
  const { pairs, lone, gb, big5, runs } = doubleBytes(bytes);
  if (pairs > 0 && lone <= pairs * 0.02) {
    if (gb >= pairs * 0.6 && gb >= big5) return 'gb18030';
    if (pairs > 2 && big5 >= pairs * 0.6 && runs >= pairs * 0.3) return 'big5';
  }
  const guess = chardet.detect(bytes)?.toLowerCase();
  return guess === 'gb18030' || guess === 'big5' ? guess : 'windows-1252';
}

/** A sample may end inside a character of several bytes. */
function cutAtCharacter(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && end > bytes.length - 4 && (bytes[end - 1]! & 0xc0) === 0x80) end--;
  return end > 0 && bytes[end - 1]! >= 0xc0 ? bytes.subarray(0, end - 1) : bytes;
}

/**
 * Counts two-byte characters. Nearly all Chinese text in GBK is of the common plane (lead 0xB0–0xD7) or punctuation (0xA1–0xA3),
 * with high trails; in Big5 of 0xA4–0xC6, where half of the trails are low. Characters stand in `runs`. Western text in
 * Windows-1252 has single high bytes between plain letters.
 */
function doubleBytes(bytes: Buffer): { pairs: number; lone: number; gb: number; big5: number; runs: number } {
  const count = { pairs: 0, lone: 0, gb: 0, big5: 0, runs: 0 };
  let before = -2;
  for (let n = 0; n < bytes.length - 1; n++) {
    const lead = bytes[n]!;
    if (lead < 0x80) continue;
    const trail = bytes[n + 1]!;
    if (isDigit(trail) && isDigit(bytes[n + 3]) && (bytes[n + 2] ?? 0) > 0x80) {
      // Four bytes: a rare character of GB18030.
      count.pairs++;
      count.gb++;
      n += 3;
      continue;
    }
    if (lead === 0x80 || lead === 0xff || trail < 0x40 || trail === 0x7f) {
      count.lone++;
      continue;
    }
    count.pairs++;
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) count.gb++;
    else if (trail >= 0xa1 && lead >= 0xd8 && lead <= 0xf7) count.gb += 0.8;
    if ((lead >= 0xa4 && lead <= 0xc6) || (lead >= 0xa1 && lead <= 0xa2)) count.big5++;
    if (before === n - 2) count.runs++;
    before = n;
    n++;
  }
  return count;
}

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Delimiter of a text: named by a `sep=` line, else the one that cuts the lines into the most even number of cells. */
export function sniffDelimiter(text: string): { delimiter: string; sepLine: boolean } {
  const sep = /^\ufeff?sep=(.)\r?\n/i.exec(text);
  if (sep) return { delimiter: sep[1]!, sepLine: true };
  const lines = text.replace(/"(?:[^"]|"")*"/g, '""').split(/\r\n|\n|\r/).slice(0, 60).filter((line) => line.trim() !== '');
  let best = { delimiter: ',', merit: 0 };
  for (const delimiter of [',', ';', '\t', '|']) {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((n) => n > 0);
    if (counts.length === 0) continue;
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)]!;
    const even = counts.filter((n) => n === usual).length;
    const merit = (even / lines.length) * (even / lines.length) * Math.log2(usual + 1);
    if (merit > best.merit) best = { delimiter, merit };
  }
  return { delimiter: best.delimiter, sepLine: false };
}
