/** One line of a network: from, to, and how much (default 1, above 0). */
export interface Line { readonly from: number; readonly to: number; readonly weight?: number }

/** Whom one person points at, and with what weight; in the order of their numbers. */
export interface Links { readonly people: readonly number[]; readonly weights: readonly number[] }

/**
 * A network small enough to look at (a customer's people, some thousands at most): who points at whom. Two equal lines are one, with
 * the larger weight. A line from somebody to himself stands apart, in `own`, and counts nowhere unless asked. People without a line count in `people`.
 */
export interface Network {
  readonly people: number;
  readonly directed: boolean;
  /** Lines between two people; of an undirected network each counts once. */
  readonly lines: number;
  /** Weight of each person's line to himself, 0 for none. */
  readonly own: readonly number[];
  readonly out: readonly Links[];
  /** Who points at each person; of an undirected network the same as `out`. */
  readonly in: readonly Links[];
}

/** Throws RangeError on a person who is not there, or a weight that is not above 0. */
export function networkOf(people: number, lines: Iterable<Line>, directed: boolean): Network {
  if (!Number.isInteger(people) || people < 0) throw new RangeError(`${people} is no number of people.`);
  const out = Array.from({ length: people }, () => new Map<number, number>());
  const own = new Array<number>(people).fill(0);
  for (const { from, to, weight = 1 } of lines) {
    for (const person of [from, to]) if (!Number.isInteger(person) || person < 0 || person >= people) throw new RangeError(`There is no person ${person}: there are ${people}, numbered from 0.`);
    if (!(weight > 0 && weight < Infinity)) throw new RangeError(`A weight is above 0; this is ${weight}.`);
    if (from === to) {
      own[from] = Math.max(weight, own[from]!);
      continue;
    }
    out[from]!.set(to, Math.max(weight, out[from]!.get(to) ?? 0));
    if (!directed) out[to]!.set(from, Math.max(weight, out[to]!.get(from) ?? 0));
  }
  const linked = (maps: readonly Map<number, number>[]): Links[] => maps.map((map) => {
    const sorted = [...map].sort(([a], [b]) => a - b);
    return { people: sorted.map(([person]) => person), weights: sorted.map(([, weight]) => weight) };
  });
  const count = out.reduce((sum, map) => sum + map.size, 0);
  const outLinks = linked(out);
  if (!directed) return { people, directed, lines: count / 2, own, out: outLinks, in: outLinks };
  const into = Array.from({ length: people }, () => new Map<number, number>());
  out.forEach((map, from) => map.forEach((weight, to) => into[to]!.set(from, weight)));
  return { people, directed, lines: count, own, out: outLinks, in: linked(into) };
}

/** The network without directions: tied is who is tied either way, with the larger of both weights. */
export function undirected(network: Network): Network {
  if (!network.directed) return network;
  return { ...networkOf(network.people, linesOf(network), false), own: network.own };
}

/** All lines turned round: "asks" becomes "influences". */
export function reversed(network: Network): Network {
  return { ...network, out: network.in, in: network.out };
}

/** The lines between two people, without those to oneself. */
export function linesOf(network: Network): Line[] {
  return network.out.flatMap(({ people, weights }, from) => people.map((to, n) => ({ from, to, weight: weights[n]! })).filter(({ to }) => network.directed || from < to));
}
