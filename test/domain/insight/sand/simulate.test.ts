import { describe, expect, test } from 'vitest';
import { covarianceOf, histogramOf, percentileOf } from '#domain/insight/sand/figures.ts';
import { likelihoodOf } from '#domain/insight/sand/likelihood.ts';
import { poolOf, type Move } from '#domain/insight/sand/move.ts';
import { simulateSand, type SandPlan } from '#domain/insight/sand/simulate.ts';
import { triangularAt, triangularMean, triangularVariance } from '#domain/insight/sand/triangular.ts';
import { divide, totalsOf, type Share, type WalletLine } from '#domain/insight/sand/wallet.ts';

const ours = (percent: number | null): Share => ({ holder: 'ours', supplier: null, percent });
const rival = (supplier: string, percent: number | null): Share => ({ holder: 'rival', supplier, percent });
const open = (percent: number | null): Share => ({ holder: 'open', supplier: null, percent });
const line = (id: number, size: number | null, ...shares: Share[]): WalletLine => ({ id, category: `c${id}`, unit: '', size, shares });
const move = (id: number, lineId: number, points: number | readonly [number, number, number], chance = 1, from: Move['from'] = 'rival', supplier: string | null = 'A'): Move => {
  const [low, likely, high] = typeof points === 'number' ? [points, points, points] : points;
  return { id, lineId, from, supplier: from === 'rival' ? supplier : null, low, likely, high, chance };
};
const plan = (lines: WalletLine[], moves: Move[], salesGoal: number | null = null, rivalGoals: SandPlan['rivalGoals'] = []): SandPlan => ({ lines, moves, salesGoal, rivalGoals });
const run = (given: SandPlan, runs = 10_000, seed = 7) => simulateSand(given, runs, seed);
/** Five standard errors of a mean of `runs` draws. */
const near = (deviation: number, runs = 10_000) => (5 * deviation) / Math.sqrt(runs);

/** A wallet of 1,000,000.00: 20 % ours, 50 % A's. */
const WALLET = line(1, 100_000_000, ours(20), rival('A', 50));

describe('a wallet is divided', () => {
  test('into ours, rivals, what is nobody’s, and what nobody knows', () => {
    expect(divide(line(1, 100, ours(20), rival('A', 35), rival('B', null), open(10)))).toEqual({ ours: 20, rivals: [{ supplier: 'A', percent: 35 }, { supplier: 'B', percent: null }], open: 10, unknown: 35 });
    // Nothing said is nothing known: no zero, no white space.
    expect(divide(line(1, 100))).toEqual({ ours: null, rivals: [], open: null, unknown: 100 });
  });
  test('who has no figure has nothing left when the others have it all', () => {
    expect(divide(line(1, 100, ours(null), rival('A', 60), rival('B', 40), rival('C', null)))).toMatchObject({ ours: 0, open: 0, unknown: 0, rivals: [{}, {}, { supplier: 'C', percent: 0 }] });
    expect(divide(line(1, 100, ours(33.3), rival('A', 33.3), rival('B', 33.4))).unknown).toBe(0);
  });
  test('totals count what is unknown beside what is known', () => {
    expect(totalsOf([line(1, 1000, ours(20), rival('Alpha ', 30), open(10)), line(2, 500, rival('alpha', null), rival('B', 40)), line(3, null, ours(50), rival('ＡＬＰＨＡ', 50))])).toEqual({
      lines: 3, size: { value: 1500, unknownLines: 1 }, ours: { value: 200, unknownLines: 2 }, open: 100, unknown: 400 + 300,
      rivals: [{ name: 'Alpha ', value: 300, unknownLines: 2 }, { name: 'B', value: 200, unknownLines: 0 }],
    });
  });
});

