import { describe, expect, test } from 'vitest';
import { bestWays } from '#domain/relate/path/bestWays.ts';
import { WELL_KNOWN } from '#domain/relate/path/choices.ts';
import { NearTree } from '#domain/relate/path/nearTree.ts';
import { IntroductionNetwork, type NetworkParts, type Wanted } from '#domain/relate/path/introductions.ts';
import type { Repair } from '#domain/relate/path/changes.ts';
import { randomOf } from '#domain/random.ts';
import { below, bestCosts, cellsOf, everyWay, faultsOf, layersOf, randomParts, randomStrength, tiesOf, type Ties } from './networks.ts';

const DIVERSITIES = ['none', 'last', 'disjoint'] as const;

/** Asks one question and says what differs from walking every way. */
function wrong(network: IntroductionNetwork, ties: Ties, target: number, wanted: Required<Pick<Wanted, 'k' | 'hops' | 'diversity'>> & { banned: number[]; from?: number[] }): string[] {
  const sources = wanted.from ? new Set(wanted.from) : network.tree.members;
  const banned = new Set(wanted.banned);
  const answers = network.introductions(target, wanted);
  const faults = answers.flatMap((answer) => faultsOf(answer, ties, sources, target, wanted.hops, banned));
  const costs = answers.map(({ cost }) => cost);
  const reference = bestCosts(everyWay(ties, sources, target, wanted.hops, banned), wanted.k, wanted.diversity, answers);
  if (String(costs) !== String(reference)) faults.push(`${JSON.stringify({ target, ...wanted })}: ${costs} instead of ${reference}`);
  if (new Set(answers.map(({ people }) => String(people))).size !== answers.length) faults.push('the same way twice');
  return faults;
}

function change(network: IntroductionNetwork, random: () => number): void {
  const people = network.graph.people;
  const [a, b] = [below(random, people), below(random, people)];
  const what = random();
  if (what < 0.03) network.join(a);
  else if (what < 0.06 && network.tree.members.size > 1) network.leave([...network.tree.members][0]!);
  else if (what < 0.07) network.addPeople(1);
  else if (a !== b) {
    if (what < 0.3) network.removeTie(a, b);
    else network.setTie(a, b, randomStrength(random));
  }
}

