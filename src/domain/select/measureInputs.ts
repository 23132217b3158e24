import { minorDigits } from '#domain/money.ts';
import type { TradeFigures } from './measures.ts';
import type { TradeMeasure } from './model.ts';
import type { ScoreReference } from './reference.ts';

/**
 * What a measure was computed from, by name: counts as numbers, money in minor units, days and words as text. The screen shows
 * them beside the formula, so that anyone can recompute the value by hand. `total` is the sum over all customers it is compared with.
 */
export function measureInputs(measure: TradeMeasure, trade: TradeFigures, reference: ScoreReference): Record<string, number | string | null> {
  const sum = reference.totals[measure];
  const total: Record<string, number> = sum === undefined ? {} : { total: Math.round(sum * 10 ** minorDigits(trade.currency)) };
  switch (measure) {
    case 'revenue': return { revenue: trade.revenue, credits: trade.credits, invoices: trade.invoices, ...total, asOf: trade.asOf };
    case 'revenueTrend': return { now: trade.trend?.now ?? null, before: trade.trend?.before ?? null, months: trade.trend?.months ?? null };
    case 'grossMargin': return { margin: trade.margin, revenue: trade.revenue, cost: trade.cost, costedRevenue: trade.costedRevenue, marginBasis: trade.marginBasis };
    case 'contribution': return { margin: trade.margin, marginBasis: trade.marginBasis, ...Object.fromEntries(trade.costToServe.map((part) => [part.driver, part.cost])), ...total };
    case 'contributionMargin': return { contribution: trade.margin === null ? null : trade.contribution, revenue: trade.revenue };
    case 'recency': return { lastSaleDay: trade.lastSaleDay, asOf: trade.asOf };
    case 'frequency': return { invoices: trade.invoices, asOf: trade.asOf };
    case 'volatility': return { deviation: trade.spread ? Math.round(trade.spread.deviation) : null, mean: trade.spread ? Math.round(trade.spread.mean) : null, months: trade.spread?.months ?? null };
    case 'overdueShare': return { overdueAmount: trade.overdueAmount, dueAmount: trade.dueAmount };
    case 'returnShare': return { credits: trade.credits, gross: trade.revenue - trade.credits };
  }
}
