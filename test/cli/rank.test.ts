import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { modelFileText } from '#domain/select/modelFile.ts';
import { TEMPLATES } from '#domain/select/templates.ts';
import { sharedData } from '../sharedData.ts';
import { file, vitalfew } from './terminal.ts';

async function rank(...args: string[]) {
  const { code, out, err } = await vitalfew('rank', ...args, '--format', 'json');
  expect(err.includes('Error'), err).toBe(false);
  expect(code, err).toBe(0);
  return JSON.parse(out);
}
const dataOf = (path: string) => sharedData(`01_transactions/${path}`);
const expectedOf = (path: string) => JSON.parse(readFileSync(dataOf(path)!, 'utf8')).expected;

describe.skipIf(!dataOf('online_retail_A_expected.json'))('reference results on real files (shared data)', () => {
  test('Online Retail: to the cent and 1e-6', async () => {
    const want = expectedOf('online_retail_A_expected.json');
    const got = await rank(dataOf('online_retail_invoices_A_even.csv')!, '--as-of', '2011-12-10');
    const c = got.concentration;
    expect(got.asOf).toBe('2011-12-10');
    expect(got.lines).toBe(want.invoices_incl_cancellations);
    expect([c.total, c.customers, c.negative, c.customersFor80pct, c.whalePeakRank]).toEqual([want.net_total, want.customers, want.customers_negative, want.customers_needed_for_80pct_of_net, want.whale_peak_at_customer_rank]);
    for (const [mine, theirs] of [['top1pct', 'top_1pct_share'], ['top5pct', 'top_5pct_share'], ['top10pct', 'top_10pct_share'], ['top20pct', 'top_20pct_share'], ['top50pct', 'top_50pct_share'], ['gini', 'gini_positive_only'], ['hhi', 'hhi_positive_only_0_10000'], ['whalePeakShare', 'whale_peak_share_of_total']] as const) {
      expect(Math.abs(c[mine] - want[theirs]), mine).toBeLessThan(1e-6);
    }
    expect(got.customers.slice(0, 10).map((customer: { key: string }) => customer.key)).toEqual(want.top10_customer_ids);
    expect(got.customers.slice(0, 10).map((customer: { net: number }) => customer.net)).toEqual(want.top10_net);
    const abc = Object.groupBy(got.customers, (customer: { abc: string | null }) => customer.abc ?? 'none');
    expect({ A: abc['A']!.length, B: abc['B']!.length, C: abc['C']!.length }).toEqual(want.abc_80_95_counts_positive_only);
    for (const row of want['rfm_top10_as_of_2011-12-10']) {
      const customer = got.customers.find(({ key }: { key: string }) => key === row.CustomerID);
      expect(customer.invoices).toBe(row.frequency_invoices);
    }
  });

  test('the lines of one day: quantity × price, codes read from Excel floats, lines without a customer left out', async () => {
    const got = await rank(dataOf('online_retail_lines_2011-05-12.csv')!);
    expect(got.excluded.no_customer).toBeGreaterThan(0);
    expect(got.lines + got.excluded.no_customer).toBe(1965);
    expect(got.customers.every(({ key }: { key: string }) => /^\d+$/.test(key))).toBe(true);
  });

  test('Network Rail: the twelve hidden total rows are reported and left out', async () => {
    const want = expectedOf('network_rail_spend_2019_04_2020_03_expected.json');
    const got = await rank(dataOf('network_rail_spend_2019_04_2020_03.csv')!);
    expect(got.excluded).toEqual({ total_row: want.TRAP_total_rows_hidden_in_data });
    expect(got.warnings.find(({ code }: { code: string }) => code === 'total_row').rows).toHaveLength(12);
    expect([got.lines, got.concentration.total, got.concentration.customers, got.concentration.customersFor80pct]).toEqual([want.rows, want.total_gbp, want.suppliers_exact, want.suppliers_for_80pct]);
    expect(Math.abs(got.concentration.gini - want.gini_positive)).toBeLessThan(1e-6);
    expect(Math.abs(got.concentration.hhi - want.hhi_positive_0_10000)).toBeLessThan(1e-6);
    expect(got.customers.slice(0, 10).map(({ name, net, invoices }: { name: string; net: number; invoices: number }) => [name, net, invoices])).toEqual(want.top10_suppliers);
    expect(got.warnings.some(({ code }: { code: string }) => code === 'suspected_duplicates')).toBe(true);
  });

  test('CRM pipeline: won deals count, the rest is left out with its reason', async () => {
    const want = expectedOf('crm_sales_expected.json');
    const got = await rank(dataOf('crm_sales/sales_pipeline.csv')!, '--customers', dataOf('crm_sales/accounts.csv')!);
    expect(got.lines).toBe(want.stages.Won);
    expect(got.excluded).toEqual({ not_won: want.opportunities - want.stages.Won });
    expect([got.concentration.total, got.concentration.customers]).toEqual([want.won_value_total, want.accounts]);
    expect(got.customers.slice(0, 10).map(({ name, net }: { name: string; net: number }) => [name, net])).toEqual(want.top10_accounts_by_won_value);
  });
});