describe('percentiles, bins, words', () => {
  test('a percentile is the smallest value that so many do not exceed (definition 1 of Hyndman & Fan)', () => {
    const ten = Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect([0.1, 0.11, 0.5, 0.9, 0.95, 1].map((share) => percentileOf(ten, share))).toEqual([1, 2, 5, 9, 10, 10]);
    expect(percentileOf(Float64Array.from([4]), 0.1)).toBe(4);
    expect(() => percentileOf(new Float64Array(), 0.5)).toThrow(RangeError);
  });
  test('every value is in one bin', () => {
    const bins = histogramOf(Float64Array.from([0, 1, 2, 9, 10]), 5);
    expect(bins.map((bin) => [bin.from, bin.to, bin.count])).toEqual([[0, 2, 2], [2, 4, 1], [4, 6, 0], [6, 8, 0], [8, 10, 2]]);
    expect(histogramOf(Float64Array.from([3, 3]), 5)).toEqual([{ from: 3, to: 3, count: 2 }]);
  });
  test('a chance has a word', () => {
    expect([0, 0.09, 0.1, 0.33, 0.34, 0.66, 0.67, 0.9, 0.91, 1].map(likelihoodOf)).toEqual(['veryUnlikely', 'veryUnlikely', 'unlikely', 'unlikely', 'even', 'even', 'likely', 'likely', 'veryLikely', 'veryLikely']);
  });
});

describe('the triangle', () => {
  test('has its quartiles where the formula puts them, and its ends at its ends', () => {
    // F(x) = (x − a)² / (w·(c − a)) below the likely value c: F(c) = (c − a) / w.
    expect(triangularAt(0.25, 0, 1, 4)).toBeCloseTo(1, 12);
    expect(triangularAt(0.0625, 0, 1, 4)).toBeCloseTo(0.5, 12);
    expect(triangularAt(0.5, 0, 2, 4)).toBeCloseTo(2, 12);
    expect([triangularAt(1e-12, 3, 5, 9), triangularAt(1 - 1e-12, 3, 5, 9)].map((x) => Math.round(x * 1e4) / 1e4)).toEqual([3, 9]);
    expect([triangularAt(0.3, 5, 5, 5), triangularAt(0.36, 0, 0, 10), triangularAt(0.36, 0, 10, 10)]).toEqual([5, expect.closeTo(2, 12), expect.closeTo(6, 12)]);
  });
});

