import { emptySlots, layOut, roomFor, words, type Allocate, type GraphArrays } from './slots.ts';

/** Ties to load: the n-th joins a[n] and b[n] at cost[n]. */
export interface TieColumns { readonly a: ArrayLike<number>; readonly b: ArrayLike<number>; readonly cost: ArrayLike<number> }

/** So many neighbours are sorted by hand; and more than any cost. */
const FEW = 40;
const PRICES = 0x1_0000;

/** The arrays of a graph with these ties. Throws RangeError where a tie names a person who is not there, joins a person to itself, or stands twice. */
export function loadTies(people: number, { a, b, cost }: TieColumns, allocate: Allocate): GraphArrays {
  if (!Number.isInteger(people) || people < 0 || people > 2 ** 27) throw new RangeError(`${people} is no number of people.`);
  const { start, degree, free } = emptySlots(roomFor(people), allocate);
  for (let n = 0; n < a.length; n++) {
    checkPair(people, a[n]!, b[n]!);
    degree[a[n]!]!++;
    degree[b[n]!]!++;
  }
  const { end, places } = layOut(people, start, degree, free);
  const [to, placed] = [words(allocate, places), new Uint16Array(allocate(2 * places))];
  const put = (from: number, other: number, price: number) => {
    const place = start[from]! + degree[from]!++;
    to[place] = other;
    placed[place] = price;
  };
  for (let n = 0; n < a.length; n++) {
    put(a[n]!, b[n]!, cost[n]!);
    put(b[n]!, a[n]!, cost[n]!);
  }
  for (let p = 0; p < people; p++) {
    const [first, last] = [start[p]!, start[p]! + degree[p]!];
    sortSlot(to, placed, first, last);
    for (let at = first + 1; at < last; at++) if (to[at] === to[at - 1]) throw new RangeError(`The tie between ${p} and ${to[at]} stands twice.`);
  }
  return { people, ties: a.length, start, degree, free, to, cost: placed, end };
}

/** Orders the neighbours of a slot where they stand: all ties once more beside them would be as much memory again. */
function sortSlot(to: Int32Array, cost: Uint16Array, first: number, last: number): void {
  if (last - first > FEW) {
    const keys = new Float64Array(last - first);
    for (let n = 0; n < keys.length; n++) keys[n] = to[first + n]! * PRICES + cost[first + n]!;
    keys.sort();
    for (let n = 0; n < keys.length; n++) {
      to[first + n] = Math.floor(keys[n]! / PRICES);
      cost[first + n] = keys[n]! % PRICES;
    }
    return;
  }
  for (let n = first + 1; n < last; n++) {
    const [neighbour, price] = [to[n]!, cost[n]!];
    let at = n;
    for (; at > first && to[at - 1]! > neighbour; at--) {
      to[at] = to[at - 1]!;
      cost[at] = cost[at - 1]!;
    }
    to[at] = neighbour;
    cost[at] = price;
  }
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
