import { dayNumber, monthOf, type Day, type Month } from '#domain/day.ts';
import { minorDigits } from '#domain/money.ts';
import { costToServe, grossMargin, totalCostToServe, type CostPart, type CostToServeRates, type MarginBasis } from './costToServe.ts';
import type { TradeMeasure } from './model.ts';
import { monthIndex, spreadOver, trendOf } from './seasons.ts';
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
  readonly trend: { readonly months: number; readonly now: number; readonly before: number } | null;
  readonly spread: { readonly months: number; readonly mean: number; readonly deviation: number } | null;
  readonly values: Readonly<Record<TradeMeasure, number | null>>;
}

/** Months back that are looked at: twelve quarters for `lossQuarters`, two years for the trend. */
const MONTHS_BACK = 36;

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
  const current = monthIndex(monthOf(context.asOf));
  const { factorOf, counted } = converter(context);
  const revenue = new Array<number>(MONTHS_BACK).fill(0);
  const work = Array.from({ length: MONTHS_BACK }, emptyMonth);
  let firstDay: Day | null = null;
  let lastDay: Day | null = null;
  let lastSaleDay: Day | null = null;
  for (const month of months) {
    const back = current - monthIndex(month.month);
    if (back < 0 || !counted(month.currency)) continue;
    if (firstDay === null || month.firstDay < firstDay) firstDay = month.firstDay;
    if (lastDay === null || month.lastDay > lastDay) lastDay = month.lastDay;
    if (month.lastSaleDay !== null && (lastSaleDay === null || month.lastSaleDay > lastSaleDay)) lastSaleDay = month.lastSaleDay;
    if (back >= MONTHS_BACK) continue;
    const factor = factorOf(month.currency);
    revenue[back]! += convert(month.revenue, factor);
    addMonth(work[back]!, month, factor);
  }
  if (firstDay === null || lastDay === null) return null;
  if (context.paymentsKnown) {
    for (const item of overdue) {
      const back = current - monthIndex(item.month);
      if (back < 0 || back >= MONTHS_BACK || !counted(item.currency)) continue;
      work[back]!.overdueAmount += convert(item.amount, factorOf(item.currency));
      work[back]!.overdueAmountDays += convert(item.amountDays, factorOf(item.currency));
    }
  }

  const year = sumMonths(work, 0, 12);
  const yearRevenue = sumOf(revenue, 0, 12);
  const margin = grossMargin(yearRevenue, year.costedRevenue, year.cost, context.costToServe.defaultMargin);
  const parts = costToServe(year, context.costToServe);
  const contribution = (margin?.margin ?? yearRevenue) - totalCostToServe(parts);
  const trend = trendOf(revenue, context.asOf, context.dataFrom);
  const spread = spreadOver(revenue, context.asOf, context.dataFrom !== null && context.dataFrom > firstDay ? context.dataFrom : firstDay);
  const gross = yearRevenue - year.credits;
  const known = context.paymentsKnown && year.dueAmount > 0;
  return {
    asOf: context.asOf, currency: context.reportingCurrency,
    revenue: yearRevenue, revenueBefore: sumOf(revenue, 12, 24), credits: year.credits,
    margin: margin?.margin ?? null, marginBasis: margin?.basis ?? null, costedRevenue: year.costedRevenue, cost: year.cost,
    costToServe: parts, contribution, lossQuarters: lossQuarters(revenue, work, context.costToServe, margin?.assumedRate ?? null),
    invoices: year.invoices, lines: year.lines, creditNotes: year.creditNotes,
    dueAmount: year.dueAmount, overdueAmount: year.overdueAmount, overdueAmountDays: year.overdueAmountDays,
    months: revenue.slice(0, 12).reverse(), firstDay, lastDay, lastSaleDay, trend, spread,
    values: {
      revenue: yearRevenue,
      revenueTrend: trend && trend.before > 0 ? (trend.now - trend.before) / trend.before : null,
      grossMargin: margin && yearRevenue > 0 ? margin.margin / yearRevenue : null,
      contribution: margin ? contribution : null,
      contributionMargin: margin && yearRevenue > 0 ? contribution / yearRevenue : null,
      recency: lastSaleDay === null ? null : Math.max(0, dayNumber(context.asOf) - dayNumber(lastSaleDay)),
      frequency: year.invoices,
      volatility: spread && spread.mean > 0 ? spread.deviation / spread.mean : null,
      overdueShare: known ? Math.min(1, Math.max(0, year.overdueAmount / year.dueAmount)) : null,
      returnShare: gross > 0 ? Math.min(1, Math.max(0, 0 - year.credits) / gross) : null,
    },
  };
}

