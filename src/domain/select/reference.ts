import { toMajor } from '#domain/money.ts';
import type { TradeFigures } from './measures.ts';
import type { ComputedIndicator, ScoreModel, TradeMeasure } from './model.ts';
import { percentileCurve, type PercentileCurve, type Scale } from './normalise.ts';
import { indicatorsOf } from './weights.ts';

/**
 * What one customer is compared with: sums and percentile curves over all customers, taken when all were scored.
 * Stored with the run, so that a single customer scored later gets the same points.
 */
export interface ScoreReference {
  /** Sum of the positive values of all customers, by measure. */
  readonly totals: Partial<Record<TradeMeasure, number>>;
  readonly percentiles: Partial<Record<TradeMeasure, PercentileCurve>>;
}

/** The reference a model needs over all customers with trade. */
export function referenceOf(model: ScoreModel, trades: Iterable<TradeFigures | null>): ScoreReference {
  const collect = referenceCollector(model);
  for (const figures of trades) collect.add(figures);
  return collect.reference();
}

/** The same in one pass over a stream: keeps only the values the model's comparing indicators need. */
export function referenceCollector(model: ScoreModel): { add(figures: TradeFigures | null): void; reference(): ScoreReference } {
  const totals = new Map<TradeMeasure, number>();
  const values = new Map<TradeMeasure, number[]>();
  for (const { indicator } of indicatorsOf(model)) {
    if (indicator.kind !== 'computed') continue;
    if (indicator.normalise.type === 'percentile') values.set(indicator.measure, []);
    else if (indicator.normalise.type !== 'steps' && indicator.normalise.relativeTo === 'total') totals.set(indicator.measure, 0);
  }
  return {
    add(figures) {
      if (!figures) return;
      for (const [measure, sum] of totals) totals.set(measure, sum + Math.max(0, comparable(measure, figures) ?? 0));
      for (const [measure, list] of values) {
        const value = comparable(measure, figures);
        if (value !== null) list.push(value);
      }
    },
    reference() {
      const curves = [...values].flatMap(([measure, list]) => {
        const curve = percentileCurve(list);
        return curve ? [[measure, curve] as const] : [];
      });
      return { totals: Object.fromEntries(totals), percentiles: Object.fromEntries(curves) };
    },
  };
}

/** Whether a reference that was taken for another model has all that this one compares with. */
export function coversModel(reference: ScoreReference, model: ScoreModel): boolean {
  return indicatorsOf(model).every(({ indicator }) => {
    if (indicator.kind !== 'computed') return true;
    const { measure, normalise } = indicator;
    if (normalise.type === 'percentile') return measure in reference.percentiles;
    return normalise.type === 'steps' || normalise.relativeTo !== 'total' || measure in reference.totals;
  });
}

/** Whether a measure is money: shown in minor units, compared in major ones. */
export function isMoney(measure: TradeMeasure): boolean {
  return measure === 'revenue' || measure === 'contribution';
}

/** A measure in the unit its normalisation compares: major units for money, else as measured; null when unknown. */
export function comparable(measure: TradeMeasure, figures: TradeFigures): number | null {
  const value = figures.values[measure];
  return value === null || !isMoney(measure) ? value : toMajor(value, figures.currency);
}

/** The scale an indicator's values are compared on. */
export function scaleOf(indicator: ComputedIndicator, reference: ScoreReference): Scale {
  return { total: reference.totals[indicator.measure] ?? null, percentiles: reference.percentiles[indicator.measure] ?? null };
}
