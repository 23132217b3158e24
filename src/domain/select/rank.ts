import { monthOf, type Day } from '../day.ts';
import { toMajor } from '../money.ts';
import { abc, concentration } from './concentration.ts';
import { ownText } from './cell.ts';
import type { CostToServeRates } from './costToServe.ts';
import { classOf } from './classify.ts';
import { gradeOf } from './grade.ts';
import { measureTrade, type TradeContext, type TradeFigures } from './measures.ts';
import type { ScoreModel } from './model.ts';
import { normaliseKey } from './name.ts';
import { scoreAll } from './score.ts';
import { buildSheet } from './sheet.ts';
import type { InvoiceLine, TradeMonth } from './trade.ts';

/** One customer of the terminal's ranking. Money in major units, exact to the minor one. */
export interface RankedCustomer {
  key: string;
  name: string;
  rank: number;
  net: number;
  share: number | null;
  cumulativeShare: number | null;
  abc: 'A' | 'B' | 'C' | null;
  invoices: number;
  first: Day;
  last: Day;
  score: number | null;
  grade: string | null;
  class: string | null;
  confidence: number;
}

/** A ranking of one currency. */
export interface Ranking {
  customers: RankedCustomer[];
  concentration: Record<'total' | 'customers' | 'negative' | 'top1pct' | 'top5pct' | 'top10pct' | 'top20pct' | 'top50pct' | 'customersFor80pct' | 'gini' | 'hhi' | 'whalePeakShare' | 'whalePeakRank', number | null>;
}

interface Customer { key: string; name: string; net: number; invoices: Set<string>; unnumbered: number; first: Day; last: Day; months: Map<string, TradeMonth & { numbers: Set<string> }> }

/** Collects lines customer by customer and month by month; holds customers, not lines. */
export class LineLedger {
  lines = 0;
  lastDay: Day | null = null;
  firstDay: Day | null = null;
  private readonly currencies = new Map<string, { lines: number; customers: Map<string, Customer> }>();
  private paymentsKnown = false;

  add(line: InvoiceLine): void {
    this.lines++;
    if (this.lastDay === null || line.day > this.lastDay) this.lastDay = line.day;
    if (this.firstDay === null || line.day < this.firstDay) this.firstDay = line.day;
    if (line.paidDay !== null) this.paymentsKnown = true;
    let book = this.currencies.get(line.currency);
    if (!book) this.currencies.set(line.currency, (book = { lines: 0, customers: new Map() }));
    book.lines++;
    const norm = normaliseKey(line.customerKey);
    let customer = book.customers.get(norm);
    if (!customer) book.customers.set(ownText(norm), (customer = { key: ownText(line.customerKey), name: ownText(line.customerName), net: 0, invoices: new Set(), unnumbered: 0, first: line.day, last: line.day, months: new Map() }));
    customer.net += line.amount;
    if (line.day < customer.first) customer.first = line.day;
    if (line.day > customer.last) customer.last = line.day;
    if (line.kind !== 'credit') {
      if (line.invoiceNo === null) customer.unnumbered++;
      else customer.invoices.add(ownText(line.invoiceNo));
    }
    addToMonth(customer.months, line);
  }

  /** Currencies with their lines, most lines first. */
  totals(): { currency: string; lines: number; amount: number }[] {
    return [...this.currencies].map(([currency, book]) => ({ currency, lines: book.lines, amount: [...book.customers.values()].reduce((sum, customer) => sum + customer.net, 0) })).sort((a, b) => b.lines - a.lines);
  }

