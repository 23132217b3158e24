import { describe, expect, test } from 'vitest';
import { diffModels, type ModelChange } from '#domain/select/diffModels.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import { scoreAll } from '#domain/select/score.ts';
import { buildSheet } from '#domain/select/sheet.ts';
import { GENERAL_TEMPLATE as BASE } from '#domain/select/template.ts';
import { TEMPLATES } from '#domain/select/templates.ts';
import { addTo, getIn, removeFrom, setIn } from '../../../src/web/parts/model/draft.ts';
import { AS_OF, crowd } from './samples.ts';

const edit = (path: string, next: unknown): ScoreModel => setIn(BASE, path, next);
const short = (change: ModelChange) => {
  const { part, type, ...rest } = change;
  return [type, part.key, rest] as const;
};
const words = (en: string) => ({ en, zh: '新' });
const TREND = 'lenses.0.factors.1.indicators.1';

describe('one edit gives one change', () => {
  test.each<[string, ScoreModel, readonly [string, string, unknown][]]>([
    ['a weight of a lens', edit('lenses.0.weight', 30), [['weight', 'past', { from: 40, to: 30 }]]],
    ['a weight of a factor', edit('lenses.1.factors.0.weight', 20), [['weight', 'process', { from: 25, to: 20 }]]],
    ['a weight of an indicator', edit(`${TREND}.weight`, 20), [['weight', 'revenueTrend', { from: 12, to: 20 }]]],
    ['a name', edit(`${TREND}.name`, words('Growth')), [['renamed', 'revenueTrend', { from: { en: 'Revenue trend', zh: '销售额趋势' }, to: words('Growth') }]]],
    ['a scale', edit(`${TREND}.normalise.target`, 0.5), [['scale', 'revenueTrend', { measure: 'revenueTrend', from: { type: 'linear', floor: -0.4, target: 0.4 }, to: { type: 'linear', floor: -0.4, target: 0.5 } }]]],
    ['a scale of another kind', edit(`${TREND}.normalise`, { type: 'percentile', better: 'higher' }), [['scale', 'revenueTrend', { measure: 'revenueTrend', from: { type: 'linear', floor: -0.4, target: 0.4 }, to: { type: 'percentile', better: 'higher' } }]]],
    ['a measure', edit(`${TREND}.measure`, 'revenue'), [['measure', 'revenueTrend', { from: 'revenueTrend', to: 'revenue' }]]],
    ['what a missing value does', edit(`${TREND}.missing`, 'zero'), [['missing', 'revenueTrend', { from: 'exclude', to: 'zero' }]]],
    ['the side of a factor', edit('lenses.0.factors.0.side', 'other'), [['side', 'ownResults', { from: 'own', to: 'other' }]]],
    ['a sentence of a scale', edit('lenses.0.factors.0.indicators.0.anchors.4', words('Rich')), [['anchor', 'funding', { mark: 5, from: { en: 'Cash far above its debts; pays large purchases without financing', zh: '现金远高于负债，大额采购无需融资即可付款' }, to: words('Rich') }]]],
    ['the points of a choice', edit('lenses.2.factors.2.indicators.0.options.0.points', 80), [['optionPoints', 'ownershipKind', { option: { en: 'Multinational, or listed abroad', zh: '跨国公司或境外上市' }, from: 90, to: 80 }]]],
    ['a choice more', addTo(BASE, 'lenses.2.factors.2.indicators.0.options', { key: 'fund', name: words('Fund'), points: 50 }), [['optionAdded', 'ownershipKind', { option: words('Fund'), points: 50 }]]],
    ['a choice less', removeFrom(BASE, 'lenses.2.factors.2.indicators.0.options', 6), [['optionRemoved', 'ownershipKind', { option: { en: 'Owners not visible', zh: '股东不透明' }, points: 10 }]]],
    ['the points of a deduction', edit('deductions.0.points', 12), [['points', 'unfairCompetition', { from: 10, to: 12 }]]],
    ['a red line more', addTo(BASE, 'vetoes', { key: 'smuggling', name: words('Smuggles') }), [['added', 'smuggling', { weight: null }]]],
    ['a red line less', removeFrom(BASE, 'vetoes', 2), [['removed', 'bribery', { weight: null }]]],
    ['a grade', edit('grades.A', 72), [['grade', 'general', { grade: 'A', from: 70, to: 72 }]]],
    ['a threshold of a class', edit('classes.growth.valueBelow', 45), [['classRule', 'general', { rule: 'growth.valueBelow', from: 50, to: 45 }]]],
    ['the grade that makes strategic', edit('classes.strategic.grade', 'A'), [['classRule', 'general', { rule: 'strategic.grade', from: 'S', to: 'A' }]]],
    ['the cap of assumptions', edit('assumptionCap', 60), [['assumptionCap', 'general', { from: 70, to: 60 }]]],
    ['the name of the model', edit('name', words('Ours')), [['renamed', 'general', { from: BASE.name, to: words('Ours') }]]],
    ['another kind of indicator', edit(`${TREND}`, { ...getIn(BASE, 'lenses.1.factors.0.indicators.0') as object, key: 'revenueTrend', name: { en: 'Revenue trend', zh: '销售额趋势' }, weight: 12 }), [['kind', 'revenueTrend', { from: 'computed', to: 'assessed' }]]],
  ])('%s', (_name, model, expected) => {
    expect(diffModels(BASE, model).map(short)).toEqual(expected);
    // The other way round: as many changes, backwards.
    expect(diffModels(model, BASE)).toHaveLength(expected.length);
  });
});

