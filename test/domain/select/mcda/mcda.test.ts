import { describe, expect, test } from 'vitest';
import type { Refusal } from '#domain/refusal.ts';
import { entropyWeights } from '#domain/select/mcda/entropyWeights.ts';
import { dominated, ranksOf, type Problem } from '#domain/select/mcda/problem.ts';
import { sensitivity } from '#domain/select/mcda/sensitivity.ts';
import { topsis } from '#domain/select/mcda/topsis.ts';
import { vikor } from '#domain/select/mcda/vikor.ts';
import { weightedProduct } from '#domain/select/mcda/weightedProduct.ts';
import { weightedSum } from '#domain/select/mcda/weightedSum.ts';
import { random } from '../samples.ts';

/** Three suppliers of ours: quality (more is better), delivery days (less is). */
const SUPPLIERS: Problem = { values: [[80, 10], [60, 5], [90, 20]], weights: [3, 1], better: ['higher', 'lower'] };
const fieldsOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return (error as Refusal).fields.map(({ path, reason }) => `${path} ${reason}`);
  }
  return [];
};

describe('weighted sum', () => {
  test('by hand, under each normalisation; the answer names it and what the weights added to', () => {
    const by = (normalisation: 'sum' | 'max' | 'minmax' | 'vector') => weightedSum(SUPPLIERS, { normalisation });
    expect(by('max')).toMatchObject({ variant: 'weighted sum, max', weightSum: 4 });
    [80 / 90 * 0.75 + 0.5 * 0.25, 60 / 90 * 0.75 + 0.25, 0.75 + 0.25 * 0.25].forEach((score, i) => expect(by('max').scores[i]).toBeCloseTo(score, 12));
    [2 / 3 * 0.75 + 10 / 15 * 0.25, 0.25, 0.75].forEach((score, i) => expect(by('minmax').scores[i]).toBeCloseTo(score, 12));
    [[80, 0.1], [60, 0.2], [90, 0.05]].forEach(([q, d], i) => expect(by('sum').scores[i]).toBeCloseTo(q! / 230 * 0.75 + d! / 0.35 * 0.25, 12));
    const [quality, days] = [Math.sqrt(80 ** 2 + 60 ** 2 + 90 ** 2), Math.sqrt(10 ** 2 + 5 ** 2 + 20 ** 2)];
    [[80, 10], [60, 5], [90, 20]].forEach(([q, d], i) => expect(by('vector').scores[i]).toBeCloseTo(q! / quality * 0.75 + (1 - d! / days) * 0.25, 12));
    expect(by('minmax').ranks).toEqual([2, 3, 1]);
  });

  test('under min–max one more alternative may re-rank the others', () => {
    const two: Problem = { values: [[10, 5], [8, 8]], weights: [1, 1] };
    const three: Problem = { ...two, values: [...two.values, [0, 5.2]] };
    expect(weightedSum(two, { normalisation: 'minmax' }).ranks).toEqual([1, 1]);
    expect(weightedSum(three, { normalisation: 'minmax' }).ranks.slice(0, 2)).toEqual([2, 1]);
  });

  test('a column in which all are equal changes nothing', () => {
    for (const normalisation of ['sum', 'max', 'minmax', 'vector'] as const) {
      expect(weightedSum({ values: [[3, 7], [5, 7]], weights: [1, 1] }, { normalisation }).ranks).toEqual([2, 1]);
    }
    expect(weightedSum({ values: [[0, 1], [0, 2]], weights: [1, 1] }, { normalisation: 'sum' }).ranks).toEqual([2, 1]);
  });
});

