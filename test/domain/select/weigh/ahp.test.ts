import { describe, expect, test } from 'vitest';
import type { Refusal } from '#domain/refusal.ts';
import { ahp } from '#domain/select/weigh/ahp.ts';
import { comparisonsOf, entriesOf, SCALE, type Comparisons } from '#domain/select/weigh/comparisons.ts';
import { complete } from '#domain/select/weigh/complete.ts';
import { groupComparisons } from '#domain/select/weigh/group.ts';
import { consistencyLimit, incompleteRandomIndex, randomIndex } from '#domain/select/weigh/randomIndex.ts';
import { consistent, lambdaBySquaring, leastLambda, randomEntries, withSlip } from './samples.ts';

const FOUR = { price: 8, brand: 4, service: 2, reach: 1 };
const refusalOf = (work: () => unknown): Refusal => {
  try {
    work();
  } catch (error) {
    return error as Refusal;
  }
  throw new Error('nothing was refused');
};

describe('weights', () => {
  test('comparisons without a contradiction give back the weights they came from, by both derivations', () => {
    for (const derivation of ['eigenvector', 'geometric'] as const) {
      const found = ahp(consistent(FOUR), { derivation });
      found.weights.forEach((weight, n) => expect(weight).toBeCloseTo([8, 4, 2, 1][n]! / 15, 14));
      expect(found).toMatchObject({ lambdaMax: 4, ci: 0, cr: 0, consistent: true, worst: null, triad: null, missing: [], derivation, table: 'saaty1980' });
      expect(found.percent).toEqual([53.3, 26.7, 13.3, 6.7]);
    }
  });

  test('of three items λmax has a closed form: 1 + q + 1/q with q³ = a₁₂ a₂₃ / a₁₃', () => {
    const found = ahp([[1, 2, 7], [1 / 2, 1, 5], [1 / 7, 1 / 5, 1]]);
    const q = Math.cbrt((2 * 5) / 7);
    expect(found.lambdaMax).toBeCloseTo(1 + q + 1 / q, 13);
    expect(found.ci).toBeCloseTo((q + 1 / q - 2) / 2, 13);
    expect(found.cr).toBeCloseTo((q + 1 / q - 2) / 2 / 0.58, 13);
    // Of three items the geometric means are the eigenvector.
    ahp([[1, 2, 7], [1 / 2, 1, 5], [1 / 7, 1 / 5, 1]], { derivation: 'geometric' }).weights.forEach((weight, n) => expect(weight).toBeCloseTo(found.weights[n]!, 13));
  });

  test('matrices at random: A w = λ w, λ as by squaring, geometric means as by hand', () => {
    for (const size of [4, 7, 12, 20]) {
      const [matrix] = randomEntries(size, 0, size).take(1).toArray() as number[][][];
      const { weights, lambdaMax, percent } = ahp(matrix!);
      expect(lambdaMax / lambdaBySquaring(matrix!)).toBeCloseTo(1, 11);
      matrix!.forEach((row, i) => expect(row.reduce((sum, entry, j) => sum + entry * weights[j]!, 0) / (lambdaMax * weights[i]!)).toBeCloseTo(1, 11));
      expect(Math.round(percent.reduce((a, b) => a + b, 0) * 10)).toBe(1000);
      const means = matrix!.map((row) => row.reduce((product, entry) => product * entry ** (1 / size), 1));
      ahp(matrix!, { derivation: 'geometric' }).weights.forEach((weight, i) => expect(weight).toBeCloseTo(means[i]! / means.reduce((a, b) => a + b), 12));
    }
  });

  test('all comparisons in a circle at the ends of the scale: nothing is slower, and it ends', () => {
    const { weights, cr } = ahp([[1, 9, 1 / 9], [1 / 9, 1, 9], [9, 1 / 9, 1]]);
    weights.forEach((weight) => expect(weight).toBeCloseTo(1 / 3, 12));
    expect(cr).toBeGreaterThan(5);
  });

  test('one or two items cannot contradict themselves: there is no ratio', () => {
    expect(ahp({ items: ['a'], pairs: [] })).toMatchObject({ weights: [1], percent: [100], ci: 0, cr: null, consistent: true });
    expect(ahp([[1, 3], [1 / 3, 1]])).toMatchObject({ weights: [0.75, 0.25], percent: [75, 25], lambdaMax: 2, ri: null, cr: null, consistent: true, worst: null });
  });
});

