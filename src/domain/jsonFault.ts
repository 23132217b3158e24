/** Where a text stops being JSON; lines and columns count from 1. `found` is the character there, empty at the end of the text. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly found: string;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// oxlint-disable-next-line no-control-regex -- JSON allows none of these in a string
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const WORD = /true|false|null/y;
/** Deeper than any file of ours; a text of a million brackets must not exhaust the stack. */
const DEEPEST = 200;

/**
 * The first place at which a text is not JSON (RFC 8259), so that who edited it by hand finds the comma too many or the Chinese
 * quotation mark; null where all of it is. The engine's own message names the place only sometimes.
 */
export function jsonFault(text: string): JsonFault | null {
  let at = 0;
  const blanks = (): void => { while (/[ \t\r\n]/.test(text[at] ?? '')) at += 1; };
  const taken = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found !== null;
  };
  const sign = (mark: string): boolean => {
    blanks();
    if (text[at] !== mark) return false;
    at += 1;
    return true;
  };
  /** The members between the brackets, the opening one taken already. */
  const members = (closing: string, member: () => boolean): boolean => {
    if (sign(closing)) return true;
    for (;;) {
      if (!member()) return false;
      if (sign(closing)) return true;
      if (!sign(',')) return false;
    }
  };
  const value = (depth: number): boolean => {
    blanks();
    if (depth > DEEPEST) return false;
    if (sign('{')) return members('}', () => (blanks(), taken(STRING)) && sign(':') && value(depth + 1));
    if (sign('[')) return members(']', () => value(depth + 1));
    return taken(STRING) || taken(NUMBER) || taken(WORD);
  };
  if (value(0) && (blanks(), at === text.length)) return null;
  const lines = text.slice(0, at).split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1, found: String.fromCodePoint(...(at < text.length ? [text.codePointAt(at)!] : [])) };
}
