import { Distances } from './distances.ts';
import type { Network } from './network.ts';

/** Whether it is asked how near the others are to a person along the lines (in), or he to them (out). */
export type Toward = 'in' | 'out';

/**
 * Mean of 1 / distance over all others, 0–1 (调和接近中心性; Marchiori and Latora, 2000): who cannot be reached counts 0, so it is defined for every
 * network. Null for fewer than two people.
 */
export function harmonicCloseness(network: Network, toward: Toward = 'in'): number[] | null {
  const links = toward === 'in' ? network.in : network.out;
  if (network.people < 2) return null;
  const distances = new Distances(links);
  return links.map((_, person) => {
    const { steps, order, reached } = distances.from(person);
    let sum = 0;
    for (let n = 1; n < reached; n++) sum += 1 / steps[order[n]!]!;
    return sum / (network.people - 1);
  });
}

/** 1 / mean distance to all others (Freeman, 1978). Null as soon as somebody cannot be reached: then only the harmonic one is defined. */
export function closeness(network: Network, toward: Toward = 'in'): number[] | null {
  const links = toward === 'in' ? network.in : network.out;
  if (network.people < 2) return null;
  const distances = new Distances(links);
  const all: number[] = [];
  for (let person = 0; person < network.people; person++) {
    const { steps, reached } = distances.from(person);
    if (reached < network.people) return null;
    all.push((network.people - 1) / steps.reduce((sum, far) => sum + far, 0));
  }
  return all;
}
