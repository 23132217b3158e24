import { daysBetween, type Day, type Month } from '#domain/day.ts';
import { conversionFactor } from './conversion.ts';
import { costToServe, grossMargin, totalCostToServe, type CostPart, type CostToServeRates, type MarginBasis } from './costToServe.ts';
import { fade } from './evidence.ts';
import type { TradeMeasure } from './model.ts';
import { MONTHS_BACK, MonthLedger } from './monthLedger.ts';
import { calendarOf, firstComplete, spreadOver, trendOf, type Calendar } from './seasons.ts';
import type { TradeMonth } from './trade.ts';

/** Under what assumptions trade is measured: the day, how far back the company's data reach, money. */
export interface TradeContext {
  readonly asOf: Day;
  /** First day of any invoice line of any customer; null without trade. Trends never compare with months before it. */
  readonly dataFrom: Day | null;
  readonly reportingCurrency: string;
  /** Reporting-currency units per unit of a foreign currency; trade in others is not counted. */
  readonly rates: Readonly<Record<string, number>>;
  readonly costToServe: CostToServeRates;
  /** Whether the files tell when invoices were paid. Without that, nothing can be called overdue. */
  readonly paymentsKnown: boolean;
}

/** Unpaid lines past their due day on the as-of day, by month of invoice: amount, and Σ amount × days late; minor units. */
export interface OverdueItem {
  readonly month: Month;
  readonly currency: string;
  readonly amount: number;
  readonly amountDays: number;
}

/**
 * One customer's trade in figures. Money: whole minor units of `currency` (the reporting currency; foreign months converted one by one).
 * "12 months" = the calendar month of the as-of day and the eleven before it; "before" = the twelve before those.
 */
export interface TradeFigures {
  readonly asOf: Day;
  readonly currency: string;
  readonly revenue: number;
  readonly revenueBefore: number;
  /** Credit notes of the 12 months, ≤ 0. */
  readonly credits: number;
  readonly margin: number | null;
  readonly marginBasis: MarginBasis | null;
  readonly costedRevenue: number;
  readonly cost: number;
  readonly costToServe: readonly CostPart[];
  /** Profit after cost-to-serve; where no margin is known: revenue less cost to serve, the most it can be. */
  readonly contribution: number;
  /** Consecutive quarters (three months ending with the as-of month, and back) with a negative contribution. */
  readonly lossQuarters: number;
  readonly invoices: number;
  readonly lines: number;
  readonly creditNotes: number;
  readonly dueAmount: number;
  readonly overdueAmount: number;
  readonly overdueAmountDays: number;
  /** Net revenue of the 12 months, oldest first. */
  readonly months: readonly number[];
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly lastSaleDay: Day | null;
  /** How fresh the trade is on the as-of day, 0–1: halves every year after the last line. */
  readonly freshness: number;
  readonly trend: { readonly months: number; readonly now: number; readonly before: number } | null;
  readonly spread: { readonly months: number; readonly mean: number; readonly deviation: number } | null;
  readonly values: Readonly<Record<TradeMeasure, number | null>>;
}

/**
 * Measures one customer's trade; null when nothing counts (no trade up to the as-of month, or only in currencies without a rate).
 *
 * | measure | value |
 * |---|---|
 * | revenue | net revenue of the 12 months, minor units |
 * | revenueTrend | (now − before) / before over equal spans of complete months, up to 12, never before `dataFrom`; null below 3 months each or before ≤ 0 |
 * | grossMargin | gross margin / revenue of the 12 months (see `grossMargin`); null without revenue or margin |
 * | contribution | gross margin − cost to serve of the 12 months, minor units; null without margin |
 * | contributionMargin | contribution / revenue; null without revenue or margin |
 * | recency | days from the last line that is no credit note to the as-of day |
 * | frequency | invoices of the 12 months that are no credit notes, counted per month |
 * | volatility | standard deviation / mean of monthly net revenue over up to 12 complete months since the first trade; null below 6 or mean ≤ 0 |
 * | overdueShare | (paid late + unpaid past due) / amount with a due day, of the 12 months, 0–1; null without due days or payments |
 * | returnShare | credit notes / gross sales of the 12 months, 0–1; null without gross sales |
 *
 * @param months of one customer, any order; months after the as-of month are left out
 */
