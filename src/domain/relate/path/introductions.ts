import { bestWays } from './bestWays.ts';
import { BothEnds } from './bothEnds.ts';
import type { Repair } from './changes.ts';
import { KnownChoices } from './choices.ts';
import { costStrength, hopPenalty, MOST_TIES, tieCost, UNREACHED } from './cost.ts';
import { loadTies } from './loadTies.ts';
import { NearTree } from './nearTree.ts';
import { PATIENCE, type Barred, type Diversity, type Found } from './search.ts';
import { ownMemory, sharedMemory, type GraphArrays } from './slots.ts';
import { TeamTree } from './teamTree.ts';
import { TieGraph } from './tieGraph.ts';
import { TIE_DEFAULTS } from '../ties.ts';

/** From so many sources on, their circle is so wide that one way is found sooner by cost than by ties. */
const MANY = 4;

/** A way to somebody (引荐路径): each passes the request to the next. */
export interface Introduction {
  /** From one of us to the person wanted. */
  readonly people: readonly number[];
  /** Strength of each tie, 0–1: as `strengthOf` knows it, else read back from its cost, to 0.05 %. */
  readonly strengths: readonly number[];
  /** Product of the strengths (强度乘积), 0–1, without the willingness. */
  readonly product: number;
  /** Number of the weakest tie (最弱一环), from 0; −1 for a way without ties. */
  readonly weakest: number;
  /** What the ways are ordered by: the strengths and the willingness to ask once more, as whole numbers. */
  readonly cost: number;
}

/** What is asked for. */
export interface Wanted {
  /** How many ways, at most. Default 5. */
  readonly k?: number;
  /** Ties a way has at most, 1 to the hops of the network. */
  readonly hops?: number;
  /** How the ways must differ; by default no two have the same last introduction. */
  readonly diversity?: Diversity;
  /** People no way may touch: not to be contacted, opposed, or declined. What answers `has` is asked person by person. */
  readonly banned?: Barred | readonly number[];
  /** Only ways that start with one of these, who need not be of the team. */
  readonly from?: Iterable<number>;
  /** Exact strengths, where the caller knows them. */
  readonly strengthOf?: (a: number, b: number) => number;
}

/** What a network is made of. Strengths are above 0 and at most 1: a tie of unknown strength, or of none, is left out. */
export interface NetworkParts {
  readonly people: number;
  readonly ties: { readonly a: ArrayLike<number>; readonly b: ArrayLike<number>; readonly strength: ArrayLike<number> };
  readonly team: Iterable<number>;
  /** Ties a path has at most, 1–6. */
  readonly hops?: number;
  /** How likely a person is to pass a request on, 0.05–1. */
  readonly willingness?: number;
  /** In memory that several threads see. */
  readonly shared?: boolean;
}

/** A network as one thread hands it to another, in memory that both see: nothing is copied. Whoever hands it over leaves it alone from then on. */
export interface HandedNetwork { readonly graph: GraphArrays; readonly cells: Uint16Array; readonly team: readonly number[]; readonly hops: number; readonly penalty: number }

/**
 * Who can introduce us to whom (六度人脉). People are numbered from 0. Keeps what it costs the team to reach everybody up to date
 * with every tie, so a question reads a few thousand places however large the network is. Throws RangeError on a person or a
 * strength that cannot be, and has then changed nothing.
 */
export class IntroductionNetwork {
  readonly graph: TieGraph;
  readonly tree: TeamTree;
  readonly penalty: number;
  private readonly known = new KnownChoices();
  /** While a change is being carried through. */
  private torn = false;
  private readonly bothEnds: BothEnds;
  private readonly near: NearTree;
  private readonly spare: NearTree;

  constructor(made: NetworkParts | HandedNetwork) {
    if ('graph' in made) {
      this.penalty = made.penalty;
      this.graph = new TieGraph(made.graph, sharedMemory);
      this.tree = new TeamTree(this.graph, made.team, made.hops, sharedMemory, made.cells);
    } else {
      const { people, ties, team, hops = MOST_TIES, willingness = TIE_DEFAULTS.willingness, shared = false } = made;
      checkWhole('hops', hops, 1, MOST_TIES);
      this.penalty = hopPenalty(willingness);
      if (ties.a.length !== ties.b.length || ties.a.length !== ties.strength.length) throw new RangeError('Both ends and the strengths are of different lengths.');
      const allocate = shared ? sharedMemory : ownMemory;
      // A loop: an array made from another through a function takes ten times as long, seconds for millions of ties.
      const cost = new Uint16Array(ties.strength.length);
      for (let n = 0; n < cost.length; n++) cost[n] = tieCost(ties.strength[n]!, this.penalty);
      this.graph = new TieGraph(loadTies(people, { a: ties.a, b: ties.b, cost }, allocate), allocate);
      this.tree = new TeamTree(this.graph, team, hops, allocate);
    }
    this.bothEnds = new BothEnds(this.graph, this.penalty);
    this.near = new NearTree(this.graph);
    this.spare = new NearTree(this.graph);
  }

  /** For another thread; only of a network in shared memory. */
  handOver(): HandedNetwork {
    const { graph, tree, penalty } = this;
    return { graph: graph.arrays(), cells: tree.cells, team: [...tree.members], hops: tree.hops, penalty };
  }

