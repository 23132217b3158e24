import type { Random } from '#domain/random.ts';
import type { Diversity } from '#domain/relate/path/search.ts';
import type { Introduction, IntroductionNetwork } from '#domain/relate/path/introductions.ts';
import { MOST_TIES } from '#domain/relate/path/cost.ts';

export const below = (random: Random, limit: number) => Math.floor(random() * limit);

export interface Way { readonly people: readonly number[]; readonly cost: number }
/** Ties as a person would write them down: a map of maps from person to person to cost. */
export type Ties = Map<number, Map<number, number>>;

export function tiesOf({ graph }: IntroductionNetwork): Ties {
  const ties: Ties = new Map();
  for (let p = 0; p < graph.people; p++) {
    const slot = new Map<number, number>();
    for (let at = graph.start[p]!; at < graph.start[p]! + graph.degree[p]!; at++) slot.set(graph.to[at]!, graph.cost[at]!);
    ties.set(p, slot);
  }
  return ties;
}

/** Every way there is, by walking all of them: no person twice, no second source on the way, nobody who is banned. Cheapest first. */
export function everyWay(ties: Ties, sources: ReadonlySet<number>, target: number, hops: number, banned: ReadonlySet<number> = new Set()): Way[] {
  const ways: Way[] = [];
  const walk = (people: number[], cost: number) => {
    const here = people.at(-1)!;
    if (banned.has(here)) return;
    if (here === target) {
      ways.push({ people, cost });
      return;
    }
    if (people.length > hops) return;
    for (const [next, more] of ties.get(here)!) if (!people.includes(next) && (!sources.has(next) || next === target)) walk([...people, next], cost + more);
  };
  for (const source of sources) if (source === target || !sources.has(target)) walk([source], 0);
  return ways.sort((a, b) => a.cost - b.cost);
}

/** What the k best of all ways cost. For `disjoint` equal ways leave a choice, so the answers themselves say which was taken. */
export function bestCosts(ways: readonly Way[], k: number, diversity: Diversity, answers: readonly Introduction[]): number[] {
  if (diversity === 'none') return ways.slice(0, k).map(({ cost }) => cost);
  if (diversity === 'last') {
    const best = new Map<number, number>();
    for (const { people, cost } of ways) if (!best.has(people.at(-2)!)) best.set(people.at(-2)!, cost);
    return [...best.values()].slice(0, k);
  }
  const costs: number[] = [];
  let left = [...ways];
  for (let n = 0; n < k && left.length > 0; n++) {
    costs.push(left[0]!.cost);
    const taken = answers[n]?.people ?? [];
    const between = new Set(taken.slice(1, -1));
    left = left.filter(({ people }) => String(people) !== String(taken) && !people.slice(1, -1).some((person) => between.has(person)));
  }
  return costs;
}

/** What is wrong with an answer, in words; [] when nothing is. */
export function faultsOf({ people, cost, strengths }: Introduction, ties: Ties, sources: ReadonlySet<number>, target: number, hops: number, banned: ReadonlySet<number>): string[] {
  const faults: string[] = [];
  if (people.at(-1) !== target || !sources.has(people[0]!)) faults.push('ends');
  if (new Set(people).size !== people.length) faults.push('a person twice');
  if (people.length - 1 > hops) faults.push('too long');
  if (strengths.length !== people.length - 1) faults.push('strengths');
  if (people.some((person) => banned.has(person))) faults.push('banned');
  if (people.slice(1).some((person) => sources.has(person))) faults.push('a second source');
  const sum = people.slice(1).reduce((total, person, n) => total + (ties.get(people[n]!)!.get(person) ?? Number.NaN), 0);
  if (sum !== cost) faults.push(`cost ${cost}, but the ties add to ${sum}`);
  return faults;
}

/** Random network: people, ties with strengths (some exactly equal, some 1), a team. */
export function randomParts(random: Random, people: number, tiesPerPerson: number, teamSize: number) {
  const [a, b, strength]: [number[], number[], number[]] = [[], [], []];
  const seen = new Set<string>();
  for (let n = 0; n < people * tiesPerPerson; n++) {
    // A few people know many: hubs.
    const [from, to] = [below(random, people), random() < 0.3 ? below(random, Math.ceil(people / 8)) : below(random, people)];
    const key = `${Math.min(from, to)}-${Math.max(from, to)}`;
    if (from === to || seen.has(key)) continue;
    seen.add(key);
    a.push(from);
    b.push(to);
    strength.push(randomStrength(random));
  }
  const team = new Set<number>();
  while (team.size < teamSize) team.add(below(random, people));
  return { people, ties: { a, b, strength }, team: [...team] };
}

export function randomStrength(random: Random): number {
  const kind = random();
  return kind < 0.1 ? 1 : kind < 0.5 ? [0.9, 0.7, 0.6, 0.35, 0.1][below(random, 5)]! : 0.02 + random() * 0.97;
}

/** The layered costs by relaxing all ties once for each layer. */
export function layersOf(ties: Ties, sources: ReadonlySet<number>, hops: number = MOST_TIES, banned: ReadonlySet<number> = new Set()): number[][] {
  let layer: number[] = [...ties.keys()].map((person) => (sources.has(person) && !banned.has(person) ? 0 : 0xffff));
  const layers = [layer];
  for (let h = 0; h < hops; h++) {
    const before = layer;
    layer = before.map((cost, person) => (banned.has(person) ? 0xffff : Math.min(cost, ...[...ties.get(person)!].map(([next, more]) => before[next]! + more))));
    layers.push(layer);
  }
  return layers;
}
export function cellsOf({ tree, graph }: IntroductionNetwork): number[][] {
  return Array.from({ length: tree.hops + 1 }, (_, h) => Array.from(tree.cells.subarray(h * tree.stride, h * tree.stride + graph.people)));
}
