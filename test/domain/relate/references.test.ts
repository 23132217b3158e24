import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { betweenness, normalisedBetweenness } from '#domain/relate/influence/betweenness.ts';
import { closeness } from '#domain/relate/influence/closeness.ts';
import { clustering } from '#domain/relate/influence/clustering.ts';
import { components, coreness, cutPeople } from '#domain/relate/influence/components.ts';
import { constraint } from '#domain/relate/influence/constraint.ts';
import { density, indegree, outdegree, reciprocity } from '#domain/relate/influence/degree.ts';
import { formalGap, rankCorrelation } from '#domain/relate/influence/gap.ts';
import { hierarchyOf } from '#domain/relate/influence/hierarchy.ts';
import { networkOf, reversed, undirected, type Network } from '#domain/relate/influence/network.ts';
import { pageRank } from '#domain/relate/influence/pageRank.ts';
import { reportingLines } from '#domain/relate/influence/reportingLines.ts';
import { IntroductionNetwork } from '#domain/relate/path/introductions.ts';
import { sharedData } from '../../sharedData.ts';

/** Rows of a small file, without its header. */
const rowsOf = (path: string): string[][] => {
  const bytes = readFileSync(sharedData(path)!);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trim().split(/\r?\n/).slice(1).map((line) => line.replaceAll('"', '').split(','));
};
const expectedOf = (path: string) => JSON.parse(readFileSync(sharedData(path)!, 'utf8')).expected;
/** People of the files are numbered from 1. */
const linesIn = (path: string) => rowsOf(path).map(([from, to, weight]) => ({ from: Number(from) - 1, to: Number(to) - 1, weight: weight === undefined ? 1 : Number(weight) }));
function near(mine: readonly (number | null)[], theirs: readonly number[], tolerance = 1e-6): void {
  expect(mine).toHaveLength(theirs.length);
  expect(mine.filter((value, n) => !(Math.abs(value! - theirs[n]!) <= tolerance))).toEqual([]);
}
const top = (values: readonly number[], count: number) => values.map((value, n) => [n + 1, value] as const).sort((a, b) => b[1] - a[1]).slice(0, count);
const has = (path: string) => sharedData(path) !== null;

describe.skipIf(!has('06_influence_networks/krackhardt_expected.json'))('Krackhardt (1987): 21 managers (shared data)', () => {
  const folder = '06_influence_networks/krackhardt_';
  const expected = () => expectedOf(`${folder}expected.json`);

  test.each(['advice', 'friendship'])('%s: every measure', (name) => {
    const want = expected()[name];
    const network = networkOf(21, linesIn(`${folder}${name}_edges.csv`), true);
    expect([network.people, network.lines]).toEqual([want.n, want.m]);
    near([density(network), reciprocity(network)], [want.density, want.reciprocity], 1e-12);
    expect([indegree(network), outdegree(network)]).toEqual([want.indegree, want.outdegree]);
    near(betweenness(network), want.betweenness_directed);
    near(betweenness(undirected(network)), want.betweenness_undirected_union);
    near(pageRank(network), want['pagerank_alpha_0.85']);
    near(constraint(network), want.burt_constraint_undirected_union);
    expect(cutPeople(network)).toEqual(want.articulation_points_undirected_union);
    expect(coreness(network)).toEqual(want.coreness_undirected);
  });

  test('rank and influence: who is underrated, who overrated', () => {
    const want = expected().formal_vs_advice;
    const influence = indegree(networkOf(21, linesIn(`${folder}advice_edges.csv`), true));
    const level = rowsOf(`${folder}managers_nodes.csv`).map((row) => Number(row[3]));
    const gaps = formalGap(influence, level);
    near(gaps.toSorted((a, b) => a.person - b.person).map(({ gap }) => gap), want.gap_z);
    expect(gaps.slice(0, 3).map(({ person }) => person + 1)).toEqual(want.most_underrated_ids.slice(0, 3));
    expect(new Set(gaps.slice(0, 5).map(({ person }) => person + 1))).toEqual(new Set(want.most_underrated_ids));
    expect(gaps.toReversed().slice(0, 2).map(({ person }) => person + 1)).toEqual(want.most_overrated_ids.slice(0, 2));
    near([rankCorrelation(level, influence)], [want.spearman_level_vs_advice_indegree]);
    const { ceo, top_advice_indegree: asked } = expected().facts;
    expect([influence.indexOf(Math.max(...influence)) + 1, influence[asked - 1], influence[ceo - 1]]).toEqual([asked, 18, 13]);
  });

  test('the tree of command: from boss to subordinate all four are 1; the direction decides the upper bound', () => {
    const want = expected().krackhardt_GTD_from_R_sna;
    const reports = networkOf(21, linesIn(`${folder}reports_to_edges.csv`), true);
    const four = (network: Network) => {
      const { connectedness, hierarchy, efficiency, leastUpperBound } = hierarchyOf(network);
      return [connectedness, hierarchy, efficiency, leastUpperBound];
    };
    const inR = ({ connectedness, hierarchy, efficiency, lubness }: Record<string, number>) => [connectedness!, hierarchy!, efficiency!, lubness!];
    near(four(reversed(reports)), inR(want.reports_boss_to_subordinate), 1e-12);
    near(four(reports), inR(want.reports_subordinate_to_boss), 1e-12);
    near(four(networkOf(21, linesIn(`${folder}advice_edges.csv`), true)), inR(want.advice), 1e-12);
    expect(hierarchyOf(reversed(reports)).nearestSuperior).toBe(1);
    const lines = reportingLines(rowsOf(`${folder}managers_nodes.csv`).map((row) => (row[5] === '' ? null : Number(row[5]) - 1)));
    expect([lines.tops.map((person) => person + 1), lines.below[expected().facts.ceo - 1]]).toEqual([[7], 20]);
    expect(lines.depth.flatMap((depth, person) => (depth === 1 ? [person + 1] : []))).toEqual(expected().facts.vice_presidents);
  });
});

