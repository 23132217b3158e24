import { costToServe, grossMargin, totalCostToServe, type CostPart } from './costToServe.ts';
import { conversionFactor } from './conversion.ts';
import type { TradeContext } from './measures.ts';

/** Sums of one customer's trade in one currency and period, minor units of that currency. */
export interface CurrencyTrade {
  readonly revenue: number;
  readonly cost: number;
  readonly costedRevenue: number;
  readonly lines: number;
  readonly invoices: number;
  readonly creditNotes: number;
  /** Σ amount × days: paid late, plus unpaid past due. */
  readonly overdueAmountDays: number;
}

/**
 * Margin, cost to serve and profit after it, in the currency of the trade. The rates of the settings are in the reporting currency:
 * they are converted, and where there is no rate to it only the overdue days cost (a share of the amount itself, in any currency).
 * Where no margin is known the contribution is revenue less cost to serve: the most it can be.
 */
export function currencyProfit(trade: CurrencyTrade, currency: string, context: TradeContext): { margin: number | null; costToServe: CostPart[]; contribution: number } {
  const factor = conversionFactor(currency, context);
  const margin = grossMargin(trade.revenue, trade.costedRevenue, trade.cost, context.costToServe.defaultMargin)?.margin ?? null;
  const parts = costToServe(trade, context.costToServe, factor === null ? 0 : 1 / factor);
  return { margin, costToServe: parts, contribution: (margin ?? trade.revenue) - totalCostToServe(parts) };
}