  /** The best ways to a person, best first; [] when there is none. One of the team is reached without a tie. */
  introductions(target: number, { k = 5, hops = this.tree.hops, diversity = 'last', banned = [], from, strengthOf }: Wanted = {}): Introduction[] {
    const { graph, tree } = this;
    this.expectFinished();
    graph.check(target);
    checkWhole('k', k, 1, 1000);
    checkWhole('hops', hops, 1, tree.hops);
    const bans = 'has' in banned ? banned : this.checked(banned);
    const found = from === undefined
      ? bestWays({ graph, bounds: tree, sources: tree.members, hops, banned: bans, patience: PATIENCE, known: this.known }, () => this.spare, target, k, diversity)
      : this.unprepared(this.checked(from), target, hops, bans, k, diversity);
    return found.map((way) => this.introduction(way, strengthOf));
  }

  /**
   * The same with some ties more, or of another strength (0: without them), that hold for this question alone: they stand in the graph while it is answered, and what is
   * kept for the team is left as it is. (Repairing it for a thousand ties of one colleague and back takes 0.2 s at 100,000 people; this takes 0.01 s.)
   */
  introductionsWith(more: readonly (readonly [number, number, number])[], target: number, wanted: Wanted = {}): Introduction[] {
    const { graph } = this;
    const costs = more.map(([, , strength]) => (strength === 0 ? -1 : tieCost(strength, this.penalty)));
    const put = ([a, b]: readonly [number, number, number], cost: number) => (cost < 0 ? graph.remove(a, b) : graph.set(a, b, cost));
    const before: number[] = [];
    try {
      for (const [n, tie] of more.entries()) before.push(put(tie, costs[n]!));
      return this.introductions(target, { ...wanted, from: wanted.from ?? this.tree.members });
    } finally {
      while (before.length > 0) put(more[before.length - 1]!, before.pop()!);
    }
  }

  /** The same from any sources, without what is kept for the team. */
  private unprepared(sources: ReadonlySet<number>, target: number, hops: number, banned: Barred, k: number, diversity: Diversity): Found[] {
    const { graph, near } = this;
    if (k === 1 && sources.size >= MANY && !banned.has(target) && !sources.has(target)) {
      const way = this.bothEnds.find(sources, target, hops, banned);
      return way === null ? [] : [way];
    }
    near.grow(sources, target, hops, (person) => banned.has(person));
    return bestWays({ graph, bounds: near, sources, hops, banned, patience: PATIENCE }, () => this.spare, target, k, diversity);
  }

  /** What the best way to a person costs the team in at most so many ties; null when there is none. */
  cost(person: number, hops: number = this.tree.hops): number | null {
    this.graph.check(person);
    checkWhole('hops', hops, 0, this.tree.hops);
    const cost = this.tree.cells[hops * this.tree.stride + person]!;
    return cost === UNREACHED ? null : cost;
  }

  /** Makes a tie, or makes it stronger or weaker. Strength 0 takes it out. */
  setTie(a: number, b: number, strength: number): void {
    finish(this.settingTie(a, b, strength));
  }

  /** Takes a tie out, if there is one. */
  removeTie(a: number, b: number): void {
    finish(this.settingTie(a, b, 0));
  }

  /** The same in portions of some milliseconds, for a change that may concern nearly everybody: whoever drives it lets others in between, and asks nothing until it is done. */
  *settingTie(a: number, b: number, strength: number): Repair {
    this.expectFinished();
    const { graph, tree } = this;
    const cost = strength === 0 ? -1 : tieCost(strength, this.penalty);
    const before = cost < 0 ? graph.remove(a, b) : graph.set(a, b, cost);
    if (before === cost) return;
    this.known.forget();
    this.torn = true;
    yield* cost >= 0 && (before < 0 || cost < before) ? tree.fall(a, b, cost) : tree.rise(a, b, before);
    this.torn = false;
  }

  /** Adds people whom nobody knows yet; gives the number of the first. */
  addPeople(count: number): number {
    checkWhole('The number of people', count, 1, 2 ** 26);
    this.expectFinished();
    this.known.forget();
    const first = this.graph.addPeople(count);
    this.tree.fit();
    return first;
  }

  /** Somebody becomes one of us. */
  join(person: number): void {
    finish(this.joining(person));
  }

  /** Somebody is no longer one of us; he stays as one people may know. */
  leave(person: number): void {
    finish(this.leaving(person));
  }

  /** `join` in portions, as `settingTie`. */
  joining(person: number): Repair {
    return this.ofTeam(person, (tree) => tree.join(person));
  }

  /** `leave` in portions. */
  leaving(person: number): Repair {
    return this.ofTeam(person, (tree) => tree.leave(person));
  }

  private expectFinished(): void {
    if (this.torn) throw new Error('The last change of the network is not finished.');
  }

  private *ofTeam(person: number, change: (tree: TeamTree) => Repair): Repair {
    this.expectFinished();
    this.graph.check(person);
    this.known.forget();
    this.torn = true;
    yield* change(this.tree);
    this.torn = false;
  }

  private checked(people: Iterable<number>): Set<number> {
    const set = new Set<number>();
    for (const person of people) {
      this.graph.check(person);
      set.add(person);
    }
    return set;
  }

  private introduction({ walk, cost }: Found, strengthOf: Wanted['strengthOf']): Introduction {
    const people = walk.toReversed();
    const strengths: number[] = [];
    let [product, weakest] = [1, -1];
    for (let n = 0; n + 1 < people.length; n++) {
      const [one, next] = [people[n]!, people[n + 1]!];
      const strength = strengthOf ? strengthOf(one, next) : costStrength(this.graph.costBetween(one, next), this.penalty);
      strengths.push(strength);
      product *= strength;
      if (weakest < 0 || strength < strengths[weakest]!) weakest = n;
    }
    return { people, strengths, product, weakest, cost };
  }
}

function finish(repair: Repair): void {
  while (repair.next().done !== true);
}

function checkWhole(what: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) throw new RangeError(`${what}: a whole number from ${least} to ${most}; this is ${value}.`);
}
