import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';

/** Longest term kept; longer typing still matches because a query is cut to the same length. */
const LONGEST = 20;
const HAN = /\p{Script=Han}/u;

const toSimplified = Converter({ from: 'tw', to: 'cn' });

/** The text in simplified characters. */
export function simplified(text: string): string {
  return HAN.test(text) ? toSimplified(text) : text;
}

/** Lower case, half width, simplified characters: how names and queries alike are read. */
const readable = (text: string): string => simplified(text.normalize('NFKC').toLowerCase());

/** Runs of Chinese characters and words of other letters and digits, in order. */
function runs(text: string): string[] {
  return readable(text).match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
}

/** Legal forms at the end of a Chinese name: every company has one, so nobody is found by it. */
const LEGAL_FORM = /(?:股份|责任|集团|总|分)*(?:有限|集团|总|分)*公司$/u;
/** Surnames that are read otherwise than the same character elsewhere (单 shan/dan, 曾 zeng/ceng): both readings are found. */
const READ_OTHERWISE = new Set('单仇曾查解区朴翟乐尉盖洗员覃种缪秘万长繁折黑召');

/** Adds what begins at each of the first `starts` parts and goes on to the end. */
function addSuffixes(parts: readonly string[], starts: number, shortest: number, terms: Set<string>): void {
  for (let start = 0; start < starts; start++) {
    const term = parts.slice(start, start + LONGEST).join('').slice(0, LONGEST);
    // The last letters of a word find nearly everybody and tell nothing apart.
    if (start === 0 || term.length >= shortest) terms.add(term);
  }
}

function addPinyin(syllables: readonly string[], starts: number, terms: Set<string>): void {
  addSuffixes(syllables, starts, 3, terms);
  addSuffixes(syllables.map((syllable) => syllable.charAt(0)), starts, 2, terms);
}

/**
 * Every suffix of every word of the texts, of the pinyin of each Chinese run (by syllable) and of its initials
 * (首字母): 华为技术 → 华为技术, 为技术 … huaweijishu, weijishu … hwjs, wjs …
 * A search is then a range scan `term >= q and term < q + U+FFFF` on either engine.
 */
export function searchTerms(...texts: readonly string[]): string[] {
  const terms = new Set<string>();
  for (const text of texts) {
    for (const run of runs(text)) {
      const parts = [...run];
      if (!HAN.test(run)) {
        addSuffixes(parts, parts.length, 3, terms);
        continue;
      }
      const starts = Math.max(1, [...run.replace(LEGAL_FORM, '')].length);
      addSuffixes(parts, starts, 1, terms);
      addPinyin(pinyin(run, { toneType: 'none', type: 'array', v: true }), starts, terms);
      if (READ_OTHERWISE.has(parts[0]!)) addPinyin(pinyin(run, { toneType: 'none', type: 'array', v: true, surname: 'head' }), 1, terms);
    }
  }
  return [...terms];
}

/** What a typed query looks for: each word must be the beginning of a term; longest first, at most six. */
export function queryTerms(query: string): string[] {
  const words = runs(query).map((word) => word.slice(0, LONGEST));
  return [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, 6);
}
