import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openTable } from '#actions/files/openTable.ts';
import { cellText } from '#domain/select/cell.ts';
import type { Store } from '#storage/connect.ts';
import type { StandingTable } from '#storage/schema.ts';
import { replaceStandings } from '#storage/select/standings.ts';
import { startApi, type Client, type TestApi } from '../api.ts';
import { addCompanies, addPeople, COMPANIES, giveTo, PEOPLE } from '../cast.ts';
import { eachEngine } from '../database.ts';

const { ada, mo, max, cleo, vera } = PEOPLE;
const FORMULA = '=HYPERLINK("http://elsewhere.example","open")';

/** Where an account stands of which nothing is known. */
const unknown = (account_id: number): StandingTable => ({
  account_id, model_version_id: 1, as_of: '2026-03-31', currency: 'CNY', total: null, past: null, present: null, future: null, confidence: 0, grade: null, class: null, rank: null,
  value_today: null, potential: null, veto: 0, revenue: 0, revenue_before: 0, margin: null, contribution: 0, invoices: 0, months: '[]', first_day: null, last_day: null,
});

/** The cells of an exported file as text, read back by our own reader. */
async function table(client: Client, query: string): Promise<{ rows: string[][]; headers: Headers }> {
  const answer = await client.fetch(`/api/accounts/export${query}`);
  expect(answer.status).toBe(200);
  const path = join(mkdtempSync(join(tmpdir(), 'vitalfew-export-')), 'export');
  writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
  const rows: string[][] = [];
  for await (const batch of (await openTable(path, 'export')).rows()) rows.push(...batch.map(({ cells }) => cells.map(cellText)));
  return { rows, headers: answer.headers };
}

eachEngine((_engine, open) => {
  let store: Store;
  let api: TestApi;
  beforeAll(async () => {
    store = await open();
    await addPeople(store);
    const ids = await addCompanies(store, [...COMPANIES, { key: '+861', name: FORMULA, country: '@home' }]);
    await giveTo(store, mo, ids.slice(0, 2));
    const known = { rank: 1, total: 87.25, grade: 'S', class: 'strategic', confidence: 0.5, revenue: 123_456_789, revenue_before: -5, contribution: 100, invoices: 12, last_day: '2026-03-30' };
    const changed = [known, { ...known, rank: 2, total: 50, currency: 'JPY', revenue: 1234, class: 'exit', grade: 'C' }];
    await store.transaction((tx) => replaceStandings(tx, ids.map((id, n) => ({ ...unknown(id), ...changed[n] }))));
    api = await startApi(store);
  });

  test.each(['xlsx', 'csv'] as const)('%s: every customer by rank, figures exact, days as days', async (format) => {
    const { rows, headers } = await table(api.as(ada), `?format=${format}&locale=en`);
    const [names, ...data] = rows;
    expect(names!.slice(0, 3)).toEqual(['Rank', 'Customer code', 'Customer']);
    expect(data.map((row) => row[2])).toContain('東山電子股份有限公司');
    expect(data).toHaveLength(6);
    const at = (row: number, name: string) => data[row]![names!.indexOf(name)];
    expect([at(0, 'Customer code'), at(0, 'Score'), at(0, 'Revenue, 12 months'), at(0, 'Revenue, 12 months before'), at(0, 'Latest invoice'), at(0, 'Class')]).toEqual(['C001', '87.25', '1234567.89', '-0.05', '2026-03-30', 'strategic']);
    expect([at(1, 'Currency'), at(1, 'Revenue, 12 months'), at(1, 'Gross margin')]).toEqual(['JPY', '1234', '']);
    expect(headers.get('content-disposition')).toContain(`filename="customers.${format}"`);
    expect(headers.get('content-type')).toContain(format === 'csv' ? 'text/csv' : 'spreadsheetml');
  });

  test.each(['xlsx', 'csv'] as const)('%s: no cell begins like a formula, except that a number may be negative', async (format) => {
    const { rows } = await table(api.as(ada), `?format=${format}&locale=en`);
    const row = rows.find((cells) => cells[2]!.includes('HYPERLINK'))!;
    expect(row.slice(1, 4)).toEqual(["'+861", `'${FORMULA}`, "'@home"]);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@]|^-(?!\d)/);
  });

  test('headers and classes in the language asked for, else the viewer\'s own', async () => {
    const simplified = (await table(api.as(ada), '?format=csv&locale=zh-Hans')).rows;
    expect(simplified[0]!.slice(0, 3)).toEqual(['排名', '客户编码', '客户名称']);
    expect(simplified[1]).toContain('战略客户');
    expect((await table(api.as(ada), '?format=csv&locale=zh-Hant')).rows[0]!.slice(1, 3)).toEqual(['客戶編碼', '客戶名稱']);
    await store.write.updateTable('auth_user').set({ locale: 'zh-Hans' } as never).where('id', '=', max.id).execute();
    expect((await table(api.as(max), '?format=csv')).rows[0]![0]).toBe('排名');
  });

  test('a manager exports own customers only; filters hold', async () => {
    expect((await table(api.as(mo), '?format=csv&locale=en')).rows.slice(1).map((row) => row[1])).toEqual(['C001', 'C002']);
    expect((await table(api.as(max), '?format=csv&locale=en')).rows).toHaveLength(1);
    expect((await table(api.as(ada), '?format=csv&locale=en&grade=C')).rows.slice(1).map((row) => row[1])).toEqual(['C002']);
  });

  test('refused: without a session, without the permission, with a format there is not', async () => {
    expect((await api.nobody.fetch('/api/accounts/export')).status).toBe(401);
    for (const person of [cleo, vera]) expect((await api.as(person).fetch('/api/accounts/export')).status).toBe(403);
    expect((await api.as(ada).fetch('/api/accounts/export?format=pdf')).status).toBe(422);
  });

  test('more customers than one read takes: none twice, none missing', async () => {
    const many = Array.from({ length: 2100 }, (_, n) => ({ key: `M${n}`, name: `Many ${n}` }));
    const other = await open();
    await addPeople(other);
    const ids = await addCompanies(other, many);
    await other.transaction((tx) => replaceStandings(tx, ids.map(unknown)));
    const { rows } = await table((await startApi(other)).as(ada), '?format=xlsx&locale=en');
    expect(new Set(rows.slice(1).map((row) => row[1])).size).toBe(2100);
    expect(rows).toHaveLength(2101);
  });
});
