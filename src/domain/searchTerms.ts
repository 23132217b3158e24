import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';

/** Longest term kept; longer typing still matches because a query is cut to the same length. */
const LONGEST = 20;
const HAN = /\p{Script=Han}/u;

const toSimplified = Converter({ from: 'tw', to: 'cn' });

/** Lower case, half width, simplified characters: how names and queries alike are read. */
function readable(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  return HAN.test(plain) ? toSimplified(plain) : plain;
}

/** Runs of Chinese characters and words of other letters and digits, in order. */
function runs(text: string): string[] {
  return readable(text).match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
}

function addSuffixes(parts: readonly string[], terms: Set<string>): void {
  for (let start = 0; start < parts.length; start++) {
    const term = parts.slice(start, start + LONGEST).join('').slice(0, LONGEST);
    // A lone last letter finds nearly everybody and tells nothing apart.
    if (start === 0 || term.length > 1 || HAN.test(term)) terms.add(term);
  }
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
      addSuffixes([...run], terms);
      if (!HAN.test(run)) continue;
      const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true });
      addSuffixes(syllables, terms);
      addSuffixes(syllables.map((syllable) => syllable.charAt(0)), terms);
    }
  }
  return [...terms];
}

/** What a typed query looks for: each word must be the beginning of a term; longest first, at most six. */
export function queryTerms(query: string): string[] {
  const words = runs(query).map((word) => word.slice(0, LONGEST));
  return [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, 6);
}
