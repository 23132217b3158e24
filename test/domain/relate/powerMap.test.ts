import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chainsToDecider } from '#domain/relate/map/chains.ts';
import { differenceOf } from '#domain/relate/map/difference.ts';
import { GUIDES, isEnd, type GuideEnd, type GuideStep } from '#domain/relate/map/guide.ts';
import { layoutOf } from '#domain/relate/map/layout.ts';
import { mapOn, type MapHistory, type MapLine, type MapMark } from '#domain/relate/map/mapOn.ts';
import { readMap } from '#domain/relate/map/readMap.ts';
import { INFLUENCES, MAP_ROLES, STANCES, AUTHORITIES, CLOSENESSES, isMapValue, rolesIn, type MapField } from '#domain/relate/map/scales.ts';
import { sharedData } from '../../sharedData.ts';

const DAY = '2026-06-01';
const [ANNA, BO, CHEN, DI] = [1, 2, 3, 4] as const;
let marks = 0;
const mark = (person: number, field: MapField, value: string, more: Partial<MapMark> = {}): MapMark => ({ id: ++marks, person, field, value, evidence: 'observed', observedOn: DAY, note: '', ...more });
const line = (from: number, to: number, weight = 1, more: Partial<MapLine> = {}): MapLine => ({ id: ++marks, from, to, kind: 'influence', weight, sign: 1, evidence: 'observed', observedOn: DAY, endedOn: null, note: '', ...more });
const history = (some: readonly MapMark[], lines: readonly MapLine[] = [], people: readonly number[] = [ANNA, BO, CHEN, DI]): MapHistory => ({ members: people.map((person) => ({ person, joinedOn: '2026-01-01', leftOn: null })), marks: some, lines });
const ROLES = [mark(ANNA, 'role', 'decider'), mark(BO, 'role', 'user,approver'), mark(CHEN, 'role', 'evaluator'), mark(DI, 'role', 'user')];
const LINES = [line(CHEN, ANNA, 3), line(BO, ANNA, 1), line(DI, CHEN, 1)];

describe('the map on a day', () => {
  test('the newest observation up to the day counts; of two on one day the one told later', () => {
    const told = history([mark(ANNA, 'stance', 'opposed', { observedOn: '2026-05-01' }), mark(ANNA, 'stance', 'neutral'), mark(ANNA, 'stance', 'supporter'), mark(ANNA, 'stance', 'champion', { observedOn: '2026-06-02' })]);
    expect(mapOn(told, DAY).people[0]!.stance).toMatchObject({ value: 'supporter', state: 'proven', weight: 1 });
    expect(mapOn(told, '2026-05-31').people[0]!.stance.value).toBe('opposed');
    expect(mapOn(told, '2026-04-30').people[0]!.stance).toMatchObject({ value: null, said: null, state: 'unknown' });
  });

  test.each([['observed', 156], ['person', 127], ['hearsay', 90], ['inferred', 37]] as const)('a stance that is %s lasts %i days, then it is unknown and not 0', (evidence, days) => {
    const told = history([mark(ANNA, 'stance', 'opposed', { evidence, observedOn: '2026-01-01' })]);
    const on = (day: number) => mapOn(told, new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)).people[0]!.stance;
    expect(on(days)).toMatchObject({ value: 'opposed', state: evidence === 'inferred' ? 'assumed' : 'proven' });
    expect(on(days + 1)).toMatchObject({ value: null, said: 'opposed', state: 'stale' });
  });

  test('people come and go, lines end or give way to newer ones, an at-odds line is one whichever way it was drawn', () => {
    const told: MapHistory = {
      members: [{ person: ANNA, joinedOn: '2026-01-01', leftOn: '2026-05-01' }, { person: ANNA, joinedOn: '2026-05-20', leftOn: null }, { person: BO, joinedOn: '2026-01-01', leftOn: null }, { person: CHEN, joinedOn: '2026-07-01', leftOn: null }],
      marks: [], lines: [line(ANNA, BO, 1, { observedOn: '2026-02-01' }), line(ANNA, BO, 3, { observedOn: '2026-03-01', endedOn: '2026-06-10' }), line(ANNA, BO, 1, { kind: 'conflict', observedOn: '2026-02-01' }), line(BO, ANNA, 2, { kind: 'conflict', observedOn: '2026-02-02' })],
    };
    const on = (day: string) => { const map = mapOn(told, day); return [map.people.map(({ person }) => person), map.lines.map(({ kind, weight }) => `${kind} ${weight}`)]; };
    expect(on('2026-02-15')).toEqual([[ANNA, BO], ['influence 1', 'conflict 2']]);
    expect(on('2026-05-10')).toEqual([[BO], []]);
    expect(on('2026-06-01')).toEqual([[ANNA, BO], ['influence 3', 'conflict 2']]);
    expect(on('2026-06-10')).toEqual([[ANNA, BO], ['conflict 2']]);
    expect(on('2026-07-01')[0]).toEqual([ANNA, BO, CHEN]);
  });

  test('who fills in the past sees it: somebody is there from the first observation, once they were put on the map', () => {
    const told: MapHistory = { members: [{ person: ANNA, joinedOn: '2026-05-01', leftOn: '2026-05-20' }, { person: ANNA, joinedOn: '2026-06-10', leftOn: null }], marks: [mark(ANNA, 'stance', 'doubtful', { observedOn: '2026-03-01' })], lines: [] };
    const on = (day: string) => mapOn(told, day).people.length;
    expect(['2026-02-28', '2026-03-01', '2026-05-19', '2026-05-25', '2026-06-10'].map(on)).toEqual([0, 1, 1, 0, 1]);
  });

  test('"unknown" is a mark like any other: it ends what was said', () => {
    expect(mapOn(history([mark(ANNA, 'stance', 'champion', { observedOn: '2026-05-01' }), mark(ANNA, 'stance', 'unknown')]), DAY).people[0]!.stance).toMatchObject({ value: null, state: 'unknown' });
  });
});

