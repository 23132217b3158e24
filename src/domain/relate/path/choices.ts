import { UNREACHED } from './cost.ts';
import { mayFollow, type Branch, type Search } from './search.ts';

/** Where a branch goes on best by the bounds, and second best; costs from there to a source, −1 for nowhere. Of equal ones the person of the lowest number. */
export interface Choice { readonly next: number; readonly cost: number; readonly second: number; readonly secondCost: number }

/** Whoever knows fewer people is read sooner than looked up. */
export const WELL_KNOWN = 12;
const BITS = 14;
const WORDS = 4;

/**
 * The choices at people who know many, as they are while nobody is barred: nearly every way passes the same few of them, and reading
 * their ties is most of the work of a question. Two choices with one place drive each other out. Holds for one state of the network: `forget` when a tie changes.
 */
export class KnownChoices {
  /** Four words each: person and ties left (−1: nothing is known), whom it goes on to, whom second, the two costs. One after the other, for memory is slower to reach than to read. */
  private readonly words = new Int32Array(WORDS << BITS).fill(-1);
  private stale = false;

  forget(): void {
    this.stale = true;
  }

  /** The choice of a person with so many ties left, read now if it was not known. */
  of(search: Search, person: number, left: number): Choice {
    const at = this.placeOf(search, person, left);
    const costs = this.words[at + 3]!;
    return { next: this.words[at + 1]!, cost: costs & UNREACHED, second: this.words[at + 2]!, secondCost: costs >>> 16 };
  }

  /** Whom it goes on to alone. */
  nextOf(search: Search, person: number, left: number): number {
    return this.words[this.placeOf(search, person, left) + 1]!;
  }

  private placeOf(search: Search, person: number, left: number): number {
    const { words } = this;
    if (this.stale) words.fill(-1);
    this.stale = false;
    const key = (person << 3) | left;
    const at = (Math.imul(key, 0x9e37_79b1) >>> (32 - BITS)) * WORDS;
    if (words[at] === key) return at;
    const { next, cost, second, secondCost } = read(search, person, left, null);
    words[at] = key;
    words[at + 1] = next;
    words[at + 2] = second;
    words[at + 3] = cost | (secondCost << 16);
    return at;
  }
}

/** The choice at the end of a branch. */
export function choose(search: Search, branch: Branch): Choice {
  const ties = branch.walk.length - 1;
  const left = search.hops - ties;
  if (left <= 0) return NOWHERE;
  const end = branch.walk[ties]!;
  if (search.known !== undefined && ties > 0 && search.graph.degree[end]! >= WELL_KNOWN) {
    const choice = search.known.of(search, end, left);
    if (choice.next < 0 || (mayFollow(search, branch, choice.next) && (choice.second < 0 || mayFollow(search, branch, choice.second)))) return choice;
  }
  return read(search, end, left, branch);
}

/** The first person at the end of a branch through whom it costs exactly so much, which is the least; −1 for none. */
export function follow(search: Search, branch: Branch, wanted: number): number {
  const { graph: { start, degree, to, cost }, bounds: { cells, layerStep, personStep }, hops } = search;
  const left = hops - branch.walk.length + 1;
  const end = branch.walk.at(-1)!;
  if (search.known !== undefined && degree[end]! >= WELL_KNOWN) {
    const next = search.known.nextOf(search, end, left);
    if (mayFollow(search, branch, next)) return next;
  }
  const layer = (left - 1) * layerStep;
  for (let at = start[end]!, last = at + degree[end]!; at < last; at++) {
    if (cost[at]! + cells[layer + to[at]! * personStep]! === wanted && mayFollow(search, branch, to[at]!)) return to[at]!;
  }
  return -1;
}

const NOWHERE: Choice = { next: -1, cost: UNREACHED, second: -1, secondCost: UNREACHED };

/** Reads the ties of a person: the two best ways on with so many ties left, of those a branch may take; null: of all. */
function read(search: Search, person: number, left: number, branch: Branch | null): Choice {
  const { graph: { start, degree, to, cost }, bounds: { cells, layerStep, personStep } } = search;
  const layer = (left - 1) * layerStep;
  let best = UNREACHED;
  let next = -1;
  let secondCost = UNREACHED;
  let second = -1;
  for (let at = start[person]!, last = at + degree[person]!; at < last; at++) {
    const value = cost[at]! + cells[layer + to[at]! * personStep]!;
    if (value >= secondCost || (branch !== null && !mayFollow(search, branch, to[at]!))) continue;
    if (value < best) {
      secondCost = best;
      second = next;
      best = value;
      next = to[at]!;
    } else {
      secondCost = value;
      second = to[at]!;
    }
  }
  return { next, cost: best, second, secondCost };
}
