import { addMonths, type Month } from '#domain/day.ts';
import { conversionFactor } from '../conversion.ts';
import type { TradeMonth } from '../trade.ts';

/** Net revenue of one month in whole minor units of the reporting currency. */
export interface MonthRevenue { readonly month: Month; readonly revenue: number }

/** Net revenue of every month from `from` to `to` (both included, months without trade as 0); each month converted by itself, what has no rate left out. */
export function revenueMonths(months: readonly TradeMonth[], from: Month, to: Month, money: Parameters<typeof conversionFactor>[1]): MonthRevenue[] {
  const sums = new Map<Month, number>();
  for (let month = from; month <= to; month = addMonths(month, 1)) sums.set(month, 0);
  for (const { month, currency, revenue } of months) {
    const factor = conversionFactor(currency, money);
    const sum = sums.get(month);
    if (sum !== undefined && factor !== null) sums.set(month, sum + (factor === 1 ? revenue : Math.round(revenue * factor)));
  }
  return [...sums].map(([month, revenue]) => ({ month, revenue }));
}
