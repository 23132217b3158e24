import { describe, expect, test } from 'vitest';
import { betweenness, normalisedBetweenness } from '#domain/relate/influence/betweenness.ts';
import { closeness, harmonicCloseness } from '#domain/relate/influence/closeness.ts';
import { clustering, overlap } from '#domain/relate/influence/clustering.ts';
import { components, coreness, cutPeople, stronglyConnected } from '#domain/relate/influence/components.ts';
import { constraint } from '#domain/relate/influence/constraint.ts';
import { density, indegree, outdegree, reciprocity } from '#domain/relate/influence/degree.ts';
import { eigenvector } from '#domain/relate/influence/eigenvector.ts';
import { formalGap, rankCorrelation, standardised } from '#domain/relate/influence/gap.ts';
import { hierarchyOf } from '#domain/relate/influence/hierarchy.ts';
import { linesOf, networkOf, reversed, undirected, type Line, type Network } from '#domain/relate/influence/network.ts';
import { pageRank } from '#domain/relate/influence/pageRank.ts';
import { reportingLines } from '#domain/relate/influence/reportingLines.ts';
import { randomOf } from '#domain/random.ts';
import { below } from './networks.ts';

/** The same measures the slow way, over a full table of weights. */
type Table = number[][];
const tableOf = (people: number, lines: readonly Line[], directed: boolean): Table => {
  const table = Array.from({ length: people }, () => new Array<number>(people).fill(0));
  for (const { from, to, weight = 1 } of lines) {
    if (from === to) continue;
    table[from]![to] = Math.max(table[from]![to]!, weight);
    if (!directed) table[to]![from] = Math.max(table[to]![from]!, weight);
  }
  return table;
};
/** Distances (Floyd and Warshall) and numbers of shortest ways (by length). */
function pathsOf(table: Table): { far: number[][]; ways: number[][] } {
  const n = table.length;
  const far = table.map((row, i) => row.map((weight, j) => (i === j ? 0 : weight > 0 ? 1 : Infinity)));
  for (let k = 0; k < n; k++) for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) far[i]![j] = Math.min(far[i]![j]!, far[i]![k]! + far[k]![j]!);
  const ways: number[][] = table.map((_, i) => table.map((__, j) => (i === j ? 1 : 0)));
  for (let length = 1; length < n; length++) {
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (far[i]![j] === length) ways[i]![j] = table.reduce((sum, row, k) => sum + (far[i]![k] === length - 1 && row[j]! > 0 ? ways[i]![k]! : 0), 0);
  }
  return { far, ways };
}
const both = (table: Table): Table => table.map((row, i) => row.map((weight, j) => Math.max(weight, table[j]![i]!)));
const count = (row: readonly number[]) => row.filter((weight) => weight > 0).length;
const groupsOf = (table: Table, without = -1) => {
  const { far } = pathsOf(table.map((row, i) => row.map((weight, j) => (i === without || j === without ? 0 : weight))));
  return new Set(far.flatMap((row, i) => (i === without ? [] : [row.findIndex((steps) => steps < Infinity)]))).size;
};
/** Solves x = M·x + b by elimination. */
function solved(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row.map((value, j) => (i === j ? 1 : 0) - value), right[i]!]);
  for (let i = 0; i < rows.length; i++) {
    const pivot = rows.reduce((best, row, n) => (n >= i && Math.abs(row[i]!) > Math.abs(rows[best]![i]!) ? n : best), i);
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    for (let n = 0; n < rows.length; n++) {
      if (n === i) continue;
      const factor = rows[n]![i]! / rows[i]![i]!;
      rows[n] = rows[n]!.map((value, j) => value - factor * rows[i]![j]!);
    }
  }
  return rows.map((row, i) => row.at(-1)! / row[i]!);
}
const near = (mine: readonly (number | null)[], theirs: readonly (number | null)[]) => {
  expect(mine.length).toBe(theirs.length);
  mine.forEach((value, n) => (value === null || theirs[n] === null ? expect(value).toBe(theirs[n]) : expect(value).toBeCloseTo(theirs[n]!, 9)));
};

