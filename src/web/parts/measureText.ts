import type { TradeMeasure } from '#domain/select/model.ts';
import type { Format } from '../format.ts';
import type { Texts } from '../text/locale.ts';

/** A measured value with its unit, as a person says it: money, per cent, days, invoices. `raw` in the unit of measures.ts (money in minor units). */
export function measureText(measure: TradeMeasure, raw: number, currency: string, format: Format, t: Texts['account']): string {
  switch (measure) {
    case 'revenue': case 'contribution': return format.money(raw, currency);
    case 'revenueTrend': return format.change(raw);
    case 'grossMargin': case 'contributionMargin': case 'overdueShare': case 'returnShare': return format.percent(raw);
    case 'recency': return format.days(raw);
    case 'frequency': return t.units.invoices({ n: raw });
    case 'volatility': return format.number(raw, 2);
  }
}

/** Whether the measure is a share that people write in per cent; its rules hold 0–1. */
export const isShare = (measure: TradeMeasure): boolean => ['revenueTrend', 'grossMargin', 'contributionMargin', 'overdueShare', 'returnShare'].includes(measure);
