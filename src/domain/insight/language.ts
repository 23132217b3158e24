import { franc } from 'franc-min';

/** ISO 639-3 as the detector says it → 639-1 as browsers and documents say it; the languages our users' customers write in. */
const SHORT: Readonly<Record<string, string>> = {
  cmn: 'zh', eng: 'en', jpn: 'ja', kor: 'ko', deu: 'de', fra: 'fr', spa: 'es', ita: 'it', por: 'pt', nld: 'nl', rus: 'ru', pol: 'pl', swe: 'sv', tur: 'tr', vie: 'vi', tha: 'th', ind: 'id',
};

/** Language of most of a text (ISO 639-1); null when there is too little to say. */
export function languageOf(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 20) return null;
  const kana = text.match(/[\u3040-\u30ff]/g)?.length ?? 0;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  // A Chinese report is half figures and product names in Latin letters; what counts are the characters.
  if (kana > letters * 0.1) return 'ja';
  if (han > letters * 0.2) return 'zh';
  return SHORT[franc(text.slice(0, 5000), { minLength: 20 })] ?? null;
}
