import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { abc, concentration, cumulate, gini, hhi, hhiOfShares } from '#domain/select/concentration.ts';
import { sharedData } from '../../sharedData.ts';

const anchorsFile = sharedData('01_transactions/concentration_anchors.json');
const retailFile = sharedData('01_transactions/online_retail_A_expected.json');
const customersFile = sharedData('01_transactions/online_retail_customers_A_even.csv');

describe.skipIf(!anchorsFile)('worked examples of concentration', () => {
  const { cases } = JSON.parse(anchorsFile ? readFileSync(anchorsFile, 'utf8') : '{"cases":{"hhi":[],"gini":[],"whale":[]}}') as {
    cases: { hhi: { name: string; inputs: number[]; expected_hhi: number }[]; gini: { name: string; inputs: number[]; expected_gini: number }[]; whale: { name: string; inputs: number[]; expected: { total: number; peak: number; peak_share: number | null; peak_rank?: number; cumulative?: number[]; share_top_20pct?: number } }[] };
  };
  test.each(cases.hhi)('$name', ({ inputs, expected_hhi }) => {
    expect(hhiOfShares(inputs)).toBeCloseTo(expected_hhi, 8);
    // As values the shares are taken of their own sum; the same wherever they add to 100.
    if (inputs.reduce((a, b) => a + b) === 100) expect(hhi(inputs)).toBeCloseTo(expected_hhi, 8);
  });
  test.each(cases.gini)('$name', ({ inputs, expected_gini }) => expect(gini(inputs)).toBeCloseTo(expected_gini, 8));
  test.each(cases.whale)('$name', ({ inputs, expected }) => {
    const figures = concentration(inputs);
    expect(figures.total).toBe(expected.total);
    expect(figures.whalePeakValue).toBe(expected.peak);
    if (expected.peak_share === null) expect(figures.whalePeakShare).toBeNull();
    else expect(figures.whalePeakShare).toBeCloseTo(expected.peak_share, 8);
    if (expected.peak_rank !== undefined) expect(figures.whalePeakRank).toBe(expected.peak_rank);
    if (expected.cumulative) expect(cumulate(inputs)).toEqual(expected.cumulative);
    if (expected.share_top_20pct !== undefined) expect(figures.top20pct).toBeCloseTo(expected.share_top_20pct, 8);
  });
});

describe.skipIf(!retailFile || !customersFile)('a wholesaler of 2,187 customers', () => {
  const { expected } = JSON.parse(retailFile ? readFileSync(retailFile, 'utf8') : '{}') as { expected: Record<string, any> };
  const rows = (customersFile ? readFileSync(customersFile, 'utf8') : '').trim().split('\n').slice(1).map((line) => line.split(','));
  const values = rows.map((row) => Math.round(Number(row[4]) * 100));

  test('totals to the cent, shares and indexes to 1e-6', () => {
    const figures = concentration(values);
    expect(figures.total / 100).toBe(expected['net_total']);
    expect(figures.customers).toBe(expected['customers']);
    expect(figures.negative).toBe(expected['customers_negative']);
    expect(figures.whalePeakValue / 100).toBe(expected['whale_peak_value']);
    expect(figures.whalePeakRank).toBe(expected['whale_peak_at_customer_rank']);
    expect(figures.customersFor80pct).toBe(expected['customers_needed_for_80pct_of_net']);
    const close = (value: number | null, name: string) => expect(Math.abs(value! - (expected[name] as number))).toBeLessThan(1e-6);
    close(figures.whalePeakShare, 'whale_peak_share_of_total');
    close(figures.top1pct, 'top_1pct_share');
    close(figures.top5pct, 'top_5pct_share');
    close(figures.top10pct, 'top_10pct_share');
    close(figures.top20pct, 'top_20pct_share');
    close(figures.top50pct, 'top_50pct_share');
    close(figures.gini, 'gini_positive_only');
    close(figures.hhi, 'hhi_positive_only_0_10000');
  });

  test('ABC by the share before the customer', () => {
    const counts = { A: 0, B: 0, C: 0 };
    for (const letter of abc(values)) if (letter) counts[letter] += 1;
    expect(counts).toEqual(expected['abc_80_95_counts_positive_only']);
  });

  test('the ten largest in their order', () => {
    const top = rows.map((row, i) => ({ id: row[0], net: values[i]! })).sort((a, b) => b.net - a.net || Number(a.id) - Number(b.id)).slice(0, 10);
    expect(top.map((one) => one.id)).toEqual(expected['top10_customer_ids']);
    expect(top.map((one) => one.net / 100)).toEqual(expected['top10_net']);
  });
});
