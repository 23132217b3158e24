import { ownText } from './cell.ts';

/** Lines a sum must have before an unnamed row that equals it is taken for a total: below, equality may be chance. */
export const LINES = 10;
/** Labels that say it themselves. */
export const NAMED = /(?:total|sum|小计|小計|合计|合計|总计|總計)\s*$/i;

interface Run { sum: number; lines: number; largest: number }
const empty = (): Run => ({ sum: 0, lines: 0, largest: 0 });

/**
 * Finds total rows by their amount, where no word gives them away: a row that is, to the last minor unit, the sum of all rows
 * before it or of those since the last total ("Acme Total" under Acme's lines, 全部客户 at the end). Constant memory apart
 * from the customers' labels. A total above its lines cannot be told from a line while reading on: see `AboveWatch`.
 */
export class TotalWatch {
  private readonly runs = new Map<string, { all: Run; since: Run }>();
  private readonly labels = new Set<string>();

  /** Whether the row sums up those before it. `label` is its customer, `amount` minor units. */
  isSum(label: string, amount: number, currency: string): boolean {
    const run = this.runs.get(currency);
    if (run === undefined || (amount !== run.since.sum && amount !== run.all.sum)) return false;
    const summed = amount === run.all.sum && run.all.lines > run.since.lines ? run.all : run.since;
    if (summed.sum !== amount || summed.lines === 0) return false;
    return NAMED.test(label) || (summed.lines >= LINES && Math.abs(amount) > summed.largest && !this.labels.has(label));
  }

  /** A row that is no total. */
  line(label: string, amount: number, currency: string): void {
    let run = this.runs.get(currency);
    if (run === undefined) this.runs.set(currency, (run = { all: empty(), since: empty() }));
    add(run.all, amount);
    add(run.since, amount);
    if (!this.labels.has(label)) this.labels.add(ownText(label));
  }

  /** A row that is one: the next subtotal counts from here. */
  total(currency: string): void {
    const run = this.runs.get(currency);
    if (run !== undefined) run.since = empty();
  }
}

function add(run: Run, amount: number): void {
  run.sum += amount;
  run.lines++;
  const size = Math.abs(amount);
  if (size > run.largest) run.largest = size;
}
