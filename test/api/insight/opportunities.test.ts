import { beforeAll, expect, test } from 'vitest';
import { withdrawFacts } from '#actions/select/withdrawFacts.ts';
import { writeSettings } from '#storage/trust/settings.ts';
import { listOpportunities } from '#storage/insight/opportunities.ts';
import type { Store } from '#storage/connect.ts';
import type { TestApi } from '../../api.ts';
import { contextOf, NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { twoCustomers } from '../../twoCustomers.ts';

const { ada, dora, mo, max, cleo, vera } = PEOPLE;

eachEngine((_engine, open) => {
  let store: Store;
  let api: TestApi;
  let mine: number;
  let theirs: number;
  let facts: number[];
  let foreignFact: number;
  beforeAll(async () => {
    ({ store, api, mine, theirs } = await twoCustomers(await open()));
    await store.transaction((tx) => writeSettings(tx, { rates: { USD: 7 } }, { userId: null, at: NOW.toISOString() }));
    const record = async (who: { id: string }, id: number) => (await api.as(who).call('POST /api/accounts/{id}/facts', { params: { id }, body: { facts: [{ statement: 'Second plant in 2027', kind: 'strategy', evidence: 'document', source: 'Annual report, p. 12', observedOn: '2026-03-30' }, { statement: 'Wants 48 h answers', source: 'Visit', observedOn: '2026-03-30' }] } })).body.ids;
    facts = await record(mo, mine);
    foreignFact = (await record(max, theirs))[0]!;
  });
  const propose = (who: { id: string }, id: number, ...points: Record<string, unknown>[]) => api.as(who).call('POST /api/accounts/{id}/opportunities', { params: { id }, body: { opportunities: points as never } });
  const ofAccount = async (who: { id: string } = mo, id = mine) => (await api.as(who).call('GET /api/accounts/{id}/opportunities', { params: { id } })).body;

  test('from a fact in one call: proven by it, its unknown inputs listed, its priority with every part', async () => {
    const { status, body } = await propose(mo, mine, { title: 'Conveyor for the second plant', facts: [facts[0]], horizon: 'long' });
    expect(status).toBe(200);
    const { rows, currency, can } = await ofAccount();
    expect([currency, can]).toEqual(['CNY', { describe: true }]);
    expect(rows[0]).toMatchObject({ id: body.ids[0], stage: 'seen', facts: [{ id: facts[0], state: 'proven' }], priority: { unknown: ['value', 'fit', 'timing'], state: 'proven' } });
    const { priority } = rows[0]!;
    expect(priority.completeness).toBeCloseTo(0.3);
    expect(priority.parts.reduce((sum, part) => sum + part.points, 0)).toBeCloseTo(priority.priority);
    expect((await listOpportunities(store.read, mine))[0]).toMatchObject({ id: body.ids[0], accountId: mine, title: 'Conveyor for the second plant', needId: null });
    // Without the fact it is an assumption again.
    const { event } = await withdrawFacts(await contextOf(store, mo), [facts[0]!], true);
    expect((await ofAccount()).rows[0]).toMatchObject({ facts: [], priority: { state: 'assumed', evidence: 0.2 } });
    expect((await api.as(mo).call('POST /api/events/{id}/undo', { params: { id: event } })).status).toBe(200);
    expect((await ofAccount()).rows[0]!.facts).toHaveLength(1);
  });

  test('from a need: its gap counts as answered, its fit is the need\'s, and one undo takes both back', async () => {
    const { ids: [need] } = (await api.as(mo).call('POST /api/accounts/{id}/needs', { params: { id: mine }, body: { needs: [{ aspect: 'services', text: '48 h answers', importance: 5, facts: [facts[1]!] }] } })).body;
    const { ids: [capability] } = (await api.as(mo).call('POST /api/capabilities', { body: { capabilities: [{ aspect: 'services', name: 'Field service', proofs: [{ title: 'Arbor Audio', kind: 'reference' }] }] } })).body;
    await api.as(mo).call('PUT /api/needs/{id}/matches', { params: { id: need! }, body: { matches: [{ capabilityId: capability!, fit: 2 }] } });
    const { body } = await propose(mo, mine, { title: 'Service contract', needId: need, valueLow: 100_00, valueLikely: 200_000_00, currency: 'USD' });
    const point = async () => (await ofAccount()).rows.find((row) => row.id === body.ids[0]);
    expect(await point()).toMatchObject({ need: { id: need, text: '48 h answers' }, fit: null, priority: { fit: 2, fitFrom: 'need', value: 1_400_000_00 } });
    const readNeed = async () => (await api.as(mo).call('GET /api/accounts/{id}/needs', { params: { id: mine } })).body.needs.find((row) => row.id === need);
    expect(await readNeed()).toMatchObject({ answer: 'opportunity', opportunities: [{ id: body.ids[0], title: 'Service contract', stage: 'seen' }] });
    const { body: { event } } = await api.as(mo).call('POST /api/opportunities/{id}/withdraw', { params: { id: body.ids[0]! }, body: { withdrawn: true } });
    expect((await readNeed())!.answer).toBeNull();
    await api.as(mo).call('POST /api/events/{id}/undo', { params: { id: event } });
    expect((await readNeed())!.answer).toBe('opportunity');
    await api.as(mo).call('POST /api/events/{id}/undo', { params: { id: body.event } });
    expect([await point(), (await readNeed())!.answer]).toEqual([undefined, null]);
  });

  test('it is changed, moved and withdrawn, each step undone; who saw an older stage is told', async () => {
    const { body: { ids: [id] } } = await propose(cleo, mine, { title: 'Spare parts', valueLikely: 50_000_00, currency: 'CNY', ownerId: 'mo' });
    const mine1 = async () => (await ofAccount()).rows.find((row) => row.id === id)!;
    expect((await api.as(mo).call('PATCH /api/opportunities/{id}', { params: { id: id! }, body: { fit: 0, expectedOn: '2026-06-30', facts: [facts[1]!] } })).status).toBe(200);
    expect(await mine1()).toMatchObject({ fit: 0, valueLikely: 50_000_00, owner: { id: 'mo', name: 'Mo Zhang' }, facts: [{ id: facts[1] }], priority: { unknown: [], completeness: 1 } });
    const moved = await api.as(mo).call('POST /api/opportunities/{id}/stage', { params: { id: id! }, body: { stage: 'confirmed', expects: 'seen' } });
    expect((await mine1()).stage).toBe('confirmed');
    const late = await api.as(cleo).call('POST /api/opportunities/{id}/stage', { params: { id: id! }, body: { stage: 'dropped', expects: 'seen' } });
    expect([late.status, late.body]).toMatchObject([409, { reason: 'moved_since', params: { stage: 'confirmed' } }]);
    await api.as(mo).call('POST /api/events/{id}/undo', { params: { id: moved.body.event } });
    expect((await mine1()).stage).toBe('seen');
    const gone = await api.as(mo).call('POST /api/opportunities/{id}/withdraw', { params: { id: id! }, body: { withdrawn: true } });
    expect(await mine1()).toBeUndefined();
    expect((await api.as(mo).call('PATCH /api/opportunities/{id}', { params: { id: id! }, body: { fit: 1 } })).status).toBe(404);
    await api.as(mo).call('POST /api/events/{id}/undo', { params: { id: gone.body.event } });
    expect((await mine1()).title).toBe('Spare parts');
  });

  test('all faults at once with their paths', async () => {
    const refused = await propose(mo, mine, { title: 'ok' }, { title: 'x', valueLow: 5, valueLikely: 3, expectedOn: '2026-02-30', needId: 999_999, ownerId: 'nobody', facts: [facts[0], foreignFact] });
    expect(refused.status).toBe(422);
    expect((refused.body as never as { fields: { path: string; reason: string }[] }).fields.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      'opportunities.1.valueLikely below_lower', 'opportunities.1.currency required', 'opportunities.1.expectedOn no_such_day', 'opportunities.1.needId unknown_need', 'opportunities.1.ownerId unknown_person', 'opportunities.1.facts.1 unknown_fact',
    ]);
    for (const bad of [{ title: '' }, { title: 'x', fit: 5 }, { title: 'x', valueLikely: 0, currency: 'CNY' }, { title: 'x', horizon: 'soon' }, { title: 'x'.repeat(201) }]) expect((await propose(mo, mine, bad)).status).toBe(422);
    const { body: { ids: [id] } } = await propose(mo, mine, { title: 'Edited', valueLow: 10, currency: 'CNY' });
    const edited = await api.as(mo).call('PATCH /api/opportunities/{id}', { params: { id: id! }, body: { valueHigh: 5, facts: [foreignFact] } });
    expect((edited.body as never as { fields: { path: string }[] }).fields.map(({ path }) => path)).toEqual(['valueHigh', 'facts.0']);
    expect((await api.as(mo).call('GET /api/opportunities', { query: { stage: 'open,thought' } })).status).toBe(422);
    expect((await api.as(mo).call('GET /api/opportunities', { query: { after: 'x' } })).status).toBe(422);
  });

  test('refusals: nobody, not theirs (as if it did not exist), readers', async () => {
    const { body: { ids: [id] } } = await propose(max, theirs, { title: 'Secret' });
    expect((await api.nobody.call('GET /api/accounts/{id}/opportunities', { params: { id: mine } })).status).toBe(401);
    expect((await api.as(mo).call('GET /api/accounts/{id}/opportunities', { params: { id: theirs } })).body).toEqual((await api.as(mo).call('GET /api/accounts/{id}/opportunities', { params: { id: 99_999 } })).body);
    for (const [name, body] of [['PATCH /api/opportunities/{id}', { title: 'y' }], ['POST /api/opportunities/{id}/stage', { stage: 'won' }], ['POST /api/opportunities/{id}/withdraw', { withdrawn: true }]] as const) {
      const foreign = await api.as(mo).call(name, { params: { id: id! }, body: body as never });
      const missing = await api.as(mo).call(name, { params: { id: 99_999 }, body: body as never });
      expect([name, foreign.status, foreign.body]).toEqual([name, 404, missing.body]);
      expect([name, (await api.as(vera).call(name, { params: { id: (await ofAccount()).rows[0]!.id }, body: body as never })).status]).toEqual([name, 403]);
    }
    expect((await propose(mo, theirs, { title: 'x' })).status).toBe(404);
    expect((await propose(vera, mine, { title: 'x' })).status).toBe(403);
    expect((await ofAccount(vera)).can).toEqual({ describe: false });
  });

  test('across customers: each sees their own, filtered, sorted, page by page', async () => {
    const list = async (who: { id: string }, query: Record<string, string | number> = {}) => (await api.as(who).call('GET /api/opportunities', { query })).body;
    const own = await list(mo);
    expect(own.rows.every((row) => row.account.id === mine && row.can.describe)).toBe(true);
    expect(own.rows.map((row) => row.priority.priority)).toEqual(own.rows.map((row) => row.priority.priority).toSorted((a, b) => b - a));
    expect((await list(vera)).rows.every((row) => !row.can.describe)).toBe(true);
    const all = await list(dora);
    expect([all.total, all.totalIsCapped, new Set(all.rows.map((row) => row.account.id)).size]).toEqual([own.total + 1, false, 2]);
    // Page by page it is the same list.
    for (const sort of ['priority', 'value', 'expected'] as const) {
      const whole = (await list(dora, { sort })).rows.map((row) => row.id);
      const pages: number[] = [];
      for (let after: string | null = ''; after !== null;) {
        const page = await list(dora, { sort, limit: 2, ...(after === '' ? {} : { after }) });
        pages.push(...page.rows.map((row) => row.id));
        after = page.next;
      }
      expect([sort, pages]).toEqual([sort, whole]);
    }
    await propose(max, theirs, { title: 'Won long ago', stage: 'won', horizon: 'short', ownerId: 'max' });
    expect((await list(ada, { stage: 'won' })).rows.map((row) => row.title)).toEqual(['Won long ago']);
    expect((await list(ada, { horizon: 'short', owner: 'max' })).total).toBe(1);
    expect((await list(ada, { q: 'LONG' })).total).toBe(1);
    expect((await list(ada, { q: '%' })).total).toBe(0);
    expect((await list(ada, { stage: 'open' })).rows.some((row) => row.stage === 'won')).toBe(false);
    expect((await list(ada, { owner: 'max' })).owners).toEqual([{ id: 'max', name: 'Max Chen' }, { id: 'mo', name: 'Mo Zhang' }]);
    expect((await list(mo)).owners).toEqual([{ id: 'mo', name: 'Mo Zhang' }]);
  });
});
