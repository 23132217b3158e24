import { betweenness, normalisedBetweenness } from './betweenness.ts';
import { closeness, harmonicCloseness } from './closeness.ts';
import { clustering } from './clustering.ts';
import { components, coreness, cutPeople } from './components.ts';
import { constraint } from './constraint.ts';
import { density, indegree, outdegree, reciprocity } from './degree.ts';
import { eigenvector } from './eigenvector.ts';
import { hierarchyOf, type Hierarchy } from './hierarchy.ts';
import { reversed, type Network } from './network.ts';
import { pageRank } from './pageRank.ts';

/** All measures of one person; null where one is not defined in this network. */
export interface PersonMeasures {
  readonly person: number;
  readonly indegree: number;
  readonly outdegree: number;
  readonly betweenness: number;
  readonly betweennessNormalised: number | null;
  readonly closenessHarmonic: number | null;
  readonly closeness: number | null;
  readonly pageRank: number;
  readonly eigenvector: number | null;
  readonly constraint: number | null;
  readonly coreness: number;
}

/** Measures of a network as a whole. */
export interface NetworkMeasures {
  readonly density: number | null;
  readonly reciprocity: number | null;
  readonly components: number;
  readonly triangles: number;
  readonly clustering: number | null;
  /** People without whom a group falls apart. */
  readonly cutPeople: readonly number[];
  /** Krackhardt's four with every line read from above to below, and the other way. Null beyond MOST_RANKED people. */
  readonly fromAboveToBelow: Hierarchy | null;
  readonly fromBelowToAbove: Hierarchy | null;
}

/** Above so many people the four dimensions, which look at every pair beside everybody, would take minutes. */
export const MOST_RANKED = 1000;

/** Every measure at once; people by PageRank, largest first. Takes about people × lines steps. */
export function measure(network: Network): { people: PersonMeasures[]; network: NetworkMeasures } {
  const [into, out, between, betweenShare, harmonic, near, rank, vector, bound, core] = [
    indegree(network), outdegree(network), betweenness(network), normalisedBetweenness(network), harmonicCloseness(network), closeness(network), pageRank(network), eigenvector(network), constraint(network), coreness(network),
  ];
  const people = rank.map((value, person): PersonMeasures => ({
    person, indegree: into[person]!, outdegree: out[person]!, betweenness: between[person]!, betweennessNormalised: betweenShare?.[person] ?? null, closenessHarmonic: harmonic?.[person] ?? null,
    closeness: near?.[person] ?? null, pageRank: value, eigenvector: vector?.[person] ?? null, constraint: bound[person]!, coreness: core[person]!,
  }));
  const { triangles, average } = clustering(network);
  const ranked = network.people <= MOST_RANKED;
  return {
    people: people.sort((a, b) => b.pageRank - a.pageRank || a.person - b.person),
    network: {
      density: density(network), reciprocity: reciprocity(network), components: components(network).length, triangles, clustering: average, cutPeople: cutPeople(network),
      fromAboveToBelow: ranked ? hierarchyOf(network) : null, fromBelowToAbove: ranked ? hierarchyOf(reversed(network)) : null,
    },
  };
}
