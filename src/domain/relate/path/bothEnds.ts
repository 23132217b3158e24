import { MOST_TIES, UNREACHED } from './cost.ts';
import type { Barred, Found } from './search.ts';
import type { TieGraph } from './tieGraph.ts';

/** Width of a bucket of costs. A tie mostly costs more, so a bucket hardly ever feeds itself; where it does, it is read on. */
const WIDTH = 128;
/** Places per person: the costs by number of ties (0 … 6) from the sources, then from the target. Together they are half a cache line. */
const SLOT = 16;
const BACK = 8;
/** A label that waits is person · 8 + ties. */
const TIES = 7;
const BITS = 3;

/**
 * The one cheapest way of at most so many ties from any sources to a target, with nothing prepared: from both ends at once, each in the order of
 * its costs, until no way that has not been seen can be cheaper (Pohl, 1971; buckets after Dial, 1969). A person is reached again
 * where that costs more but takes fewer ties (labels after Hansen, 1980), so the limit is exact. Holds 32 bytes a person between questions.
 */
export class BothEnds {
  private readonly graph: TieGraph;
  private readonly least: number;
  private cells = new Uint16Array(0);
  private readonly ahead = new Side(0);
  private readonly back = new Side(BACK);

  /** @param least what every tie costs at least */
  constructor(graph: TieGraph, least: number) {
    [this.graph, this.least] = [graph, least];
  }

  /** Null when there is no way. The target is no source, and not banned. */
  find(sources: ReadonlySet<number>, target: number, hops: number, banned: Barred): Found | null {
    const { ahead, back, graph } = this;
    if (this.cells.length < graph.people * SLOT) this.cells = new Uint16Array(graph.start.length * SLOT).fill(UNREACHED);
    for (const person of sources) if (!banned.has(person)) ahead.begin(this.cells, person, hops);
    back.begin(this.cells, target, hops);
    try {
      return this.search(sources, hops, banned);
    } finally {
      ahead.clear(this.cells);
      back.clear(this.cells);
    }
  }

  private search(sources: ReadonlySet<number>, hops: number, banned: Barred): Found | null {
    const { ahead, back, cells, least, graph: { start, degree, to, cost } } = this;
    let best = UNREACHED;
    let [meetAt, meetTies] = [-1, 0];
    // Both ends themselves first: then whoever is one tie from them is known, and nobody who has but one tie left needs to be read.
    for (let turn = 0; turn < 2 || (ahead.advance() && back.advance() && ahead.reached + back.reached + least < best); turn++) {
      const side = turn === 0 || (turn > 1 && ahead.bucket.length <= back.bucket.length) ? ahead : back;
      const other = side === ahead ? back : ahead;
      const { bucket, place } = side;
      const otherPlace = other.place;
      const rest = other.reached + least;
      for (let n = 0; n < bucket.length; n++) {
        const label = bucket[n]!;
        const [person, ties] = [label >>> BITS, label & TIES];
        const known = person * SLOT + place + ties;
        const value = cells[known]!;
        // Reached more cheaply since, with as many ties or fewer; or a source, which no way passes.
        if (value < side.reached || value + rest >= best || (ties > 0 && cells[known - 1]! <= value) || (side === back && sources.has(person))) continue;
        const [next, left] = [ties + 1, hops - ties - 1];
        for (let at = start[person]!, last = at + degree[person]!; at < last; at++) {
          const sum = value + cost[at]!;
          const slot = to[at]! * SLOT;
          if (cells[slot + place + next]! <= sum) continue;
          const whole = sum + cells[slot + otherPlace + left]!;
          if ((sum + rest >= best && whole >= best) || banned.has(to[at]!)) continue;
          side.keep(cells, to[at]!, next, hops, sum);
          if (whole >= best) continue;
          best = whole;
          meetAt = to[at]!;
          meetTies = side === ahead ? next : left;
        }
      }
      bucket.length = 0;
    }
    return meetAt < 0 ? null : { walk: straightened([...this.trail(meetAt, hops - meetTies, BACK).reverse(), ...this.trail(meetAt, meetTies, 0).slice(1)]), cost: best };
  }

  /** People from one who was reached in at most so many ties back to where that side began, by equal sums; over as few ties as do. */
  private trail(person: number, ties: number, place: number): number[] {
    const { cells, graph: { start, to, cost } } = this;
    const people = [person];
    let here = person;
    let wanted = cells[here * SLOT + place + ties]!;
    for (let left = ties; ; left--) {
      while (left > 0 && cells[here * SLOT + place + left - 1] === wanted) left--;
      if (left === 0) return people;
      let at = start[here]!;
      while (cells[to[at]! * SLOT + place + left - 1]! + cost[at]! !== wanted) at++;
      here = to[at]!;
      wanted -= cost[at]!;
      people.push(here);
    }
  }
}

/** A way without what it goes in a circle: where ties cost nothing, both ends may have met behind a person whom both passed. */
function straightened(walk: readonly number[]): number[] {
  const people: number[] = [];
  for (const person of walk) {
    const before = people.indexOf(person);
    if (before >= 0) people.length = before;
    people.push(person);
  }
  return people;
}

/** One end: the people reached from it, and the labels that wait, in buckets by cost. */
class Side {
  readonly place: number;
  private readonly buckets: number[][] = Array.from({ length: Math.ceil((UNREACHED + 1) / WIDTH) }, () => []);
  private readonly seen: number[] = [];
  private at = 0;
  private last = 0;

  constructor(place: number) {
    this.place = place;
  }

  /** All costs below this are final. */
  get reached(): number {
    return this.at * WIDTH;
  }

  get bucket(): number[] {
    return this.buckets[this.at]!;
  }

  begin(cells: Uint16Array, person: number, hops: number): void {
    this.keep(cells, person, 0, hops, 0);
  }

  /** Keeps a cost that is lower than what was known for as many ties; it holds for more of them too. */
  keep(cells: Uint16Array, person: number, ties: number, hops: number, value: number): void {
    const slot = person * SLOT + this.place;
    if (cells[slot + hops] === UNREACHED) this.seen.push(person);
    for (let more = ties; more <= hops && cells[slot + more]! > value; more++) cells[slot + more] = value;
    if (ties >= hops - 1 && ties > 0) return;
    const bucket = Math.floor(value / WIDTH);
    this.buckets[bucket]!.push((person << BITS) | ties);
    if (bucket > this.last) this.last = bucket;
  }

  /** Goes to the next bucket with something in it; false when nothing is left. */
  advance(): boolean {
    while (this.at <= this.last && this.buckets[this.at]!.length === 0) this.at++;
    return this.at <= this.last;
  }

  clear(cells: Uint16Array): void {
    for (const person of this.seen) cells.fill(UNREACHED, person * SLOT + this.place, person * SLOT + this.place + MOST_TIES + 1);
    this.seen.length = 0;
    for (let n = 0; n <= this.last; n++) this.buckets[n]!.length = 0;
    this.at = 0;
    this.last = 0;
  }
}
