import { expect, test } from 'vitest';
import { normaliseKey, normaliseName } from '#domain/select/name.ts';
import { isNonProduct, isTotalText, statusMeaning, TrapCollector } from '#domain/select/traps.ts';

test('rows that sum up', () => {
  for (const text of ['Grand Total', 'TOTAL:', 'Sub-total', 'subtotal', 'Total for May', '合计', '总 计', '小计：', '合計', '總計', '本月合计', 'Ｔｏｔａｌ']) expect(isTotalText(text), text).toBe(true);
  for (const text of ['Total Energies SE', 'Totalgaz', '合计科技有限公司', 'Summit Ltd', 'Somme', '', 'Totally Ltd']) expect(isTotalText(text), text).toBe(false);
});

test('codes that are no products', () => {
  for (const code of ['POST', 'dot', 'BANK CHARGES', 'M', 'C2', '运费', '運費 - 顺丰', 'gift_0001_20']) expect(isNonProduct(code), code).toBe(true);
  for (const code of ['85123A', 'POSTER', 'MANUAL PRESS 3', '运输带', 'D-100']) expect(isNonProduct(code), code).toBe(false);
});

test.each([
  ['Won', 'counts'], ['Closed Won', 'counts'], ['PAID', 'counts'], ['已审核', 'counts'], ['', 'counts'], ['Lost', 'not_won'], ['closed-lost', 'not_won'], ['Prospecting', 'not_won'], ['草稿', 'not_won'], ['Void', 'cancelled'], ['已作废', 'cancelled'], ['Refund', 'credit'], ['红字', 'credit'], ['Banana', 'unknown'],
] as const)('status %s %s', (status, meaning) => {
  expect(statusMeaning(status)).toBe(meaning);
});

test('spellings of one company meet, different companies do not', () => {
  const same = [
    ['Northwind Hearing Ltd', 'NORTHWIND HEARING LIMITED', 'Northwind  Hearing, Ltd.', 'Ｎｏｒｔｈｗｉｎｄ Hearing LTD', 'The Northwind Hearing Co. Ltd (in Liquidation)'.replace(' (in Liquidation)', '')],
    ['海浪声学科技有限公司', '海浪聲學科技有限責任公司'.replace('聲', '声').replace('學', '学'), '海浪声学科技股份有限公司', '海浪声学科技 (有限公司)'], ['Müller & Söhne GmbH', 'MÜLLER AND SÖHNE GmbH & Co. KG'], ['A.C.M.E. Inc.', 'ACME'],
  ];
  for (const names of same) expect(new Set(names.map(normaliseName)).size, names.join(' = ')).toBe(1);
  expect(new Set(['Siemens Rail', 'Siemens Mobility', '海浪声学', '海浪电子', 'Acme 1', 'Acme 2', 'AB', '公司'].map(normaliseName)).size).toBe(8);
});

test('codes are one by width, case and blanks, and stay apart otherwise', () => {
  expect(new Set(['ab 1', ' AB  1 ', 'ＡＢ１'.replace('Ｂ１', 'Ｂ 1')].map(normaliseKey)).size).toBe(1);
  expect([normaliseKey('15513.0'), normaliseKey('00123'), normaliseKey('1.05'), normaliseKey('  ')]).toEqual(['15513', '00123', '1.05', '']);
});

test('what was found: counted in full, shown by examples, most money first', () => {
  const traps = new TrapCollector();
  for (let row = 1; row <= 50; row++) traps.add('no_customer', row, `row ${row}`, true, 100, 'CNY');
  traps.add('total_row', 99, 'Grand Total', true, 1_000_000, 'CNY');
  traps.customer('1', 'Acme Ltd', 3);
  traps.customer('2', 'ACME LIMITED');
  traps.customer('1', 'Acme Ltd');
  const [total, nameless, duplicates, several] = traps.result([{ currency: 'CNY', lines: 9 }, { currency: 'USD', lines: 1 }]);
  expect(total).toMatchObject({ code: 'total_row', count: 1, amount: 1_000_000, leftOut: true });
  expect(nameless).toMatchObject({ code: 'no_customer', count: 50, amount: 5000 });
  expect(nameless!.rows).toHaveLength(20);
  expect([duplicates, several].toSorted((a, b) => (a!.code < b!.code ? -1 : 1)).map((trap) => trap!.code)).toEqual(['several_currencies', 'suspected_duplicates']);
  expect([duplicates, several].find((trap) => trap!.groups)!.groups).toEqual([[{ key: '1', name: 'Acme Ltd', lines: 4 }, { key: '2', name: 'ACME LIMITED', lines: 1 }]]);
});
