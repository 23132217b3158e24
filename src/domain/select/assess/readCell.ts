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
  // Most cells hold a digit or a word of plain letters.
  if (/^[\w]+(?: [\w]+)*$/.test(text)) return text.toLowerCase();
  return text.normalize('NFKC').trim().replace(/^'/, '').toLowerCase().replace(/\s+/g, ' ');
}

/**
 * Reader of one column: the mark that a person wrote into a cell; null when it is empty. Levels may be numbers or digits (also full
 * width), or the level's own sentence; choices are known by their words in every language given, or their key. 3.5 and "3,5" are no levels.
 */
export function markReader(column: MarkColumn, says: readonly Say[]): (cell: Cell | undefined) => ReadMark {
  const texts = new Map<string, ReadMark>();
  const known = (text: string, read: ReadMark): void => void (texts.has(plain(text)) || texts.set(plain(text), read));
  const applies = column.kind === 'deduction' || column.kind === 'veto';
  if (applies) {
    for (const text of YES) known(text, { value: true });
    for (const text of NO) known(text, NOTHING);
  } else {
    for (const { value, words } of column.choices) {
      for (const text of says.map((say) => say(words))) {
        known(text, { value });
        if (typeof value === 'number') known(`${value} ${text}`, { value });
      }
      if (typeof value === 'string') known(value, { value });
    }
  }
  const fault: ReadMark = { fault: applies ? 'not_yes' : column.kind === 'assessed' ? 'not_a_level' : 'not_a_choice' };
  return (cell) => {
    if (isBlank(cell)) return NOTHING;
    if (typeof cell === 'object' && cell !== null && 'error' in cell) return { fault: 'cell_error' };
    const text = plain(cellText(cell));
    if (column.kind === 'assessed' && /^[1-5](?:\.0+)?$/.test(text)) return { value: Number(text) };
    return texts.get(text) ?? fault;
  };
}
