import { describe, expect, test } from 'vitest';
import { classOf } from '#domain/select/classify.ts';
import { explain } from '#domain/select/explain.ts';
import { gradeOf } from '#domain/select/grade.ts';
import { readPasted } from '#domain/select/pastedRows.ts';
import { nthKey, proposeKey } from '#domain/select/proposeKey.ts';
import { scoreAll } from '#domain/select/score.ts';
import { buildSheet } from '#domain/select/sheet.ts';
import { TEMPLATES } from '#domain/select/templates.ts';
import { factorsOf, indicatorsOf } from '#domain/select/weights.ts';
import { AS_OF, crowd, mark } from './samples.ts';

describe.each(TEMPLATES.map(({ model }) => [model.key, model] as const))('a prospect without trade under the %s template', (_key, model) => {
  const judged = indicatorsOf(model).filter(({ indicator }) => indicator.kind !== 'computed');
  const marks = judged.map(({ indicator }) => mark(indicator.key, indicator.kind === 'assessed' ? 4 : indicator.kind === 'categorical' ? indicator.options[0]!.key : 0));
  const under = { modelVersionId: 1, asOf: AS_OF, reference: { totals: {}, percentiles: {} } };
  const prospect = { id: 1, trade: null, marks };

  test('is scored on what is known: our trade is left out, not counted as zero', () => {
    const explanation = explain(model, prospect, under);
    const trade = explanation.factors.find((factor) => factor.key === 'trade')!;
    expect(trade.score).toBeNull();
    const past = explanation.lenses.find((lens) => lens.key === 'past')!;
    expect(past.score).toBe(explanation.factors.find((factor) => factor.key === 'ownResults')!.score);
    const counted = explanation.indicators.filter((one) => one.points !== null);
    expect(counted.every((one) => one.factor !== 'trade')).toBe(true);
    expect(counted.reduce((sum, one) => sum + one.effectiveWeight, 0)).toBeCloseTo(1, 9);
    expect(explanation.total).toBeGreaterThan(70);
  });

  test('its class follows its potential: growth from 60 on, never because of a value it cannot have', () => {
    const high = explain(model, prospect, under);
    expect([high.classReason.value, high.class, high.classReason.rule]).toEqual([null, 'growth', 'growthPotential']);
    const low = explain(model, { ...prospect, marks: judged.filter(({ indicator }) => indicator.kind === 'assessed').map(({ indicator }) => mark(indicator.key, 2)) }, under);
    expect([low.classReason.value, low.class]).toEqual([null, 'maintain']);
    expect(explain(model, { id: 1, trade: null, marks: [] }, under)).toMatchObject({ total: null, grade: null, class: null, confidence: 0 });
  });

  test('its confidence is honest: the whole weight of our trade is missing in it', () => {
    const past = model.lenses.find((lens) => lens.key === 'past')!.weight / 100;
    const trade = factorsOf(model).find(({ factor }) => factor.side === 'trade')!.factor.weight / 100;
    expect(explain(model, prospect, under).confidence).toBeCloseTo(1 - past * trade, 4);
  });

  test('it takes its place in the ranking among those with trade', () => {
    const all = [...crowd(model, 100), { ...prospect, id: 900 }];
    const scores = scoreAll(buildSheet(model, all, { asOf: AS_OF }));
    const at = all.length - 1;
    expect(scores.rank[at]).toBeGreaterThan(0);
    expect(Number.isNaN(scores.valueToday[at]!)).toBe(true);
    expect([gradeOf(scores.grade[at]!), classOf(scores.class[at]!)]).toEqual([expect.stringMatching(/[SAB]/), 'growth']);
    expect([...scores.total].filter((total) => total > scores.total[at]!).length + 1).toBe(scores.rank[at]);
  });
});

test.each([
  ['宁波远声电子有限公司', 'P-NBYSDZ'], ['Northwind Hearing Ltd', 'P-NORTHWIND'], ['3M', 'P-3M'], ['東山電子股份有限公司', 'P-DSDZ'], ['Übermaß Elektrotechnische Werke GmbH', 'P-ÜBERMASS'], ['（筹）', 'P-C'], ['…', 'P-NEW'], ['', 'P-NEW'],
  ['ELECTROMAGNETICSUPPLY', 'P-ELECTROMAG'],
])('a code for %s', (name, key) => expect(proposeKey(name)).toBe(key));
test('the second of its name gets a number', () => expect([nthKey('P-X', 1), nthKey('P-X', 2)]).toEqual(['P-X', 'P-X-2']));

describe('rows pasted from a spreadsheet', () => {
  test('with a header in either language, in any sequence', () => {
    expect(readPasted('Country\tCustomer\tCode\nNorge\tAeolus AS\tA-1\n')).toEqual({ headers: ['Country', 'Customer', 'Code'], columns: ['country', 'customerName', 'customerKey'], rows: [['Norge', 'Aeolus AS', 'A-1']] });
    expect(readPasted('客户编码\t客户名称\t行业\t备注\r\nK1\t海浪声学\t消费电子\t展会\r\n').columns).toEqual(['customerKey', 'customerName', 'industry', null]);
    expect(readPasted('名称\t编码\n东山\tD1').columns).toEqual(['customerName', 'customerKey']);
    expect(readPasted('客戶名稱\t國家\n東山電子\t台灣').columns).toEqual(['customerName', 'country']);
  });
  test('without one: names first, or codes first where they look like codes', () => {
    expect(readPasted('Aeolus AS\tNorge\tWind\nArbor\tDeutschland\t')).toEqual({ headers: null, columns: ['customerName', 'country', 'industry'], rows: [['Aeolus AS', 'Norge', 'Wind'], ['Arbor', 'Deutschland', '']] });
    expect(readPasted('C-1\tAeolus AS\nC-2\tArbor').columns).toEqual(['customerKey', 'customerName']);
    expect(readPasted('3M\n7Eleven').columns).toEqual(['customerName']);
    expect(readPasted('海浪声学').columns).toEqual(['customerName']);
  });
  test('cells in quotation marks may hold tabs, line ends and quotation marks; empty rows fall away', () => {
    expect(readPasted('"Two\nlines"\tChina\n\n"a ""b"" c"\t\n5" pipe works\tUK').rows).toEqual([['Two\nlines', 'China'], ['a "b" c', ''], ['5" pipe works', 'UK']]);
    expect(readPasted('"never closed\tChina').rows).toEqual([['"never closed', 'China']]);
    expect(readPasted(' \n\t\n')).toEqual({ headers: null, columns: [], rows: [] });
  });
});
