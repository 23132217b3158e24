import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { scorePortfolio } from '#actions/select/scorePortfolio.ts';
import { scoreAll } from '#domain/select/score.ts';
import { decodeSheet } from '#domain/select/sheetCodec.ts';
import type { Store } from '#storage/connect.ts';
import { startApi } from '../../api.ts';
import { addCompanies, addPeople, contextOf, giveTo, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { addTrade } from '../../trade.ts';

/** Five companies: a whale, a middle one, one whose credit note outweighs its sale, one in dollars, one prospect; Mo owns the middle and the last. */
async function fill(store: Store): Promise<number[]> {
  await addPeople(store);
  const ids = await addCompanies(store);
  const [whale, middle, loser, foreign, prospect] = ids as [number, number, number, number, number];
  await addTrade(store, [
    { accountId: whale, day: '2025-06-10', amount: 800_000, cost: 600_000 }, { accountId: whale, day: '2026-03-10', amount: 100_000, cost: 60_000 },
    { accountId: middle, day: '2026-02-10', amount: 200_000, cost: 150_000 }, { accountId: middle, day: '2024-02-10', amount: 50_000, cost: 25_000 },
    { accountId: loser, day: '2026-01-10', amount: 10_000, cost: 9_000 }, { accountId: loser, day: '2026-01-12', amount: -30_000, cost: -27_000, kind: 'credit' },
    { accountId: foreign, day: '2026-01-10', amount: 5_000, currency: 'USD' },
  ]);
  await giveTo(store, PEOPLE.mo, [middle, prospect]);
  await scorePortfolio(await contextOf(store));
  return ids;
}

eachEngine((_engine, open) => {
  test('80/20 of everybody: figures, curve, classes, currencies apart', async () => {
    const store = await open();
    const [whale, middle, loser] = await fill(store);
    const api = await startApi(store);
    const { status, body } = await api.as(PEOPLE.dora).call('GET /api/portfolio');
    expect(status).toBe(200);
    expect(body).toMatchObject({ asOf: '2026-03-10', currency: 'CNY', accounts: 5, withoutTrade: 2, abc: { A: 1, B: 1, C: 0, none: 1 } });
    expect(body.currencies).toEqual([{ currency: 'CNY', customers: 3, revenue: 1_080_000 }, { currency: 'USD', customers: 1, revenue: 5_000 }]);
    expect(body.concentration).toMatchObject({ total: 1_080_000, customers: 3, negative: 1, customersFor80pct: 1, whalePeakValue: 1_100_000, whalePeakRank: 2 });
    expect(body.curve.map((point) => [point.rank, point.id, point.value, point.cumulative])).toEqual([[1, whale, 900_000, 900_000], [2, middle, 200_000, 1_100_000], [3, loser, -20_000, 1_080_000]]);
    expect(body.can).toEqual({ import: true, export: true, publishModel: true, create: true, assess: true });
    const all = (await api.as(PEOPLE.dora).call('GET /api/portfolio', { query: { period: 'all' } })).body;
    expect(all.concentration.total).toBe(1_130_000);
    const dollars = (await api.as(PEOPLE.dora).call('GET /api/portfolio', { query: { currency: 'USD' } })).body;
    expect(dollars.concentration).toMatchObject({ total: 5_000, customers: 1 });
    const profit = (await api.as(PEOPLE.dora).call('GET /api/portfolio', { query: { measure: 'contribution' } })).body;
    expect(profit.curve.map((point) => point.value)).toEqual([240_000, 50_000, -2_000]);
  });

  test('an account manager sees the figures of their own accounts only', async () => {
    const store = await open();
    const [, middle] = await fill(store);
    const api = await startApi(store);
    const mo = api.as(PEOPLE.mo);
    const { body } = await mo.call('GET /api/portfolio');
    expect(body).toMatchObject({ accounts: 2, withoutTrade: 1, concentration: { total: 200_000, customers: 1 }, can: { import: false, export: true, publishModel: false, create: true } });
    expect(body.currencies).toEqual([{ currency: 'CNY', customers: 1, revenue: 200_000 }]);
    expect((await mo.call('GET /api/portfolio/stretch', { query: { from: 1, to: 10 } })).body.ids).toEqual([middle]);
    expect((await mo.call('GET /api/portfolio/bubbles')).body.points.map((point) => point.id).sort()).toHaveLength(2);
    const sheet = decodeSheet(new Uint8Array(await (await mo.fetch('/api/portfolio/sheet')).arrayBuffer()));
    expect(sheet.count).toBe(2);
    expect((await api.as(PEOPLE.max).call('GET /api/portfolio')).body).toMatchObject({ accounts: 0, curve: [], concentration: { total: 0, customers: 0, top1pct: null } });
  });

  test('a stretch of the curve gives its customers in their order', async () => {
    const store = await open();
    const [, middle, loser] = await fill(store);
    const api = await startApi(store);
    expect((await api.as(PEOPLE.dora).call('GET /api/portfolio/stretch', { query: { from: 2, to: 3 } })).body.ids).toEqual([middle, loser]);
    expect((await api.as(PEOPLE.dora).call('GET /api/portfolio/stretch', { query: { from: 0, to: 3 } })).status).toBe(422);
  });

  test('the sheet gives the sliders the very scores of the list', async () => {
    const store = await open();
    await fill(store);
    const api = await startApi(store);
    const response = await api.as(PEOPLE.dora).fetch('/api/portfolio/sheet');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    const sheet = decodeSheet(new Uint8Array(await response.arrayBuffer()));
    const compressed = await api.as(PEOPLE.dora).fetch('/api/portfolio/sheet', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(compressed.headers.get('content-encoding')).toBe('gzip');
    expect(decodeSheet(gunzipSync(new Uint8Array(await compressed.arrayBuffer())))).toEqual(sheet);
    const scores = scoreAll(sheet);
    const { body } = await api.as(PEOPLE.dora).call('GET /api/accounts');
    for (const row of body.rows) {
      const at = sheet.ids.indexOf(row.id);
      expect([row.rank ?? 0, row.total]).toEqual([scores.rank[at], Number.isNaN(scores.total[at]!) ? null : scores.total[at]]);
    }
  });

  test('an empty workspace has an empty portfolio, and sliders', async () => {
    const store = await open();
    await addPeople(store);
    const api = await startApi(store);
    expect((await api.as(PEOPLE.ada).call('GET /api/portfolio')).body).toMatchObject({ asOf: null, accounts: 0, curve: [], currency: 'CNY', concentration: { whalePeakRank: 0, customersFor80pct: null } });
    expect((await api.as(PEOPLE.ada).call('GET /api/portfolio/bubbles')).body).toEqual({ points: [], more: 0 });
    expect(decodeSheet(new Uint8Array(await (await api.as(PEOPLE.ada).fetch('/api/portfolio/sheet')).arrayBuffer())).count).toBe(0);
  });

  test('nobody sees a portfolio without signing in', async () => {
    const store = await open();
    const api = await startApi(store);
    for (const name of ['GET /api/portfolio', 'GET /api/portfolio/bubbles', 'GET /api/portfolio/sheet'] as const) expect((await api.nobody.call(name)).status).toBe(401);
    expect((await api.nobody.call('GET /api/portfolio/stretch', { query: { from: 1, to: 2 } })).status).toBe(401);
  });
});
