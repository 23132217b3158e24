import { expect, test } from 'vitest';
import { explanationOf, namesOf, type Snapshot } from '../../../src/web/parts/decision/frozen.ts';
import { valueText } from '../../../src/web/parts/account/valueText.ts';
import { formatFor } from '../../../src/web/format.ts';
import { texts as en } from '../../../src/web/text/en.ts';

const name = (en: string, zh: string) => ({ en, zh });
const base = { lens: 'past', factor: 'trade', weight: 0.1, effectiveWeight: 0.1, points: 75, contribution: 7.5, evidence: 1, state: 'proven', inputs: {} } as const;
const snapshot = {
  format: 1, account: { id: 3, key: 'C1', name: 'Arbor' }, model: { versionId: 1, version: 2, name: name('General', '通用'), grades: { S: 85, A: 70, B: 55, C: 40 } },
  figures: { asOf: '2026-03-31', total: 20.5, confidence: 0.7, grade: 'D', class: null, rank: 1, ranked: null, currency: 'CNY', revenue: 1, revenueBefore: 1, margin: null, contribution: 1, months: [] },
  lenses: [], factors: [{ key: 'trade', name: name('Our trade', '与我方的交易'), lens: 'past', score: 75, weight: 100, capped: false }],
  indicators: [
    { ...base, key: 'revenue', name: name('Revenue', '销售额'), kind: 'computed', measure: 'revenue', raw: 123_456_700, said: null },
    { ...base, key: 'brand', name: name('Brand', '品牌'), kind: 'assessed', measure: null, raw: 4, said: name('Known in its industry', '业内知名') },
    { ...base, key: 'owner', name: name('Kind of owner', '所有制'), kind: 'categorical', measure: null, raw: 'listed', said: name('Listed', '上市公司') },
  ],
  deductions: [{ key: 'unfair', name: name('Unfair means', '不正当竞争'), points: 2 }], vetoes: [{ key: 'fraud', name: name('Fraud', '欺诈') }], facts: [], factsCited: 0, alternatives: [], reviewId: null,
} satisfies Snapshot as Snapshot;

test('a frozen score draws as a live one, and every name and value comes from the snapshot alone', () => {
  const explanation = explanationOf(snapshot);
  expect(explanation).toMatchObject({ total: 20.5, modelVersionId: 1, vetoes: ['fraud'], deductions: [{ key: 'unfair', points: 2 }] });
  expect(explanation.indicators.reduce((sum, one) => sum + one.contribution, 0) - 2).toBe(explanation.total);
  const names = namesOf(snapshot, (words) => words.en);
  expect(['revenue', 'unfair', 'gone'].map(names.indicator)).toEqual(['Revenue', 'Unfair means', 'gone']);
  expect([names.factor('trade'), names.mark('fraud'), namesOf(snapshot, (words) => words.zh).indicator('brand')]).toEqual(['Our trade', 'Fraud', '品牌']);
  const value = (key: string, raw: number | string) => valueText(names.find(key), raw, 'CNY', formatFor('en'), names, en.account);
  expect([value('revenue', 123_456_700), value('brand', 4), value('owner', 'listed')]).toEqual(['CN¥1.23M', 'level 4', 'Listed']);
});
