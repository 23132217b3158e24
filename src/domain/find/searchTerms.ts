import { readings } from './pinyinReadings.ts';
import { HAN, runs, typings } from './writing.ts';

/** Longest term kept; longer typing still matches because a query is cut to the same length. */
export const LONGEST = 20;
/** Syllables of a key that are kept beside its initials: who types more mixes no further. */
export const KEYED = 6;
/** Begins the terms that say how a name begins: one letter finds nothing else. */
export const START = '^';
/** Words of other letters that are also typed in one: Li Wei as liwei. */
const JOINED = 4;

/** Legal forms at the end of a Chinese name: every company has one, so nobody is found by it. */
const LEGAL_FORM = /(?:股份|责任|集团|总|分)*(?:有限|集团|总|分)*公司$/u;

/** Adds what begins at each of the first `starts` parts and goes on to the end. */
function addSuffixes(parts: readonly string[], starts: number, shortest: number, terms: Set<string>): void {
  for (let start = 0; start < starts; start++) {
    const term = parts.slice(start, start + LONGEST).join('').slice(0, LONGEST);
    // The last letters of a word find nearly everybody and tell nothing apart.
    if (start === 0 || term.length >= shortest) terms.add(term);
  }
}

/**
 * Initials with the syllables behind them, each under its number (qjg 1qin2jian3guo): one term is found by initials alone, and by
 * initials and syllables mixed (qinjg, qjianguo), which are looked up by the initials and compared by the rest.
 */
function addKeys(syllables: readonly string[], starts: number, terms: Set<string>): void {
  for (let start = 0; start < starts; start++) {
    const from = syllables.slice(start, start + LONGEST);
    if (start === 0 || from.length >= 2) terms.add(`${from.map((syllable) => syllable.charAt(0)).join('')} ${from.slice(0, KEYED).map((syllable, n) => `${n + 1}${syllable}`).join('')}`);
  }
}

function addHan(run: string, what: Text, terms: Set<string>): void {
  const parts = [...run];
  const starts = Math.max(1, [...run.replace(LEGAL_FORM, '')].length);
  addSuffixes(parts, starts, 1, terms);
  if (what === 'person') terms.add(`${START}${run}`.slice(0, LONGEST));
  for (const syllables of readings(run, what === 'person')) {
    addSuffixes(syllables, starts, 3, terms);
    addKeys(syllables, starts, terms);
    if (what !== 'other') terms.add(`${START}${syllables[0]!.charAt(0)}`);
  }
}

function addWords(words: readonly string[], what: Text, terms: Set<string>): void {
  for (const word of words) {
    for (const typed of typings(word)) {
      addSuffixes([...typed], [...typed].length, 3, terms);
      if (what !== 'other') terms.add(`${START}${typed.charAt(0)}`);
    }
  }
  if (what === 'other' || words.length < 2 || words.length > JOINED) return;
  const plain = words.map((word) => typings(word)[0]!);
  terms.add(plain.join('').slice(0, LONGEST));
  if (what === 'person') terms.add([plain.at(-1)!, ...plain.slice(0, -1)].join('').slice(0, LONGEST));
}

/** What a text is: the name of a person, of a thing, or what else is known. */
type Text = 'person' | 'thing' | 'other';

function addText(text: string, what: Text, terms: Set<string>): void {
  const found = runs(text);
  for (const run of found) if (HAN.test(run)) addHan(run, what, terms);
  addWords(found.filter((run) => !HAN.test(run)), what, terms);
}

/**
 * Every suffix of every word of the names, of each reading of each Chinese run (by syllable) and of its initials (首字母) as keys:
 * 华为技术 → 华为技术, 为技术 … huaweijishu, weijishu … `hwjs 1hua2wei3ji4shu` … and `^h`, how it begins. A search is then a range
 * scan `term >= q and term < q + U+FFFF` on either engine (searchQuery.ts).
 */
export function searchTerms(...names: readonly string[]): string[] {
  const terms = new Set<string>();
  for (const name of names) addText(name, 'thing', terms);
  return [...terms];
}

/** As searchTerms, for a person: also how the name begins (`^张三丰`) and, in other letters, family name first and last in one word. */
export function personTerms(names: readonly string[], others: readonly string[]): string[] {
  const terms = new Set<string>();
  for (const name of names) addText(name, 'person', terms);
  for (const other of others) addText(other, 'other', terms);
  return [...terms];
}
