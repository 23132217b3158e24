import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../sharedData.ts';
import { file, vitalfew } from './terminal.ts';

async function influence(...args: string[]) {
  const { code, out, err } = await vitalfew('influence', ...args);
  expect(code, err).toBe(0);
  return { ...JSON.parse(out), err } as ReturnType<typeof JSON.parse>;
}
interface Measured { person: string; indegree: number; outdegree: number; betweenness: number; betweennessNormalised: number; pageRank: number; constraint: number | null; coreness: number }
const of = (got: { measures: Measured[] }, person: string) => got.measures.find((one) => one.person === person)!;
const data = (path: string) => sharedData(`06_influence_networks/${path}`);

describe('influence', () => {
  test('every measure of every person, by PageRank; what was merged on standard error', async () => {
    const got = await influence(file('asks.csv', 'from,to,weight\nAn,Bo,2\nCy,Bo,1\nBo,Di,1\nAn,Bo,5\nDi,Di,3\nAn,Cy,0\nEd,Bo,\n'));
    expect(got).toMatchObject({ directed: true, people: 5, lines: 4, network: { components: 1, cutPeople: ['Bo'], fromAboveToBelow: { efficiency: 1 } } });
    expect(got.measures.map(({ person }: Measured) => person).slice(0, 2)).toEqual(['Di', 'Bo']);
    expect(of(got, 'Bo')).toMatchObject({ indegree: 3, outdegree: 1, betweenness: 3, betweennessNormalised: 3 / 12, closeness: null, eigenvector: null });
    expect(got.measures.reduce((sum: number, { pageRank }: Measured) => sum + pageRank, 0)).toBeCloseTo(1, 9);
    expect(got.err).toBe('! 1 lines stand again; the larger weight counts.\n! 1 lines have weight 0 and were left out.\n! 1 people have a line to themselves, which does not count.\n');
  });

  test('undirected: a line either way is one', async () => {
    const got = await influence('--undirected', file('know.csv', 'from,to\nA,B\nB,A\nB,C\n'));
    expect(got).toMatchObject({ directed: false, people: 3, lines: 2, network: { reciprocity: 1, cutPeople: ['B'] }, err: '! 1 lines stand again, or the other way round; the larger weight counts.\n' });
    expect(of(got, 'B')).toMatchObject({ indegree: 2, betweenness: 1, betweennessNormalised: 1, closeness: 1 });
  });

  test('beside an organisation chart: who is asked more than the rank says, and who less', async () => {
    const asks = file('asked.csv', 'from,to\nAn,Di\nBo,Di\nCy,Di\nDi,Bo\nAn,Bo\nZoe,Di\n');
    const got = await influence(asks, '--reports', file('chart.csv', 'from,to\nAn,An\nBo,An\nCy,An\nDi,Bo\nEve,Bo\n'));
    // Asked: An 0, Bo 2, Cy 0, Di 4 of mean 1.5; steps below the top 0, 1, 1, 2 of mean 1; each by its standard deviation.
    const [asked, steps] = [Math.sqrt((1.5 ** 2 + 0.5 ** 2 + 1.5 ** 2 + 2.5 ** 2) / 4), Math.sqrt(2 / 4)];
    expect(got.rank).toEqual({ tops: ['An'], correlation: expect.closeTo(-0.8333, 3) });
    expect(got.gaps).toEqual([
      { person: 'Di', depth: 2, span: 0, below: 0, gap: expect.closeTo(2.5 / asked + 1 / steps, 9) }, { person: 'Bo', depth: 1, span: 2, below: 2, gap: expect.closeTo(0.5 / asked, 9) },
      { person: 'Cy', depth: 1, span: 0, below: 0, gap: expect.closeTo(-1.5 / asked, 9) }, { person: 'An', depth: 0, span: 2, below: 4, gap: expect.closeTo(-1.5 / asked - 1 / steps, 9) },
    ]);
    expect(got.err).toBe('! 1 people of the lines are not in the chart, 1 of the chart are in no line; they are not compared.\n');
    for (const [chart, sentence] of [['from,to\nAn,Bo\nBo,An\n', /circle/], ['from,to\nAn,Bo\nAn,Cy\n', /An reports to two people, Bo and Cy/], ['from,to\n', /not one tie/]] as const) {
      const { code, err } = await vitalfew('influence', asks, '--reports', file('bad.csv', chart));
      expect([code, err]).toEqual([1, expect.stringMatching(sentence)]);
    }
  });

  test.each([
    [[], 2, /Name a file/], [['a.csv', 'b.csv'], 2, /"b.csv"/], [['a.csv', '--directed', '--undirected'], 2, /Either/], [['a.csv', '--what'], 2, /what/], [['absent.csv'], 1, /no file/],
    [[file('none.csv', 'from,to\n')], 1, /not one tie/], [[file('odd.csv', 'from,to,weight\nA,B,-1\nA,B,x\n')], 1, /2 rows.*row 2, column weight: it is "-1"; a weight is 0 or more.*row 3, column weight: it is "x"/s],
  ] as const)('%j ends with %i', async (args, code, sentence) => {
    const got = await vitalfew('influence', ...args);
    expect([got.code, got.out]).toEqual([code, '']);
    expect(got.err).toMatch(sentence);
  });

  test('--help names both directions', async () => {
    const { code, out } = await vitalfew('influence', '--help');
    expect(code).toBe(0);
    expect(out).toMatch(/--directed .*asks/);
    expect(out).toMatch(/--undirected/);
  });

  test.skipIf(!data('krackhardt_expected.json'))('21 managers and the people they ask (shared data)', async () => {
    const want = JSON.parse(readFileSync(data('krackhardt_expected.json')!, 'utf8')).expected.advice;
    const got = await influence(data('krackhardt_advice_edges.csv')!);
    expect([got.people, got.lines]).toEqual([want.n, want.m]);
    want.ids.forEach((id: number, n: number) => {
      const mine = of(got, String(id));
      expect([mine.indegree, mine.outdegree, mine.coreness]).toEqual([want.indegree[n], want.outdegree[n], want.coreness_undirected[n]]);
      expect(mine.betweenness).toBeCloseTo(want.betweenness_directed[n], 6);
      expect(mine.pageRank).toBeCloseTo(want['pagerank_alpha_0.85'][n], 6);
      expect(mine.constraint).toBeCloseTo(want.burt_constraint_undirected_union[n], 6);
    });
    const reports = await influence(data('krackhardt_reports_to_edges.csv')!);
    expect(reports.network.fromBelowToAbove).toEqual({ connectedness: 1, hierarchy: 1, efficiency: 1, leastUpperBound: 1, nearestSuperior: 1 });
    expect(reports.network.fromAboveToBelow.leastUpperBound).toBeCloseTo(0.063158, 6);
    const { formal_vs_advice: gaps } = JSON.parse(readFileSync(data('krackhardt_expected.json')!, 'utf8')).expected;
    const beside = await influence(data('krackhardt_advice_edges.csv')!, '--reports', data('krackhardt_reports_to_edges.csv')!);
    // The reference counts levels from the top: who is higher has the smaller number.
    expect(beside.rank).toEqual({ tops: ['7'], correlation: expect.closeTo(-gaps.spearman_level_vs_advice_indegree, 6) });
    for (const { person, gap } of beside.gaps) expect([person, gap]).toEqual([person, expect.closeTo(gaps.gap_z[Number(person) - 1], 6)]);
  });
});
