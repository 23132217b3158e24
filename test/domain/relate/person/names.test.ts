import { expect, test } from 'vitest';
import { normaliseItem } from '#domain/relate/person/itemValue.ts';
import { composeName, normalisePersonName, tidyName } from '#domain/relate/person/personName.ts';
import { normalisePlace } from '#domain/relate/person/placeName.ts';

test('Chinese names are joined family first, others given name first', () => {
  expect([composeName('张', '伟'), composeName('欧阳', '建国'), composeName('Doe', 'Jane', 'Q.'), composeName('', 'Ace'), composeName('', '')]).toEqual(['张伟', '欧阳建国', 'Jane Q. Doe', 'Ace', '']);
  expect(['张 伟', ' Jane  Doe ', '张　伟', '王 Tom'].map(tidyName)).toEqual(['张伟', 'Jane Doe', '张伟', '王 Tom']);
});

test('spellings of one name compare equal, other names do not', () => {
  for (const [one, other] of [['John Doe', 'Doe, John'], ['Dr. John Doe', 'JOHN DOE'], ['張偉', '张伟'], ['张伟先生', '张 伟'], ['Ｊｏｈｎ Doe', 'john doe']]) expect(normalisePersonName(one!)).toBe(normalisePersonName(other!));
  expect(normalisePersonName('张伟')).not.toBe(normalisePersonName('张玮'));
});

test('numbers and addresses compare by what one dials and writes', () => {
  const phones = ['+86 138 0013 8000', '0086-13800138000', '138 0013 8000', 'tel:+86-138-0013-8000;ext=3', '13800138000转3'];
  expect(new Set(phones.map((phone) => normaliseItem('phone', phone)))).toEqual(new Set(['13800138000']));
  expect([normaliseItem('phone', '+86 21 1234 5678'), normaliseItem('phone', '021-12345678'), normaliseItem('phone', '+49 30 1234')]).toEqual(['2112345678', '2112345678', '49301234']);
  expect(normaliseItem('email', ' A@X.cn')).toBe('a@x.cn');
});

test('places compare without their legal form', () => {
  expect(normalisePlace('示例光伏股份有限公司')).toBe(normalisePlace('示例光伏'));
  expect(normalisePlace('清華大學')).toBe(normalisePlace('清华大学'));
  expect(normalisePlace('ACME GmbH')).toBe(normalisePlace('Acme'));
  expect(normalisePlace('  ')).toBe('');
});
