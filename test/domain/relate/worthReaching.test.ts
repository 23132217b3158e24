import { expect, test } from 'vitest';
import { readMap } from '#domain/relate/map/readMap.ts';
import type { MapField, MapEvidence } from '#domain/relate/map/scales.ts';
import { worthReaching } from '#domain/relate/map/worthReaching.ts';

const DAY = '2026-03-31';
let id = 0;
const mark = (person: number, field: MapField, value: string, observedOn = '2026-03-20') => ({ id: ++id, person, field, value, evidence: 'observed' as MapEvidence, observedOn, note: '' });
const map = (...marks: ReturnType<typeof mark>[]) => ({ members: [...new Set(marks.map((one) => one.person))].map((person) => ({ person, joinedOn: '2026-01-01', leftOn: null })), marks, lines: [] });
const wanted = (history: ReturnType<typeof map>, unnamed: number[] = []) => worthReaching(readMap(history, DAY), new Set(unnamed)).map(({ person, decides }) => `${person}${decides ? '!' : ''}`);

test('whom nobody has met, by their part of the decision', () => {
  expect(wanted(map(
    mark(1, 'role', 'decider'), mark(1, 'authority', '5'),
    mark(2, 'role', 'user'), mark(2, 'authority', '2'), mark(2, 'closeness', 'none'),
    mark(3, 'role', 'approver'), mark(3, 'authority', '4'), mark(3, 'closeness', 'brief'),
    mark(4, 'role', 'evaluator'), mark(4, 'authority', '4'),
  ))).toEqual(['1!', '4', '2']);
});

test('a contact that has faded is none; a position without a name cannot be introduced; who is opposed comes last', () => {
  const history = map(
    mark(1, 'role', 'decider'), mark(1, 'authority', '5'), mark(1, 'stance', 'opposed'),
    mark(2, 'role', 'user'), mark(2, 'authority', '1'), mark(2, 'closeness', 'depth', '2024-01-01'),
    mark(3, 'role', 'approver'), mark(3, 'authority', '5'),
  );
  expect(wanted(history, [3])).toEqual(['2', '1!']);
});

test('nobody on the map, nobody worth reaching', () => expect(wanted(map())).toEqual([]));
