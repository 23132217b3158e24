import type { ExportLocale } from '#domain/select/exportColumns.ts';
import type { Words } from '#domain/select/model.ts';

/** Picks the words of a language for a file that the server writes; traditional Chinese is converted from the simplified. */
export async function wording(locale: ExportLocale): Promise<(words: Words) => string> {
  if (locale !== 'zh-Hant') return (words) => (locale === 'en' ? words.en : words.zh);
  const { Converter } = await import('opencc-js/cn2t');
  const convert = Converter({ from: 'cn', to: 'twp' });
  return (words) => convert(words.zh);
}