describe.each([['directed', true], ['undirected', false]] as const)('60 random %s networks beside the slow way', (_, directed) => {
  const samples = Array.from({ length: 60 }, (__, seed) => {
    const random = randomOf(seed + 1);
    const people = 2 + below(random, 11);
    const lines: Line[] = Array.from({ length: below(random, people * 3) }, () => ({ from: below(random, people), to: below(random, people), weight: random() < 0.5 ? 1 : 0.1 + random() * 5 }));
    return { people, lines, network: networkOf(people, lines, directed), table: tableOf(people, lines, directed) };
  });
  const each = (check: (sample: (typeof samples)[number] & { random: () => number }) => void) => samples.forEach((sample, n) => check({ ...sample, random: randomOf(n) }));

  test('degrees, density, reciprocity', () => each(({ network, table, people }) => {
    expect(outdegree(network)).toEqual(table.map(count));
    expect(indegree(network)).toEqual(table.map((__, j) => count(table.map((row) => row[j]!))));
    const arcs = table.flat().filter((weight) => weight > 0).length;
    expect(network.lines).toBe(directed ? arcs : arcs / 2);
    expect(density(network)).toBeCloseTo(arcs / (people * (people - 1)), 12);
    const answered = table.flatMap((row, i) => row.filter((weight, j) => weight > 0 && table[j]![i]! > 0)).length;
    near([reciprocity(network)], [arcs === 0 ? null : answered / arcs]);
  }));

  test('betweenness, closeness', () => each(({ network, table, people }) => {
    const { far, ways } = pathsOf(table);
    const raw = table.map((__, v) => {
      let sum = 0;
      for (let s = 0; s < people; s++) for (let t = 0; t < people; t++) if (s !== t && s !== v && t !== v && far[s]![t]! < Infinity && far[s]![v]! + far[v]![t]! === far[s]![t]) sum += (ways[s]![v]! * ways[v]![t]!) / ways[s]![t]!;
      return directed ? sum : sum / 2;
    });
    near(betweenness(network), raw);
    const normal = normalisedBetweenness(network);
    if (people < 3) expect(normal).toBeNull();
    else near(normal!, raw.map((value) => (value / ((people - 1) * (people - 2))) * (directed ? 1 : 2)));
    for (const toward of ['in', 'out'] as const) {
      const away = table.map((__, v) => table.flatMap((___, other) => (other === v ? [] : [toward === 'in' ? far[other]![v]! : far[v]![other]!])));
      near(harmonicCloseness(network, toward)!, away.map((row) => row.reduce((sum, steps) => sum + 1 / steps, 0) / (people - 1)));
      const connected = away.flat().every((steps) => steps < Infinity);
      if (connected) near(closeness(network, toward)!, away.map((row) => (people - 1) / row.reduce((sum, steps) => sum + steps, 0)));
      else expect(closeness(network, toward)).toBeNull();
    }
  }));

  test('PageRank is the solution of its equations; eigenvector is one', () => each(({ network, table, people, lines }) => {
    for (const own of [false, true]) {
      const kept = table.map((row) => [...row]);
      if (own) for (const { from, to, weight = 1 } of lines) if (from === to) kept[from]![from] = Math.max(kept[from]![from]!, weight);
      const given = kept.map((row) => row.reduce((sum, weight) => sum + weight, 0));
      const matrix = table.map((__, to) => table.map((___, from) => 0.85 * (given[from] === 0 ? 1 / people : kept[from]![to]! / given[from]!)));
      const mine = pageRank(network, { own });
      near(mine, solved(matrix, new Array<number>(people).fill(0.15 / people)));
      expect(mine.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10);
    }
    const { far } = pathsOf(table);
    const values = eigenvector(network);
    if (far.flat().some((steps) => steps === Infinity)) expect(values).toBeNull();
    else {
      const image = table.map((__, j) => table.reduce((sum, row, i) => sum + row[j]! * values![i]!, 0));
      const factor = image[0]! / values![0]!;
      image.forEach((value, n) => expect(value).toBeCloseTo(factor * values![n]!, 6));
      expect(values!.every((value) => value > 0)).toBe(true);
    }
  }));

  test('constraint, clustering, overlap', () => each(({ network, table, people, random }) => {
    const tied = both(table);
    const share = (i: number, j: number) => tied[i]![j]! / tied[i]!.reduce((sum, weight) => sum + weight, 0);
    near(constraint(network), tied.map((row, i) => (count(row) === 0 ? null : row.reduce((sum, weight, j) => {
      if (weight === 0) return sum;
      const through = row.reduce((more, other, q) => more + (other > 0 && q !== j && tied[q]![j]! > 0 ? share(i, q) * share(q, j) : 0), share(i, j));
      return sum + through ** 2;
    }, 0))));
    let triangles = 0;
    const local = tied.map((row, i) => {
      let closed = 0;
      for (let a = 0; a < people; a++) for (let b = a + 1; b < people; b++) if (row[a]! > 0 && row[b]! > 0 && tied[a]![b]! > 0) closed++;
      triangles += closed / 3;
      const k = count(row);
      return i >= 0 && k > 1 ? (2 * closed) / (k * (k - 1)) : 0;
    });
    const mine = clustering(network);
    expect(mine.triangles).toBeCloseTo(triangles, 9);
    expect(mine.average).toBeCloseTo(local.reduce((sum, value) => sum + value, 0) / people, 12);
    const [a, b] = [0, 1 + below(random, people - 1)];
    const common = tied[a]!.filter((weight, n) => weight > 0 && tied[b]![n]! > 0).length;
    const rest = count(tied[a]!) - (tied[a]![b]! > 0 ? 1 : 0) + count(tied[b]!) - (tied[a]![b]! > 0 ? 1 : 0) - common;
    near([overlap(network, a, b)], [rest === 0 ? null : common / rest]);
  }));

  test('groups, cut people, cores', () => each(({ network, table, people }) => {
    const tied = both(table);
    expect(components(network)).toHaveLength(groupsOf(tied));
    expect(components(network).flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: people }, (__, n) => n));
    const { far } = pathsOf(table);
    expect(stronglyConnected(network)).toBe(far.flat().every((steps) => steps < Infinity));
    // Taking somebody out leaves one group less when he stands alone, as many when he is at the edge, more when he holds them together.
    const holds = tied.flatMap((row, person) => (count(row) > 0 && groupsOf(tied, person) > groupsOf(tied) ? [person] : []));
    expect(cutPeople(network)).toEqual(holds);
    const cores = tied.map((__, person) => {
      for (let k = people; k > 0; k--) {
        let left = tied.map((___, n) => n);
        for (let size = -1; size !== left.length;) {
          size = left.length;
          left = left.filter((one) => left.filter((other) => tied[one]![other]! > 0).length >= k);
        }
        if (left.includes(person)) return k;
      }
      return 0;
    });
    expect(coreness(network)).toEqual(cores);
  }));

  test('Krackhardt\'s four, from tables of who reaches whom', () => each(({ network, table, people }) => {
    const reach = pathsOf(table).far.map((row) => row.map((steps) => steps < Infinity));
    const hang = pathsOf(both(table)).far.map((row) => row.map((steps) => steps < Infinity));
    const pairs = table.flatMap((__, i) => table.flatMap((___, j) => (j > i ? [[i, j] as const] : [])));
    const size = (i: number) => hang[i]!.filter(Boolean).length;
    const inGroup = pairs.filter(([i, j]) => hang[i]![j]);
    const large = inGroup.filter(([i]) => size(i) > 2);
    const above = ([i, j]: readonly [number, number]) => table.flatMap((__, k) => (reach[k]![i] && reach[k]![j] ? [k] : []));
    const bounded = (pair: readonly [number, number], isBound: (one: number, other: number) => boolean) => above(pair).some((one) => above(pair).every((other) => isBound(one, other)));
    const either = pairs.filter(([i, j]) => reach[i]![j] || reach[j]![i]);
    const arcs = table.flat().filter((weight) => weight > 0).length;
    const needed = people - groupsOf(both(table));
    const possible = table.reduce((sum, __, i) => sum + size(i) - 1, 0);
    // Σ (N − 1)(N − 2) / 2 over groups: each person of a group of N brings (N − 1)(N − 2) / 2N.
    const most = table.reduce((sum, __, i) => sum + ((size(i) - 1) * (size(i) - 2)) / 2 / size(i), 0);
    const mine = hierarchyOf(network);
    near([mine.connectedness, mine.hierarchy, mine.efficiency, mine.leastUpperBound, mine.nearestSuperior], [
      inGroup.length / pairs.length, either.length === 0 ? null : either.filter(([i, j]) => reach[i]![j] !== reach[j]![i]).length / either.length,
      possible - needed === 0 ? null : 1 - (arcs - needed) / (possible - needed),
      large.length === 0 ? null : 1 - large.filter((pair) => !bounded(pair, (one, other) => reach[one]![other]!)).length / most,
      large.length === 0 ? null : 1 - large.filter((pair) => !bounded(pair, (one, other) => reach[other]![one]!)).length / most,
    ]);
  }));

  test('without directions, and turned round', () => each(({ network, people, table }) => {
    expect(undirected(network)).toEqual({ ...networkOf(people, linesOf(network), false), own: network.own });
    expect(outdegree(reversed(network))).toEqual(indegree(network));
    expect(tableOf(people, linesOf(network), directed)).toEqual(table);
  }));
});