describe('terminal', () => {
  const lines = '客户名称,开票日期,含税金额,币种\n海浪声学,2024-01-05,"1,234.50",CNY\n海浪声学,2024年2月6日,-34.50,CNY\nNorthwind,2024/03/01,１００,USD\n合计,,1300.00,CNY\n';

  test('totals above their lines are found when the file ends, and left out', async () => {
    const rows = (key: string, amounts: number[]) => [`${key} in all,2024-03-31,${amounts.reduce((sum, one) => sum + one, 0)}`, ...amounts.map((amount) => `${key},2024-01-05,${amount}`)];
    const got = await rank(file('above.csv', ['客户名称,开票日期,含税金额', ...rows('海浪声学', [120, 75, 33, 41, 9, 5]), ...rows('Northwind', [61, 17, 88, 4, 250])].join('\n')));
    expect([got.lines, got.excluded, got.customers.map(({ key, net }: { key: string; net: number }) => [key, net])]).toEqual([11, { total_row: 2 }, [['Northwind', 420], ['海浪声学', 283]]]);
  });

  test('several currencies never mix: one block each', async () => {
    const got = await rank(file('two.csv', lines));
    expect(Object.keys(got.byCurrency)).toEqual(['CNY', 'USD']);
    expect(got.byCurrency.CNY.customers).toMatchObject([{ key: '海浪声学', net: 1200, invoices: 1, first: '2024-01-05', last: '2024-02-06', abc: 'A', share: 1, rank: 1 }]);
    expect(got.byCurrency.USD.concentration.total).toBe(100);
    expect([got.asOf, got.lines, got.excluded]).toEqual(['2024-03-01', 3, { total_row: 1 }]);
  });

  test('columns by name; equal customers share a rank', async () => {
    const path = file('odd.csv', 'Who;Booked on;Worth\nB;31.01.2024;10,50\nA;01.02.2024;10,50\nC;01.02.2024;3\n');
    const got = await rank(path, '--map', 'customer=Who,date=Booked on,amount=Worth');
    expect(got.customers.map((customer: { key: string; rank: number; net: number }) => [customer.key, customer.rank, customer.net])).toEqual([['A', 1, 10.5], ['B', 1, 10.5], ['C', 3, 3]]);
  });

  test('CSV on standard output neutralises formulas', async () => {
    const { out } = await vitalfew('rank', file('formula.csv', 'customer,date,amount\n"=cmd|x",2024-01-01,5\n'), '--format', 'csv');
    expect(out.split('\n')[1]).toContain("'=cmd|x");
  });

  test.each([
    [['rank'], 2, /at least one file/], [['rank', 'x.csv', '--format', 'xml'], 2, /--format/], [['rank', 'x.csv', '--as-of', '2023-02-30'], 2, /no day/], [['rank', 'x.csv', '--map', 'colour=Red'], 2, /--map/],
    [['rank', '--nonsense'], 2, /nonsense/], [['dance'], 2, /no command/], [[], 2, /Usage/], [['rank', 'absent.csv'], 1, /no file/],
  ] as const)('%j ends with %i', async (args, code, sentence) => {
    const got = await vitalfew(...args);
    expect([got.code, got.out]).toEqual([code, '']);
    expect(got.err).toMatch(sentence);
  });

  test.each([
    ['a cell that is no number', 'customer,date,amount\nA,2024-01-01,ten\n', /row 2.*amount.*"ten"/s], ['a day that does not exist', 'customer,date,amount\nA,2024-02-30,1\n', /row 2.*no_such_day/s],
    ['no amount column', 'customer,date\nA,2024-02-03\n', /no column was found for amount/], ['nothing but headers', 'customer,date,amount\n', /not one invoice line/],
  ])('%s is refused, nothing on standard output', async (_, text, sentence) => {
    const got = await vitalfew('rank', file('faulty.csv', text), '--format', 'json');
    expect([got.code, got.out]).toEqual([1, '']);
    expect(got.err).toMatch(sentence);
  });
});

describe('a score model for the terminal', () => {
  const lines = () => file('model-lines.csv', 'customer,date,amount\nAeolus,2024-01-05,100\nBoreas,2024-02-06,50\n');
  const scores = (got: { customers: { score: number }[] }) => got.customers.map((customer) => customer.score);

  test('the file that the screen saves, a bare model, one under "model", and a template by its name', async () => {
    const { model } = TEMPLATES[1]!;
    const named = scores(await rank(lines(), '--model', 'telecom'));
    expect(named).not.toEqual(scores(await rank(lines())));
    for (const [name, text] of [['saved.json', modelFileText(model, 'x')], ['bare.json', JSON.stringify(model)], ['api.json', JSON.stringify({ model })]] as const) {
      expect([name, scores(await rank(lines(), '--model', file(name, text)))]).toEqual([name, named]);
    }
  });

  test.each([
    ['bad.json', '{\n"key": "x",\n}', /bad\.json: This is not valid JSON: "}" stands at line 3, column 1/], ['later.json', '{"format": 9, "key": "x"}', /later release \(format 9; this one reads 1\)/], ['table.json', '[]', /no score model/],
    ['uneven.json', modelFileText(TEMPLATES[0]!.model, 'x').replace('"weight": 40', '"weight": 41'), /lenses: weights add to 101, not 100/], ['odd.json', modelFileText(TEMPLATES[0]!.model, 'x').replace('"assumptionCap"', '"cap"'), /assumptionCap: [^]*cap: There is no field "cap" here\./],
  ])('%s is refused with the place', async (name, text, sentence) => {
    const got = await vitalfew('rank', lines(), '--model', file(name, text));
    expect([got.code, got.out]).toEqual([1, '']);
    expect(got.err).toMatch(sentence);
  });
});
