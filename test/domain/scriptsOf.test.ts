import { expect, test } from 'vitest';
import { scriptsOf } from '#domain/scriptsOf.ts';

test.each([
  ['质量', ['质量', '質量']],
  ['質量', ['質量', '质量']],
  ['工廠扩建', ['工廠扩建', '工厂扩建', '工廠擴建']],
  ['头发', ['头发', '頭髮']],
  ['plant A', ['plant A']],
  ['', ['']],
])('%s', (text, all) => {
  expect(scriptsOf(text)).toEqual(all);
});
