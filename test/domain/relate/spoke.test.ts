import { describe, expect, test } from 'vitest';
import { daysBetween } from '#domain/day.ts';
import { pairTie } from '#domain/relate/pairTie.ts';
import { afterSaying, dayUnknown, saidFaults, SPOKE_SPANS, spokeOn, type SayableTie } from '#domain/relate/spoke.ts';

const TODAY = '2026-11-25';
const card = (more: Partial<SayableTie> = {}): SayableTie => ({ kind: 'card', lastContactOn: null, span: null, fromOn: null, toOn: null, toldOn: TODAY, ...more });

describe('the day of a vague answer', () => {
  test('is the middle of the span, and says so', () => {
    expect(SPOKE_SPANS.map((span) => [span, spokeOn(span, TODAY).day, daysBetween(spokeOn(span, TODAY).day, TODAY)])).toEqual([
      ['week', '2026-11-22', 3], ['month', '2026-11-07', 18], ['half_year', '2026-08-11', 106], ['year', '2026-02-25', 273], ['years', '2023-11-26', 1095],
    ]);
    for (const span of SPOKE_SPANS) expect(spokeOn(span, TODAY).span).toBe(span);
  });
  test('counts back from today: on the second of January a week ago is last year', () => {
    expect(spokeOn('week', '2027-01-02').day).toBe('2026-12-30');
    expect(spokeOn('month', '2024-03-10').day).toBe('2024-02-21');
  });
  test('a named day is that day', () => {
    expect(spokeOn('2025-02-28', TODAY)).toEqual({ day: '2025-02-28', span: null });
    expect(() => spokeOn('2025-02-30', TODAY)).toThrow(RangeError);
  });
  test('a later answer is never stronger', () => {
    const strengths = SPOKE_SPANS.map((span) => pairTie([{ ...afterSaying(card(), { spoke: span, kind: 'met' }, TODAY), strength: null, correctedOn: null }], TODAY).strength!);
    expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
    expect(strengths[4]).toBeCloseTo(0.3 * 0.5 ** 3, 12);
  });
});

describe('a tie after what was said of it', () => {
  test('has the day and the kind; nothing said changes nothing', () => {
    expect(afterSaying(card(), { spoke: 'half_year', kind: 'team' }, TODAY)).toEqual(card({ kind: 'team', lastContactOn: '2026-08-11', span: 'half_year' }));
    expect(afterSaying(card({ fromOn: '2024-03-05' }), { spoke: null, kind: null }, TODAY)).toEqual(card({ fromOn: '2024-03-05' }));
  });
  test('"connected on" does not become the beginning of a team that goes on', () => {
    const team = afterSaying(card({ fromOn: '2015-06-01' }), { spoke: null, kind: 'team' }, TODAY);
    expect(team).toEqual(card({ kind: 'team', lastContactOn: '2015-06-01' }));
    expect(pairTie([{ ...team, strength: null, correctedOn: null }], TODAY).lines[0]!.since).toBe('2015-06-01');
    expect(afterSaying(card({ fromOn: '2015-06-01' }), { spoke: 'year', kind: 'team' }, TODAY)).toEqual(card({ kind: 'team', lastContactOn: '2026-02-25', span: 'year' }));
    expect(afterSaying(card({ fromOn: '2015-06-01' }), { spoke: null, kind: 'met' }, TODAY)).toEqual(card({ kind: 'met', fromOn: '2015-06-01' }));
  });
  test('a day that is vague stays so through a change of kind', () => {
    const vague = afterSaying(card(), { spoke: 'month', kind: null }, TODAY);
    expect(afterSaying(vague, { spoke: null, kind: 'classmates' }, TODAY)).toEqual({ ...vague, kind: 'classmates' });
  });
});

test('the day is unknown until somebody says it, or how strong the tie is', () => {
  const unsaid = { ...card(), correctedOn: null };
  expect(dayUnknown(unsaid)).toBe(true);
  expect(dayUnknown({ ...unsaid, kind: 'family', fromOn: '2001' })).toBe(true);
  for (const said of [{ fromOn: '2024-03-05' }, { lastContactOn: TODAY }, { correctedOn: TODAY }]) expect(dayUnknown({ ...unsaid, ...said })).toBe(false);
});

test('an answer names what is wrong with it', () => {
  const faults = (spoke: string | null, kind: 'team' | null = null) => saidFaults({ spoke, kind }, TODAY, 'contacts.3').map(({ path, reason }) => `${path} ${reason}`);
  expect([faults(null), faults('2026-11-26'), faults('2026-02-30'), faults('decade')]).toEqual([['contacts.3.spoke required'], ['contacts.3.spoke no_past_day'], ['contacts.3.spoke no_past_day'], ['contacts.3.spoke no_past_day']]);
  expect([faults('week'), faults(TODAY), faults(null, 'team')]).toEqual([[], [], []]);
});
