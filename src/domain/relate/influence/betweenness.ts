import { Distances } from './distances.ts';
import type { Network } from './network.ts';

/**
 * On how many shortest ways between two others each person stands (中介中心性; Freeman, 1977; computed after Brandes, 2001): where there
 * are several, each counts its part. Steps count, weights do not. Of an undirected network each pair counts once.
 */
export function betweenness(network: Network): number[] {
  const { people, directed } = network;
  const distances = new Distances(network.out);
  const { start, to, steps, order } = distances;
  const sums = new Float64Array(people);
  const ways = new Float64Array(people);
  const shares = new Float64Array(people);
  for (let from = 0; from < people; from++) {
    const { reached } = distances.from(from);
    ways.fill(0);
    ways[from] = 1;
    for (let n = 0; n < reached; n++) {
      const person = order[n]!;
      for (let at = start[person]!, end = start[person + 1]!; at < end; at++) if (steps[to[at]!] === steps[person]! + 1) ways[to[at]!]! += ways[person]!;
    }
    for (let n = reached - 1; n >= 0; n--) {
      const person = order[n]!;
      let share = 0;
      for (let at = start[person]!, end = start[person + 1]!; at < end; at++) if (steps[to[at]!] === steps[person]! + 1) share += (1 + shares[to[at]!]!) / ways[to[at]!]!;
      shares[person] = share * ways[person]!;
      if (n > 0) sums[person]! += shares[person]!;
    }
  }
  return Array.from(sums, (sum) => (directed ? sum : sum / 2));
}

/** The same as a share of all pairs of others, 0–1; null for fewer than three people. People without a line count among them: with one more, everybody's share is smaller. */
export function normalisedBetweenness(network: Network): number[] | null {
  const { people, directed } = network;
  if (people < 3) return null;
  const pairs = ((people - 1) * (people - 2)) / (directed ? 1 : 2);
  return betweenness(network).map((raw) => raw / pairs);
}
