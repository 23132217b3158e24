import { beforeEach, expect, test } from 'vitest';
import { ensureTemplate } from '#actions/select/ensureTemplate.ts';
import type { Store } from '#storage/connect.ts';
import type { StandingTable } from '#storage/schema.ts';
import { replaceStandings, writeScoreRun } from '#storage/select/standings.ts';
import { startApi, type TestApi } from '../../api.ts';
import { addCompanies, addPeople, giveTo, NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';

const { ada, dora, mo, max, cleo, vera } = PEOPLE;

const standing = (account_id: number, className: string | null, rank: number): StandingTable => ({
  account_id, model_version_id: 1, as_of: '2026-03-31', currency: 'CNY', total: 100 - rank, past: null, present: null, future: null, confidence: 1, grade: 'B', class: className, rank, value_today: 50, potential: 50,
  veto: 0, revenue: 0, revenue_before: 0, margin: null, contribution: 0, invoices: 0, months: '[]', first_day: null, last_day: null,
});

/**
 * Mo owns four strategic customers (one above capacity) and a maintained one; the first has its whole triangle. Max owns a key one
 * without partners and has a colleague on one to leave. A strategic and a growth customer have nobody.
 */
async function fill(store: Store): Promise<number[]> {
  await addPeople(store);
  const classes = ['strategic', 'strategic', 'strategic', 'strategic', 'maintain', 'key', 'exit', 'strategic', 'growth', null];
  const ids = await addCompanies(store, classes.map((_, n) => ({ key: `K${n}`, name: `Customer ${n}` })));
  await ensureTemplate(store, NOW);
  await store.transaction((tx) => writeScoreRun(tx, { modelVersionId: 1, asOf: '2026-03-31', dataFrom: null, reportingCurrency: 'CNY', paymentImports: [], reference: { totals: {}, percentiles: {} }, through: 0, release: '' }, NOW.toISOString()));
  await store.transaction((tx) => replaceStandings(tx, ids.map((id, n) => standing(id, classes[n]!, n + 1))));
  await giveTo(store, mo, ids.slice(0, 5));
  await giveTo(store, max, [ids[5]!, ids[6]!]);
  await giveTo(store, cleo, [ids[6]!], 'member');
  for (const [person, role] of [[cleo, 'solution'], [vera, 'delivery']] as const) {
    await store.write.insertInto('account_team').values({ account_id: ids[0]!, user_id: person.id, role, since: '', added_by: null }).execute();
  }
  return ids;
}

eachEngine((_engine, open) => {
  let store: Store;
  let ids: number[];
  let api: TestApi;
  beforeEach(async () => {
    store = await open();
    ids = await fill(store);
    api = await startApi(store);
  });
  const read = async (person: { id: string }) => (await api.as(person).call('GET /api/portfolio/structure')).body;

  test('target against actual, load, and who is covered too little or too much', async () => {
    const body = await read(dora);
    // Mo and Max: 2 people at the stage of growth, 6 and 16 places, of which 67 %, 40 % and 60 % are to be filled.
    expect(body).toMatchObject({ scope: 'all', accounts: 10, stage: 'growth', managers: { count: 2, given: false, counted: 2 }, keyAccounts: { chosen: 0, cap: 6, over: false }, can: { change: false } });
    expect(body.classes.map((row) => [row.class, row.actual, row.target, row.verdict])).toEqual([['strategic', 5, 4, 'fits'], ['key', 1, 6, 'under'], ['growth', 1, 10, 'under'], ['maintain', 1, null, 'rest'], ['exit', 1, null, 'rest']]);
    expect(body.loads.map((load) => [load.person.id, load.strategic, load.keyAndGrowth, load.others, load.overloaded])).toEqual([['max', 0, 1, 1, false], ['mo', 4, 0, 1, true]]);
    expect(body.underCovered.rows.map((row) => [row.id, row.owner?.id ?? null, row.lacks])).toEqual([
      [ids[0], 'mo', ['ownerOverloaded']], ...[1, 2, 3].map((n) => [ids[n], 'mo', ['noSolution', 'noDelivery', 'ownerOverloaded']]), [ids[5], 'max', ['noSolution', 'noDelivery']], [ids[7], null, ['noOwner', 'noSolution', 'noDelivery']],
    ]);
    expect(body.overCovered.rows.map((row) => [row.id, row.takes])).toEqual([[ids[4], ['ownerOverloaded']], [ids[6], ['severalPeople']]]);
    expect([body.underCovered.total, body.overCovered.total]).toEqual([6, 2]);
  });

  test('more key accounts than people can carry warns; a closed access carries nothing', async () => {
    for (const id of [ids[4]!, ids[8]!]) expect((await api.as(dora).call('POST /api/accounts/{id}/decisions', { params: { id }, body: { kind: 'choose', reasons: { for: 'x' }, people: ['dora'] } })).status).toBe(200);
    const change = (body: object) => api.as(ada).call('PATCH /api/settings', { body });
    await change({ stage: 'startup', capacity: { strategic: 1, keyAndGrowth: 4 }, accountManagers: 1 });
    const body = await read(dora);
    expect(body).toMatchObject({ stage: 'startup', capacity: { strategic: 1, keyAndGrowth: 4 }, managers: { count: 1, given: true, counted: 2 }, keyAccounts: { chosen: 2, cap: 1, over: true } });
    expect(body.classes.find((row) => row.class === 'maintain')).toMatchObject({ actual: 1, chosen: 1 });
    // Chosen, it needs cover, and does not count as covered too much any more.
    expect(body.underCovered.rows.find((row) => row.id === ids[4])).toMatchObject({ keyAccountSince: expect.any(String), lacks: ['noSolution', 'noDelivery', 'ownerOverloaded'] });
    expect(body.overCovered.rows.map((row) => row.id)).toEqual([ids[6]]);
    await change({ accountManagers: null });
    await api.as(ada).call('PATCH /api/members/{id}', { params: { id: 'max' }, body: { disabled: true } });
    const after = await read(dora);
    expect(after.managers).toEqual({ count: 1, given: false, counted: 1 });
    expect(after.loads.find((load) => load.person.id === 'max')).toMatchObject({ closed: true });
    expect(after.underCovered.rows.find((row) => row.id === ids[5])!.lacks[0]).toBe('ownerClosed');
  });

  test('who sees some accounts is shown these against what one person carries: no other count, name or load', async () => {
    const body = await read(max);
    expect(body).toMatchObject({ scope: 'team', accounts: 2, managers: { count: 1, given: false, counted: 1 }, keyAccounts: { chosen: 0, cap: 3, over: false }, can: { change: false } });
    expect(body.classes.map((row) => row.actual)).toEqual([0, 1, 0, 0, 1]);
    expect(body.loads.map((load) => load.person.id)).toEqual(['max']);
    expect(body.underCovered.rows.map((row) => row.id)).toEqual([ids[5]]);
    expect(body.overCovered.rows.map((row) => row.id)).toEqual([ids[6]]);
    // Cleo is on a customer of Mo, who is overloaded by customers that Cleo does not see.
    const colleague = await read(cleo);
    expect(colleague).toMatchObject({ accounts: 2, loads: [], underCovered: { total: 0, rows: [] } });
    expect(JSON.stringify(colleague)).not.toContain('Customer 1');
  });

  test('refuses nobody; settings refuse what cannot be, with its path', async () => {
    expect((await api.nobody.call('GET /api/portfolio/structure')).status).toBe(401);
    expect((await read(ada)).can).toEqual({ change: true });
    expect((await api.as(dora).call('PATCH /api/settings', { body: { stage: 'mature' } })).status).toBe(403);
    expect(await api.as(ada).call('PATCH /api/settings', { body: { targetShares: { startup: { strategic: 0, key: 0.6, growth: 0.6 }, growth: { strategic: 0, key: 0, growth: 0 }, mature: { strategic: 0, key: 0, growth: 0 } } } }))
      .toMatchObject({ status: 422, body: { fields: [{ path: 'targetShares.startup.growth', reason: 'above_whole' }] } });
    expect(await api.as(ada).call('PATCH /api/settings', { body: '{"stage":"dying"}' })).toMatchObject({ status: 422, body: { fields: [{ path: 'stage' }] } });
    const { body: { event } } = await api.as(ada).call('PATCH /api/settings', { body: { stage: 'mature' } });
    expect((await read(ada)).stage).toBe('mature');
    await api.as(ada).call('POST /api/events/{id}/undo', { params: { id: event } });
    expect((await read(ada)).stage).toBe('growth');
  });
});
