import { useAllText } from '../../text/locale.ts';

/** Where something known comes from, in words: what an import of contacts wrote (`contacts:vcard`) is said in the viewer's language, anything else is as somebody wrote it. */
export function useSourceWords(): (source: string) => string {
  const { contacts: t } = useAllText();
  return (source) => (source.startsWith('contacts:') ? (t.sources as Record<string, string>)[source.slice('contacts:'.length)] ?? source : source);
}