describe('networks', () => {
  test('equal lines are one, with the larger weight; lines to oneself stand apart', () => {
    const network = networkOf(3, [{ from: 0, to: 1, weight: 2 }, { from: 0, to: 1, weight: 5 }, { from: 1, to: 0 }, { from: 2, to: 2, weight: 3 }], true);
    expect([network.lines, network.own, network.out[0]]).toEqual([2, [0, 0, 3], { people: [1], weights: [5] }]);
    expect(undirected(network)).toMatchObject({ lines: 1, out: [{ people: [1], weights: [5] }, { people: [0], weights: [5] }, { people: [], weights: [] }] });
  });

  test('nobody, and one alone', () => {
    const measures = (network: Network) => [density(network), reciprocity(network), betweenness(network), normalisedBetweenness(network), harmonicCloseness(network), closeness(network), pageRank(network), eigenvector(network), constraint(network), clustering(network), hierarchyOf(network)];
    const four = { connectedness: null, hierarchy: null, efficiency: null, leastUpperBound: null, nearestSuperior: null };
    expect(measures(networkOf(0, [], true))).toEqual([null, null, [], null, null, null, [], null, [], { triangles: 0, average: null }, four]);
    expect(measures(networkOf(1, [], true))).toEqual([null, null, [0], null, null, null, [1], [1], [null], { triangles: 0, average: 0 }, four]);
  });

  test.each([[{ from: 0, to: 3 }], [{ from: -1, to: 0 }], [{ from: 0.5, to: 0 }], [{ from: 0, to: 1, weight: 0 }], [{ from: 0, to: 1, weight: -1 }], [{ from: 0, to: 1, weight: Number.NaN }], [{ from: 0, to: 1, weight: Infinity }]])('%j is refused', (line) => {
    expect(() => networkOf(3, [line], true)).toThrow(RangeError);
  });

  test('a person who is not there has no overlap; alpha is below 1', () => {
    expect(() => overlap(networkOf(2, [{ from: 0, to: 1 }], false), 0, 2)).toThrow(RangeError);
    expect(() => pageRank(networkOf(2, [], true), { alpha: 1 })).toThrow(RangeError);
  });
});

