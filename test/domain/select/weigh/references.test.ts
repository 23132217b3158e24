import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ahp } from '#domain/select/weigh/ahp.ts';
import { entropyWeights } from '#domain/select/mcda/entropyWeights.ts';
import { dominated } from '#domain/select/mcda/problem.ts';
import { sensitivity } from '#domain/select/mcda/sensitivity.ts';
import { topsis } from '#domain/select/mcda/topsis.ts';
import { weightedProduct } from '#domain/select/mcda/weightedProduct.ts';
import { weightedSum } from '#domain/select/mcda/weightedSum.ts';
import { sharedData } from '../../../sharedData.ts';

const file = sharedData('05_mcda/mcda_references.json');
const better = (types: readonly number[]) => types.map((type) => (type < 0 ? 'lower' as const : 'higher' as const));
const within = (got: readonly number[], wanted: readonly number[], tolerance: number) => {
  expect(got).toHaveLength(wanted.length);
  got.forEach((value, n) => expect(Math.abs(value - wanted[n]!), `place ${n}: ${value} for ${wanted[n]}`).toBeLessThanOrEqual(tolerance));
};

describe.skipIf(!file)('published examples (shared data)', () => {
  const { cases } = JSON.parse(file ? readFileSync(file, 'utf8') : '{"cases":[]}') as { cases: { name: string; inputs: any; expected: any; recomputed: any; order?: any; tolerance: number }[] };
  const of = (name: string) => cases.find((one) => one.name === name)!;
  const met = new Set<string>();
  const meets = (name: string, work: (one: ReturnType<typeof of>) => void) => test(name, () => {
    work(of(name));
    met.add(name);
  });

  meets('ahp_drinks_Saaty2008', ({ inputs, expected, recomputed, tolerance }) => {
    const found = ahp(inputs.matrix);
    within(found.weights, inputs.order.map((drink: string) => expected.weights[drink]), tolerance);
    within(found.weights, recomputed.weights_eigenvector, 1e-6);
    expect(found.cr).toBeCloseTo(recomputed.CR_Saaty1980_RI, 5);
    within([found.lambdaMax, found.ci], [recomputed.lambda_max, recomputed.CI], 1e-6);
    within(ahp(inputs.matrix, { derivation: 'geometric' }).weights, recomputed.weights_row_geometric_mean, 1e-6);
  });

  meets('ahp_leader_wikipedia', ({ inputs, order, expected, recomputed, tolerance }) => {
    const top = ahp(inputs.Criteria);
    within(top.weights, order.Criteria.map((one: string) => expected.criteria_weights_published[one]), tolerance);
    expect(Math.abs(top.cr! - expected.CR_published)).toBeLessThanOrEqual(tolerance);
    for (const [name, wanted] of Object.entries<any>(recomputed)) {
      const found = ahp(inputs[name]);
      within(found.weights, wanted.weights_eigenvector, 1e-6);
      within([found.lambdaMax, found.ci, found.cr!], [wanted.lambda_max, wanted.CI, wanted.CR_Saaty1980_RI], 1e-6);
      within(ahp(inputs[name], { derivation: 'geometric' }).weights, wanted.weights_row_geometric_mean, 1e-6);
    }
    // The hierarchy: what each person is worth is the sum of the criteria's weights times the weights under them.
    ['Moll', 'Nell', 'Sue'].forEach((person, n) => {
      const worth = order.Criteria.reduce((sum: number, criterion: string, c: number) => sum + top.weights[c]! * ahp(inputs[criterion]).weights[n]!, 0);
      expect(Math.abs(worth - expected.global[person])).toBeLessThan(1e-6);
    });
  });

  meets('ahp_cr_3x3_RI_table_matters', ({ inputs, expected, recomputed, tolerance }) => {
    const old = ahp(inputs.matrix);
    const newer = ahp(inputs.matrix, { table: 'saaty2005' });
    within(old.weights, recomputed.weights, 1e-6);
    within([old.ci], [recomputed.CI], 1e-8);
    within([old.ci, old.cr!, newer.cr!], [expected.CI, expected['CR_with_RI_0.58_(Saaty 1980)'], expected['CR_with_RI_0.52']], tolerance);
  });

  meets('topsis_tzeng_huang_2011', ({ inputs, expected, recomputed, tolerance }) => {
    const found = topsis({ values: inputs.matrix, weights: inputs.weights, better: better(inputs.types) });
    within(found.scores, expected.closeness, tolerance);
    within(found.scores, recomputed, 1e-8);
    expect(found.ranks).toEqual(expected.rank);
  });

  meets('weighted_sum_kracka_2010', ({ inputs, expected, tolerance }) => {
    const found = weightedSum({ values: inputs.matrix, weights: inputs.weights, better: better(inputs.types) });
    within(found.scores, expected.score, tolerance);
    expect(found).toMatchObject({ ranks: expected.rank, weightSum: 140, variant: 'weighted sum, sum' });
  });

  meets('weighted_product_wikipedia', ({ inputs, expected, tolerance }) => {
    const found = weightedProduct({ values: inputs.matrix, weights: inputs.weights, better: better(inputs.types) });
    within(found.scores, expected.log10_score, tolerance);
    expect(found.ranks).toEqual(expected.rank);
  });

  meets('simple_stock_selection', ({ inputs, expected, tolerance }) => {
    const problem = { values: inputs.matrix, weights: inputs.weights, better: better(inputs.types) };
    const [sum, closeness] = [weightedSum(problem), topsis(problem)];
    within(sum.scores, expected.wsm_score, tolerance);
    within(closeness.scores, expected.topsis_closeness, tolerance);
    expect([sum.ranks, closeness.ranks]).toEqual([expected.wsm_rank, expected.topsis_rank]);
    expect(dominated(problem, { strictly: true }).map((at) => inputs.alternatives[at])).toEqual(expected.dominated);
    // MM is beaten by GN on two criteria and equal on the third.
    expect(dominated(problem).map((at) => inputs.alternatives[at])).toEqual(['FX', 'MM']);
  });

  meets('weighted_sum_pymcdm', ({ inputs, expected, recomputed, tolerance }) => {
    const problem = { values: inputs.matrix, weights: inputs.weights, better: better(inputs.types) };
    const asGiven = weightedSum(problem, { scaleWeights: false });
    within(asGiven.scores, expected.score, tolerance);
    within(asGiven.scores, recomputed, 1e-6);
    // By default weights that add to 2 are scaled, and the answer says what they added to.
    const scaled = weightedSum(problem);
    expect(scaled.weightSum).toBeCloseTo(2, 12);
    within(scaled.scores, asGiven.scores.map((score) => score / 2), 1e-12);
  });

  meets('entropy_weights_elsayed_2017', ({ inputs, expected, recomputed, tolerance }) => {
    within(entropyWeights(inputs.matrix), expected.weights, tolerance);
    within(entropyWeights(inputs.matrix), recomputed, 1e-8);
  });

  meets('sensitivity_triantaphyllou_sanchez_1997', ({ inputs, expected, tolerance }) => {
    const found = sensitivity({ values: inputs.matrix, weights: inputs.weights });
    within(found.scores, expected.preference, tolerance);
    for (const [name, i, j] of [['pair_A1_A2', 0, 1], ['pair_A1_A3', 0, 2], ['pair_A2_A3', 1, 2]] as const) {
      const { reversals } = found.pairs.find((pair) => pair.i === i && pair.j === j)!;
      expect(reversals.map((one) => one === null)).toEqual(expected[name].map((one: unknown) => one === null));
      reversals.forEach((one, k) => {
        if (!one) return;
        expect(Math.abs(one.change - expected[name][k].abs)).toBeLessThanOrEqual(tolerance * 4);
        expect(Math.abs(one.relative! * 100 - expected[name][k].rel_pct)).toBeLessThanOrEqual(0.3);
      });
    }
    // The published conclusion: the third criterion for the first place, the first one for any pair.
    expect([found.criticalTop, found.criticalAny]).toEqual([2, 0]);
  });

  test('none was left out', () => expect([...met].toSorted()).toEqual(cases.map((one) => one.name).toSorted()));
});
