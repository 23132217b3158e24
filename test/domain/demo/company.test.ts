import { describe, expect, test } from 'vitest';
import { demoCompany } from '#domain/demo/company.ts';
import { DEMO_SETTINGS } from '#domain/demo/settings.ts';
import { measureTrade } from '#domain/select/measures.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import type { InvoiceLine, TradeMonth } from '#domain/select/trade.ts';

const TODAY = '2026-11-23';
const company = demoCompany(TODAY, GENERAL_TEMPLATE);

/** Just enough of the monthly sums for the measures; overdue is looked at elsewhere. */
function months(lines: readonly InvoiceLine[]): TradeMonth[] {
  const byMonth = Map.groupBy(lines, (line) => `${line.day.slice(0, 7)} ${line.currency}`);
  return [...byMonth].map(([key, group]) => {
    const sum = (of: (line: InvoiceLine) => number) => group.reduce((total, line) => total + of(line), 0);
    const days = group.map((line) => line.day).toSorted();
    return {
      month: key.slice(0, 7), currency: key.slice(8), revenue: sum((l) => l.amount), credits: sum((l) => (l.kind === 'credit' ? l.amount : 0)),
      cost: sum((l) => l.cost ?? 0), costedRevenue: sum((l) => (l.cost === null ? 0 : l.amount)), lines: group.length,
      invoices: new Set(group.filter((l) => l.kind === 'sale').map((l) => l.invoiceNo)).size, creditNotes: new Set(group.filter((l) => l.kind === 'credit').map((l) => l.invoiceNo)).size,
      dueAmount: 0, lateAmount: 0, lateAmountDays: 0, firstDay: days[0]!, lastDay: days.at(-1)!, lastSaleDay: group.findLast((l) => l.kind === 'sale')?.day ?? null,
    };
  });
}

const figures = [...Map.groupBy(company.lines, (line) => line.customerKey).values()].flatMap((lines) => measureTrade(months(lines), [], {
  asOf: company.end, dataFrom: company.lines[0]!.day, reportingCurrency: 'CNY', ...DEMO_SETTINGS, paymentsKnown: true,
}) ?? []);

describe('the demo company', () => {
  test('is the same for the same seed, and ends with the month before today', () => {
    expect(demoCompany(TODAY, GENERAL_TEMPLATE)).toEqual(company);
    expect(company.end).toBe('2026-10-31');
    expect(company.lines.every((line) => line.day <= company.end && line.day >= '2023-11-01')).toBe(true);
  });

  test('has about 180 customers, a few of them prospects, and tens of thousands of lines', () => {
    const trading = new Set(company.lines.map((line) => line.customerKey));
    expect(company.customers).toHaveLength(180);
    expect(new Set(company.customers.map((customer) => customer.key)).size).toBe(180);
    expect(new Set(company.customers.map((customer) => customer.name)).size).toBe(180);
    expect(180 - trading.size).toBe(12);
    expect(company.lines.length).toBeGreaterThan(25_000);
    expect(company.lines.length).toBeLessThan(40_000);
  });

  test('lives by the 80/20: a fifth of the customers makes about four fifths of the revenue', () => {
    const revenue = figures.map((figure) => figure.revenue).filter((value) => value > 0).toSorted((a, b) => b - a);
    const share = sumOf(revenue.slice(0, Math.ceil(revenue.length / 5))) / sumOf(revenue);
    expect(share).toBeGreaterThan(0.75);
    expect(share).toBeLessThan(0.86);
  });

  test('loses money on its tail: the whale curve of contribution peaks above 115 %', () => {
    const contribution = figures.map((figure) => figure.contribution).toSorted((a, b) => b - a);
    const peak = sumOf(contribution.filter((value) => value > 0)) / sumOf(contribution);
    expect(peak).toBeGreaterThan(1.15);
    expect(peak).toBeLessThan(1.4);
  });

  test('knows credit notes, unpaid and late invoices, missing costs, dollars and a quiet Spring Festival', () => {
    const credits = company.lines.filter((line) => line.kind === 'credit');
    expect(credits.length).toBeGreaterThan(200);
    expect(credits.every((line) => line.amount <= 0 && line.quantity! < 0)).toBe(true);
    expect(company.lines.some((line) => line.cost === null)).toBe(true);
    expect(company.lines.some((line) => line.paidDay === null && line.dueDay !== null && line.dueDay < company.end)).toBe(true);
    expect(new Set(company.lines.map((line) => line.currency))).toEqual(new Set(['CNY', 'USD']));
    const abroad = new Set(company.customers.filter((customer) => customer.abroad).map((customer) => customer.key));
    expect(company.lines.filter((line) => line.day > '2026-02-13' && line.day < '2026-02-25' && line.kind === 'sale' && !abroad.has(line.customerKey))).toEqual([]);
  });

  test('has marks of colleagues on about three in five customers, only for indicators of the model, and red lines', () => {
    const marked = new Set(company.marks.map((mark) => mark.customerKey));
    expect(marked.size).toBeGreaterThan(90);
    expect(marked.size).toBeLessThan(130);
    const indicators = GENERAL_TEMPLATE.lenses.flatMap((lens) => lens.factors.flatMap((factor) => factor.indicators)).filter((indicator) => indicator.kind !== 'computed');
    const known = new Set([...indicators, ...GENERAL_TEMPLATE.deductions, ...GENERAL_TEMPLATE.vetoes].map((one) => one.key));
    expect(company.marks.filter((mark) => !known.has(mark.indicator))).toEqual([]);
    expect(company.marks.some((mark) => GENERAL_TEMPLATE.vetoes.some((veto) => veto.key === mark.indicator))).toBe(true);
  });

  test('words countries and industries in the language asked for', () => {
    const chinese = demoCompany(TODAY, GENERAL_TEMPLATE, 'zh');
    expect(chinese.customers.some((customer) => customer.country === '中国')).toBe(true);
    expect(chinese.lines.length).toBe(company.lines.length);
  });
});

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
