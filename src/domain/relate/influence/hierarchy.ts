import { components } from './components.ts';
import { Distances, FAR } from './distances.ts';
import type { Network } from './network.ts';

/** How much a network is a tree of command (Krackhardt, 1994); each 0–1, 1 for a perfect one, null where it is not defined. */
export interface Hierarchy {
  /** Pairs of people who hang together at all. */
  readonly connectedness: number | null;
  /** Pairs in which one reaches the other of whom only one does. */
  readonly hierarchy: number | null;
  /** 1 less the share of lines that are more than a tree needs. */
  readonly efficiency: number | null;
  /** Pairs with somebody above both, as the package sna of R counts them: one of those above both must reach all who are. */
  readonly leastUpperBound: number | null;
  /** The same by Krackhardt's words: one of those above both must be reached by all who are, the nearest common superior. */
  readonly nearestSuperior: number | null;
}

/**
 * Krackhardt's four dimensions. The direction matters: lines are from above to below (boss → subordinate). A tree of lines the other way
 * round has the same first three and hardly an upper bound. Lines in a network without directions go both ways.
 */
export function hierarchyOf(network: Network): Hierarchy {
  const { people, out } = network;
  const groups = components(network);
  const distances = new Distances(out);
  const reaches = out.map((_, person) => distances.from(person).steps.map((steps) => (steps === FAR ? 0 : 1)));
  const reached = reaches.map((row) => row.reduce((sum, one) => sum + one, 0));
  const reachedBy = reaches.map((_, person) => reaches.reduce((sum, row) => sum + row[person]!, 0));
  const pairs = (count: number) => (count * (count - 1)) / 2;
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);

  const together = groups.reduce((sum, group) => sum + pairs(group.length), 0);
  let [ordered, oneWay, unbounded, unled, most] = [0, 0, 0, 0, 0];
  for (const group of groups) {
    most += group.length > 2 ? ((group.length - 1) * (group.length - 2)) / 2 : 0;
    for (let n = 0; n < group.length; n++) {
      for (let m = n + 1; m < group.length; m++) {
        const [a, b] = [group[n]!, group[m]!];
        if (reaches[a]![b] || reaches[b]![a]) ordered++;
        if (reaches[a]![b] !== reaches[b]![a]) oneWay++;
        if (group.length < 3) continue;
        const above = group.filter((person) => reaches[person]![a] && reaches[person]![b]);
        // Only who reaches most can reach all who are above both, and only whom most reach can be reached by all of them.
        const [topmost, nearest] = [mostOf(above, reached), mostOf(above, reachedBy)];
        if (topmost === undefined || !above.every((other) => reaches[topmost]![other])) unbounded++;
        if (nearest === undefined || !above.every((other) => reaches[other]![nearest])) unled++;
      }
    }
  }
  const arcs = out.reduce((sum, links) => sum + links.people.length, 0);
  const needed = groups.reduce((sum, group) => sum + group.length - 1, 0);
  const possible = groups.reduce((sum, group) => sum + group.length * (group.length - 1), 0);
  const rest = (part: number, whole: number) => (whole === 0 ? null : 1 - part / whole);
  return {
    connectedness: share(together, pairs(people)), hierarchy: share(oneWay, ordered), efficiency: rest(arcs - needed, possible - needed),
    leastUpperBound: rest(unbounded, most), nearestSuperior: rest(unled, most),
  };
}

function mostOf(people: readonly number[], counts: readonly number[]): number | undefined {
  return people.reduce<number | undefined>((best, person) => (best === undefined || counts[person]! > counts[best]! ? person : best), undefined);
}
