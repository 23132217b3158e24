import type { Kysely } from 'kysely';
import { addMonths, daysBetween, monthOf } from '#domain/day.ts';
import { currencyProfit } from '#domain/select/currencyTrade.ts';
import type { Schema } from '../schema.ts';
import { measuringOf } from './accountInputs.ts';
import type { Viewer } from './accountFilter.ts';
import { currenciesOf, openOverdueDays, tradeByAccount, type Months } from './portfolio.ts';
import type { ScoreRun } from './standings.ts';

export interface PortfolioQuestion {
  readonly measure: 'revenue' | 'contribution';
  readonly currency?: string | undefined;
  readonly period: 'year' | 'all';
}

export interface PortfolioValues {
  readonly currency: string;
  readonly currencies: readonly { currency: string; customers: number; revenue: number }[];
  /** Largest value first, equal values by id. */
  readonly customers: readonly { id: number; name: string; value: number }[];
}

/**
 * Revenue or profit after cost-to-serve of each visible account in one currency and period; currencies never mix. Without a
 * currency in the question: the reporting one where somebody trades in it, else the one with most customers.
 */
export async function readPortfolioValues(db: Kysely<Schema>, viewer: Viewer, run: ScoreRun, question: PortfolioQuestion): Promise<PortfolioValues> {
  const months = monthsOf(run, question.period);
  const currencies = await currenciesOf(db, viewer, months);
  const currency = question.currency ?? (currencies.find((one) => one.currency === run.reportingCurrency) ?? currencies[0])?.currency ?? run.reportingCurrency;
  const trading = await tradeByAccount(db, viewer, currency, months);
  let customers: { id: number; name: string; value: number }[];
  if (question.measure === 'revenue') customers = trading.map(({ id, name, revenue }) => ({ id, name, value: revenue }));
  else {
    const { context, imports } = await measuringOf(db, run);
    const open = await openOverdueDays(db, currency, months, run.asOf, imports, (due) => daysBetween(due, run.asOf));
    customers = trading.map((trade) => {
      const overdueAmountDays = context.paymentsKnown ? trade.overdueAmountDays + (open.get(trade.id) ?? 0) : trade.overdueAmountDays;
      return { id: trade.id, name: trade.name, value: currencyProfit({ ...trade, overdueAmountDays }, currency, context).contribution };
    });
  }
  return { currency, currencies, customers: customers.sort((a, b) => b.value - a.value || a.id - b.id) };
}

/** The last 12 months to the as-of month, or everything up to it. */
export function monthsOf(run: Pick<ScoreRun, 'asOf'>, period: 'year' | 'all'): Months {
  const to = monthOf(run.asOf);
  return { from: period === 'year' ? addMonths(to, -11) : '0000-00', to };
}
