import type { AssessedIndicator, CategoricalIndicator, ComputedIndicator, Normalisation, TradeMeasure, Words } from '../model.ts';

/** [English, 中文] */
export type Pair = readonly [en: string, zh: string];

export const words = ([en, zh]: Pair): Words => ({ en, zh });

/** An assessed indicator from its five sentences, level 1 first. What nobody has judged is left out, never held against the customer. */
export function assessed(key: string, name: Pair, weight: number, anchors: readonly [Pair, Pair, Pair, Pair, Pair]): AssessedIndicator {
  return { kind: 'assessed', key, name: words(name), weight, missing: 'exclude', anchors: anchors.map(words) };
}

/** An indicator computed from invoice lines; its key is its measure, so that every template says the same by it. */
export function computed(measure: TradeMeasure, name: Pair, weight: number, normalise: Normalisation): ComputedIndicator {
  return { kind: 'computed', key: measure, measure, name: words(name), weight, missing: 'exclude', normalise };
}

/** An indicator by category: key, name and points of each choice. */
export function categorical(key: string, name: Pair, weight: number, options: readonly (readonly [key: string, name: Pair, points: number])[]): CategoricalIndicator {
  return { kind: 'categorical', key, name: words(name), weight, missing: 'exclude', options: options.map(([option, called, points]) => ({ key: option, name: words(called), points })) };
}
