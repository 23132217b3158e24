import { expect, test } from 'vitest';
import { decisionFaults, whyNoDecision, type NewDecision } from '#domain/select/decision/conditions.ts';
import { revenueMonths } from '#domain/select/decision/revenueMonths.ts';
import { month } from '../samples.ts';

const known = { people: new Set(['ada']), accounts: new Set([2, 3]), accountId: 1, today: '2026-03-31', after: null };
const good: NewDecision = { reasons: { for: 'Opens a plant', against: '' }, people: ['ada'], decidedOn: '2026-03-31', alternatives: [2] };
const faults = (decision: Partial<NewDecision>, more: Partial<Parameters<typeof decisionFaults>[1]> = {}) => decisionFaults({ ...good, ...decision }, { ...known, ...more }).map(({ path, reason }) => `${path} ${reason}`);

test('a decision needs a reason and somebody who made it; every fault has its path', () => {
  expect(faults({})).toEqual([]);
  expect(faults({ reasons: { for: ' ', against: 'x' }, people: [], decidedOn: '2026-04-01', alternatives: [1, 3, 9] })).toEqual(['reasons.for required', 'people required', 'alternatives.0 same_account', 'alternatives.2 unknown_account', 'decidedOn in_the_future']);
  expect(faults({ people: ['ada', 'nobody'], decidedOn: '2026-02-30' })).toEqual(['people.1 unknown_person', 'decidedOn no_such_day']);
  expect(faults({ decidedOn: '2025-01-01' }, { after: '2025-01-02' })).toEqual(['decidedOn before_last_decision']);
});

test('what is no change is no decision', () => {
  expect(whyNoDecision('choose', { archived: false, keyAccount: false })).toBeNull();
  expect(whyNoDecision('choose', { archived: false, keyAccount: true })).toBe('already_key_account');
  expect(whyNoDecision('drop', { archived: false, keyAccount: false })).toBe('no_key_account');
  expect(whyNoDecision('drop', { archived: false, keyAccount: true })).toBeNull();
  expect(whyNoDecision('drop', { archived: true, keyAccount: true })).toBe('archived_account');
});

test('revenue by month: gaps are zero, foreign months convert by themselves, what has no rate is left out', () => {
  const months = [month('2025-11', 100), month('2026-01', 200), month('2026-01', 1_000, { currency: 'JPY' }), month('2026-01', 500, { currency: 'USD' }), month('2025-10', 9)];
  // 1,000 yen (no minor digits) at 0.05 are 50 yuan, 5,000 fen.
  expect(revenueMonths(months, '2025-11', '2026-02', { reportingCurrency: 'CNY', rates: { JPY: 0.05 } })).toEqual([
    { month: '2025-11', revenue: 100 }, { month: '2025-12', revenue: 0 }, { month: '2026-01', revenue: 5_200 }, { month: '2026-02', revenue: 0 },
  ]);
});
