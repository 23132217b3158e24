import { Converter } from 'opencc-js/cn2t';
import { CORRECTIONS } from './corrections.ts';

const convert = Converter({ from: 'cn', to: 'twp' });
/** Marks around what a text was given (names, figures): a customer's own name is never converted. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

/** Simplified → traditional Chinese with the terms of Taiwan, corrected to the glossary. */
export function toTraditional(text: string): string {
  let out = convert(text);
  for (const [wrong, right] of CORRECTIONS) out = out.replaceAll(wrong, right);
  return out;
}

/** A text object with every text converted; functions convert what they say around their arguments. */
export function convertTexts<T>(texts: T): T {
  if (typeof texts === 'string') return toTraditional(texts) as T;
  if (Array.isArray(texts)) return texts.map((item) => convertTexts<unknown>(item)) as T;
  if (typeof texts === 'function') {
    return ((...args: unknown[]) => {
      const kept: string[] = [];
      const keep = (value: string): string => OPEN + String(kept.push(value) - 1) + CLOSE;
      const hidden = args.map((arg) => (typeof arg === 'string' ? keep(arg) : isParams(arg) ? mapValues(arg, (value) => (typeof value === 'string' ? keep(value) : value)) : arg));
      const said: unknown = texts(...hidden);
      return typeof said === 'string' ? toTraditional(said).replace(/\uE000(\d+)\uE001/g, (_, index: string) => kept[Number(index)] ?? '') : said;
    }) as T;
  }
  if (isParams(texts)) return mapValues(texts, (value) => convertTexts(value)) as T;
  return texts;
}

const isParams = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const mapValues = (object: Record<string, unknown>, change: (value: unknown) => unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
