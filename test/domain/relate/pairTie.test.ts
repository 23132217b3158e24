import { describe, expect, test } from 'vitest';
import { dayNumber } from '#domain/day.ts';
import { randomOf } from '#domain/random.ts';
import { inferredLines, pairStrength, pairTie, wayWorth, type TieLine } from '#domain/relate/pairTie.ts';
import { sharedTime, sharedTimes, staying, tiesByTime, type Presence } from '#domain/relate/sharedTimes.ts';
import { TIE_KINDS } from '#domain/relate/ties.ts';

const TODAY = '2026-11-25';
const line = (kind: TieLine['kind'], more: Partial<TieLine> = {}): TieLine => ({ kind, lastContactOn: null, fromOn: null, toOn: null, strength: null, correctedOn: null, toldOn: TODAY, ...more });
const at = (person: number, kind: Presence['kind'], place: string, fromOn: string | null = null, toOn: string | null = null, collectedOn = TODAY): Presence => ({ person, kind, place, fromOn, toOn, collectedOn });

describe('the tie of a pair', () => {
  test('shows its formula: prior × 0.5^(days / half-life), several kinds combined', () => {
    const tie = pairTie([line('team', { lastContactOn: '2025-11-25' }), line('classmates', { fromOn: '2000', toOn: '2024-11-25' })], TODAY);
    expect(tie.lines).toMatchObject([{ prior: 0.7, days: 365, halfLife: 365, strength: 0.35 }, { prior: 0.6, since: '2024-11-25', days: 730, halfLife: 730, strength: 0.3 }]);
    expect(tie.strength).toBeCloseTo(1 - 0.65 * 0.7, 12);
    expect(tie.corrected).toBeNull();
  });
  test('the same kind told twice counts once, the stronger', () => {
    const tie = pairTie([line('team', { lastContactOn: '2020-01-01' }), line('team', { lastContactOn: TODAY })], TODAY);
    expect([tie.strength, tie.lines.map((one) => one.counts)]).toEqual([expect.closeTo(0.7, 12), [false, true]]);
  });
  test('the latest correction wins, keeps what the formula says beside it, and may say "I cannot say"', () => {
    const tie = pairTie([line('card', { lastContactOn: TODAY, strength: 0.9, correctedOn: '2026-11-01' }), line('met', { lastContactOn: TODAY, strength: 0.5, correctedOn: TODAY })], TODAY);
    expect(tie).toMatchObject({ strength: 0.5, corrected: 1, computed: expect.closeTo(1 - 0.9 * 0.7, 12) });
    expect(pairTie([line('team', { lastContactOn: TODAY, correctedOn: TODAY })], TODAY)).toMatchObject({ strength: null, computed: expect.closeTo(0.7, 12) });
  });
  test('unknown stays unknown: no day of contact, or merely told to know each other', () => {
    expect(pairTie([line('knows', { lastContactOn: TODAY }), line('family')], TODAY).strength).toBeNull();
    expect(pairTie([], TODAY).strength).toBeNull();
  });
  test('a shared time without an end counts until it was told, not until today', () => {
    expect(pairTie([line('team', { fromOn: '2019', toldOn: '2025-11-25' })], TODAY).strength).toBeCloseTo(0.35, 12);
    expect(pairTie([line('team', { toOn: '2015' })], TODAY).lines[0]!.since).toBe('2015-12-31');
  });
  test('a way is worth its product, with 0.85 for each time somebody has to ask on', () => {
    expect(wayWorth([0.5, 0.8, 0.5])).toBeCloseTo(0.2 * 0.85 ** 2, 12);
    expect(wayWorth([0.5])).toBe(0.5);
  });
});

