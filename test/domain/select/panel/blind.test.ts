import { describe, expect, test } from 'vitest';
import { isLate, mayCloseEntry, phaseOf, type Assessor, type Panel, type PanelMark } from '#domain/select/panel/panel.ts';
import { givenMarks, seesMarks, visibleTo } from '#domain/select/panel/visible.ts';
import { reasonsAsked, waitingFor } from '#domain/select/panel/waiting.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';

const AT = '2026-03-31T08:00:00.000Z';
type State = 'invited' | 'submitted' | 'declined';
const panelOf = (states: Record<string, State>, more: Partial<Panel> = {}): Panel => ({
  id: 1, accountId: 1, modelVersionId: 1, dueOn: '2026-04-10', indicators: ['brand', 'funding'], openedBy: { id: 'opener' }, entryClosedAt: null, closedAt: null, cancelledAt: null,
  assessors: Object.entries(states).map(([userId, state]): Assessor => ({ userId, submittedAt: state === 'submitted' ? AT : null, declinedAt: state === 'declined' ? AT : null })), ...more,
});
const mark = (userId: string, value: number, indicator = 'brand', reason = ''): PanelMark => ({ userId, indicator, value, reason, factIds: [] });

/** Every mix of three assessors' answers, with entry open or closed: 2 × 3³ panels. */
const STATES: readonly State[] = ['invited', 'submitted', 'declined'];
const MIXES = STATES.flatMap((a) => STATES.flatMap((b) => STATES.flatMap((c) => [false, true].map((over) => ({ a, b, c, over })))))
  .filter(({ a, b, c, over }) => !over || ![a, b, c].includes('invited'));

describe('blind until one\'s own marks are in', () => {
  test.each(MIXES)('%j', ({ a, b, c, over }) => {
    const panel = panelOf({ a, b, c }, { entryClosedAt: over ? AT : null });
    const marks = [mark('a', 1), mark('b', 2), mark('c', 3)];
    const submitted = Object.entries({ a, b, c }).filter(([, state]) => state === 'submitted').map(([id]) => id);
    for (const viewer of ['a', 'b', 'c', 'opener', 'administrator', null]) {
      const seen = visibleTo(panel, marks, viewer).map((one) => one.userId);
      const others = seen.filter((id) => id !== viewer);
      const state = viewer === null ? undefined : ({ a, b, c } as Record<string, State>)[viewer];
      // Said once more in other words: an assessor sees others after submitting, or (declined) when entry is over; the rest when nobody is awaited.
      const may = state === 'submitted' || (state === 'declined' && over) || (state === undefined && ![a, b, c].includes('invited'));
      expect([viewer, others]).toEqual([viewer, may ? submitted.filter((id) => id !== viewer) : []]);
      expect(seen.includes(viewer ?? '')).toBe(state !== undefined);
    }
    expect(givenMarks(panel, marks).map((one) => one.userId)).toEqual(submitted);
  });

  test('a panel that was cancelled or closed shows no more than before', () => {
    expect(seesMarks(panelOf({ a: 'submitted', b: 'invited' }, { cancelledAt: AT }), 'opener')).toBe(false);
    expect(seesMarks(panelOf({ a: 'submitted', b: 'invited' }, { cancelledAt: AT }), 'b')).toBe(false);
    expect(seesMarks(panelOf({ a: 'submitted', b: 'declined' }, { closedAt: AT, entryClosedAt: AT }), 'b')).toBe(true);
  });
});

test('phases, the due day, and when entry may be closed', () => {
  const marking = panelOf({ a: 'submitted', b: 'invited' });
  const comparing = panelOf({ a: 'submitted', b: 'declined' });
  expect([phaseOf(marking), phaseOf(comparing), phaseOf({ ...comparing, closedAt: AT }), phaseOf({ ...marking, cancelledAt: AT })]).toEqual(['marking', 'comparing', 'closed', 'cancelled']);
  expect(['2026-04-10', '2026-04-11'].map((today) => isLate(marking, today))).toEqual([false, true]);
  expect(isLate(comparing, '2026-04-11')).toBe(false);
  expect(['2026-04-10', '2026-04-11'].map((today) => mayCloseEntry(marking, today))).toEqual([false, true]);
  expect(mayCloseEntry(comparing, '2026-04-01')).toBe(true);
  expect(mayCloseEntry({ ...comparing, entryClosedAt: AT }, '2026-04-01')).toBe(false);
});

test('what a panel waits for a person to do', () => {
  const marking = panelOf({ a: 'submitted', b: 'invited' });
  const comparing = panelOf({ a: 'submitted', b: 'submitted' });
  expect(waitingFor(marking, 'b', '2026-04-01', 0)).toBe('marks');
  expect(waitingFor(marking, 'a', '2026-04-01', 0)).toBeNull();
  expect(waitingFor(marking, 'opener', '2026-04-01', 0)).toBeNull();
  expect(waitingFor(marking, 'opener', '2026-04-11', 0)).toBe('entry');
  expect(waitingFor(comparing, 'opener', '2026-04-01', 0)).toBe('agreement');
  expect(waitingFor(comparing, 'a', '2026-04-01', 2)).toBe('reason');
  expect(waitingFor({ ...comparing, closedAt: AT }, 'opener', '2026-04-11', 1)).toBeNull();
});

test('reasons are asked of outliers without one, once nobody is awaited and until something is agreed', () => {
  const marks = [mark('a', 4), mark('b', 4), mark('c', 1), mark('c', 1, 'funding', 'lost its bank'), mark('a', 5, 'funding'), mark('b', 5, 'funding')];
  const panel = panelOf({ a: 'submitted', b: 'submitted', c: 'submitted' });
  const asked = (viewer: string, over: Panel = panel, agreed: { indicator: string; value: number }[] = []) => reasonsAsked(GENERAL_TEMPLATE, over, marks, agreed, viewer);
  expect(['a', 'b', 'c', 'opener'].map((viewer) => asked(viewer))).toEqual([[], [], ['brand'], []]);
  expect(asked('c', panel, [{ indicator: 'brand', value: 4 }])).toEqual([]);
  expect(asked('c', panelOf({ a: 'submitted', b: 'invited', c: 'submitted' }))).toEqual([]);
  expect(asked('c', { ...panel, closedAt: AT })).toEqual([]);
});
