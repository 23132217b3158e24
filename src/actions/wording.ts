import type { ExportLocale } from '#domain/select/exportColumns.ts';
import type { Words } from '#domain/select/model.ts';

/** Picks the words of a language for a file that the server writes; traditional Chinese is converted from the simplified. */
export async function wording(locale: ExportLocale): Promise<(words: Words) => string> {
  if (locale !== 'zh-Hant') return (words) => (locale === 'en' ? words.en : words.zh);
  const convert = await (converter ??= import('opencc-js/cn2t').then(({ Converter }) => Converter({ from: 'cn', to: 'twp' })));
  // The same few texts stand in thousands of cells.
  const known = new WeakMap<Words, string>();
  return (words) => {
    const text = known.get(words) ?? convert(words.zh);
    known.set(words, text);
    return text;
  };
}

/** Made once: its tables take a while to read. */
let converter: Promise<(text: string) => string> | undefined;