describe.skipIf(!has('06_influence_networks/florentine_expected.json'))('Florentine families, 15th century (shared data)', () => {
  const folder = '06_influence_networks/florentine_';
  const names = () => rowsOf(`${folder}families_nodes.csv`).map((row) => row[1]!);
  const named = (values: readonly number[] | null) => Object.fromEntries(values!.map((value, n) => [names()[n]!, value]));
  const nearNamed = (mine: Record<string, number>, theirs: Record<string, number>) => {
    expect(Object.keys(mine).toSorted()).toEqual(Object.keys(theirs).toSorted());
    near(Object.keys(theirs).map((name) => mine[name]!), Object.values(theirs));
  };

  test.each([['flo_marriage', 'marriage'], ['flo_business', 'business']])('%s', (key, file) => {
    const want = expectedOf(`${folder}expected.json`)[key];
    const network = networkOf(16, linesIn(`${folder}${file}_edges.csv`), false);
    expect(named(indegree(network))).toEqual(want.degree);
    nearNamed(named(betweenness(network)), want.betweenness_raw);
    nearNamed(named(normalisedBetweenness(network)), want.betweenness_normalised);
    expect(cutPeople(network).map((person) => names()[person])).toEqual(want.articulation_points);
    expect(components(network)).toHaveLength(want.components);
  });

  test('a family without a marriage makes the share of the others smaller: Medici .452 of 16, .522 of 15', () => {
    const want = expectedOf(`${folder}expected.json`);
    const without = names().filter((name) => name !== 'Pucci');
    const number = (person: number) => without.indexOf(names()[person]!);
    const network = networkOf(15, linesIn(`${folder}marriage_edges.csv`).map(({ from, to }) => ({ from: number(from), to: number(to) })), false);
    const mine = normalisedBetweenness(network)!;
    nearNamed(Object.fromEntries(without.map((name, n) => [name, mine[n]!])), want.marriage_without_isolate_Pucci.betweenness_normalised);
    for (const name of ['Medici', 'Guadagni', 'Strozzi']) expect(Math.abs(mine[without.indexOf(name)]! - want.published[name])).toBeLessThan(want.published.tolerance);
  });
});

