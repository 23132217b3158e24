import type { Words } from '#domain/select/model.ts';
import type { Texts } from '../../text/locale.ts';
import type { Item } from '../assess/items.ts';

/** What a mark of a panel can be. */
export type Value = number | string | boolean;
export interface Choice { readonly value: Value; readonly text: string }

/** The values of an item with their sentences, in the order of the keys 1, 2, 3 …: a deduction or red line applies, or does not. */
export function choicesOf(item: Item, t: Texts['account'], words: (text: Words) => string): Choice[] {
  if (item.indicator?.kind === 'assessed') return item.indicator.anchors.map((anchor, n) => ({ value: n + 1, text: words(anchor) }));
  if (item.indicator) return item.indicator.options.map((option) => ({ value: option.key, text: words(option.name) }));
  return [{ value: true, text: t.yes }, { value: false, text: t.no }];
}
