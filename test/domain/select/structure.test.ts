import { describe, expect, test } from 'vitest';
import { needsCover, overcoverage, overloaded, undercoverage, type CoveredAccount } from '#domain/select/coverage.ts';
import { compareStructure, overCap, stageTarget, type ClassCount } from '#domain/select/structure.ts';
import { checkSettings, DEFAULT_SETTINGS } from '#domain/trust/settings.ts';

const { capacity, targetShares } = DEFAULT_SETTINGS;

describe('how many of which class', () => {
  // By hand: 12 people carry 36 strategic, 96 key and growth together.
  test.each([
    ['startup', { strategic: 12, key: 24, growth: 48, cap: 36 }], ['growth', { strategic: 24, key: 38, growth: 58, cap: 36 }], ['mature', { strategic: 36, key: 72, growth: 24, cap: 36 }],
  ] as const)('12 people at the stage %s', (stage, target) => expect(stageTarget(stage, 12, capacity, targetShares)).toEqual(target));

  test('nobody carries nothing; one person of a start-up has one lighthouse', () => {
    expect(stageTarget('mature', 0, capacity, targetShares)).toEqual({ strategic: 0, key: 0, growth: 0, cap: 0 });
    expect(stageTarget('startup', 1, capacity, targetShares)).toEqual({ strategic: 1, key: 2, growth: 4, cap: 3 });
  });

  test('80 key accounts for 12 people means none: 12 people can carry 36', () => {
    const target = stageTarget('growth', 12, capacity, targetShares);
    expect([overCap(36, target), overCap(37, target), overCap(80, target)]).toEqual([false, true, true]);
  });

  test('target against actual: fits within a tenth or one account; maintain and exit are the rest', () => {
    const count = (accounts: number, chosen = 0): ClassCount => ({ accounts, chosen });
    const rows = compareStructure({ strategic: count(26, 20), key: count(60), growth: count(50), maintain: count(900), exit: count(3) }, stageTarget('growth', 12, capacity, targetShares));
    expect(rows.map((row) => [row.class, row.actual, row.chosen, row.target, row.difference, row.verdict])).toEqual([
      ['strategic', 26, 20, 24, 2, 'fits'], ['key', 60, 0, 38, 22, 'over'], ['growth', 50, 0, 58, -8, 'under'], ['maintain', 900, 0, null, null, 'rest'], ['exit', 3, 0, null, null, 'rest'],
    ]);
  });
});

describe('coverage', () => {
  const account = (more: Partial<CoveredAccount> = {}): CoveredAccount => ({ class: 'key', chosen: false, owner: { closed: false, overloaded: false }, solution: true, delivery: true, people: 3, ...more });
  test('a strategic, key or chosen customer needs a whole iron triangle and an owner with room', () => {
    expect(undercoverage(account())).toEqual([]);
    expect(undercoverage(account({ owner: null, solution: false, delivery: false, people: 0 }))).toEqual(['noOwner', 'noSolution', 'noDelivery']);
    expect(undercoverage(account({ owner: { closed: true, overloaded: true }, delivery: false }))).toEqual(['ownerClosed', 'noDelivery', 'ownerOverloaded']);
    expect(undercoverage(account({ class: 'growth', owner: null }))).toEqual([]);
    expect(undercoverage(account({ class: 'maintain', chosen: true, owner: null }))).toEqual(['noOwner']);
    expect(needsCover({ class: null, chosen: false })).toBe(false);
  });
  test('a customer to maintain or leave takes too much with several people, or an owner who carries too much', () => {
    expect(overcoverage(account({ class: 'maintain', people: 2 }))).toEqual(['severalPeople']);
    expect(overcoverage(account({ class: 'exit', people: 1, owner: { closed: false, overloaded: true } }))).toEqual(['ownerOverloaded']);
    expect(overcoverage(account({ class: 'maintain', people: 1 }))).toEqual([]);
    expect(overcoverage(account({ class: 'maintain', people: 5, chosen: true }))).toEqual([]);
    expect(overcoverage(account())).toEqual([]);
  });
  test('a load is above capacity in either room', () => {
    expect([overloaded({ strategic: 3, keyAndGrowth: 8 }, capacity), overloaded({ strategic: 4, keyAndGrowth: 0 }, capacity), overloaded({ strategic: 0, keyAndGrowth: 9 }, capacity)]).toEqual([false, true, true]);
  });
});

test('settings of the structure are checked, each with its path', () => {
  expect(checkSettings(DEFAULT_SETTINGS)).toEqual([]);
  const faulty = { ...DEFAULT_SETTINGS, capacity: { strategic: -1, keyAndGrowth: 1.5 }, accountManagers: 0, targetShares: { ...targetShares, mature: { strategic: 1.1, key: 0.7, growth: 0.4 } } };
  expect(checkSettings(faulty).map(({ path, reason }) => `${path} ${reason}`)).toEqual(['capacity.strategic out_of_range', 'capacity.keyAndGrowth out_of_range', 'accountManagers out_of_range', 'targetShares.mature.strategic out_of_range', 'targetShares.mature.growth above_whole']);
});
