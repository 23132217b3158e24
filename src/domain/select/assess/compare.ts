import { cellText, isBlank, type Cell } from '../cell.ts';
import { columnName } from '../columnName.ts';
import type { Mark } from '../model.ts';
import type { Baseline, WrittenMark } from './baseline.ts';
import { citationOf, readHow, type Citation } from './cite.ts';
import { isChoice, type MarkColumn } from './columns.ts';
import type { AssessFault } from './faultWords.ts';
import type { FoundColumn, FoundColumns, NumberedRow } from './matchColumns.ts';
import { markReader, plain, type Say } from './readCell.ts';

type Value = Mark['value'] | null;

/** The mark that counts today; id null: none any more, withdrawn by whom and when. */
export interface MarkNow { readonly id: number | null; readonly value: Value; readonly by: { readonly id: string; readonly name: string } | null; readonly at: string }

/** What the store knows, as far as the viewer may see it. */
export interface Known {
  readonly accounts: ReadonlyMap<number, { readonly key: string; readonly name: string }>;
  readonly marks: ReadonlyMap<number, ReadonlyMap<string, MarkNow>>;
}

/** A cell that says something else than when the workbook was written. */
export interface MarkDifference {
  readonly accountId: number;
  readonly indicator: string;
  readonly row: number;
  /** Address of the cell, e.g. H12. */
  readonly cell: string;
  readonly from: WrittenMark | null;
  /** null: emptied, which withdraws the mark. */
  readonly to: Value;
  readonly now: MarkNow | null;
  /** Somebody has marked it since the workbook was written, and not as this cell says. */
  readonly conflict: boolean;
}

/** What a row says about all of its changed marks. */
export interface RowGrounds { readonly accountId: number; readonly key: string; readonly name: string; readonly row: number; readonly note: string; readonly citation: Citation | null }
export interface CellFault { readonly row: number | null; readonly column: string; readonly cell: string | null; readonly value: string; readonly code: AssessFault; readonly params: Readonly<Record<string, string | number>> }

export interface Compared {
  readonly changes: readonly MarkDifference[];
  readonly rows: readonly RowGrounds[];
  readonly faults: readonly CellFault[];
  /** Cells as they were written; and cells whose value the store has by now. */
  readonly unchanged: number;
  readonly already: number;
  /** Rows whose source nothing cites. */
  readonly unused: readonly number[];
}

export interface Returned {
  readonly rows: readonly NumberedRow[];
  readonly found: FoundColumns;
  /** Columns of the version the workbook was written for, and those of the active one by key. */
  readonly columns: readonly MarkColumn[];
  readonly active: ReadonlyMap<string, MarkColumn>;
  readonly baseline: Baseline;
  readonly known: Known;
  /** The languages a workbook may be written in; the first is the reader's. */
  readonly says: readonly Say[];
}

const SOURCE_LENGTH = 500;
const REASON_LENGTH = 2000;

