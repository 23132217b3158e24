import { ownText } from './cell.ts';
import { LINES, NAMED } from './totalWatch.ts';

/** A row that sums up the ones below it. */
export interface AboveTotal { readonly row: number; readonly text: string; readonly amount: number; readonly currency: string }

/**
 * Finds total rows that stand above their lines, where no word gives them away: one over the whole file, one over each group of a file
 * that is nothing but groups, or both. Only the end of a file tells, so the rows are known when it has been read; constant memory apart
 * from the totals themselves.
 *
 * Sums equal by chance are many (ten lines of 1,000 under one of 10,000), so a single group in the middle of a file proves nothing. What
 * does: every group closes to the last minor unit exactly where the next begins, from the first row to the last.
 */
export class AboveWatch {
  private readonly byCurrency = new Map<string, Sequence>();

  /** A row with an amount in minor units that is not known to be a total; `label` is its customer. */
  row(row: number, label: string, amount: number, currency: string): void {
    let sequence = this.byCurrency.get(currency);
    if (!sequence) this.byCurrency.set(currency, (sequence = new Sequence()));
    sequence.row({ row, text: label, amount, currency });
  }

  /** The totals, once the whole file has passed. */
  found(): AboveTotal[] {
    return [...this.byCurrency.values()].flatMap((sequence) => sequence.found()).toSorted((a, b) => a.row - b.row);
  }
}

/** The rows of one currency. */
class Sequence {
  private first: AboveTotal | null = null;
  private again = false;
  private rest = { sum: 0, lines: 0, largest: 0 };
  /** Groups from the first row on, and from the second on: below a total of the whole file. */
  private readonly outer = new Chain();
  private readonly inner = new Chain();

  row(next: AboveTotal): void {
    this.outer.row(next);
    if (this.first === null) {
      this.first = { ...next, text: ownText(next.text) };
      return;
    }
    this.inner.row(next);
    add(this.rest, next.amount);
    if (next.text === this.first.text) this.again = true;
  }

  found(): readonly AboveTotal[] {
    const { first, rest } = this;
    if (first === null) return [];
    if (this.outer.holds()) return this.outer.headers;
    if (this.inner.holds() && this.inner.sum === first.amount) return [first, ...this.inner.headers];
    const whole = rest.lines >= LINES && rest.sum === first.amount && Math.abs(first.amount) > rest.largest;
    return whole && (NAMED.test(first.text) || !this.again) ? [first] : [];
  }
}

interface Run { sum: number; lines: number; largest: number }

function add(run: Run, amount: number): void {
  run.sum += amount;
  run.lines++;
  const size = Math.abs(amount);
  if (size > run.largest) run.largest = size;
}

/** So many groups without a clear one among four are no groups: equal amounts pair off by themselves. */
const TRIED = 1000;

/** Groups that follow one another without a gap: a total, then its lines. */
class Chain {
  readonly headers: AboveTotal[] = [];
  /** Sum of the totals. */
  sum = 0;
  private open: (Run & { readonly header: AboveTotal }) | null = null;
  /** Groups of two lines or more whose total is larger than each of them, and the lines in these. */
  private clear = 0;
  private linesInClear = 0;
  private dead = false;

  row(next: AboveTotal): void {
    if (this.dead) return;
    const { open } = this;
    if (open === null) {
      // A line of nothing changes no sum: it belongs to the group before it.
      if (next.amount !== 0) this.open = { header: next, sum: 0, lines: 0, largest: 0 };
      return;
    }
    add(open, next.amount);
    if (open.sum !== open.header.amount) return;
    if (open.lines > 1 && Math.abs(open.header.amount) > open.largest) {
      this.clear++;
      this.linesInClear += open.lines;
    }
    this.headers.push({ ...open.header, text: ownText(open.header.text) });
    this.sum += open.header.amount;
    this.open = null;
    if (this.headers.length > TRIED && this.clear * 4 < this.headers.length) {
      this.dead = true;
      this.headers.length = 0;
    }
  }

  /** Whether the file is nothing but groups: two clear ones at least, and as many as there are others. */
  holds(): boolean {
    return !this.dead && this.open === null && this.clear >= 2 && this.clear * 2 >= this.headers.length && this.linesInClear >= LINES;
  }
}