describe('consistency', () => {
  test('the same comparisons have another ratio by another table, and beyond a table none', () => {
    const matrix = [[1, 2, 7], [1 / 2, 1, 5], [1 / 7, 1 / 5, 1]];
    const { ci } = ahp(matrix);
    for (const [table, ri] of [['saaty1980', 0.58], ['saaty2005', 0.52], ['alonso-lamata', 0.5245], ['donegan-dodd', 0.4914]] as const) {
      expect(ahp(matrix, { table })).toMatchObject({ table, ri, cr: ci / ri });
    }
    expect([randomIndex(15), randomIndex(16), randomIndex(20, 'donegan-dodd')]).toEqual([1.59, null, 1.5371]);
    const [large] = randomEntries(16, 0, 5).take(1).toArray();
    expect(ahp(large!)).toMatchObject({ ri: null, cr: null, consistent: null });
  });

  test('limits: 0.10, or stricter for three and four items', () => {
    expect([3, 4, 5].map((size) => consistencyLimit(size, 'saaty'))).toEqual([0.1, 0.1, 0.1]);
    expect([3, 4, 5].map((size) => consistencyLimit(size, 'strict'))).toEqual([0.05, 0.08, 0.1]);
    const matrix = [[1, 2, 7], [1 / 2, 1, 2], [1 / 7, 1 / 2, 1]];
    expect(ahp([[1, 3, 5], [1 / 3, 1, 3], [1 / 5, 1 / 3, 1]])).toMatchObject({ limit: 0.1, consistent: true });
    expect(ahp(matrix, { rule: 'strict' }).limit).toBe(0.05);
    const middling = [[1, 2, 9], [1 / 2, 1, 2], [1 / 9, 1 / 2, 1]];
    expect([ahp(middling).consistent, ahp(middling, { rule: 'strict' }).consistent]).toEqual([true, false]);
  });

  test('the slip is found among five, with the value the others imply and the ratio that results', () => {
    const clean = consistent({ a: 16, b: 8, c: 4, d: 2, e: 1 });
    const given = withSlip({ ...clean, pairs: clean.pairs.map((pair) => ({ ...pair, value: Math.min(9, pair.value) })) }, 'b', 'd', 1 / 5);
    const found = ahp(given);
    expect(found.cr).toBeGreaterThan(0.1);
    expect(found.worst).toMatchObject({ left: 'b', right: 'd', given: 1 / 5 });
    expect(found.worst!.fits).toBe(4);
    expect(found.worst!.crThen).toBeCloseTo(ahp(withSlip(given, 'b', 'd', 4)).cr!, 9);
    expect(found.worst!.crThen).toBeLessThan(0.1);
    expect(found.triad!.items).toEqual(expect.arrayContaining(['b', 'd']));
    expect(found.triad!.implied).toBeCloseTo(found.triad!.first * found.triad!.second, 12);
  });

  test('no other comparison set to any value of the scale helps more (all of them tried)', () => {
    for (const entries of randomEntries(5, 0, 3).take(4)) {
      const { comparisons } = comparisonsOf(entries);
      const { worst } = ahp(comparisons);
      let least = { cr: Infinity, pair: '' };
      for (const { left, right, value } of comparisons.pairs) {
        for (const other of SCALE.filter((one) => one !== value)) {
          const { cr } = ahp(withSlip(comparisons, left, right, other));
          if (cr! < least.cr - 1e-9) least = { cr: cr!, pair: `${left} ${right} ${other}` };
        }
      }
      expect(worst!.crThen).toBeCloseTo(least.cr, 8);
      expect(`${worst!.left} ${worst!.right} ${worst!.fits}`).toBe(least.pair);
    }
  });

  test('in a circle of three any one may be the slip; the comparison is said the way round it was given', () => {
    const found = ahp({ items: ['x', 'y', 'z'], pairs: [{ left: 'y', right: 'x', value: 1 / 2 }, { left: 'y', right: 'z', value: 2 }, { left: 'z', right: 'x', value: 4 }] });
    expect(found.worst!.crThen).toBeCloseTo(0, 9);
    expect(found.worst).toMatchObject({ left: 'y', right: 'x', given: 1 / 2 });
    expect(found.triad).toMatchObject({ first: 2, second: 2, direct: 1 / 4, implied: 4 });
  });
});

