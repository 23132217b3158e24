import { padded, width } from './textWidth.ts';

/** A table for the terminal: columns as wide as they need to be, numbers to the right, the columns named in `left` to the left. */
export function textTable(heads: readonly string[], rows: readonly (readonly string[])[], left: readonly number[]): string {
  const widths = heads.map((head, n) => Math.max(width(head), ...rows.map((row) => width(row[n]!))));
  const line = (row: readonly string[]) => row.map((text, n) => padded(text, widths[n]!, !left.includes(n))).join('  ').trimEnd();
  return `${line(heads)}\n${rows.map(line).join('\n')}\n`;
}

export const percent = (share: number | null) => (share === null ? '–' : `${(share * 100).toFixed(1)} %`);