/** Currencies of these months that have no rate to the reporting currency, sorted: shown as not counted. */
export function uncountedCurrencies(months: readonly TradeMonth[], context: TradeContext): string[] {
  const { counted } = converter(context);
  return [...new Set(months.map((month) => month.currency).filter((currency) => !counted(currency)))].toSorted();
}

/** Minor units of the reporting currency per minor unit of another; null where no rate was entered. */
export function conversionFactor(currency: string, context: Pick<TradeContext, 'reportingCurrency' | 'rates'>): number | null {
  if (currency === context.reportingCurrency) return 1;
  const rate = context.rates[currency];
  return rate === undefined ? null : rate * 10 ** (minorDigits(context.reportingCurrency) - minorDigits(currency));
}

interface MonthWork { credits: number; cost: number; costedRevenue: number; lines: number; invoices: number; creditNotes: number; dueAmount: number; overdueAmount: number; overdueAmountDays: number }

const emptyMonth = (): MonthWork => ({ credits: 0, cost: 0, costedRevenue: 0, lines: 0, invoices: 0, creditNotes: 0, dueAmount: 0, overdueAmount: 0, overdueAmountDays: 0 });

function addMonth(sum: MonthWork, month: TradeMonth, factor: number): void {
  sum.credits += convert(month.credits, factor);
  sum.cost += convert(month.cost, factor);
  sum.costedRevenue += convert(month.costedRevenue, factor);
  sum.lines += month.lines;
  sum.invoices += month.invoices;
  sum.creditNotes += month.creditNotes;
  sum.dueAmount += convert(month.dueAmount, factor);
  sum.overdueAmount += convert(month.lateAmount, factor);
  sum.overdueAmountDays += convert(month.lateAmountDays, factor);
}

function sumMonths(work: readonly MonthWork[], from: number, to: number): MonthWork {
  const sum = emptyMonth();
  for (let back = from; back < to; back += 1) for (const key of Object.keys(sum) as (keyof MonthWork)[]) sum[key] += work[back]![key];
  return sum;
}

function lossQuarters(revenue: readonly number[], work: readonly MonthWork[], rates: CostToServeRates, ownRate: number | null): number {
  let quarters = 0;
  for (let back = 0; back + 3 <= MONTHS_BACK; back += 3) {
    const quarter = sumMonths(work, back, back + 3);
    const sold = sumOf(revenue, back, back + 3);
    // A quarter is judged by the rate of the year, so that one uncosted invoice does not turn the sign.
    const margin = grossMargin(sold, quarter.costedRevenue, quarter.cost, ownRate ?? rates.defaultMargin);
    if ((margin?.margin ?? sold) - totalCostToServe(costToServe(quarter, rates)) >= 0) break;
    quarters += 1;
  }
  return quarters;
}

function converter(context: TradeContext): { factorOf: (currency: string) => number; counted: (currency: string) => boolean } {
  return {
    factorOf: (currency) => conversionFactor(currency, context) ?? 0,
    counted: (currency) => currency === context.reportingCurrency || context.rates[currency] !== undefined,
  };
}

const convert = (minor: number, factor: number): number => (factor === 1 ? minor : Math.round(minor * factor));

function sumOf(list: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += list[i]!;
  return sum;
}
