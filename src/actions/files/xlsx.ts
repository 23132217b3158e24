import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Cell } from '#domain/select/cell.ts';
import { addDays } from '#domain/day.ts';
import { dayOfSerial, type DateSystem } from '#domain/select/readDay.ts';
import { refused } from './sniff.ts';
import { LIMITS, type Batch, type Table, type TableChoice } from './table.ts';
import { openZip, type Zip } from './zip.ts';

const BATCH = 2000;
/** Rows looked at for whether a sheet holds a table. */
const LOOKED_AT = 200;

interface Sheet { readonly name: string; readonly path: string; readonly hidden: boolean }
interface Book { readonly sheets: readonly Sheet[]; readonly dateSystem: DateSystem; readonly strings: string | null; readonly styles: string | null }

/** Feeds a part of the package to handlers; a part that is no XML or ends early refuses the file. */
async function parsePart(zip: Zip, path: string, handlers: { open?: (tag: SaxesTagPlain) => void; text?: (text: string) => void; close?: (tag: SaxesTagPlain) => void }): Promise<void> {
  for await (const _ of parsing(zip, path, handlers)) { /* handlers do the work */ }
}

async function* parsing(zip: Zip, path: string, handlers: Parameters<typeof parsePart>[2]): AsyncGenerator<void, void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on('error', (error) => { throw refused('file_damaged', 'The workbook is damaged: a part of it cannot be read. Open it in Excel, save it anew and try again.', { part: path, detail: error.message.slice(0, 100) }); });
  if (handlers.open) parser.on('opentag', handlers.open);
  if (handlers.text) {
    parser.on('text', handlers.text);
    parser.on('cdata', handlers.text);
  }
  if (handlers.close) parser.on('closetag', handlers.close);
  const decoder = new TextDecoder();
  for await (const bytes of zip.read(path)) {
    parser.write(decoder.decode(bytes, { stream: true }));
    yield;
  }
  parser.write(decoder.decode());
  parser.close();
  yield;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);
const attribute = (tag: SaxesTagPlain, name: string): string | undefined => {
  for (const [key, value] of Object.entries(tag.attributes)) if (local(key) === name) return value;
  return undefined;
};

