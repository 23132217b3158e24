import { choose, follow, type Choice } from './choices.ts';
import { detour } from './detour.ts';
import type { NearTree } from './nearTree.ts';
import type { Branch, Diversity, Found, Search } from './search.ts';

/** A branch that waits: no way of it is cheaper than `bound`, which leads to `next`; with the way itself once that is known. */
interface Open { readonly branch: Branch; readonly bound: number; readonly next: number; readonly found: Solved | null }

/** A way, and the choices at its people from the end of its branch on, where they were read. */
interface Solved extends Found { readonly choices: readonly Choice[] }

/**
 * The k best ways from the sources to a target, cheapest first; no way meets a person twice or passes through a second source.
 * After Lawler (1972): all ways are one branch; the best way of a branch splits the rest into branches that leave it at one of its
 * people. A branch is solved only when its bound is the least of all; mostly the bound is the truth, and the way is read off by
 * following equal sums. `disjoint` is greedy: each way avoids the people between the ends of those before it.
 */
export function bestWays(search: Search, spare: () => NearTree, target: number, k: number, diversity: Diversity): Found[] {
  if (search.banned.has(target)) return [];
  if (search.sources.has(target)) return [{ walk: [target], cost: 0 }];
  const found: Found[] = [];
  const open: Open[] = [];
  const consider = (within: Search, branch: Branch) => {
    const { next, cost } = choose(within, branch);
    if (next >= 0) open.push({ branch, bound: branch.cost + cost, next, found: null });
  };
  // For `disjoint`: people of the ways before.
  const taken = new Set<number>();
  const within = diversity === 'disjoint' ? { ...search, banned: { has: (person: number) => taken.has(person) || search.banned.has(person) } } : search;
  consider(within, { walk: [target], cost: 0, without: [] });
  while (open.length > 0) {
    const least = takeLeast(open);
    const splits = diversity === 'none' && found.length < k - 1;
    const way = least.found ?? solve(within, spare, least, splits);
    if (!way) continue;
    if (way.cost > least.bound) {
      open.push({ ...least, bound: way.cost, found: way });
      continue;
    }
    found.push(way);
    if (found.length === k) break;
    if (splits) split(search, least.branch, way, open);
    else if (diversity === 'last' || way.walk.length === 2) consider(within, { ...least.branch, without: [...least.branch.without, way.walk[1]!] });
    else {
      for (const person of way.walk.slice(1, -1)) taken.add(person);
      consider(within, least.branch);
    }
  }
  return found;
}

/** The rest of a branch without its best way: one branch for each person of the way at whom another may leave it. */
function split(search: Search, branch: Branch, way: Solved, open: Open[]): void {
  const first = branch.walk.length - 1;
  let { cost } = branch;
  for (let at = first; at < way.walk.length - 1; at++) {
    const follower = way.walk[at + 1]!;
    const rest = { walk: way.walk.slice(0, at + 1), cost, without: at === first ? [...branch.without, follower] : [follower] };
    const choice = way.choices[at - first];
    const [next, bound] = choice ? [choice.second, choice.secondCost] : nextAndCost(choose(search, rest));
    if (next >= 0) open.push({ branch: rest, bound: cost + bound, next, found: null });
    cost += search.graph.costBetween(way.walk[at]!, follower);
  }
}

const nextAndCost = ({ next, cost }: Choice): [number, number] => [next, cost];

/** The best way of a branch: straight along the bounds, else around what is in their way, else along new bounds that know what is in the way. */
function solve(search: Search, spare: () => NearTree, open: Open, all: boolean): Solved | null {
  const { branch } = open;
  const direct = straight(search, open, all);
  if (direct) return direct;
  const way = detour(search, branch, open.bound);
  if (way !== 'lost') return way && { ...way, choices: [] };
  const bounds = spare();
  bounds.grow(search.sources, branch.walk.at(-1)!, search.hops - branch.walk.length + 1, (person) => search.banned.has(person) || branch.walk.includes(person));
  const knowing = { ...search, bounds, known: undefined, patience: Infinity };
  const { next, cost } = choose(knowing, branch);
  const again = next < 0 ? null : detour(knowing, branch, branch.cost + cost);
  return again && again !== 'lost' ? { ...again, choices: [] } : null;
}

/** Follows the bounds from person to person as long as they keep their word; null where they lead to people who are banned or on the way already. */
function straight(search: Search, { branch, bound, next }: Open, all: boolean): Solved | null {
  const { bounds: { cells, layerStep, personStep }, sources, hops } = search;
  const walk = [...branch.walk, next];
  const choices = all ? [choose(search, branch)] : [];
  const ahead = { walk, cost: bound, without: NOBODY };
  for (let here = next, left = hops - branch.walk.length; !sources.has(here); left--) {
    if (left === 0) return null;
    const wanted = cells[left * layerStep + here * personStep]!;
    if (all) {
      const choice = choose(search, ahead);
      if (choice.cost !== wanted) return null;
      choices.push(choice);
      here = choice.next;
    } else {
      here = follow(search, ahead, wanted);
      if (here < 0) return null;
    }
    walk.push(here);
  }
  return { walk, cost: bound, choices };
}

const NOBODY: readonly number[] = [];

/** Takes the branch with the least bound out; of equal ones the first. There are never more than a few dozen. */
function takeLeast(open: Open[]): Open {
  let least = 0;
  for (let n = 1; n < open.length; n++) if (open[n]!.bound < open[least]!.bound) least = n;
  return open.splice(least, 1)[0]!;
}
