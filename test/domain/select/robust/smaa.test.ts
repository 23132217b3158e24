import { describe, expect, test } from 'vitest';
import { randomOf } from '#domain/random.ts';
import { acceptabilityOf, centralWeights, chanceOf, rankShares } from '#domain/select/robust/acceptability.ts';
import { weightDrawer, weightPlaces, weightsOfFlat } from '#domain/select/robust/drawWeights.ts';
import { anyWeights, weightsWithin, type WeightRanges } from '#domain/select/robust/ranges.ts';
import { BLOCK, openSmaa, smaa } from '#domain/select/robust/smaa.ts';
import { createTally, mergeTally } from '#domain/select/robust/tally.ts';
import { rankBins } from '#domain/select/robust/rankBins.ts';
import { topCount } from '#domain/select/robust/top.ts';
import { createScores, scoreAll } from '#domain/select/score.ts';
import { buildSheet, type ScoreSheet } from '#domain/select/sheet.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { weightsOf, type Weights } from '#domain/select/weights.ts';
import { AS_OF, crowd } from '../samples.ts';
import { flatModel, lens, lensModel, modelOf, sheetOf, within } from './sheets.ts';

const DRAWS = 20_000;
const one = { draws: DRAWS, seed: 1, top: { count: 1 } };
const near = (got: number, exact: number) => expect(Math.abs(got - exact), `${got} for ${exact}`).toBeLessThan(within(exact, DRAWS));

describe('acceptabilities that are known', () => {
  test('two customers, two lenses: the better of the two is decided at one weight', () => {
    // A = 80 w + 20 (1 − w), B = 50 w + 60 (1 − w): A is ahead from w = 4/7 on.
    const sheet = sheetOf(lensModel(50, 50), [[80, 20], [50, 60]]);
    const tally = smaa(sheet, one);
    near(chanceOf(tally, 0), 3 / 7);
    near(chanceOf(tally, 1), 4 / 7);
    expect(tally.inTop[0]! + tally.inTop[1]!).toBe(DRAWS);
    const a = centralWeights(tally, sheet.model, 0)!;
    // Mean of the weights between 4/7 and 1; the deviation of one draw is 3/7 ÷ √12.
    expect(Math.abs(a.lenses[0]! / 100 - 11 / 14)).toBeLessThan(5 * (3 / 7 / Math.sqrt(12)) / Math.sqrt(tally.inTop[0]!));
    expect(a.lenses[0]! + a.lenses[1]!).toBeCloseTo(100, 6);
    expect(acceptabilityOf(tally, 0)).toMatchObject({ best: 1, worst: 2, low: 1, high: 2 });
    near(acceptabilityOf(tally, 0)!.meanRank - 1, 4 / 7);
  });

  test.each([['indicators of a factor', flatModel(50, 50)], ['factors of a lens', modelOf(lens('present', 100, { weight: 30, indicators: [100] }, { weight: 70, indicators: [100] }))]])('the same on the level of the %s', (_, model) => {
    near(chanceOf(smaa(sheetOf(model, [[80, 20], [50, 60]]), one), 0), 3 / 7);
  });

  test('three lenses: areas of the triangle of weights', () => {
    // The even one is beaten by a specialist where its weight exceeds .6: a triangle of side .4, area .16.
    const tally = smaa(sheetOf(lensModel(40, 25, 35), [[60, 60, 60], [100, 0, 0], [0, 100, 0]]), one);
    near(chanceOf(tally, 0), 0.68);
    near(chanceOf(tally, 1), 0.16);
    near(chanceOf(tally, 2), 0.16);
    // Three specialists: a third each, and each of the six orders as often.
    const even = smaa(sheetOf(lensModel(40, 25, 35), [[100, 0, 0], [0, 100, 0], [0, 0, 100]]), one);
    for (const at of [0, 1, 2]) for (const { share } of rankShares(even, at)) near(share, 1 / 3);
  });

  test('a hierarchy: weights are even on each level, not over the leaves', () => {
    // The lens weighs w; within it A has 100 v and B 50, so that A is ahead from v = .5 on whatever w is.
    const model = modelOf(lens('past', 50, { weight: 100, indicators: [50, 50] }), lens('present', 50, { weight: 100, indicators: [100] }));
    near(chanceOf(smaa(sheetOf(model, [[100, 0, 40], [50, 50, 40]]), one), 0), 0.5);
  });

  test('what is missing is left out and the rest renormalised', () => {
    // A is 60 whatever the weights; B is 100 w.
    near(chanceOf(smaa(sheetOf(lensModel(50, 50), [[60, null], [100, 0]]), one), 0), 0.6);
  });

  test('deductions come off, and the cap holds what is only assumed', () => {
    const sheet = sheetOf(lensModel(50, 50), [[100, 100], [100, 0]], { 0: { deduction: 20, assumed: [0] } });
    // A = 70 w + 100 (1 − w) − 20 = 80 − 30 w, B = 100 w: A is ahead below w = 8/13.
    near(chanceOf(smaa(sheet, one), 0), 8 / 13);
  });

  test('within a share of the weights as they stand', () => {
    const model = lensModel(50, 50);
    const sheet = sheetOf(model, [[100, 0], [45, 45]]);
    // w is even between .4 and .6; A is ahead from .45 on.
    near(chanceOf(smaa(sheet, { ...one, ranges: weightsWithin(model, weightsOf(model), 0.2) }), 0), 0.75);
  });

  test('explicit limits of a weight', () => {
    const model = lensModel(50, 50);
    const ranges: WeightRanges = { ...anyWeights(model), lenses: [{ low: 0.3, high: 0.5 }, { low: 0, high: 1 }] };
    near(chanceOf(smaa(sheetOf(model, [[100, 0], [45, 45]]), { ...one, ranges }), 0), 0.25);
  });
});

