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
/** The share of everybody who are kept by name when they change; more of them know more than WHOLE_LAYER nearly always. */
const LISTED = 1 / 8;
const LEAST_LISTED = 64;

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
  /** 1: stands in `here` already. Between two layers nobody is marked. */
  private marks = new Uint8Array(0);

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
    this.below.clear();
    for (const person of this.team) {
      cells[person] = 0;
      this.below.add(person, UNREACHED, graph.degree[person]!);
    }
    for (let h = 0; h < hops; h++) {
      cells.copyWithin((h + 1) * stride, h * stride, h * stride + graph.people);
      this.here.clear();
      if (this.spreadsWide(this.below)) this.readLayer(h, 0, graph.people);
      else this.push(h, 0, this.below.count);
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
    const most = Math.max(LEAST_LISTED, Math.ceil(this.stride * LISTED));
    [this.below, this.here] = [new Changes(most), new Changes(most)];
    this.marks = new Uint8Array(this.stride);
  }

  /** After a tie was made or became cheaper (the graph has it already). */
  fall(a: number, b: number, cost: number): Repair {
    this.below.clear();
    return this.lower(a, b, cost);
  }

  /** After a tie became dearer or was taken out (the graph has it already); `before` is what it cost. */
  rise(a: number, b: number, before: number): Repair {
    this.below.clear();
    return this.raise(a, b, before);
  }

  /** Somebody becomes one of the team. */
  *join(person: number): Repair {
    if (this.team.has(person)) return;
    this.team.add(person);
    this.below.clear();
    this.below.add(person, this.cells[person]!, this.graph.degree[person]!);
    this.cells[person] = 0;
    yield* this.lower(person, person, UNREACHED);
  }

  /** Somebody is no longer one of the team. */
  *leave(person: number): Repair {
    if (!this.team.delete(person)) return;
    this.below.clear();
    this.below.add(person, 0, this.graph.degree[person]!);
    this.cells[person] = UNREACHED;
    yield* this.raise(person, person, UNREACHED);
  }

  /** Carries what became cheaper upwards: from the people in `below`, and over one tie. */
  private *lower(a: number, b: number, cost: number): Repair {
    const { cells, stride } = this;
    for (let h = 0; h < this.hops; h++) {
      const base = h * stride;
      const next = base + stride;
      this.here.clear();
      if (this.spreadsWide(this.below)) yield* this.inPortions((person, end) => this.readLayer(h, person, end));
      else {
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
    const { cells, stride } = this;
    let [wasA, wasB] = [cells[a]!, cells[b]!];
    for (let h = 0; h < this.hops; h++) {
      const base = h * stride;
      const next = base + stride;
      const [nextA, nextB] = [cells[next + a]!, cells[next + b]!];
      this.here.clear();
      let wide = this.spreadsWide(this.below);
      if (!wide) {
        if (wasA + before === nextB) this.suspect(b);
        if (wasB + before === nextA) this.suspect(a);
        for (let from = 0; from < this.below.count && !wide; from += FOLLOWED) {
          if (from > 0) yield;
          this.suspectNeighbours(base, next, from);
          wide = this.spreadsWide(this.here);
        }
        const suspects = this.unmark();
        // Those who did change stay in the list: never more of them than have been looked at.
        this.here.clear();
        for (let n = 0; n < suspects && !wide; n++) {
          if (n % FOLLOWED === FOLLOWED - 1) yield;
          this.readAgain(this.here.people[n]!, base, next);
        }
      }
      if (wide) yield* this.inPortions((person, end) => this.readAllAgain(h, person, end));
      this.swap();
      [wasA, wasB] = [nextA, nextB];
    }
  }

  /** Whoever got his cost in the layer above from somebody who changed in the one below; of a portion of these. */
  private suspectNeighbours(base: number, next: number, from: number): void {
    const { cells, graph: { start, degree, to, cost }, below: { people, was } } = this;
    for (let n = from, last = Math.min(this.below.count, from + FOLLOWED); n < last; n++) {
      const person = people[n]!;
      const old = was[n]!;
      if (cells[next + person] === old) this.suspect(person);
      for (let at = start[person]!, end = at + degree[person]!; at < end; at++) {
        if (old + cost[at]! === cells[next + to[at]!]) this.suspect(to[at]!);
      }
    }
  }

  private suspect(person: number): void {
    if (this.marks[person] === 1) return;
    this.marks[person] = 1;
    this.here.add(person, UNREACHED, this.graph.degree[person]!);
  }

  /** Cost of one person in the layer above `base`, read from all his neighbours; stops where one still bears the old cost. */
  private readAgain(person: number, base: number, next: number): void {
    const { cells, graph } = this;
    const old = cells[next + person]!;
    const degree = graph.degree[person]!;
    let best = cells[base + person]!;
    for (let at = graph.start[person]!, end = at + degree; at < end && best > old; at++) {
      const value = cells[base + graph.to[at]!]! + graph.cost[at]!;
      if (value < best) best = value;
    }
    if (best === old) return;
    cells[next + person] = best;
    this.here.add(person, old, degree);
  }

  private cheaper(person: number, next: number, value: number): void {
    const old = this.cells[next + person]!;
    if (value >= old) return;
    this.cells[next + person] = value;
    if (this.marks[person] === 1) return;
    this.marks[person] = 1;
    this.here.add(person, old, this.graph.degree[person]!);
  }

  /** Relaxes all ties of the people who changed in layer h, from the `first` of them to before the `last`. */
  private push(h: number, first: number, last: number): void {
    const { cells, marks, here, graph: { start, degree, to, cost }, below: { people } } = this;
    const base = h * this.stride;
    const next = base + this.stride;
    for (let n = first; n < last; n++) {
      const person = people[n]!;
      const from = cells[base + person]!;
      for (let at = start[person]!, end = at + degree[person]!; at < end; at++) {
        const neighbour = next + to[at]!;
        const value = from + cost[at]!;
        const old = cells[neighbour]!;
        if (value >= old) continue;
        cells[neighbour] = value;
        if (marks[to[at]!] === 1) continue;
        marks[to[at]!] = 1;
        here.add(to[at]!, old, degree[to[at]!]!);
      }
    }
  }

  private *inPortions(work: (from: number, end: number) => void): Repair {
    const { people } = this.graph;
    for (let from = 0; from < people; from += PORTION) {
      work(from, Math.min(people, from + PORTION));
      if (people > PORTION) yield;
    }
  }

  /** The same for these people where nobody can have become cheaper: most are done before all their ties are read. */
  private readAllAgain(h: number, from: number, end: number): void {
    const base = h * this.stride;
    const next = base + this.stride;
    for (let person = from; person < end; person++) this.readAgain(person, base, next);
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
      here.add(person, old, degree[person]!);
    }
  }

  private spreadsWide(changes: Changes): boolean {
    return changes.exceed(this.graph.ties * 2 * WHOLE_LAYER);
  }

  /** What was done in this layer is what the next one follows. */
  private swap(): void {
    this.unmark();
    [this.below, this.here] = [this.here, this.below];
  }

  /** Takes the marks of the people in `here` off; gives how many there are. */
  private unmark(): number {
    const { marks, here: { people, count, overflowed } } = this;
    if (overflowed) marks.fill(0);
    else for (let n = 0; n < count; n++) marks[people[n]!] = 0;
    return count;
  }
}
