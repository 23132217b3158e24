/** Where typed arrays live: in memory of one thread, or in memory that several threads see. */
export type Allocate = (bytes: number) => ArrayBufferLike;
export const ownMemory: Allocate = (bytes) => new ArrayBuffer(bytes);
export const sharedMemory: Allocate = (bytes) => new SharedArrayBuffer(bytes);

/** The arrays of a graph of ties, as one thread hands them to another: everybody's slot in one arena of neighbours and costs. */
export interface GraphArrays {
  readonly people: number;
  readonly ties: number;
  /** First place, neighbours and places of each person's slot. */
  readonly start: Int32Array;
  readonly degree: Int32Array;
  readonly room: Int32Array;
  /** Neighbour and cost at each place. */
  readonly to: Int32Array;
  readonly cost: Uint16Array;
  /** Places of the arena that belong to slots; behind them it is free. */
  readonly end: number;
}

/** Places of an arena: those that the slots take, and all. */
export interface Arena { readonly end: number; readonly places: number }

/** Gives everybody a slot for the degree he has, and a quarter more; sets the degrees to 0. */
export function layOut(people: number, start: Int32Array, degree: Int32Array, room: Int32Array): Arena {
  let end = 0;
  for (let p = 0; p < people; p++) {
    const neighbours = degree[p]!;
    start[p] = end;
    room[p] = neighbours + (neighbours >>> 2) + 1;
    degree[p] = 0;
    end += room[p]!;
  }
  const places = end + (end >>> 3) + 64;
  if (places > 2 ** 31) throw new RangeError(`${end} places are more than this holds.`);
  return { end, places };
}

/** People to hold places for: an eighth more than there are. */
export function roomFor(people: number): number {
  return people + (people >>> 3) + 16;
}

export const words = (allocate: Allocate, count: number): Int32Array => new Int32Array(allocate(4 * count));
