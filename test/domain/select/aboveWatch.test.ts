import { expect, test } from 'vitest';
import { AboveWatch } from '#domain/select/aboveWatch.ts';

/** Rows of a total over its lines: [label, amount] each. */
type Row = readonly [string, number];
const total = (label: string, lines: readonly Row[]): Row[] => [[label, lines.reduce((sum, [, amount]) => sum + amount, 0)], ...lines];
const lines = (label: string, ...amounts: number[]): Row[] => amounts.map((amount) => [label, amount]);
function found(rows: readonly Row[], currency: (n: number) => string = () => 'CNY'): number[] {
  const watch = new AboveWatch();
  rows.forEach(([label, amount], n) => watch.row(n + 2, label, amount, currency(n)));
  return watch.found().map(({ row }) => row);
}
/** Amounts without a pattern, the same each time. */
function* amounts(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 48_271) % 2_147_483_647;
    yield 100 + (state % 900_000);
  }
}
const take = (count: number, seed: number): number[] => [...amounts(seed).take(count)];

const ACME = lines('Acme', ...take(7, 1));
const BETA = lines('Beta', ...take(5, 2));
const GAMMA = lines('Gamma', ...take(3, 3));

test('one total over the whole file', () => {
  expect(found(total('Everybody', [...ACME, ...BETA]))).toEqual([2]);
  // A customer of its own lines is not told from a large invoice; its name says it.
  expect(found(total('Acme', lines('Acme', ...take(12, 4))))).toEqual([]);
  expect(found(total('Acme Total', lines('Acme Total', ...take(12, 4))))).toEqual([2]);
});

test('one total over each group, from the first row to the last, whatever the groups are called', () => {
  expect(found([...total('Acme', ACME), ...total('Beta', BETA), ...total('Gamma', GAMMA)])).toEqual([2, 10, 16]);
  expect(found([...total('Acme', ACME), ...total('Beta', lines('Beta', 500)), ...total('Gamma', GAMMA), ...total('Delta', lines('Delta', 4000, 100, 70))])).toEqual([2, 10, 12, 16]);
});

test('a total over the file, and one over each group below it', () => {
  const groups = [...total('Acme', ACME), ...total('Beta', BETA)];
  const all = [...ACME, ...BETA].reduce((sum, [, amount]) => sum + amount, 0);
  expect(found([['Everybody', all], ...groups])).toEqual([2, 3, 11]);
});

test('credit notes and lines of nothing belong to their group', () => {
  expect(found([...total('Acme', [...lines('Acme', 90_000, 70_100, -20_000), ...ACME]), ...total('Beta', [...BETA, ['Beta', -50]]), ['Beta', 0]])).toEqual([2, 13]);
});

test('currencies are apart', () => {
  const cny = total('Acme', ACME);
  const usd = total('Everybody', [...BETA, ...GAMMA, ...lines('Delta', ...take(4, 9))]);
  const mixed = [...cny.map((row) => ['CNY', row] as const), ...usd.map((row) => ['USD', row] as const)];
  const order = mixed.toSorted((a, b) => (a[1][1] % 7) - (b[1][1] % 7) || 0).filter(([, row]) => row !== cny[0] && row !== usd[0]);
  const rows = [['CNY', cny[0]!] as const, ['USD', usd[0]!] as const, ...order];
  expect(found(rows.map(([, row]) => row), (n) => rows[n]![0])).toEqual([3]);
});

test('sums equal by chance are no totals', () => {
  // Ten lines of 1,000 under one of 10,000, in the middle of others.
  expect(found([...lines('A', 300, 10_000), ...lines('B', ...Array.from({ length: 10 }, () => 1000)), ...lines('C', 40, 77)])).toEqual([]);
  // The same amount over and over, pairs, and a kit with its parts now and then.
  expect(found(lines('A', ...Array.from({ length: 5000 }, () => 100)))).toEqual([]);
  expect(found(Array.from({ length: 200 }, (_, n): Row => [`K${n % 9}`, 100 + Math.floor(n / 2)]))).toEqual([]);
  expect(found(Array.from({ length: 300 }, (_, n): Row => [`K${n % 7}`, n % 30 === 0 ? 200 : 100]))).toEqual([]);
  // A sum that comes one row too early or too late for the end of the file.
  expect(found([...total('Everybody', [...ACME, ...BETA]), ['Gamma', 1]])).toEqual([]);
  expect(found([['Gamma', 1], ...total('Everybody', [...ACME, ...BETA])])).toEqual([]);
  expect(found([...total('Acme', ACME), ...total('Beta', BETA).with(0, ['Beta', 1])])).toEqual([]);
  // Few lines, or a "total" that is no larger than one of them.
  expect(found(total('Everybody', lines('A', 1, 2, 3)))).toEqual([]);
  expect(found(total('Everybody', [...lines('A', ...take(11, 5)), ['B', 5_000_000], ['C', -5_000_000]]))).toEqual([]);
});

test('ten thousand files of round amounts give no false alarm', () => {
  let alarms = 0;
  const random = amounts(77);
  for (let file = 0; file < 10_000; file++) {
    const rows = Array.from({ length: 5 + (random.next().value % 60) }, (_, n): Row => [`K${(random.next().value + n) % 12}`, 1000 * (1 + (random.next().value % 20))]);
    if (found(rows).length > 0) alarms++;
  }
  expect(alarms).toBe(0);
});

test('memory stays small where rows pair off by themselves', () => {
  const watch = new AboveWatch();
  for (let n = 0; n < 200_000; n++) watch.row(n, 'A', 100, 'CNY');
  expect(watch.found()).toEqual([]);
});
