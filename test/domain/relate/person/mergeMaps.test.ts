import { expect, test } from 'vitest';
import { planMapMerge, type MapRows, type MapMergePlan } from '#domain/relate/person/mergeMaps.ts';
import { mapOn, type MapHistory } from '#domain/relate/map/mapOn.ts';
import { addDays } from '#domain/day.ts';
import { randomOf } from '#domain/random.ts';

const [KEEP, OTHER, THIRD] = [1, 2, 3];
const NONE: MapRows = { members: [], marks: [], places: [], lines: [] };
const member = (id: number, person_id: number, joined_on: string, left_on: string | null = null, map_id = 9) => ({ id, map_id, person_id, joined_on, left_on });
const line = (id: number, from_id: number, to_id: number, observed_on: string, ended_on: string | null = null, kind = 'influence') => ({ id, map_id: 9, from_id, to_id, kind, observed_on, ended_on });

test('times on a map that meet become one; apart they stay apart; another map is another map', () => {
  expect(planMapMerge(KEEP, OTHER, { ...NONE, members: [member(1, KEEP, '2026-02-01'), member(2, OTHER, '2026-01-01')] })).toMatchObject({ stays: [], dropped: { members: [1] } });
  expect(planMapMerge(KEEP, OTHER, { ...NONE, members: [member(1, KEEP, '2026-02-01'), member(2, OTHER, '2026-01-01', '2026-02-01')] })).toMatchObject({ stays: [{ id: 2, joined_on: '2026-01-01', left_on: null }], dropped: { members: [1] } });
  expect(planMapMerge(KEEP, OTHER, { ...NONE, members: [member(1, KEEP, '2026-03-01'), member(2, OTHER, '2026-01-01', '2026-02-01')] })).toMatchObject({ stays: [], dropped: { members: [] } });
  expect(planMapMerge(KEEP, OTHER, { ...NONE, members: [member(1, KEEP, '2026-02-01'), member(2, OTHER, '2026-01-01', null, 8)] })).toMatchObject({ stays: [], dropped: { members: [] } });
});

test('one place: that of the one who is kept, unless only the other is on the map now', () => {
  const places = [{ id: 5, map_id: 9, person_id: KEEP }, { id: 6, map_id: 9, person_id: OTHER }];
  expect(planMapMerge(KEEP, OTHER, { ...NONE, members: [member(1, KEEP, '2026-01-01'), member(2, OTHER, '2026-01-01')], places }).dropped.places).toEqual([6]);
  expect(planMapMerge(KEEP, OTHER, { ...NONE, members: [member(1, KEEP, '2026-01-01', '2026-02-01'), member(2, OTHER, '2026-01-01')], places }).dropped.places).toEqual([5]);
  expect(planMapMerge(KEEP, OTHER, { ...NONE, members: [member(2, OTHER, '2026-01-01')], places: places.slice(1) }).dropped.places).toEqual([]);
});

test('no line from a person to themselves; of a line that both had the newer ends when the later of the two does', () => {
  expect(planMapMerge(KEEP, OTHER, { ...NONE, lines: [line(1, KEEP, OTHER, '2026-01-01'), line(2, OTHER, KEEP, '2026-01-01', null, 'conflict')] }).dropped.lines).toEqual([1, 2]);
  expect(planMapMerge(KEEP, OTHER, { ...NONE, lines: [line(1, KEEP, THIRD, '2026-01-01'), line(2, OTHER, THIRD, '2026-02-01', '2026-03-01')] }).ends).toEqual([{ id: 2, ended_on: null }]);
  expect(planMapMerge(KEEP, OTHER, { ...NONE, lines: [line(1, KEEP, THIRD, '2026-02-01', '2026-03-01'), line(2, OTHER, THIRD, '2026-01-01', '2026-05-01')] }).ends).toEqual([{ id: 1, ended_on: '2026-05-01' }]);
  expect(planMapMerge(KEEP, OTHER, { ...NONE, lines: [line(1, KEEP, THIRD, '2026-01-01'), line(2, THIRD, OTHER, '2026-02-01', '2026-03-01')] }).ends).toEqual([]);
  expect(planMapMerge(KEEP, OTHER, { ...NONE, lines: [line(1, KEEP, THIRD, '2026-01-01', null, 'conflict'), line(2, THIRD, OTHER, '2026-02-01', '2026-03-01', 'conflict')] }).ends).toEqual([{ id: 2, ended_on: null }]);
});

test('on every day the one is on the map if either was (random maps)', () => {
  const random = randomOf(7);
  const day = (n: number): string => addDays('2026-01-01', n);
  for (let round = 0; round < 400; round++) {
    let id = 0;
    const some = <T>(most: number, make: (id: number) => T): T[] => Array.from({ length: Math.floor(random() * (most + 1)) }, () => make((id += 1)));
    const who = (): number => (random() < 0.5 ? KEEP : OTHER);
    const members = [member(-1, KEEP, day(Math.floor(random() * 20))), member(-2, OTHER, day(Math.floor(random() * 20))), ...some(2, (n) => member(n, KEEP, day(Math.floor(random() * 20)))), ...some(2, (n) => member(n, OTHER, day(Math.floor(random() * 20))))]
      .map((row) => ({ ...row, left_on: random() < 0.3 ? null : addDays(row.joined_on, 1 + Math.floor(random() * 6)) }));
    const marks = some(3, (n) => ({ id: n, map_id: 9, person_id: who(), observed_on: day(Math.floor(random() * 20)) }));
    const plan = planMapMerge(KEEP, OTHER, { ...NONE, members, marks });
    const before = history(members, marks);
    const after = history(merged(members, plan), marks.map((mark) => ({ ...mark, person_id: KEEP })));
    for (let n = 0; n < 30; n++) expect(mapOn(after, day(n)).people.length > 0, `round ${round}, day ${n}`).toBe(mapOn(before, day(n)).people.length > 0);
  }
});

const merged = (members: MapRows['members'], plan: MapMergePlan): MapRows['members'] => members.filter(({ id }) => !plan.dropped.members.includes(id)).map((row) => ({ ...row, ...plan.stays.find((one) => one.id === row.id), person_id: KEEP }));
const history = (members: MapRows['members'], marks: readonly { id: number; person_id: number; observed_on: string }[]): MapHistory => ({
  members: members.map(({ person_id, joined_on, left_on }) => ({ person: person_id, joinedOn: joined_on, leftOn: left_on })),
  marks: marks.map((mark) => ({ id: mark.id, person: mark.person_id, field: 'stance', value: 'neutral', evidence: 'observed', observedOn: mark.observed_on, note: '' })), lines: [],
});