describe('against every way there is', () => {
  test('300 random networks that keep changing: the costs of all answers are the costs of the best', () => {
    let [asked, several] = [0, 0];
    const faults: string[] = [];
    for (let seed = 1; seed <= 300; seed++) {
      const random = randomOf(seed);
      const people = 8 + below(random, 26);
      const hops = 1 + below(random, 6);
      const network = new IntroductionNetwork({ ...randomParts(random, people, 1 + random() * 1.4, 1 + below(random, 4)), hops, willingness: seed % 5 === 0 ? 1 : 0.85, shared: seed % 7 === 0 });
      for (let round = 0; round < 5; round++) {
        for (let n = 0; n < 10; n++) change(network, random);
        const ties = tiesOf(network);
        for (const diversity of DIVERSITIES) {
          const some = (count: number) => Array.from({ length: count }, () => below(random, network.graph.people));
          const question = { k: 1 + below(random, 7), hops: 1 + below(random, hops), diversity, banned: random() < 0.5 ? some(1 + below(random, 4)) : [] };
          const target = below(random, network.graph.people);
          faults.push(...wrong(network, ties, target, question).map((fault) => `${seed}: ${fault}`));
          const teamOnly = random() < 0.5;
          const from = teamOnly ? [...network.tree.members].slice(0, 2) : some(1 + below(random, 3));
          faults.push(...wrong(network, ties, target, { ...question, from }).map((fault) => `${seed}, from: ${fault}`));
          asked += 2;
          if (network.introductions(target, question).length > 1) several++;
        }
      }
    }
    expect(faults).toEqual([]);
    expect(asked).toBe(9000);
    expect(several).toBeGreaterThan(1200);
  });

  test('where everybody knows many: questions between changes never hear what was true before', () => {
    const faults: string[] = [];
    for (let seed = 1; seed <= 20; seed++) {
      const random = randomOf(4000 + seed);
      const network = new IntroductionNetwork({ ...randomParts(random, 24, 9, 2), hops: 6, willingness: seed % 5 === 0 ? 1 : 0.85 });
      expect(Math.max(...network.graph.degree.subarray(0, 24))).toBeGreaterThan(WELL_KNOWN);
      for (let round = 0; round < 6; round++) {
        change(network, random);
        const ties = tiesOf(network);
        for (const diversity of DIVERSITIES) {
          for (const hops of [2, 4]) faults.push(...wrong(network, ties, below(random, 24), { k: 6, hops, diversity, banned: random() < 0.5 ? [below(random, 24)] : [] }).map((fault) => `${seed}: ${fault}`));
        }
      }
    }
    expect(faults).toEqual([]);
  });

  test.each([[-1, 'new bounds for every detour'], [4, 'a detour that gives up soon'], [1e9, 'a detour that never gives up']])('patience %i: %s finds the same', (patience) => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = randomOf(1000 + seed);
      const { graph, tree } = new IntroductionNetwork({ ...randomParts(random, 30, 2.2, 2), willingness: seed % 3 === 0 ? 1 : 0.85 });
      const ties = tiesOf({ graph, tree } as IntroductionNetwork);
      for (let target = 0; target < 30; target += 3) {
        const banned = new Set([below(random, 30), below(random, 30)]);
        const search = { graph, bounds: tree, sources: tree.members, hops: 5, banned, patience };
        const costs = bestWays(search, () => new NearTree(graph), target, 6, 'none').map(({ cost }) => cost);
        expect(costs).toEqual(everyWay(ties, tree.members, target, 5, banned).slice(0, 6).map(({ cost }) => cost));
      }
    }
  });

  test('from any sources with nothing prepared: the best way to everybody of larger networks', () => {
    let reached = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const random = randomOf(2000 + seed);
      const network = new IntroductionNetwork({ ...randomParts(random, 250, 1.2 + (seed % 4) * 0.6, 2), willingness: seed % 3 === 0 ? 1 : 0.85 });
      const ties = tiesOf(network);
      const some = (count: number) => Array.from({ length: count }, () => below(random, 250));
      for (const hops of [2, 4, 6]) {
        const [from, banned] = [some(hops === 4 ? 1 + below(random, 4) : 12), some(5)];
        const layers = layersOf(ties, new Set(from), hops, new Set(banned));
        for (let target = 0; target < 250; target++) {
          const [best] = network.introductions(target, { k: 1, from, banned, hops });
          expect(best?.cost ?? 0xffff).toBe(layers[hops]![target]);
          if (!best) continue;
          reached++;
          expect(faultsOf(best, ties, new Set(from), target, hops, new Set(banned))).toEqual([]);
          // The same by the layers around the target alone.
          expect(network.introductions(target, { k: 2, from, banned, hops })[0]!.cost).toBe(best.cost);
        }
      }
    }
    expect(reached).toBeGreaterThan(3000);
  });

  test('with ties that hold for one question: as if they were there, and afterwards as if they had never been', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const random = randomOf(900 + seed);
      const parts = randomParts(random, 40, 3, 3);
      const [network, other] = [new IntroductionNetwork({ ...parts, hops: 6 }), new IntroductionNetwork({ ...parts, hops: 6 })];
      const before = cellsOf(network);
      const more = Array.from({ length: 12 }, () => [below(random, 40), below(random, 40), random() < 0.2 ? 0 : randomStrength(random)] as const).filter(([a, b]) => a !== b);
      for (const tie of more) other.setTie(...tie);
      for (let target = 0; target < 40; target++) {
        for (const diversity of ['last', 'none'] as const) expect(network.introductionsWith(more, target, { diversity }).map(({ cost }) => cost)).toEqual(other.introductions(target, { diversity }).map(({ cost }) => cost));
      }
      expect([cellsOf(network), tiesOf(network)]).toEqual([before, tiesOf(new IntroductionNetwork({ ...parts, hops: 6 }))]);
    }
  });

  test('a crowd behind one door: few ways and many dead ends do not make the search endless', () => {
    // 0 of us – 1 – target 2; 1 and 2 also know all of a crowd in which everybody knows everybody, and nobody else does.
    const crowd = 150;
    const [a, b]: [number[], number[]] = [[0, 1], [1, 2]];
    for (let p = 3; p < 3 + crowd; p++) {
      a.push(1, 2);
      b.push(p, p);
      for (let q = p + 1; q < 3 + crowd; q++) {
        a.push(p);
        b.push(q);
      }
    }
    const network = new IntroductionNetwork({ people: 3 + crowd, ties: { a, b, strength: a.map(() => 0.5) }, team: [0] });
    const found = network.introductions(2, { k: 3, banned: [4], diversity: 'none' });
    expect(found.map(({ people }) => people.length)).toEqual([3, 4, 4]);
    // Without the door there is no way, however large the crowd.
    expect(network.introductions(2, { banned: [1] })).toEqual([]);
    network.setTie(1, 2, 0);
    for (let p = 3; p < 3 + crowd; p++) if (p > 3) network.removeTie(1, p);
    expect(network.introductions(2, { k: 5 }).map(({ people }) => people.at(-2))).toHaveLength(5);
    expect(network.introductions(3, { k: 5 }).map(({ people }) => people)).toEqual([[0, 1, 3]]);
    expect(network.introductions(3, { k: 5, diversity: 'none' }).map(({ people }) => people)).toEqual([[0, 1, 3]]);
  });
});

