import { lineKey, type EnteredLine } from '#domain/insight/sand/check.ts';
import { supplierKey, type Share } from '#domain/insight/sand/wallet.ts';
import { readPercent, readSize, type Column } from '#domain/insight/sand/walletBlock.ts';
import { toMajor } from '#domain/money.ts';

/** A row of the wallet grid: a line as it is being edited; `key` names it before it has an id. */
export interface GridRow extends EnteredLine { readonly key: string }

export const BLANK: Omit<GridRow, 'key'> = { category: '', unit: '', size: null, note: '', shares: [] };

/** Columns that are written in, left to right. */
export const columnsFor = (suppliers: readonly string[]): Column[] => ['category', 'unit', 'size', 'ours', ...suppliers.map((rival) => ({ rival })), 'open', 'note'];

const shareAt = (row: Pick<GridRow, 'shares'>, column: Column): Share | undefined =>
  row.shares.find(({ holder, supplier }) => (typeof column === 'object' ? holder === 'rival' && supplierKey(supplier ?? '') === supplierKey(column.rival) : holder === column));

/** What stands in a cell while it is edited or copied: plain figures, "?" for a supplier without one, nothing for unknown. */
export function cellOf(row: GridRow, column: Column, currency: string): string {
  if (column === 'category' || column === 'unit' || column === 'note') return row[column];
  if (column === 'size') return row.size === null ? '' : String(toMajor(row.size, currency));
  const share = shareAt(row, column);
  return share === undefined ? '' : share.percent === null ? (share.holder === 'rival' ? '?' : '') : String(share.percent);
}

/** The row with a cell as it was typed; null when that is no figure. */
export function withCell(row: GridRow, column: Column, text: string, currency: string): GridRow | null {
  if (column === 'category' || column === 'unit' || column === 'note') return { ...row, [column]: text.trim().slice(0, column === 'note' ? 1000 : 200) };
  if (column === 'size') {
    const size = readSize(text, currency);
    return size === undefined ? null : { ...row, size };
  }
  const percent = readPercent(text);
  if (percent === undefined) return null;
  const old = shareAt(row, column);
  const others = row.shares.filter((share) => share !== old);
  // A cleared cell says nothing; a "?" says that the rival has something.
  const said = percent !== null || (typeof column === 'object' && text.trim() !== '');
  const share: Share = typeof column === 'object' ? { holder: 'rival', supplier: old?.supplier ?? column.rival, percent } : { holder: column as 'ours' | 'open', supplier: null, percent };
  const at = old ? row.shares.indexOf(old) : others.length;
  return { ...row, shares: said ? [...others.slice(0, at), share, ...others.slice(at)] : others };
}

/** Whether two states of a row say the same. */
export const sameRow = (a: EnteredLine, b: EnteredLine): boolean => JSON.stringify([a.category, a.unit, a.size, a.note, a.shares]) === JSON.stringify([b.category, b.unit, b.size, b.note, b.shares]);

/**
 * Lays a block without a header over the rows from a cell on; rows beyond the last become new ones. Gives the changed rows, or the
 * cells (counted in the block from 1) that are no figures.
 */
export function layBlock(rows: readonly GridRow[], columns: readonly Column[], at: { row: number; column: number }, cells: readonly (readonly string[])[], currency: string, newKey: (n: number) => string): { rows: GridRow[]; faults: { row: number; column: number; cell: string }[] } {
  const faults: { row: number; column: number; cell: string }[] = [];
  const changed = cells.map((line, r) => line.reduce((row, cell, c) => {
    const column = columns[at.column + c];
    if (column === undefined) return row;
    const next = withCell(row, column, cell, currency);
    if (next === null) faults.push({ row: r + 1, column: c + 1, cell });
    return next ?? row;
  }, rows[at.row + r] ?? { ...BLANK, key: newKey(r) }));
  return { rows: changed, faults };
}

/** Lines of a block with a header, each as the row it means. */
export const meantRows = (rows: readonly GridRow[], lines: readonly EnteredLine[]): EnteredLine[] => lines.map((line) => {
  const kept = rows.find((row) => row.id !== undefined && lineKey(row) === lineKey(line));
  return kept ? { ...line, id: kept.id, note: line.note || kept.note } : line;
});
