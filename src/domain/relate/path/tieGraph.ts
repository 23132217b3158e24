/** Where typed arrays live: in memory of one thread, or in memory that several threads see. */
export type Allocate = (bytes: number) => ArrayBufferLike;
export const ownMemory: Allocate = (bytes) => new ArrayBuffer(bytes);
export const sharedMemory: Allocate = (bytes) => new SharedArrayBuffer(bytes);

/** Ties to load: the n-th joins a[n] and b[n] at cost[n]. */
export interface TieColumns { readonly a: ArrayLike<number>; readonly b: ArrayLike<number>; readonly cost: ArrayLike<number> }

/**
 * Who knows whom, as an undirected graph in typed arrays (compressed sparse rows with room to grow): each person has a slot of
 * neighbours in one arena, ordered by number, with spare places behind them. A slot that overflows moves to the end of the arena;
 * an arena that overflows is replaced by a larger one, compacted. About 20 bytes a tie. Answers depend on the ties alone,
 * not on the order in which they came, because the neighbours are ordered.
 */
export class TieGraph {
  people = 0;
  ties = 0;
  /** First place, neighbours and places of each person's slot. */
  start: Int32Array;
  degree: Int32Array;
  room: Int32Array;
  /** Neighbour and cost at each place. */
  to: Int32Array;
  cost: Uint16Array;
  private end = 0;
  private readonly allocate: Allocate;

  /** Throws RangeError where a tie names a person who is not there, joins a person to itself, or stands twice. */
  constructor(people: number, ties: TieColumns, allocate: Allocate = ownMemory) {
    if (!Number.isInteger(people) || people < 0 || people > 2 ** 27) throw new RangeError(`${people} is no number of people.`);
    this.allocate = allocate;
    this.people = people;
    this.ties = ties.a.length;
    const capacity = roomFor(people);
    [this.start, this.degree, this.room] = [this.words(capacity), this.words(capacity), this.words(capacity)];
    const { a, b, cost } = ties;
    const { degree } = this;
    for (let n = 0; n < a.length; n++) {
      this.checkPair(a[n]!, b[n]!);
      degree[a[n]!]!++;
      degree[b[n]!]!++;
    }
    // Ties in the order of one end, then dealt out by the other: each slot comes out sorted.
    const byEnd = new Int32Array(people + 1);
    for (let p = 0; p < people; p++) byEnd[p + 1] = byEnd[p]! + degree[p]!;
    const other = new Int32Array(2 * a.length);
    const costs = new Uint16Array(2 * a.length);
    const seat = byEnd.slice();
    for (let n = 0; n < a.length; n++) {
      const atA = seat[a[n]!]!++;
      const atB = seat[b[n]!]!++;
      other[atA] = b[n]!;
      other[atB] = a[n]!;
      costs[atA] = cost[n]!;
      costs[atB] = cost[n]!;
    }
    const places = this.layOut();
    const [to, placed] = [this.words(places), new Uint16Array(allocate(2 * places))];
    const { start } = this;
    for (let p = 0; p < people; p++) {
      for (let at = byEnd[p]!, end = byEnd[p + 1]!; at < end; at++) {
        const q = other[at]!;
        const place = start[q]! + degree[q]!++;
        if (place > start[q]! && to[place - 1] === p) throw new RangeError(`The tie between ${p} and ${q} stands twice.`);
        to[place] = p;
        placed[place] = costs[at]!;
      }
    }
    [this.to, this.cost] = [to, placed];
  }

  /** Cost of the tie between two people, −1 when there is none. */
  costBetween(a: number, b: number): number {
    const [from, to] = this.degree[a]! <= this.degree[b]! ? [a, b] : [b, a];
    const at = this.placeOf(from, to);
    return at < this.start[from]! + this.degree[from]! && this.to[at] === to ? this.cost[at]! : -1;
  }

  /** Makes a tie or changes its cost; gives the cost before, −1 when there was none. */
  set(a: number, b: number, cost: number): number {
    this.checkPair(a, b);
    const before = this.costBetween(a, b);
    this.put(a, b, cost);
    this.put(b, a, cost);
    if (before < 0) this.ties++;
    return before;
  }

  /** Takes a tie out; gives its cost, −1 when there was none. */
  remove(a: number, b: number): number {
    this.checkPair(a, b);
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

  /** Throws RangeError unless this is a person. Typed arrays would take any number in silence. */
  check(person: number): void {
    if (!Number.isInteger(person) || person < 0 || person >= this.people) throw new RangeError(`There is no person ${person}: there are ${this.people}, numbered from 0.`);
  }

  private checkPair(a: number, b: number): void {
    this.check(a);
    this.check(b);
    if (a === b) throw new RangeError(`A tie joins two people; this one joins ${a} to itself.`);
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
    if (this.degree[from] === this.room[from]) {
      at -= this.start[from]!;
      this.widen(from);
      at += this.start[from]!;
    }
    const last = this.start[from]! + this.degree[from]!++;
    this.to.copyWithin(at + 1, at, last);
    this.cost.copyWithin(at + 1, at, last);
    this.to[at] = to;
    this.cost[at] = cost;
  }

  private take(from: number, to: number): void {
    const at = this.placeOf(from, to);
    const last = this.start[from]! + this.degree[from]!--;
    this.to.copyWithin(at, at + 1, last);
    this.cost.copyWithin(at, at + 1, last);
  }

  /** Moves a full slot to the end of the arena with half as many places again. */
  private widen(person: number): void {
    const degree = this.degree[person]!;
    const room = degree + Math.max(2, degree >>> 1);
    if (this.end + room > this.to.length) {
      this.renew(this.start.length);
      return;
    }
    const from = this.start[person]!;
    this.to.copyWithin(this.end, from, from + degree);
    this.cost.copyWithin(this.end, from, from + degree);
    this.start[person] = this.end;
    this.room[person] = room;
    this.end += room;
  }

  /** Copies everything into new arrays with spare places everywhere; readers of the old ones are not disturbed. */
  private renew(capacity: number): void {
    const { start: oldStart, degree: oldDegree, to: oldTo, cost: oldCost } = this;
    [this.start, this.degree, this.room] = [this.words(capacity), this.words(capacity), this.words(capacity)];
    this.degree.set(oldDegree.subarray(0, this.people));
    const places = this.layOut();
    const [to, cost] = [this.words(places), new Uint16Array(this.allocate(2 * places))];
    for (let p = 0; p < this.people; p++) {
      const old = oldStart[p]!;
      const degree = oldDegree[p]!;
      for (let n = 0, at = this.start[p]!; n < degree; n++, at++) {
        to[at] = oldTo[old + n]!;
        cost[at] = oldCost[old + n]!;
      }
      this.degree[p] = degree;
    }
    [this.to, this.cost] = [to, cost];
  }

  /** Gives everybody a slot for the degree he has, and a quarter more; sets the degrees to 0. Gives the places of the arena. */
  private layOut(): number {
    let end = 0;
    for (let p = 0; p < this.people; p++) {
      const degree = this.degree[p]!;
      this.start[p] = end;
      this.room[p] = degree + (degree >>> 2) + 1;
      this.degree[p] = 0;
      end += this.room[p]!;
    }
    this.end = end;
    const places = end + (end >>> 3) + 64;
    if (places > 2 ** 31) throw new RangeError(`${this.ties} ties are more than this holds.`);
    return places;
  }

  private words(count: number): Int32Array {
    return new Int32Array(this.allocate(4 * count));
  }
}

/** People to hold places for: an eighth more than there are. */
function roomFor(people: number): number {
  return people + (people >>> 3) + 16;
}
