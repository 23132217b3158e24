import { describe, expect, test } from 'vitest';
import { dayNumber } from '#domain/day.ts';
import { textHash } from '#domain/select/lineHash.ts';
import { MonthSums, type SummedLine } from '#domain/select/monthSums.ts';
import { NumberTable } from '#domain/select/numberTable.ts';

const line = (customer: number, day: string, amount: number, invoice: string, more: Partial<SummedLine> = {}): SummedLine => ({
  customer, month: Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1, day: dayNumber(day), currency: 'CNY', amount, cost: null, credit: amount < 0, invoice: textHash(invoice), dueDay: null, paidDay: null, ...more,
});

describe('monthly sums while lines pass', () => {
  test('keep customers, months and currencies apart, in order', () => {
    const sums = new MonthSums();
    sums.add(line(1, '2026-01-31', 100, 'A'));
    sums.add(line(0, '2026-02-01', 200, 'B', { cost: 120, dueDay: dayNumber('2026-03-01'), paidDay: dayNumber('2026-03-11') }));
    sums.add(line(0, '2026-02-03', -50, 'C', { dueDay: dayNumber('2026-03-01'), paidDay: dayNumber('2026-02-20') }));
    sums.add(line(0, '2026-02-02', 300, 'B'));
    sums.add(line(0, '2026-02-02', 7, 'B', { currency: 'EUR' }));
    expect([...sums.months()]).toEqual([
      { customer: 0, month: '2026-02', currency: 'CNY', revenue: 450, credits: -50, cost: 120, costedRevenue: 200, lines: 3, invoices: 1, creditNotes: 1, dueAmount: 150, lateAmount: 200, lateAmountDays: 2000, firstDay: '2026-02-01', lastDay: '2026-02-03', lastSaleDay: '2026-02-02' },
      { customer: 0, month: '2026-02', currency: 'EUR', revenue: 7, credits: 0, cost: 0, costedRevenue: 0, lines: 1, invoices: 1, creditNotes: 0, dueAmount: 0, lateAmount: 0, lateAmountDays: 0, firstDay: '2026-02-02', lastDay: '2026-02-02', lastSaleDay: '2026-02-02' },
      { customer: 1, month: '2026-01', currency: 'CNY', revenue: 100, credits: 0, cost: 0, costedRevenue: 0, lines: 1, invoices: 1, creditNotes: 0, dueAmount: 0, lateAmount: 0, lateAmountDays: 0, firstDay: '2026-01-31', lastDay: '2026-01-31', lastSaleDay: '2026-01-31' },
    ]);
  });

  test('give up when there are too many groups, or more currencies than there are', () => {
    const few = new MonthSums(2);
    for (const customer of [1, 2, 3]) few.add(line(customer, '2026-01-31', 100, 'A'));
    expect(few.full).toBe(true);
    const many = new MonthSums();
    for (let n = 0; n < 40; n++) many.add(line(1, '2026-01-31', 100, 'A', { currency: `X${n}` }));
    expect(many.full).toBe(true);
  });

  test('hold ten thousand groups', () => {
    const sums = new MonthSums();
    for (let n = 0; n < 30_000; n++) sums.add(line(n % 10_000, '2026-01-31', 1, `I${n}`));
    const months = [...sums.months()];
    expect(months.map((month) => month.customer)).toEqual(Array.from({ length: 10_000 }, (_, n) => n));
    expect(months.every((month) => month.lines === 3 && month.revenue === 3 && month.invoices === 3)).toBe(true);
  });
});

test('a table of numbers gives each its place once', () => {
  const table = new NumberTable();
  const numbers = Array.from({ length: 20_000 }, (_, n) => n * 4_294_967_296 % 2 ** 52 + (n % 3));
  const places = numbers.map((number) => table.place(number));
  expect(numbers.map((number) => table.place(number))).toEqual(places);
  expect(new Set(places).size).toBe(new Set(numbers).size);
  expect(table.size).toBe(new Set(numbers).size);
});
