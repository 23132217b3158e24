import { expect, test } from 'vitest';
import type { Cell } from '#domain/select/cell.ts';
import { FIELDS } from '#domain/select/fields.ts';
import { headerMoney, headerWord, layoutText, mapHeaders, proposePlan } from '#domain/select/proposePlan.ts';

const propose = (rows: readonly (readonly Cell[])[]) => proposePlan(rows, { sheet: null, encoding: 'utf-8', delimiter: ',', dateSystem: '1900', currency: 'EUR' });
const fieldsOf = (headers: readonly string[], kind: 'lines' | 'customers' = 'lines') => Object.fromEntries(Object.entries(mapHeaders(headers, kind)).map(([field, column]) => [field, headers[column!]]));

test.each<[string, string[], Record<string, string>]>([
  ['Online Retail', ['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID', 'Country'], { invoiceNo: 'InvoiceNo', product: 'StockCode', quantity: 'Quantity', day: 'InvoiceDate', unitPrice: 'UnitPrice', customerKey: 'CustomerID', country: 'Country' }],
  ['Network Rail', ['payment_date', 'amount_gbp', 'category_family', 'supplier'], { day: 'payment_date', amount: 'amount_gbp', customerName: 'supplier' }],
  ['CRM pipeline', ['opportunity_id', 'sales_agent', 'product', 'account', 'deal_stage', 'engage_date', 'close_date', 'close_value'], { invoiceNo: 'opportunity_id', product: 'product', customerName: 'account', status: 'deal_stage', day: 'close_date', amount: 'close_value' }],
  ['Kingdee', ['单据日期', '单据编号', '购货单位编码', '购货单位', '存货编码', '数量', '不含税单价', '不含税金额', '税额', '价税合计', '币别'], { day: '单据日期', invoiceNo: '单据编号', customerKey: '购货单位编码', customerName: '购货单位', product: '存货编码', quantity: '数量', unitPrice: '不含税单价', amount: '不含税金额', currency: '币别' }],
  ['traditional', ['客戶編碼', '客戶名稱', '發票號碼', '開票日期', '含稅金額', '幣種'], { customerKey: '客戶編碼', customerName: '客戶名稱', invoiceNo: '發票號碼', day: '開票日期', amount: '含稅金額', currency: '幣種' }],
  ['SAP', ['Billing Document', 'Billing Date', 'Sold-to Party', 'Sold-to Name', 'Material', 'Net Value', 'Document Currency', 'Net Due Date'], { invoiceNo: 'Billing Document', day: 'Billing Date', customerKey: 'Sold-to Party', customerName: 'Sold-to Name', product: 'Material', amount: 'Net Value', currency: 'Document Currency', dueDay: 'Net Due Date' }],
  ['not what they look like', ['客户经理', '客户名称', '客户类型', '创建日期', '开票日期', '税额', '金额'], { customerName: '客户名称', day: '开票日期', amount: '金额' }],
])('%s', (_, headers, fields) => {
  expect(fieldsOf(headers)).toMatchObject(fields);
  for (const wrong of ['客户经理', '创建日期', '税额', 'sales_agent', 'engage_date', 'Description', 'category_family']) expect(Object.values(fieldsOf(headers))).not.toContain(wrong);
});

test('a file of customers', () => {
  expect(fieldsOf(['客户编号', '客户全称', '所属行业', '国家/地区', '联系电话'], 'customers')).toEqual({ customerKey: '客户编号', customerName: '客户全称', industry: '所属行业', country: '国家/地区' });
  expect(propose([['account', 'sector', 'year_established', 'revenue', 'employees', 'office_location'], ['Acme', 'retail', '1996', '1100', '28', 'Kenya']]).kind).toBe('customers');
});

test('currency and unit stand in the header', () => {
  expect(['amount_gbp', '金额(万元)', 'Revenue (USD)', '销售额（亿元）', '金额（美元）', 'Net amount', 'Value in EUR millions', '含税金额(元)'].map(headerMoney)).toEqual([
    { currency: 'GBP', unit: 1 }, { currency: 'CNY', unit: 10_000 }, { currency: 'USD', unit: 1 }, { currency: 'CNY', unit: 100_000_000 }, { currency: 'USD', unit: 1 }, { currency: null, unit: 1 }, { currency: 'EUR', unit: 1_000_000 }, { currency: 'CNY', unit: 1 },
  ]);
});

test('headers under a title; the decimal mark and the order of days from the values', () => {
  const plan = propose([['Report of sales'], [], ['Customer', 'Invoice Date', 'Amount'], ['Acme', '01.02.2024', '1.234,50'], ['Acme', '25.02.2024', '12,5']]);
  expect(plan).toMatchObject({ headerRow: 2, kind: 'lines', decimal: ',', dayOrder: 'dmy', currency: 'EUR', columns: { customerName: 0, day: 1, amount: 2 } });
  expect(propose([['Customer', 'Date', 'Amount'], ['Acme', '02/25/2024', '1,234.50']])).toMatchObject({ decimal: '.', dayOrder: 'mdy' });
});

test('a day under a strange header is found by its values', () => {
  expect(propose([['customer', 'amount', 'invoice', 'when'], ['Acme', '5', 'F1', '2024-01-05'], ['Bolt', '6', 'F2', '2024-01-06']]).columns.day).toBe(3);
});

test('two files of one layout are known again, another sheet or header is another', () => {
  const layout = layoutText(['Customer ID', '金额(元)'], null);
  expect(layoutText(['customer_id', '金额'], null)).toBe(layout);
  expect(layoutText(['customer_id', '金额'], 'Lines')).not.toBe(layout);
  expect(layoutText(['customer_id', '成本'], null)).not.toBe(layout);
});

test('the table of fields: each header word means one field of a kind, written as it is compared', () => {
  for (const kind of ['lines', 'customers'] as const) {
    const words = FIELDS.filter((field) => field.kinds.includes(kind)).flatMap((field) => field.headers);
    expect(words.filter((word, n) => words.indexOf(word) !== n)).toEqual([]);
    expect(words.filter((word) => headerWord(word) !== word)).toEqual([]);
  }
  const aliases = FIELDS.flatMap((field) => field.aliases);
  expect(aliases.filter((alias, n) => aliases.indexOf(alias) !== n)).toEqual([]);
});
