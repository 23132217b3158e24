import { Converter } from 'opencc-js/cn2t';
import { simplified } from './simplified.ts';

const toTraditional = Converter({ from: 'cn', to: 'tw' });

/**
 * A Chinese text as typed, in simplified and in traditional characters (繁简), without repetition: who searches 质量 also finds 質量, and
 * the other way round. One simplified character may stand for several traditional ones (发 for 發 and 髮); the dictionary takes the one
 * that the words around it ask for.
 */
export function scriptsOf(text: string): string[] {
  const simple = simplified(text);
  return [...new Set([text, simple, toTraditional(simple)])];
}
