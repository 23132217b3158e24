import type { Fault } from '#domain/select/importPlan.ts';
import type { InvoiceLine } from '#domain/select/trade.ts';

/** Lines of one set: their order by customer is a number times 2^16 plus the place. */
export const SET_LINES = 65_536;

/**
 * A customer that comes up for the first time; numbered in the order of appearance. It comes up a second time when it was
 * known only by the name of one merged into it, and its own name appears.
 */
export interface FileCustomer { readonly number: number; readonly key: string; readonly keyNorm: string; readonly name: string; readonly country: string | null }

const TEXTS = ['invoiceNo', 'day', 'currency', 'product', 'lineNo', 'kind', 'dueDay', 'paidDay'] as const;
const NUMBERS = ['identity', 'content', 'row', 'amount', 'cost', 'quantity'] as const;

/**
 * Lines by columns, as they cross from the reading thread to the storing one: numbers in buffers that are handed over, not
 * copied; each text once, the columns naming its place (0: none). Absent numbers are NaN.
 */
export type LineSet = { readonly count: number; readonly customer: Uint32Array; readonly texts: readonly string[] }
  & { readonly [name in (typeof TEXTS)[number]]: Uint32Array } & { readonly [name in (typeof NUMBERS)[number]]: Float64Array };

/** What the reader hands on: some lines, the customers that are new in them, and the rows it could not take. */
export interface Reading { readonly lines: LineSet; readonly customers: readonly FileCustomer[]; readonly faults: readonly Fault[] }

/** Buffers to hand over with a set. */
export function buffersOf(set: LineSet): ArrayBuffer[] {
  return [set.customer, ...TEXTS.map((name) => set[name]), ...NUMBERS.map((name) => set[name])].map((column) => column.buffer as ArrayBuffer);
}

/** Collects lines into a set. */
export class LinePacker {
  count = 0;
  private readonly numbers = Object.fromEntries(NUMBERS.map((name) => [name, new Float64Array(SET_LINES)])) as Record<(typeof NUMBERS)[number], Float64Array>;
  private readonly codes = Object.fromEntries(TEXTS.map((name) => [name, new Uint32Array(SET_LINES)])) as Record<(typeof TEXTS)[number], Uint32Array>;
  private readonly customers = new Uint32Array(SET_LINES);
  private readonly texts: string[] = [''];
  private readonly places = new Map<string, number>();
  /** Text of each column in the line before: it mostly comes again, and comparing is cheaper than looking it up. */
  private readonly last: (string | null)[] = TEXTS.map(() => null);
  private readonly lastAt: number[] = TEXTS.map(() => 0);

  get full(): boolean {
    return this.count === SET_LINES;
  }

  add(line: InvoiceLine, customer: number, identity: number, content: number): void {
    const { numbers, codes, count: at } = this;
    this.customers[at] = customer;
    numbers.identity[at] = identity;
    numbers.content[at] = content;
    numbers.row[at] = line.row;
    numbers.amount[at] = line.amount;
    numbers.cost[at] = line.cost ?? Number.NaN;
    numbers.quantity[at] = line.quantity ?? Number.NaN;
    for (let n = 0; n < TEXTS.length; n++) {
      const name = TEXTS[n]!;
      const text = line[name];
      if (text === null) continue;
      const column = codes[name];
      // An invoice that is not the last one is a new one: asking whether it was there would only cost.
      column[at] = text === this.last[n] ? column[this.lastAt[n]!]! : name === 'invoiceNo' ? this.append(text) : this.place(text);
      this.last[n] = text;
      this.lastAt[n] = at;
    }
    this.count++;
  }

  private place(text: string): number {
    let place = this.places.get(text);
    if (place === undefined) {
      place = this.append(text);
      this.places.set(text, place);
    }
    return place;
  }

  /** PostgreSQL keeps no NUL in a text, and none means anything. */
  private append(text: string): number {
    return this.texts.push(text.includes('\0') ? text.replaceAll('\0', '') : text) - 1;
  }

  /** The set; the packer is spent. A short one gives its unused room back. */
  take(): LineSet {
    const { count } = this;
    const cut = <T extends Float64Array | Uint32Array>(column: T): T => (count === SET_LINES ? column : column.slice(0, count) as T);
    const columns = Object.fromEntries([...TEXTS.map((name) => [name, cut(this.codes[name])] as const), ...NUMBERS.map((name) => [name, cut(this.numbers[name])] as const)]);
    return { count, customer: cut(this.customers), texts: this.texts, ...columns } as unknown as LineSet;
  }
}
