import { addMonths, monthOf } from '#domain/day.ts';
import { currencyProfit, type CurrencyTrade } from '#domain/select/currencyTrade.ts';
import type { OverdueItem, TradeContext } from '#domain/select/measures.ts';
import type { TradeMonth } from '#domain/select/trade.ts';

/** A customer's trade currency by currency (they never mix): all months, and the last 12 with margin and cost to serve. */
export function presentTrade(months: readonly TradeMonth[], overdue: readonly OverdueItem[], context: TradeContext) {
  const currencies = [...new Set(months.map((month) => month.currency))].toSorted((a, b) => Number(b === context.reportingCurrency) - Number(a === context.reportingCurrency) || (a < b ? -1 : 1));
  const to = monthOf(context.asOf);
  const from = addMonths(to, -11);
  const within = (month: string): boolean => month >= from && month <= to;
  return currencies.map((currency) => {
    const own = months.filter((month) => month.currency === currency).toSorted((a, b) => (a.month < b.month ? -1 : 1));
    const year = own.filter((month) => within(month.month));
    const sum = (pick: (month: TradeMonth) => number): number => year.reduce((total, month) => total + pick(month), 0);
    const open = context.paymentsKnown ? overdue.filter((item) => item.currency === currency && within(item.month)).reduce((total, item) => total + item.amountDays, 0) : 0;
    const trade: CurrencyTrade = {
      revenue: sum((m) => m.revenue), cost: sum((m) => m.cost), costedRevenue: sum((m) => m.costedRevenue), lines: sum((m) => m.lines), invoices: sum((m) => m.invoices),
      creditNotes: sum((m) => m.creditNotes), overdueAmountDays: sum((m) => m.lateAmountDays) + open,
    };
    return {
      currency, revenue: trade.revenue, ...currencyProfit(trade, currency, context),
      months: own.map((m) => ({ month: m.month, revenue: m.revenue, credits: m.credits, cost: m.costedRevenue === 0 && m.cost === 0 ? null : m.cost, lines: m.lines, invoices: m.invoices })),
    };
  });
}
