import { expect, test } from 'vitest';
import { CsvScanner } from '#actions/files/csvScanner.ts';
import { Refusal } from '#domain/refusal.ts';
import { mulberry32 } from '#domain/demo/random.ts';

const LONGEST = 1 << 20;

/** Records of a text that arrives in pieces of the given length. */
function scan(text: string, piece = text.length || 1, { delimiter = ',', newline = '\n' as '\n' | '\r', longest = LONGEST } = {}): string[][] {
  const scanner = new CsvScanner(delimiter, newline, longest);
  const rows: string[][] = [];
  for (let at = 0; at < text.length; at += piece) rows.push(...scanner.push(text.slice(at, at + piece)));
  return [...rows, ...scanner.end()];
}

function refusalOf(text: string, piece?: number): Refusal {
  try {
    scan(text, piece);
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error('was not refused');
}

test.each<[string, string, string[][]]>([
  ['plain', 'a,b\n1,2\n', [['a', 'b'], ['1', '2']]],
  ['no line end at the end', 'a,b\n1,2', [['a', 'b'], ['1', '2']]],
  ['blank lines are rows too', 'a\n\n\nb\n', [['a'], [''], [''], ['b']]],
  ['quoted delimiter, quote and line break', '"a,1","b ""q""","c\nd"\r\nx,y,z\r\n', [['a,1', 'b "q"', 'c\nd'], ['x', 'y', 'z']]],
  ['line ends mixed', '"a",1\r\nb,2\n"c",3\r\n', [['a', '1'], ['b', '2'], ['c', '3']]],
  ['inch marks are text', '5" pipe,1,Acme\n"6"" pipe",2,"Acme, Inc"\n', [['5" pipe', '1', 'Acme'], ['6" pipe', '2', 'Acme, Inc']]],
  ['a slip behind the closing quote stays in its cell', '"5" pipe",1\nb,2\n', [['5 pipe"', '1'], ['b', '2']]],
  ['empty quoted cells', '"",""\n,""\n', [['', ''], ['', '']]],
  ['ragged rows', 'a,b,c\n1\n"2",3,4,5\n', [['a', 'b', 'c'], ['1'], ['2', '3', '4', '5']]],
])('%s, whole and in pieces of any length', (_, text, rows) => {
  for (let piece = 1; piece <= text.length; piece++) expect(scan(text, piece), `pieces of ${piece}`).toEqual(rows);
});

test('carriage returns alone, and other delimiters', () => {
  expect(scan('a,b\r1,"x\ry"\r', 3, { newline: '\r' })).toEqual([['a', 'b'], ['1', 'x\ry']]);
  expect(scan('a||b||"c||d"\n', 2, { delimiter: '||' })).toEqual([['a', 'b', 'c||d']]);
});

test('one stray inch mark costs no row, however far the next quote is', () => {
  const text = Array.from({ length: 20_000 }, (_, n) => (n === 100 ? '5" pipe,1,Acme' : n > 10_000 ? `"pipe, ${n}",${n},"Acme, Inc"` : `pipe,${n},Acme`)).join('\n');
  const rows = scan(text, 4096);
  expect(rows).toHaveLength(20_000);
  expect(rows.every((cells) => cells.length === 3)).toBe(true);
});

test('a quote that never closes refuses the file and names the row', () => {
  expect(refusalOf('a,b\n1,2\n"3,4\n5,6\n')).toMatchObject({ code: 'file_refused', reason: 'open_quote', params: { row: 3 } });
  expect(refusalOf(`a,b\n"1,2\n${'x,y\n'.repeat(400_000)}`, 65_536)).toMatchObject({ reason: 'open_quote', params: { row: 2 } });
});

test('two stray quotes rows apart refuse the file instead of swallowing what is between', () => {
  expect(refusalOf('a,b\n"5 pipes,1\nlost,2\n"6 pipes,3\n')).toMatchObject({ reason: 'open_quote', params: { row: 2 } });
});

test('whatever was written comes back, cut anywhere', () => {
  const random = mulberry32(11);
  const parts = ['a', '"', ',', '\n', '\r\n', ' ', '客户', '""', ';', 'x y'];
  const rows = Array.from({ length: 400 }, () => Array.from({ length: 4 }, () => Array.from({ length: Math.floor(random() * 5) }, () => parts[Math.floor(random() * parts.length)]).join('')));
  const text = rows.map((row) => row.map((cell) => (/[",\r\n]/.test(cell) || random() < 0.3 ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\r\n');
  for (const piece of [1, 2, 3, 7, 64, 1000]) expect(scan(text, piece)).toEqual(rows);
});
