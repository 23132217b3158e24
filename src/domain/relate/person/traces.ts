import { normaliseItem } from './itemValue.ts';
import { simplified } from '#domain/simplified.ts';

/** Something that tells who a person is, as it may stand in a text: `near` (any of them) finds texts quickly where small and large letters of a-z count alike, `pattern` decides. */
export interface Trace { readonly near: readonly string[]; readonly pattern: RegExp }

/** Shorter numbers are extensions and room numbers. */
const LEAST_DIGITS = 7;

/**
 * Traces of names and addresses (a name inside of a longer word stays: Ann in Annual; Chinese has no blanks between words), and of telephone numbers, however
 * they are grouped. A single character says nothing and stands in half of all texts.
 */
export function tracesOf(words: readonly string[], phones: readonly string[]): Trace[] {
  const literal = words.concat(phones).map((word) => word.trim()).flatMap((word) => [word, simplified(word), JSON.stringify(word).slice(1, -1)]);
  const numbers = phones.map((phone) => normaliseItem('phone', phone)).filter((digits) => digits.length >= LEAST_DIGITS);
  return [
    ...[...new Set(literal)].filter((word) => [...word].length > 1).toSorted((a, b) => b.length - a.length).map((word) => traceOf(inAnyCase(word), () => wordPattern(word))),
    // The last four digits are never parted.
    ...[...new Set(numbers)].map((digits) => traceOf([digits.slice(-4)], () => new RegExp(`(?<!\\d)(?:(?:\\+|00)?86[\\s-]*)?${[...digits].join('[\\s().-]*')}(?!\\d)`, 'gu'))),
  ];
}

/** Of thousands of patterns few are ever needed, and each takes its time to make. */
function traceOf(near: readonly string[], make: () => RegExp): Trace {
  let made: RegExp | undefined;
  return { near, get pattern() { return made ??= make(); } };
}

/**
 * Finds those traces that are near a text, in their order, in one reading of it however many there are: who must look for thousands of names in every text of a store
 * cannot ask for each (1,200 names in 4,000 rows took 14 s of LIKE and 9 s of patterns).
 */
export function nearFinder(traces: readonly Trace[]): (text: string) => Trace[] {
  const byStart = Map.groupBy(traces.flatMap(({ near }, trace) => near.map((word) => ({ word: small(word), trace }))), ({ word }) => word.slice(0, START));
  const lengths = [...new Set([...byStart.keys()].map((start) => start.length))];
  return (text) => {
    const looked = small(text);
    const found = new Set<number>();
    for (let at = 0; at < looked.length; at++) {
      for (const length of lengths) {
        for (const { word, trace } of byStart.get(looked.slice(at, at + length)) ?? []) if (looked.startsWith(word, at)) found.add(trace);
      }
    }
    return [...found].sort((a, b) => a - b).map((trace) => traces[trace]!);
  };
}

/** Letters by which words are told apart before they are compared. */
const START = 3;
/** As a database compares: only a-z count alike small and large. */
const small = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** The text with all traces black, signs kept in number so that places in it still fit. */
export function blackened(text: string, traces: readonly Trace[]): string {
  return traces.reduce((now, { pattern }) => now.replace(pattern, (found) => '█'.repeat(found.length)), text);
}

/** Databases know small and large of a-z only: MÜLLER and ИВАНОВ are looked for as such. */
function inAnyCase(word: string): string[] {
  const small = word.toLowerCase();
  const forms = [word, small, word.toUpperCase(), small.replace(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase())];
  const folded = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return forms.filter((form, n) => forms.findIndex((other) => folded(other) === folded(form)) === n);
}

function wordPattern(word: string): RegExp {
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /\p{Script=Han}/u.test(word) ? new RegExp(literal, 'gu') : new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu');
}
