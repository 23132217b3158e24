import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTable } from '#actions/files/openTable.ts';
import { openZip } from '#actions/files/zip.ts';
import { zipOf } from '#actions/files/zipWriter.ts';
import { fixedKey, markKey } from '#domain/select/assess/matchColumns.ts';
import { cellText, type Cell } from '#domain/select/cell.ts';
import { columnName } from '#domain/select/columnName.ts';

const folder = mkdtempSync(join(tmpdir(), 'vitalfew-book-'));
let files = 0;

function onDisk(bytes: Uint8Array): string {
  const path = join(folder, `${++files}.xlsx`);
  writeFileSync(path, bytes);
  return path;
}

/** All parts of a package as text. */
export async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await openZip(onDisk(bytes), bytes.length);
  const parts = new Map<string, string>();
  for (const name of ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', ...[1, 2, 3, 4].map((n) => `xl/worksheets/sheet${n}.xml`)]) {
    if (zip.has(name)) parts.set(name, Buffer.concat(await Array.fromAsync(zip.read(name))).toString());
  }
  zip.close();
  return parts;
}

export async function packed(parts: ReadonlyMap<string, string>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(zipOf([...parts].map(([name, text]) => ({ name, text: [text] })))));
}

/** Cells of a sheet by row, as our own reader gives them; index 0 is row 1. */
export async function sheetOf(bytes: Uint8Array, sheet: string | null = null): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  for await (const batch of (await openTable(onDisk(bytes), 'book.xlsx', { sheet })).rows()) {
    for (const { row, cells } of batch) {
      while (rows.length < row - 1) rows.push([]);
      rows.push([...cells]);
    }
  }
  return rows;
}

type Value = string | number | null;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** An assessment workbook as a person changes it: cells by customer and column, and whatever else Excel lets one do. */
export class FilledBook {
  readonly parts: Map<string, string>;
  readonly rows: readonly (readonly Cell[])[];
  constructor(parts: Map<string, string>, rows: readonly (readonly Cell[])[]) {
    this.parts = parts;
    this.rows = rows;
  }

  static async of(bytes: Uint8Array): Promise<FilledBook> {
    return new FilledBook(await partsOf(bytes), await sheetOf(bytes));
  }

  /** Address of the cell of a customer (by code) and a mark, or one of the columns beside the marks. */
  at(code: string, column: string): string {
    const keys = this.rows[0]!;
    const at = Math.max(keys.indexOf(markKey(column)), keys.indexOf(fixedKey(column as never)));
    const row = this.rows.findIndex((cells) => cellText(cells[keys.indexOf(fixedKey('code'))]) === code);
    if (at < 0 || row < 0) throw new Error(`no cell for ${code} and ${column}`);
    return `${columnName(at)}${row + 1}`;
  }

  text(code: string, column: string): string {
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(this.at(code, column))!;
    return cellText(this.rows[Number(row) - 1]!.find((_, n) => columnName(n) === letters));
  }

  set(code: string, column: string, value: Value): this {
    return this.write(this.at(code, column), value);
  }

  write(address: string, value: Value, sheet = 1): this {
    const name = `xl/worksheets/sheet${sheet}.xml`;
    const inside = value === null ? '' : typeof value === 'number' ? `<v>${value}</v>` : `<is><t xml:space="preserve">${value.replace(/[&<>]/g, (sign) => ENTITIES[sign]!)}</t></is>`;
    const cell = new RegExp(`<c r="${address}"([^>]*?)(?:/>|>.*?</c>)`);
    const before = this.parts.get(name)!;
    if (!cell.test(before)) throw new Error(`no cell ${address}`);
    this.parts.set(name, before.replace(cell, (_, attributes: string) => `<c r="${address}"${attributes.replace(/ t="\w+"/, '')}${typeof value === 'string' ? ' t="inlineStr"' : ''}>${inside}</c>`));
    return this;
  }

  /** Any other change of a part. */
  change(part: string, how: (xml: string) => string): this {
    this.parts.set(part, how(this.parts.get(part)!));
    return this;
  }

  /** The rows of the first sheet in another order: `order` are row numbers below the headers. */
  reorder(order: readonly number[]): this {
    return this.change('xl/worksheets/sheet1.xml', (xml) => {
      const rows = new Map([...xml.matchAll(/<row r="(\d+)".*?<\/row>/gs)].map((match) => [Number(match[1]), match[0]]));
      const heads = [...rows].filter(([row]) => row <= 4).map(([, text]) => text);
      const moved = order.map((row, n) => rows.get(row)!.replaceAll(new RegExp(`r="([A-Z]*)${row}"`, 'g'), `r="$1${n + 5}"`));
      return xml.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${heads.join('')}${moved.join('')}</sheetData>`);
    });
  }

  /** Two columns of the first sheet change places, as when somebody cuts one and inserts it elsewhere. */
  swap(one: string, other: string): this {
    return this.change('xl/worksheets/sheet1.xml', (xml) => xml.replaceAll(/<c r="([A-Z]+)(\d+)"/g, (all, letters: string, row: string) => (letters === one ? `<c r="${other}${row}"` : letters === other ? `<c r="${one}${row}"` : all)));
  }

  bytes(): Promise<Buffer> {
    return packed(this.parts);
  }
}
