import { checkPair, checkPerson } from './loadTies.ts';
import { emptySlots, layOut, MOST_FREE, ownMemory, roomFor, words, type Allocate, type GraphArrays } from './slots.ts';

/**
 * Who knows whom, as an undirected graph in typed arrays (compressed sparse rows with room to grow): each person has a slot of
 * neighbours in one arena, ordered by number, with spare places behind them. A slot that overflows moves to the end of the arena;
 * an arena that overflows is replaced by a larger one, compacted. About 17 bytes a tie where everybody has ten. Answers depend on the ties alone,
 * not on the order in which they came, because the neighbours are ordered.
 */
export class TieGraph {
  people = 0;
  ties = 0;
  /** First place, neighbours and places free behind them of each person's slot. */
  start: Int32Array;
  degree: Int32Array;
  free: Uint16Array;
  /** Neighbour and cost at each place. */
  to: Int32Array;
  cost: Uint16Array;
  private end: number;
  private readonly allocate: Allocate;

  /** Over arrays that were loaded (`loadTies`), here or in another thread, and are this graph's alone from now on. */
  constructor({ people, ties, start, degree, free, to, cost, end }: GraphArrays, allocate: Allocate = ownMemory) {
    [this.people, this.ties, this.start, this.degree, this.free, this.to, this.cost, this.end, this.allocate] = [people, ties, start, degree, free, to, cost, end, allocate];
  }

  /** What another thread needs to go on with this graph. */
  arrays(): GraphArrays {
    const { people, ties, start, degree, free, to, cost, end } = this;
    return { people, ties, start, degree, free, to, cost, end };
  }

  /** Cost of the tie between two people, −1 when there is none. */
  costBetween(a: number, b: number): number {
    const [from, to] = this.degree[a]! <= this.degree[b]! ? [a, b] : [b, a];
    const at = this.placeOf(from, to);
    return at < this.start[from]! + this.degree[from]! && this.to[at] === to ? this.cost[at]! : -1;
  }

  /** Makes a tie or changes its cost; gives the cost before, −1 when there was none. */
  set(a: number, b: number, cost: number): number {
    checkPair(this.people, a, b);
    const before = this.costBetween(a, b);
    this.put(a, b, cost);
    this.put(b, a, cost);
    if (before < 0) this.ties++;
    return before;
  }

  /** Takes a tie out; gives its cost, −1 when there was none. */
  remove(a: number, b: number): number {
    checkPair(this.people, a, b);
    const before = this.costBetween(a, b);
    if (before < 0) return before;
    this.take(a, b);
    this.take(b, a);
    this.ties--;
    return before;
  }

  /** Adds people without ties; gives the number of the first. */
  addPeople(count: number): number {
    const first = this.people;
    if (first + count > this.start.length) this.renew(roomFor(first + count));
    this.people += count;
    return first;
  }

  /** Throws RangeError unless this is a person. */
  check(person: number): void {
    checkPerson(this.people, person);
  }

  /** First place of a slot whose neighbour is not below `to`. */
  private placeOf(from: number, to: number): number {
    let low = this.start[from]!;
    let high = low + this.degree[from]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.to[middle]! < to) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private put(from: number, to: number, cost: number): void {
    let at = this.placeOf(from, to);
    if (at < this.start[from]! + this.degree[from]! && this.to[at] === to) {
      this.cost[at] = cost;
      return;
    }
    if (this.free[from] === 0) {
      at -= this.start[from]!;
      this.widen(from);
      at += this.start[from]!;
    }
    const last = this.start[from]! + this.degree[from]!++;
    this.free[from]!--;
    this.to.copyWithin(at + 1, at, last);
    this.cost.copyWithin(at + 1, at, last);
    this.to[at] = to;
    this.cost[at] = cost;
  }

  private take(from: number, to: number): void {
    const at = this.placeOf(from, to);
    const last = this.start[from]! + this.degree[from]!--;
    // One that cannot be counted stays unused until the slot moves.
    if (this.free[from]! < MOST_FREE) this.free[from]!++;
    this.to.copyWithin(at, at + 1, last);
    this.cost.copyWithin(at, at + 1, last);
  }

  /** Moves a full slot to the end of the arena with half as many places again. */
  private widen(person: number): void {
    const degree = this.degree[person]!;
    const free = Math.min(Math.max(2, degree >>> 1), MOST_FREE);
    if (this.end + degree + free > this.to.length) {
      this.renew(this.start.length);
      return;
    }
    const from = this.start[person]!;
    this.to.copyWithin(this.end, from, from + degree);
    this.cost.copyWithin(this.end, from, from + degree);
    this.start[person] = this.end;
    this.free[person] = free;
    this.end += degree + free;
  }

  /** Copies everything into new arrays with spare places everywhere; readers of the old ones are not disturbed. */
  private renew(capacity: number): void {
    const { start: oldStart, degree: oldDegree, to: oldTo, cost: oldCost } = this;
    const { allocate } = this;
    ({ start: this.start, degree: this.degree, free: this.free } = emptySlots(capacity, allocate));
    this.degree.set(oldDegree.subarray(0, this.people));
    const { end, places } = layOut(this.people, this.start, this.degree, this.free);
    const [to, cost] = [words(allocate, places), new Uint16Array(allocate(2 * places))];
    for (let p = 0; p < this.people; p++) {
      const old = oldStart[p]!;
      const degree = oldDegree[p]!;
      for (let n = 0, at = this.start[p]!; n < degree; n++, at++) {
        to[at] = oldTo[old + n]!;
        cost[at] = oldCost[old + n]!;
      }
      this.degree[p] = degree;
    }
    [this.to, this.cost, this.end] = [to, cost, end];
  }
}
