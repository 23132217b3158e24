import { describe, expect, test } from 'vitest';
import { HALF_LIVES } from '#domain/factKinds.ts';
import { explain } from '#domain/select/explain.ts';
import { measureTrade } from '#domain/select/measures.ts';
import { referenceOf } from '#domain/select/reference.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { freeze } from '#domain/select/decision/freeze.ts';
import { sinceThen, type Today } from '#domain/select/decision/since.ts';
import { readSnapshot, type DecisionSnapshot, type Figures, type FrozenFact } from '#domain/select/decision/snapshot.ts';
import type { Fact } from '#domain/select/fact.ts';
import { addMonths } from '#domain/day.ts';
import { CONTEXT, mark, month } from '../samples.ts';

const figures: Figures = {
  asOf: '2025-03-31', total: 62.5, confidence: 0.7, grade: 'B', class: 'key', rank: 5, ranked: 40, currency: 'CNY', revenue: 10_000_000, revenueBefore: 8_000_000, margin: 3_000_000, contribution: 2_000_000,
  months: Array.from({ length: 12 }, () => 833_333),
};
const name = (key: string) => ({ en: key, zh: key });
const indicator = (key: string, points: number | null, effectiveWeight: number): DecisionSnapshot['indicators'][number] => ({
  key, name: name(key), lens: 'past', factor: 'trade', kind: 'computed', measure: 'revenue', raw: 1, said: null, weight: effectiveWeight || 0.1, effectiveWeight, points, contribution: 0, evidence: 1, state: points === null ? 'missing' : 'proven', inputs: {},
});
const fact = (id: number, more: Partial<FrozenFact> = {}): FrozenFact => ({
  id, statement: `fact ${id}`, sourceType: 'text', source: 'Report', url: null, sourceId: null, page: null, quote: null, kind: 'strategy', evidence: 'document', observedOn: '2025-03-01', expiresOn: null, weight: 0.9, state: 'proven', indicators: ['brand'], ...more,
});
const then: DecisionSnapshot = {
  format: 1, account: { id: 1, key: 'C1', name: 'Arbor' }, model: { versionId: 3, version: 2, name: name('General'), grades: GENERAL_TEMPLATE.grades }, figures, lenses: [], factors: [],
  indicators: [indicator('a', 50, 0.2), indicator('b', 80, 0.1), indicator('c', 40, 0.05), indicator('d', null, 0), indicator('e', 30, 0.1), indicator('same', 70, 0.3), indicator('gone', 90, 0.1)],
  deductions: [], vetoes: [], facts: [], factsCited: 0, alternatives: [], reviewId: null,
};
const today = (more: Partial<Figures> = {}, rest: Partial<Today> = {}): Today => ({
  figures: { ...figures, asOf: '2026-03-31', ...more }, modelVersionId: 3, withdrawnFacts: new Set(), halfLives: HALF_LIVES,
  indicators: then.indicators.filter(({ key }) => key !== 'gone').map(({ key, points }) => ({ key, points })), ...rest,
});

describe('what happened since', () => {
  test('figures: shares of then, steps of grade, places of rank, direction of class', () => {
    const since = sinceThen(then, today({ revenue: 13_000_000, contribution: 1_500_000, margin: null, total: 71, grade: 'A', class: 'strategic', rank: 2 }));
    expect(since).toMatchObject({
      from: '2025-03-31', to: '2026-03-31', days: 365, sameModel: true, sameCurrency: true,
      revenue: { then: 10_000_000, now: 13_000_000, share: 0.3 }, contribution: { share: -0.25 }, margin: { then: 3_000_000, now: null, share: null },
      total: { then: 62.5, now: 71, points: 8.5 }, grade: { then: 'B', now: 'A', steps: 1 }, class: { change: 'better' }, rank: { then: 5, now: 2, places: 3 }, indicators: [], factsLost: [],
    });
  });

  test('what cannot be compared is not: another currency, nothing before, no score', () => {
    const since = sinceThen(then, today({ currency: 'EUR', total: null, grade: null, class: null, rank: null }, { modelVersionId: 9 }));
    expect(since).toMatchObject({ sameModel: false, sameCurrency: false, revenue: { share: null }, total: { points: null }, grade: { steps: null }, class: { change: 'unknown' }, rank: { places: null } });
    expect(sinceThen({ ...then, figures: { ...figures, revenue: 0 } }, today()).revenue.share).toBeNull();
  });

  test('indicators by what they do to the total, then what became known; unmoved and abolished ones are left out', () => {
    const points: Record<string, number | null> = { a: 60, b: 30, c: 40.3, d: 75, e: null, same: 70 };
    const since = sinceThen(then, today({}, { indicators: Object.entries(points).map(([key, value]) => ({ key, points: value })) }));
    expect(since.indicators.map(({ key, kind, then: was, now, effect }) => [key, kind, was, now, effect])).toEqual([
      ['b', 'fell', 80, 30, -5], ['a', 'rose', 50, 60, 2], ['d', 'becameKnown', null, 75, null], ['e', 'becameUnknown', 30, null, null],
    ]);
  });

  test('facts that prove less now: withdrawn, expired, faded below stale; what was weak then is not lost', () => {
    const facts = [
      fact(1), fact(2, { observedOn: '2024-06-01' }), fact(3, { kind: 'certification', expiresOn: '2025-12-31' }), fact(4, { kind: 'certification', expiresOn: '2027-12-31' }),
      fact(5, { evidence: 'assumption', state: 'assumed' }), fact(6), fact(7, { state: 'stale', observedOn: '2020-01-01' }),
    ];
    // 0.95 × 0.5^(395 / 365) = 0.449; from 1 June 2024 it is 668 days: 0.95 × 0.5^(668 / 365) = 0.267, below 0.3.
    const since = sinceThen({ ...then, facts }, today({}, { withdrawnFacts: new Set([6]) }));
    expect(since.factsLost.map(({ id, by }) => [id, by])).toEqual([[2, 'stale'], [3, 'expired'], [6, 'withdrawn']]);
  });
});

