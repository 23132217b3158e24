import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';

/** Cuts a run of Chinese characters into words (分词): the dictionary is the caller's, so that this stays pure. */
export type Cut = (run: string) => readonly string[];

/** What stands between two runs in the index, so that a phrase never reaches over a comma. */
export const GAP = '〇gap';
const HAN = /\p{Script=Han}/u;
const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const LONGEST = 40;
const toSimplified = Converter({ from: 'tw', to: 'cn' });

/** Lower case, half width, simplified: as it is indexed and sought. Each character keeps its place, so that a find can be shown in the text. */
export function folded(text: string): string {
  let out = '';
  for (const character of text.replace(/[\uff01-\uff5e\u3000]/g, (wide) => (wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0)))) {
    const small = character.toLowerCase();
    out += small.length === character.length ? small : character;
  }
  if (!HAN.test(out)) return out;
  const simple = toSimplified(out);
  return simple.length === out.length ? simple : out;
}

/** What a page is found by: its words in order (Chinese in pairs of characters, which finds any part of a word), and how its Chinese words sound. */
export interface PageWords {
  readonly words: readonly string[];
  /** Full pinyin and initials of each Chinese word of two characters or more: zhanlüe → zhanlve, zhanlue, zl. */
  readonly sounds: readonly string[];
}

export function pageWords(text: string, cut: Cut): PageWords {
  const words: string[] = [];
  const sounds = new Set<string>();
  for (const [run] of folded(text).matchAll(RUNS)) {
    if (!HAN.test(run)) {
      words.push(run.slice(0, LONGEST));
      continue;
    }
    words.push(GAP, ...pairs(run), GAP);
    for (const word of cut(run)) for (const sound of soundsOf(word)) sounds.add(sound);
  }
  return { words, sounds: [...sounds] };
}

/** Pairs of neighbours, and the last character alone: 发展战略 → 发展 展战 战略 略. */
function pairs(run: string): string[] {
  const characters = [...run];
  return characters.map((character, n) => character + (characters[n + 1] ?? ''));
}

const heard = new Map<string, readonly string[]>();

/** Pinyin and initials of a word of two to eight characters; kept, because a report says the same words thousands of times. */
export function soundsOf(word: string): readonly string[] {
  const known = heard.get(word);
  if (known) return known;
  const length = [...word].length;
  const syllables = length < 2 || length > 8 || !HAN.test(word) ? [] : pinyin(word, { toneType: 'none', type: 'array', v: true });
  const whole = syllables.join('');
  // People type ü as v or as u: 战略 is zhanlve and zhanlue.
  const sounds = syllables.length === 0 ? [] : [whole, ...(whole.includes('v') ? [whole.replaceAll('v', 'u')] : []), syllables.map((syllable) => syllable.charAt(0)).join('')];
  if (heard.size > 50_000) heard.clear();
  heard.set(word, sounds);
  return sounds;
}

/** One thing a page must have: a phrase of Chinese pairs, or the beginning of a word or of its sound. */
export type QueryPart =
  | { readonly kind: 'phrase'; readonly text: string; readonly pairs: readonly string[] }
  | { readonly kind: 'start'; readonly text: string };

/** What a typed query asks for; every part must be on the page. At most eight parts. */
export function queryParts(query: string): QueryPart[] {
  const runs = [...new Set([...folded(query.normalize('NFC')).matchAll(RUNS)].map(([run]) => run.slice(0, LONGEST)))].slice(0, 8);
  return runs.map((run) => {
    const characters = [...run];
    if (!HAN.test(run) || characters.length === 1) return { kind: 'start', text: run };
    return { kind: 'phrase', text: run, pairs: pairs(run).slice(0, -1) };
  });
}

/** Places of the query's parts in a text, in order, not overlapping: [from, to) by UTF-16 unit. */
export function findPlaces(text: string, parts: readonly QueryPart[], cut: Cut): [number, number][] {
  const plain = folded(text);
  const places: [number, number][] = [];
  for (const part of parts) {
    if (part.kind === 'phrase' || HAN.test(part.text)) {
      for (let at = plain.indexOf(part.text); at >= 0; at = plain.indexOf(part.text, at + part.text.length)) places.push([at, at + part.text.length]);
      continue;
    }
    for (const match of plain.matchAll(RUNS)) {
      const [run] = match;
      if (!HAN.test(run)) {
        if (run.startsWith(part.text)) places.push([match.index, match.index + part.text.length]);
        continue;
      }
      for (const word of cut(run)) {
        if (!soundsOf(word).some((sound) => sound.startsWith(part.text))) continue;
        for (let at = run.indexOf(word); at >= 0; at = run.indexOf(word, at + word.length)) places.push([match.index + at, match.index + at + word.length]);
      }
    }
  }
  const sorted = places.toSorted((a, b) => a[0] - b[0] || b[1] - a[1]);
  const out: [number, number][] = [];
  for (const place of sorted) if (out.length === 0 || place[0] >= out.at(-1)![1]) out.push(place);
  return out;
}

export interface Snippet {
  readonly text: string;
  /** Places in `text`. */
  readonly marks: readonly [number, number][];
}

/** The stretch of a text that shows most of the finds. */
export function snippetOf(text: string, places: readonly [number, number][], length = 160): Snippet {
  // Where most finds stand together, the first such place.
  const within = places.map(([start]) => places.filter(([from, to]) => from >= start && to <= start + length).length);
  const first = places[within.indexOf(Math.max(...within))]?.[0] ?? 0;
  const from = Math.max(0, first - Math.floor(length / 3));
  const to = Math.min(text.length, from + length);
  const marks = places.filter(([start, end]) => start >= from && end <= to).map(([start, end]): [number, number] => [start - from + (from > 0 ? 1 : 0), end - from + (from > 0 ? 1 : 0)]);
  return { text: `${from > 0 ? '…' : ''}${text.slice(from, to).replace(/[\n\t]/g, ' ')}${to < text.length ? '…' : ''}`, marks };
}
