import { stronglyConnected } from './components.ts';
import type { Network } from './network.ts';

const ENOUGH = 1e-14;
const MOST_ROUNDS = 100_000;

/**
 * Influence of those who are pointed at by the influential (特征向量中心性; Bonacich, 1972), by weight; squares add to 1. Null where not everybody
 * can reach everybody: there the measure would say 0 of whole groups.
 */
export function eigenvector(network: Network): number[] | null {
  const { people } = network;
  if (people === 0 || !stronglyConnected(network)) return null;
  let values = new Float64Array(people).fill(1 / Math.sqrt(people));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    // One's own value is added each round: without it, two groups that only point at each other would swing for ever.
    const next = Float64Array.from(values);
    network.in.forEach(({ people: from, weights }, person) => from.forEach((other, n) => { next[person]! += weights[n]! * values[other]!; }));
    const length = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0));
    let change = 0;
    for (let person = 0; person < people; person++) {
      next[person]! /= length;
      change = Math.max(change, Math.abs(next[person]! - values[person]!));
    }
    values = next;
    if (change < ENOUGH) break;
  }
  return Array.from(values);
}
