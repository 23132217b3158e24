import type { Network } from './network.ts';

const ENOUGH = 1e-13;
const MOST_ROUNDS = 10_000;

/**
 * Share of all attention that ends with each person when everybody passes his on along his lines, by weight, and with 1 − alpha starts anew
 * anywhere (Brin and Page, 1998). Who points at nobody passes to all alike. Adds to 1. With `own`, lines to oneself count too.
 */
export function pageRank(network: Network, { alpha = 0.85, own = false }: { alpha?: number; own?: boolean } = {}): number[] {
  const { people, out } = network;
  if (!(alpha >= 0 && alpha < 1)) throw new RangeError(`Alpha is from 0 to below 1; this is ${alpha}.`);
  if (people === 0) return [];
  const kept = network.own.map((weight) => (own ? weight : 0));
  const given = out.map(({ weights }, person) => weights.reduce((sum, weight) => sum + weight, kept[person]!));
  let rank = new Float64Array(people).fill(1 / people);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = new Float64Array(people);
    let idle = 0;
    for (let person = 0; person < people; person++) {
      if (given[person] === 0) {
        idle += rank[person]!;
        continue;
      }
      const each = (alpha * rank[person]!) / given[person]!;
      next[person]! += each * kept[person]!;
      out[person]!.people.forEach((to, n) => { next[to]! += each * out[person]!.weights[n]!; });
    }
    let change = 0;
    for (let person = 0; person < people; person++) {
      next[person]! += (alpha * idle + 1 - alpha) / people;
      change += Math.abs(next[person]! - rank[person]!);
    }
    rank = next;
    if (change < ENOUGH) break;
  }
  return Array.from(rank);
}
