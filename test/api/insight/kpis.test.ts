import { beforeAll, expect, test } from 'vitest';
import type { Store } from '#storage/connect.ts';
import { startApi, type TestApi } from '../../api.ts';
import { addPeople, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';

const { ada, mo, vera, cleo } = PEOPLE;
const two = (en: string, zh: string) => ({ en, zh });
const RAMP = { function: 'operations' as const, name: two('Ramp-up yield', '爬坡良率'), measure: two('Good ÷ started in the first month', '首月良品 ÷ 投入'), unit: two('%', '%'), direction: 'up' as const, needs: two('First lots that are right', '首批就是对的'), topics: [two('Our people on site', '我们的人驻场'), two('A rehearsal', '一次预演')] };
const fields = (body: unknown) => (body as { fields: { path: string }[] }).fields.map(({ path }) => path);

eachEngine((_engine, open) => {
  let store: Store;
  let api: TestApi;
  beforeAll(async () => {
    store = await open();
    await addPeople(store);
    api = await startApi(store);
  });
  const list = async (query: object = {}) => (await api.as(vera).call('GET /api/kpis', { query })).body;
  const undo = (event: number) => api.as(mo).call('POST /api/events/{id}/undo', { params: { id: event } });

  test('the library is read by every member, by function and by words in either language', async () => {
    expect(await list()).toMatchObject({ total: 60, hidden: 0, can: { keep: false } });
    expect((await list({ function: 'quality' })).rows.map((kpi) => kpi.key).slice(0, 2)).toEqual(['incoming-ppm', 'complaints']);
    expect((await list({ q: '二供' })).rows.map((kpi) => kpi.key)).toEqual(['supply-risk']);
    expect((await list({ q: 'CONSIGNMENT stock' })).rows.map((kpi) => kpi.key)).toEqual(['inventory-supplied', 'ccc']);
    expect((await api.as(mo).call('GET /api/kpis')).body.can).toEqual({ keep: true });
  });

  test('changed, hidden, had back, our own; each can be undone', async () => {
    const original = (await list({ q: 'OEE' })).rows[0]!;
    const { origin: _, hidden: __, key, ...words } = original;
    const { event } = (await api.as(mo).call('PUT /api/kpis/{key}', { params: { key }, body: { ...words, name: two('OEE of our lines', '线体 OEE'), topics: [] } })).body;
    expect((await list({ q: 'OEE of our' })).rows).toMatchObject([{ key: 'oee', origin: 'changed', name: { zh: '线体 OEE' }, topics: [] }]);
    await undo(event);
    expect((await list({ q: 'OEE' })).rows[0]).toEqual(original);
    const hide = (await api.as(mo).call('POST /api/kpis/{key}/hide', { params: { key: 'safety' }, body: { hidden: true } })).body;
    expect([(await list()).total, (await list()).hidden, (await list({ hidden: 'only' })).rows.map((kpi) => [kpi.key, kpi.origin])]).toEqual([59, 1, [['safety', 'library']]]);
    await undo(hide.event);
    expect((await list()).hidden).toBe(0);

    const added = (await api.as(mo).call('POST /api/kpis', { body: RAMP })).body;
    expect((await list({ function: 'operations' })).rows.at(-1)).toEqual({ key: added.key, origin: 'own', hidden: false, ...RAMP });
    await api.as(mo).call('PUT /api/kpis/{key}', { params: { key: added.key }, body: { ...RAMP, name: two('Yield of the ramp', '爬坡直通率') } });
    expect((await list({ q: '爬坡直通率' })).rows.map((kpi) => kpi.key)).toEqual([added.key]);
    await api.as(mo).call('POST /api/kpis/{key}/reset', { params: { key: added.key } });
    expect((await list()).total).toBe(60);

    await api.as(mo).call('PUT /api/kpis/{key}', { params: { key }, body: { ...words, unit: two('points', '点') } });
    expect((await api.as(mo).call('POST /api/kpis/{key}/reset', { params: { key } })).status).toBe(200);
    expect((await list({ q: 'OEE' })).rows[0]).toEqual(original);
  });

  test('the audit tells of it in both languages', async () => {
    const { event } = (await api.as(mo).call('POST /api/kpis/{key}/hide', { params: { key: 'fx' }, body: { hidden: true } })).body;
    const rows = (await api.as(ada).call('GET /api/events', { query: { limit: 5 } })).body.rows;
    expect(rows.find((row) => row.id === event)).toMatchObject({ verb: 'noted', subjectType: 'kpi', payload: { noun: 'kpi', act: 'changed', title: '汇率与原材料敞口 / Currency and raw material exposure' }, by: { id: 'mo' } });
  });

  test('not signed in, not allowed, not there, not valid, nothing to have back', async () => {
    const every = async (who: ReturnType<TestApi['as']>) => [
      (await who.call('POST /api/kpis', { body: RAMP })).status, (await who.call('PUT /api/kpis/{key}', { params: { key: 'oee' }, body: RAMP })).status,
      (await who.call('POST /api/kpis/{key}/hide', { params: { key: 'oee' }, body: { hidden: true } })).status, (await who.call('POST /api/kpis/{key}/reset', { params: { key: 'oee' } })).status,
    ];
    expect([(await api.nobody.call('GET /api/kpis')).status, ...await every(api.nobody)]).toEqual([401, 401, 401, 401, 401]);
    expect(await every(api.as(vera))).toEqual([403, 403, 403, 403]);
    expect(await every(api.as(cleo))).toEqual([403, 403, 403, 403]);
    expect((await api.as(mo).call('PUT /api/kpis/{key}', { params: { key: 'nothing' }, body: RAMP })).status).toBe(404);
    expect((await api.as(mo).call('POST /api/kpis/{key}/reset', { params: { key: 'roic' } })).status).toBe(409);
    expect((await api.as(mo).call('POST /api/kpis/{key}/hide', { params: { key: '../x' }, body: { hidden: true } })).status).toBe(422);
    const bad = await api.as(mo).call('POST /api/kpis', { body: { ...RAMP, name: { en: '', zh: '好' }, function: 'sales' as never, topics: [two('a', '')] } });
    expect([bad.status, fields(bad.body).toSorted()]).toEqual([422, ['function', 'name.en', 'topics.0.zh']]);
  });
});