describe('the tree', () => {
  test('after thousands of changes it is what a new one would be', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const random = randomOf(100 + seed);
      const network = new IntroductionNetwork({ ...randomParts(random, 400, 3, 6), hops: 6, willingness: seed === 3 ? 1 : 0.85 });
      for (let round = 0; round < 8; round++) {
        for (let n = 0; n < 500; n++) change(network, random);
        const kept = cellsOf(network);
        network.tree.build();
        expect(cellsOf(network)).toEqual(kept);
      }
      expect(cellsOf(network)).toEqual(layersOf(tiesOf(network), network.tree.members));
    }
  });

  test('a crowd of people who know one other only: a change concerns more of them than are kept by name', () => {
    for (let seed = 1; seed <= 3; seed++) {
      const random = randomOf(500 + seed);
      const people = 1200;
      const a = Array.from({ length: 2 * people - 222 }, (_, n) => (n < people - 2 ? n + 2 : n - people + 222));
      // Behind 1 a crowd: more than an eighth of all, who together have less than a tenth of all ties; behind the last of it one person each.
      const b = a.map((p, n) => (p < 190 ? 1 : p < 210 ? 0 : p < 220 ? 399 - p : n < people - 2 ? p - 1 - below(random, 9) : p - 10 - below(random, 9)));
      const network = new IntroductionNetwork({ people, ties: { a, b, strength: a.map(() => randomStrength(random)) }, team: [0, 1199], hops: 6 });
      let wide = 0;
      for (let n = 0; n < 20; n++) {
        const before = cellsOf(network).at(-1)!;
        const what = n % 5;
        if (what === 0) network.setTie(0, 1, 0.9);
        else if (what === 1) network.setTie(0, 1, 0.4);
        else if (what === 2) network.join(1);
        else if (what === 3) network.leave(1);
        else network.removeTie(0, 1);
        const kept = cellsOf(network);
        expect(kept).toEqual(layersOf(tiesOf(network), network.tree.members));
        const changed = kept.at(-1)!.filter((cost, person) => cost !== before[person]).length;
        if (changed > people / 8) wide++;
        change(network, random);
        expect(cellsOf(network)).toEqual(layersOf(tiesOf(network), network.tree.members));
      }
      expect(wide).toBeGreaterThan(5);
    }
  });

  test('adverse changes: a strong tie to the greatest hub comes and goes, the whole team leaves and joins', () => {
    const random = randomOf(77);
    const network = new IntroductionNetwork({ ...randomParts(random, 600, 4, 3), hops: 6 });
    const hub = [...network.graph.degree.subarray(0, 600)].reduce((best, degree, person, all) => (degree > all[best]! ? person : best), 0);
    for (let n = 0; n < 60; n++) {
      const one = [...network.tree.members][n % 3]!;
      if (one === hub) continue;
      network.setTie(one, hub, 0.99);
      expect(cellsOf(network)).toEqual(layersOf(tiesOf(network), network.tree.members));
      network.removeTie(one, hub);
      expect(cellsOf(network)).toEqual(layersOf(tiesOf(network), network.tree.members));
    }
    const team = [...network.tree.members];
    for (const person of team) network.leave(person);
    expect(cellsOf(network).flat().every((cost) => cost === 0xffff)).toBe(true);
    expect(network.introductions(hub)).toEqual([]);
    for (const person of team) network.join(person);
    expect(cellsOf(network)).toEqual(layersOf(tiesOf(network), new Set(team)));
  });

  test('a change that concerns nearly everybody of a large network is done in portions; nobody is answered before it is done, and then as from a new tree', () => {
    const random = randomOf(31);
    const people = 120_000;
    const { a, b }: { a: number[]; b: number[] } = { a: [], b: [] };
    // A crowd around one who knows thousands, reached by one of us from far only.
    for (let p = 2; p < people; p++) {
      a.push(p);
      b.push(p < 9000 ? 1 : 2 + below(random, p - 2));
    }
    const network = new IntroductionNetwork({ people, ties: { a, b, strength: a.map(() => 0.3 + random() * 0.7) }, team: [0, people - 1] });
    const portionsOf = (repair: Repair) => {
      let portions = 0;
      while (repair.next().done !== true) {
        portions++;
        expect(() => network.introductions(5)).toThrow('not finished');
        expect(() => network.setTie(3, 4, 0.5)).toThrow('not finished');
      }
      return portions;
    };
    for (const repair of [() => network.settingTie(0, 1, 0.9), () => network.settingTie(0, 1, 0.2), () => network.leaving(0), () => network.joining(0), () => network.settingTie(0, 1, 0)]) {
      expect(portionsOf(repair())).toBeGreaterThan(3);
      const kept = network.tree.cells.slice();
      network.tree.build();
      expect(Buffer.compare(Buffer.from(kept.buffer), Buffer.from(network.tree.cells.buffer))).toBe(0);
    }
    expect(portionsOf(network.settingTie(40_000, 40_001, 0.01))).toBe(0);
  });

  test('people who are added get ties like everybody, also when all arrays have been replaced', () => {
    const network = new IntroductionNetwork({ people: 2, ties: { a: [0], b: [1], strength: [0.9] }, team: [0], shared: true });
    expect(network.graph.to.buffer).toBeInstanceOf(SharedArrayBuffer);
    const first = network.addPeople(500);
    expect(first).toBe(2);
    for (let p = 2; p < 502; p++) network.setTie(p % 2, p, 0.5);
    expect(network.graph.to.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect([network.cost(500), network.cost(501)]).toEqual([693 + 163, 105 + 163 + 693 + 163]);
    expect(cellsOf(network)).toEqual(layersOf(tiesOf(network), new Set([0])));
  });
});

