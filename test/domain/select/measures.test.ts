import { expect, test } from 'vitest';
import { costToServe, grossMargin } from '#domain/select/costToServe.ts';
import { measureTrade, uncountedCurrencies } from '#domain/select/measures.ts';
import { normalise, percentileCurve, rawFor } from '#domain/select/normalise.ts';
import { CONTEXT, month } from './samples.ts';

const year = (from: number, revenue: (i: number) => number) => Array.from({ length: 12 }, (_, i) => {
  const index = 2024 * 12 + from + i;
  return month(`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`, revenue(i));
});
const none = { total: null, percentiles: null };

test('twelve months to the as-of month, the twelve before, and nothing after it', () => {
  // 2024-04 … 2025-03 at 100.00, 2025-04 … 2026-03 at 150.00, and a month after the as-of day
  const figures = measureTrade([...year(3, () => 10_000), ...year(15, () => 15_000), month('2026-04', 99_999)], [], CONTEXT)!;
  expect(figures.revenue).toBe(180_000);
  expect(figures.revenueBefore).toBe(120_000);
  expect(figures.months).toEqual(new Array(12).fill(15_000));
  expect(figures.values.revenueTrend).toBeCloseTo(0.5, 12);
  expect(figures.values.frequency).toBe(24);
  expect(figures.values.volatility).toBe(0);
  expect(figures.values.recency).toBe(11);
  expect(figures.values.grossMargin).toBeCloseTo(0.3, 12);
});

test('cost to serve by driver, each rounded once to whole minor units', () => {
  const parts = costToServe({ invoices: 3, lines: 7, creditNotes: 2, overdueAmountDays: 365_000 }, { perOrder: 10.5, perLine: 1, perReturn: 100, costOfCapital: 0.08, defaultMargin: null });
  expect(parts.map((part) => [part.driver, part.cost])).toEqual([['orders', 32], ['lines', 7], ['returns', 200], ['overdue', 80]]);
  const figures = measureTrade(year(15, () => 1_000_000), [{ month: '2026-01', currency: 'CNY', amount: 500_000, amountDays: 36_500_000 }], CONTEXT)!;
  // margin 3,600,000 − 24 × 5,000 − 120 × 200 − 36,500,000 × .08 / 365
  expect(figures.contribution).toBe(3_600_000 - 120_000 - 24_000 - 8_000);
  expect(figures.values.contributionMargin).toBeCloseTo(3_448_000 / 12_000_000, 12);
});

test('margin: from the lines; from at least half of them; from the default; or unknown', () => {
  expect(grossMargin(1000, 1000, 600, null)).toEqual({ margin: 400, basis: 'costed', assumedRate: null });
  expect(grossMargin(1000, 500, 400, 0.9)).toEqual({ margin: 200, basis: 'partly', assumedRate: 0.2 });
  expect(grossMargin(1000, 400, 300, 0.5)).toEqual({ margin: 400, basis: 'default', assumedRate: 0.5 });
  expect(grossMargin(1000, 0, 0, null)).toBeNull();
  expect(grossMargin(0, 0, 0, null)?.margin).toBe(0);
});

test('without costs the contribution is the most it can be, and does not count in the score', () => {
  const figures = measureTrade(year(15, () => 100_000).map((m) => ({ ...m, cost: 0, costedRevenue: 0 })), [], CONTEXT)!;
  expect(figures.margin).toBeNull();
  expect(figures.contribution).toBe(1_200_000 - 120_000 - 24_000);
  expect([figures.values.contribution, figures.values.grossMargin, figures.values.contributionMargin]).toEqual([null, null, null]);
});

test('quarters of loss count back from the as-of month and stop at the first that earns', () => {
  const lines = year(15, (i) => (i < 6 ? 1_000_000 : 10_000));
  // 2 × 5,000 + 10 × 200 = 12,000 a month to serve a margin of 3,000
  expect(measureTrade(lines, [], CONTEXT)!.lossQuarters).toBe(2);
  expect(measureTrade(year(15, () => 1_000_000), [], CONTEXT)!.lossQuarters).toBe(0);
});

test('overdue: paid late and unpaid past due; unknown where the files say nothing of payments', () => {
  const lines = year(15, () => 100_000).map((m, i) => (i === 0 ? { ...m, lateAmount: 50_000, lateAmountDays: 500_000 } : m));
  const open = [{ month: '2026-02', currency: 'CNY', amount: 70_000, amountDays: 1_400_000 }];
  expect(measureTrade(lines, open, CONTEXT)!.values.overdueShare).toBeCloseTo(120_000 / 1_200_000, 12);
  const silent = measureTrade(lines, open, { ...CONTEXT, paymentsKnown: false })!;
  expect(silent.values.overdueShare).toBeNull();
  expect(silent.overdueAmountDays).toBe(500_000);
});

