import { KEYED } from './searchTerms.ts';

/** What each initial goes on with, in Hanyu Pinyin; ü after l and n as v, u or yu. */
const FINALS: Record<string, string> = {
  '': 'a ai an ang ao e ei en eng er o ou', b: 'a ai an ang ao ei en eng i ian iao ie in ing o u', p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u', m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u', f: 'a an ang ei en eng iao o ou u',
  d: 'a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo', t: 'a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo', n: 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo v ve ue yu yue',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve ue yu yue', g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo', k: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo', j: 'i ia ian iang iao ie in ing iong iu u uan ue un', q: 'i ia ian iang iao ie in ing iong iu u uan ue un', x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  zh: 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo', ch: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo', sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo', r: 'an ang ao e en eng i ong ou u ua uan ui un uo',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo', c: 'a ai an ang ao e en eng i ong ou u uan ui un uo', s: 'a ai an ang ao e en eng i ong ou u uan ui un uo', y: 'a an ang ao e i in ing o ong ou u uan ue un', w: 'a ai an ang ao ei en eng o u',
};
export const SYLLABLES: ReadonlySet<string> = new Set(Object.entries(FINALS).flatMap(([initial, finals]) => finals.split(' ').map((final) => initial + final)));
/** What may stand for a whole syllable before another one. */
const INITIALS = new Set([...Object.keys(FINALS).filter((initial) => initial !== ''), 'a', 'o', 'e']);
/** Every beginning of a syllable: the last one typed need not be finished. */
const BEGINNINGS = new Set([...SYLLABLES].flatMap((syllable) => Array.from(syllable, (_, n) => syllable.slice(0, n + 1))));
/** Ways to split one word that are looked up; each is a short scan. */
const MOST = 12;
const LONGEST_UNIT = 6;
const UNITS = 10;

/** A word split into syllables and initials, one for each character. */
function splits(word: string): string[][] {
  const found: string[][] = [];
  const go = (at: number, units: readonly string[]): void => {
    if (units.length >= UNITS) return;
    for (let end = Math.min(word.length, at + LONGEST_UNIT); end > at; end--) {
      const unit = word.slice(at, end);
      if (end === word.length ? BEGINNINGS.has(unit) : SYLLABLES.has(unit) || INITIALS.has(unit)) {
        if (end === word.length) found.push([...units, unit]);
        else go(end, [...units, unit]);
      }
    }
  };
  go(0, []);
  return found;
}

/**
 * What a word may look for where full syllables and initials are mixed (qinjg, qjianguo, zhsf): the initials it stands for and the
 * pattern of the key (searchTerms.ts). Nothing for what is found without: syllables alone, initials alone.
 */
export function mixedPinyin(word: string): { from: string; like: string }[] {
  if (!/^[a-z]{3,}$/.test(word)) return [];
  const mixed = splits(word).filter((units) => units.some((unit) => unit.length > 1) && units.slice(0, -1).some((unit) => !SYLLABLES.has(unit) || unit.length === 1));
  // The fewest parts first: jian is rather one character than ji and an.
  return mixed.sort((a, b) => a.length - b.length).slice(0, MOST).map((units) => {
    const from = units.map((unit) => unit.charAt(0)).join('');
    const known = units.slice(0, KEYED).map((unit, n) => `${n + 1}${unit}${n === units.length - 1 || INITIALS.has(unit) ? '%' : ''}`);
    return { from, like: `${from}% ${known.join('')}${units.length > KEYED ? '%' : ''}` };
  });
}
