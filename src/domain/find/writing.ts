import { simplified } from '../simplified.ts';

export const HAN = /\p{Script=Han}/u;

/** Letters that are no other letter with a mark on it, as they are typed without a keyboard for them. */
const TYPED: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ı: 'i' };
/** Marks on letters that fall away when typed elsewhere. Kana and Hangul keep theirs: が is not か. */
const MARKS = /(?<=[\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;

/** Without its accents, as it is typed elsewhere: josé → jose, müller → muller. */
const bare = (word: string): string => word.normalize('NFD').replace(MARKS, '').normalize('NFC').replace(/[ßøłđæœþðı]/g, (letter) => TYPED[letter]!);

/** A word of lower case letters in each way it is typed: josé → jose; müller → muller, mueller. */
export function typings(word: string): string[] {
  if (/^[\x20-\x7e]*$/.test(word)) return [word];
  return [...new Set([bare(word), bare(word.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue'))])];
}

/**
 * Runs of Chinese characters and words of other letters and digits, in order: lower case, half width, simplified. An apostrophe is
 * no border: xi'an and xian, O’Brien and OBrien are typed for the same.
 */
export function runs(text: string): string[] {
  const readable = simplified(text.normalize('NFKC').toLowerCase()).normalize('NFC').replace(/(?<=\p{L})['’‘ʼ`](?=\p{L})/gu, '');
  return readable.match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu) ?? [];
}