test.skipIf(!has('06_influence_networks/kite_expected.json'))('Krackhardt\'s kite (1990): three measures name three leaders (shared data)', () => {
  const file = JSON.parse(readFileSync(sharedData('06_influence_networks/kite_expected.json')!, 'utf8'));
  const names = Object.keys(file.expected.degree);
  const network = networkOf(10, file.inputs.undirected_edges.map(([a, b]: [string, string]) => ({ from: names.indexOf(a), to: names.indexOf(b) })), false);
  expect(indegree(network)).toEqual(Object.values(file.expected.degree));
  near(normalisedBetweenness(network)!, Object.values(file.expected.betweenness_normalised));
  near(closeness(network)!, Object.values(file.expected.closeness_normalised));
  const leader = (values: readonly number[]) => names.filter((_, n) => values[n]! > Math.max(...values) - 1e-9);
  expect([leader(indegree(network)), leader(betweenness(network)), leader(closeness(network)!)]).toEqual([['Diane'], ['Heather'], file.expected.leaders.closeness]);
});

describe.skipIf(!has('06_influence_networks/manufacturing_email_expected.json'))('a manufacturing company (shared data)', () => {
  const edges = '06_influence_networks/manufacturing_email_edges.csv';

  test('82,927 e-mails of 167 people', () => {
    const want = expectedOf('06_influence_networks/manufacturing_email_expected.json');
    const lines = linesIn(edges);
    const network = networkOf(167, lines, true);
    const selfLoops = network.own.filter((weight) => weight > 0).length;
    expect([network.lines + selfLoops, selfLoops, lines.reduce((sum, { weight }) => sum + weight, 0)]).toEqual([want.arcs, want.self_mails_arcs, want.emails]);
    const inMails = (person: number) => lines.filter(({ to }) => to === person).reduce((sum, { weight }) => sum + weight, 0);
    expect(top(Array.from({ length: 167 }, (_, person) => inMails(person)), 10)).toEqual(want.top10_in_emails);
    // The file counts the one person who writes to himself among his senders; the measure does not.
    const self = lines.find(({ from, to }) => from === to)!.from;
    expect(top(indegree(network).map((count, person) => (person === self ? count + 1 : count)), 10)).toEqual(want.top10_distinct_senders);
    const ranked = (mine: readonly number[], theirs: [number, number][]) => {
      expect(top(mine, 10).map(([id]) => id)).toEqual(theirs.map(([id]) => id));
      near(top(mine, 10).map(([, value]) => value), theirs.map(([, value]) => value), 1e-5);
    };
    ranked(betweenness(network), want.top10_betweenness_directed_unweighted);
    ranked(pageRank(network, { own: true }), want['top10_pagerank_weighted_0.85']);
    expect(reciprocity(network)).toBeCloseTo(want.reciprocity, 3);
  });

  test('the chart of 154: who reports to himself is the top', () => {
    const want = expectedOf('06_influence_networks/manufacturing_org_chart_expected.json');
    const rows = rowsOf('06_influence_networks/manufacturing_reports_to.csv').map(([id, boss]) => [id!, boss!] as const);
    const ids = rows.map(([id]) => id);
    const lines = reportingLines(rows.map(([, boss]) => ids.indexOf(boss)));
    expect([rows.length, new Set(ids).size, lines.span.filter((span) => span > 0).length]).toEqual([want.rows, want.people, want.managers]);
    expect(lines.tops.map((person) => Number(ids[person]))).toEqual(want.roots_without_boss_after_dropping_self_loops);
    const histogram = Object.fromEntries(Object.entries(Object.groupBy(lines.depth, String)).map(([depth, list]) => [depth, list!.length]));
    expect(histogram).toEqual(want.depth_histogram);
    const spans = ids.map((id, person) => [Number(id), lines.span[person]!] as const).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 5);
    expect(spans).toEqual(want.max_span_of_control);
    expect(lines.below[ids.indexOf('86')]).toBe(want.total_subordinates_of_86);
  });

  test.skipIf(!has('07_social_graphs/warm_path_expected.json'))('the strongest way to somebody: product, people, and with two or three ties at most', () => {
    const { expected, tolerance } = JSON.parse(readFileSync(sharedData('07_social_graphs/warm_path_expected.json')!, 'utf8'));
    const mails = new Map(linesIn(edges).map(({ from, to, weight }) => [`${from}-${to}`, weight]));
    const strengths = new Map<string, number>();
    const [a, b, strength]: [number[], number[], number[]] = [[], [], []];
    for (const { from, to } of linesIn(edges)) {
      const least = Math.min(mails.get(`${from}-${to}`)!, mails.get(`${to}-${from}`) ?? 0);
      if (from >= to || least === 0) continue;
      a.push(from);
      b.push(to);
      strength.push(Math.min(1, Math.log(1 + least) / Math.log(101)));
      strengths.set(`${from}-${to}`, strength.at(-1)!);
    }
    expect(a).toHaveLength(expected.edges_with_strength);
    const strengthOf = (one: number, other: number) => strengths.get(`${Math.min(one, other)}-${Math.max(one, other)}`)!;
    // The file's best way is the largest product, with no cost for asking once more.
    const network = new IntroductionNetwork({ people: 167, ties: { a, b, strength }, team: [], willingness: 1 });
    for (const want of expected.cases) {
      network.join(want.from - 1);
      for (const [hops, product, path] of [[6, 'best_path_product', 'best_path'], [2, 'best_product_max_2_hops', 'best_path_max_2_hops'], [3, 'best_product_max_3_hops', 'best_path_max_3_hops']] as const) {
        // Costs are whole numbers: ways whose products differ by less than 0.05 % a tie may change places.
        const ways = network.introductions(want.to - 1, { k: 20, diversity: 'none', hops, strengthOf });
        const [alone] = network.introductions(want.to - 1, { k: 1, hops, from: [want.from - 1] });
        expect(alone?.cost).toBe(ways[0]?.cost);
        if (want[product] === null) {
          expect(ways).toEqual([]);
          continue;
        }
        const best = ways.toSorted((x, y) => y.product - x.product)[0]!;
        expect(Math.abs(best.product - want[product]), `${want.from} → ${want.to}`).toBeLessThan(tolerance.product);
        expect(ways[0]!.product / best.product).toBeGreaterThan(1 - hops * 0.0005);
        // Ties of strength 1 leave several ways with the same product.
        if (want[product] < 1) expect(best.people.map((person) => person + 1)).toEqual(want[path]);
      }
      network.leave(want.from - 1);
    }
  });
});