describe('who decides for real', () => {
  /*
   * By hand. Asked: Anna asks Chen (3) and Bo (1), Chen asks Di. With t = (0.15 + 0.85 (bo + di)) / 4 the ranks are anna t, bo t (1 + .85/4) = 1.2125 t,
   * chen t (1 + .85·3/4) = 1.6375 t, di t (1 + .85·1.6375) = 2.391875 t.
   */
  const judged = [mark(ANNA, 'influence', 'inner'), mark(CHEN, 'influence', 'listened')];
  const reading = readMap(history([...ROLES, ...judged], LINES), DAY);

  test('place in the lines, blended half and half with what was judged', () => {
    const [anna, bo, chen, di] = reading.influence;
    expect([anna!.position, bo!.position, chen!.position, di!.position].map((x) => x!.toFixed(6))).toEqual(['0.418082', '0.506924', '0.684609', '1.000000']);
    expect(anna!.real).toBeCloseTo((1 / 2.391875 + 1) / 2, 9);
    expect(chen!.real).toBeCloseTo((1.6375 / 2.391875 + 2 / 3) / 2, 9);
    expect([bo!.real, di!.real]).toEqual([bo!.position, 1]);
  });

  test('decision weight is the heaviest role × real influence, 1 in all; the fewest who carry half', () => {
    const [anna, bo, chen, di] = [(1 / 2.391875 + 1) / 2, 0.8 * (1.2125 / 2.391875), 0.6 * ((1.6375 / 2.391875 + 2 / 3) / 2), 0.3];
    const total = anna + bo + chen + di;
    reading.weights.forEach(({ weight }, n) => expect(weight).toBeCloseTo([anna, bo, chen, di][n]! / total, 9));
    expect(reading.vital.map(({ person }) => person)).toEqual([ANNA, BO]);
  });

  test('the vital few stand by weight × what is missing', () => {
    const known = [mark(ANNA, 'stance', 'champion'), mark(ANNA, 'closeness', 'several'), mark(BO, 'stance', 'doubtful'), mark(BO, 'closeness', 'brief')];
    const { vital } = readMap(history([...ROLES, ...judged, ...known], LINES), DAY);
    expect(vital.map(({ person, missing, what }) => [person, Number(missing.toFixed(4)), what])).toEqual([[BO, 0.7083, ['against', 'brief_contact']], [ANNA, 0.1667, []]]);
  });

  test('unknown role and influence count as the middle of their scale and are told', () => {
    const { influence, weights, gaps } = readMap(history([mark(ANNA, 'role', 'decider')], [], [ANNA, BO]), DAY);
    expect(influence.map(({ real, known }) => [real, known])).toEqual([[2 / 3, false], [2 / 3, false]]);
    expect(weights.map(({ weight, roleKnown }) => [weight.toFixed(4), roleKnown])).toEqual([['0.7143', true], ['0.2857', false]]);
    expect(gaps.filter(({ gap }) => gap === 'role_unknown')).toEqual([{ person: BO, gap: 'role_unknown', weight: weights[1]!.weight }]);
  });

  test('stale lines, conflicts and people without a line: nothing is known of their place', () => {
    const { influence } = readMap(history([], [line(BO, ANNA, 1, { evidence: 'inferred', observedOn: '2026-01-01' }), line(CHEN, DI, 1, { kind: 'conflict' })]), DAY);
    expect(influence.every(({ position }) => position === null)).toBe(true);
  });

  test('rank and influence: both tails', () => {
    const ranks = [mark(ANNA, 'authority', '5'), mark(BO, 'authority', '3'), mark(DI, 'authority', '1')];
    const { rankGaps } = readMap(history([...ranks], LINES), DAY);
    expect(rankGaps.map(({ person }) => person)).toEqual([DI, BO, ANNA]);
    expect(rankGaps.reduce((sum, { gap }) => sum + gap, 0)).toBeCloseTo(0, 9);
  });
});

