import { refused } from './sniff.ts';

const QUOTE = 34;
const RETURN = 13;

/**
 * Cuts delimited text into records, piece by piece (RFC 4180, and what systems make of it). A quotation mark means something
 * only at the beginning of a cell: an inch mark (`5" pipe`) is text. Lines may end in LF, CRLF or, in one file, in CR.
 * Nothing is ever lost in silence: a quote that is not closed, or closes in the middle of a word rows later, refuses the file.
 */
export class CsvScanner {
  private readonly delimiter: string;
  private readonly newline: '\n' | '\r';
  private readonly longest: number;
  private rest = '';
  private records = 0;

  /** @param longest characters a record may have; a longer one is no record but a quote gone astray */
  constructor(delimiter: string, newline: '\n' | '\r', longest: number) {
    this.delimiter = delimiter;
    this.newline = newline;
    this.longest = longest;
  }

  /** The records that are complete with this piece. Throws Refusal('file_refused'). */
  push(text: string): string[][] {
    return this.scan(this.rest === '' ? text : this.rest + text, false);
  }

  /** What is left when the text has ended. Throws Refusal('file_refused') when it ends inside of quotes. */
  end(): string[][] {
    return this.rest === '' ? [] : this.scan(this.rest, true);
  }

  private scan(text: string, last: boolean): string[][] {
    const { delimiter, newline } = this;
    const rows: string[][] = [];
    let at = 0;
    let quote = text.indexOf('"');
    while (at < text.length) {
      let end = text.indexOf(newline, at);
      if (end < 0) {
        if (!last) break;
        end = text.length;
      }
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      if (quote < 0 || quote > end) {
        rows.push(text.slice(at, withoutReturn(text, at, end)).split(delimiter));
        at = end + 1;
        continue;
      }
      const record = this.record(text, at, last, this.records + rows.length + 1);
      if (record === null) break;
      rows.push(record.cells);
      at = record.next;
    }
    this.records += rows.length;
    this.rest = text.slice(at);
    if (this.rest.length > this.longest) throw openQuote(this.records + 1);
    return rows;
  }

  /** One record that holds a quotation mark somewhere; null when the text ends before the record does. */
  private record(text: string, start: number, last: boolean, row: number): { cells: string[]; next: number } | null {
    const { delimiter, newline } = this;
    const cells: string[] = [];
    for (let at = start; ;) {
      let value = '';
      if (text.charCodeAt(at) === QUOTE) {
        const quoted = closing(text, at + 1);
        if (quoted === null || (quoted.next === text.length && !last)) {
          if (last) throw openQuote(row);
          return null;
        }
        value = quoted.value;
        at = quoted.next;
      }
      let end = text.indexOf(newline, at);
      if (end < 0) {
        if (!last) return null;
        end = text.length;
      }
      const cut = text.indexOf(delimiter, at);
      const goesOn = cut >= 0 && cut < end;
      const tail = text.slice(at, goesOn ? cut : withoutReturn(text, at, end));
      // Text behind a closing quote: `"5" pipe"` is a slip; rows later it is the opening quote of another cell.
      if (tail !== '' && value.includes(newline)) throw openQuote(row);
      cells.push(value === '' ? tail : value + tail);
      if (!goesOn) return { cells, next: end + 1 };
      at = cut + delimiter.length;
    }
  }
}

/** The text up to the closing quote, doubled quotes made single; null when none closes. */
function closing(text: string, start: number): { value: string; next: number } | null {
  let value = '';
  for (let from = start; ;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return null;
    if (text.charCodeAt(quote + 1) !== QUOTE) return { value: value + text.slice(from, quote), next: quote + 1 };
    value += text.slice(from, quote + 1);
    from = quote + 2;
  }
}

const withoutReturn = (text: string, start: number, end: number) => (end > start && text.charCodeAt(end - 1) === RETURN ? end - 1 : end);

const openQuote = (row: number) => refused('open_quote', `In row ${row} a quotation mark opens a cell and is not closed. The file is cut off there, or the mark is a stray one: mend that row and try again.`, { row });
