import { cellText, isBlank, type Cell } from '../cell.ts';
import type { Words } from '../model.ts';
import type { MarkColumn } from './columns.ts';

/** Words in one language of the workbook. */
export type Say = (words: Words) => string;

export type MarkFault = 'cell_error' | 'not_a_level' | 'not_a_choice' | 'not_yes';
export type ReadMark = { readonly value: number | string | true | null } | { readonly fault: MarkFault };

const YES = new Set(['yes', 'y', 'true', '1', 'x', '✓', '✔', '√', '是', '有', '对']);
const NO = new Set(['no', 'n', 'false', '0', '-', '–', '—', '否', '无', '無', '没有', '沒有']);
const NOTHING: ReadMark = { value: null };

/** How texts are compared: full width as half, any case, blanks as one, without the apostrophe that keeps a text from being a formula. */
export function plain(text: string): string {
  return text.normalize('NFKC').trim().replace(/^'/, '').toLowerCase().replace(/\s+/g, ' ');
}

/**
 * The mark that a person wrote into a cell; null when it is empty. Levels may be numbers or digits (also full width), or the level's own
 * sentence; choices are known by their words in every language given, or their key. 3.5 and "3,5" are no levels.
 */
export function readMark(column: MarkColumn, cell: Cell | undefined, says: readonly Say[]): ReadMark {
  if (isBlank(cell)) return NOTHING;
  if (typeof cell === 'object' && cell !== null && 'error' in cell) return { fault: 'cell_error' };
  const text = plain(cellText(cell));
  if (column.kind === 'deduction' || column.kind === 'veto') return YES.has(text) ? { value: true } : NO.has(text) ? NOTHING : { fault: 'not_yes' };
  if (column.kind === 'assessed' && /^[1-5](?:\.0+)?$/.test(text)) return { value: Number(text) };
  const found = column.choices.find((choice) => says.some((say) => plain(say(choice.words)) === text || (typeof choice.value === 'number' && plain(`${choice.value} ${say(choice.words)}`) === text)) || (typeof choice.value === 'string' && plain(choice.value) === text));
  if (found) return { value: found.value };
  return { fault: column.kind === 'assessed' ? 'not_a_level' : 'not_a_choice' };
}