describe('coverage, support, thread and light', () => {
  const equal = [ANNA, BO].flatMap((person) => [mark(person, 'role', 'decider'), mark(person, 'influence', 'inner')]);
  const read = (...more: MapMark[]) => readMap(history([...equal, ...more], [], [ANNA, BO]), DAY);

  test('coverage counts known stances by weight, support half of their values', () => {
    expect(read().coverage).toMatchObject({ coverage: 0, support: 0, unknownStances: 2, singleThread: null, met: 0 });
    expect(read(mark(ANNA, 'stance', 'champion'), mark(BO, 'stance', 'doubtful')).coverage).toMatchObject({ coverage: 1, support: 0.25 });
    expect(read(mark(ANNA, 'stance', 'opposed')).coverage).toMatchObject({ coverage: 0.5, support: -0.5, unknownStances: 1 });
  });

  test('the largest share of closeness in one hand; contact nobody holds is part of the whole', () => {
    expect(read(mark(ANNA, 'closeness', 'depth'), mark(ANNA, 'held_by', 'wang'), mark(BO, 'closeness', 'brief')).coverage).toMatchObject({ singleThread: 0.75, threadHolder: 'wang', met: 2 });
    const { hints } = read(mark(ANNA, 'closeness', 'depth'), mark(ANNA, 'held_by', 'wang'), mark(BO, 'closeness', 'brief'), mark(BO, 'held_by', 'wang'));
    expect(hints).toContainEqual({ hint: 'one_holds_all', user: 'wang', count: 2 });
  });

  test('red, amber, green', () => {
    const of = (...more: MapMark[]) => readMap(history([...ROLES, ...more, mark(ANNA, 'influence', 'inner'), mark(CHEN, 'influence', 'inner')], []), DAY);
    expect(of().light).toMatchObject({ light: 'red', why: { top: [ANNA, CHEN], supporters: [] } });
    expect(of(mark(DI, 'stance', 'champion')).light!.light).toBe('red');
    expect(of(mark(CHEN, 'stance', 'supporter')).light).toMatchObject({ light: 'amber', why: { supporters: [CHEN], deciding: [] } });
    expect(of(mark(CHEN, 'stance', 'supporter'), mark(BO, 'stance', 'supporter')).light).toMatchObject({ light: 'green', why: { deciding: [BO] } });
    expect(of(mark(ANNA, 'stance', 'champion')).light!.light).toBe('green');
    expect(of(mark(ANNA, 'stance', 'champion'), mark(CHEN, 'stance', 'opposed')).light).toMatchObject({ light: 'amber', why: { opposedInside: [CHEN] } });
    expect(of(mark(ANNA, 'stance', 'champion', { observedOn: '2025-12-01' })).light!.light).toBe('red');
    expect(readMap(history([], [], []), DAY).light).toBeNull();
    // As long as all of the support is a guess, the light is one.
    const guess = { evidence: 'inferred' } as const;
    expect([of(), of(mark(ANNA, 'stance', 'champion', guess)), of(mark(ANNA, 'stance', 'champion', guess), mark(BO, 'stance', 'supporter')), of(mark(ANNA, 'stance', 'champion'))].map(({ light }) => [light!.light, light!.assumed]))
      .toEqual([['red', false], ['green', true], ['green', false], ['green', false]]);
  });
});

