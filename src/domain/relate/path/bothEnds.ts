import { UNREACHED } from './cost.ts';
import type { Barred, Found } from './search.ts';
import type { TieGraph } from './tieGraph.ts';

/** Width of a bucket of costs. A tie mostly costs more, so a bucket hardly ever feeds itself; where it does, it is read on. */
const WIDTH = 128;
/** Ties read before the search gives up: then the way is long, and most likely too long. */
const PATIENCE = 30_000;

/**
 * The one cheapest way from any sources to a target, with nothing prepared and however long it is: from both ends at once, each in the
 * order of its costs, until no way that has not been seen can be cheaper (Pohl, 1971; buckets after Dial, 1969). Most ways are short
 * enough by themselves. Holds 12 bytes a person between questions.
 */
export class BothEnds {
  private readonly graph: TieGraph;
  private ahead = new Side(0);
  private back = new Side(0);

  constructor(graph: TieGraph) {
    this.graph = graph;
  }

  /** Null when there is no way, 'lost' when it gave up. The target is no source, and not banned. */
  find(sources: ReadonlySet<number>, target: number, banned: Barred): Found | null | 'lost' {
    const capacity = this.graph.start.length;
    if (this.ahead.cells.length < capacity) [this.ahead, this.back] = [new Side(capacity), new Side(capacity)];
    for (const person of sources) if (!banned.has(person)) this.ahead.keep(person, 0, -1);
    this.back.keep(target, 0, -1);
    try {
      return this.search(sources, banned);
    } finally {
      this.ahead.clear();
      this.back.clear();
    }
  }

  private search(sources: ReadonlySet<number>, banned: Barred): Found | null | 'lost' {
    const { ahead, back, graph: { start, degree, to, cost } } = this;
    let best = UNREACHED;
    let meetAt = -1;
    let read = 0;
    while (ahead.advance() && back.advance() && ahead.reached + back.reached < best) {
      const side = ahead.bucket.length <= back.bucket.length ? ahead : back;
      const other = side === ahead ? back : ahead;
      const { bucket, cells, reached } = side;
      for (let n = 0; n < bucket.length; n++) {
        const person = bucket[n]!;
        const value = cells[person]!;
        // Settled in an earlier bucket; or a source, which no way passes.
        if (value < reached || (side === back && sources.has(person))) continue;
        read += degree[person]!;
        for (let at = start[person]!, last = at + degree[person]!; at < last; at++) {
          const next = to[at]!;
          const sum = value + cost[at]!;
          const whole = sum + other.cells[next]!;
          if (cells[next]! <= sum || (sum + other.reached >= best && whole >= best) || banned.has(next)) continue;
          side.keep(next, sum, person);
          if (whole >= best) continue;
          best = whole;
          meetAt = next;
        }
      }
      bucket.length = 0;
      if (read > PATIENCE) return 'lost';
    }
    return meetAt < 0 ? null : { walk: [...back.trail(meetAt).reverse(), ...ahead.trail(meetAt).slice(1)], cost: best };
  }
}

/** What is reached from one end: costs, from whom, and the people who wait, in buckets by cost. */
class Side {
  readonly cells: Uint16Array;
  private readonly from: Int32Array;
  private readonly buckets: number[][] = Array.from({ length: Math.ceil((UNREACHED + 1) / WIDTH) }, () => []);
  private readonly seen: number[] = [];
  private at = 0;
  private last = 0;

  constructor(capacity: number) {
    this.cells = new Uint16Array(capacity).fill(UNREACHED);
    this.from = new Int32Array(capacity);
  }

  /** All costs below this are final. */
  get reached(): number {
    return this.at * WIDTH;
  }

  get bucket(): number[] {
    return this.buckets[this.at]!;
  }

  /** Keeps a cost that is lower than what was known. */
  keep(person: number, value: number, from: number): void {
    if (this.cells[person] === UNREACHED) this.seen.push(person);
    this.cells[person] = value;
    this.from[person] = from;
    const bucket = Math.floor(value / WIDTH);
    this.buckets[bucket]!.push(person);
    if (bucket > this.last) this.last = bucket;
  }

  /** Goes to the next bucket with something in it; false when nothing is left. */
  advance(): boolean {
    while (this.at <= this.last && this.buckets[this.at]!.length === 0) this.at++;
    return this.at <= this.last;
  }

  /** People from one who was reached back to where this side began. */
  trail(person: number): number[] {
    const people = [];
    for (let at = person; at >= 0; at = this.from[at]!) people.push(at);
    return people;
  }

  clear(): void {
    for (const person of this.seen) this.cells[person] = UNREACHED;
    this.seen.length = 0;
    for (let n = 0; n <= this.last; n++) this.buckets[n]!.length = 0;
    this.at = 0;
    this.last = 0;
  }
}
