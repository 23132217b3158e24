import { emptySlots, layOut, roomFor, words, type Allocate, type GraphArrays } from './slots.ts';

/** Ties to load: the n-th joins a[n] and b[n] at cost[n]. */
export interface TieColumns { readonly a: ArrayLike<number>; readonly b: ArrayLike<number>; readonly cost: ArrayLike<number> }

/** The arrays of a graph with these ties. Throws RangeError where a tie names a person who is not there, joins a person to itself, or stands twice. */
export function loadTies(people: number, { a, b, cost }: TieColumns, allocate: Allocate): GraphArrays {
  if (!Number.isInteger(people) || people < 0 || people > 2 ** 27) throw new RangeError(`${people} is no number of people.`);
  const { start, degree, free } = emptySlots(roomFor(people), allocate);
  for (let n = 0; n < a.length; n++) {
    checkPair(people, a[n]!, b[n]!);
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
  const { end, places } = layOut(people, start, degree, free);
  const [to, placed] = [words(allocate, places), new Uint16Array(allocate(2 * places))];
  for (let p = 0; p < people; p++) {
    for (let at = byEnd[p]!, last = byEnd[p + 1]!; at < last; at++) {
      const q = other[at]!;
      const place = start[q]! + degree[q]!++;
      if (place > start[q]! && to[place - 1] === p) throw new RangeError(`The tie between ${p} and ${q} stands twice.`);
      to[place] = p;
      placed[place] = costs[at]!;
    }
  }
  return { people, ties: a.length, start, degree, free, to, cost: placed, end };
}

/** Throws RangeError unless this is a person. Typed arrays would take any number in silence. */
export function checkPerson(people: number, person: number): void {
  if (!Number.isInteger(person) || person < 0 || person >= people) throw new RangeError(`There is no person ${person}: there are ${people}, numbered from 0.`);
}

/** Throws RangeError unless these are two people. */
export function checkPair(people: number, a: number, b: number): void {
  checkPerson(people, a);
  checkPerson(people, b);
  if (a === b) throw new RangeError(`A tie joins two people; this one joins ${a} to itself.`);
}
