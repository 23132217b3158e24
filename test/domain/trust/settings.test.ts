import { expect, test } from 'vitest';
import { changedSettings, changesScores, checkSettings, DEFAULT_SETTINGS, type Settings } from '#domain/trust/settings.ts';

const paths = (change: Partial<Settings>) => checkSettings({ ...DEFAULT_SETTINGS, ...change }).map((fault) => `${fault.path} ${fault.reason}`);

test('the defaults are valid', () => expect(paths({})).toEqual([]));

test('every fault is named with its path', () => {
  expect(paths({
    reportingCurrency: 'XQX', rates: { QQQ: 2, EUR: 0 }, asOf: { mode: 'fixed', day: '2026-02-30' },
    costToServe: { perOrder: -1, perLine: Number.NaN, perReturn: 0, costOfCapital: 1.2, defaultMargin: 2 },
  })).toEqual([
    'reportingCurrency unknown_currency', 'rates.QQQ unknown_currency', 'rates.EUR not_positive', 'asOf.day no_such_day',
    'costToServe.perOrder negative', 'costToServe.perLine negative', 'costToServe.costOfCapital out_of_range', 'costToServe.defaultMargin out_of_range',
  ]);
});

test('the reporting currency has no rate but one', () => {
  expect(paths({ reportingCurrency: 'EUR', rates: { EUR: 7.8 } })).toEqual(['rates.EUR own_currency']);
  expect(paths({ reportingCurrency: 'EUR', rates: { EUR: 1 } })).toEqual([]);
});

test('what changed is told by value, however it was written', () => {
  const before = { ...DEFAULT_SETTINGS, rates: { EUR: 7.8, GBP: 9.1 } };
  expect(changedSettings(before, { ...before, rates: { GBP: 9.1, EUR: 7.8 } })).toEqual([]);
  expect(changedSettings(before, { ...before, workspaceName: 'Maker', rates: {} })).toEqual(['workspaceName', 'rates']);
});

test('a new name leaves scores alone, a new rate does not', () => {
  expect(changesScores(['workspaceName'])).toBe(false);
  expect(changesScores(['workspaceName', 'rates'])).toBe(true);
});