describe('missing comparisons', () => {
  test('a chain says everything: the rest follows, and nothing can contradict', () => {
    const found = ahp({ items: ['a', 'b', 'c', 'd'], pairs: [{ left: 'a', right: 'b', value: 3 }, { left: 'c', right: 'b', value: 2 }, { left: 'c', right: 'd', value: 5 }] });
    [3, 1, 2, 0.4].forEach((part, n) => expect(found.weights[n]).toBeCloseTo(part / 6.4, 9));
    expect(found.lambdaMax).toBe(4);
    expect(found.missing.map(({ left, right }) => `${left}${right}`)).toEqual(['ac', 'ad', 'bd']);
    expect(found.missing[0]!.value).toBeCloseTo(1.5, 8);
    expect(found).toMatchObject({ cr: 0, crIncomplete: null, consistent: true, worst: null });
  });

  test('the missing ones are those that leave λmax least (searched one by one)', () => {
    for (const [size, missing, seed] of [[4, 1, 1], [4, 2, 2], [5, 3, 3], [6, 5, 4]] as const) {
      const [entries] = randomEntries(size, missing, seed).take(1).toArray();
      const { matrix, lambdaMax } = complete(entries!);
      expect(lambdaMax).toBeCloseTo(leastLambda(entries!), 9);
      entries!.forEach((row, i) => row.forEach((value, j) => value !== null && expect(matrix[i * size + j]).toBe(value)));
    }
  });

  test('few comparisons contradict one another less: the random index shrinks with them (simulated)', () => {
    for (const [size, missing] of [[4, 1], [5, 3], [6, 4]] as const) {
      const sample = randomEntries(size, missing, 11).take(400).map((entries) => (complete(entries).lambdaMax - size) / (size - 1)).toArray();
      const mean = sample.reduce((a, b) => a + b) / sample.length;
      expect(Math.abs(mean / incompleteRandomIndex(size, missing, 'alonso-lamata')! - 1)).toBeLessThan(0.12);
    }
    expect(incompleteRandomIndex(4, 3)).toBeNull();
    const found = ahp({ items: ['a', 'b', 'c', 'd'], pairs: [{ left: 'a', right: 'b', value: 2 }, { left: 'b', right: 'c', value: 2 }, { left: 'a', right: 'c', value: 8 }, { left: 'c', right: 'd', value: 2 }] });
    expect(found.crIncomplete! / found.cr!).toBeCloseTo(1 / (1 - 2 / 3), 9);
    expect(found.consistent).toBe(Math.max(found.cr!, found.crIncomplete!) <= 0.1);
  });

  test('items that hang loose are named', () => {
    const loose: Comparisons = { items: ['a', 'b', 'c', 'd', 'e'], pairs: [{ left: 'a', right: 'b', value: 2 }, { left: 'b', right: 'c', value: 2 }, { left: 'd', right: 'e', value: 2 }] };
    const refused = refusalOf(() => ahp(loose));
    expect(refused).toMatchObject({ code: 'invalid', fields: [{ path: 'pairs', reason: 'not_connected' }] });
    expect(refused.message).toContain('d, e');
    expect(refusalOf(() => ahp({ items: ['a', 'b'], pairs: [] })).message).toContain('connects b');
  });
});

describe('input', () => {
  test('every fault is named with its path', () => {
    const refused = refusalOf(() => ahp({ items: ['a', 'b', 'c'], pairs: [
      { left: 'a', right: 'b', value: 3 }, { left: 'b', right: 'a', value: 2 }, { left: 'a', right: 'a', value: 1 }, { left: 'a', right: 'x', value: 10 }, { left: 'b', right: 'c', value: 0 }, { left: 'a', right: 'c', value: Number.NaN },
    ] }));
    expect(refused.fields.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      'pairs.1 pair_twice', 'pairs.2.right same_item', 'pairs.3.right unknown_item', 'pairs.3.value out_of_scale', 'pairs.4.value out_of_scale', 'pairs.5.value out_of_scale',
    ]);
    expect(refusalOf(() => ahp({ items: ['a', 'a'], pairs: [] })).fields[0]).toMatchObject({ path: 'items', reason: 'items_unfit' });
    expect(refusalOf(() => ahp({ items: Array.from({ length: 21 }, (_, n) => `${n}`), pairs: [] })).fields[0]!.reason).toBe('items_unfit');
  });

  test('a printed matrix: rounded reciprocals pass, wrong ones do not', () => {
    expect(ahp([[1, 3, 9], [0.333, 1, 3], [0.111, 0.333, 1]])).toMatchObject({ cr: 0 });
    expect(refusalOf(() => ahp([[1, 3], [0.5, 1]])).fields[0]).toMatchObject({ path: 'matrix.1.0', reason: 'not_reciprocal' });
    expect(refusalOf(() => ahp([[1, 3], [1 / 3]])).fields[0]).toMatchObject({ path: 'matrix', reason: 'not_square' });
    expect(refusalOf(() => ahp([[2, 3], [1 / 3, 1]])).fields[0]).toMatchObject({ path: 'matrix.0.0', reason: 'not_reciprocal' });
    expect(entriesOf(comparisonsOf([[1, null], [4, 1]]).comparisons)).toEqual([[1, 1 / 4], [4, 1]]);
  });
});

describe('several people', () => {
  test('the geometric mean of each entry: opposite judgements cancel out, whatever way round they are given', () => {
    const { items, pairs } = groupComparisons([
      { items: ['a', 'b', 'c'], pairs: [{ left: 'a', right: 'b', value: 3 }, { left: 'a', right: 'c', value: 2 }] },
      { items: ['c', 'b', 'a'], pairs: [{ left: 'b', right: 'a', value: 3 }, { left: 'c', right: 'a', value: 1 / 8 }, { left: 'b', right: 'c', value: 5 }] },
    ]);
    expect(items).toEqual(['a', 'b', 'c']);
    expect(pairs.map(({ left, right, people }) => [left, right, people])).toEqual([['a', 'b', 2], ['a', 'c', 2], ['b', 'c', 1]]);
    [1, 4, 5].forEach((value, n) => expect(pairs[n]!.value).toBeCloseTo(value, 12));
  });

  test('people who agree are one person', () => {
    const one = withSlip(consistent(FOUR), 'price', 'reach', 5);
    const { pairs } = groupComparisons([one, one, one]);
    ahp({ items: one.items, pairs }).weights.forEach((weight, n) => expect(weight).toBeCloseTo(ahp(one).weights[n]!, 12));
  });
});
