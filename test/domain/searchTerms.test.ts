import { expect, test } from 'vitest';
import { queryTerms, searchTerms } from '#domain/searchTerms.ts';

/** What the store does: every word of the query is the beginning of a term. */
const finds = (query: string, ...texts: string[]) => {
  const terms = searchTerms(...texts);
  const words = queryTerms(query);
  return words.length > 0 && words.every((word) => terms.some((term) => term >= word && term < `${word}\uffff`));
};

test.each([
  ['华声', '宁波华声电子有限公司'], ['电子', '宁波华声电子有限公司'], ['宁波华声电子有限公司', '宁波华声电子有限公司'],
  ['ningbo', '宁波华声电子有限公司'], ['huasheng', '宁波华声电子有限公司'], ['huashengdianzi', '宁波华声电子有限公司'], ['nbhs', '宁波华声电子有限公司'], ['HSDZ', '宁波华声电子有限公司'],
  ['宁波 hs', '宁波华声电子有限公司'], ['dianzi 宁波', '宁波华声电子有限公司'],
  ['東山', '东山电子'], ['东山', '東山電子股份有限公司'], ['dongshan', '東山電子股份有限公司'],
  ['chongqing', '重庆长安'], ['changan', '重庆长安'], ['yinhang', '招商银行'],
  ['shan', '单氏食品'], ['danshi', '单氏食品'], ['zengji', '曾记饼家'], ['ouyang', '欧阳修'],
  ['wind', 'Northwind Hearing Ltd'], ['HEARING north', 'Northwind Hearing Ltd'], ['ＮＯＲＴＨ', 'Northwind Hearing Ltd'], ['c0012', 'C001234'], ['1234', 'C001234'],
  ['müller', 'Müller & Söhne'], ['3m', '3M中国'], ['中国', '3M中国'],
])('%s finds %s', (query, name) => {
  expect(finds(query, name)).toBe(true);
});

test.each([['有限公司', '宁波华声电子有限公司'], ['gongsi', '宁波华声电子有限公司'], ['rth', 'Arbor Audio'], ['', 'Arbor'], ['!!!', 'Arbor']])('%s does not find %s', (query, name) => {
  expect(finds(query, name)).toBe(false);
});

test('a company that is called nothing but a legal form is found by it', () => {
  expect(finds('有限公司', '有限公司')).toBe(true);
});

test('terms are few and short: the store keeps a row for each', () => {
  expect(searchTerms('宁波华声电子有限公司').length).toBeLessThanOrEqual(18);
  expect(Math.max(...searchTerms('很长的名字'.repeat(20)).map((term) => term.length))).toBe(20);
});