/** Compares a returned workbook with what was written into it and with the store. A cell equal to the baseline is never a change. */
export function compareReturned(returned: Returned): Compared {
  const { rows, found, baseline, says } = returned;
  const faults: CellFault[] = [];
  const changes: MarkDifference[] = [];
  const grounds: RowGrounds[] = [];
  const unused: number[] = [];
  const gone = new Map<MarkColumn, number>();
  let [unchanged, already] = [0, 0];
  const readers = returned.columns.flatMap((column) => {
    const place = found.marks.get(column.key);
    return place ? [{ column, place, read: markReader(column, says) }] : [];
  });
  const rowsOf = rowsByAccount(rows, found);
  for (const column of found.twice) faults.push({ row: null, column: column.header, cell: null, value: '', code: 'column_twice', params: {} });

  for (const { row, cells } of rows) {
    if (row <= found.headerRow || isEmptyRow(cells, found)) continue;
    const at = (name: Parameters<typeof found.fixed.get>[0]) => cells[found.fixed.get(name)?.at ?? -1];
    const fault = (code: AssessFault, column: FoundColumn, params: CellFault['params'] = {}): void => void faults.push({
      row, column: column.header, cell: `${columnName(column.at)}${row}`, value: cellText(cells[column.at]).slice(0, 200), code, params,
    });
    const idColumn = found.fixed.get('id')!;
    const accountId = idOf(at('id'));
    const whole = accountId === null ? 'no_account' : rowFault(accountId, cells);
    if (accountId === null || whole !== null) {
      fault(whole!, idColumn, whole === 'account_twice' ? { row: rowsOf.get(accountId!)!.find((other) => other !== row)! } : {});
      continue;
    }

    const text = (name: 'source' | 'reason', longest: number): string => {
      const value = cellText(at(name)).replaceAll('\0', '').toWellFormed().trim();
      if (value.length > longest) fault('too_long', found.fixed.get(name)!, { longest });
      return value.slice(0, longest);
    };
    const [source, reason] = [text('source', SOURCE_LENGTH), text('reason', REASON_LENGTH)];
    const howText = cellText(at('how')).trim();
    const how = howText === '' ? null : readHow(howText, says);
    if (howText !== '' && how === null) fault('unknown_how', found.fixed.get('how')!);

    const before = changes.length;
    for (const { column, place, read: readCell } of readers) {
      const read = readCell(cells[place.at]);
      if ('fault' in read) {
        fault(read.fault, place);
        continue;
      }
      const from = baseline.accounts.get(accountId)!.marks.get(column.key) ?? null;
      const now = returned.known.marks.get(accountId)?.get(column.key) ?? null;
      if (read.value === (from?.value ?? null)) unchanged++;
      else if (read.value === (now?.value ?? null)) already++;
      else if (!sameKind(returned.active.get(column.key), column)) gone.set(column, (gone.get(column) ?? 0) + 1);
      else if (read.value !== null && !isChoice(returned.active.get(column.key)!, read.value)) fault('choice_gone', place);
      else if (column.kind === 'veto' && read.value === true && reason === '') fault('reason_required', place);
      else changes.push({ accountId, indicator: column.key, row, cell: `${columnName(place.at)}${row}`, from, to: read.value, now, conflict: (now?.id ?? null) !== (from?.id ?? null) });
    }
    if (changes.length > before) {
      const { key, name } = returned.known.accounts.get(accountId)!;
      grounds.push({ accountId, key, name, row, note: reason, citation: source === '' ? null : citationOf(source, how) });
    } else if (source !== '') unused.push(row);
  }
  for (const [column, count] of gone) faults.push({ row: null, column: found.marks.get(column.key)!.header, cell: null, value: '', code: 'column_gone', params: { count } });
  return { changes, rows: grounds, faults, unchanged, already, unused };

  function rowFault(accountId: number, cells: readonly Cell[]): AssessFault | null {
    const written = baseline.accounts.get(accountId);
    if (!written) return 'not_in_file';
    if (rowsOf.get(accountId)!.length > 1) return 'account_twice';
    const code = found.fixed.get('code');
    if (code !== undefined && plain(cellText(cells[code.at])) !== plain(written.code)) return 'row_mixed';
    return returned.known.accounts.has(accountId) ? null : 'unknown_account';
  }
}

/** Rows in which each customer stands. */
function rowsByAccount(rows: readonly NumberedRow[], found: FoundColumns): Map<number, number[]> {
  const at = found.fixed.get('id')!.at;
  const byId = new Map<number, number[]>();
  for (const { row, cells } of rows) {
    const id = row > found.headerRow ? idOf(cells[at]) : null;
    if (id !== null) byId.set(id, [...(byId.get(id) ?? []), row]);
  }
  return byId;
}

function idOf(cell: Cell | undefined): number | null {
  const text = plain(cellText(cell));
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** Nothing but what people may have written beside the table. */
function isEmptyRow(cells: readonly Cell[], found: FoundColumns): boolean {
  return [...found.fixed.values(), ...found.marks.values()].every(({ at }) => isBlank(cells[at]));
}

function sameKind(active: MarkColumn | undefined, column: MarkColumn): boolean {
  return active?.kind === column.kind;
}
