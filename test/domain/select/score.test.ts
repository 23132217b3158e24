import { expect, test } from 'vitest';
import { classOf } from '#domain/select/classify.ts';
import { gradeOf } from '#domain/select/grade.ts';
import type { AssessedIndicator, Factor, ScoreModel } from '#domain/select/model.ts';
import { judge } from '#domain/select/points.ts';
import { referenceOf } from '#domain/select/reference.ts';
import { createScores, scoreAll } from '#domain/select/score.ts';
import { buildSheet } from '#domain/select/sheet.ts';
import { decodeSheet, encodeSheet } from '#domain/select/sheetCodec.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { weightsOf } from '#domain/select/weights.ts';
import { AS_OF, crowd, mark, random } from './samples.ts';

const name = { en: 'x', zh: 'x' };
const scale = (key: string, weight: number, missing: AssessedIndicator['missing'] = 'exclude'): AssessedIndicator => ({ kind: 'assessed', key, name, weight, missing, anchors: [name, name, name, name, name] });
const factor = (key: string, weight: number, indicators: AssessedIndicator[]): Factor => ({ key, name, weight, side: 'other', indicators });

/** past: one indicator; present: two factors of two; future: one. */
const SMALL: ScoreModel = {
  ...GENERAL_TEMPLATE,
  lenses: [
    { key: 'past', name, weight: 40, factors: [factor('p', 100, [scale('p1', 100)])] },
    { key: 'present', name, weight: 25, factors: [factor('q', 60, [scale('q1', 70), scale('q2', 30)]), factor('r', 40, [scale('r1', 50), scale('r2', 50)])] },
    { key: 'future', name, weight: 35, factors: [factor('f', 100, [scale('f1', 100)])] },
  ],
};
const score = (model: ScoreModel, ...marks: ReturnType<typeof mark>[]) => scoreAll(buildSheet(model, [{ id: 1, trade: null, marks }], { asOf: AS_OF }));

test('a fully assessed customer: the weighted sum by hand', () => {
  const scores = score(SMALL, mark('p1', 5), mark('q1', 4), mark('q2', 2), mark('r1', 3), mark('r2', 1), mark('f1', 3));
  // q = .7×75 + .3×25 = 60, r = 25, present = .6×60 + .4×25 = 46; total = .4×100 + .25×46 + .35×50 = 69
  expect(scores.present[0]).toBe(46);
  expect(scores.total[0]).toBe(69);
  expect(scores.potential[0]).toBeCloseTo((25 * 46 + 35 * 50) / 60, 4);
  expect(gradeOf(scores.grade[0]!)).toBe('B');
  expect(scores.confidence[0]).toBeCloseTo(1, 9);
});

test('what is missing is left out on every level and the rest renormalised; confidence falls', () => {
  const scores = score(SMALL, mark('q1', 5), mark('r2', 2));
  // present = .6×100 + .4×25 = 70; past and future are not there at all
  expect(scores.present[0]).toBe(70);
  expect(scores.total[0]).toBe(70);
  expect(scores.past[0]).toBeNaN();
  expect(scores.confidence[0]).toBeCloseTo(0.25 * (0.6 * 0.7 + 0.4 * 0.5), 9);
});

test('the missing policies: left out, counted as 50, counted as 0', () => {
  const under = (missing: AssessedIndicator['missing']) => {
    const model = { ...SMALL, lenses: SMALL.lenses.map((lens) => (lens.key === 'past' ? { ...lens, factors: [factor('p', 100, [scale('p1', 50), scale('p2', 50, missing)])] } : lens)) };
    return score(model, mark('p1', 5)).past[0];
  };
  expect([under('exclude'), under('neutral'), under('zero')]).toEqual([100, 75, 50]);
});

test('nothing known: no total, no grade, no class, last in the order, no rank', () => {
  const scores = scoreAll(buildSheet(SMALL, [{ id: 1, trade: null, marks: [] }, { id: 2, trade: null, marks: [mark('p1', 1)] }], { asOf: AS_OF }));
  expect(scores.total[0]).toBeNaN();
  expect([gradeOf(scores.grade[0]!), classOf(scores.class[0]!), scores.rank[0]]).toEqual([null, null, 0]);
  expect([...scores.order]).toEqual([1, 0]);
  expect(scores.total[1]).toBe(0);
  expect(scores.rank[1]).toBe(1);
});

test('a factor resting on assumptions alone is held at 70; one proven mark frees it', () => {
  expect(score(SMALL, mark('q1', 5, 'assumption'), mark('q2', 5, 'assumption')).present[0]).toBe(70);
  expect(score(SMALL, mark('q1', 5, 'assumption'), mark('q2', 5, 'hearsay')).present[0]).toBe(100);
  expect(score(SMALL, mark('q1', 2, 'assumption')).present[0]).toBe(25);
});