describe('chains of influence', () => {
  const stances = (...of: [number, string][]) => of.map(([person, value]) => mark(person, 'stance', value));
  const chains = (some: MapMark[], lines: MapLine[]) => chainsToDecider(mapOn(history([...ROLES, ...some], lines), DAY)).map(({ people, weights }) => [people, weights]);

  test('the fewest lines, among equals the heavier; not through who is against us', () => {
    expect(chains(stances([DI, 'supporter']), LINES)).toEqual([[[DI, CHEN, ANNA], [1, 3]]]);
    expect(chains(stances([DI, 'supporter']), [...LINES, line(DI, BO, 3), line(BO, ANNA, 2)])).toEqual([[[DI, BO, ANNA], [3, 2]]]);
    expect(chains(stances([DI, 'supporter'], [CHEN, 'opposed']), LINES)).toEqual([]);
    expect(chains(stances([DI, 'supporter']), [line(DI, ANNA, 1, { sign: -1 }), line(DI, CHEN, 1), line(CHEN, ANNA, 1, { evidence: 'inferred', observedOn: '2026-01-01' })])).toEqual([]);
  });

  test('one chain a supporter, and none when the decider is with us', () => {
    expect(chains(stances([DI, 'supporter'], [CHEN, 'champion'], [BO, 'supporter']), LINES)).toEqual([[[CHEN, ANNA], [3]], [[BO, ANNA], [1]]]);
    expect(chains(stances([DI, 'supporter'], [ANNA, 'supporter']), LINES)).toEqual([]);
  });
});

test('hints: no decider, more than one, forty people, no line', () => {
  const crowd = Array.from({ length: 40 }, (_, n) => n + 1);
  expect(readMap(history([], [], crowd), DAY).hints.map(({ hint }) => hint)).toEqual(['no_decider', 'many_people', 'no_lines']);
  expect(readMap(history([...ROLES, mark(CHEN, 'role', 'decider')], LINES), DAY).hints).toEqual([{ hint: 'several_deciders', people: [ANNA, CHEN] }]);
  expect(readMap(history([], [], []), DAY).hints).toEqual([]);
});

test('the difference of two days: what was said, what faded, who came and went, lines', () => {
  const told: MapHistory = {
    members: [{ person: ANNA, joinedOn: '2026-01-01', leftOn: null }, { person: BO, joinedOn: '2026-01-01', leftOn: '2026-06-01' }, { person: CHEN, joinedOn: '2026-06-01', leftOn: null }, { person: DI, joinedOn: '2026-01-01', leftOn: null }],
    marks: [mark(ANNA, 'stance', 'doubtful', { observedOn: '2026-01-01' }), mark(ANNA, 'stance', 'supporter'), mark(DI, 'stance', 'neutral', { observedOn: '2026-01-01', evidence: 'hearsay' }), mark(CHEN, 'role', 'user,decider')],
    lines: [line(ANNA, DI, 1, { observedOn: '2026-01-01' }), line(ANNA, DI, 2), line(DI, ANNA, 1), line(BO, DI, 1, { observedOn: '2026-01-01' })],
  };
  const changes = differenceOf(mapOn(told, '2026-02-01'), mapOn(told, DAY)).map((one) => ('line' in one ? [one.change, one.line.from, one.line.to] : one));
  expect(changes).toEqual([
    { change: 'left', person: BO },
    { change: 'value', person: ANNA, field: 'stance', from: 'doubtful', to: 'supporter', faded: false },
    { change: 'joined', person: CHEN }, { change: 'value', person: CHEN, field: 'role', from: null, to: 'decider,user', faded: false },
    { change: 'value', person: DI, field: 'stance', from: 'neutral', to: null, faded: true },
    ['line_changed', ANNA, DI], ['line_came', DI, ANNA], ['line_went', BO, DI],
  ]);
  expect(differenceOf(mapOn(told, DAY), mapOn(told, DAY))).toEqual([]);
});

