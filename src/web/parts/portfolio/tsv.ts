/**
 * Rows as tab-separated text, which spreadsheets take from the clipboard into cells.
 * Tabs and line breaks inside a cell become spaces; a text that a spreadsheet would run as a formula gets an apostrophe.
 */
export function tsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => row.map(cell).join('\t')).join('\n');
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = value.replace(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(text) ? `'${text}` : text;
}
