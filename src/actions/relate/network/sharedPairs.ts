import { dayFromNumber, type Day } from '#domain/day.ts';
import { SHARED_KINDS, type SharedTime } from '#domain/relate/sharedTimes.ts';

/** Bits of one entry behind the number of the other person: the kind, and the last day they shared, counted from 1790 so that it is never negative. */
const [KIND_BITS, DAY_BITS, DAY_0] = [2, 18, 65_536];
const KIND = 2 ** DAY_BITS;
const OTHER = KIND * 2 ** KIND_BITS;

/**
 * Pairs of people who were at one place at one time, noted in any order and read in that of the pairs. One number each: a million pairs as objects, sorted and
 * compared once more, took longer than all ties that were told.
 */
export class SharedPairs {
  private readonly first: number[] = [];
  private readonly entries: number[] = [];
  private readonly days = new Map<number, Day>();
  private sorted = new Float64Array(0);
  private starts = new Int32Array(0);
  private at = 0;
  /** The pair that is to be taken next, the smaller number first; both Infinity at the end. */
  a = Infinity;
  b = Infinity;

  /** `kind`: its place in SHARED_KINDS; `until`: number of the last day they shared, NaN where it needs none. */
  add(one: number, other: number, kind: number, until: number): void {
    this.first.push(Math.min(one, other));
    this.entries.push(Math.max(one, other) * OTHER + kind * KIND + (Number.isNaN(until) ? 0 : Math.min(KIND - 1, Math.max(1, until + DAY_0))));
  }

  /** Puts all in order; from then on they are taken. `highest`: the highest number of a person. */
  settle(highest: number): void {
    const { first, entries } = this;
    this.starts = new Int32Array(highest + 2);
    for (const person of first) this.starts[person + 1]!++;
    for (let person = 0; person <= highest; person++) this.starts[person + 1]! += this.starts[person]!;
    this.sorted = new Float64Array(entries.length);
    const seat = this.starts.slice();
    for (let n = 0; n < entries.length; n++) this.sorted[seat[first[n]!]!++] = entries[n]!;
    for (let person = 0; person <= highest; person++) if (this.starts[person + 1]! - this.starts[person]! > 1) this.sorted.subarray(this.starts[person], this.starts[person + 1]).sort();
    first.length = entries.length = 0;
    this.a = 0;
    this.look();
  }

  /** What the next pair shared, of each kind the latest, and goes on to the one after it. */
  take(): SharedTime[] {
    const { a, b } = this;
    const found: SharedTime[] = [];
    for (let last = -1; this.a === a && this.b === b; this.at++, this.look()) {
      const code = this.sorted[this.at]! % OTHER;
      const kind = Math.floor(code / KIND);
      const to = this.dayOf(code % KIND);
      // In order, so that of one kind the latest comes last.
      const time = { kind: SHARED_KINDS[kind]!, place: '', from: to, to };
      if (kind === last) found[found.length - 1] = time;
      else found.push(time);
      last = kind;
    }
    return found;
  }

  private look(): void {
    if (this.at >= this.sorted.length) {
      this.a = this.b = Infinity;
      return;
    }
    while (this.at >= this.starts[this.a + 1]!) this.a++;
    this.b = Math.floor(this.sorted[this.at]! / OTHER);
  }

  /** The same few thousand days come again and again. */
  private dayOf(code: number): Day | null {
    if (code === 0) return null;
    let day = this.days.get(code);
    if (day === undefined) this.days.set(code, (day = dayFromNumber(code - DAY_0)));
    return day;
  }
}
