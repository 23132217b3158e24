import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { TieGraph } from '#domain/relate/path/tieGraph.ts';

/** A library of others that finds the cheapest way from a team to a person; null where there is none. */
export interface Peer { readonly name: string; readonly cost: (target: number) => number | null }

/* Theirs, as far as they are used. */
interface NGraph { addNode(id: number): void; addLink(a: number, b: number, data: number): void }
interface Finder { find(from: number, to: number): { id: number }[] }
interface Graphology { addNode(key: string): void; addEdge(a: string, b: string, attributes: { weight: number }): void }

/**
 * Puts the network into a library, with one source tied to the whole team at no cost. None is a dependency of the project: they are read from a folder with a node_modules
 * of its own (--peers DIR); null where it is not there. None knows a limit of ties or that nobody of the team stands in between.
 */
type Make = (folder: string, graph: TieGraph, team: readonly number[]) => Peer | null;

/** Libraries looked for. */
export const PEERS: readonly Make[] = [
  function ngraph(folder, graph, team) {
    return ifThere(folder, (load) => {
      const network = (load('ngraph.graph') as () => NGraph)();
      const { nba } = load('ngraph.path') as { nba: (network: NGraph, options: object) => Finder };
      for (let person = 0; person <= graph.people; person++) network.addNode(person);
      eachTie(graph, team, (a, b, cost) => network.addLink(a, b, cost));
      const finder = nba(network, { distance: (_a: unknown, _b: unknown, link: { data: number }) => link.data });
      return { name: 'ngraph.path nba', cost: (target) => costOf(graph, finder.find(graph.people, target).map(({ id }) => id)) };
    });
  },
  function graphology(folder, graph, team) {
    return ifThere(folder, (load) => {
      const loaded = load('graphology') as { UndirectedGraph: new () => Graphology };
      const { dijkstra } = load('graphology-shortest-path') as { dijkstra: { bidirectional: (network: Graphology, a: string, b: string, weight: string) => string[] | null } };
      const network = new loaded.UndirectedGraph();
      for (let person = 0; person <= graph.people; person++) network.addNode(String(person));
      eachTie(graph, team, (a, b, weight) => network.addEdge(String(a), String(b), { weight }));
      return { name: 'graphology dijkstra.bidirectional', cost: (target) => costOf(graph, (dijkstra.bidirectional(network, String(graph.people), String(target), 'weight') ?? []).map(Number)) };
    });
  },
];

function ifThere(folder: string, make: (load: NodeJS.Require) => Peer): Peer | null {
  try {
    return make(createRequire(join(resolve(folder), 'index.js')));
  } catch (error) {
    if ((error as { code?: string }).code !== 'MODULE_NOT_FOUND' && (error as { code?: string }).code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') throw error;
    return null;
  }
}

function eachTie({ people, start, degree, to, cost }: TieGraph, team: readonly number[], work: (a: number, b: number, cost: number) => void): void {
  for (let a = 0; a < people; a++) for (let at = start[a]!, end = at + degree[a]!; at < end; at++) if (to[at]! > a) work(a, to[at]!, cost[at]!);
  for (const one of team) work(people, one, 0);
}

const costOf = (graph: TieGraph, way: readonly number[]): number | null =>
  (way.length === 0 ? null : way.slice(1).reduce((sum, person, n) => sum + (way[n] === graph.people || person === graph.people ? 0 : graph.costBetween(way[n]!, person)), 0));
