import { expect, test } from 'vitest';
import { formatFor } from '../../../src/web/format.ts';
import { columnName } from '#domain/select/columnName.ts';
import { needsOf } from '../../../src/web/parts/import/needs.ts';
import { sampleReader } from '../../../src/web/parts/import/reading.ts';
import type { Findings, Plan } from '../../../src/web/parts/import/types.ts';

const plan: Plan = { kind: 'lines', sheet: null, encoding: 'utf-8', delimiter: ';', headerRow: 0, columns: { customerName: 0, day: 1, amount: 2, currency: 3 }, decimal: ',', dayOrder: 'dmy', currency: 'EUR', unit: 1, matchKeys: [], leaveOut: [], merge: {}, faulty: 'refuse' };
const findings = { dateSystem: null } as Findings;

test('the example shown is what will be read', () => {
  const read = sampleReader(plan, findings, formatFor('en'));
  expect(read('amount', '1.234,50', [])).toEqual({ text: '1,234.50' });
  expect(read('day', '03.02.2026', [])).toEqual({ text: '2026-02-03' });
  expect(read('currency', '人民币', [])).toEqual({ text: 'CNY' });
  expect(read('quantity', '１，５００', [])).not.toBeNull();
  expect(read('amount', 'about ten', [])).toEqual({ wrong: true });
  expect(read('day', '30.02.2026', [])).toEqual({ wrong: true });
  expect(read('customerName', 'Blue Reef', [])).toBeNull();
  expect(read('amount', '  ', [])).toBeNull();
});

test('ten thousands are told by the unit', () => {
  const read = sampleReader({ ...plan, decimal: '.', unit: 10_000, currency: 'CNY' }, findings, formatFor('zh-Hans'));
  expect(read('amount', '3.5', [])).toEqual({ text: '35,000.00' });
});

test('what a plan still needs', () => {
  const missing = (columns: Plan['columns'], kind: Plan['kind'] = 'lines'): string[] => needsOf({ ...plan, kind, columns }).filter((need) => !need.met).map((need) => need.need);
  expect(missing(plan.columns)).toEqual([]);
  expect(missing({ customerKey: 0, day: 1, quantity: 2, unitPrice: 3 })).toEqual([]);
  expect(missing({ quantity: 2 })).toEqual(['customer', 'day', 'amount']);
  expect(missing({ customerName: 0 }, 'customers')).toEqual([]);
});

test('columns are named as spreadsheets name them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
