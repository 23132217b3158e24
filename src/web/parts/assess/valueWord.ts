import type { Words } from '#domain/select/model.ts';
import type { Texts } from '../../text/locale.ts';
import type { Item, MarkValue } from './items.ts';

/** A value in one or two words: level 4, the chosen category, applies. */
export function valueWord(item: Item, value: MarkValue, t: Texts['assess'], words: (text: Words) => string): string {
  if (value === null || value === false) return t.notAssessed;
  if (value === true) return t.applies;
  if (item.indicator?.kind === 'categorical') return words(item.indicator.options.find((option) => option.key === value)?.name ?? { en: String(value), zh: String(value) });
  return t.level({ n: String(value) });
}

/** The sentence that a value stands for; null where the value says it all. */
export function sentenceOfValue(item: Item, value: MarkValue, words: (text: Words) => string): string | null {
  const anchor = item.indicator?.kind === 'assessed' && typeof value === 'number' ? item.indicator.anchors[value - 1] : undefined;
  return anchor ? words(anchor) : null;
}
