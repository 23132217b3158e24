import { describe, expect, it } from 'vitest';
import { contactOfTies, contactsOfMap, joinContacts, type Contact } from '#domain/relate/coverage/contact.ts';
import { coverageMatrix } from '#domain/relate/coverage/coverageMatrix.ts';
import type { OneOfThem, OneOfUs } from '#domain/relate/coverage/matrix.ts';
import { positionOf } from '#domain/relate/coverage/position.ts';
import { COUNTERPARTS, FUNCTIONS, type Level, type WorkFunction } from '#domain/relate/coverage/scales.ts';
import { mapOn, type MapMark } from '#domain/relate/map/mapOn.ts';

const DAY = '2026-03-31';
const told = (level: Level | null, work: WorkFunction | null) => positionOf({ title: '', level, function: work });
const them = (id: number, level: Level | null, work: WorkFunction | null, more: Partial<OneOfThem> = {}): OneOfThem => ({ id, named: true, position: told(level, work), weight: null, ...more });
const us = (id: string, level: Level | null, work: WorkFunction | null, team = true): OneOfUs => ({ id, position: told(level, work), team });
const knows = (who: string, whom: number, state: Contact['state'] = 'proven', strength: number | null = null): Contact => ({ us: who, them: whom, state, strength, closeness: null });

describe('where somebody stands', () => {
  it('is what was told, else what the title says, else unknown', () => {
    expect(positionOf({ title: '采购总监', level: 'manager', function: null })).toEqual({ level: { value: 'manager', how: 'told' }, function: { value: 'purchasing', how: 'inferred' } });
    expect(positionOf({ title: 'Friend of the house', level: null, function: null }).level).toEqual({ value: null, how: 'unknown' });
  });
});

describe('a contact', () => {
  const line = { kind: 'met', how: 'told', lastContactOn: '2026-03-01', fromOn: null, toOn: null, strength: null, correctedOn: null, toldOn: '2026-03-01' } as const;
  it('is proven by a tie that was told, assumed while its strength is unknown, stale after two half-lives', () => {
    expect(contactOfTies('li', 1, [line], DAY)).toMatchObject({ state: 'proven' });
    // 0.3 × 0.5^(30 / 365).
    expect(contactOfTies('li', 1, [line], DAY)!.strength).toBeCloseTo(0.3 * 0.5 ** (30 / 365), 12);
    expect(contactOfTies('li', 1, [{ ...line, lastContactOn: null }], DAY)).toMatchObject({ state: 'assumed', strength: null });
    expect(contactOfTies('li', 1, [{ ...line, lastContactOn: '2024-03-30' }], DAY)).toMatchObject({ state: 'stale' });
  });
  it('is none where it is only a place in common, or its owner says that there is none', () => {
    expect(contactOfTies('li', 1, [{ ...line, kind: 'school', how: 'inferred' }], DAY)).toBeNull();
    expect(contactOfTies('li', 1, [{ ...line, strength: 0, correctedOn: '2026-03-02' }], DAY)).toBeNull();
  });
  it('is read from who holds it on a map and how close it is, the less sure of both', () => {
    const mark = (id: number, person: number, field: MapMark['field'], value: string, observedOn: string, evidence: MapMark['evidence'] = 'observed'): MapMark => ({ id, person, field, value, evidence, observedOn, note: '' });
    const map = mapOn({
      members: [1, 2, 3, 4, 5].map((person) => ({ person, joinedOn: '2025-01-01', leftOn: null })), lines: [],
      marks: [
        mark(1, 1, 'held_by', 'li', '2026-03-01'), mark(2, 1, 'closeness', 'several', '2026-03-01', 'inferred'),
        mark(3, 2, 'held_by', 'li', '2026-03-01'), mark(4, 2, 'closeness', 'none', '2026-03-01'),
        mark(5, 3, 'closeness', 'brief', '2026-03-01'),
        mark(6, 4, 'held_by', 'wu', '2025-01-10'), mark(7, 4, 'closeness', 'depth', '2026-03-01'),
        mark(8, 5, 'held_by', 'wu', '2026-03-01'),
      ],
    }, DAY);
    expect(contactsOfMap(map)).toEqual({
      contacts: [
        { us: 'li', them: 1, state: 'assumed', strength: null, closeness: 'several' },
        { us: 'wu', them: 4, state: 'stale', strength: null, closeness: 'depth' },
        { us: 'wu', them: 5, state: 'proven', strength: null, closeness: null },
      ],
      somebody: [3],
    });
  });
  it('from several sources is the surest, and its unknown strength is not zero', () => {
    expect(joinContacts([knows('li', 1, 'stale', 0.4), knows('li', 1, 'assumed'), knows('li', 2, 'assumed')])).toEqual([knows('li', 1, 'assumed', 0.4), knows('li', 2, 'assumed')]);
  });
});

