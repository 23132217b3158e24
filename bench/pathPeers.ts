import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { TieGraph } from '#domain/relate/path/tieGraph.ts';

/** A library of others that finds the cheapest way from a team to a person; null where there is none. */
export interface Peer { readonly name: string; readonly cost: (target: number) => number | null }

/** Libraries looked for; none is a dependency of the project: they are read from a folder with a node_modules of its own (--peers DIR). */
export const PEERS = ['ngraph.path', 'graphology-shortest-path'] as const;

/* Theirs, as far as they are used. */
interface NGraph { addNode(id: number): void; addLink(a: number, b: number, data: number): void }
interface Finder { find(from: number, to: number): { id: number }[] }
interface Graphology { addNode(key: string): void; addEdge(a: string, b: string, attributes: { weight: number }): void }

/**
 * The same network in each library that is there, with one source tied to the whole team at no cost. No library knows a limit of ties or that nobody
 * of the team stands in between, so an answer may be cheaper than ours; the caller counts those.
 */
export function peersIn(folder: string, graph: TieGraph, team: readonly number[]): { found: Peer[]; missing: string[] } {
  const load = createRequire(join(resolve(folder), 'index.js'));
  const found: Peer[] = [];
  const missing: string[] = [];
  const attempt = (name: string, make: () => Peer): void => {
    try {
      found.push(make());
    } catch (error) {
      if ((error as { code?: string }).code !== 'MODULE_NOT_FOUND' && (error as { code?: string }).code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') throw error;
      missing.push(name);
    }
  };
  const source = graph.people;
  const eachTie = (work: (a: number, b: number, cost: number) => void): void => {
    for (let a = 0; a < graph.people; a++) for (let at = graph.start[a]!, end = at + graph.degree[a]!; at < end; at++) if (graph.to[at]! > a) work(a, graph.to[at]!, graph.cost[at]!);
  };
  const costOf = (way: readonly number[]): number | null => (way.length === 0 ? null : way.slice(1).reduce((sum, person, n) => sum + (way[n] === source || person === source ? 0 : graph.costBetween(way[n]!, person)), 0));
  attempt('ngraph.path', () => {
    const network = (load('ngraph.graph') as () => NGraph)();
    const { nba } = load('ngraph.path') as { nba: (network: NGraph, options: object) => Finder };
    for (let person = 0; person <= source; person++) network.addNode(person);
    eachTie((a, b, cost) => network.addLink(a, b, cost));
    for (const one of team) network.addLink(source, one, 0);
    const finder = nba(network, { distance: (_a: unknown, _b: unknown, link: { data: number }) => link.data });
    return { name: 'ngraph.path nba', cost: (target) => costOf(finder.find(source, target).map(({ id }) => id)) };
  });
  attempt('graphology-shortest-path', () => {
    const loaded = load('graphology') as { UndirectedGraph: new () => Graphology };
    const { dijkstra } = load('graphology-shortest-path') as { dijkstra: { bidirectional: (network: Graphology, a: string, b: string, weight: string) => string[] | null } };
    const network = new loaded.UndirectedGraph();
    for (let person = 0; person <= source; person++) network.addNode(String(person));
    eachTie((a, b, weight) => network.addEdge(String(a), String(b), { weight }));
    for (const one of team) network.addEdge(String(source), String(one), { weight: 0 });
    return { name: 'graphology dijkstra.bidirectional', cost: (target) => costOf((dijkstra.bidirectional(network, String(source), String(target), 'weight') ?? []).map(Number)) };
  });
  return { found, missing };
}
