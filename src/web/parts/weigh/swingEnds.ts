import type { Factor, Indicator, Lens } from '#domain/select/model.ts';
import type { Format } from '../../format.ts';
import type { AllTexts } from '../../text/locale.ts';
import { boundText } from '../normaliseText.ts';

/** What an item looks like at its worst and at its best, in words; or what it is made of, where it is a lens or a factor. */
export type SwingEnds = { readonly worst: string; readonly best: string } | { readonly parts: readonly string[] };

export function swingEnds(item: Lens | Factor | Indicator, words: (text: { en: string; zh: string }) => string, currency: string, format: Format, texts: Pick<AllTexts, 'account' | 'model' | 'weigh'>): SwingEnds {
  if ('factors' in item) return { parts: item.factors.map((factor) => words(factor.name)) };
  if ('indicators' in item) return { parts: item.indicators.map((indicator) => words(indicator.name)) };
  if (item.kind === 'assessed') return { worst: words(item.anchors[0]!), best: words(item.anchors.at(-1)!) };
  if (item.kind === 'categorical') {
    const sorted = item.options.toSorted((a, b) => a.points - b.points);
    return { worst: words(sorted[0]!.name), best: words(sorted.at(-1)!.name) };
  }
  const { normalise: rule, measure } = item;
  if (rule.type === 'percentile') return { worst: texts.weigh.lastOfAll, best: texts.weigh.firstOfAll };
  const text = (bound: number): string => boundText(bound, measure, 'relativeTo' in rule && rule.relativeTo === 'total', currency, format, texts.account);
  if (rule.type !== 'steps') return { worst: text(rule.floor), best: text(rule.target) };
  const steps = rule.steps.toSorted((a, b) => a.points - b.points);
  return { worst: text(steps[0]!.from), best: text(steps.at(-1)!.from) };
}