test('returns: credit notes against gross sales', () => {
  const lines = year(15, () => 90_000).map((m) => ({ ...m, credits: -10_000 }));
  expect(measureTrade(lines, [], CONTEXT)!.values.returnShare).toBeCloseTo(0.1, 12);
});

test('a trend compares spans of equal length inside the data, never a month under way', () => {
  // Data begin 2025-04; the month under way (until the 15th) is left out: 11 complete months, two spans of 5.
  const lines = year(15, (i) => (i < 6 ? 100 : 200));
  const figures = measureTrade(lines, [], { ...CONTEXT, asOf: '2026-03-15', dataFrom: '2025-04-02' })!;
  expect(figures.trend).toEqual({ months: 5, now: 1000, before: 500 });
  expect(figures.values.revenueTrend).toBe(1);
  expect(measureTrade(lines, [], { ...CONTEXT, dataFrom: '2025-11-02' })!.values.revenueTrend).toBeNull();
});

test('foreign money counts through its rate only, month by month in whole minor units', () => {
  const lines = [month('2026-03', 10_001, { currency: 'USD' }), month('2026-03', 500), month('2026-02', 7_000, { currency: 'JPY' })];
  const figures = measureTrade(lines, [], { ...CONTEXT, rates: { USD: 7.15 } })!;
  expect(figures.revenue).toBe(Math.round(10_001 * 7.15) + 500);
  expect(uncountedCurrencies(lines, { ...CONTEXT, rates: { USD: 7.15 } })).toEqual(['JPY']);
  // 1 JPY has no minor units: 7,000 JPY at 0.05 are 350.00
  expect(measureTrade(lines, [], { ...CONTEXT, rates: { JPY: 0.05 } })!.revenue).toBe(35_000 + 500);
  expect(measureTrade([month('2026-03', 10_001, { currency: 'USD' })], [], CONTEXT)).toBeNull();
});

test('an old customer has a revenue of nothing, which is known; a prospect has no revenue, which is not', () => {
  const old = measureTrade([month('2024-05', 50_000)], [], CONTEXT)!;
  expect([old.values.revenue, old.values.frequency, old.values.contribution]).toEqual([0, 0, 0]);
  expect(old.values.recency).toBeGreaterThan(600);
  expect(measureTrade([], [], CONTEXT)).toBeNull();
});

test('normalisations: linear, log, steps, percentile, and "lower is better"', () => {
  expect(normalise(25, { type: 'linear', floor: 0, target: 100 }, none)).toBe(25);
  expect(normalise(-5, { type: 'linear', floor: 0, target: 100 }, none)).toBe(0);
  expect(normalise(0.1, { type: 'linear', floor: 0.5, target: 0 }, none)).toBeCloseTo(80, 12);
  expect(normalise(1000, { type: 'log', floor: 100, target: 10_000 }, none)).toBeCloseTo(50, 12);
  expect(normalise(0, { type: 'log', floor: 100, target: 10_000 }, none)).toBe(0);
  expect(normalise(0, { type: 'log', floor: 100, target: 1 }, none)).toBe(100);
  expect(normalise(0.01, { type: 'log', floor: 0.001, target: 0.1, relativeTo: 'total' }, { total: 1, percentiles: null })).toBeCloseTo(50, 12);
  expect(normalise(5, { type: 'log', floor: 0.001, target: 0.1, relativeTo: 'total' }, { total: 0, percentiles: null })).toBeNull();
  const steps = { type: 'steps', steps: [{ from: 0, points: 100 }, { from: 30, points: 60 }, { from: 90, points: 0 }] } as const;
  expect([-1, 0, 29, 30, 400].map((x) => normalise(x, steps, none))).toEqual([0, 100, 100, 60, 0]);
  const percentiles = percentileCurve([1, 2, 2, 4])!;
  expect([0, 1, 2, 4, 9].map((x) => normalise(x, { type: 'percentile', better: 'higher' }, { total: null, percentiles }))).toEqual([0, 12.5, 50, 87.5, 100]);
  expect(normalise(1, { type: 'percentile', better: 'lower' }, { total: null, percentiles })).toBe(87.5);
});

test('a raw value is found for points and earns them again', () => {
  const rules = [{ type: 'linear', floor: 365, target: 14 }, { type: 'log', floor: 1, target: 52 }, { type: 'log', floor: 0.0002, target: 0.05, relativeTo: 'total' }] as const;
  for (const rule of rules) for (const points of [1, 37.5, 70, 99]) {
    const scale = { total: 4321, percentiles: null };
    expect(normalise(rawFor(points, rule, scale)!, rule, scale)).toBeCloseTo(points, 9);
  }
});
