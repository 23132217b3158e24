import { expect, test } from 'vitest';
import { scorePortfolio } from '#actions/select/scorePortfolio.ts';
import type { Store } from '#storage/connect.ts';
import { startApi } from '../../api.ts';
import { addCompanies, addPeople, contextOf, giveTo, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { addTrade } from '../../trade.ts';

/** Five companies: two trade in yuan, one in dollars that have no rate, two do not trade. */
async function fill(store: Store): Promise<number[]> {
  await addPeople(store);
  const ids = await addCompanies(store);
  await addTrade(store, [
    { accountId: ids[0]!, day: '2026-03-10', amount: 300_000, cost: 150_000 }, { accountId: ids[1]!, day: '2026-02-10', amount: 200_000, cost: 150_000 }, { accountId: ids[2]!, day: '2026-02-10', amount: 200_000, currency: 'USD' },
  ]);
  await giveTo(store, PEOPLE.mo, [ids[0]!, ids[3]!]);
  await scorePortfolio(await contextOf(store));
  return ids;
}

eachEngine((_engine, open) => {
  test('a prospect made by hand is scored on what is known of it, ranked, and drawn beside the plane', async () => {
    const store = await open();
    await fill(store);
    const api = await startApi(store);
    const mo = api.as(PEOPLE.mo);
    const made = await mo.call('POST /api/accounts', { body: { accounts: [{ name: '宁波远声电子有限公司', country: '中国', industry: '通信' }] } });
    expect(made.status).toBe(200);
    const [id] = made.body.ids as [number];
    const marks = ['funding', 'profitability', 'growthOutlook', 'demandForUs', 'processClarity'].map((indicator) => ({ indicator, value: 4, fact: { statement: `Seen: ${indicator}`, source: 'Visit', observedOn: '2026-03-01' } }));
    await mo.call('POST /api/accounts/{id}/marks', { params: { id }, body: { marks } });
    const { account, explanation, trade, can } = (await mo.call('GET /api/accounts/{id}', { params: { id } })).body;
    expect(account).toMatchObject({ key: 'P-NBYSDZ', origin: 'manual', owner: { id: 'mo' }, total: 75, class: 'growth', valueToday: null, revenue: 0, invoices: 0, firstDay: null });
    expect(explanation.factors.find((factor) => factor.key === 'trade')!.score).toBeNull();
    expect(explanation.lenses.find((lens) => lens.key === 'past')!.score).toBe(75);
    expect(explanation.confidence).toBeLessThan(0.4);
    expect([trade, can.mark]).toEqual([[], true]);

    const ranked = (await api.as(PEOPLE.dora).call('GET /api/accounts')).body.rows;
    expect(ranked.find((row) => row.id === id)!.rank).toBe(ranked.filter((row) => row.total! > 75).length + 1);
    const bubble = (await api.as(PEOPLE.dora).call('GET /api/portfolio/bubbles')).body.points.find((point) => point.id === id)!;
    expect(bubble).toMatchObject({ valueToday: null, potential: 75, class: 'growth' });
  });

  test('trade=none lists those who never traded; who trades in a currency without a rate is none of them', async () => {
    const store = await open();
    const [a, b, c, d, e] = await fill(store) as [number, number, number, number, number];
    const api = await startApi(store);
    const list = async (person: { id: string }, query: Record<string, string>) => {
      const { body } = await api.as(person).call('GET /api/accounts', { query });
      return [body.rows.map((row) => row.id).toSorted((x, y) => x - y), body.total];
    };
    expect(await list(PEOPLE.dora, { trade: 'none' })).toEqual([[d, e], 2]);
    expect(await list(PEOPLE.dora, { trade: 'some' })).toEqual([[a, b, c], 3]);
    expect(await list(PEOPLE.dora, { trade: 'none', sort: 'name', order: 'desc' })).toEqual([[d, e], 2]);
    expect(await list(PEOPLE.dora, { trade: 'none', country: 'Deutschland', q: 'arbor' })).toEqual([[e], 1]);
    expect(await list(PEOPLE.mo, { trade: 'none' })).toEqual([[d], 1]);
    expect(await list(PEOPLE.max, { trade: 'none' })).toEqual([[], 0]);
    expect((await api.as(PEOPLE.dora).call('GET /api/accounts', { query: { trade: 'much' } as never })).status).toBe(422);
    const file = await (await api.as(PEOPLE.dora).fetch('/api/accounts/export?format=csv&trade=none&locale=en')).text();
    expect(file.trim().split('\n')).toHaveLength(3);
  });

  test('what rows would come to, one by one: codes proposed and refused, namesakes; nothing is stored', async () => {
    const store = await open();
    const [, northwind] = await fill(store) as [number, number];
    const api = await startApi(store);
    const rows: Record<string, string | null>[] = [
      { name: 'Arbor Audio GmbH' }, { name: 'northwind hearing, Limited', key: '' }, { name: 'Aeolus', key: 'c001' }, { name: 'Aeolus', key: 'X-1' }, { name: 'Boreas', key: 'x-1' }, { name: '' }, { name: 'y'.repeat(201) }, { name: 'Arbor Works', key: null },
      { name: 'Zephyr', key: '  ', country: 'z'.repeat(101) },
    ];
    const { status, body } = await api.as(PEOPLE.dora).call('POST /api/accounts/preview', { body: { accounts: rows } });
    expect(status).toBe(200);
    expect(body.rows.map((row) => [row.key, row.proposed, row.faults.map((fault) => [fault.field, fault.reason])])).toEqual([
      ['P-ARBOR', true, []], ['P-NORTHWIND', true, []], ['c001', false, [['key', 'key_taken']]], ['X-1', false, []], ['x-1', false, [['key', 'key_taken']]],
      ['P-NEW', true, [['name', 'too_small']]], [expect.stringMatching(/^P-Y+$/), true, [['name', 'too_big']]], ['P-ARBOR-2', true, [['key', 'invalid_type']]], ['P-ZEPHYR', true, [['country', 'too_big']]],
    ]);
    expect(body.rows[0]!.similar.map((one) => one.name)).toEqual(['Arbor Audio GmbH']);
    expect(body.rows[1]!.similar.map((one) => one.id)).toContain(northwind);
    expect(body.rows[2]!.similar).toEqual([]);
    expect((await api.as(PEOPLE.dora).call('GET /api/accounts')).body.total).toBe(5);
    // A namesake that is not theirs is not named to them; the code is refused all the same.
    const mo = (await api.as(PEOPLE.mo).call('POST /api/accounts/preview', { body: { accounts: [{ name: 'Arbor Audio' }, { name: 'x', key: 'C005' }] } })).body.rows;
    expect([mo[0]!.similar, mo[1]!.faults.map((fault) => fault.reason)]).toEqual([[], ['key_taken']]);
  });

  test('codes are proposed for all who have none, each its own, also beside those who are there', async () => {
    const store = await open();
    await fill(store);
    const api = await startApi(store);
    const dora = api.as(PEOPLE.dora);
    await dora.call('POST /api/accounts', { body: { accounts: [{ name: 'Aeolus One' }, { name: 'Aeolus Two', key: 'P-AEOLUS-3' }, { name: 'Aeolus Three' }] } });
    await dora.call('POST /api/accounts', { body: { accounts: Array.from({ length: 60 }, (_, n) => ({ name: `Aeolus ${n}` })) } });
    const { rows } = (await dora.call('GET /api/accounts', { query: { q: 'aeolus', limit: 100 } })).body;
    const keys = rows.map((row) => row.key);
    expect(keys).toHaveLength(63);
    expect(new Set(keys).size).toBe(63);
    expect(keys).toEqual(expect.arrayContaining(['P-AEOLUS', 'P-AEOLUS-2', 'P-AEOLUS-3', 'P-AEOLUS-4', 'P-AEOLUS-63']));
  });

  test('making and previewing: refusals', async () => {
    const store = await open();
    await fill(store);
    const api = await startApi(store);
    const body = { accounts: [{ name: 'Aeolus' }] };
    for (const name of ['POST /api/accounts', 'POST /api/accounts/preview'] as const) {
      expect([name, (await api.nobody.call(name, { body })).status]).toEqual([name, 401]);
      for (const person of [PEOPLE.cleo, PEOPLE.vera]) expect([name, (await api.as(person).call(name, { body })).status]).toEqual([name, 403]);
      expect([name, (await api.as(PEOPLE.mo).call(name, { body: { accounts: [] } })).status]).toEqual([name, 422]);
    }
    expect(await api.as(PEOPLE.mo).call('POST /api/accounts', { body: { accounts: [{ name: 'ok' }, { name: '', key: 'x'.repeat(101) }] } })).toMatchObject({ status: 422, body: { fields: [{ path: 'accounts.1.key' }, { path: 'accounts.1.name' }] } });
    expect(await api.as(PEOPLE.mo).call('POST /api/accounts', { body: { accounts: [{ name: 'a', key: 'C001' }, { name: 'b', key: 'c001' }] } })).toMatchObject({ status: 422, body: { fields: [{ path: 'accounts.0.key', reason: 'key_taken' }, { path: 'accounts.1.key', reason: 'key_taken' }] } });
    expect((await api.as(PEOPLE.mo).call('POST /api/accounts/preview', { body: { accounts: Array.from({ length: 501 }, () => ({ name: 'a' })) } })).status).toBe(422);
    expect((await api.as(PEOPLE.dora).call('GET /api/accounts')).body.total).toBe(5);
  });
});
