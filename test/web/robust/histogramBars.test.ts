import { expect, test } from 'vitest';
import { histogramBars } from '../../../src/web/parts/robust/histogramBars.ts';

const sum = (bars: { share: number }[]) => bars.reduce((all, bar) => all + bar.share, 0);

test('few ranks: a bar each, empty ones too', () => {
  expect(histogramBars([{ from: 1, to: 1, share: 0.25 }, { from: 3, to: 3, share: 0.75 }], 2, 4)).toEqual([
    { from: 1, to: 1, share: 0.25 }, { from: 2, to: 2, share: 0 }, { from: 3, to: 3, share: 0.75 }, { from: 4, to: 4, share: 0 },
  ]);
});

test('many ranks: stretches of one width, one of which ends at the last pick', () => {
  for (const [top, last] of [[36, 180], [10, 100], [7, 97], [1, 500], [200, 200]] as const) {
    const bars = histogramBars(Array.from({ length: last }, (_, n) => ({ from: n + 1, to: n + 1, share: 1 / last })), top, last);
    expect(bars.length).toBeLessThanOrEqual(49);
    expect(bars.some((bar) => bar.to === top)).toBe(true);
    expect([bars[0]!.from, bars.at(-1)!.to]).toEqual([1, last]);
    expect(bars.every((bar, n) => n === 0 || bar.from === bars[n - 1]!.to + 1)).toBe(true);
    expect(sum(bars)).toBeCloseTo(1, 9);
  }
});

test('shares that come in wide stretches are spread over the bars they cover', () => {
  const bars = histogramBars([{ from: 1, to: 100, share: 0.5 }, { from: 101, to: 110, share: 0.5 }], 40, 200);
  expect(sum(bars)).toBeCloseTo(1, 9);
  expect(bars.find((bar) => bar.from <= 50 && bar.to >= 50)!.share).toBeCloseTo(0.5 * 5 / 100, 9);
});
