import type { Random } from '#domain/random.ts';

/** Ties of a made-up network. */
export interface MadeUp { readonly a: Uint32Array; readonly b: Uint32Array; readonly strength: Float64Array }

/**
 * A network that grows as acquaintance does (Holme and Kim, 2002): everybody who comes ties himself to `each` people, rather to
 * those who know many, and half of the time to an acquaintance of the one before. Numbers are shuffled; strengths lie from 0.05 to 1.
 */
export function madeUpNetwork(people: number, each: number, random: Random): MadeUp {
  const ties = each * (people - each);
  const [a, b] = [new Uint32Array(ties), new Uint32Array(ties)];
  const knows: number[][] = Array.from({ length: people }, () => []);
  let count = 0;
  for (let person = each; person < people; person++) {
    const known = new Set<number>();
    let last = -1;
    while (known.size < each) {
      const circle = last < 0 || random() >= 0.5 ? undefined : knows[last]!;
      const other = person === each ? known.size : circle ? circle[Math.floor(random() * circle.length)]! : endOf(Math.floor(random() * 2 * count));
      last = -1;
      if (other === person || known.has(other)) continue;
      known.add(other);
      last = other;
    }
    for (const other of known) {
      [a[count], b[count++]] = [person, other];
      knows[person]!.push(other);
      knows[other]!.push(person);
    }
  }
  function endOf(place: number): number {
    return place % 2 === 0 ? a[place >> 1]! : b[place >> 1]!;
  }
  const number = Uint32Array.from({ length: people }, (_, n) => n);
  for (let n = people - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1));
    [number[n], number[other]] = [number[other]!, number[n]!];
  }
  return { a: a.map((person) => number[person]!), b: b.map((person) => number[person]!), strength: Float64Array.from({ length: ties }, () => madeUpStrength(random)) };
}

/** From 0.05 to 1, rather weak. */
export function madeUpStrength(random: Random): number {
  return 0.05 + 0.95 * random() ** 1.5;
}