describe('a simulation', () => {
  test('without moves is today; without a goal there is no chance', () => {
    expect(run(plan([WALLET], []))).toMatchObject({ base: 20_000_000, p10: 20_000_000, p50: 20_000_000, p90: 20_000_000, deviation: 0, chance: null, moves: [], uncounted: 0 });
    expect(run(plan([], [], 1))).toMatchObject({ base: 0, p50: 0, chance: 0 });
  });
  test('one certain move of ten points is exactly a tenth of the wallet, and a goal met exactly is met', () => {
    const result = run(plan([WALLET], [move(1, 1, 10)], 30_000_000));
    expect(result).toMatchObject({ p10: 30_000_000, p50: 30_000_000, p90: 30_000_000, chance: 1, moves: [{ id: 1, value: 10_000_000, points: 10, capped: 0, room: 50, spread: null }] });
    expect(run(plan([WALLET], [move(1, 1, 10)], 30_000_001)).chance).toBe(0);
    expect(run(plan([line(1, 333, ours(10), rival('A', 50))], [move(1, 1, 7)], Math.round(333 * 0.1) + 23)).p50).toBe(56);
  });
  test('one move that comes off with chance p: mean p·v and variance p(1 − p)v²', () => {
    const result = run(plan([WALLET], [move(1, 1, 10, 0.3)], 30_000_000));
    const deviation = Math.sqrt(0.3 * 0.7) * 10_000_000;
    expect(Math.abs(result.mean - 23_000_000)).toBeLessThan(near(deviation));
    expect(result.deviation / deviation).toBeCloseTo(1, 1);
    expect(Math.abs(result.chance! - 0.3)).toBeLessThan(near(Math.sqrt(0.21)));
    expect([result.p10, result.p50, result.p90]).toEqual([20_000_000, 20_000_000, 30_000_000]);
    expect(result.moves[0]!.spread).toBeCloseTo(1, 9);
  });
  test('one certain move of uncertain size: mean (a + b + c) / 3, variance as the formula, percentiles as its inverse', () => {
    const result = run(plan([WALLET], [move(1, 1, [2, 4, 12])]));
    const deviation = Math.sqrt(triangularVariance(2, 4, 12)) * 1_000_000;
    expect(Math.abs(result.mean - 20_000_000 - triangularMean(2, 4, 12) * 1_000_000)).toBeLessThan(near(deviation));
    expect(Math.abs(result.deviation / deviation - 1)).toBeLessThan(0.03);
    for (const [share, found] of [[0.1, result.p10], [0.5, result.p50], [0.9, result.p90]] as const) expect(Math.abs(found - 20_000_000 - triangularAt(share, 2, 4, 12) * 1_000_000)).toBeLessThan(150_000);
  });
  test('moves on several lines: means and variances add, and so do the parts of the spread', () => {
    const lines = [WALLET, line(2, 50_000_000, ours(0), rival('A', 80)), line(3, 80_000_000, ours(5), open(60))];
    const moves = [move(1, 1, [2, 4, 12]), move(2, 2, [10, 20, 30], 0.5), move(3, 3, 15, 0.8, 'open')];
    const result = run(plan(lines, moves));
    const perPoint = [1_000_000, 500_000, 800_000];
    const means = moves.map((one, n) => one.chance * triangularMean(one.low, one.likely, one.high) * perPoint[n]!);
    // Var(B·X) = p·Var(X) + p(1 − p)·E(X)².
    const variances = moves.map((one, n) => (one.chance * triangularVariance(one.low, one.likely, one.high) + one.chance * (1 - one.chance) * triangularMean(one.low, one.likely, one.high) ** 2) * perPoint[n]! ** 2);
    const all = variances.reduce((a, b) => a + b, 0);
    expect(result.base).toBe(24_000_000);
    expect(Math.abs(result.mean - 24_000_000 - means.reduce((a, b) => a + b, 0))).toBeLessThan(near(Math.sqrt(all)));
    expect(Math.abs(result.deviation ** 2 / all - 1)).toBeLessThan(0.05);
    result.moves.forEach((one, n) => {
      expect(Math.abs(one.value! - means[n]!)).toBeLessThan(near(Math.sqrt(variances[n]!)));
      expect(Math.abs(one.spread! - variances[n]! / all)).toBeLessThan(0.03);
    });
    expect(result.moves.reduce((sum, one) => sum + one.spread!, 0)).toBeCloseTo(1, 9);
  });
  test('no move takes more than there is: the rival’s share, what is open, what nobody knows', () => {
    const lines = [line(1, 1000, ours(20), rival('A', 30), rival('B', null), open(10))];
    const after = (...moves: Move[]) => run(plan(lines, moves), 100).p50;
    expect(after(move(1, 1, 50))).toBe(200 + 300);
    expect(after(move(1, 1, 50, 1, 'open'))).toBe(200 + 100);
    expect(after(move(1, 1, 90, 1, 'unknown'))).toBe(200 + 400);
    expect(after(move(1, 1, 90, 1, 'rival', 'B'))).toBe(200 + 400);
    // B's part lies within what nobody knows: together they take that and no more; so the line never gives more than 100 %.
    expect(after(move(1, 1, 30, 1, 'rival', 'B'), move(2, 1, 30, 1, 'unknown'))).toBe(200 + 400);
    expect(after(move(1, 1, 99), move(2, 1, 99, 1, 'open'), move(3, 1, 99, 1, 'unknown'), move(4, 1, 99, 1, 'rival', 'B'))).toBe(1000);
    const shared = run(plan(lines, [move(1, 1, 40), move(2, 1, 20)]), 100);
    expect(shared.moves.map((one) => [one.points, one.capped, one.room])).toEqual([[20, 1, 30], [10, 1, 30]]);
    expect(poolOf(move(1, 1, 1, 1, 'rival', ' a '), lines[0]!)).toEqual({ key: '1:rival:a', room: 30 });
    expect(run(plan(lines, [move(1, 1, 5, 1, 'rival', 'Nobody')]), 10).moves[0]!.room).toBe(40);
  });
  test('a line of unknown size brings nothing and is counted; so is a line on which our own part is unknown', () => {
    const result = run(plan([WALLET, line(2, null, ours(10), rival('A', 50)), line(3, 1000, rival('A', 50))], [move(1, 2, 10), move(2, 1, 10), move(3, 99, 10), move(4, 3, 10)]), 100);
    expect(result).toMatchObject({ base: 20_000_000, baseUnknownLines: 2, p50: 30_000_100, uncounted: 1 });
    expect(result.moves.map((one) => [one.id, one.value, one.points])).toEqual([[1, null, 10], [2, 10_000_000, 10], [4, 100, 10]]);
  });
  test('a rival’s part of all wallets, and how often the moves take it to the goal', () => {
    const lines = [line(1, 1000, rival('A', 60)), line(2, 1000, rival('A', 20), rival('B', null)), line(3, null, rival('A', 90))];
    const goals = [{ id: 1, rival: 'a', percent: 35 }, { id: 2, rival: 'B', percent: 10 }, { id: 3, rival: 'A', percent: 34.9 }];
    const result = run(plan(lines, [move(1, 1, 10, 0.5)], null, goals));
    expect(result.rivals).toMatchObject([{ now: 40, unknownLines: 1 }, { now: 0, unknownLines: 1 }, { chance: 0 }]);
    expect(Math.abs(result.rivals[0]!.chance! - 0.5)).toBeLessThan(near(0.5));
    expect(run(plan([line(1, null, rival('A', 60))], [], null, goals), 10).rivals[0]).toEqual({ id: 1, now: null, p50: null, chance: null, unknownLines: 1 });
  });
  test('the same seed gives the same futures, in any order of lines and moves; another seed gives others', () => {
    const lines = [WALLET, line(2, 50_000_000, rival('A', 80)), line(3, 10_000_000, open(40))];
    const moves = [move(1, 1, [2, 4, 12], 0.7), move(2, 2, [10, 50, 90], 0.5), move(3, 2, [5, 6, 60], 0.9), move(4, 3, [1, 2, 3], 0.4, 'open')];
    const first = run(plan(lines, moves, 30_000_000), 2000);
    expect(run(plan(lines, moves, 30_000_000), 2000)).toEqual(first);
    const turned = run(plan(lines.toReversed(), moves.toReversed(), 30_000_000), 2000);
    expect({ ...turned, moves: turned.moves.toReversed(), mean: first.mean, deviation: first.deviation }).toEqual({ ...first, moves: turned.moves.toReversed() });
    expect(turned.moves.toReversed().map((one) => [one.id, one.points])).toEqual(first.moves.map((one) => [one.id, one.points]));
    expect(run(plan(lines, moves, 30_000_000), 2000, 8).p50).not.toBe(first.p50);
  });
  test('a copy of a scenario has the same figures, though its moves have other numbers; a move added changes no other', () => {
    const lines = [WALLET, line(2, 50_000_000, rival('A', 80))];
    const moves = [move(1, 1, [2, 4, 12], 0.7), move(2, 2, [1, 5, 9], 0.5), move(3, 2, [5, 6, 7], 0.9)];
    const first = run(plan(lines, moves), 2000);
    expect(run(plan(lines, moves.map((one) => ({ ...one, id: one.id + 100 }))), 2000)).toMatchObject({ p10: first.p10, p50: first.p50, p90: first.p90, mean: first.mean });
    expect(run(plan(lines, [...moves, move(9, 1, 1, 0.5, 'unknown')]), 2000).moves.slice(0, 3).map((one) => one.points)).toEqual(first.moves.map((one) => one.points));
  });
  test('seeds do not matter beyond chance: the P50 of twenty seeds lies together', () => {
    const moves = [move(1, 1, [2, 4, 12], 0.7), move(2, 1, [1, 5, 9], 0.5, 'unknown')];
    const medians = Array.from({ length: 20 }, (_, seed) => run(plan([WALLET], moves), 10_000, seed).p50);
    const { deviation } = run(plan([WALLET], moves));
    expect((Math.max(...medians) - Math.min(...medians)) / deviation).toBeLessThan(0.12);
  });
  test('covariance is the textbook’s', () => {
    expect(covarianceOf(Float64Array.from([1, 2, 3]), Float64Array.from([2, 4, 6]))).toBeCloseTo(4 / 3, 12);
  });
});
