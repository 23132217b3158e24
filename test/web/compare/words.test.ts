import { describe, expect, test } from 'vitest';
import { diffModels } from '#domain/select/diffModels.ts';
import { explain } from '#domain/select/explain.ts';
import type { Words } from '#domain/select/model.ts';
import { measureTrade } from '#domain/select/measures.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { TEMPLATES } from '#domain/select/templates.ts';
import type { ModelNames } from '../../../src/web/parts/account/names.ts';
import { compareCells, compareLines, type Compared } from '../../../src/web/parts/compare/compareRows.ts';
import { moveSentence, namesOfBoth, signed } from '../../../src/web/parts/compare/moveSentence.ts';
import { changeSentence } from '../../../src/web/parts/model/changeSentence.ts';
import { addTo, removeFrom, setIn } from '../../../src/web/parts/model/draft.ts';
import { levelSum, lookInto, placeNames } from '../../../src/web/parts/model/filePlaces.ts';
import { formatFor } from '../../../src/web/format.ts';
import { texts as enFirst } from '../../../src/web/text/en.ts';
import { later as enLater } from '../../../src/web/text/en/later.ts';
import { texts as zhFirst } from '../../../src/web/text/zhHans.ts';
import { later as zhLater } from '../../../src/web/text/zhHans/later.ts';
import { AS_OF, CONTEXT, mark, month } from '../../domain/select/samples.ts';

const en = { ...enFirst, ...enLater };
const zh = { ...zhFirst, ...zhLater };

const wording = {
  en: { texts: en, format: formatFor('en'), words: (of: Words) => of.en, currency: 'CNY' },
  zh: { texts: zh, format: formatFor('zh-Hans'), words: (of: Words) => of.zh, currency: 'CNY' },
};
const said = (model: typeof GENERAL_TEMPLATE, language: 'en' | 'zh') => diffModels(GENERAL_TEMPLATE, model).map((change) => changeSentence(change, wording[language]));

