import type { Day } from '#domain/day.ts';
import { conversionFactor } from './conversion.ts';
import type { OverdueItem, TradeContext } from './measures.ts';
import { monthIndex } from './seasons.ts';
import type { TradeMonth } from './trade.ts';

/** Months back that are looked at: twelve quarters for the quarters of loss, two years for the trend. */
export const MONTHS_BACK = 36;

/** Sums over some months, in whole minor units of the reporting currency. */
export interface TradeSums {
  readonly revenue: number;
  readonly credits: number;
  readonly cost: number;
  readonly costedRevenue: number;
  readonly lines: number;
  readonly invoices: number;
  readonly creditNotes: number;
  readonly dueAmount: number;
  readonly overdueAmount: number;
  readonly overdueAmountDays: number;
}

const FIELDS = 10;

/** One customer's trade by months back from the as-of month, every month converted by itself; what has no rate is left out. */
export class MonthLedger {
  firstDay: Day | null = null;
  lastDay: Day | null = null;
  lastSaleDay: Day | null = null;
  private readonly cells = new Float64Array(FIELDS * MONTHS_BACK);
  /** Net revenue by months back. */
  readonly revenue = this.cells.subarray(0, MONTHS_BACK);
  private context: TradeContext | null = null;
  private current = 0;

  /** Begins with the next customer. */
  open(context: TradeContext, current: number): void {
    this.context = context;
    this.current = current;
    this.firstDay = null;
    this.lastDay = null;
    this.lastSaleDay = null;
    this.cells.fill(0);
  }

  /** Adds a month; one after the as-of month, or in a currency without a rate, does not count. */
  add(month: TradeMonth): void {
    const back = this.current - monthIndex(month.month);
    const factor = this.factorOf(month.currency);
    if (back < 0 || factor === null) return;
    if (this.firstDay === null || month.firstDay < this.firstDay) this.firstDay = month.firstDay;
    if (this.lastDay === null || month.lastDay > this.lastDay) this.lastDay = month.lastDay;
    if (month.lastSaleDay !== null && (this.lastSaleDay === null || month.lastSaleDay > this.lastSaleDay)) this.lastSaleDay = month.lastSaleDay;
    if (back >= MONTHS_BACK) return;
    this.put(0, back, month.revenue, factor);
    this.put(1, back, month.credits, factor);
    this.put(2, back, month.cost, factor);
    this.put(3, back, month.costedRevenue, factor);
    this.put(4, back, month.lines, 1);
    this.put(5, back, month.invoices, 1);
    this.put(6, back, month.creditNotes, 1);
    this.put(7, back, month.dueAmount, factor);
    this.put(8, back, month.lateAmount, factor);
    this.put(9, back, month.lateAmountDays, factor);
  }

  /** Adds what is unpaid past its due day to the month of its invoices. */
  addOverdue(item: OverdueItem): void {
    const back = this.current - monthIndex(item.month);
    const factor = this.factorOf(item.currency);
    if (back < 0 || back >= MONTHS_BACK || factor === null) return;
    this.put(8, back, item.amount, factor);
    this.put(9, back, item.amountDays, factor);
  }

  /** Sums from one month back (included) to another (not included). */
  sum(from: number, to: number): TradeSums {
    return {
      revenue: this.total(0, from, to), credits: this.total(1, from, to), cost: this.total(2, from, to), costedRevenue: this.total(3, from, to), lines: this.total(4, from, to),
      invoices: this.total(5, from, to), creditNotes: this.total(6, from, to), dueAmount: this.total(7, from, to), overdueAmount: this.total(8, from, to), overdueAmountDays: this.total(9, from, to),
    };
  }

  private factorOf(currency: string): number | null {
    return conversionFactor(currency, this.context!);
  }

  private put(field: number, back: number, amount: number, factor: number): void {
    this.cells[field * MONTHS_BACK + back]! += factor === 1 ? amount : Math.round(amount * factor);
  }

  private total(field: number, from: number, to: number): number {
    let sum = 0;
    for (let i = field * MONTHS_BACK + from; i < field * MONTHS_BACK + to; i += 1) sum += this.cells[i]!;
    return sum;
  }
}