describe('weighted product', () => {
  test('by hand: does not depend on the scale of a criterion', () => {
    const { scores, products } = weightedProduct(SUPPLIERS);
    [[80, 0.1], [60, 0.2], [90, 0.05]].forEach(([q, d], i) => {
      expect(products[i]).toBeCloseTo((q! / 230) ** 0.75 * (d! / 0.35) ** 0.25, 12);
      expect(10 ** scores[i]!).toBeCloseTo(products[i]!, 12);
    });
    expect(weightedProduct({ ...SUPPLIERS, values: SUPPLIERS.values.map(([q, d]) => [q! * 1000, d! / 24]) }).ranks).toEqual(weightedProduct(SUPPLIERS).ranks);
  });

  test('zero and negative values are refused where they stand', () => {
    expect(fieldsOf(() => weightedProduct({ values: [[1, 0], [-2, 3]], weights: [1, 1] }))).toEqual(['values.0.1 not_positive', 'values.1.0 not_positive']);
  });
});

describe('TOPSIS', () => {
  test('the same values may have another winner under another normalisation', () => {
    const next = random(5);
    const winners = Array.from({ length: 200 }, () => {
      const problem: Problem = { values: Array.from({ length: 4 }, () => [1 + next() * 9, 100 + next() * 10, 1 + next() * 2]), weights: [1, 1, 1] };
      return [topsis(problem).ranks.indexOf(1), topsis(problem, { normalisation: 'minmax' }).ranks.indexOf(1)];
    });
    expect(winners.some(([vector, minmax]) => vector !== minmax)).toBe(true);
    expect(topsis(SUPPLIERS, { normalisation: 'minmax' }).variant).toBe('TOPSIS, minmax');
  });

  test('best and worst of everything are 1 and 0; costs keep their direction; equals are 0.5', () => {
    expect(topsis({ values: [[9, 1], [1, 9], [5, 5]], weights: [1, 1], better: ['higher', 'lower'] }).scores.map((score) => Math.round(score * 1e9) / 1e9)).toEqual([1, 0, 0.5]);
    expect(topsis({ values: [[3, 3], [3, 3]], weights: [1, 2] })).toMatchObject({ scores: [0.5, 0.5], ranks: [1, 1] });
  });
});

describe('VIKOR', () => {
  test('by hand: lower is better, 0 is the best compromise', () => {
    const found = vikor(SUPPLIERS);
    // Regrets: quality (90 − q) / 30 × 0.75, days (d − 5) / 15 × 0.25.
    const s = [1 / 3 * 0.75 + 1 / 3 * 0.25, 0.75, 0.25];
    const r = [0.25, 0.75, 0.25];
    s.forEach((value, i) => expect(found.s[i]).toBeCloseTo(value, 12));
    r.forEach((value, i) => expect(found.r[i]).toBeCloseTo(value, 12));
    s.forEach((value, i) => expect(found.scores[i]).toBeCloseTo(0.5 * (value - 0.25) / 0.5 + 0.5 * (r[i]! - 0.25) / 0.5, 12));
    expect(found).toMatchObject({ variant: 'VIKOR', v: 0.5, ranks: [2, 3, 1] });
  });
});

describe('entropy weights', () => {
  test('by hand: a criterion that tells nobody apart weighs nothing', () => {
    expect(entropyWeights([[1, 5], [3, 5]])).toEqual([1, 0]);
    const p = [0.25, 0.75], q = [0.4, 0.6];
    const entropy = (parts: number[]) => -parts.reduce((sum, part) => sum + part * Math.log(part), 0) / Math.log(2);
    const whole = 2 - entropy(p) - entropy(q);
    entropyWeights([[1, 2], [3, 3]]).forEach((weight, j) => expect(weight).toBeCloseTo((1 - entropy(j === 0 ? p : q)) / whole, 12));
    expect(entropyWeights([[4, 4], [4, 4]])).toEqual([0.5, 0.5]);
  });
  test('what has no shares is refused', () => {
    expect(fieldsOf(() => entropyWeights([[1, 2]]))).toEqual(['values not_positive']);
    expect(fieldsOf(() => entropyWeights([[1, -2], [1, 1]]))).toEqual(['values not_positive']);
    expect(fieldsOf(() => entropyWeights([[1, 0], [1, 0]]))).toEqual(['values.*.1 not_positive']);
  });
});

