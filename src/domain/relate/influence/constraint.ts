import { undirected, type Network } from './network.ts';

/**
 * How much of a person's effort goes to people who are tied to one another anyway (结构洞约束; Burt, 1992, eq. 2.4): low is a broker between groups,
 * high is hemmed in. Lines count in any direction, by weight. Null for people without a line.
 */
export function constraint(network: Network): (number | null)[] {
  const { out } = undirected(network);
  const shares = out.map(({ people, weights }) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return new Map(people.map((person, n) => [person, weights[n]! / total]));
  });
  return shares.map((own) => {
    if (own.size === 0) return null;
    let sum = 0;
    for (const [contact, direct] of own) {
      let through = direct;
      for (const [other, share] of own) if (other !== contact) through += share * (shares[other]!.get(contact) ?? 0);
      sum += through * through;
    }
    return sum;
  });
}
