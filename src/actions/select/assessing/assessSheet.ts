import { baselineHead, baselineNames, baselineRow, BASELINE_SHEET, type Baseline } from '#domain/select/assess/baseline.ts';
import { shownMark, YES, type MarkColumn } from '#domain/select/assess/columns.ts';
import { fixedKey, markKey } from '#domain/select/assess/matchColumns.ts';
import type { Say } from '#domain/select/assess/readCell.ts';
import { BOOK_WORDS, filled, FIXED_WORDS, HOW_KNOWN, HOW_WORDS, levelPrompt, WHO, WHY } from '#domain/select/assess/words.ts';
import { columnName } from '#domain/select/columnName.ts';
import type { BookCell, BookRow, BookSheet, CellRule } from '../../files/book/book.ts';
import type { BookStyle } from '../../files/book/styles.ts';

/** A customer as the workbook shows it. */
export interface AssessedAccount { readonly id: number; readonly code: string; readonly name: string; readonly grade: string | null; readonly class: string | null; readonly owner: string | null }

export interface AssessSheetParts {
  readonly columns: readonly MarkColumn[];
  readonly accounts: readonly AssessedAccount[];
  readonly baseline: Baseline;
  /** Where each choice list stands, in formula notation, by the column's key. */
  readonly lists: ReadonlyMap<string, string>;
  /** One line on what the file is; and the warning that it does not hold everybody. */
  readonly about: string;
  readonly cut: string | null;
  readonly say: Say;
}

/** Rows over the customers: keys (hidden), lens, factor, name. */
const HEAD_ROWS = 4;
const WHO_WIDTHS = [8, 13, 28, 7, 11, 12] as const;
const WHY_WIDTHS = [36, 17, 36] as const;
const MARK_WIDTHS: Record<MarkColumn['kind'], number> = { assessed: 12, categorical: 22, deduction: 14, veto: 14 };

/** The sheet people fill in: one row a customer, one open cell a mark. */
export function assessSheet({ columns, accounts, baseline, lists, about, cut, say }: AssessSheetParts): BookSheet {
  const first = WHO.length;
  const last = first + columns.length;
  const spans = [...spansOf(columns, (column) => say(column.group), first, 2), ...spansOf(columns, (column) => (column.factor === null ? null : say(column.factor)), first, 3)];
  const cell = (value: BookCell['value'], style: BookStyle): BookCell => ({ value, style });
  const rows: BookRow[] = [
    { hidden: true, cells: [...WHO.map(fixedKey), ...columns.map(({ key }) => markKey(key)), ...WHY.map(fixedKey)].map((key) => cell(key, 'plain')) },
    { height: 22, cells: [cell(say(BOOK_WORDS.howTo), 'note'), null, null, cell(cut === null ? about : `${cut}\n${about}`, cut === null ? 'note' : 'alert'), null, null, ...columns.map((column) => cell(say(column.group), 'group')), ...WHY.map(() => cell(say(BOOK_WORDS.grounds), 'group'))] },
    { height: 58, cells: [...WHO.map(() => null), ...columns.map((column) => (column.factor === null ? cell(null, 'group') : cell(say(column.factor), 'factor'))), ...WHY.map(() => cell(null, 'group'))] },
    { height: 66, cells: [...WHO.map((name) => cell(say(FIXED_WORDS[name]), 'header')), ...columns.map((column) => cell(say(column.name), 'header')), ...WHY.map((name) => cell(say(FIXED_WORDS[name]), 'header'))] },
    ...accounts.map(({ id, code, name, grade, class: kind, owner }): BookRow => {
      const marks = baseline.accounts.get(id)?.marks;
      return { cells: [
        cell(id, 'lockedNumber'), cell(code, 'locked'), cell(name, 'locked'), cell(grade, 'lockedMiddle'), cell(kind, 'locked'), cell(owner, 'locked'),
        ...columns.map((column) => cell(shownMark(column, marks?.get(column.key)?.value ?? null, say), column.kind === 'categorical' ? 'choice' : 'mark')),
        ...WHY.map((): BookCell => cell(null, 'words')),
      ] };
    }),
  ];
  return {
    name: say(BOOK_WORDS.assess), locked: true, rows, frozen: { rows: HEAD_ROWS, columns: 3 }, filterRow: HEAD_ROWS, pagesWide: 2,
    widths: [...WHO_WIDTHS, ...columns.map(({ kind }) => MARK_WIDTHS[kind]), ...WHY_WIDTHS],
    merges: ['A2:C3', 'D2:F3', ...spans, `${columnName(last)}2:${columnName(last + WHY.length - 1)}3`],
    rules: accounts.length === 0 ? [] : [...columns.map((column, n) => markRule(column, rangeOf(first + n), lists, say)), ...groundRules(say, rangeOf, last)],
  };

  function rangeOf(at: number): string {
    return `${columnName(at)}${HEAD_ROWS + 1}:${columnName(at)}${HEAD_ROWS + accounts.length}`;
  }
}