describe('rank beside influence', () => {
  test('who is unknown is left out, not counted as 0', () => {
    expect(formalGap([9, null, 1, 5], [3, 1, 1, null]).map(({ person, gap }) => [person, gap])).toEqual([[0, 2], [2, -2]]);
  });
  test('no differences, no gap', () => expect([standardised([4, 4]), formalGap([4, 4], [2, 2]).map(({ gap }) => gap), rankCorrelation([1, 2], [3, 3])]).toEqual([[0, 0], [0, 0], null]));
  test('equal values share their rank', () => expect(rankCorrelation([1, 2, 2, 3], [10, 20, 20, 90])).toBeCloseTo(1, 12));
  test('lists of different length are refused', () => {
    expect(() => formalGap([1], [1, 2])).toThrow(RangeError);
    expect(() => rankCorrelation([1], [1, 2])).toThrow(RangeError);
  });
});

describe('reporting lines', () => {
  test('several tops; who reports to himself is one', () => expect(reportingLines([null, 0, 1, 3, 3, 1])).toEqual({ tops: [0, 3], depth: [0, 1, 2, 0, 1, 2], span: [1, 2, 0, 1, 0, 0], below: [3, 2, 0, 1, 0, 0] }));
  test('a circle is refused, and so is a boss who is not there', () => {
    expect(() => reportingLines([null, 2, 1])).toThrow(/circle/);
    expect(() => reportingLines([null, 3, 1])).toThrow(/not there/);
  });
});
