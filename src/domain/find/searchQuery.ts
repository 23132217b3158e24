import { mixedPinyin } from './mixedPinyin.ts';
import { readings } from './pinyinReadings.ts';
import { LONGEST, START } from './searchTerms.ts';
import { HAN, runs, typings } from './writing.ts';

/** Terms that begin so and, where a pattern is given, are like it (`%` stands for anything). */
export interface Sought { readonly from: string; readonly like?: string }
/** A word is found by any of these terms. */
export type Word = readonly Sought[];
/** A query is answered by whoever all words of one of its ways are found for; without ways it asks for nobody in particular. */
export type Query = readonly (readonly Word[])[];

/** Words of a query that are looked up, the longest ones. */
const WORDS = 6;
/** Forms of address (敬称) and of office (职务) behind a Chinese name: 张总 is a Zhang whose title has 总. */
const RESPECT = /^(\p{Script=Han}{1,4}?)(?:先生|女士|小姐|太太|老师|博士|同志)$/u;
const OFFICE = /^(\p{Script=Han}{1,4}?)(副?总(?:经理|监|裁|工)?|副?董(?:事长?)?|副?经理|副?主任|副?[部科处局厂院所校行会组]长|[局处厂工]|工程师|主管|助理|会计|书记|秘书|教授)$/u;
/** Forms of address in other letters; some are names of companies too, so that they only ever widen a search for people. */
const ADDRESS = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'herr', 'frau', 'mme', 'sir', 'jr', 'sr', 'phd', 'mba', 'msc']);

const cut = (text: string): string => text.slice(0, LONGEST);
const isLetter = (word: string): boolean => /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]$/u.test(word);

/** One letter finds names that begin with it and nothing else: within words it would find everybody. */
function sought(word: string): Sought[] {
  if (HAN.test(word)) return [{ from: cut(word) }];
  return typings(word).flatMap((typed) => (isLetter(typed) ? [{ from: START + typed }] : [{ from: cut(typed) }, ...mixedPinyin(cut(typed))]));
}

function all(words: readonly string[]): Word[] {
  return [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, WORDS).map(sought);
}

/** 张s: a character and the beginning of the next syllable. */
function characterThenLetters(words: readonly string[]): Word[][] {
  const [first, ...rest] = words;
  if (first === undefined || rest.length === 0 || !HAN.test(first) || rest.some((word) => HAN.test(word)) || !rest.some(isLetter)) return [];
  return [[sought(first), readings(first, true).flatMap((reading) => sought(reading.join('') + rest.join('')))]];
}

function withTitle(words: readonly string[]): Word[][] {
  const ways: Word[][] = [];
  words.forEach((word, at) => {
    const others = all(words.toSpliced(at, 1));
    const respect = RESPECT.exec(word);
    const office = OFFICE.exec(word);
    if (respect) ways.push([[{ from: START + respect[1]! }], ...others]);
    if (office) ways.push([[{ from: START + office[1]! }], [{ from: office[2]! }], ...others]);
  });
  const named = words.filter((word) => !ADDRESS.has(word));
  if (named.length > 0 && named.length < words.length) ways.push(all(named));
  return ways;
}

/**
 * What a typed query looks for: for each word a term that begins with it, in pinyin also with syllables and initials mixed. Words of
 * letters are also tried as one (qin jian guo, xi an). `people`: forms of address need not be found, and a given name may come first.
 */
export function readQuery(query: string, of: 'customers' | 'people' = 'customers'): Query {
  const words = runs(query);
  if (words.length === 0) return [];
  const ways = [all(words)];
  if (words.length > 1 && !words.some((word) => HAN.test(word))) {
    ways.push([sought(words.join(''))]);
    if (of === 'people') ways.push([sought([words.at(-1)!, ...words.slice(0, -1)].join(''))]);
  }
  ways.push(...characterThenLetters(words));
  if (of === 'people') ways.push(...withTitle(words));
  return ways;
}