describe('the matrix', () => {
  it('puts pairs into cells, expects the diagonal of levels, and counts who stands nowhere', () => {
    const { levels, reached } = coverageMatrix({ them: [them(1, 'top', 'management'), them(2, 'manager', 'purchasing'), them(3, null, null)], us: [us('li', 'manager', 'sales'), us('wu', 'top', 'management')], contacts: [knows('li', 2, 'proven', 0.3), knows('li', 3), knows('li', 1, 'stale')] });
    expect(levels.cells.map(({ ours, theirs, expected, state, strength }) => ({ ours, theirs, expected, state, strength }))).toEqual([
      { ours: 'manager', theirs: 'manager', expected: true, state: 'proven', strength: 0.3 },
      { ours: 'manager', theirs: 'top', expected: false, state: 'stale', strength: null },
      { ours: 'top', theirs: 'top', expected: true, state: null, strength: null },
    ]);
    expect(levels.met).toEqual({ met: 1, expected: 2, assumed: 0 });
    expect(levels.unplaced).toEqual({ ours: 0, theirs: 1 });
    // Two of three are reached by a contact that lives.
    expect(reached).toEqual({ met: 2, expected: 3, assumed: 0 });
  });
  it('is assumed where a place is only read from a title', () => {
    const read = { ...them(1, null, null), position: positionOf({ title: '采购总监', level: null, function: null }) };
    const { functions } = coverageMatrix({ them: [read], us: [us('li', 'director', 'sales')], contacts: [knows('li', 1)] });
    expect(functions.cells[0]).toMatchObject({ ours: 'sales', theirs: 'purchasing', state: 'assumed', expected: true });
    expect(functions.met).toEqual({ met: 1, expected: 1, assumed: 1 });
  });
  it('is content with one of two counterparts, and expects none where none is defined', () => {
    const { functions } = coverageMatrix({ them: [them(1, 'manager', 'production'), them(2, 'manager', 'other')], us: [us('li', 'manager', 'service')], contacts: [knows('li', 1)] });
    expect(functions.met).toEqual({ met: 1, expected: 1, assumed: 0 });
    for (const work of FUNCTIONS) for (const mine of COUNTERPARTS[work]) expect(FUNCTIONS).toContain(mine);
  });
  it('leaves contacts of people on neither side out', () => {
    const { levels, gaps } = coverageMatrix({ them: [], us: [us('li', 'manager', 'sales')], contacts: [knows('li', 9), knows('gone', 1)] });
    expect(levels.cells).toEqual([]);
    expect(levels.met).toEqual({ met: 0, expected: 0, assumed: 0 });
    expect(gaps.every(({ gap }) => gap === 'function_empty')).toBe(true);
  });
});

