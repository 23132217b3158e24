/** What stands where a name stood. */
export const ERASED = '[…]';

/**
 * A text without a person's names. Chinese names are taken out wherever they stand, Latin ones as whole words, whatever their
 * case. A single character is too little to look for: it stands in half of all words.
 */
export function withoutNames(text: string, names: readonly string[]): string {
  let left = text;
  for (const name of names.filter((one) => [...one].length > 1).toSorted((a, b) => b.length - a.length)) {
    const literal = name.trim().split(/\s+/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('\\s+');
    const whole = /\p{Script=Han}/u.test(name) ? literal : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`;
    left = left.replace(new RegExp(whole, 'giu'), ERASED);
  }
  return left;
}

/** The same for every text inside a value as JSON has it; gives the value itself where nothing changed. */
export function withoutNamesIn<T>(value: T, names: readonly string[]): T {
  if (typeof value === 'string') return nested(value, names) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => withoutNamesIn(one, names)) as T;
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutNamesIn(one as unknown, names)])) as T;
  return value;
}

/** Some texts are JSON themselves (the content of a brief, kept in the event of its change): a name may be written there with escapes. */
function nested(text: string, names: readonly string[]): string {
  if (/^[[{]/.test(text)) {
    try {
      return JSON.stringify(withoutNamesIn(JSON.parse(text) as unknown, names));
    } catch {
      // No JSON after all: a text that begins with a bracket.
    }
  }
  return withoutNames(text, names);
}
