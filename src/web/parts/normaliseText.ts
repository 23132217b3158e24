import { minorDigits } from '#domain/money.ts';
import type { Normalisation, TradeMeasure } from '#domain/select/model.ts';
import type { Format } from '../format.ts';
import type { Texts } from '../text/locale.ts';
import { measureText } from './measureText.ts';

/** A bound of a rule with its unit; bounds of money are major units, or a share of all customers together. */
export function boundText(bound: number, measure: TradeMeasure, ofTotal: boolean, currency: string, format: Format, t: Texts['account']): string {
  if (ofTotal) return format.percent(bound, 3);
  const money = measure === 'revenue' || measure === 'contribution';
  return measureText(measure, money ? bound * 10 ** minorDigits(currency) : bound, currency, format, t);
}

/** The rule from value to points in one line: "linear from 0 % (0 points) to 40 % (100 points)". */
export function normaliseText(rule: Normalisation, measure: TradeMeasure, currency: string, format: Format, texts: Pick<Texts, 'account' | 'model'>): string {
  const { rules } = texts.model;
  if (rule.type === 'percentile') return rule.better === 'higher' ? rules.percentileHigher : rules.percentileLower;
  if (rule.type === 'steps') return rules.steps({ steps: rule.steps.map((step) => rules.step({ from: boundText(step.from, measure, false, currency, format, texts.account), points: format.number(step.points) })).join(' · ') });
  const ofTotal = rule.relativeTo === 'total';
  const bounds = { floor: boundText(rule.floor, measure, ofTotal, currency, format, texts.account), target: boundText(rule.target, measure, ofTotal, currency, format, texts.account) };
  const text = rule.type === 'linear' ? rules.linear(bounds) : rules.log(bounds);
  return ofTotal ? rules.ofTotal({ rule: text }) : text;
}
