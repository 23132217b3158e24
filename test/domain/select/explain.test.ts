import { expect, test } from 'vitest';
import { explain } from '#domain/select/explain.ts';
import { GRADES, type ScoreModel } from '#domain/select/model.ts';
import { referenceOf } from '#domain/select/reference.ts';
import { scoreAll } from '#domain/select/score.ts';
import { buildSheet } from '#domain/select/sheet.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { indicatorsOf } from '#domain/select/weights.ts';
import { AS_OF, crowd, mark } from './samples.ts';

const rows = crowd(GENERAL_TEMPLATE, 250, 11);
const reference = referenceOf(GENERAL_TEMPLATE, rows.map((row) => row.trade));
const under = { modelVersionId: 4, asOf: AS_OF, reference };
const whole = (points: number) => Math.round(points * 10_000);

test('the bars of the waterfall add to the total exactly, whoever it is', () => {
  const scores = scoreAll(buildSheet(GENERAL_TEMPLATE, rows, under));
  rows.forEach((row, at) => {
    const why = explain(GENERAL_TEMPLATE, row, under);
    if (why.total === null) {
      expect(scores.total[at]).toBeNaN();
      return;
    }
    expect(why.total).toBe(scores.total[at]);
    expect(why.grade).toBe(GRADES[scores.grade[at]!]);
    const bars = why.indicators.reduce((sum, bar) => sum + whole(bar.contribution), 0) - why.deductions.reduce((sum, one) => sum + whole(one.points), 0);
    expect(bars).toBe(whole(why.total));
    expect(why.indicators.reduce((sum, bar) => sum + bar.effectiveWeight, 0)).toBeCloseTo(1, 9);
    expect(why.indicators.reduce((sum, bar) => sum + bar.weight, 0)).toBeCloseTo(1, 9);
    expect(why.confidence).toBeCloseTo(why.indicators.reduce((sum, bar) => sum + bar.weight * bar.evidence, 0), 2);
    for (const bar of why.indicators) {
      expect(bar.state === 'missing').toBe(bar.raw === null);
      // A bar is its points at its effective weight, less where its factor is held down.
      expect(bar.contribution).toBeLessThanOrEqual((bar.points ?? 0) * bar.effectiveWeight + 2e-4);
    }
  });
});

test('states: seen is proven, guessed is assumed, old is stale, nothing is missing', () => {
  const facts = { id: 1, trade: null, marks: [mark('funding', 4), mark('brand', 3, 'assumption'), mark('strategicFit', 3, 'inferred'), mark('culturalFit', 3, 'observed', '2023-01-01')] };
  const state = (key: string) => explain(GENERAL_TEMPLATE, facts, under).indicators.find((bar) => bar.key === key)!.state;
  expect([state('funding'), state('brand'), state('strategicFit'), state('culturalFit'), state('revenue')]).toEqual(['proven', 'assumed', 'assumed', 'stale', 'missing']);
});

test('deductions are cut to what there was to take', () => {
  const facts = { id: 1, trade: null, marks: [mark('funding', 1), mark('profitability', 1), mark('brand', 2), mark('unfairCompetition', true), mark('leaksQuotations', true)] };
  const why = explain(GENERAL_TEMPLATE, facts, under);
  expect(why.total).toBe(0);
  const gross = why.indicators.reduce((sum, bar) => sum + whole(bar.contribution), 0);
  expect(why.deductions.reduce((sum, one) => sum + whole(one.points), 0)).toBe(gross);
});

test('each step of "what would lift it" does what it says when it is really done', () => {
  let reaching = 0;
  for (const row of rows.slice(0, 24)) {
    const why = explain(GENERAL_TEMPLATE, row, under);
    if (why.lift.nextGrade === null) continue;
    expect(GRADES.indexOf(why.lift.nextGrade)).toBe(GRADES.indexOf(why.grade!) - 1);
    const reaches = why.lift.steps.map((step) => step.reaches);
    expect(reaches).toEqual([...reaches].sort((a, b) => Number(b) - Number(a)));
    for (const step of why.lift.steps) {
      const indicator = indicatorsOf(GENERAL_TEMPLATE).find((placed) => placed.indicator.key === step.indicator)?.indicator;
      if (!indicator || indicator.kind === 'computed') continue;
      const marks = [...row.marks.filter((one) => one.indicator !== step.indicator), mark(step.indicator, step.to)];
      const after = explain(GENERAL_TEMPLATE, { ...row, marks }, under);
      expect(after.total! - why.total!).toBeCloseTo(step.gain, 6);
      if (step.reaches) {
        reaching += 1;
        expect(GRADES.indexOf(after.grade!)).toBeLessThan(GRADES.indexOf(why.grade!));
      }
    }
  }
  expect(reaching).toBeGreaterThan(3);
});

test('a computed step names a value that earns the grade', () => {
  const model: ScoreModel = { ...GENERAL_TEMPLATE, grades: { S: 95, A: 90, B: 80, C: 45 } };
  const row = rows.find((one) => {
    const lift = explain(model, one, under).lift;
    return lift.steps.some((step) => step.reaches && step.indicator === 'recency');
  });
  if (!row?.trade) throw new Error('the crowd has nobody whom recency would lift');
  const why = explain(model, row, under);
  const step = why.lift.steps.find((one) => one.indicator === 'recency')!;
  expect(Number.isInteger(step.to)).toBe(true);
  const after = explain(model, { ...row, trade: { ...row.trade, values: { ...row.trade.values, recency: step.to as number } } }, under);
  expect(after.total! - why.total!).toBeCloseTo(step.gain, 6);
  expect(GRADES.indexOf(after.grade!)).toBeLessThan(GRADES.indexOf(why.grade!));
});

test('at S there is nothing to lift; a red line must go first', () => {
  const best = indicatorsOf(GENERAL_TEMPLATE).flatMap(({ indicator }) => (indicator.kind === 'assessed' ? [mark(indicator.key, 5)] : []));
  expect(explain(GENERAL_TEMPLATE, { id: 1, trade: null, marks: best }, under).lift).toEqual({ nextGrade: null, missingPoints: 0, steps: [] });
  const vetoed = explain(GENERAL_TEMPLATE, { id: 1, trade: null, marks: [...best, mark('fraud', true)] }, under);
  expect([vetoed.grade, vetoed.class, vetoed.classReason.rule, vetoed.vetoes]).toEqual(['D', 'exit', 'veto', ['fraud']]);
  expect(vetoed.lift.steps[0]).toMatchObject({ indicator: 'fraud', from: 'yes', to: 'no', reaches: true });
});
