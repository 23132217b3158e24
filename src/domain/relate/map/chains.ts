import { supports } from './light.ts';
import type { MapOn } from './mapOn.ts';

/** From one of our supporters along influence to the decider (影响链): people in order, and the weight of each line between them. */
export interface Chain { readonly people: readonly number[]; readonly weights: readonly number[] }

/** More hands than that and nobody knows what arrives. */
export const MOST_LINES = 4;
const COST_OF_A_LINE = 100;

/**
 * Shortest chain from each supporter to a decider over living lines of influence that pull our way, never through somebody opposed,
 * nor through another supporter, who has a shorter one. Fewest lines first, then the heavier; at most `limit`. A decider who supports us needs none.
 */
export function chainsToDecider(map: MapOn, limit = 5): Chain[] {
  const people = new Map(map.people.map((one) => [one.person, one]));
  const deciders = map.people.filter((one) => one.roles.value?.includes('decider') && !supports(one));
  const into = new Map<number, { from: number; weight: number }[]>();
  for (const { from, to, kind, sign, weight, state } of map.lines) {
    if (kind !== 'influence' || sign < 0 || state === 'stale') continue;
    into.set(to, [...(into.get(to) ?? []), { from, weight }]);
  }
  const found: (Chain & { cost: number })[] = [];
  for (const decider of deciders) {
    // Backwards from the decider, cheapest person first; a heavier line is a little cheaper, never as much as a line less.
    const best = new Map<number, { cost: number; lines: number; next: number | null; weight: number }>([[decider.person, { cost: 0, lines: 0, next: null, weight: 0 }]]);
    const done = new Set<number>();
    for (;;) {
      const here = [...best].filter(([person]) => !done.has(person)).sort(([a, x], [b, y]) => x.cost - y.cost || a - b)[0];
      if (!here) break;
      const [person, reached] = here;
      done.add(person);
      const one = people.get(person)!;
      if (person !== decider.person && (supports(one) || one.stance.value === 'opposed')) continue;
      if (reached.lines === MOST_LINES) continue;
      for (const { from, weight } of into.get(person) ?? []) {
        const cost = reached.cost + COST_OF_A_LINE - weight;
        if (cost < (best.get(from)?.cost ?? Infinity)) best.set(from, { cost, lines: reached.lines + 1, next: person, weight });
      }
    }
    for (const [person, { cost }] of best) {
      if (person === decider.person || !supports(people.get(person)!)) continue;
      const chain: number[] = [];
      const weights: number[] = [];
      for (let at: number | null = person; at !== null; at = best.get(at)!.next) {
        chain.push(at);
        if (best.get(at)!.next !== null) weights.push(best.get(at)!.weight);
      }
      found.push({ people: chain, weights, cost });
    }
  }
  return found.sort((a, b) => a.cost - b.cost || a.people[0]! - b.people[0]!).slice(0, limit).map(({ people: chain, weights }) => ({ people: chain, weights }));
}
