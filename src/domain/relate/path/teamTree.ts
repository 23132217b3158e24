import { Changes, type Repair } from './changes.ts';
import { UNREACHED } from './cost.ts';
import type { Bounds } from './search.ts';
import type { Allocate } from './slots.ts';
import type { TieGraph } from './tieGraph.ts';

/** From this share of all arcs on, reading a whole layer in order is faster than following the people who changed. */
const WHOLE_LAYER = 0.1;
/** People of a layer read in one portion of a repair, in order; and people followed in one, here and there: some milliseconds each. */
const PORTION = 100_000;
const FOLLOWED = 10_000;

/**
 * What it costs the team to reach each person in at most h ties, for h = 0 … hops: cells[h · stride + person], UNREACHED where no
 * path is that short. A walk through a second colleague is never cheaper than starting there, so the figures hold for paths too.
 * The tree follows every change of a tie layer by layer, without a queue: what changed in layer h can only change layer h + 1.
 * A change that spreads wide reads whole layers anew, so none takes much longer than building the tree; it can be done in portions.
 */
export class TeamTree implements Bounds {
  readonly hops: number;
  readonly personStep = 1;
  cells: Uint16Array;
  stride: number;
  private readonly graph: TieGraph;
  private readonly allocate: Allocate;
  private readonly team = new Set<number>();
  /** People who changed in the layer below and in this one, and their costs before. */
  private below = new Changes(0);
  private here = new Changes(0);
  private mark = 0;
  private marks = new Int32Array(0);
  private suspects = new Int32Array(0);

  /** `cells`: as another thread has built them for this graph. Throws RangeError when somebody of the team is not in the graph. */
  constructor(graph: TieGraph, team: Iterable<number>, hops: number, allocate: Allocate, cells?: Uint16Array) {
    this.graph = graph;
    this.hops = hops;
    this.allocate = allocate;
    for (const person of team) {
      graph.check(person);
      this.team.add(person);
    }
    this.stride = 0;
    this.cells = cells ?? new Uint16Array(0);
    if (cells === undefined) this.build();
    else {
      this.stride = cells.length / (hops + 1);
      this.makeRoom();
    }
  }

  get layerStep(): number {
    return this.stride;
  }

  get members(): ReadonlySet<number> {
    return this.team;
  }

  /** Computes every layer anew. */
  build(): void {
    const { graph, hops } = this;
    this.fit();
    const { cells, stride } = this;
    cells.fill(UNREACHED);
    this.below.count = 0;
    for (const person of this.team) {
      cells[person] = 0;
      this.below.add(person, UNREACHED);
    }
    for (let h = 0; h < hops; h++) {
      cells.copyWithin((h + 1) * stride, h * stride, h * stride + graph.people);
      this.here.count = 0;
      if (this.spreadsWide(this.below.people, this.below.count)) this.readLayer(h, 0, graph.people);
      else {
        this.nextMark();
        this.push(h, 0, this.below.count);
      }
      this.swap();
    }
  }

  /** Makes room for people added to the graph; nobody reaches them yet. */
  fit(): void {
    const { graph, hops } = this;
    if (graph.people <= this.stride) return;
    const [old, oldStride] = [this.cells, this.stride];
    this.stride = graph.start.length;
    this.cells = new Uint16Array(this.allocate(2 * (hops + 1) * this.stride)).fill(UNREACHED);
    for (let h = 0; h <= hops && oldStride > 0; h++) this.cells.set(old.subarray(h * oldStride, (h + 1) * oldStride), h * this.stride);
    this.makeRoom();
  }

  private makeRoom(): void {
    [this.below, this.here] = [new Changes(this.stride), new Changes(this.stride)];
    this.marks = new Int32Array(this.stride);
    this.suspects = new Int32Array(this.stride);
    this.mark = 0;
  }

  /** After a tie was made or became cheaper (the graph has it already). */
  fall(a: number, b: number, cost: number): Repair {
    this.below.count = 0;
    return this.lower(a, b, cost);
  }

  /** After a tie became dearer or was taken out (the graph has it already); `before` is what it cost. */
  rise(a: number, b: number, before: number): Repair {
    this.below.count = 0;
    return this.raise(a, b, before);
  }

  /** Somebody becomes one of the team. */
  *join(person: number): Repair {
    if (this.team.has(person)) return;
    this.team.add(person);
    this.below.count = 0;
    this.below.add(person, this.cells[person]!);
    this.cells[person] = 0;
    yield* this.lower(person, person, UNREACHED);
  }

  /** Somebody is no longer one of the team. */
  *leave(person: number): Repair {
    if (!this.team.delete(person)) return;
    this.below.count = 0;
    this.below.add(person, 0);
    this.cells[person] = UNREACHED;
    yield* this.raise(person, person, UNREACHED);
  }

  /** Carries what became cheaper upwards: from the people in `below`, and over one tie. */
  private *lower(a: number, b: number, cost: number): Repair {
    const { cells, stride } = this;
    for (let h = 0; h < this.hops; h++) {
      const base = h * stride;
      const next = base + stride;
      this.here.count = 0;
      if (this.spreadsWide(this.below.people, this.below.count)) yield* this.readInPortions(h);
      else {
        this.nextMark();
        for (let n = 0; n < this.below.count; n++) this.cheaper(this.below.people[n]!, next, cells[base + this.below.people[n]!]!);
        this.cheaper(b, next, cells[base + a]! + cost);
        this.cheaper(a, next, cells[base + b]! + cost);
        for (let from = 0; from < this.below.count; from += FOLLOWED) {
          if (from > 0) yield;
          this.push(h, from, Math.min(this.below.count, from + FOLLOWED));
        }
      }
      this.swap();
    }
  }