describe('freezing', () => {
  const quoted: Fact = {
    id: 4, accountId: 1, kind: 'market', statement: 'The whole hall knew them', evidence: 'observed', sourceType: 'text', source: 'Trade fair', url: null, importId: null, sourceId: 3, anchor: { page: 12, from: 0, to: 9, quote: 'all knew' }, block: null, topic: null, observedOn: '2026-03-30', expiresOn: null,
    recordedBy: null, recordedAt: '', withdrawnAt: null,
  };
  const trade = measureTrade(Array.from({ length: 24 }, (_, back) => month(addMonths('2026-03', -back), 1_000_000)), [], CONTEXT);
  const explanation = explain(GENERAL_TEMPLATE, { id: 1, trade, marks: [mark('brand', 4), mark('ownershipKind', 'listed', 'assumption'), mark('disparagement', true)] }, { modelVersionId: 3, asOf: '2026-03-31', reference: referenceOf(GENERAL_TEMPLATE, [trade]) });
  const snapshot = freeze({ account: { id: 1, key: 'C1', name: 'Arbor' }, model: GENERAL_TEMPLATE, version: 2, explanation, figures, facts: [{ fact: quoted, indicators: ['brand'] }], halfLives: HALF_LIVES, alternatives: [], reviewId: null });

  test('names in both languages, the words behind a mark, points and evidence; nothing has to be looked up', () => {
    const brand = snapshot.indicators.find(({ key }) => key === 'brand')!;
    expect(brand).toMatchObject({ name: { en: expect.any(String), zh: expect.stringMatching(/\p{Script=Han}/u) }, raw: 4, points: 75, state: 'proven', measure: null });
    expect(brand.said?.zh).toMatch(/\p{Script=Han}/u);
    expect(snapshot.indicators.find(({ key }) => key === 'ownershipKind')).toMatchObject({ said: { en: expect.any(String) }, state: 'assumed' });
    expect(snapshot.indicators.find(({ key }) => key === 'revenue')).toMatchObject({ measure: 'revenue', said: null, raw: 12_000_000, inputs: { revenue: 12_000_000 } });
    expect(snapshot.deductions).toEqual([{ key: 'disparagement', name: expect.objectContaining({ en: expect.any(String) }), points: 5 }]);
    expect(snapshot.facts).toEqual([expect.objectContaining({ id: 4, page: 12, quote: 'all knew', statement: 'The whole hall knew them', state: 'proven', weight: expect.closeTo(1, 1), indicators: ['brand'] })]);
    const added = snapshot.indicators.reduce((sum, one) => sum + one.contribution, 0) - snapshot.deductions.reduce((sum, one) => sum + one.points, 0);
    expect(added).toBeCloseTo(explanation.total!, 9);
  });

  test('is plain JSON, and a format of a later release is not half read', () => {
    expect(readSnapshot<DecisionSnapshot>(JSON.stringify(snapshot))).toEqual(snapshot);
    expect(() => readSnapshot(JSON.stringify({ ...snapshot, format: 2 }))).toThrow(RangeError);
  });
});
