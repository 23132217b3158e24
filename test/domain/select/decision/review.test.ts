import { expect, test } from 'vitest';
import { addDays } from '#domain/day.ts';
import { dueIfBy, reviewDue } from '#domain/select/decision/review.ts';

test('one year after the decision, or after its last review', () => {
  expect(reviewDue('2025-03-31', null)).toBe('2026-03-31');
  expect(reviewDue('2025-03-31', '2026-04-15')).toBe('2027-04-15');
  expect(reviewDue('2024-02-29', null)).toBe('2025-03-01');
  expect(reviewDue('2023-02-28', null)).toBe('2024-02-28');
});

test('the day that a store is asked with gives the same answer, on every day of eight years', () => {
  for (let today = '2023-01-01'; today <= '2026-12-31'; today = addDays(today, 1)) {
    const by = dueIfBy(today);
    for (const day of [addDays(by, -1), by, addDays(by, 1), addDays(by, 2)]) expect([today, day, reviewDue(day, null) <= today]).toEqual([today, day, day <= by]);
  }
});