  /** Carries what became dearer upwards: only who got his cost from somebody who changed, or over the tie, is looked at again. */
  private *raise(a: number, b: number, before: number): Repair {
    const { cells, stride, suspects } = this;
    let [wasA, wasB] = [cells[a]!, cells[b]!];
    for (let h = 0; h < this.hops; h++) {
      const base = h * stride;
      const next = base + stride;
      const [nextA, nextB] = [cells[next + a]!, cells[next + b]!];
      this.here.count = 0;
      if (this.spreadsWide(this.below.people, this.below.count)) yield* this.readInPortions(h);
      else {
        this.nextMark();
        let found = 0;
        if (wasA + before === nextB) found = this.suspect(b, found);
        if (wasB + before === nextA) found = this.suspect(a, found);
        for (let from = 0; from < this.below.count; from += FOLLOWED) {
          if (from > 0) yield;
          found = this.suspectNeighbours(base, next, found, from);
        }
        if (this.spreadsWide(suspects, found)) yield* this.readInPortions(h);
        else {
          for (let n = 0; n < found; n++) {
            if (n % FOLLOWED === FOLLOWED - 1) yield;
            this.readAgain(suspects[n]!, base, next);
          }
        }
      }
      this.swap();
      [wasA, wasB] = [nextA, nextB];
    }
  }

  /** Whoever got his cost in the layer above from somebody who changed in the one below; of a portion of these. */
  private suspectNeighbours(base: number, next: number, count: number, from: number): number {
    const { cells, graph: { start, degree, to, cost }, below: { people, was } } = this;
    let found = count;
    for (let n = from, last = Math.min(this.below.count, from + FOLLOWED); n < last; n++) {
      const person = people[n]!;
      const old = was[n]!;
      if (cells[next + person] === old) found = this.suspect(person, found);
      for (let at = start[person]!, end = at + degree[person]!; at < end; at++) {
        if (old + cost[at]! === cells[next + to[at]!]) found = this.suspect(to[at]!, found);
      }
    }
    return found;
  }

  private suspect(person: number, found: number): number {
    if (this.marks[person] === this.mark) return found;
    this.marks[person] = this.mark;
    this.suspects[found] = person;
    return found + 1;
  }

  /** Cost of one person in the layer above `base`, read from all his neighbours; stops where one still bears the old cost. */
  private readAgain(person: number, base: number, next: number): void {
    const { cells, graph } = this;
    const old = cells[next + person]!;
    let best = cells[base + person]!;
    for (let at = graph.start[person]!, end = at + graph.degree[person]!; at < end && best > old; at++) {
      const value = cells[base + graph.to[at]!]! + graph.cost[at]!;
      if (value < best) best = value;
    }
    if (best === old) return;
    cells[next + person] = best;
    this.here.add(person, old);
  }

  private cheaper(person: number, next: number, value: number): void {
    const old = this.cells[next + person]!;
    if (value >= old) return;
    this.cells[next + person] = value;
    if (this.marks[person] === this.mark) return;
    this.marks[person] = this.mark;
    this.here.add(person, old);
  }

  /** Relaxes all ties of the people who changed in layer h, from the `first` of them to before the `last`. */
  private push(h: number, first: number, last: number): void {
    const { cells, marks, graph: { start, degree, to, cost }, below: { people } } = this;
    const base = h * this.stride;
    const next = base + this.stride;
    const { mark } = this;
    for (let n = first; n < last; n++) {
      const person = people[n]!;
      const from = cells[base + person]!;
      for (let at = start[person]!, end = at + degree[person]!; at < end; at++) {
        const neighbour = next + to[at]!;
        const value = from + cost[at]!;
        const old = cells[neighbour]!;
        if (value >= old) continue;
        cells[neighbour] = value;
        if (marks[to[at]!] === mark) continue;
        marks[to[at]!] = mark;
        this.here.add(to[at]!, old);
      }
    }
  }

  private *readInPortions(h: number): Repair {
    const { people } = this.graph;
    for (let from = 0; from < people; from += PORTION) {
      this.readLayer(h, from, Math.min(people, from + PORTION));
      if (people > PORTION) yield;
    }
  }

  /** Reads the layer above h from layer h for these people, in order. */
  private readLayer(h: number, from: number, end: number): void {
    const { cells, graph: { start, degree, to, cost }, here } = this;
    const base = h * this.stride;
    const next = base + this.stride;
    for (let person = from; person < end; person++) {
      let best = cells[base + person]!;
      for (let at = start[person]!, last = at + degree[person]!; at < last; at++) {
        const value = cells[base + to[at]!]! + cost[at]!;
        if (value < best) best = value;
      }
      const old = cells[next + person]!;
      if (best === old) continue;
      cells[next + person] = best;
      here.add(person, old);
    }
  }

  private spreadsWide(people: Int32Array, count: number): boolean {
    const limit = this.graph.ties * 2 * WHOLE_LAYER;
    let arcs = 0;
    for (let n = 0; n < count && arcs <= limit; n++) arcs += this.graph.degree[people[n]!]!;
    return arcs > limit;
  }

  private swap(): void {
    [this.below, this.here] = [this.here, this.below];
  }

  /** A new mark: nobody has been seen yet. */
  private nextMark(): void {
    if (++this.mark <= 0x7fff_fff0) return;
    this.marks.fill(0);
    this.mark = 1;
  }
}