test('deductions come off the total, never below 0; a red line gives D and exit', () => {
  const best = [mark('p1', 5), mark('q1', 5), mark('r1', 5), mark('f1', 5)];
  expect(score(SMALL, ...best, mark('unfairCompetition', true)).total[0]).toBe(90);
  expect(score(SMALL, mark('p1', 1), mark('unfairCompetition', true)).total[0]).toBe(0);
  const vetoed = score(SMALL, ...best, mark('fraud', true));
  expect([vetoed.total[0], gradeOf(vetoed.grade[0]!), classOf(vetoed.class[0]!)]).toEqual([100, 'D', 'exit']);
});

test('grades begin exactly at their thresholds, however the sum was rounded', () => {
  const model = { ...SMALL, lenses: SMALL.lenses.map((lens) => (lens.key === 'past' ? { ...lens, factors: [factor('p', 100, [scale('p1', 33.3), scale('p2', 33.3), scale('p3', 33.4)])] } : lens)) };
  // three thirds of 75 are 75, not 74.99999999999999
  const scores = score({ ...model, grades: { S: 85, A: 75, B: 55, C: 40 } }, mark('p1', 4), mark('p2', 4), mark('p3', 4));
  expect(scores.total[0]).toBe(75);
  expect(gradeOf(scores.grade[0]!)).toBe('A');
});

test('equal totals share a rank and the next one skips (1, 2, 2, 4); ties keep the order of the ids', () => {
  const marks = [[5], [4], [4], [3]].map(([p]) => [mark('p1', p!)]);
  const scores = scoreAll(buildSheet(SMALL, marks.map((own, id) => ({ id: id + 1, trade: null, marks: own })), { asOf: AS_OF }));
  expect([...scores.rank]).toEqual([1, 2, 2, 4]);
  expect([...scores.order]).toEqual([0, 1, 2, 3]);
});

test('totals that differ by less than 1e-4 are a tie, by more are not', () => {
  const near = (w: number) => ({ ...SMALL, lenses: SMALL.lenses.map((lens) => (lens.key === 'past' ? { ...lens, factors: [factor('p', 100, [scale('p1', 100 - w), scale('p2', w)])] } : lens)) });
  const ranks = (w: number) => [...scoreAll(buildSheet(near(w), [{ id: 1, trade: null, marks: [mark('p1', 3), mark('p2', 3)] }, { id: 2, trade: null, marks: [mark('p1', 3), mark('p2', 4)] }], { asOf: AS_OF })).rank];
  expect(ranks(0.0001)).toEqual([1, 1]);
  expect(ranks(0.01)).toEqual([2, 1]);
});

/** The model walked customer by customer with plain objects: slow, and written to be read. */
function byHand(model: ScoreModel, facts: ReturnType<typeof crowd>[number], weights: ReturnType<typeof weightsOf>, reference: ReturnType<typeof referenceOf>): { total: number | null; confidence: number } {
  const marks = new Map(facts.marks.map((one) => [one.indicator, one]));
  const mean = (parts: { weight: number; score: number | null }[]): number | null => {
    const known = parts.filter((part) => part.score !== null);
    const sum = known.reduce((all, part) => all + part.weight, 0);
    return sum > 0 ? known.reduce((all, part) => all + part.weight * part.score!, 0) / sum : null;
  };
  let [f, i, confidence] = [0, 0, 0];
  const lensSum = weights.lenses.reduce((a, b) => a + b, 0);
  const lenses = model.lenses.map((lens, l) => {
    const from = f;
    const factorSum = lens.factors.reduce((sum, _, n) => sum + weights.factors[from + n]!, 0);
    return {
      weight: weights.lenses[l]!,
      score: mean(lens.factors.map((one) => {
        const at = f++;
        const first = i;
        const indicatorSum = one.indicators.reduce((sum, _, n) => sum + weights.indicators[first + n]!, 0);
        const judged = one.indicators.map((indicator) => ({ weight: weights.indicators[i++]!, ...judge(indicator, facts.trade, marks.get(indicator.key), reference) }));
        for (const each of judged) confidence += indicatorSum && factorSum && lensSum ? (weights.lenses[l]! / lensSum) * (weights.factors[at]! / factorSum) * (each.weight / indicatorSum) * each.evidence : 0;
        const score = mean(judged.map((each) => ({ weight: each.weight, score: each.points })));
        const known = judged.filter((each) => each.kind !== null);
        return { weight: weights.factors[at]!, score: score !== null && known.length > 0 && known.every((each) => each.kind === 'assumption') ? Math.min(score, model.assumptionCap) : score };
      })),
    };
  });
  const gross = mean(lenses);
  const off = model.deductions.filter((deduction) => marks.get(deduction.key)?.value === true).reduce((sum, deduction) => sum + deduction.points, 0);
  return { total: gross === null ? null : Math.max(0, gross - off), confidence };
}