test('ties share their rank, and all of them are in the top', () => {
  const tally = smaa(sheetOf(lensModel(50, 50), [[50, 50], [70, 70], [70, 70], [20, 20]]), { ...one, draws: 500, top: { count: 2 } });
  expect([0, 1, 2, 3].map((at) => [chanceOf(tally, at), acceptabilityOf(tally, at)!.first, acceptabilityOf(tally, at)!.meanRank])).toEqual([[0, 0, 3], [1, 1, 1], [1, 1, 1], [0, 0, 4]]);
});

test('who has no total takes no part; a sheet without anybody gives nothing', () => {
  const tally = smaa(sheetOf(lensModel(50, 50), [[null, null], [10, 20], [30, null]]), { ...one, draws: 200, top: { count: 5 } });
  expect(chanceOf(tally, 0)).toBeNaN();
  expect([acceptabilityOf(tally, 0), tally.ranked, tally.top, chanceOf(tally, 1)]).toEqual([null, 2, 2, 1]);
  expect(centralWeights(tally, lensModel(50, 50), 0)).toBeNull();
  const empty = smaa(sheetOf(lensModel(50, 50), []), { ...one, draws: 10 });
  expect([empty.ranked, empty.top, empty.draws]).toEqual([0, 0, 10]);
});

test('a weight that may not leave 0 counts as in scoreAll: whoever has nothing else has no total', () => {
  const model = lensModel(100, 0);
  const sheet = sheetOf(model, [[50, 50], [null, 90], [40, 100]]);
  const tally = smaa(sheet, { ...one, draws: 100, ranges: weightsWithin(model, weightsOf(model), 0.5) });
  expect([tally.ranked, chanceOf(tally, 0), chanceOf(tally, 2)]).toEqual([2, 1, 0]);
  expect(chanceOf(tally, 1)).toBeNaN();
  expect(scoreAll(sheet).total[1]).toBeNaN();
});

/** The draws of an analysis, in their sequence. */
function drawsOf(sheet: ScoreSheet, draws: number, seed: number, ranges: WeightRanges): Weights[] {
  const draw = weightDrawer(sheet.model, ranges);
  const flat = new Float64Array(weightPlaces(sheet.model).size);
  const list: Weights[] = [];
  for (let block = 0; list.length < draws; block += 1) {
    const random = randomOf(seed, block);
    for (let n = 0; n < BLOCK && list.length < draws; n += 1) {
      draw(random, flat, 0, 1);
      list.push(weightsOfFlat(sheet.model, flat));
    }
  }
  return list;
}

const CROWD = buildSheet(GENERAL_TEMPLATE, crowd(GENERAL_TEMPLATE, 400), { asOf: AS_OF });

