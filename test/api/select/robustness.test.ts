import { expect, test } from 'vitest';
import { scorePortfolio } from '#actions/select/scorePortfolio.ts';
import { acceptabilityOf, chanceOf } from '#domain/select/robust/acceptability.ts';
import { smaa } from '#domain/select/robust/smaa.ts';
import { weightsWithin } from '#domain/select/robust/ranges.ts';
import { decodeSheet } from '#domain/select/sheetCodec.ts';
import { weightsOf } from '#domain/select/weights.ts';
import type { Store } from '#storage/connect.ts';
import { startApi, type TestApi } from '../../api.ts';
import { addCompanies, addPeople, contextOf, giveTo, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { addTrade } from '../../trade.ts';

const { ada, dora, mo, max, vera } = PEOPLE;
const COUNT = 12;

/** Twelve customers: large ones of the past, promising ones of the future, one under a red line, one of whom nothing is known. Mo has the first four. */
async function fill(store: Store): Promise<{ ids: number[]; api: TestApi }> {
  await addPeople(store);
  const ids = await addCompanies(store, Array.from({ length: COUNT }, (_, n) => ({ key: `R${n}`, name: `Company ${n}` })));
  await addTrade(store, ids.slice(0, 8).flatMap((accountId, n) => Array.from({ length: 3 }, (_, m) => ({ accountId, day: `2026-0${m + 1}-1${n % 3}`, amount: 100_000 * (8 - n), cost: 60_000 * (8 - n) }))));
  await giveTo(store, mo, ids.slice(0, 4));
  await scorePortfolio(await contextOf(store));
  const api = await startApi(store);
  for (const [n, id] of ids.slice(0, 11).entries()) {
    const marks = [{ indicator: 'brand', value: 1 + (n % 5) }, { indicator: 'growthOutlook', value: 1 + ((n * 3) % 5) }, { indicator: 'funding', value: 5 - (n % 4) }, ...(n === 2 ? [{ indicator: 'fraud', value: true as const, note: 'Forged papers, seen by us' }] : [])];
    expect((await api.as(ada).call('POST /api/accounts/{id}/marks', { params: { id }, body: { marks } })).body).toMatchObject({ event: expect.any(Number) });
  }
  return { ids, api };
}

const sheetOf = async (api: TestApi, person: { id: string }) => decodeSheet(new Uint8Array(await (await api.as(person).fetch('/api/portfolio/sheet')).arrayBuffer()));

eachEngine((_engine, open) => {
  test('the server’s figures are those that the browser computes from the sheet', async () => {
    const { ids, api } = await fill(await open());
    const { status, body } = await api.as(dora).call('GET /api/portfolio/robustness', { query: { draws: 600, seed: 9, top: '3' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ method: 'SMAA-2', draws: 600, seed: 9, top: '3', within: null, places: 3, ranked: 11, asOf: '2026-03-12', next: null });
    expect(body.rows).toHaveLength(11);
    expect(body.rows.map((row) => row.id)).not.toContain(ids[11]);
    const sheet = await sheetOf(api, dora);
    const tally = smaa(sheet, { draws: 600, seed: 9, top: { count: 3 } });
    for (const row of body.rows) {
      const at = sheet.ids.indexOf(row.id);
      expect(row).toMatchObject({ ...acceptabilityOf(tally, at), key: `R${ids.indexOf(row.id)}`, name: `Company ${ids.indexOf(row.id)}` });
      expect(row.confidenceFactor === null).toBe(row.rank > 3);
    }
    expect(body.verdicts['picks']).toBe(3);
    expect(body.worlds).toBe(1000);
    // The red line stands whatever the weights.
    const barred = body.rows.find((row) => row.id === ids[2])!;
    expect(['barred', 'outside']).toContain(barred.verdict);

    const near = (await api.as(dora).call('GET /api/portfolio/robustness', { query: { draws: 600, seed: 9, top: '25%', within: 0.1 } })).body;
    const nearTally = smaa(sheet, { draws: 600, seed: 9, top: { share: 0.25 }, ranges: weightsWithin(sheet.model, weightsOf(sheet.model), 0.1) });
    expect(near).toMatchObject({ within: 0.1, places: 3 });
    for (const row of near.rows) expect(row.chance).toBe(chanceOf(nearTally, sheet.ids.indexOf(row.id)));
  });

  test('page after page', async () => {
    const { api } = await fill(await open());
    const question = { draws: 200, limit: 4 };
    const first = (await api.as(dora).call('GET /api/portfolio/robustness', { query: question })).body;
    const second = (await api.as(dora).call('GET /api/portfolio/robustness', { query: { ...question, after: first.next! } })).body;
    const third = (await api.as(dora).call('GET /api/portfolio/robustness', { query: { ...question, after: second.next! } })).body;
    expect([first.rows.length, second.rows.length, third.rows.length, third.next]).toEqual([4, 4, 3, null]);
    expect(new Set([first, second, third].flatMap((page) => page.rows.map((row) => row.id))).size).toBe(11);
  });

  test('everybody is ranked among what they may see, and hears of nothing else', async () => {
    const { ids, api } = await fill(await open());
    const { body } = await api.as(mo).call('GET /api/portfolio/robustness', { query: { draws: 200 } });
    expect(body.ranked).toBe(4);
    expect(body.rows.map((row) => row.id).toSorted((a, b) => a - b)).toEqual(ids.slice(0, 4));
    expect((await api.as(max).call('GET /api/portfolio/robustness', { query: { draws: 200 } })).body).toMatchObject({ ranked: 0, places: 0, rows: [], next: null });
    expect((await api.as(vera).call('GET /api/portfolio/robustness', { query: { draws: 200 } })).body.rows).toEqual([]);
  });

  test('refusals: nobody signed in, and every faulty word by its name', async () => {
    const { api } = await fill(await open());
    expect((await api.nobody.call('GET /api/portfolio/robustness')).status).toBe(401);
    const answer = await api.as(dora).call('GET /api/portfolio/robustness', { query: { top: '0', draws: 20_001, seed: -1, within: 0, after: 'x', limit: 500 } });
    expect(answer.status).toBe(422);
    expect((answer.body as unknown as { fields: { path: string }[] }).fields.map(({ path }) => path).toSorted()).toEqual(['after', 'draws', 'limit', 'seed', 'top', 'within']);
    for (const query of [{ draws: 99 }, { draws: 1.5 }, { within: 1.01 }, { top: '101%' }, { top: 'all' }, { seed: 4_294_967_296 }]) {
      const { status, body } = await api.as(dora).call('GET /api/portfolio/robustness', { query });
      expect([query, status, (body as unknown as { fields: { path: string }[] }).fields.map(({ path }) => path)]).toEqual([query, 422, Object.keys(query)]);
    }
  });

  test('before anybody is scored there is nothing; too many customers are refused by name', async () => {
    const store = await open();
    await addPeople(store);
    const api = await startApi(store);
    expect((await api.as(dora).call('GET /api/portfolio/robustness')).body).toMatchObject({ asOf: null, modelVersionId: null, ranked: 0, rows: [], next: null });
    const many = Array.from({ length: 5001 }, (_, n) => ({ key: `M${n}`, name: `Many ${n}` }));
    const { ids } = (await api.as(dora).call('POST /api/accounts', { body: { accounts: many.slice(1) } })).body;
    expect((await api.as(dora).call('GET /api/portfolio/robustness')).status).toBe(200);
    await api.as(dora).call('POST /api/accounts', { body: { accounts: many.slice(0, 1) } });
    const { status, body } = await api.as(dora).call('GET /api/portfolio/robustness');
    expect([status, body]).toMatchObject([413, { code: 'too_large', reason: 'many_accounts', params: { accounts: 5001, most: 5000 } }]);
    // Who has few of them is served.
    await giveTo(store, mo, ids.slice(0, 3));
    expect((await api.as(mo).call('GET /api/portfolio/robustness', { query: { draws: 100 } })).status).toBe(200);
  });

  test('the exported list carries the chance when asked to', async () => {
    const { api } = await fill(await open());
    const lines = async (query: string) => (await (await api.as(dora).fetch(`/api/accounts/export?format=csv&locale=en${query}`)).text()).trim().split(/\r?\n/).map((line) => line.split(','));
    const [plain] = await lines('');
    expect(plain).not.toContain('Chance to be picked');
    const [head, ...rows] = await lines('&chance=yes&draws=200&top=3');
    expect(head!.slice(-2)).toEqual(['Chance to be picked', 'Robustness']);
    const { body } = await api.as(dora).call('GET /api/portfolio/robustness', { query: { draws: 200, top: '3' } });
    const chances = new Map(body.rows.map((row) => [row.key, row.chance]));
    expect(rows.map((row) => [row[1], row.at(-2) === '' ? undefined : Number(row.at(-2))])).toEqual(rows.map((row) => [row[1], chances.get(row[1]!)]));
    expect((await api.as(dora).fetch('/api/accounts/export?chance=yes&draws=7')).status).toBe(422);
  });
});