describe('guided setting', () => {
  const scale = { stance: [...STANCES, 'unknown'], role: MAP_ROLES.filter((role) => role !== 'coach'), authority: AUTHORITIES.map(String), influence: [...INFLUENCES, 'unknown'], closeness: [...CLOSENESSES, 'unknown'] } as const;
  test.each(Object.entries(GUIDES))('%s: three to five questions, and every value can be reached', (field, guide) => {
    const ends: GuideEnd[] = [];
    const depth = (step: GuideStep | GuideEnd): number => (isEnd(step) ? (ends.push(step), 0) : 1 + Math.max(depth(step.yes), depth(step.no)));
    const longest = depth(guide);
    expect(longest).toBeGreaterThanOrEqual(3);
    expect(longest).toBeLessThanOrEqual(5);
    expect(new Set(ends.map(({ value }) => value))).toEqual(new Set(scale[field as keyof typeof scale]));
    expect(ends.every(({ value }) => isMapValue(field as MapField, value))).toBe(true);
  });
});

test('values of a mark', () => {
  expect(rolesIn('user, decider,user')).toEqual(['decider', 'user']);
  expect([isMapValue('role', 'king'), isMapValue('authority', '6'), isMapValue('stance', '0'), isMapValue('held_by', ''), isMapValue('closeness', 'unknown')]).toEqual([false, false, false, false, true]);
});

test('places: authority goes up, rows are short, lines pull people above each other; the same map gives the same places', () => {
  const map = mapOn(history([mark(ANNA, 'authority', '5'), mark(BO, 'authority', '4'), mark(CHEN, 'authority', '4')], [line(DI, CHEN)]), DAY);
  const places = layoutOf(map);
  expect([ANNA, BO, CHEN, DI].map((person) => places.get(person)!.y)).toEqual([0, 140, 140, 280]);
  expect(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(4);
  expect([...layoutOf(map)]).toEqual([...places]);
  const crowd = layoutOf(mapOn(history([], [], Array.from({ length: 150 }, (_, n) => n + 1)), DAY));
  expect(new Set([...crowd.values()].map(({ y }) => y)).size).toBe(13);
});

describe.skipIf(sharedData('06_influence_networks/krackhardt_expected.json') === null)('Krackhardt (1987): 21 managers as a map (shared data)', () => {
  const rowsOf = (name: string) => readFileSync(sharedData(`06_influence_networks/krackhardt_${name}.csv`)!, 'utf8').trim().split(/\r?\n/).slice(1).map((row) => row.split(',').map(Number));
  test('a vice president, not the CEO, is asked most, and is underrated beside him', () => {
    const levels = rowsOf('managers_nodes');
    // "A asks B" is an influence of B on A.
    const lines = rowsOf('advice_edges').map(([asks, asked]) => line(asked!, asks!));
    const ranks = levels.map(([person, , , level]) => mark(person!, 'authority', String(6 - level!)));
    const { influence, rankGaps } = readMap(history(ranks, lines, levels.map(([person]) => person!)), DAY);
    const order = influence.toSorted((a, b) => b.real - a.real).map(({ person }) => person);
    const expected = JSON.parse(readFileSync(sharedData('06_influence_networks/krackhardt_expected.json')!, 'utf8')).expected.advice['pagerank_alpha_0.85'] as number[];
    influence.forEach(({ position }, n) => expect(position).toBeCloseTo(expected[n]! / Math.max(...expected), 6));
    const asked = influence.toSorted((a, b) => b.askedBy - a.askedBy).map(({ person, askedBy }) => [person, askedBy]);
    expect(asked[0]).toEqual([2, 18]);
    expect(asked.find(([person]) => person === 7)).toEqual([7, 13]);
    // Weighed by who asks, it is another of the vice presidents (21) and still not the CEO (7).
    expect(levels.find(([person]) => person === order[0])![3]).toBe(2);
    expect(order.indexOf(7)).toBeGreaterThan(0);
    expect(rankGaps.find(({ person }) => person === 7)!.gap).toBeLessThan(rankGaps.find(({ person }) => person === 2)!.gap);
  });
});
