import { createReadStream } from 'node:fs';
import { CsvScanner } from './csvScanner.ts';
import { refused, sniffDelimiter, sniffEncoding } from './sniff.ts';
import { LIMITS, type Batch, type Table, type TableChoice } from './table.ts';

/** Read at a time: a piece's rows (some 600) must die young. At 1 MB they outlive the young generation, and a million lines take 1.5 times as long. */
const PIECE = 1 << 16;

/** A delimited text file as a stream of rows; memory stays the same however long it is. */
export function openCsv(path: string, size: number, sample: Buffer, choice: TableChoice): Table {
  const encoding = choice.encoding || sniffEncoding(sample);
  const text = new TextDecoder(encoding).decode(sample);
  const found = sniffDelimiter(text);
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
    const scanner = new CsvScanner(delimiter, newlineOf(text), LIMITS.recordLength);
    let row = 0;
    const numbered = (records: string[][]): Batch => records.map((cells) => {
      row++;
      if (row > LIMITS.rows) throw refused('too_many_rows', `More than ${LIMITS.rows} rows.`, { limit: LIMITS.rows });
      if (cells.length > LIMITS.columns) throw refused('too_many_columns', `Row ${row} has ${cells.length} columns.`, { row, columns: cells.length, limit: LIMITS.columns });
      for (const cell of cells) if (cell.length > LIMITS.cellLength) throw refused('cell_too_long', `A cell of row ${row} is longer than ${LIMITS.cellLength} characters.`, { row, limit: LIMITS.cellLength });
      return { row, cells };
    });
    read = 0;
    for await (const bytes of createReadStream(path, { highWaterMark: PIECE })) {
      const first = read === 0;
      read += (bytes as Buffer).length;
      let piece = decode(bytes as Buffer);
      if (first && found.sepLine) {
        piece = piece.replace(/^\ufeff?sep=.\r?\n/i, '');
        row = 1;
      }
      const batch = numbered(scanner.push(piece));
      if (batch.length > 0) yield batch;
    }
    const tail = numbered([...scanner.push(decode()), ...scanner.end()]);
    if (tail.length > 0) yield tail;
  }
  return { format: 'csv', encoding, delimiter, size, sheets: [], sheet: null, dateSystem: '1900', rows, bytesRead: () => read };
}

/** Line end of a text: CR alone only where the first line end outside of quotes is one; else LF, before which a CR is cut off. */
function newlineOf(text: string): '\n' | '\r' {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === '\n') return '\n';
    else if (!quoted && character === '\r') return text[at + 1] === '\n' ? '\n' : '\r';
  }
  return text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
}
