import { describe, expect, test } from 'vitest';
import { contentHash, identityFields, identityHash } from '#domain/select/lineHash.ts';
import { Occurrences } from '#domain/select/occurrences.ts';
import type { InvoiceLine } from '#domain/select/trade.ts';

const line: InvoiceLine = {
  row: 2, customerKey: 'C1', customerName: 'One', country: null, invoiceNo: 'A1', day: '2026-01-05', currency: 'CNY', amount: 1250, cost: null,
  quantity: 2.5, product: 'P1', lineNo: '1', kind: 'sale', dueDay: null, paidDay: null,
};
const whole = identityFields([]);

describe('identity of a line', () => {
  test('is a whole number of 52 bits, the same each time, whatever row it stands in', () => {
    const hash = identityHash(line, whole);
    expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 52).toBe(true);
    expect(identityHash({ ...line, row: 900 }, whole)).toBe(hash);
    expect(identityHash({ ...line }, whole)).toBe(hash);
  });

  test('does not move when a payment or a cost becomes known, the content does', () => {
    const paid = { ...line, paidDay: '2026-02-01', cost: 800 };
    expect(identityHash(paid, whole)).toBe(identityHash(line, whole));
    expect(contentHash(paid)).not.toBe(contentHash(line));
  });

  test('follows the chosen keys only; a key that lines do not keep is passed over', () => {
    const keys = identityFields(['invoiceNo', 'lineNo', 'status']);
    expect(keys).toEqual(['invoiceNo', 'lineNo']);
    expect(identityHash({ ...line, amount: 1 }, keys)).toBe(identityHash(line, keys));
    expect(identityHash({ ...line, lineNo: '2' }, keys)).not.toBe(identityHash(line, keys));
    expect(identityFields(['status'])).toEqual(whole);
  });

  test('keeps neighbouring fields apart, and nothing from zero', () => {
    const a = identityHash({ ...line, invoiceNo: 'AB', lineNo: 'C' }, ['invoiceNo', 'lineNo']);
    expect(identityHash({ ...line, invoiceNo: 'A', lineNo: 'BC' }, ['invoiceNo', 'lineNo'])).not.toBe(a);
    expect(contentHash({ ...line, cost: 0 })).not.toBe(contentHash(line));
    expect(contentHash({ ...line, amount: -0 })).toBe(contentHash({ ...line, amount: 0 }));
  });

  test('of 200,000 invoices that differ in one digit all differ', () => {
    const seen = new Set<number>();
    for (let n = 0; n < 200_000; n++) seen.add(identityHash({ ...line, invoiceNo: `INV${n}` }, whole));
    expect(seen.size).toBe(200_000);
  });
});

test('occurrences make repeated lines distinct, in order, per customer', () => {
  const seen = new Occurrences();
  const hash = identityHash(line, whole);
  const first = seen.next(1, hash);
  const second = seen.next(1, hash);
  expect([first, second.occurrence]).toEqual([{ hash, occurrence: 1 }, 2]);
  expect(second.hash).not.toBe(hash);
  expect(seen.next(2, hash)).toEqual({ hash, occurrence: 1 });
  for (let n = 0; n < 50_000; n++) expect(seen.next(3, n).occurrence).toBe(1);
  expect(seen.next(1, hash).occurrence).toBe(3);
  const again = new Occurrences();
  again.next(9, hash);
  expect(again.next(9, hash)).toEqual(second);
});
