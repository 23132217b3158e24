import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '#storage/connect.ts';
import type { TestApi } from '../../api.ts';
import { PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { twoCustomers } from '../../twoCustomers.ts';

const { ada, mo, max, cleo, vera } = PEOPLE;
const BUYER = { title: 'Purchasing director', function: 'purchasing', level: 'head' } as const;
const fields = (body: unknown) => (body as { fields: { path: string; reason: string }[] }).fields.map(({ path, reason }) => `${path} ${reason}`);

eachEngine((_engine, open) => {
  let store: Store;
  let api: TestApi;
  let mine: number;
  let theirs: number;
  let facts: number[];
  beforeAll(async () => {
    ({ store, api, mine, theirs } = await twoCustomers(await open()));
    const fact = { source: 'Annual report, p. 12', observedOn: '2026-03-01', evidence: 'document', kind: 'strategy' } as const;
    facts = (await api.as(mo).call('POST /api/accounts/{id}/facts', { params: { id: mine }, body: { facts: [{ ...fact, statement: 'Second source for every sole source part by 2027' }, { ...fact, statement: 'Saves 6 % a year', evidence: 'assumption' }] } })).body.ids;
  });
  const list = async (id = mine) => (await api.as(mo).call('GET /api/accounts/{id}/positions', { params: { id } })).body;
  const position = async (more: object = {}) => (await api.as(mo).call('POST /api/accounts/{id}/positions', { params: { id: mine }, body: { positions: [{ ...BUYER, ...more }] } })).body.ids[0]!;
  const one = async (id: number) => (await list()).rows.find((row) => row.id === id)!;
  const undo = (event: number, who: { id: string } = mo) => api.as(who).call('POST /api/events/{id}/undo', { params: { id: event } });

  test('positions, several at once; KPIs from the library with need, facts and topics in one act; each step undone', async () => {
    const { status, body } = await api.as(mo).call('POST /api/accounts/{id}/positions', { params: { id: mine }, body: { positions: [BUYER, { title: '质量总监', function: 'quality', level: 'executive', note: 'New since May' }] } });
    expect([status, body.ids.length]).toEqual([200, 2]);
    const id = body.ids[0]!;
    const kpis = await api.as(mo).call('POST /api/positions/{id}/kpis', { params: { id }, body: { kpis: [
      { text: 'Own words', importance: 2 },
      { kpi: 'supply-risk', text: 'Single-source parts', target: '< 10 %', importance: 5, need: 'An approved second source', facts, topics: ['How we became second source', 'What would stop the line'] },
    ] } });
    expect(kpis.status).toBe(200);
    const row = await one(id);
    expect(row.kpis.map((kpi) => [kpi.text, kpi.importance, kpi.state, kpi.factIds])).toEqual([['Single-source parts', 5, 'proven', facts], ['Own words', 2, 'assumed', []]]);
    expect(row.topics.map((topic) => [topic.text, topic.positionKpiId, topic.state])).toEqual([['How we became second source', kpis.body.ids[1], 'proven'], ['What would stop the line', kpis.body.ids[1], 'proven']]);
    expect((await list()).facts.map((fact) => [fact.id, fact.state])).toEqual([[facts[0], 'proven'], [facts[1], 'assumed']]);

    const change = await api.as(mo).call('PATCH /api/position-kpis/{id}', { params: { id: kpis.body.ids[1]! }, body: { importance: 1, facts: [facts[1]!] } });
    expect((await one(id)).kpis.map((kpi) => [kpi.importance, kpi.state])).toEqual([[2, 'assumed'], [1, 'assumed']]);
    expect((await undo(change.body.event)).status).toBe(200);
    expect((await one(id)).kpis[0]).toMatchObject({ importance: 5, factIds: facts, state: 'proven' });
    const gone = await api.as(mo).call('POST /api/position-kpis/{id}/withdraw', { params: { id: kpis.body.ids[1]! }, body: { withdrawn: true } });
    // A topic whose KPI is gone stays, on its own.
    expect((await one(id)).topics.map((topic) => [topic.positionKpiId, topic.state])).toEqual([[null, 'assumed'], [null, 'assumed']]);
    await undo(gone.body.event);
    await undo(kpis.body.event);
    expect([(await one(id)).kpis, (await one(id)).topics]).toEqual([[], []]);
    const { event } = (await api.as(mo).call('POST /api/positions/{id}/withdraw', { params: { id }, body: { withdrawn: true } })).body;
    expect(await one(id)).toBeUndefined();
    await undo(event);
    expect((await one(id)).title).toBe(BUYER.title);
  });

  test('topics of their own, changed, and become an opportunity point of the same customer', async () => {
    const id = await position();
    const { ids } = (await api.as(mo).call('POST /api/positions/{id}/topics', { params: { id }, body: { topics: [{ text: 'Their plant and ours', facts: [facts[0]!] }] } })).body;
    expect((await one(id)).topics).toMatchObject([{ text: 'Their plant and ours', positionKpiId: null, state: 'proven', opportunity: null }]);
    await store.write.insertInto('opportunity').values({ id: 900_001, account_id: mine, title: 'Antennas', note: '', category: '', unit: '', need_id: null, value_low: null, value_likely: null, value_high: null, currency: null, fit: null, expected_on: null, horizon: 'mid', stage: 'seen', owner_id: null, recorded_by: null, recorded_at: '2026-03-31', withdrawn_at: null, withdrawn_by: null } as never).execute();
    await store.write.insertInto('opportunity').values({ id: 900_002, account_id: theirs, title: 'Secret', note: '', category: '', unit: '', need_id: null, value_low: null, value_likely: null, value_high: null, currency: null, fit: null, expected_on: null, horizon: 'mid', stage: 'seen', owner_id: null, recorded_by: null, recorded_at: '2026-03-31', withdrawn_at: null, withdrawn_by: null } as never).execute();
    expect((await api.as(mo).call('PATCH /api/topics/{id}', { params: { id: ids[0]! }, body: { opportunityId: 900_001, text: 'Two plants' } })).status).toBe(200);
    expect((await one(id)).topics[0]).toMatchObject({ text: 'Two plants', opportunity: { id: 900_001, title: 'Antennas' } });
    expect((await list()).opportunities).toEqual([{ id: 900_001, title: 'Antennas' }]);
    const foreign = await api.as(mo).call('PATCH /api/topics/{id}', { params: { id: ids[0]! }, body: { opportunityId: 900_002 } });
    expect([foreign.status, fields(foreign.body)]).toEqual([422, ['opportunityId unknown_opportunity']]);
    const other = await position();
    const kpi = (await api.as(mo).call('POST /api/positions/{id}/kpis', { params: { id: other }, body: { kpis: [{ text: 'x' }] } })).body.ids[0]!;
    const wrong = await api.as(mo).call('POST /api/positions/{id}/topics', { params: { id }, body: { topics: [{ text: 'a' }, { text: 'b', positionKpiId: kpi }] } });
    expect([wrong.status, fields(wrong.body)]).toEqual([422, ['topics.1.positionKpiId unknown_kpi']]);
    expect((await api.as(mo).call('POST /api/topics/{id}/withdraw', { params: { id: ids[0]! }, body: { withdrawn: true } })).status).toBe(200);
    expect((await one(id)).topics).toEqual([]);
  });

  test('a topic becomes an opportunity point with the facts of its KPI, once; the undo takes both back', async () => {
    const id = await position();
    await api.as(mo).call('POST /api/positions/{id}/kpis', { params: { id }, body: { kpis: [{ text: 'Single-source parts', facts: [facts[0]!], topics: ['Second source for speakers'] }] } });
    const topic = (await one(id)).topics[0]!.id;
    const made = await api.as(mo).call('POST /api/topics/{id}/opportunity', { params: { id: topic } });
    expect([made.status, (await one(id)).topics[0]!.opportunity]).toEqual([200, { id: made.body.ids[0], title: 'Second source for speakers' }]);
    const points = (await api.as(mo).call('GET /api/accounts/{id}/opportunities', { params: { id: mine } })).body.rows;
    expect(points.find((point) => point.id === made.body.ids[0])).toMatchObject({ stage: 'seen', valueLikely: null, facts: [{ id: facts[0] }] });
    const again = await api.as(mo).call('POST /api/topics/{id}/opportunity', { params: { id: topic } });
    expect([again.status, (again.body as unknown as { reason: string }).reason]).toEqual([409, 'topic_became']);
    expect((await undo(made.body.event)).status).toBe(200);
    expect((await one(id)).topics[0]!.opportunity).toBeNull();
    expect((await api.as(mo).call('POST /api/topics/{id}/opportunity', { params: { id: topic } })).status).toBe(200);
  });

  test('proposals: what facts speak of first, taken ones marked', async () => {
    const id = await position();
    const before = (await api.as(mo).call('GET /api/positions/{id}/proposals', { params: { id } })).body;
    expect(before.rows[0]).toMatchObject({ kpi: { key: 'supply-risk', origin: 'library' }, factIds: [facts[0]], fits: true, taken: false });
    expect(before.facts.map((fact) => fact.id)).toContain(facts[0]);
    await api.as(mo).call('POST /api/positions/{id}/kpis', { params: { id }, body: { kpis: [{ kpi: 'supply-risk', text: 'Second source' }] } });
    expect((await api.as(mo).call('GET /api/positions/{id}/proposals', { params: { id } })).body.rows[0]).toMatchObject({ taken: true });
    expect((await api.as(max).call('GET /api/positions/{id}/proposals', { params: { id } })).status).toBe(404);
  });

  test('every invalid field is told by its path', async () => {
    const id = await position();
    const bad = await api.as(mo).call('POST /api/accounts/{id}/positions', { params: { id: mine }, body: { positions: [BUYER, { ...BUYER, title: 'Director Wang Wei', holder: 'Wang Wei' }] } });
    expect([bad.status, fields(bad.body)]).toEqual([422, ['positions.1.title holder_in_title']]);
    const unknown = await api.as(mo).call('POST /api/positions/{id}/kpis', { params: { id }, body: { kpis: [{ text: 'a', kpi: 'nothing' }, { text: 'b', kpi: 'neither' }] } });
    expect([unknown.status, fields(unknown.body)]).toEqual([422, ['kpis.0.kpi unknown_kpi', 'kpis.1.kpi unknown_kpi']]);
    const fact = await api.as(mo).call('POST /api/positions/{id}/kpis', { params: { id }, body: { kpis: [{ text: 'a', facts: [999_999] }] } });
    expect([fact.status, fields(fact.body)]).toEqual([422, ['facts unknown_fact']]);
    const shape = await api.as(mo).call('POST /api/positions/{id}/kpis', { params: { id }, body: { kpis: [{ text: 'a', importance: 6 }] } });
    expect([shape.status, fields(shape.body).map((line) => line.split(' ')[0])]).toEqual([422, ['kpis.0.importance']]);
    expect((await api.as(mo).call('POST /api/accounts/{id}/positions', { params: { id: mine }, body: { positions: [] } })).status).toBe(422);
    expect((await one(id)).kpis).toEqual([]);
  });

  test('not signed in, not theirs, not allowed, not there', async () => {
    const id = await position();
    const kpi = (await api.as(mo).call('POST /api/positions/{id}/kpis', { params: { id }, body: { kpis: [{ text: 'x', topics: ['t'] }] } })).body.ids[0]!;
    const topic = (await one(id)).topics[0]!.id;
    const every = async (who: ReturnType<TestApi['as']>) => {
      const asked = [
        () => who.call('GET /api/accounts/{id}/positions', { params: { id: mine } }), () => who.call('GET /api/positions/{id}/proposals', { params: { id } }),
        () => who.call('POST /api/accounts/{id}/positions', { params: { id: mine }, body: { positions: [BUYER] } }), () => who.call('PATCH /api/positions/{id}', { params: { id }, body: { title: 'x' } }),
        () => who.call('POST /api/positions/{id}/erase-holder', { params: { id } }), () => who.call('POST /api/positions/{id}/kpis', { params: { id }, body: { kpis: [{ text: 'x' }] } }),
        () => who.call('PATCH /api/position-kpis/{id}', { params: { id: kpi }, body: { text: 'y' } }), () => who.call('POST /api/positions/{id}/topics', { params: { id }, body: { topics: [{ text: 'x' }] } }),
        () => who.call('PATCH /api/topics/{id}', { params: { id: topic }, body: { text: 'y' } }), () => who.call('POST /api/topics/{id}/opportunity', { params: { id: topic } }), () => who.call('POST /api/topics/{id}/withdraw', { params: { id: topic }, body: { withdrawn: true } }),
        () => who.call('POST /api/position-kpis/{id}/withdraw', { params: { id: kpi }, body: { withdrawn: true } }), () => who.call('POST /api/positions/{id}/withdraw', { params: { id }, body: { withdrawn: true } }),
      ];
      const statuses: number[] = [];
      for (const ask of asked) statuses.push((await ask()).status);
      return statuses;
    };
    expect(new Set(await every(api.nobody))).toEqual(new Set([401]));
    expect(new Set(await every(api.as(max)))).toEqual(new Set([404]));
    expect((await every(api.as(vera))).slice(0, 2)).toEqual([200, 200]);
    expect(new Set((await every(api.as(vera))).slice(2))).toEqual(new Set([403]));
    expect((await api.as(vera).call('GET /api/accounts/{id}/positions', { params: { id: mine } })).body.can).toEqual({ describe: false });
    expect(new Set(await every(api.as(cleo)))).toEqual(new Set([200]));
    expect((await api.as(mo).call('PATCH /api/positions/{id}', { params: { id: 999_999 }, body: { title: 'x' } })).status).toBe(404);
    // Withdrawn by Cleo just now: nothing can be added to it, and it cannot be withdrawn again.
    expect((await api.as(mo).call('POST /api/positions/{id}/withdraw', { params: { id }, body: { withdrawn: true } })).status).toBe(409);
    expect((await api.as(mo).call('POST /api/positions/{id}/kpis', { params: { id }, body: { kpis: [{ text: 'x' }] } })).status).toBe(404);
  });

  describe('the name of a person', () => {
    const NAME = '欧阳清扬';
    const BEFORE = 'Quentin O’Hara-Lü';
    const everything = async (): Promise<string> => {
      const tables = (await store.read.introspection.getTables()).filter(({ name }) => !name.startsWith('sqlite_') && !name.startsWith('page_index'));
      const rows = await Promise.all(tables.map(async ({ name }) => [name, await store.read.selectFrom(name as 'fact').selectAll().execute()]));
      return JSON.stringify(rows);
    };
    let id: number;
    let brief: number;
    beforeEach(async () => {
      id = await position({ holder: BEFORE, note: `${BEFORE} left` });
      await api.as(mo).call('PATCH /api/positions/{id}', { params: { id }, body: { holder: NAME, note: `接替 ${BEFORE}` } });
      const kpi = (await api.as(mo).call('POST /api/positions/{id}/kpis', { params: { id }, body: { kpis: [{ text: `${NAME}的指标`, need: `${NAME} 需要二供`, topics: [`和${NAME}谈`] }] } })).body.ids[0]!;
      await api.as(mo).call('PATCH /api/position-kpis/{id}', { params: { id: kpi }, body: { text: '独家物料' } });
      brief = (await api.as(mo).call('POST /api/positions/{id}/briefs', { params: { id }, body: { purpose: `见${NAME}`, meetingOn: '2026-04-10' } })).body.id;
      await api.as(mo).call('PATCH /api/briefs/{id}', { params: { id: brief }, body: { questions: [`请教${NAME} "今年"`], leaveBehind: [`For ${BEFORE}`] } });
    });

    test('is read by who may see the customer, and stands in no title', async () => {
      expect((await one(id)).holder).toBe(NAME);
      expect((await api.as(vera).call('GET /api/accounts/{id}/positions', { params: { id: mine } })).body.rows.find((row) => row.id === id)!.holder).toBe(NAME);
      expect((await api.as(max).call('GET /api/briefs/{id}', { params: { id: brief } })).status).toBe(404);
      const events = (await api.as(ada).call('GET /api/events', { query: { limit: 50 } })).body.rows;
      expect(events.filter((row) => JSON.stringify((row.payload as { title?: string }).title ?? '').includes(NAME) && (row.payload as { noun: string }).noun === 'key_position')).toEqual([]);
    });

    test('is erased for good: nowhere in the database, briefs and history included, and no undo brings it back', async () => {
      const changed = (await api.as(mo).call('PATCH /api/positions/{id}', { params: { id }, body: { holder: 'Somebody Else' } })).body.event;
      const kept = await everything();
      expect([NAME, BEFORE, 'Somebody Else'].map((name) => kept.includes(name))).toEqual([true, true, true]);
      const { status, body } = await api.as(mo).call('POST /api/positions/{id}/erase-holder', { params: { id } });
      expect([status, body.elsewhere]).toEqual([200, { facts: 0, notes: 0 }]);
      const left = await everything();
      // The brief of the test before has its own position: every earlier one with these names is erased as well.
      for (const other of (await list()).rows.filter((row) => row.holder !== null)) await api.as(mo).call('POST /api/positions/{id}/erase-holder', { params: { id: other.id } });
      const after = await everything();
      expect([NAME, BEFORE, 'Somebody Else'].map((name) => after.includes(name) || JSON.stringify(after).includes(JSON.stringify(name).slice(1, -1)))).toEqual([false, false, false]);
      expect(left).not.toContain('Somebody Else');
      const { content, purpose } = (await api.as(mo).call('GET /api/briefs/{id}', { params: { id: brief } })).body;
      expect([purpose, content.position.holder, content.questions, content.leaveBehind]).toEqual(['见[…]', null, ['请教[…] "今年"'], ['For […]']]);
      expect(await one(id)).toMatchObject({ holder: null, title: BUYER.title, note: '接替 […]', topics: [{ text: '和[…]谈' }] });
      expect([(await undo(changed)).status, (await undo(body.event)).status]).toEqual([409, 409]);
      expect((await one(id)).holder).toBeNull();
    });

    test('facts and other notes that name the person are counted: they are changed by hand', async () => {
      await api.as(mo).call('POST /api/accounts/{id}/facts', { params: { id: mine }, body: { facts: [{ statement: `${NAME}说明年降本`, source: 'visit', observedOn: '2026-03-01' }] } });
      expect((await api.as(mo).call('POST /api/positions/{id}/erase-holder', { params: { id } })).body.elsewhere).toEqual({ facts: 1, notes: 0 });
    });
  });
});
