import { MOST_TIES, UNREACHED } from './cost.ts';
import type { Bounds } from './search.ts';
import type { TieGraph } from './tieGraph.ts';

/** Places per person: costs by number of ties (0 … 6), then what was noted: the layer he was lowered in last, and whether he stands in a ring. */
const SLOT = 8;
const NOTED = MOST_TIES + 1;
const LAYER = 7;
const IN_RING = 8;

/**
 * The layered costs from any sources, only where one question needs them: forwards from the sources for some ties, and for the rest
 * only among the people near the target, read backwards. Each step goes on from the side with fewer ties to read, so that two
 * small circles are read instead of everybody. Holds 16 bytes a person between questions.
 */
export class NearTree implements Bounds {
  readonly layerStep = 1;
  readonly personStep = SLOT;
  cells = new Uint16Array(0);
  private readonly graph: TieGraph;
  private readonly touched: number[] = [];

  constructor(graph: TieGraph) {
    this.graph = graph;
  }

  /** Costs for ways of at most `hops` ties to the target that pass nobody who is shut; not those of the target itself. Replaces what was there. */
  grow(sources: ReadonlySet<number>, target: number, hops: number, shut: (person: number) => boolean): void {
    this.clear();
    if (this.cells.length < this.graph.people * SLOT) this.cells = new Uint16Array(this.graph.start.length * SLOT).fill(UNREACHED);
    const barred = (person: number) => person === target || shut(person);
    let rim: number[] = [];
    for (const person of sources) {
      if (barred(person)) continue;
      this.lower(person, 0, 0);
      rim.push(person);
    }
    // Costs of up to `layer` ties are known for everybody; the others are wanted up to as many ties around the target as are then left.
    const rings = [[target]];
    let wider: number[] | null = null;
    for (let layer = 0; layer + rings.length < hops;) {
      if (rim.length === 0) return;
      wider ??= this.ringAround(rings.at(-1)!, sources, barred);
      if (this.arcsOf(rim) < this.arcsOf(wider)) rim = this.spread(rim, layer++, barred);
      else {
        rings.push(wider);
        wider = null;
      }
    }
    for (let most = rings.length - 1; most > 0; most--) {
      for (let n = 1; n <= most; n++) for (const person of rings[n]!) this.read(person, hops - most);
    }
  }

  /** One tie on from the people who became cheaper in the last layer; gives those who do in this one. */
  private spread(rim: readonly number[], layer: number, barred: (person: number) => boolean): number[] {
    const { cells, graph: { start, degree, to, cost } } = this;
    const next: number[] = [];
    for (const person of rim) {
      const from = cells[person * SLOT + layer]!;
      for (let at = start[person]!, end = at + degree[person]!; at < end; at++) {
        const slot = to[at]! * SLOT;
        const value = from + cost[at]!;
        if (value >= cells[slot + layer + 1]! || barred(to[at]!)) continue;
        if ((cells[slot + NOTED]! & LAYER) !== layer + 1) next.push(to[at]!);
        this.lower(to[at]!, layer + 1, value);
      }
    }
    return next;
  }

  /** The people one tie further from the target than a ring; nobody behind a source, no way passes one. */
  private ringAround(ring: readonly number[], sources: ReadonlySet<number>, barred: (person: number) => boolean): number[] {
    const { cells, graph: { start, degree, to } } = this;
    const next: number[] = [];
    for (const person of ring) {
      if (sources.has(person)) continue;
      for (let at = start[person]!, end = at + degree[person]!; at < end; at++) {
        const noted = to[at]! * SLOT + NOTED;
        if (cells[noted] !== UNREACHED && (cells[noted]! & IN_RING) !== 0) continue;
        if (barred(to[at]!)) continue;
        this.touch(to[at]!);
        cells[noted]! |= IN_RING;
        next.push(to[at]!);
      }
    }
    return next;
  }

  /** Cost of one person in a layer, read from all his neighbours in the layer below. */
  private read(person: number, layer: number): void {
    const { cells, graph: { start, degree, to, cost } } = this;
    const known = cells[person * SLOT + layer]!;
    let best = known;
    for (let at = start[person]!, end = at + degree[person]!; at < end; at++) {
      const value = cells[to[at]! * SLOT + layer - 1]! + cost[at]!;
      if (value < best) best = value;
    }
    if (best < known) this.lower(person, layer, best);
  }

  /** A cost holds for every larger number of ties too. */
  private lower(person: number, layer: number, value: number): void {
    const { cells } = this;
    const slot = person * SLOT;
    this.touch(person);
    cells[slot + NOTED] = (cells[slot + NOTED]! & IN_RING) | layer;
    for (let more = layer; more <= MOST_TIES && cells[slot + more]! > value; more++) cells[slot + more] = value;
  }

  private touch(person: number): void {
    if (this.cells[person * SLOT + NOTED] !== UNREACHED) return;
    this.cells[person * SLOT + NOTED] = LAYER;
    this.touched.push(person);
  }

  private arcsOf(people: readonly number[]): number {
    let arcs = 0;
    for (const person of people) arcs += this.graph.degree[person]!;
    return arcs;
  }

  private clear(): void {
    for (const person of this.touched) this.cells.fill(UNREACHED, person * SLOT, person * SLOT + SLOT);
    this.touched.length = 0;
  }
}
