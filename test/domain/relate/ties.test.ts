import { describe, expect, test } from 'vitest';
import { combineStrengths, reasonStrength, TIE_DEFAULTS, tieStrength, type TieKind } from '#domain/relate/ties.ts';

const TODAY = '2026-11-25';
const met = (kind: TieKind, lastContact: string | null) => ({ kind, lastContact });

describe('one reason', () => {
  test.each([
    ['family', 0.9], ['team', 0.7], ['deal', 0.6], ['classmates', 0.6], ['employer', 0.35], ['club', 0.35], ['met', 0.3], ['school', 0.25], ['card', 0.1],
  ] as const)('%s on the day of contact: %f', (kind, prior) => {
    expect(reasonStrength(met(kind, TODAY), TODAY)).toBe(prior);
    expect(reasonStrength(met(kind, '2026-12-01'), TODAY), 'a contact ahead of the day counts as new').toBe(prior);
  });

  test('half is left of a business tie after a year, of a personal one after two', () => {
    expect(reasonStrength(met('team', '2025-11-25'), TODAY)).toBeCloseTo(0.35, 12);
    expect(reasonStrength(met('family', '2024-11-25'), TODAY)).toBeCloseTo(0.45, 12);
    expect(reasonStrength(met('card', '2023-11-26'), TODAY)).toBeCloseTo(0.0125, 12);
  });

  test('a common home town is weak and a mere "they know each other" says nothing', () => {
    expect(reasonStrength(met('home_town', TODAY), TODAY)).toBe(0.05);
    expect(reasonStrength(met('knows', TODAY), TODAY)).toBeNull();
  });

  test('without a day of contact the strength is unknown, not 0', () => expect(reasonStrength(met('family', null), TODAY)).toBeNull());
});

describe('several reasons', () => {
  test('each as if it held by itself: 1 − (1 − .7)(1 − .6)', () => expect(tieStrength([met('team', TODAY), met('classmates', TODAY)], TODAY)).toBeCloseTo(0.88, 12));
  test('an unknown one adds nothing; all unknown is unknown; none is unknown', () => {
    expect(tieStrength([met('team', TODAY), met('family', null)], TODAY)).toBeCloseTo(0.7, 12);
    expect(tieStrength([met('family', null)], TODAY)).toBeNull();
    expect(tieStrength([], TODAY)).toBeNull();
  });
  test('the order does not matter, and nothing passes 1', () => {
    expect(combineStrengths([0.3, 0.9, 0.5])).toBeCloseTo(combineStrengths([0.9, 0.5, 0.3])!, 15);
    expect(combineStrengths([1, 0.5, null])).toBe(1);
    expect(combineStrengths([0, 0])).toBe(0);
  });
  test.each([1.1, -0.1, Number.NaN])('%f is no strength', (strength) => expect(() => combineStrengths([strength])).toThrow(RangeError));
});

describe('what the owner says', () => {
  const reasons = [met('card', '2026-01-01'), met('classmates', '2020-01-01')];
  test('counts instead of the reasons, and fades from the day it was said', () => {
    expect(tieStrength(reasons, TODAY, { strength: 0.8, saidOn: TODAY })).toBe(0.8);
    // One of the reasons is personal: two years to the half.
    expect(tieStrength(reasons, TODAY, { strength: 0.8, saidOn: '2024-11-25' })).toBeCloseTo(0.8 * 0.5 ** (328 / 730), 12);
    expect(tieStrength([met('team', null)], TODAY, { strength: 0.8, saidOn: '2025-11-25' })).toBeCloseTo(0.4, 12);
  });
  test('0 is no tie, "I cannot say" is unknown', () => {
    expect(tieStrength(reasons, TODAY, { strength: 0, saidOn: TODAY })).toBe(0);
    expect(tieStrength(reasons, TODAY, { strength: null, saidOn: TODAY })).toBeNull();
    expect(() => tieStrength(reasons, TODAY, { strength: 1.5, saidOn: TODAY })).toThrow(RangeError);
  });
});

test('a company sets its own priors', () => {
  const own = { ...TIE_DEFAULTS, priors: { ...TIE_DEFAULTS.priors, classmates: 0.8 }, halfLives: { personal: 365, business: 100 } };
  expect(tieStrength([met('classmates', '2025-11-25')], TODAY, null, own)).toBeCloseTo(0.4, 12);
});