describe.each([['any weights', anyWeights(GENERAL_TEMPLATE)], ['within 30 %', weightsWithin(GENERAL_TEMPLATE, weightsOf(GENERAL_TEMPLATE), 0.3)]])('beside scoreAll, weighting by weighting: %s', (_, ranges) => {
  test('a crowd with gaps, caps, deductions and red lines: every figure equals the plain count', () => {
    const draws = 203;
    const options = { draws, seed: 5, top: { share: 0.2 }, ranges };
    const tally = smaa(CROWD, options);
    const scores = createScores(CROWD);
    const ranks: number[][] = Array.from({ length: CROWD.count }, () => []);
    const sums = Array.from({ length: CROWD.count }, () => [0, 0, 0]);
    const top = topCount(options.top, tally.ranked);
    for (const weights of drawsOf(CROWD, draws, 5, ranges)) {
      scoreAll(CROWD, weights, scores);
      for (let at = 0; at < CROWD.count; at += 1) {
        ranks[at]!.push(scores.rank[at]!);
        if (scores.rank[at]! > 0 && scores.rank[at]! <= top) weights.lenses.forEach((weight, l) => { sums[at]![l]! += weight; });
      }
    }
    expect(CROWD.veto.some((veto) => veto === 1) && CROWD.deductions.some((off) => off > 0) && CROWD.assumed.some((all) => all === 1)).toBe(true);
    for (let at = 0; at < CROWD.count; at += 1) {
      const own = ranks[at]!;
      if (own[0] === 0) {
        expect(acceptabilityOf(tally, at)).toBeNull();
        continue;
      }
      const sorted = own.toSorted((a, b) => a - b);
      const picked = own.filter((rank) => rank <= top).length;
      expect(acceptabilityOf(tally, at)).toEqual({
        chance: picked / draws, first: own.filter((rank) => rank === 1).length / draws, meanRank: own.reduce((a, b) => a + b, 0) / draws,
        low: sorted[Math.ceil(0.05 * draws) - 1], high: sorted[Math.ceil(0.95 * draws) - 1], best: sorted[0], worst: sorted.at(-1),
      });
      const central = centralWeights(tally, CROWD.model, at);
      expect(central === null).toBe(picked === 0);
      central?.lenses.forEach((weight, l) => expect(weight).toBeCloseTo(sums[at]![l]! / picked, 6));
    }
  });
});

test('who counts which block does not matter: two workers give the very same figures as one', () => {
  const options = { draws: 730, seed: 3, top: { share: 0.2 } };
  const whole = smaa(CROWD, options);
  const [a, b] = [openSmaa(CROWD, options), openSmaa(CROWD, options)];
  for (const block of [6, 1, 3]) a.run(block);
  for (const block of [0, 7, 5, 2, 4]) b.run(block);
  const merged = createTally(CROWD.count, whole.ranked, whole.top, whole.weights, rankBins(whole.ranked));
  mergeTally(merged, b.tally);
  mergeTally(merged, a.tally);
  expect(merged).toEqual(whole);
});

test('another seed gives other draws but, within chance, the same picture', () => {
  const [a, b] = [1, 2].map((seed) => smaa(CROWD, { draws: 2000, seed, top: { share: 0.2 } })) as [ReturnType<typeof smaa>, ReturnType<typeof smaa>];
  expect(a.inTop).not.toEqual(b.inTop);
  for (let at = 0; at < CROWD.count; at += 1) if (a.best[at]! > 0) expect(Math.abs(chanceOf(a, at) - chanceOf(b, at))).toBeLessThan(2 * within(chanceOf(a, at), 2000));
});

test.each([0, -1, 1.5, 60_001, NaN])('%d draws are refused', (draws) => {
  expect(() => openSmaa(CROWD, { ...one, draws })).toThrow(RangeError);
});

test('ranks of many customers are gathered: exact at the head, within a sixteenth further down', () => {
  const few = rankBins(2000);
  expect([...few.first.slice(0, 3), few.first.length]).toEqual([1, 2, 3, 2000]);
  const many = rankBins(100_000);
  expect(many.first.length).toBeLessThan(260);
  expect(Array.from(many.first.slice(126, 131))).toEqual([127, 128, 129, 138, 147]);
  for (let rank = 1; rank <= 100_000; rank += 1) {
    const from = many.first[many.of[rank]!]!;
    const to = many.first[many.of[rank]! + 1] ?? 100_001;
    if (!(from <= rank && rank < to && to - from <= from / 16 + 1)) throw new Error(`rank ${rank} is in a bin from ${from} to ${to}`);
  }
});