describe('sensitivity', () => {
  test('the stated change of one weight makes the two equal, and nothing smaller does (tried)', () => {
    const next = random(9);
    for (let round = 0; round < 20; round++) {
      const values = Array.from({ length: 4 }, () => Array.from({ length: 3 }, () => next()));
      const given = [1 + next(), 1 + next(), 1 + next()];
      const sum = given.reduce((a, b) => a + b);
      const weights = given.map((weight) => weight / sum);
      const lead = (i: number, j: number, k: number, change: number) => {
        const moved = weights.map((weight, n) => (n === k ? weight - change : weight));
        return values[i]!.reduce((total, value, n) => total + (value - values[j]![n]!) * moved[n]!, 0);
      };
      for (const { i, j, reversals } of sensitivity({ values, weights: given }).pairs) {
        reversals.forEach((one, k) => {
          if (!one) return expect(lead(i, j, k, weights[k]!)).toBeGreaterThan(-1e-12);
          expect(lead(i, j, k, one.change)).toBeCloseTo(0, 12);
          expect(lead(i, j, k, one.change * 0.99)).toBeGreaterThan(0);
          expect(one.relative).toBeCloseTo(one.change / weights[k]!, 12);
        });
      }
    }
  });

  test('a criterion that carries the lead is critical; one without weight has no relative change', () => {
    const found = sensitivity({ values: [[1, 0, 0.5], [0, 0.9, 0.5]], weights: [0.5, 0.5, 0] });
    expect(found.criticalTop).toBe(0);
    expect(found.pairs[0]!.reversals[2]).toBeNull();
    expect(sensitivity({ values: [[1, 0], [0, 0.9]], weights: [1, 0] }).pairs[0]!.reversals[1]).toMatchObject({ relative: null });
    expect(sensitivity({ values: [[1, 1], [1, 1]], weights: [1, 1] })).toMatchObject({ pairs: [], criticalAny: null, criticalTop: null });
  });
});

describe('every method', () => {
  test('refuses what is no choice, with the place of each fault', () => {
    for (const method of [weightedSum, weightedProduct, topsis, vikor, sensitivity]) {
      expect(fieldsOf(() => method({ values: [[1, 2], [3]], weights: [1, 1] }))).toEqual(['values.1 not_square']);
      expect(fieldsOf(() => method({ values: [[1, Number.NaN]], weights: [1, -1] }))).toEqual(['values.0.1 invalid_type', 'weights.1 negative']);
      expect(fieldsOf(() => method({ values: [[1, 2]], weights: [0, 0] }))).toEqual(['weights all_zero']);
      expect(fieldsOf(() => method({ values: [], weights: [1] }))).toEqual(['values required']);
    }
    expect(fieldsOf(() => weightedSum({ values: [[1], [0]], weights: [1], better: ['lower'] }))).toEqual(['values.*.0 not_positive']);
    expect(fieldsOf(() => weightedSum({ values: [[1], [-1]], weights: [1] }, { normalisation: 'max' }))).toEqual(['values.*.0 not_positive']);
  });

  test('ties share a rank in spite of rounding', () => {
    expect(ranksOf([0.1 + 0.2, 0.3, 0.5])).toEqual([2, 2, 1]);
    expect(ranksOf([0.1 + 0.2, 0.3, 0.5], true)).toEqual([1, 1, 3]);
  });

  test('who is beaten on everything is found', () => {
    expect(dominated({ values: [[5, 2], [4, 3], [5, 3]], weights: [1, 1], better: ['higher', 'lower'] })).toEqual([1, 2]);
    expect(dominated({ values: [[5, 2], [4, 3], [5, 3]], weights: [1, 1], better: ['higher', 'lower'] }, { strictly: true })).toEqual([1]);
  });
});
