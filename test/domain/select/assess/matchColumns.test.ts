import { expect, test } from 'vitest';
import { baselineHead, baselineNames, baselineRow, readBaseline } from '#domain/select/assess/baseline.ts';
import { markColumns } from '#domain/select/assess/columns.ts';
import { matchColumns } from '#domain/select/assess/matchColumns.ts';
import type { Cell } from '#domain/select/cell.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';

const columns = markColumns(GENERAL_TEMPLATE).filter(({ key }) => ['brand', 'ownershipKind', 'fraud'].includes(key));
const says = [(words: { en: string; zh: string }) => words.en, (words: { en: string; zh: string }) => words.zh];
const match = (...rows: Cell[][]) => matchColumns(rows.map((cells, n) => ({ row: n + 1, cells })), columns, says);
const KEYS = ['vf.id', 'vf.code', 'vf.mark.brand', 'vf.mark.fraud', 'vf.reason'];

test('by the hidden keys, in whatever order; a column between is strange and left alone', () => {
  const found = match(['vf.mark.brand', null, 'vf.id', 'vf.code'], ['Brand', 'My own notes', 'ID', 'Customer code'], [4, 'x', 7, 'C1'])!;
  expect(found).toMatchObject({ headerRow: 2, strange: [{ at: 1, header: 'My own notes' }], twice: [] });
  expect([found.marks.get('brand'), found.fixed.get('id'), found.marks.has('fraud')]).toEqual([{ at: 0, header: 'Brand' }, { at: 2, header: 'ID' }, false]);
});

test('by headers in any language where the keys were lost', () => {
  const found = match(['Assessment of May'], [], ['客户编码', '编号', '品牌影响力', '欺诈或伪造单据', '理由或说明'])!;
  expect(found.headerRow).toBe(3);
  expect([found.fixed.get('id')!.at, found.fixed.get('code')!.at, found.marks.get('brand')!.at, found.marks.get('fraud')!.at, found.fixed.get('reason')!.at]).toEqual([1, 0, 2, 3, 4]);
});

test('a column that stands there twice is not read', () => {
  const found = match([...KEYS, 'vf.mark.brand'], ['ID', 'Customer code', 'Brand', 'Fraud', 'Reason or note', 'Brand'])!;
  expect(found.marks.has('brand')).toBe(false);
  expect(found.twice.map(({ at, key }) => [at, key])).toEqual([[2, 'vf.mark.brand'], [5, 'vf.mark.brand']]);
});

test('without ids or without any mark it is another sheet', () => {
  expect(match(['vf.id', 'vf.code'], ['ID', 'Customer code'])).toBe(null);
  expect(match(['vf.mark.brand'], ['Brand'])).toBe(null);
  expect(match(['Lens', 'Factor', 'Indicator'])).toBe(null);
  expect(match()).toBe(null);
});

test('what the hidden sheet was told it tells again; one that was tampered with tells nothing', () => {
  const base = { modelId: 3, publishedAt: '2026-01-01T00:00:00.000Z', exportedAt: '2026-03-31T08:00:00.000Z' };
  const keys = ['brand', 'ownershipKind', 'fraud'];
  const marks = new Map<string, { id: number; value: number | string | boolean | null }>([['brand', { id: 12, value: 4 }], ['ownershipKind', { id: 13, value: 'listed' }], ['fraud', { id: 14, value: true }]]);
  const rows = [baselineHead(base), baselineNames(keys), baselineRow(7, 'C1', keys, marks), baselineRow(8, 'C2', keys, new Map([['brand', { id: 15, value: null }]]))];
  expect(readBaseline(rows)).toEqual({ ...base, accounts: new Map([[7, { code: 'C1', marks }], [8, { code: 'C2', marks: new Map([['brand', { id: 15, value: null }]]) }]]) });
  expect(readBaseline([])).toBe(null);
  expect(readBaseline([['something else', 1, 3, 'a', 'b']])).toBe(null);
  expect(readBaseline([['vitalfew assessment', 2, 3, 'a', 'b']])).toBe(null);
  expect(readBaseline([baselineHead(base), baselineNames(keys), [7, 'C1', '12;4']])).toBe(null);
  expect(readBaseline([baselineHead(base), baselineNames(keys), [7, 'C1', '12:{"a":1}']])).toBe(null);
});