describe('changes of a model in sentences', () => {
  test.each<[string, string, typeof GENERAL_TEMPLATE]>([
    ['Weight of Past: 40% → 32.5%', '看过去的权重：40% → 32.5%', setIn(GENERAL_TEMPLATE, 'lenses.0.weight', 32.5)],
    ['Scale of Revenue trend: linear from −40% (0 points) to +50% (100 points) (was: linear from −40% (0 points) to +40% (100 points))', '销售额趋势的标尺：线性，−40% 为 0 分，+50% 为 100 分（原为：线性，−40% 为 0 分，+40% 为 100 分）', setIn(GENERAL_TEMPLATE, 'lenses.0.factors.1.indicators.1.normalise.target', 0.5)],
    ['New red line: Smuggles', '新增红线：走私', addTo(GENERAL_TEMPLATE, 'vetoes', { key: 'smuggling', name: { en: 'Smuggles', zh: '走私' } })],
    ['Taken out of Fit with us: Cultural fit (indicator, weight 40%)', '与我方的契合取消指标：文化契合（权重 40%）', removeFrom(GENERAL_TEMPLATE, 'lenses.2.factors.3.indicators', 1)],
    ['Growth: value today below 50 → 45', '成长客户：当前价值低于 50 → 45', setIn(GENERAL_TEMPLATE, 'classes.growth.valueBelow', 45)],
    ['Grade A from 70 → 72 points', 'A 级门槛：70 → 72 分', setIn(GENERAL_TEMPLATE, 'grades.A', 72)],
    ['It is called “Ours” (was “General B2B”)', '名称：“我们的”（原为“通用 B2B”）', setIn(GENERAL_TEMPLATE, 'name', { en: 'Ours', zh: '我们的' })],
    ['When Funding is missing: count it as 0 (was: leave it out, the others count more)', '资金实力缺失时：按 0 分计（原为：不计入，其余指标权重相应提高）', setIn(GENERAL_TEMPLATE, 'lenses.0.factors.0.indicators.0.missing', 'zero')],
  ])('%s', (english, chinese, model) => {
    expect(said(model, 'en')).toEqual([english]);
    expect(said(model, 'zh')).toEqual([chinese]);
  });

  test('every change there is between the templates has its sentence, without a hole', () => {
    for (const { model } of TEMPLATES) {
      for (const language of ['en', 'zh'] as const) for (const sentence of said(model, language)) expect(sentence).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

test('reasons of a move: more weight, less, none any more, other points, deductions', () => {
  const name = namesOfBoth(GENERAL_TEMPLATE, TEMPLATES[1]!.model, wording.en.words);
  const say = (reason: Parameters<typeof moveSentence>[0]) => moveSentence(reason, name, en.diff, wording.en.format);
  expect(say({ type: 'weight', indicator: 'brand', from: 0.12, to: 0.2, points: 90, effect: 4.2 })).toBe('Brand weighs 12% → 20%; 90.0 points there');
  expect(say({ type: 'weight', indicator: 'rdInvestment', from: 0, to: 0.05, points: 100, effect: 1 })).toBe('Spending on R&D counts now (5%); 100.0 points there');
  expect(say({ type: 'weight', indicator: 'gone', from: 0.05, to: 0, points: 25, effect: -1 })).toBe('gone no longer counts (was 5%); 25.0 points there');
  expect(say({ type: 'points', indicator: 'brand', from: 50, to: 75, effect: 3 })).toBe('Brand earns 75.0 points instead of 50.0');
  expect(say({ type: 'deductions', from: 5, to: 15, effect: -10 })).toBe('Deductions 5.0 → 15.0 points');
  expect([4.25, -0.3, 0.04, -0.02].map((effect) => signed(effect, wording.en.format))).toEqual(['+4.3', '−0.3', '0.0', '0.0']);
});

test('places in a faulty file: names as far as there are any', () => {
  const model = JSON.parse(JSON.stringify(GENERAL_TEMPLATE)) as { lenses: { weight?: number }[] };
  delete model.lenses[1]!.weight;
  expect(placeNames(model, 'lenses.0.factors.1.indicators.0.kind', wording.en.words)).toEqual(['Past', 'Our trade with it', 'Revenue, 12 months']);
  expect(placeNames({ lenses: 'x' }, 'lenses.0.weight', wording.en.words)).toEqual([]);
  expect(placeNames({ lenses: [{ name: { en: 5 } }] }, 'lenses.0.weight', wording.en.words)).toEqual([]);
  expect([levelSum(model, 'lenses'), levelSum(model, 'lenses.0.factors'), levelSum(model, 'grades')]).toEqual([75, 100, null]);
  expect(lookInto(JSON.stringify({ model: { key: 'x' } }))).toEqual({ key: 'x' });
  expect(lookInto('{')).toBeNull();
});

test('customers as cells of a spreadsheet: numbers are numbers, the unknown is a word', () => {
  const under = { modelVersionId: 1, asOf: AS_OF, reference: { totals: { revenue: 1_000_000, contribution: 300_000 }, percentiles: {} } };
  const names: ModelNames = { indicator: (key) => key, factor: (key) => key, option: (_, key) => key, mark: (key) => key, find: (key) => GENERAL_TEMPLATE.lenses.flatMap((lens) => lens.factors.flatMap((factor) => factor.indicators)).find((one) => one.key === key) };
  const one = (name: string, trade: ReturnType<typeof measureTrade>, marks: ReturnType<typeof mark>[]): Compared => {
    const explanation = explain(GENERAL_TEMPLATE, { id: 1, trade, marks }, under);
    return {
      account: {
        id: 1, key: 'K', name, country: null, industry: null, owner: null, rank: 3, total: explanation.total, past: null, present: null, future: null, confidence: 0.5, grade: explanation.grade, class: explanation.class, veto: false, valueToday: null, potential: null,
        currency: 'CNY', revenue: trade?.revenue ?? 0, revenueBefore: 0, margin: trade?.margin ?? null, contribution: trade?.contribution ?? 0, invoices: 0, months: [], firstDay: trade?.firstDay ?? null, lastDay: trade?.lastDay ?? null,
      },
      explanation, marks: [], facts: [],
    } as never;
  };
  const accounts = [one('A', measureTrade([month('2026-03', 1_000_000)], [], CONTEXT), [mark('funding', 3), mark('bribery', true)]), one('B', null, [mark('funding', 4)])];
  const lines = compareLines(accounts, GENERAL_TEMPLATE, names, wording.en.format, en, (key) => key);
  const cells = compareCells(accounts, lines, en.compare);
  const row = (label: string) => cells.find((cell) => cell[0] === label)!;
  expect(cells[0]).toEqual(['Row', 'A', 'B']);
  expect(row('Revenue, 12 months')).toEqual(['Revenue, 12 months', 10_000, 'no trade']);
  expect(row('Profit after cost-to-serve')[2]).toBe('unknown');
  expect(row('funding')).toEqual(['funding', 50, 75]);
  expect(row('profitability')).toEqual(['profitability', 'unknown', 'unknown']);
  expect(row('bribery')).toEqual(['bribery', 'yes', 'no']);
  expect(lines.find((line) => line.key === 'funding')).toMatchObject({ differs: true, cells: [{ value: 'level 3' }, { value: 'level 4', difference: 25 }] });
});
