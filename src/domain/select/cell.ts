/** A cell as a file gives it. CSV has only text; XLSX also numbers, booleans, dates (ISO day, or ISO day and time) and errors. */
export type Cell = string | number | boolean | null | { readonly date: string } | { readonly error: string };

/** The text a person would see in the cell; '' when empty. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'object') return 'date' in cell ? cell.date : cell.error;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  // Fifteen digits are what Excel itself keeps: 0.1 + 0.2 was typed as 0.3.
  return Number.isInteger(cell) ? String(cell) : String(Number(cell.toPrecision(15)));
}

/** Whether nothing stands in the cell but blanks. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/**
 * The same text in memory of its own. A cell cut out of a large piece of a file keeps that whole piece alive; texts that
 * are kept (customer names, seen dates) must not.
 */
export function ownText(text: string): string {
  return text.length < 13 ? text : `\0${text}`.slice(1);
}