/** The hidden sheet: what stood in each cell, and which mark that was. */
export function baselineSheet(columns: readonly MarkColumn[], baseline: Baseline): BookSheet {
  const keys = columns.map(({ key }) => key);
  const plain = (values: readonly (string | number | null)[]): BookRow => ({ cells: values.map((value) => (value === null ? null : { value, style: 'plain' })) });
  return {
    name: BASELINE_SHEET, hidden: true, widths: [10, 14],
    rows: [plain(baselineHead(baseline)), plain(baselineNames(keys)), ...[...baseline.accounts].map(([id, { code, marks }]) => plain(baselineRow(id, code, keys, marks)))],
  };
}

/** Ranges of neighbours that share a header; one that has none of its own (null) belongs to the one above it. */
function spansOf(columns: readonly MarkColumn[], header: (column: MarkColumn) => string | null, first: number, row: number): string[] {
  const spans: string[] = [];
  for (let start = 0; start < columns.length;) {
    const here = columns[start]!;
    let end = start;
    while (end + 1 < columns.length && header(columns[end + 1]!) === header(here) && columns[end + 1]!.group === here.group) end++;
    // Deductions and red lines have no factors: their group reaches down to their names.
    const down = row === 2 && here.factor === null ? 3 : row;
    if (header(here) !== null && (end > start || down > row)) spans.push(`${columnName(first + start)}${row}:${columnName(first + end)}${down}`);
    start = end + 1;
  }
  return spans;
}

function markRule(column: MarkColumn, range: string, lists: AssessSheetParts['lists'], say: Say): CellRule {
  const title = say(column.name);
  if (column.kind === 'assessed') return { range, title, allows: { choices: column.choices.map(({ value }) => String(value)) }, prompt: levelPrompt(column.choices.map((choice) => say(choice.words))), error: say(BOOK_WORDS.levelError) };
  if (column.kind === 'categorical') return { range, title, allows: { choicesIn: lists.get(column.key)! }, prompt: say(column.name), error: say(BOOK_WORDS.choiceError) };
  const means = column.kind === 'veto' ? say(BOOK_WORDS.vetoMeans) : filled(say(BOOK_WORDS.deductionMeans), { points: column.points ?? 0 });
  return { range, title, allows: { choices: [say(YES)] }, prompt: `${say(column.name)}: ${means}`, error: say(BOOK_WORDS.yesError) };
}

function groundRules(say: Say, rangeOf: (at: number) => string, at: number): CellRule[] {
  const title = (name: (typeof WHY)[number]) => say(FIXED_WORDS[name]);
  return [
    { range: rangeOf(at), allows: { length: 500 }, title: title('source'), prompt: say(BOOK_WORDS.sourcePrompt), error: say(BOOK_WORDS.sourcePrompt) },
    { range: rangeOf(at + 1), allows: { choices: HOW_KNOWN.map((how) => say(HOW_WORDS[how])) }, title: title('how'), prompt: say(BOOK_WORDS.howPrompt), error: say(BOOK_WORDS.choiceError) },
    { range: rangeOf(at + 2), allows: { length: 2000 }, title: title('reason'), prompt: say(BOOK_WORDS.reasonPrompt), error: say(BOOK_WORDS.reasonPrompt) },
  ];
}