describe.skipIf(!has('07_social_graphs/ego_facebook_expected.json'))('4,039 people and 88,234 friendships (shared data)', () => {
  const ties = () => rowsOf('07_social_graphs/ego_facebook_edges.csv.gz').map(([from, to]) => ({ from: Number(from), to: Number(to) }));

  test('triangles and clustering', () => {
    const want = expectedOf('07_social_graphs/ego_facebook_expected.json');
    const network = networkOf(want.nodes, ties(), false);
    expect([network.people, network.lines]).toEqual([want.nodes, want.edges]);
    const { triangles, average } = clustering(network);
    expect(triangles).toBe(want.triangles);
    expect(average).toBeCloseTo(want.average_clustering, 6);
  });

  test('distances, all shortest ways, and who introduces first', () => {
    const want = expectedOf('07_social_graphs/ego_facebook_expected.json');
    const lines = ties();
    const network = new IntroductionNetwork({ people: want.nodes, ties: { a: lines.map(({ from }) => from), b: lines.map(({ to }) => to), strength: lines.map(() => 1) }, team: [] });
    const known = networkOf(want.nodes, lines, false).out;
    for (const path of want.paths) {
      network.join(path.from);
      for (const from of [undefined, [path.from]]) {
        const ways = network.introductions(path.to, { k: path.shortest_paths + 1, diversity: 'none', from });
        const shortest = ways.filter(({ people }) => people.length - 1 === path.distance);
        expect([shortest.length, ways[0]!.people.length - 1], `${path.from} → ${path.to}`).toEqual([path.shortest_paths, path.distance]);
        const introducers = [...new Set(shortest.map(({ people }) => people[1]!))].sort((a, b) => a - b);
        expect([introducers.length, introducers.slice(0, 10)]).toEqual([path.first_hop_introducers_count, path.first_hop_introducers_first10]);
      }
      expect(known[path.from]!.people.filter((person) => known[path.to]!.people.includes(person))).toHaveLength(path.mutual_friends);
      network.leave(path.from);
    }
  });
});
