import { expect, test } from 'vitest';
import type { Cell } from '#domain/select/cell.ts';
import { proposePlan } from '#domain/select/proposePlan.ts';
import type { ImportPlan } from '#domain/select/importPlan.ts';
import { lineReader } from '#domain/select/readLine.ts';

/** Reads a table whose first row is its headers by the proposed plan. */
function read(rows: readonly (readonly Cell[])[], change: Partial<ImportPlan> = {}) {
  const plan = { ...proposePlan(rows, { sheet: null, encoding: 'utf-8', delimiter: ',', dateSystem: '1900', currency: 'CNY', kind: 'lines', headerRow: 0 }), ...change };
  const reader = lineReader(plan, rows[0]!.map(String), '1900');
  return rows.slice(1).map((cells, n) => reader(n + 2, cells));
}
const lineOf = (result: ReturnType<typeof read>[number]) => (result.kind === 'line' ? result.line : result);

test('a line with everything', () => {
  const [result] = read([['客户编码', '客户名称', '发票号', '行号', '开票日期', '币种', '数量', '含税金额', '成本', '存货编码', '到期日', '回款日期', '国家'], ['00123 ', ' 海浪声学 ', 'F-1', '2', '2023年1月5日', '美元', '1,000', '12,345.678', '9000', 'P-9', '2023-02-05', '', '中国']]);
  expect(lineOf(result!)).toEqual({
    row: 2, customerKey: '00123', customerName: '海浪声学', country: '中国', invoiceNo: 'F-1', day: '2023-01-05', currency: 'USD', amount: 1_234_568, cost: 900_000, quantity: 1000, product: 'P-9', lineNo: '2', kind: 'sale', dueDay: '2023-02-05', paidDay: null,
  });
});

test('quantity × price where there is no amount; codes from Excel\'s floats; the name stands in for a code', () => {
  const rows = read([['InvoiceNo', 'StockCode', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID'], ['552867', '23109', '6', '2011-05-12 08:36:00', '2.89', '15513.0'], ['C552868', '23109', '-6', '2011-05-12', '2.89', '15513'], ['552869', 'POST', '1', '2011-05-12', '18', '15513']]);
  expect(rows.map((row) => { const line = lineOf(row) as { customerKey: string; amount: number; kind: string }; return [line.customerKey, line.amount, line.kind]; })).toEqual([['15513', 1734, 'sale'], ['15513', -1734, 'credit'], ['15513', 1800, 'charge']]);
  expect(lineOf(read([['customer', 'date', 'amount'], ['Acme', '2024-01-01', '1']])[0]!)).toMatchObject({ customerKey: 'Acme', customerName: 'Acme' });
});

test('every fault of a row is named with its column, value and reason', () => {
  const [result] = read([['customer', 'date', 'amount', 'currency', 'due date', 'quantity'], ['Acme', '2023-02-30', 'ten', 'gold', 'soon', { error: '#N/A' }]]);
  expect(result).toEqual({ kind: 'faulty', faults: [
    { row: 2, column: 'currency', value: 'gold', code: 'not_a_currency', params: {} }, { row: 2, column: 'date', value: '2023-02-30', code: 'no_such_day', params: {} }, { row: 2, column: 'amount', value: 'ten', code: 'not_a_number', params: {} },
    { row: 2, column: 'quantity', value: '#N/A', code: 'cell_error', params: {} }, { row: 2, column: 'due date', value: 'soon', code: 'not_a_day', params: {} },
  ] });
});

test.each<[string, Cell[], string]>([
  ['no day', ['Acme', '', '1'], 'missing'], ['no amount', ['Acme', '2024-01-01', ''], 'missing'], ['an error for an amount', ['Acme', '2024-01-01', { error: '#DIV/0!' }], 'cell_error'], ['an amount beyond all books', ['Acme', '2024-01-01', '99999999999999999'], 'too_large'], ['a name as long as a letter', ['A'.repeat(201), '2024-01-01', '1'], 'too_long'],
])('%s', (_, cells, code) => {
  expect(read([['customer', 'date', 'amount'], cells])[0]).toMatchObject({ kind: 'faulty', faults: [{ code }] });
});

test('blank rows are nothing; rows left out say why and how much', () => {
  const rows = read([['customer', 'date', 'amount', 'deal stage'], ['', ' ', null, ''], ['Acme', '2024-01-01', '10', 'Won'], ['Acme', '2024-01-01', '20', 'Lost'], ['Acme', '2024-01-01', '30', '作废'], ['', '2024-01-01', '40', 'Won'], ['合计', '', '60', ''], ['Acme', '2024-01-01', '50', 'Maybe']]);
  expect(rows.map((row) => (row.kind === 'left' ? [row.reason, row.amount] : row.kind === 'line' ? row.status : row.kind))).toEqual(['blank', 'counts', ['not_won', 2000], ['cancelled', 3000], ['no_customer', 4000], ['total_row', 6000], 'unknown']);
});

test('merged customers, credit notes by status, units of ten thousand', () => {
  const rows = read([['客户名称', '单据日期', '金额(万元)', '状态'], ['甲', '2024-01-01', '1.5', '已审核'], ['乙', '2024-01-01', '0.5', '退货']], { merge: { 乙: '甲' } });
  expect(rows.map(lineOf)).toMatchObject([{ customerKey: '甲', amount: 1_500_000, kind: 'sale' }, { customerKey: '甲', amount: -500_000, kind: 'credit' }]);
});

test('a total that no word gives away is found by its amount, with or without a day', () => {
  const lines = Array.from({ length: 12 }, (_, n): Cell[] => [`Customer ${n % 5}`, '2024-01-01', String(100.07 * (n + 1))]);
  const sum = (of: Cell[][]) => (of.reduce((all, row) => all + Math.round(Number(row[2]) * 100), 0) / 100).toFixed(2);
  const rows = read([['customer', 'date', 'amount'], ...lines, ['All of them', '', sum(lines)], ['Acme', '2024-02-01', '5'], ['Acme', '2024-02-02', '7'], ['Acme Total', '2024-02-29', '12'], ['Everything', '2024-12-31', (Number(sum(lines)) + 12).toFixed(2)]]);
  expect(rows.flatMap((row) => (row.kind === 'left' ? [[row.reason, row.text]] : []))).toEqual([['total_row', 'All of them'], ['total_row', 'Acme Total'], ['total_row', 'Everything']]);
});

test('equal amounts by chance are no totals: few lines, a known customer, an amount no larger than the others', () => {
  const table = (rows: Cell[][]) => read([['customer', 'date', 'amount'], ...rows]).filter((row) => row.kind === 'left').length;
  expect(table([['A', '2024-01-01', '5'], ['B', '2024-01-01', '5']])).toBe(0);
  expect(table([...Array.from({ length: 12 }, (_, n): Cell[] => [`C${n}`, '2024-01-01', '1']), ['C1', '2024-01-01', '12']])).toBe(0);
  expect(table([...Array.from({ length: 13 }, (_, n): Cell[] => [`C${n}`, '2024-01-01', n % 2 ? '-1' : '1']), ['D', '2024-01-01', '1']])).toBe(0);
});
