import { describe, expect, test } from 'vitest';
import { file, vitalfew } from './terminal.ts';

interface Customer { key: string; name: string; rank: number; total: number; chance: number; meanRank: number; low: number; high: number; best: number; worst: number; verdict: string; confidenceFactor: number | null; central: { lenses: Record<string, number>; indicators: Record<string, number> } | null }

const EXAMPLE = new URL('../../docs/examples/invoice-lines.csv', import.meta.url).pathname;

async function robust(...args: string[]) {
  const { code, out, err } = await vitalfew('robust', ...args);
  expect(code, err).toBe(0);
  return JSON.parse(out) as { method: string; draws: number; seed: number; top: string; places: number; ranked: number; within: number | null; verdicts: Record<string, number>; customers: Customer[]; byCurrency?: Record<string, { ranked: number }> };
}

describe('vitalfew robust', () => {
  test('the example: every customer with a score, its chance and its ranks, under named options', async () => {
    const got = await robust(EXAMPLE);
    expect(got).toMatchObject({ method: 'SMAA-2', draws: 10_000, seed: 1, top: '20%', within: null, places: 3, ranked: 13 });
    expect(got.customers.map(({ rank }) => rank)).toEqual(Array.from({ length: 13 }, (_, n) => n + 1));
    // Three places, no ties at the edge: the chances add to three.
    expect(got.customers.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(3, 3);
    for (const customer of got.customers) {
      expect(customer.best <= customer.low && customer.low <= customer.meanRank && customer.meanRank <= customer.worst && customer.low <= customer.high && customer.high <= customer.worst).toBe(true);
      expect(customer.confidenceFactor === null).toBe(customer.rank > 3);
      expect(customer.central === null).toBe(customer.chance === 0);
    }
    expect(got.customers[0]!.central!.lenses).toEqual({ past: expect.any(Number), present: expect.any(Number), future: expect.any(Number) });
    expect(got.verdicts['picks']).toBe(3);
  });

  test('the same seed gives the same output, to the byte; another one does not', async () => {
    const [a, b, c] = await Promise.all(['1', '1', '2'].map((seed) => vitalfew('robust', EXAMPLE, '--draws', '500', '--seed', seed)));
    expect(a!.out).toBe(b!.out);
    expect(c!.out).not.toBe(a!.out);
  });

  test('near the weights of the model the ranking stands better than anywhere; one place instead of a fifth', async () => {
    const near = await robust(EXAMPLE, '--within', '0.05', '--top', '1');
    expect([near.places, near.within, near.top]).toEqual([1, 0.05, '1']);
    expect(near.customers[0]).toMatchObject({ rank: 1, chance: 1, verdict: 'solid' });
  });

  test('limits of one weight by its key', async () => {
    const got = await robust(EXAMPLE, '--draws', '300', '--range', 'recency=0..0', '--range', 'revenue=60..80');
    const central = got.customers[0]!.central!.indicators;
    expect(central['recency']).toBe(0);
    expect(central['revenue']! >= 60 && central['revenue']! <= 80).toBe(true);
  });

  test('several currencies: one block each; a table for people', async () => {
    const lines = file('currencies.csv', 'customer,date,amount,currency\nA,2024-01-05,100,CNY\nB,2024-01-06,50,CNY\nC,2024-01-07,10,USD\n');
    expect(Object.entries((await robust(lines, '--draws', '100')).byCurrency!).map(([currency, { ranked }]) => [currency, ranked])).toEqual([['CNY', 2], ['USD', 1]]);
    const { out } = await vitalfew('robust', EXAMPLE, '--draws', '200', '--format', 'table');
    expect(out).toMatch(/^Picks among 13 customers: 3\. Solid .* 200 draws, seed 1\.\n\n +# +customer +score +chance/);
  });

  test('two customers swap where the named weight says, and not before', async () => {
    const [first, second] = (await robust(EXAMPLE, '--draws', '1')).customers;
    const { swap } = await robust(EXAMPLE, '--draws', '1', '--swap', second!.key, '--swap', first!.name) as unknown as { swap: { ahead: { key: string }; behind: { key: string }; tied: boolean; critical: { weight: string; now: number; turns: number; passes: number; relative: number }; weights: { relative: number | null }[] } };
    expect(swap).toMatchObject({ ahead: { key: first!.key }, behind: { key: second!.key }, tied: false });
    expect(swap.critical.relative).toBe(Math.min(...swap.weights.map(({ relative }) => relative ?? Infinity)));
    const { out } = await vitalfew('robust', EXAMPLE, '--draws', '1', '--swap', first!.key, '--swap', second!.key, '--format', 'table');
    expect(out).toContain(`when the weight of ${swap.critical.weight} goes from ${swap.critical.now.toFixed(1)} % to ${swap.critical.passes.toFixed(1)} %`);
  });

  test.each([
    [[], 2, /at least one file/], [['x.csv', '--top', '0'], 2, /--top/], [['x.csv', '--draws', '60001'], 2, /--draws/], [['x.csv', '--draws', 'many'], 2, /--draws/], [['x.csv', '--seed', '-1'], 2, /seed/],
    [['x.csv', '--within', '0'], 2, /--within/], [['x.csv', '--range', 'past'], 2, /--range/], [['x.csv', '--range', 'nothing=1..2'], 2, /no "nothing"/], [['x.csv', '--range', 'past=50..20'], 2, /--range/],
    [['x.csv', '--format', 'csv'], 2, /--format/], [['x.csv', '--swap', 'A'], 2, /--swap/], [[EXAMPLE, '--swap', 'A', '--swap', 'nobody'], 1, /no customer of these lines/], [['absent.csv'], 1, /no file/], [[EXAMPLE, '--range', 'past=70..80', '--range', 'present=40..50'], 1, /cannot add to 100 %/],
  ] as const)('%j is refused with code %i, nothing on standard output', async (args, code, sentence) => {
    const got = await vitalfew('robust', ...args);
    expect([got.code, got.out]).toEqual([code, '']);
    expect(got.err).toMatch(sentence);
  });

  test('--help explains itself', async () => {
    expect((await vitalfew('robust', '--help')).out).toContain('--within');
  });
});