export function measureTrade(months: readonly TradeMonth[], overdue: readonly OverdueItem[], context: TradeContext): TradeFigures | null {
  const { calendar, dataFrom } = prepared(context);
  ledger.open(context, calendar.current);
  for (const month of months) ledger.add(month);
  const { firstDay, lastDay, lastSaleDay, revenue } = ledger;
  if (firstDay === null || lastDay === null) return null;
  if (context.paymentsKnown) for (const item of overdue) ledger.addOverdue(item);

  const year = ledger.sum(0, 12);
  const margin = grossMargin(year.revenue, year.costedRevenue, year.cost, context.costToServe.defaultMargin);
  const parts = costToServe(year, context.costToServe);
  const contribution = (margin?.margin ?? year.revenue) - totalCostToServe(parts);
  const trend = dataFrom === null ? null : trendOf(revenue, calendar, dataFrom);
  const spread = spreadOver(revenue, calendar, Math.max(dataFrom ?? 0, firstComplete(firstDay)));
  const gross = year.revenue - year.credits;
  const sold = year.revenue > 0;
  return {
    asOf: context.asOf, currency: context.reportingCurrency,
    revenue: year.revenue, revenueBefore: ledger.sum(12, 24).revenue, credits: year.credits,
    margin: margin?.margin ?? null, marginBasis: margin?.basis ?? null, costedRevenue: year.costedRevenue, cost: year.cost,
    costToServe: parts, contribution, lossQuarters: lossQuarters(context.costToServe, margin?.assumedRate ?? null),
    invoices: year.invoices, lines: year.lines, creditNotes: year.creditNotes,
    dueAmount: year.dueAmount, overdueAmount: year.overdueAmount, overdueAmountDays: year.overdueAmountDays,
    months: Array.from({ length: 12 }, (_, i) => revenue[11 - i]!), firstDay, lastDay, lastSaleDay, freshness: fade(daysBetween(lastDay, context.asOf)), trend, spread,
    values: {
      revenue: year.revenue,
      revenueTrend: trend && trend.before > 0 ? (trend.now - trend.before) / trend.before : null,
      grossMargin: margin && sold ? margin.margin / year.revenue : null,
      contribution: margin ? contribution : null,
      contributionMargin: margin && sold ? contribution / year.revenue : null,
      recency: lastSaleDay === null ? null : Math.max(0, daysBetween(lastSaleDay, context.asOf)),
      frequency: year.invoices,
      volatility: spread && spread.mean > 0 ? spread.deviation / spread.mean : null,
      overdueShare: context.paymentsKnown && year.dueAmount > 0 ? Math.min(1, Math.max(0, year.overdueAmount / year.dueAmount)) : null,
      returnShare: gross > 0 ? Math.min(1, Math.max(0, 0 - year.credits) / gross) : null,
    },
  };
}

/** Currencies of these months that have no rate to the reporting currency, sorted: shown as not counted. */
export function uncountedCurrencies(months: readonly TradeMonth[], context: TradeContext): string[] {
  return [...new Set(months.map((month) => month.currency).filter((currency) => conversionFactor(currency, context) === null))].toSorted();
}

/** One ledger serves all customers, one after the other: 100,000 of them would be 300 MB of short-lived arrays. */
const ledger = new MonthLedger();

/** What follows from the context alone is worked out once for all customers. */
const preparations = new WeakMap<TradeContext, { calendar: Calendar; dataFrom: number | null }>();

function prepared(context: TradeContext): { calendar: Calendar; dataFrom: number | null } {
  let known = preparations.get(context);
  if (!known) preparations.set(context, (known = { calendar: calendarOf(context.asOf), dataFrom: context.dataFrom === null ? null : firstComplete(context.dataFrom) }));
  return known;
}

function lossQuarters(rates: CostToServeRates, ownRate: number | null): number {
  let quarters = 0;
  for (let back = 0; back + 3 <= MONTHS_BACK; back += 3) {
    const quarter = ledger.sum(back, back + 3);
    // A quarter is judged by the rate of the year, so that one uncosted invoice does not turn the sign.
    const margin = grossMargin(quarter.revenue, quarter.costedRevenue, quarter.cost, ownRate ?? rates.defaultMargin);
    if ((margin?.margin ?? quarter.revenue) - totalCostToServe(costToServe(quarter, rates)) >= 0) break;
    quarters += 1;
  }
  return quarters;
}