async function readBook(zip: Zip): Promise<Book> {
  const targets = new Map<string, { path: string; type: string }>();
  await parsePart(zip, 'xl/_rels/workbook.xml.rels', { open: (tag) => {
    if (local(tag.name) !== 'Relationship') return;
    const target = tag.attributes['Target'] ?? '';
    targets.set(tag.attributes['Id'] ?? '', { path: target.startsWith('/') ? target.slice(1) : `xl/${target}`.replace(/[^/]+\/\.\.\//g, ''), type: (tag.attributes['Type'] ?? '').split('/').pop()! });
  } });
  let dateSystem: DateSystem = '1900';
  const sheets: Sheet[] = [];
  await parsePart(zip, 'xl/workbook.xml', { open: (tag) => {
    if (local(tag.name) === 'workbookPr' && /^(1|true)$/.test(tag.attributes['date1904'] ?? '')) dateSystem = '1904';
    if (local(tag.name) !== 'sheet') return;
    // Charts and macros are listed among the sheets; only worksheets hold cells.
    const target = targets.get(tag.attributes['r:id'] ?? attribute(tag, 'id') ?? '');
    if (target?.type === 'worksheet' && zip.has(target.path)) sheets.push({ name: tag.attributes['name'] ?? '', path: target.path, hidden: /hidden/i.test(tag.attributes['state'] ?? '') });
  } });
  const part = (type: string) => [...targets.values()].find((target) => target.type === type && zip.has(target.path))?.path ?? null;
  return { sheets, dateSystem, strings: part('sharedStrings'), styles: part('styles') };
}

/** Shared texts by their number. */
type Strings = (index: number) => string | undefined;

/** `_x000D_` is how the format writes characters that XML may not hold. */
const unescaped = (text: string) => (text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text);

async function readStrings(zip: Zip, path: string | null): Promise<string[]> {
  const strings: string[] = [];
  if (path === null) return strings;
  if (zip.sizeOf(path) > LIMITS.sharedStrings) throw refused('file_too_large', 'The texts of the workbook are too large. Save the sheet as CSV and bring that.');
  let text = '';
  let inText = false;
  let phonetic = false;
  await parsePart(zip, path, {
    open: ({ name }) => {
      const tag = local(name);
      if (tag === 'si') text = '';
      else if (tag === 'rPh') phonetic = true;
      else if (tag === 't') inText = !phonetic;
    },
    text: (part) => { if (inText) text += part; },
    close: ({ name }) => {
      const tag = local(name);
      if (tag === 't') inText = false;
      else if (tag === 'rPh') phonetic = false;
      else if (tag === 'si') strings.push(unescaped(text));
    },
  });
  return strings;
}

/** Whether a number format shows a date. Elapsed hours ([h]:mm) are a quantity, not a day. */
function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  if (/\[(h+|m+|s+)\]/i.test(code)) return false;
  const plain = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return /[yd]|m{3,}|年|月|日/i.test(plain) && !/general/i.test(plain);
}

async function readDateStyles(zip: Zip, path: string | null): Promise<boolean[]> {
  const styles: boolean[] = [];
  if (path === null) return styles;
  const codes = new Map<number, string>();
  let inXfs = false;
  await parsePart(zip, path, {
    open: (tag) => {
      const name = local(tag.name);
      if (name === 'numFmt') codes.set(Number(tag.attributes['numFmtId']), tag.attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inXfs = true;
      else if (name === 'xf' && inXfs) {
        const id = Number(tag.attributes['numFmtId'] ?? 0);
        styles.push(isDateFormat(id, codes.get(id)));
      }
    },
    close: ({ name }) => { if (local(name) === 'cellXfs') inXfs = false; },
  });
  return styles;
}

/** 0-based column of a reference such as "AB12". */
function columnOf(reference: string): number {
  let column = 0;
  for (let n = 0; n < reference.length; n++) {
    const code = reference.charCodeAt(n) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

function dateOf(serial: number, system: DateSystem): Cell {
  let day = dayOfSerial(serial, system);
  let seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  if (seconds === 86_400) [day, seconds] = [addDays(day, 1), 0];
  if (seconds === 0) return { date: day };
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  return { date: `${day}T${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}` };
}

function cellOf(type: string, style: number, value: string, strings: Strings, dates: readonly boolean[], system: DateSystem): Cell {
  switch (type) {
    case 's': return strings(Number(value)) ?? null;
    case 'str': case 'inlineStr': return unescaped(value);
    case 'b': return value === '1' || value === 'true';
    case 'e': return { error: value };
    case 'd': return { date: value.replace(/(?:T00:00:00(?:\.0+)?)?Z?$/, '') };
    default: {
      if (value === '') return null;
      const number = Number(value);
      if (!Number.isFinite(number)) return value;
      // A day beyond the calendar is a number that someone formatted as a date.
      return dates[style] && number >= 0 && number < 200_000 ? dateOf(number, system) : number;
    }
  }
}

async function* readRows(zip: Zip, sheet: Sheet, book: Book, strings: Strings, dates: readonly boolean[]): AsyncGenerator<Batch, void> {
  let batch: { row: number; cells: Cell[] }[] = [];
  let row = 0;
  let cells: Cell[] = [];
  let column = -1;
  let type = 'n';
  let style = 0;
  let text = '';
  let take = false;
  let phonetic = false;
  const handlers = {
    open: (tag: SaxesTagPlain) => {
      switch (local(tag.name)) {
        case 'row':
          row = Number(tag.attributes['r'] ?? row + 1);
          if (!(row > 0 && row <= LIMITS.rows)) throw refused('too_many_rows', `More than ${LIMITS.rows} rows.`, { limit: LIMITS.rows });
          cells = [];
          column = -1;
          break;
        case 'c': {
          const reference = tag.attributes['r'];
          column = reference === undefined ? column + 1 : columnOf(reference);
          if (column < 0 || column >= 16_384) throw refused('file_damaged', 'A cell stands outside of the sheet. Open the workbook in Excel, save it anew and try again.', { part: sheet.path });
          if (column >= LIMITS.columns) throw refused('too_many_columns', `Row ${row} has more than ${LIMITS.columns} columns.`, { row, columns: column + 1, limit: LIMITS.columns });
          type = tag.attributes['t'] ?? 'n';
          style = Number(tag.attributes['s'] ?? 0);
          text = '';
          break;
        }
        case 'v': case 't': take = !phonetic; break;
        case 'rPh': phonetic = true; break;
        default: break;
      }
    },
    text: (part: string) => {
      if (!take) return;
      text += part;
      if (text.length > LIMITS.cellLength) throw refused('cell_too_long', `A cell of row ${row} is longer than ${LIMITS.cellLength} characters.`, { row, limit: LIMITS.cellLength });
    },
    close: (tag: SaxesTagPlain) => {
      switch (local(tag.name)) {
        case 'v': case 't': take = false; break;
        case 'rPh': phonetic = false; break;
        case 'c': {
          const cell = cellOf(type, style, text, strings, dates, book.dateSystem);
          if (cell === null || cell === '') break;
          while (cells.length < column) cells.push(null);
          cells[column] = cell;
          break;
        }
        case 'row': batch.push({ row, cells }); break;
        default: break;
      }
    },
  };
  for await (const _ of parsing(zip, sheet.path, handlers)) {
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The first visible sheet with a row of two cells or more: covers and notes are passed over. Else the first visible one, else the first. */
async function firstWithTable(zip: Zip, book: Book): Promise<Sheet> {
  const visible = book.sheets.filter((sheet) => !sheet.hidden);
  for (const sheet of visible.length > 1 ? visible : []) {
    for await (const batch of readRows(zip, sheet, book, () => '?', [])) {
      if (batch.some(({ cells }) => cells.filter((cell) => cell !== null).length > 1)) return sheet;
      if (batch.length > LOOKED_AT) break;
    }
  }
  return visible[0] ?? book.sheets[0]!;
}

/** A workbook as a stream of rows; only its shared texts are held in memory. Refuses what is encrypted, damaged or a bomb. */
export async function openXlsx(path: string, size: number, choice: TableChoice): Promise<Table> {
  const zip = await openZip(path, size);
  try {
    if (!zip.has('xl/workbook.xml')) {
      const kind = zip.has('word/document.xml') ? 'Word' : zip.has('ppt/presentation.xml') ? 'PowerPoint' : zip.has('mimetype') ? 'OpenDocument' : zip.has('xl/workbook.bin') ? 'XLSB' : 'ZIP';
      throw refused('file_other_kind', `This is a ${kind} file, not an Excel workbook (.xlsx). Save the table as XLSX or CSV.`, { kind });
    }
    const book = await readBook(zip);
    if (book.sheets.length === 0) throw refused('no_sheet', 'The workbook has no worksheet.');
    const chosen = choice.sheet ? book.sheets.find((sheet) => sheet.name === choice.sheet) : undefined;
    if (choice.sheet && !chosen) throw refused('no_such_sheet', `The workbook has no sheet "${choice.sheet}".`, { sheet: choice.sheet });
    const sheet = chosen ?? await firstWithTable(zip, book);
    return {
      format: 'xlsx', encoding: 'utf-8', delimiter: '', size, sheet: sheet.name, dateSystem: book.dateSystem,
      sheets: book.sheets.map(({ name, hidden }) => ({ name, hidden, rows: null })), bytesRead: () => zip.bytesRead(),
      async *rows() {
        const reading = await openZip(path, size);
        try {
          const [strings, dates] = [await readStrings(reading, book.strings), await readDateStyles(reading, book.styles)];
          reading.countFrom(sheet.path);
          zip.follow(reading);
          yield* readRows(reading, sheet, book, (index) => strings[index], dates);
        } finally {
          reading.close();
        }
      },
    };
  } finally {
    zip.close();
  }
}
