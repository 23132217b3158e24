import { expect, test } from 'vitest';
import { citationOf, factOf, readHow, statementOf } from '#domain/select/assess/cite.ts';
import { markColumns, shownMark } from '#domain/select/assess/columns.ts';
import { markReader, type Say } from '#domain/select/assess/readCell.ts';
import { HOW_KNOWN, HOW_WORDS, levelPrompt, PROMPT } from '#domain/select/assess/words.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { wording } from '#actions/wording.ts';
import { texts as en } from '../../../../src/web/text/en.ts';
import { texts as zh } from '../../../../src/web/text/zhHans.ts';

const columns = markColumns(GENERAL_TEMPLATE);
const column = (key: string) => columns.find((one) => one.key === key)!;
const says: Say[] = [(words) => words.en, (words) => words.zh];
const read = (key: string, cell: Parameters<ReturnType<typeof markReader>>[0]) => markReader(column(key), says)(cell);

test('every judged indicator has its column, in the order of the model; computed ones have none', () => {
  expect(columns.map((one) => one.key).slice(0, 4)).toEqual(['funding', 'profitability', 'willingnessToSpend', 'operatingRisk']);
  expect(columns.some((one) => one.key === 'revenue')).toBe(false);
  expect(columns.slice(-3).map((one) => [one.key, one.kind])).toEqual([['fraud', 'veto'], ['sanctioned', 'veto'], ['bribery', 'veto']]);
  expect(column('brand')).toMatchObject({ kind: 'assessed', group: { zh: '看未来' }, factor: { zh: '市场地位' } });
});

test.each([
  [4, 4], ['4', 4], [' ４ ', 4], ['4.0', 4], [4.0, 4], ['Known in its trade; a usable reference', 3], ['3  业内知名，可作案例', 3], [null, null], ['', null], ['  ', null],
] as const)('a level written as %s is %s', (cell, value) => {
  expect(read('brand', cell)).toEqual({ value });
});

test.each([6, 0, 3.5, '3,5', '3.5', 'six', '4-5', '1 2', true, { date: '2026-03-04' }] as const)('%s is no level', (cell) => {
  expect(read('brand', cell)).toEqual({ fault: 'not_a_level' });
});

test('choices by their words in either language or their key; nothing else', () => {
  for (const text of ['Listed at home', ' listed  at HOME ', '境内上市公司', 'listed']) expect(read('ownershipKind', text), text).toEqual({ value: 'listed' });
  for (const text of ['Listed somewhere', '3', 'alien']) expect(read('ownershipKind', text), text).toEqual({ fault: 'not_a_choice' });
  expect(read('ownershipKind', 3)).toEqual({ fault: 'not_a_choice' });
});

test('yes and no as people write them', () => {
  for (const text of ['yes', 'Y', '是', '有', '√', 'x', 'TRUE', 1, true]) expect(read('fraud', text as never), String(text)).toEqual({ value: true });
  for (const text of ['no', '否', '0', 0, false, '无', '', null]) expect(read('fraud', text as never), String(text)).toEqual({ value: null });
  for (const text of ['maybe', '2', 'yes?']) expect(read('disparagement', text), text).toEqual({ fault: 'not_yes' });
  expect(read('fraud', { error: '#REF!' })).toEqual({ fault: 'cell_error' });
});

test('what is shown is read back as it was, in all three languages', async () => {
  for (const locale of ['en', 'zh-Hans', 'zh-Hant'] as const) {
    const say = await wording(locale);
    for (const one of columns) for (const choice of one.choices) expect([one.key, markReader(one, [say])(shownMark(one, choice.value, say))]).toEqual([one.key, { value: choice.value }]);
  }
  expect(shownMark(column('brand'), 9, (words) => words.en)).toBe(null);
});

test('the note beside a cell has all five sentences, or the ends and the middle, and never too many characters', () => {
  expect(levelPrompt(['a', 'b', 'c', 'd', 'e'])).toBe('1  a\n2  b\n3  c\n4  d\n5  e');
  expect(levelPrompt(Array.from({ length: 5 }, () => 'x'.repeat(60))).split('\n').map((line) => line[0])).toEqual(['1', '3', '5']);
  const cut = levelPrompt(Array.from({ length: 5 }, () => 'x'.repeat(400)));
  expect(cut.length).toBeLessThanOrEqual(PROMPT);
  expect(cut.split('\n').every((line) => line.endsWith('…'))).toBe(true);
  for (const one of columns) expect(levelPrompt(one.choices.map((choice) => choice.words.en)).length).toBeLessThanOrEqual(PROMPT);
});

test('a source becomes what the marks of its row cite', () => {
  expect(citationOf('https://maker.example/report', null)).toEqual({ evidence: 'document', sourceType: 'url', source: '', url: 'https://maker.example/report' });
  expect(citationOf('Annual report 2025, p. 12', null)).toEqual({ evidence: 'document', sourceType: 'text', source: 'Annual report 2025, p. 12', url: null });
  expect(citationOf('王工，质量部', 'person')).toEqual({ evidence: 'person', sourceType: 'person', source: '王工，质量部', url: null });
  expect(citationOf('Visit, 3 March', 'observed')).toMatchObject({ evidence: 'observed', sourceType: 'text' });
  expect([readHow('亲眼所见', says), readHow('told by another', says), readHow('inferred', says), readHow('dreamt', says)]).toEqual(['observed', 'hearsay', 'inferred', null]);
});

test('a fact states the sentence of the level, the choice, or what happened', () => {
  expect(statementOf(column('brand'), 3)).toEqual({ en: 'Brand: Known in its trade; a usable reference', zh: '品牌影响力：业内知名，可作案例' });
  expect(statementOf(column('ownershipKind'), 'listed').en).toBe('Kind of owner: Listed at home');
  expect(statementOf(column('fraud'), true).en).toBe('Fraud or forged documents');
  const fact = factOf(column('brand'), 5, citationOf('Trade fair', 'observed'), '2026-03-31', (words) => words.zh);
  expect(fact).toEqual({ kind: 'other', statement: '品牌影响力：成为它的供应商，就敲开了别家的门', evidence: 'observed', sourceType: 'text', source: 'Trade fair', url: null, importId: null, observedOn: '2026-03-31', expiresOn: null });
});

test('the ways of knowing are called as on the screens', () => {
  for (const how of HOW_KNOWN) expect(HOW_WORDS[how]).toEqual({ en: en.common.evidenceKinds[how], zh: zh.common.evidenceKinds[how] });
});
