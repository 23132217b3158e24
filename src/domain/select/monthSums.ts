import { dayFromNumber } from '../day.ts';
import { pairHash } from './lineHash.ts';
import { NumberTable } from './numberTable.ts';
import type { TradeMonth } from './trade.ts';

/** One line as it is summed: days as days since 1970, months since year 0, texts as hashes. */
export interface SummedLine {
  readonly customer: number;
  readonly month: number;
  readonly day: number;
  readonly currency: string;
  readonly amount: number;
  readonly cost: number | null;
  readonly credit: boolean;
  /** Hash of the invoice number; of the day where there is none. */
  readonly invoice: number;
  readonly dueDay: number | null;
  readonly paidDay: number | null;
}

const SUMS = 7;
const COUNTS = 3;
const DAYS = 3;
const NEVER = -2_147_483_648;
const CURRENCIES = 32;
const MONTHS = 4096 * 12;
/** Groups beyond which the store sums: 100 bytes each. */
const MOST = 300_000;

/**
 * Sums of lines by customer, month and currency while they pass, the same as storage/select/tradeMonths.ts computes in the store
 * (a test holds the two together): for customers that have no other lines this saves the store from reading a million lines again.
 */
export class MonthSums {
  /** There are more groups (or currencies) than are kept here; what it holds is of no use. */
  full = false;
  private readonly most: number;
  private readonly groups = new NumberTable();
  private readonly invoices = new NumberTable();
  private readonly currencies: string[] = [];
  private readonly keys: number[] = [];
  private sums = new Float64Array(SUMS << 10);
  private counts = new Uint32Array(COUNTS << 10);
  private days = new Int32Array(DAYS << 10);

  /** `most`: groups beyond which it gives up. */
  constructor(most = MOST) {
    this.most = most;
  }

  add(line: SummedLine): void {
    if (this.full) return;
    let currency = this.currencies.indexOf(line.currency);
    if (currency < 0) currency = this.currencies.push(line.currency) - 1;
    if (currency >= CURRENCIES || this.groups.size >= this.most) {
      this.drop();
      return;
    }
    const key = (line.customer * MONTHS + line.month) * CURRENCIES + currency;
    const group = this.groups.place(key);
    if (group === this.keys.length) this.begin(key, group);
    const { sums, counts, days } = this;
    const s = group * SUMS;
    const c = group * COUNTS;
    const d = group * DAYS;
    sums[s]! += line.amount;
    if (line.credit) sums[s + 1]! += line.amount;
    if (line.cost !== null) {
      sums[s + 2]! += line.cost;
      sums[s + 3]! += line.amount;
    }
    if (line.dueDay !== null) {
      sums[s + 4]! += line.amount;
      if (line.paidDay !== null && line.paidDay > line.dueDay) {
        sums[s + 5]! += line.amount;
        sums[s + 6]! += line.amount * (line.paidDay - line.dueDay);
      }
    }
    counts[c]!++;
    const known = this.invoices.size;
    if (this.invoices.place(pairHash(group * 2 + (line.credit ? 1 : 0), line.invoice)) === known) counts[c + (line.credit ? 2 : 1)]!++;
    if (line.day < days[d]!) days[d] = line.day;
    if (line.day > days[d + 1]!) days[d + 1] = line.day;
    if (!line.credit && line.day > days[d + 2]!) days[d + 2] = line.day;
  }

  /** The sums, by customer, month and currency ascending. */
  *months(): Generator<TradeMonth & { customer: number }> {
    const order = this.keys.map((_, n) => n).sort((a, b) => this.keys[a]! - this.keys[b]!);
    for (const n of order) {
      const key = this.keys[n]!;
      const month = Math.floor(key / CURRENCIES) % MONTHS;
      const [revenue, credits, cost, costedRevenue, dueAmount, lateAmount, lateAmountDays] = this.sums.subarray(n * SUMS, (n + 1) * SUMS) as unknown as [number, number, number, number, number, number, number];
      const [lines, invoices, creditNotes] = this.counts.subarray(n * COUNTS, (n + 1) * COUNTS) as unknown as [number, number, number];
      const [first, last, lastSale] = this.days.subarray(n * DAYS, (n + 1) * DAYS) as unknown as [number, number, number];
      yield {
        customer: Math.floor(key / CURRENCIES / MONTHS), month: `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`, currency: this.currencies[key % CURRENCIES]!,
        revenue, credits, cost, costedRevenue, lines, invoices, creditNotes, dueAmount, lateAmount, lateAmountDays,
        firstDay: dayFromNumber(first), lastDay: dayFromNumber(last), lastSaleDay: lastSale === NEVER ? null : dayFromNumber(lastSale),
      };
    }
  }

  private begin(key: number, group: number): void {
    this.keys.push(key);
    if ((group + 1) * SUMS > this.sums.length) {
      const grow = <T extends Float64Array | Uint32Array | Int32Array>(from: T, to: T): T => {
        to.set(from as never);
        return to;
      };
      this.sums = grow(this.sums, new Float64Array(this.sums.length * 2));
      this.counts = grow(this.counts, new Uint32Array(this.counts.length * 2));
      this.days = grow(this.days, new Int32Array(this.days.length * 2));
    }
    this.days[group * DAYS] = 2_147_483_647;
    this.days[group * DAYS + 1] = NEVER;
    this.days[group * DAYS + 2] = NEVER;
  }

  private drop(): void {
    this.full = true;
    this.keys.length = 0;
    this.sums = new Float64Array(0);
  }
}