describe('answers', () => {
  //  0, 1 of us; 0 –.9– 2 –.8– 5; 1 –.5– 3 –.9– 5; 0 –.3– 5
  const parts: NetworkParts = { people: 7, ties: { a: [0, 2, 1, 3, 0, 4], b: [2, 5, 3, 5, 5, 6], strength: [0.9, 0.8, 0.5, 0.9, 0.3, 0.5] }, team: [0, 1] };
  const network = new IntroductionNetwork(parts);

  test('people, strength of each tie, product, weakest, cost', () => {
    const [best, second, third, ...rest] = network.introductions(5);
    expect(rest).toEqual([]);
    expect([best!.people, second!.people, third!.people]).toEqual([[0, 2, 5], [1, 3, 5], [0, 5]]);
    expect(best!.strengths.map((strength) => Number(strength.toFixed(3)))).toEqual([0.9, 0.8]);
    expect([Number(best!.product.toFixed(3)), best!.weakest, best!.cost]).toEqual([0.72, 1, 105 + 223 + 2 * 163]);
    expect(third!.weakest).toBe(0);
    expect(network.introductions(5, { k: 1, strengthOf: (a, b) => (a + b === 2 ? 0.9 : 0.8) })[0]).toMatchObject({ strengths: [0.9, 0.8], product: 0.9 * 0.8 });
  });

  test('only from Bo; only those who are not barred; only short ways', () => {
    const ways = (wanted: Wanted) => network.introductions(5, wanted).map(({ people }) => people);
    expect(ways({ from: [1] })).toEqual([[1, 3, 5]]);
    expect(ways({ from: [1], diversity: 'none' })).toEqual([[1, 3, 5]]);
    expect(ways({ from: [4] })).toEqual([]);
    expect(ways({ banned: [2] })).toEqual([[1, 3, 5], [0, 5]]);
    expect(ways({ banned: [0, 1] })).toEqual([]);
    expect(ways({ banned: [5] })).toEqual([]);
    expect(ways({ hops: 1 })).toEqual([[0, 5]]);
    expect(network.introductions(0)).toEqual([{ people: [0], strengths: [], product: 1, weakest: -1, cost: 0 }]);
    expect(network.introductions(6)).toEqual([]);
  });

  test('a strong chain is worth more than a weak tie, but every person more has to be willing', () => {
    const chain = (willingness: number) => new IntroductionNetwork({ people: 4, ties: { a: [0, 1, 2, 0], b: [1, 2, 3, 3], strength: [1, 1, 1, 0.8] }, team: [0], willingness }).introductions(3, { k: 1 })[0]!.people;
    expect(chain(1)).toEqual([0, 1, 2, 3]);
    expect(chain(0.85)).toEqual([0, 3]);
  });

  test('the order in which ties came changes nothing', () => {
    const random = randomOf(5);
    const { people, ties, team } = randomParts(random, 200, 4, 4);
    const equal = ties.a.map(() => 0.5);
    const backwards = { a: ties.b.toReversed(), b: ties.a.toReversed(), strength: equal };
    const [one, other] = [new IntroductionNetwork({ people, team, ties: { ...ties, strength: equal } }), new IntroductionNetwork({ people, team: team.toReversed(), ties: backwards })];
    for (const to of [3, 50, 121]) {
      other.removeTie(to, [...tiesOf(one).get(to)!.keys()][0]!);
      other.setTie(to, [...tiesOf(one).get(to)!.keys()][0]!, 0.5);
    }
    for (let target = 0; target < people; target++) for (const diversity of DIVERSITIES) expect(other.introductions(target, { diversity })).toEqual(one.introductions(target, { diversity }));
  });

  test('ties in any order, of people who know few and of some who know hundreds: loaded as when they are told one by one', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const random = randomOf(700 + seed);
      const people = 300;
      const pairs = Array.from({ length: people }, (_, p) => Array.from({ length: p }, (_none, q) => [p, q] as const)).flat();
      // 0 knows everybody, the next ones half of them, and so on.
      const some = pairs.filter(([, q]) => random() < 1 / (1 + q) + 4 / people).map(([p, q]) => ({ tie: random() < 0.5 ? [p, q] as const : [q, p] as const, strength: randomStrength(random), at: random() })).sort((x, y) => x.at - y.at);
      const network = new IntroductionNetwork({ people, ties: { a: some.map(({ tie }) => tie[0]), b: some.map(({ tie }) => tie[1]), strength: some.map(({ strength }) => strength) }, team: [0] });
      const told = new IntroductionNetwork({ people, ties: { a: [], b: [], strength: [] }, team: [0] });
      for (const { tie, strength } of some) told.setTie(...tie, strength);
      const { start, degree, to } = network.graph;
      for (let p = 0; p < people; p++) expect([...to.subarray(start[p], start[p]! + degree[p]!)]).toEqual([...to.subarray(start[p], start[p]! + degree[p]!)].sort((x, y) => x - y));
      expect([degree[0], tiesOf(network), cellsOf(network)]).toEqual([299, tiesOf(told), cellsOf(told)]);
      const [first] = some;
      for (const [a, b] of [first!.tie, first!.tie.toReversed(), some.find(({ tie }) => tie.includes(0))!.tie]) {
        expect(() => new IntroductionNetwork({ people, ties: { a: [...some.map(({ tie }) => tie[0]), a!], b: [...some.map(({ tie }) => tie[1]), b!], strength: [...some.map(({ strength }) => strength), 0.5] }, team: [0] })).toThrow('stands twice');
      }
    }
  });

  test('what cannot be is refused, and nothing has changed', () => {
    const before = cellsOf(network);
    const bad: (() => unknown)[] = [
      () => network.introductions(7), () => network.introductions(-1), () => network.introductions(1.5), () => network.introductions(Number.NaN), () => network.introductions(undefined as unknown as number),
      () => network.introductions(5, { k: 0 }), () => network.introductions(5, { hops: 7 }), () => network.introductions(5, { hops: 0 }), () => network.introductions(5, { banned: [9] }), () => network.introductions(5, { from: [Number.NaN] }),
      () => network.setTie(0, 7, 0.5), () => network.setTie(0, 0, 0.5), () => network.setTie(0, 1, 1.1), () => network.setTie(0, 1, -0.1), () => network.setTie(0, 1, Number.NaN), () => network.setTie(0, '1' as unknown as number, 0.5),
      () => network.removeTie(0, 7), () => network.join(7), () => network.leave(-1), () => network.cost(7), () => network.addPeople(0), () => network.addPeople(1.5),
      () => new IntroductionNetwork({ ...parts, team: [7] }), () => new IntroductionNetwork({ ...parts, hops: 7 }), () => new IntroductionNetwork({ ...parts, willingness: 0 }), () => new IntroductionNetwork({ ...parts, people: -1 }),
      () => new IntroductionNetwork({ ...parts, ties: { a: [0, 1], b: [1, 0], strength: [0.5, 0.5] } }), () => new IntroductionNetwork({ ...parts, ties: { a: [0], b: [1], strength: [0] } }), () => new IntroductionNetwork({ ...parts, ties: { a: [0], b: [], strength: [] } }),
    ];
    for (const act of bad) expect(act, String(act)).toThrow(RangeError);
    expect(cellsOf(network)).toEqual(before);
    expect(network.graph.ties).toBe(6);
  });
});