  /** The ranking of one currency on a day. Customers with names from a customer list are called by them. */
  rank(currency: string, model: ScoreModel, asOf: Day, rates: CostToServeRates, names: ReadonlyMap<string, string>, prospects: readonly { key: string; name: string }[] = []): Ranking {
    const { list, sheet } = this.sheet(currency, model, asOf, rates, prospects);
    const scores = scoreAll(sheet);
    const figures = concentration(list.map(({ customer }) => customer.net));
    const classes = abc(list.map(({ customer }) => customer.net));
    let cumulative = 0;
    let rank = 0;
    const customers = list.map(({ norm, customer }, n): RankedCustomer => {
      cumulative += customer.net;
      if (n === 0 || customer.net !== list[n - 1]!.customer.net) rank = n + 1;
      const total = scores.total[n]!;
      return {
        key: customer.key, name: names.get(norm) ?? customer.name, rank, net: toMajor(customer.net, currency),
        share: figures.total > 0 ? customer.net / figures.total : null, cumulativeShare: figures.total > 0 ? cumulative / figures.total : null, abc: classes[n]!,
        invoices: customer.invoices.size + customer.unnumbered, first: customer.first, last: customer.last,
        score: Number.isNaN(total) ? null : total, grade: gradeOf(scores.grade[n]!), class: classOf(scores.class[n]!), confidence: scores.confidence[n]!,
      };
    });
    const { whalePeakValue: _peak, ...rest } = figures;
    return { customers, concentration: { ...rest, total: toMajor(figures.total, currency) } };
  }

  /** The score sheet of one currency on a day: customers by net, then prospects without trade; index = place in the sheet. */
  sheet(currency: string, model: ScoreModel, asOf: Day, rates: CostToServeRates, prospects: readonly { key: string; name: string }[] = []) {
    const book = this.currencies.get(currency)?.customers ?? new Map<string, Customer>();
    const context: TradeContext = { asOf, dataFrom: this.firstDay, reportingCurrency: currency, rates: {}, costToServe: rates, paymentsKnown: this.paymentsKnown };
    const list = [...book].map(([norm, customer]) => ({ norm, customer })).sort((a, b) => b.customer.net - a.customer.net || compareKeys(a.customer.key, b.customer.key));
    const trades: (TradeFigures | null)[] = list.map(({ customer }) => measureTrade([...customer.months.values()], [], context));
    const unknown = prospects.filter((prospect) => !book.has(normaliseKey(prospect.key)));
    const sheet = buildSheet(model, [...list.map((_, id) => ({ id, trade: trades[id]!, marks: [] })), ...unknown.map((_, n) => ({ id: list.length + n, trade: null, marks: [] }))], { asOf });
    return { list, sheet };
  }
}

/** Keys that are numbers compare as numbers, so that ties stand in the order people expect. */
function compareKeys(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  if (Number.isFinite(x) && Number.isFinite(y) && x !== y) return x - y;
  return a < b ? -1 : a > b ? 1 : 0;
}

function addToMonth(months: Map<string, TradeMonth & { numbers: Set<string> }>, line: InvoiceLine): void {
  const month = monthOf(line.day);
  let sum = months.get(month);
  if (!sum) {
    months.set(month, (sum = {
      month, currency: line.currency, revenue: 0, credits: 0, cost: 0, costedRevenue: 0, lines: 0, invoices: 0, creditNotes: 0, dueAmount: 0, lateAmount: 0, lateAmountDays: 0,
      firstDay: line.day, lastDay: line.day, lastSaleDay: null, numbers: new Set(),
    }));
  }
  sum.lines++;
  sum.revenue += line.amount;
  if (line.kind === 'credit') sum.credits += line.amount;
  if (line.cost !== null) {
    sum.cost += line.cost;
    sum.costedRevenue += line.amount;
  }
  if (line.day < sum.firstDay) sum.firstDay = line.day;
  if (line.day > sum.lastDay) sum.lastDay = line.day;
  if (line.kind !== 'credit' && (sum.lastSaleDay === null || line.day > sum.lastSaleDay)) sum.lastSaleDay = line.day;
  const number = line.invoiceNo ?? `row ${line.row}`;
  if (sum.numbers.has(number)) return;
  sum.numbers.add(ownText(number));
  if (line.kind === 'credit') sum.creditNotes++;
  else sum.invoices++;
}
