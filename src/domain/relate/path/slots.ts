/** Where typed arrays live: in memory of one thread, or in memory that several threads see. */
export type Allocate = (bytes: number) => ArrayBufferLike;
export const ownMemory: Allocate = (bytes) => new ArrayBuffer(bytes);
export const sharedMemory: Allocate = (bytes) => new SharedArrayBuffer(bytes);

/** The arrays of a graph of ties, as one thread hands them to another: everybody's slot in one arena of neighbours and costs. */
export interface GraphArrays {
  readonly people: number;
  readonly ties: number;
  /** First place, neighbours and places free behind them of each person's slot. */
  readonly start: Int32Array;
  readonly degree: Int32Array;
  readonly free: Uint16Array;
  /** Neighbour and cost at each place. */
  readonly to: Int32Array;
  readonly cost: Uint16Array;
  /** Places of the arena that belong to slots; behind them it is free. */
  readonly end: number;
}

/** Places of an arena: those that the slots take, and all. */
export interface Arena { readonly end: number; readonly places: number }

/** The arrays of slots for so many people, still empty. */
export function emptySlots(capacity: number, allocate: Allocate): Pick<GraphArrays, 'start' | 'degree' | 'free'> {
  return { start: words(allocate, capacity), degree: words(allocate, capacity), free: new Uint16Array(allocate(2 * capacity)) };
}

/** Gives everybody a slot for the degree he has, and an eighth more; sets the degrees to 0. */
export function layOut(people: number, start: Int32Array, degree: Int32Array, free: Uint16Array): Arena {
  let end = 0;
  for (let p = 0; p < people; p++) {
    const neighbours = degree[p]!;
    start[p] = end;
    free[p] = Math.min((neighbours >>> 3) + 1, MOST_FREE);
    degree[p] = 0;
    end += neighbours + free[p]!;
  }
  const places = end + (end >>> 4) + 64;
  if (places > 2 ** 31) throw new RangeError(`${end} places are more than this holds.`);
  return { end, places };
}

/** People to hold places for: a few more than there are. */
export function roomFor(people: number): number {
  return people + (people >>> 5) + 16;
}

/** Free places of a slot, at most. */
export const MOST_FREE = 0xffff;

export const words = (allocate: Allocate, count: number): Int32Array => new Int32Array(allocate(4 * count));
