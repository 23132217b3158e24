import type { MarkColumn } from '#domain/select/assess/columns.ts';
import type { Say } from '#domain/select/assess/readCell.ts';
import { BOOK_WORDS, filled } from '#domain/select/assess/words.ts';
import { columnName } from '#domain/select/columnName.ts';
import type { BookCell, BookRow, BookSheet } from '../../files/book/book.ts';
import type { BookStyle } from '../../files/book/styles.ts';
import { heightOf } from '../../files/book/heights.ts';
import { sheetNameOf } from '../../files/officeXml.ts';

/** Columns before the levels: lens, factor, indicator. */
const NAMES = 3;

/** The sheet that says what each level and choice means; `lists` names the ranges that the choices of a column stand in. */
export function scalesSheet(columns: readonly MarkColumn[], say: Say): { readonly sheet: BookSheet; readonly lists: ReadonlyMap<string, string> } {
  const name = sheetNameOf(say(BOOK_WORDS.scales));
  const cell = (value: BookCell['value'], style: BookStyle): BookCell => ({ value, style });
  const heads = [BOOK_WORDS.group, BOOK_WORDS.factor, BOOK_WORDS.indicator].map((words) => cell(say(words), 'header'));
  const named = (column: MarkColumn) => [cell(say(column.group), 'text'), cell(column.factor === null ? null : say(column.factor), 'text'), cell(say(column.name), 'name')];
  const of = (kind: MarkColumn['kind']) => columns.filter((column) => column.kind === kind);
  const rows: BookRow[] = [{ cells: [cell(say(BOOK_WORDS.scalesLead), 'note')] }];
  const merges = [`A1:${columnName(NAMES + 4)}1`];
  const lists = new Map<string, string>();

  rows.push({ height: 22, cells: [...heads, ...[1, 2, 3, 4, 5].map((level) => cell(level, 'header'))] });
  for (const column of of('assessed')) rows.push({ cells: [...named(column), ...column.choices.map((choice) => cell(say(choice.words), 'text'))] });
  const categories = of('categorical');
  if (categories.length > 0) rows.push({ cells: [] }, { height: 22, cells: [...heads, cell(say(BOOK_WORDS.choices), 'header')] });
  for (const column of categories) {
    rows.push({ cells: [...named(column), ...column.choices.map((choice) => cell(say(choice.words), 'text'))] });
    lists.set(column.key, `${quotedPlain(name)}!$${columnName(NAMES)}$${rows.length}:$${columnName(NAMES + column.choices.length - 1)}$${rows.length}`);
  }
  const others = [...of('deduction'), ...of('veto')];
  if (others.length > 0) rows.push({ cells: [] });
  for (const column of others) {
    const means = column.kind === 'veto' ? say(BOOK_WORDS.vetoMeans) : filled(say(BOOK_WORDS.deductionMeans), { points: column.points ?? 0 });
    rows.push({ cells: [cell(say(column.group), 'text'), cell(null, 'text'), cell(say(column.name), 'name'), cell(means, 'text')] });
  }
  const most = Math.max(5, ...categories.map((column) => column.choices.length));
  const widths = [12, 20, 24, ...Array.from({ length: most }, () => 34)];
  const tall = rows.map((row, n) => (n === 0 || row.height !== undefined ? row : { ...row, height: heightOf(row.cells.map((one) => one?.value ?? null), widths) }));
  return { sheet: { name, locked: true, rows: tall, merges, frozen: { rows: 2, columns: NAMES }, widths }, lists };
}

/** The name as formulas write it; the XML is the writer's business. */
const quotedPlain = (name: string): string => `'${name.replaceAll("'", "''")}'`;
