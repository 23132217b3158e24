import { undirected, type Network } from './network.ts';

/** Triangles each person is part of, lines in any direction. */
function trianglesOf(network: Network): { triangles: number[]; degrees: number[] } {
  const { out } = undirected(network);
  const known = out.map(({ people }) => new Set(people));
  const triangles = new Array<number>(out.length).fill(0);
  out.forEach(({ people }, a) => {
    for (const b of people) {
      if (b < a) continue;
      const [few, many] = out[a]!.people.length < out[b]!.people.length ? [people, known[b]!] : [out[b]!.people, known[a]!];
      for (const c of few) {
        if (c <= b || !many.has(c)) continue;
        triangles[a]!++;
        triangles[b]!++;
        triangles[c]!++;
      }
    }
  });
  return { triangles, degrees: out.map(({ people }) => people.length) };
}

/**
 * Triangles in the network, and the mean over all people of how many of a person's pairs of contacts know each other, 0–1 (Watts and Strogatz,
 * 1998; 0 for people with fewer than two). Null without people.
 */
export function clustering(network: Network): { triangles: number; average: number | null } {
  const { triangles, degrees } = trianglesOf(network);
  const sum = triangles.reduce((total, count, person) => total + (degrees[person]! < 2 ? 0 : (2 * count) / (degrees[person]! * (degrees[person]! - 1))), 0);
  return { triangles: triangles.reduce((total, count) => total + count, 0) / 3, average: network.people === 0 ? null : sum / network.people };
}

/**
 * Share of the acquaintances of both ends of a tie that both have, 0–1 (Onnela et al., 2007): common / (k₁ − 1 + k₂ − 1 − common). Circles that
 * overlap make a tie stronger. Null when neither has another acquaintance. Throws RangeError on people who are not there.
 */
export function overlap(network: Network, a: number, b: number): number | null {
  const { out } = undirected(network);
  for (const person of [a, b]) if (!out[person]) throw new RangeError(`There is no person ${person}.`);
  const others = (person: number, other: number) => new Set(out[person]!.people.filter((known) => known !== other));
  const [ofA, ofB] = [others(a, b), others(b, a)];
  const common = [...ofA].filter((person) => ofB.has(person)).length;
  const all = ofA.size + ofB.size - common;
  return all === 0 ? null : common / all;
}
