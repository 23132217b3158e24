import type { Network } from './network.ts';

/** How many people point at each (被请教次数): in a network of "who asks whom", the influence of each. */
export function indegree(network: Network): number[] {
  return network.in.map(({ people }) => people.length);
}

/** How many people each points at. */
export function outdegree(network: Network): number[] {
  return network.out.map(({ people }) => people.length);
}

/** Lines there are, of those there could be, 0–1; null for fewer than two people. */
export function density({ people, lines, directed }: Network): number | null {
  return people < 2 ? null : lines / ((people * (people - 1)) / (directed ? 1 : 2));
}

/** Share of the lines that are answered by one the other way, 0–1; null without lines. */
export function reciprocity(network: Network): number | null {
  if (network.lines === 0) return null;
  if (!network.directed) return 1;
  const known = network.out.map(({ people }) => new Set(people));
  return network.out.reduce((sum, { people }, from) => sum + people.filter((to) => known[to]!.has(from)).length, 0) / network.lines;
}