describe('what is asked of a million pairs', () => {
  test('the strength alone is that of the whole, whatever the lines', () => {
    const random = randomOf(11);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const day = () => pick([null, '2015', '2019-07', '2025-01-31', '2026-03-31']);
    for (let n = 0; n < 500; n++) {
      const lines = Array.from({ length: Math.floor(random() * 4) }, () => line(pick(TIE_KINDS), { lastContactOn: pick([null, '2024-02-29', '2026-01-01']), fromOn: day(), toOn: day(), correctedOn: pick([null, null, '2025-05-05']), strength: pick([null, 0.4, 1]), toldOn: '2025-11-25' }));
      expect(pairStrength(lines, TODAY)).toBe(pairTie(lines, TODAY).strength);
    }
  });

  test('two stays tie where they share a time, by number as by text', () => {
    const random = randomOf(12);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const when = () => pick([null, '2001', '2004', '2004-07', '2005-01-01', '2019-02', '2026-05', '2030']);
    let tied = 0;
    for (let n = 0; n < 6000; n++) {
      const one = (person: number): Presence => at(person, pick(['education', 'career', 'group', 'home_town'] as const), pick(['x', 'y']), when(), when(), pick(['2026-01-01', '2020-05-05', '2004-07-01']));
      const [a, b] = [one(1), one(pick([1, 2]))];
      const shared = sharedTime(a, b, TODAY);
      expect(tiesByTime(staying(a, TODAY), staying(b, TODAY))).toBe(shared !== null);
      if (shared === null) continue;
      tied++;
      expect([a.person, a.kind, a.place]).toEqual([1, b.kind, b.place]);
      expect(shared.from === null || shared.from <= shared.to!).toBe(true);
      if (shared.to !== null) expect(dayNumber(shared.to)).toBe(Math.min(staying(a, TODAY).until, staying(b, TODAY).until));
    }
    expect(tied).toBeGreaterThan(100);
  });
});

describe('what is inferred', () => {
  test.each([
    ['one employer at one time', at(1, 'career', 'acme', '2015', '2018-06'), at(2, 'career', 'acme', '2017-03', '2020'), { kind: 'employer', from: '2017-03-31', to: '2018-06-01' }],
    ['years that may not have met', at(1, 'career', 'acme', '2015', '2018'), at(2, 'career', 'acme', '2018', '2020'), null],
    ['another employer', at(1, 'career', 'acme', '2015'), at(2, 'career', 'apex', '2015'), null],
    ['both still there, learnt on different days', at(1, 'career', 'acme', '2015', null, '2025-01-01'), at(2, 'career', 'acme', '2016'), { kind: 'employer', from: '2016-12-31', to: '2025-01-01' }],
    ['a club without dates', at(1, 'group', 'rotary', null, null, '2026-01-01'), at(2, 'group', 'rotary', null, null, '2026-05-01'), { kind: 'club', to: '2026-01-01' }],
    ['a school, the same year of leaving', at(1, 'education', 'tsinghua', null, '2004'), at(2, 'education', 'tsinghua', null, '2004-07'), { kind: 'school' }],
    ['a school, other years', at(1, 'education', 'tsinghua', '2000', '2004'), at(2, 'education', 'tsinghua', '2005', '2009'), null],
    ['a school without years', at(1, 'education', 'tsinghua'), at(2, 'education', 'tsinghua'), null],
    ['a home town', at(1, 'home_town', 'shaoxing'), at(2, 'home_town', 'shaoxing'), { kind: 'home_town', from: null, to: null }],
    ['school and employer of one name', at(1, 'education', 'acme', '2000', '2004'), at(2, 'career', 'acme', '2000', '2004'), null],
  ] as const)('%s', (_, a, b, expected) => {
    expect(sharedTime(a, b, TODAY)).toEqual(expected === null ? null : expect.objectContaining(expected));
    expect(sharedTime(b, a, TODAY)).toEqual(sharedTime(a, b, TODAY));
  });
  test('one line a place, the later of two times', () => {
    const shared = sharedTimes([at(1, 'career', 'acme', '2001', '2003'), at(1, 'career', 'acme', '2010', '2014')], [at(2, 'career', 'acme', '2000', '2020')], TODAY);
    expect(shared).toMatchObject([{ kind: 'employer', to: '2014-01-01' }]);
  });
  test('fades from the last day together; a home town is 0.05 and does not fade; what was told is not inferred again', () => {
    const shared = sharedTimes([at(1, 'career', 'acme', '2015', '2025-11-25'), at(1, 'home_town', 'x')], [at(2, 'career', 'acme', '2015'), at(2, 'home_town', 'x')], TODAY);
    expect(pairTie(inferredLines([], shared, TODAY), TODAY).lines.map((one) => one.strength)).toEqual([expect.closeTo(0.175, 12), 0.05]);
    expect(inferredLines([{ kind: 'team' }], shared, TODAY).map((one) => one.kind)).toEqual(['home_town']);
  });
});
