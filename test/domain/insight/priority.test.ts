import { expect, test } from 'vitest';
import { HALF_LIVES } from '#domain/factKinds.ts';
import { priorityOf, PRIORITY_WEIGHTS, valueScale, type PriorityUnder } from '#domain/insight/priority.ts';
import type { Opportunity } from '#domain/insight/opportunity.ts';

const UNDER: PriorityUnder = { today: '2026-03-31', asOf: '2026-03-31', halfLives: HALF_LIVES, reportingCurrency: 'CNY', rates: { USD: 7.2, JPY: 0.05 } };
type Point = Parameters<typeof priorityOf>[0];
const POINT: Point = { valueLow: null, valueLikely: 100_000_000, valueHigh: null, currency: 'CNY', fit: 3, needFit: null, expectedOn: '2027-03-31', horizon: 'mid', facts: [] };
const fact = (observedOn: string, evidence: 'document' | 'inferred' = 'document'): Opportunity['facts'][number] => ({ id: 1, statement: 's', proof: { kind: 'strategy', evidence, observedOn, expiresOn: null } });
const of = (change: Partial<Point> = {}) => priorityOf({ ...POINT, ...change }, UNDER);

test('the weights add to 100', () => {
  expect(Object.values<number>(PRIORITY_WEIGHTS).reduce((a, b) => a + b)).toBe(100);
});

test('an example worked out by hand: CNY 1 m, fit 3, mid, document of today, in a year', () => {
  // Value: 10^8 minor units lie half way between 10^6 and 10^10 in the logarithm → 20. Fit 3/4 × 20 = 15. Horizon 15. Evidence .95 × 15 = 14.25.
  // Timing: 365 days are 11.9918 months, 0.5^(11.9918/12) = 0.500237 → 5.00.
  const { priority, low, high, completeness, unknown, state } = of({ facts: [fact('2026-03-31')] });
  expect(priority).toBeCloseTo(20 + 15 + 15 + 14.25 + 5.00237, 4);
  expect([low, high, completeness, unknown, state]).toEqual([priority, priority, 1, [], 'proven']);
});

test('the value scale is straight in the logarithm and ends at both sides', () => {
  expect([1, 1_000_000, 10_000_000, 100_000_000, 10_000_000_000, 1e13].map((value) => Number(valueScale(value).toFixed(6)))).toEqual([0, 0, 0.25, 0.5, 1, 1]);
});

test('what is unknown counts as the middle, is listed, and widens the range; it is never zero', () => {
  const known = of();
  const none = of({ valueLikely: null, fit: null, expectedOn: null });
  expect(none.unknown).toEqual(['value', 'fit', 'timing']);
  expect(none.completeness).toBeCloseTo(0.3);
  expect([none.low, none.priority, none.high].map((n) => Math.round(n))).toEqual([18, 53, 88]);
  expect(none.parts.find(({ part }) => part === 'value')).toMatchObject({ x: null, points: 20 });
  for (const change of [{ valueLikely: null }, { fit: null }, { expectedOn: null }]) {
    const one = of(change);
    expect([one.low <= known.priority, known.priority <= one.high]).toEqual([true, true]);
  }
});

test('another currency counts only through the rates of the workspace', () => {
  expect(of({ valueLikely: 10_000_000, currency: 'USD' }).value).toBe(72_000_000);
  // 2,000,000 yen have no minor digits: 100,000 yuan are 10,000,000 fen.
  expect(of({ valueLikely: 2_000_000, currency: 'JPY' }).value).toBe(10_000_000);
  const none = of({ currency: 'EUR' });
  expect([none.value, none.unknown]).toEqual([null, ['rate']]);
});

test('the likely value: else the middle, else the low one; a high one alone says too little', () => {
  const value = (valueLow: number | null, valueLikely: number | null, valueHigh: number | null) => of({ valueLow, valueLikely, valueHigh }).value;
  expect([value(1, 5, 9), value(2, null, 8), value(2, null, null), value(null, null, 8)]).toEqual([5, 5, 2, null]);
});

test('its own fit comes before that of its need', () => {
  expect([of({ fit: 1, needFit: 4 }), of({ fit: null, needFit: 4 }), of({ fit: null, needFit: null })].map(({ fit, fitFrom }) => [fit, fitFrom])).toEqual([[1, 'own'], [4, 'need'], [null, null]]);
  expect(of({ fit: 0 }).unknown).toEqual([]);
});

test('mid- and long-term value comes before short-term, however near the short-term one is', () => {
  const days = ['2020-01-01', '2026-03-31', '2026-04-01', '2027-03-31', '2050-01-01', null];
  for (const horizon of ['mid', 'long'] as const) for (const far of days) for (const near of days) for (const fit of [null, 0, 4]) for (const valueLikely of [null, 1, 1e9]) {
    const same = { fit, valueLikely };
    expect(of({ ...same, horizon, expectedOn: far }).priority).toBeGreaterThan(of({ ...same, horizon: 'short', expectedOn: near }).priority);
  }
});

test('the nearer is the more urgent; a day that has passed counts as now', () => {
  const at = (expectedOn: string) => of({ expectedOn }).priority;
  expect([at('2026-04-30') > at('2026-12-31'), at('2026-12-31') > at('2028-12-31'), at('2025-01-01') === at('2026-03-31')]).toEqual([true, true, true]);
});

test('without a living fact it is an assumption; an old one is stale, an inferred one stays assumed', () => {
  expect([of(), of({ facts: [fact('2026-03-31')] }), of({ facts: [fact('2020-03-31')] }), of({ facts: [fact('2026-03-31', 'inferred')] })].map(({ state }) => state)).toEqual(['assumed', 'proven', 'stale', 'assumed']);
  expect(of().evidence).toBe(0.2);
  expect(of({ facts: [fact('2020-03-31'), fact('2026-03-31')] }).evidence).toBe(0.95);
});
