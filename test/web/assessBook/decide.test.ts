import { expect, test } from 'vitest';
import { markColumns } from '#domain/select/assess/columns.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { keyOf, outcomeOf, setsOf, type Change, type Choice, type Read } from '../../../src/web/parts/assessBook/decide.ts';
import { faultsCsv } from '../../../src/web/parts/assessBook/faultsCsv.ts';

const change = (accountId: number, indicator: string, to: Change['to'], now: number | null, conflict = false): Change =>
  ({ accountId, indicator, row: 5, cell: 'H5', from: null, to, now: now === null ? null : { id: 70 + accountId, value: now, by: null, at: '' }, conflict });
const columns = new Map(markColumns(GENERAL_TEMPLATE).map((column) => [column.key, column]));
const words = (both: { en: string }) => both.en;
const read = (changes: Change[]): Read => ({
  fileName: 'a.xlsx', exportedAt: '', today: '2026-03-31', model: { exported: { id: 1, version: 1 }, active: { id: 1, version: 1 } }, rows: 2, unchanged: 0, already: 0, changes, faults: [], faultCount: 0, notes: [],
  accounts: [{ id: 1, key: 'C1', name: 'One', row: 5, note: 'seen', citation: { evidence: 'observed', sourceType: 'text', source: 'Visit', url: null } }, { id: 2, key: 'C2', name: 'Two', row: 6, note: '', citation: null }],
});
const decided = (...choices: [Change, Choice][]) => new Map(choices.map(([one, choice]) => [keyOf(one), choice]));

test('what nobody objects to is taken; a conflict waits for its decision', () => {
  const [plain, one, two] = [change(1, 'funding', 4, null), change(1, 'brand', 5, 2, true), change(2, 'brand', 5, 2, true)];
  expect(outcomeOf([plain, one, two], new Map())).toEqual({ taken: [{ change: plain, value: 4 }], undecided: 2 });
  expect(outcomeOf([plain, one, two], decided([one, { kind: 'mine' }], [two, { kind: 'theirs' }]))).toEqual({ taken: [{ change: plain, value: 4 }, { change: one, value: 5 }], undecided: 0 });
  expect(outcomeOf([one], decided([one, { kind: 'other', value: null }]))).toEqual({ taken: [], undecided: 1 });
  expect(outcomeOf([one], decided([one, { kind: 'other', value: 3 }]))).toEqual({ taken: [{ change: one, value: 3 }], undecided: 0 });
  expect(outcomeOf([one], decided([one, { kind: 'other', value: 2 }]))).toEqual({ taken: [], undecided: 0 });
});

test('a decision holds for the mark that was seen, not for one that came after', () => {
  const seen = change(1, 'brand', 5, 2, true);
  const since = { ...seen, now: { id: 99, value: 1, by: null, at: '' } };
  expect(outcomeOf([since], decided([seen, { kind: 'mine' }])).undecided).toBe(1);
});

test('marks go by customer, with the note of the row, the mark that was seen, and a fact where the row has a source', () => {
  const changes = [change(1, 'brand', 5, 2), change(1, 'disparagement', null, 1), change(2, 'brand', 3, null)];
  expect(setsOf(read(changes), outcomeOf(changes, new Map()).taken, columns, words)).toEqual([
    { accountId: 1, marks: [
      { indicator: 'brand', value: 5, note: 'seen', expects: 71, factIds: [], fact: { kind: 'other', statement: 'Brand: Being its supplier opens doors elsewhere', evidence: 'observed', sourceType: 'text', source: 'Visit', url: null, importId: null, observedOn: '2026-03-31', expiresOn: null } },
      { indicator: 'disparagement', value: null, note: 'seen', expects: 71 },
    ] },
    { accountId: 2, marks: [{ indicator: 'brand', value: 3, note: '', expects: null, factIds: [] }] },
  ]);
});

test('faults as a CSV: words of the viewer, quoted, and no formula', () => {
  const fault = { row: 5, column: 'Brand, and more', cell: 'H5', value: '=1+1', reason: 'not_a_level', params: {}, message: '' };
  const whole = { row: null, column: 'Brand', cell: null, value: '', reason: 'column_gone', params: { count: 3 }, message: '' };
  expect(faultsCsv([fault, whole], ['Cell', 'Column', 'Value', 'Reason'], (both) => both.zh)).toBe('\ufeffCell,Column,Value,Reason\r\nH5,"Brand, and more",\'=1+1,不是等级：请填 1 到 5 的整数。\r\n,Brand,,当前评分模型已没有这个指标（3 个改动的单元格）。\r\n');
});
