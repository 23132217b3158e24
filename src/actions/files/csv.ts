import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import { refused, sniffDelimiter, sniffEncoding } from './sniff.ts';
import { LIMITS, type Batch, type Table, type TableChoice } from './table.ts';

/** Read at a time: large enough to parse in one go, small enough to stay out of the way. */
const PIECE = 1 << 20;
/** A piece that finds no line end outside of quotes within this is cut at any: a stray quote must not swallow the file. */
const LONGEST_PIECE = 1 << 24;

/** Position after the last line end that lies outside of quotes; 0 when there is none. */
function lastRowEnd(text: string): number {
  let end = text.lastIndexOf('\n');
  if (end < 0) end = text.lastIndexOf('\r', text.length - 2);
  while (end >= 0) {
    let quotes = 0;
    for (let at = text.indexOf('"'); at >= 0 && at < end; at = text.indexOf('"', at + 1)) quotes++;
    if (quotes % 2 === 0) return end + 1;
    end = text.lastIndexOf('\n', text.lastIndexOf('"', end) - 1);
  }
  return 0;
}

/** A delimited text file as a stream of rows; memory stays the same however long it is. */
export function openCsv(path: string, size: number, sample: Buffer, choice: TableChoice): Table {
  const encoding = choice.encoding || sniffEncoding(sample);
  const found = sniffDelimiter(new TextDecoder(encoding).decode(sample));
  const delimiter = choice.delimiter || found.delimiter;
  let read = 0;

  async function* rows(): AsyncGenerator<Batch, void> {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const decode = (bytes?: Buffer): string => {
      try {
        return decoder.decode(bytes, { stream: bytes !== undefined });
      } catch {
        throw refused('file_encoding', `The text is not all in ${encoding}. Choose another encoding.`, { encoding });
      }
    };
    let rest = '';
    let row = 0;
    read = 0;
    const parse = (text: string, last: boolean): Batch => {
      const data = parseRows(text, delimiter);
      if (!last || /[\r\n]$/.test(text)) data.pop();
      return data.map((cells) => {
        if (cells.length > LIMITS.columns) throw refused('too_many_columns', `Row ${row + 1} has ${cells.length} columns.`, { row: row + 1, columns: cells.length, limit: LIMITS.columns });
        return { row: ++row, cells };
      });
    };
    for await (const bytes of createReadStream(path, { highWaterMark: PIECE })) {
      read += (bytes as Buffer).length;
      let text = rest + decode(bytes as Buffer);
      if (row === 0 && found.sepLine && rest === '') {
        text = text.replace(/^\ufeff?sep=.\r?\n/i, '');
        row = 1;
      }
      const cut = lastRowEnd(text) || (text.length > LONGEST_PIECE ? text.lastIndexOf('\n') + 1 : 0);
      rest = text.slice(cut);
      if (cut > 0) yield parse(text.slice(0, cut), false);
      else if (text.length > LONGEST_PIECE) throw refused('cell_too_long', 'A line is longer than any table has. Is this a table?', {});
      if (row > LIMITS.rows) throw refused('too_many_rows', `More than ${LIMITS.rows} rows.`, { limit: LIMITS.rows });
    }
    rest += decode();
    if (rest !== '') yield parse(rest, true);
  }
  return { format: 'csv', encoding, delimiter, size, sheets: [], sheet: null, dateSystem: '1900', rows, bytesRead: () => read };
}

/**
 * Rows of a piece. Most lines of most files have no quotes and are simply cut (three times as fast as any parser); a piece
 * with quotes in it goes to the parser. A piece whose quotes are few is mixed: only the records that need it are parsed.
 */
function parseRows(text: string, delimiter: string): string[][] {
  const newline = newlineOf(text);
  const lines = text.split(newline);
  if (!text.includes('"')) return lines.map((line) => line.split(delimiter));
  const quoted = lines.reduce((count, line) => count + (line.includes('"') ? 1 : 0), 0);
  if (quoted * 5 > lines.length) return Papa.parse<string[]>(text, { delimiter, newline }).data;
  const rows: string[][] = [];
  for (let at = 0; at < lines.length; at++) {
    let record = lines[at]!;
    if (!record.includes('"')) {
      rows.push(record.split(delimiter));
      continue;
    }
    const start = at;
    while (countQuotes(record) % 2 === 1 && at + 1 < lines.length && at - start < 1000) record += newline + lines[++at]!;
    rows.push(Papa.parse<string[]>(record, { delimiter, newline }).data[0] ?? ['']);
  }
  return rows;
}

function countQuotes(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count++;
  return count;
}

/** Line end of a text: the first one outside of quotes (a quoted cell may hold the other kind). */
function newlineOf(text: string): '\r\n' | '\n' | '\r' {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === '\n') return '\n';
    else if (!quoted && character === '\r') return text[at + 1] === '\n' ? '\r\n' : '\r';
  }
  return '\n';
}
