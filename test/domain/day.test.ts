import { expect, test } from 'vitest';
import { addDays, addMonths, dayFrom, dayFromNumber, dayNumber, daysBetween, isDay, latestDay, monthOf } from '#domain/day.ts';

test('days count over leap years and back', () => {
  expect(dayNumber('1970-01-01')).toBe(0);
  expect(dayFromNumber(dayNumber('2024-02-29'))).toBe('2024-02-29');
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
});

test('a day that does not exist is none', () => {
  expect(dayFrom(2023, 2, 29)).toBeNull();
  expect(dayFrom(2023, 4, 31)).toBeNull();
  expect([isDay('2024-02-29'), isDay('2023-02-29'), isDay('2024-2-9'), isDay('x')]).toEqual([true, false, false, false]);
});

test('months roll over years', () => {
  expect(monthOf('2024-02-29')).toBe('2024-02');
  expect([addMonths('2024-11', 3), addMonths('2024-01', -1), addMonths('2024-06', -18)]).toEqual(['2025-02', '2023-12', '2022-12']);
});

test('today of the world is today of its easternmost place: nobody in Shanghai is ahead of time before eight in the morning', () => {
  expect(latestDay(new Date('2026-03-30T23:30:00Z'))).toBe('2026-03-31');
  expect(latestDay(new Date('2026-03-31T09:59:59Z'))).toBe('2026-03-31');
  expect(latestDay(new Date('2026-03-31T10:00:00Z'))).toBe('2026-04-01');
});

test('the number of a day is that of Date, for every day from 1900 to 2199', () => {
  for (let number = Date.UTC(1900, 0, 1) / 86_400_000; number < Date.UTC(2200, 0, 1) / 86_400_000; number++) if (dayNumber(dayFromNumber(number)) !== number) throw new Error(`${dayFromNumber(number)} is ${dayNumber(dayFromNumber(number))}, not ${number}`);
  // A day that does not exist is the one as many days later, as Date counts.
  expect(dayNumber('2023-02-30')).toBe(dayNumber('2023-03-02'));
});