test('a part that is moved keeps its key: it is neither added nor removed, and the weights around it speak for themselves', () => {
  const trend = getIn(BASE, TREND);
  const moved = addTo(removeFrom(BASE, 'lenses.0.factors.1.indicators', 1), 'lenses.2.factors.1.indicators', trend);
  expect(diffModels(BASE, moved).map(short)).toEqual([['moved', 'revenueTrend', { from: { en: 'Our trade with it', zh: '与我方的交易' }, to: { en: 'Growth, 2–3 years', zh: '未来2–3年增长' } }]]);
  const factor = getIn(BASE, 'lenses.1.factors.3');
  const other = addTo(removeFrom(BASE, 'lenses.1.factors', 3), 'lenses.2.factors', factor);
  expect(diffModels(BASE, other).map(short)).toEqual([['moved', 'partnership', { from: { en: 'Present', zh: '看现在' }, to: { en: 'Future', zh: '看未来' } }]]);
});

test('the sequence of parts is no change', () => {
  const turned: ScoreModel = { ...BASE, lenses: BASE.lenses.map((lens) => ({ ...lens, factors: lens.factors.toReversed().map((factor) => ({ ...factor, indicators: factor.indicators.toReversed() })) })).toReversed(), vetoes: BASE.vetoes.toReversed() };
  expect(diffModels(BASE, turned)).toEqual([]);
});

test('models without a difference score alike, and those with one are told apart: over every pair of templates', () => {
  const people = crowd(BASE, 60);
  for (const { model: a } of TEMPLATES) {
    for (const { model: b } of TEMPLATES) {
      const totals = [a, b].map((model) => [...scoreAll(buildSheet(model, people, { asOf: AS_OF })).total]);
      if (a === b) expect(diffModels(a, structuredClone(b))).toEqual([]);
      else {
        expect(diffModels(a, b).length).toBeGreaterThan(20);
        expect(totals[0]).not.toEqual(totals[1]);
      }
    }
  }
});

test('changes come lens by lens, then what stands beside the tree', () => {
  const lenses = diffModels(BASE, TEMPLATES[2]!.model).map((change) => change.part.lens);
  const order = ['past', 'present', 'future'];
  const places = lenses.slice(1).map((lens) => (lens === null ? 3 : order.indexOf(lens)));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});
