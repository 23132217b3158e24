/** What a spreadsheet takes for the beginning of a formula, also in full width and behind blanks or control characters. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/u;

/**
 * A text that no spreadsheet runs as a formula: an apostrophe goes before one that could be (=HYPERLINK(…), +49 …, @SUM).
 * Numbers are never texts here, so a negative amount stays a number.
 */
export function neutralised(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
