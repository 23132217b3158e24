import { describe, expect, test } from 'vitest';
import { randomOf } from '#domain/random.ts';
import { confidenceFactors } from '#domain/select/robust/confidenceFactor.ts';
import { createScores, scoreAll } from '#domain/select/score.ts';
import { buildSheet, EVIDENCE_STEPS, type ScoreSheet } from '#domain/select/sheet.ts';
import { topCount } from '#domain/select/robust/top.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { indicatorsOf, weightsOf, type Weights } from '#domain/select/weights.ts';
import { AS_OF, crowd } from '../samples.ts';
import { flatModel, lensModel, sheetOf, within } from './sheets.ts';

const DRAWS = 20_000;
const first = { top: { count: 1 }, draws: DRAWS, seed: 1 };
const factorOf = (sheet: ScoreSheet, at: number, weights: Weights = weightsOf(sheet.model)) => confidenceFactors(sheet, [{ at, weights }], first)[0]!;
const near = (got: number, exact: number) => expect(Math.abs(got - exact), `${got} for ${exact}`).toBeLessThan(within(exact, DRAWS));

describe('factors that are known', () => {
  test('everything proven: the place is certain', () => {
    const sheet = sheetOf(lensModel(50, 50), [[80, 70], [60, 60]]);
    expect([factorOf(sheet, 0), factorOf(sheet, 1)]).toEqual([1, 0]);
  });

  test('one value proven to a half: kept with one half, else with what chance gives', () => {
    // 80 holds with .5, otherwise anything from 0 to 100 of which .4 is above 60.
    const sheet = sheetOf(flatModel(100), [[80], [60]], { 0: { evidence: [0.5] } });
    near(factorOf(sheet, 0), 0.5 + 0.5 * 0.4);
    near(factorOf(sheet, 1), 0.5 * 0.6);
  });

  test('the others are uncertain too', () => {
    const sheet = sheetOf(flatModel(100), [[80], [60]], { 1: { evidence: [0.2] } });
    near(factorOf(sheet, 0), 0.2 + 0.8 * 0.8);
  });

  test('both without any evidence to speak of: half and half', () => {
    const sheet = sheetOf(flatModel(100), [[90], [10]], { 0: { evidence: [0] }, 1: { evidence: [0] } });
    near(factorOf(sheet, 0), 0.5);
  });

  test('an assumed factor stays under its cap, a deduction stays taken off', () => {
    // At most 70 − 5 whatever is drawn: never past 66.
    const sheet = sheetOf(flatModel(100), [[100], [66]], { 0: { evidence: [0.2], assumed: [0], deduction: 5 } });
    expect(factorOf(sheet, 0)).toBe(0);
  });

  test('what is missing stays left out; weights of nothing give no factor', () => {
    const sheet = sheetOf(lensModel(50, 50), [[80, null], [60, 60], [null, null]], { 0: { evidence: [1, 0] } });
    expect(factorOf(sheet, 0)).toBe(1);
    expect(factorOf(sheet, 2)).toBeNaN();
    expect(factorOf(sheet, 0, { lenses: [0, 100], factors: [100, 100], indicators: [100, 100] })).toBe(0);
  });
});

test('a crowd beside scoreAll on whole sheets, world by world', () => {
  const draws = 1500;
  const sheet = buildSheet(GENERAL_TEMPLATE, crowd(GENERAL_TEMPLATE, 60, 3), { asOf: AS_OF });
  const weights = weightsOf(sheet.model);
  const today = scoreAll(sheet);
  const asked = Array.from(today.order.slice(0, 15), (at) => ({ at, weights }));
  const top = { share: 0.2 };
  const got = confidenceFactors(sheet, asked, { top, draws, seed: 4 });
  const ranked = today.rank.filter((rank) => rank > 0).length;
  const random = randomOf(77);
  const world: ScoreSheet = { ...sheet, points: sheet.points.slice() };
  const kept = asked.map(() => 0);
  for (let n = 0; n < draws; n += 1) {
    for (const { at } of indicatorsOf(sheet.model)) for (let i = 0; i < sheet.count; i += 1) {
      const cell = at * sheet.count + i;
      if (sheet.evidence[cell]! > 0) world.points[cell] = random() < sheet.evidence[cell]! / EVIDENCE_STEPS ? sheet.points[cell]! : Math.floor(random() * 10_001);
    }
    const { rank } = scoreAll(world, weights, createScores(world));
    asked.forEach(({ at }, i) => { if (rank[at]! <= topCount(top, ranked)) kept[i]! += 1; });
  }
  asked.forEach((_, i) => expect(Math.abs(got[i]! - kept[i]! / draws)).toBeLessThan(2 * within(kept[i]! / draws, draws)));
  // Customers asked together are looked at in the same worlds as alone.
  expect(confidenceFactors(sheet, [asked[3]!], { top, draws, seed: 4 })[0]).toBe(got[3]);
});
