import { expect, test } from 'vitest';
import { randomOf } from '#domain/random.ts';
import { cellsOf } from '#domain/select/robust/cells.ts';
import { weightDrawer, weightPlaces, weightsOfFlat } from '#domain/select/robust/drawWeights.ts';
import { anyWeights, weightsWithin } from '#domain/select/robust/ranges.ts';
import { LANES, scoreFour } from '#domain/select/robust/scoreFour.ts';
import { createScores, scoreAll, SCORE_STEPS } from '#domain/select/score.ts';
import { buildSheet } from '#domain/select/sheet.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { weightsOf } from '#domain/select/weights.ts';
import { AS_OF, crowd } from '../samples.ts';

test.each([['any weights', anyWeights(GENERAL_TEMPLATE)], ['within 25 %', weightsWithin(GENERAL_TEMPLATE, weightsOf(GENERAL_TEMPLATE), 0.25)]])('totals of a crowd are those of scoreAll, to the last step: %s', (_, ranges) => {
  const sheet = buildSheet(GENERAL_TEMPLATE, crowd(GENERAL_TEMPLATE, 700, 11), { asOf: AS_OF });
  const cells = cellsOf(sheet, ranges);
  const places = weightPlaces(sheet.model);
  const draw = weightDrawer(sheet.model, ranges);
  const random = randomOf(2);
  const weights = new Float64Array(places.size * LANES);
  const keys = Array.from({ length: LANES }, () => new Uint32Array(cells.accounts.length));
  const scores = createScores(sheet);
  let compared = 0;
  for (let round = 0; round < 30; round += 1) {
    for (let lane = 0; lane < LANES; lane += 1) draw(random, weights, lane, LANES);
    scoreFour(cells, places, weights, keys);
    for (let lane = 0; lane < LANES; lane += 1) {
      scoreAll(sheet, weightsOfFlat(sheet.model, weights.filter((_, k) => k % LANES === lane)), scores);
      const known = Array.from(scores.total.keys()).filter((at) => !Number.isNaN(scores.total[at]!));
      expect([...cells.accounts]).toEqual(known);
      expect(Array.from(keys[lane]!, (key) => (100 * SCORE_STEPS - key) / SCORE_STEPS)).toEqual(known.map((at) => scores.total[at]));
      compared += known.length;
    }
  }
  expect(compared).toBeGreaterThan(50_000);
});