describe('gaps', () => {
  const of = (gap: string, sides: Parameters<typeof coverageMatrix>[0], somebody?: Set<number>) => coverageMatrix(sides, somebody).gaps.filter((one) => one.gap === gap);
  it('names a general without a general, who reaches him now and who could', () => {
    const [gap] = of('level_unmet', { them: [them(1, 'top', 'management')], us: [us('li', 'manager', 'sales'), us('far', 'top', 'management', false), us('wu', 'top', 'management')], contacts: [knows('li', 1)] });
    expect(gap).toEqual({ gap: 'level_unmet', levels: ['top'], functions: [], people: [1], ours: ['li'], candidates: ['wu', 'far'], faded: false, weight: null });
  });
  it('is open again when the contact has faded', () => {
    expect(of('level_unmet', { them: [them(1, 'top', null)], us: [us('wu', 'top', null)], contacts: [knows('wu', 1, 'stale')] })[0]).toMatchObject({ faded: true, ours: [] });
    expect(of('level_unmet', { them: [them(1, 'top', null)], us: [us('wu', 'top', null)], contacts: [knows('wu', 1, 'assumed')] })).toEqual([]);
  });
  it('names a function whose counterpart knows nobody', () => {
    const sides = { them: [them(1, 'manager', 'quality')], us: [us('li', 'manager', 'sales'), us('qi', 'staff', 'quality')], contacts: [knows('li', 1)] };
    expect(of('function_unmet', sides)[0]).toMatchObject({ functions: ['quality'], people: [1], ours: ['li'], candidates: ['qi'] });
    expect(of('function_unmet', { ...sides, contacts: [knows('qi', 1)] })).toEqual([]);
  });
  it('names a function in which we know nobody by name, with the places that are known', () => {
    const empty = of('function_empty', { them: [them(1, 'director', 'quality', { named: false }), them(2, 'manager', 'purchasing')], us: [], contacts: [] });
    expect(empty.map(({ functions }) => functions[0])).toEqual(['quality', 'management', 'engineering', 'production', 'supply_chain', 'finance']);
    expect(empty[0]!.people).toEqual([1]);
    // It is told once: nobody can be met in a function where nobody is known.
    expect(of('function_unmet', { them: [them(1, 'director', 'quality', { named: false })], us: [], contacts: [] })).toEqual([]);
  });
  it('names the one thread, with two people in one hand and not with one', () => {
    const sides = { them: [them(1, 'director', 'purchasing'), them(2, 'staff', 'purchasing'), them(3, 'manager', 'quality')], us: [us('li', 'manager', 'sales'), us('wu', 'manager', 'quality')], contacts: [knows('li', 1), knows('li', 2), knows('wu', 3)] };
    expect(of('single_thread', sides)).toEqual([expect.objectContaining({ ours: ['li'], levels: ['director', 'staff'], functions: ['purchasing'], people: [1, 2] })]);
    expect(of('single_thread', { ...sides, contacts: [...sides.contacts, knows('wu', 1), knows('wu', 2)] })).toEqual([]);
  });
  it('names who stands in no box on either side, and whom somebody has met, nobody says who', () => {
    const sides = { them: [them(1, null, 'quality'), them(2, 'staff', 'quality')], us: [us('li', null, null), us('wu', null, null)], contacts: [knows('li', 1)] };
    expect(of('position_unknown', sides)[0]!.people).toEqual([1]);
    // Who knows nobody here need not be placed.
    expect(of('our_position_unknown', sides)[0]!.ours).toEqual(['li']);
    expect(of('holder_unknown', sides, new Set([1, 2]))[0]!.people).toEqual([2]);
  });
  it('come in the order of decision weight, then of level', () => {
    const { gaps } = coverageMatrix({ them: [them(1, 'top', null), them(2, 'staff', 'quality', { weight: 0.6 }), them(3, 'director', 'finance', { weight: 0.1 })], us: [], contacts: [] });
    expect(gaps.slice(0, 5).map(({ gap, people, weight }) => [gap, people[0], weight])).toEqual([
      ['level_unmet', 2, 0.6], ['function_unmet', 2, 0.6], ['level_unmet', 3, 0.1], ['function_unmet', 3, 0.1], ['level_unmet', 1, null],
    ]);
  });
});
