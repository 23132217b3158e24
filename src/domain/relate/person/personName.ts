import { simplified } from '#domain/simplified.ts';

const HAN_ONLY = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}·]+$/u;

/**
 * A name as its owner writes it, from its parts: Chinese, Japanese and Korean names family first and without a blank (张 + 伟 → 张伟),
 * others given name first. Address books split Chinese names like western ones, so 伟 comes as the "first" name. '' when all parts are empty.
 */
export function composeName(family: string, given: string, middle = ''): string {
  const [last, first, second] = [family, given, middle].map((part) => part.normalize('NFC').replace(/\s+/g, ' ').trim()) as [string, string, string];
  const parts = [last, first, second].filter((part) => part !== '');
  if (parts.every((part) => HAN_ONLY.test(part))) return `${last}${second}${first}`;
  return [first, second, last].filter((part) => part !== '').join(' ');
}

/** A full name as typed or exported: 张 伟 → 张伟; blanks folded. */
export function tidyName(name: string): string {
  const folded = name.normalize('NFC').replace(/[\s\u3000]+/g, ' ').trim();
  const parts = folded.split(' ');
  return parts.length > 1 && parts.every((part) => HAN_ONLY.test(part)) && parts.join('').length <= 5 ? parts.join('') : folded;
}

/** Whether something of a name is to be seen: a blank of no width, or marks of direction alone, are no name. */
export const hasLetters = (name: string): boolean => /[\p{L}\p{N}\p{S}\p{P}]/u.test(name);

/** Titles before and after a western name that say nothing about who it is. */
const HONORIFICS = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'ing', 'herr', 'frau', 'sir', 'jr', 'sr', 'phd', 'mba', 'msc']);
/** What is said behind a Chinese name out of respect (张总, 李工): part of the name only where nothing else is known. */
const RESPECT = /(?:先生|女士|小姐|老师|教授|博士)$/u;

/**
 * A name as compared: width, case, script (traditional, simplified), blanks, dots and forms of address do not count, nor does the
 * order of western names ("Doe, John" = "John Doe"). Two people may well have the same: it raises a suspicion, never an identity.
 */
export function normalisePersonName(name: string): string {
  const plain = simplified(name.normalize('NFKC').toLowerCase()).replace(/[.,'"’·・()[\]]/g, ' ');
  const words = plain.split(/\s+/).filter((word) => word !== '' && !HONORIFICS.has(word));
  const joined = words.join('');
  if (/\p{Script=Han}/u.test(joined)) return joined.replace(RESPECT, '');
  return words.toSorted().join(' ');
}

/**
 * Whether two names, as compared, can be of one person whose number or address both have. 张伟 and Zhang Wei can; two western names without a word in
 * common, or two Chinese ones with other surnames, share a switchboard. A card without a name is called by its address and says nothing.
 */
export function mayBeOne(one: string, other: string): boolean {
  const [han, too] = [/\p{Script=Han}/u.test(one), /\p{Script=Han}/u.test(other)];
  if (one === '' || other === '' || han !== too || /@/.test(one + other)) return true;
  if (han) return [...one][0] === [...other][0];
  const words = new Set(one.split(' '));
  return other.split(' ').some((word) => words.has(word));
}
