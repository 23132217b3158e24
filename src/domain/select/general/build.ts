import type { AssessedIndicator, Words } from '../model.ts';

/** [English, 中文] */
export type Pair = readonly [en: string, zh: string];

export const words = ([en, zh]: Pair): Words => ({ en, zh });

/** An assessed indicator from its five sentences, level 1 first. What nobody has judged is left out, never held against the customer. */
export function assessed(key: string, name: Pair, weight: number, anchors: readonly [Pair, Pair, Pair, Pair, Pair]): AssessedIndicator {
  return { kind: 'assessed', key, name: words(name), weight, missing: 'exclude', anchors: anchors.map(words) };
}
