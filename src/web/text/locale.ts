import { useMemo, useSyncExternalStore } from 'react';
import { formatFor, type Format } from '../format.ts';
import type { Texts } from './en.ts';
import type { LaterTexts } from './en/later.ts';

/** Languages of the screens. zh-Hant is converted from zh-Hans (traditional.ts). */
export const LOCALES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export type { Texts };
/** Texts of every page. */
export type AllTexts = Texts & LaterTexts;
/** Each language in its own words, whatever language is shown. */
export const LOCALE_NAMES: Record<Locale, string> = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' };

const KEY = 'vitalfew.locale';
interface State { locale: Locale; texts: Texts; later: LaterTexts | null; convert: (text: string) => string }
let state: State | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const now = (): State => {
  if (!state) throw new Error('texts are read before startTexts() has loaded them');
  return state;
};

/** The language a person chose in this browser; null when nobody has. */
export function chosenLocale(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // Storage is switched off.
    return null;
  }
}

/** The language chosen in this browser before, else the nearest of the browser's own languages. */
export function firstLocale(): Locale {
  for (const tag of [chosenLocale(), ...navigator.languages]) {
    if (!tag) continue;
    if (/^zh\b/i.test(tag)) return /hant|-tw|-hk|-mo/i.test(tag) ? 'zh-Hant' : 'zh-Hans';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}

/** Loads one language (each is a file of its own: the first page carries only one) and shows it. */
export async function showLocale(locale: Locale): Promise<void> {
  if (state?.locale === locale) return;
  // Once a later page has been open, its words change with the rest.
  state = { locale, ...(await load(locale)), later: state?.later ? await readLater(locale) : null };
  document.documentElement.lang = locale;
  listeners.forEach((listener) => listener());
}

/** Shows the language a person chose, and remembers it in this browser. */
export async function chooseLocale(locale: Locale): Promise<void> {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // Storage is switched off: the choice lasts until the page is left.
  }
  await showLocale(locale);
}

/** Brings the words of later pages; a page that uses `useAllText` is loaded together with them. */
export async function loadLater(): Promise<void> {
  while (now().later === null) {
    const { locale } = now();
    const later = await readLater(locale);
    // The language may have changed meanwhile.
    if (now().locale === locale) state = { ...now(), later };
  }
}

async function readLater(locale: Locale): Promise<LaterTexts> {
  if (locale === 'en') return (await import('./en/later.ts')).later;
  const { later } = await import('./zhHans/later.ts');
  return locale === 'zh-Hans' ? later : (await import('./traditional.ts')).convertTexts(later);
}

async function load(locale: Locale): Promise<Pick<State, 'texts' | 'convert'>> {
  const asIs = (text: string): string => text;
  if (locale === 'en') return { texts: (await import('./en.ts')).texts, convert: asIs };
  const { texts } = await import('./zhHans.ts');
  if (locale === 'zh-Hans') return { texts, convert: asIs };
  const { toTraditional, convertTexts } = await import('./traditional.ts');
  return { texts: convertTexts(texts), convert: toTraditional };
}

/** All texts of the chosen language: `const { portfolio: t, common } = useText()`. */
export const useText = (): Texts => useSyncExternalStore(subscribe, now).texts;
/** The same with those of later pages: `const { weigh: t, common } = useAllText()`. Only on pages that are loaded with `late`. */
export function useAllText(): AllTexts {
  const { texts, later } = useSyncExternalStore(subscribe, now);
  if (!later) throw new Error('texts of later pages are read before loadLater() has brought them');
  return useMemo(() => ({ ...texts, ...later }), [texts, later]);
}
/** The chosen language. */
export const useLocale = (): Locale => useSyncExternalStore(subscribe, now).locale;
/** Numbers and dates in the chosen language. */
export const useFormat = (): Format => formatFor(useLocale());
/** Picks the language of a text that data carries in two (names in score models). */
export function useWords(): (words: { readonly en: string; readonly zh: string }) => string {
  const { locale, convert } = useSyncExternalStore(subscribe, now);
  return (words) => (locale === 'en' ? words.en : convert(words.zh));
}
