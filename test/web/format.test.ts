import { describe, expect, test } from 'vitest';
import { formatFor } from '../../src/web/format.ts';

const [en, zh, hant] = [formatFor('en'), formatFor('zh-Hans'), formatFor('zh-Hant')];

describe('money', () => {
  test('is short in the way of each language', () => {
    expect([1_234_567_89, 12_345_00, 999_00, 1_234_567_890_00].map((minor) => en.money(minor, 'USD'))).toEqual(['US$1.23M', 'US$12.3k', 'US$999', 'US$1.23B']);
    expect([1_234_567_89, 12_345_00, 9_999_00, 1_234_567_890_00].map((minor) => zh.money(minor, 'CNY'))).toEqual(['¥123.5万', '¥1.23万', '¥9,999', '¥12.3亿']);
    expect(hant.money(1_234_567_89, 'CNY')).toMatch(/123\.5萬$/);
  });
  test('goes to the next unit before it would read as a thousand of the lower', () => {
    expect(en.money(999_960_00, 'EUR')).toBe('€1M');
    expect(en.money(999_400_00, 'EUR')).toBe('€999k');
    expect(zh.money(9_999_96, 'CNY')).toBe('¥1万');
  });
  test('knows currencies without and with three decimals', () => {
    expect(en.moneyExact(1234, 'JPY')).toBe('JP¥1,234');
    expect(en.moneyExact(1234567, 'KWD')).toContain('1,234.567');
    expect(zh.moneyExact(-1_234_56, 'CNY')).toBe('−¥1,234.56');
  });
  test('shows a loss with a minus and nothing as a dash', () => {
    expect(en.money(-500_00, 'EUR')).toBe('−€500');
    expect(en.money(null, 'EUR')).toBe('–');
  });
});

test('per cent and change', () => {
  expect(en.percent(0.8)).toBe('80%');
  expect(en.change(0.1234)).toBe('+12.3%');
  expect(en.change(-0.05)).toBe('−5%');
  expect(en.change(null)).toBe('–');
});

test('days and dates', () => {
  expect(en.days(1)).toBe('1 day');
  expect(en.days(12)).toBe('12 days');
  expect(zh.days(12)).toBe('12天');
  expect(en.day('2026-10-31')).toBe('31 Oct 2026');
  expect(zh.day('2026-10-31')).toBe('2026年10月31日');
  expect(en.month('2026-02')).toBe('Feb 2026');
});

test('how long ago, and how long', () => {
  const now = new Date('2026-10-31T12:00:00Z');
  expect(en.ago('2026-10-31T11:55:00Z', now)).toBe('5 minutes ago');
  expect(zh.ago('2026-10-30T11:00:00Z', now)).toBe('昨天');
  expect(en.duration(45)).toBe('45s');
  expect(en.duration(130)).toBe('2m 10s');
  expect(en.bytes(48_211_004)).toBe('48.2 MB');
});