test('the fast loops agree with the model walked by hand, also while weights are dragged through reused arrays', () => {
  const rows = crowd(GENERAL_TEMPLATE, 1500);
  const reference = referenceOf(GENERAL_TEMPLATE, rows.map((row) => row.trade));
  const sheet = buildSheet(GENERAL_TEMPLATE, rows, { asOf: AS_OF });
  const into = createScores(sheet);
  const next = random(99);
  const own = weightsOf(GENERAL_TEMPLATE);
  const drags = [own, { ...own, lenses: [0, 50, 50] }, { ...own, lenses: [0, 50, 50], factors: own.factors.map((w, i) => (i % 3 === 0 ? 0 : w)) },
    { ...own, indicators: own.indicators.map(() => Math.round(next() * 100)) }, { ...own, indicators: own.indicators.map((w, i) => (i === 5 ? 90 : w)) }, own];
  for (const weights of drags) {
    scoreAll(sheet, weights, into);
    const fresh = scoreAll(sheet, weights);
    expect([...into.total]).toEqual([...fresh.total]);
    expect([...into.rank]).toEqual([...fresh.rank]);
    expect([...into.confidence]).toEqual([...fresh.confidence]);
    rows.forEach((row, at) => {
      const expected = byHand(GENERAL_TEMPLATE, row, weights, reference);
      if (expected.total === null) expect(into.total[at]).toBeNaN();
      // Points are kept in hundredths: the total may differ by half of one at most.
      else expect(Math.abs(into.total[at]! - expected.total)).toBeLessThan(0.0051);
      expect(Math.abs(into.confidence[at]! - expected.confidence)).toBeLessThan(0.006);
    });
    const ordered = [...into.order].map((at) => into.total[at]!);
    ordered.forEach((total, i) => { if (i > 0 && !Number.isNaN(total)) expect(total).toBeLessThanOrEqual(ordered[i - 1]!); });
  }
});

test('a customer scores alone as it does among all, given what all are compared with', () => {
  const rows = crowd(GENERAL_TEMPLATE, 300);
  const reference = referenceOf(GENERAL_TEMPLATE, rows.map((row) => row.trade));
  const all = scoreAll(buildSheet(GENERAL_TEMPLATE, rows, { asOf: AS_OF, reference }));
  rows.forEach((row, at) => {
    const alone = scoreAll(buildSheet(GENERAL_TEMPLATE, [row], { asOf: AS_OF, reference }));
    for (const field of ['total', 'past', 'present', 'future', 'valueToday', 'potential', 'confidence', 'grade', 'class'] as const) expect(alone[field][0]).toEqual(all[field][at]);
  });
});

test('the sheet that crosses the wire gives the browser the very same scores', () => {
  const rows = crowd(GENERAL_TEMPLATE, 700);
  const sheet = buildSheet(GENERAL_TEMPLATE, rows, { asOf: AS_OF, modelVersionId: 3 });
  const bytes = encodeSheet(sheet);
  const there = decodeSheet(bytes.slice());
  expect([there.modelVersionId, there.asOf, there.count, [...there.ids]]).toEqual([3, AS_OF, 700, [...sheet.ids]]);
  expect(there.model).toEqual(GENERAL_TEMPLATE);
  const [here, browser] = [scoreAll(sheet), scoreAll(there)];
  for (const field of ['total', 'past', 'present', 'future', 'valueToday', 'potential', 'confidence', 'grade', 'class', 'order', 'rank'] as const) expect([...browser[field]]).toEqual([...here[field]]);
  expect(() => decodeSheet(bytes.slice(0, bytes.length - 9))).toThrow(RangeError);
  expect(() => decodeSheet(new TextEncoder().encode('<!doctype html>'))).toThrow(RangeError);
});

test('columns nobody has filled do not cross the wire', () => {
  const rows = crowd(GENERAL_TEMPLATE, 500);
  const bare = encodeSheet(buildSheet(GENERAL_TEMPLATE, rows.map((row) => ({ ...row, marks: [] })), { asOf: AS_OF }));
  const full = encodeSheet(buildSheet(GENERAL_TEMPLATE, rows, { asOf: AS_OF }));
  expect(full.length - bare.length).toBeGreaterThanOrEqual(21 * 500 * 3);
});

test('classes by value and potential, in the order of the rules', () => {
  const sheet = buildSheet(SMALL, [{ id: 1, trade: null, marks: [mark('p1', 5), mark('q1', 5), mark('f1', 4)] }], { asOf: AS_OF });
  // No trade factor: value is unknown, so high potential is growth unless the grade is S.
  expect(classOf(scoreAll(sheet).class[0]!)).toBe('strategic');
  expect(classOf(score(SMALL, mark('q1', 4), mark('f1', 4)).class[0]!)).toBe('growth');
  expect(classOf(score(SMALL, mark('q1', 2), mark('f1', 2)).class[0]!)).toBe('maintain');
});
