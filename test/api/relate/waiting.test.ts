import { beforeAll, expect, test } from 'vitest';
import type { Store } from '#storage/connect.ts';
import { startApi, type TestApi } from '../../api.ts';
import { addCompanies, addPeople, giveTo, NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { listen, messages } from '../../listen.ts';
import { putPeople, putTies } from '../../actions/relate/people.ts';

const { ada, cleo, dora, mo, max, vera } = PEOPLE;

eachEngine((_engine, open) => {
  let store: Store;
  let api: TestApi;
  let customer: number;
  let now = NOW;
  let id: Record<'mo' | 'max' | 'target' | 'friend' | 'far', number>;
  beforeAll(async () => {
    store = await open();
    await addPeople(store);
    [customer] = await addCompanies(store) as [number];
    await giveTo(store, mo, [customer]);
    const [first, second, target, friend, far] = await putPeople(store, [{ user_id: 'mo', name: 'Mo Zhang' }, { user_id: 'max', name: 'Max Chen' }, { name: 'Tang', account_id: customer, title: 'CTO' }, { name: 'Fang' }, { name: 'Wei', account_id: customer }]) as [number, number, number, number, number];
    id = { mo: first, max: second, target, friend, far };
    await putTies(store, [{ between: [second, target] }, { between: [first, friend] }, { between: [friend, far] }]);
    api = await startApi(store, {}, { now: () => now });
  });
  type Who = { id: string };
  const ask = async (who: Who, way: number[]) => (await api.as(who).call('POST /api/people/{id}/introductions', { params: { id: way.at(-1)! }, body: { way, purpose: 'A first visit', forThem: '', message: '' } })).body.ids[0]!;
  const step = async (who: Who, introduction: number, state: 'accepted' | 'declined' | 'introduced' | 'met' | 'thanked' | 'cancelled') => (await api.as(who).call('POST /api/introductions/{id}/steps', { params: { id: introduction }, body: { state } })).body.event;
  const count = async (who: Who) => (await api.as(who).call('GET /api/me')).body.waiting.introductions;
  const counts = () => Promise.all([mo, max].map(count));
  const list = async (who: Who, side: 'mine' | 'asked' | 'waiting', limit = 50) => (await api.as(who).call('GET /api/introductions', { query: { side, limit } })).body;

  test('waits for who was asked until they have introduced, then for who asked until they have thanked', async () => {
    const one = await ask(mo, [id.max, id.target]);
    expect(await counts()).toEqual([0, 1]);
    expect(await list(max, 'waiting')).toMatchObject({ rows: [{ id: one, state: 'requested', waits: true }] });
    expect((await list(mo, 'mine')).rows).toMatchObject([{ id: one, waits: false }]);
    const accepted = await step(max, one, 'accepted');
    expect(await counts()).toEqual([0, 1]);
    await api.as(max).call('POST /api/events/{id}/undo', { params: { id: accepted } });
    expect((await list(max, 'waiting')).rows).toMatchObject([{ state: 'requested' }]);
    for (const [who, state, waiting] of [[max, 'accepted', [0, 1]], [max, 'introduced', [1, 0]], [mo, 'met', [1, 0]], [mo, 'thanked', [0, 0]]] as const) {
      await step(who, one, state);
      expect([state, await counts()]).toEqual([state, waiting]);
      for (const [n, person] of [mo, max].entries()) expect((await list(person, 'waiting')).rows).toHaveLength(waiting[n]!);
    }
    expect([(await list(max, 'asked')).rows, (await list(mo, 'mine')).rows]).toMatchObject([[{ id: one, waits: false }], [{ id: one, waits: false }]]);
  });

  test('who does not sign in waits for nobody: the asker notes their answer', async () => {
    const one = await ask(mo, [id.mo, id.friend, id.far]);
    expect([await counts(), (await list(mo, 'waiting')).rows]).toMatchObject([[1, 0], [{ id: one, waits: true }]]);
    await step(mo, one, 'declined');
    expect(await counts()).toEqual([0, 0]);
  });

  test('what was declined or taken back waits for nobody; pages go on', async () => {
    const one = await ask(mo, [id.max, id.target]);
    await step(max, one, 'declined');
    expect(await counts()).toEqual([0, 0]);
    const asked = [await ask(ada, [id.max, id.target]), await ask(dora, [id.max, id.target])];
    expect(await counts()).toEqual([0, 2]);
    const first = await list(max, 'waiting', 1);
    expect([first.rows, first.next]).toMatchObject([[{ id: asked[1] }], String(asked[1])]);
    expect((await api.as(max).call('GET /api/introductions', { query: { side: 'waiting', limit: 1, after: first.next! } })).body).toMatchObject({ rows: [{ id: asked[0] }], next: null });
    await step(ada, asked[0]!, 'cancelled');
    await step(dora, asked[1]!, 'cancelled');
    expect(await counts()).toEqual([0, 0]);
  });

  test('nobody counts those of others, whatever else they may see', async () => {
    const one = await ask(mo, [id.max, id.target]);
    expect(await Promise.all([ada, dora, cleo, vera].map(count))).toEqual([0, 0, 0, 0]);
    for (const who of [ada, vera]) expect((await list(who, 'waiting')).rows).toEqual([]);
    expect((await api.nobody.call('GET /api/me')).status).toBe(401);
    expect((await api.nobody.call('GET /api/introductions', { query: { side: 'waiting' } })).status).toBe(401);
    const wrong = await api.as(max).call('GET /api/introductions', { query: { side: 'others' as never } });
    expect([wrong.status, (wrong.body as unknown as { fields: { path: string }[] }).fields.map(({ path }) => path)]).toEqual([422, ['side']]);
    await step(mo, one, 'cancelled');
  });

  test('a step has the day where the person is, which in Shanghai begins sixteen hours into the server’s; never one that is nowhere yet', async () => {
    now = new Date('2026-03-31T16:30:00.000Z');
    const put = (body: object, path = id.target) => api.as(mo).call('POST /api/people/{id}/introductions', { params: { id: path }, body: { way: [id.max, id.target], purpose: 'A visit', ...body } as never });
    const step = (one: number, state: string, onDay: string | null, who: Who = max) => api.as(who).call('POST /api/introductions/{id}/steps', { params: { id: one }, body: { state, onDay } as never });
    const said = ({ status, body }: { status: number; body: unknown }) => [status, (body as { fields?: { path: string; reason: string }[] }).fields?.map(({ path, reason }) => `${path} ${reason}`)];
    for (const day of ['2026-04-02', '2026-02-30']) expect(said(await put({ askedOn: day }))).toEqual([422, ['askedOn no_past_day']]);
    expect(said(await put({ askedOn: 'today' }))).toEqual([422, ['askedOn invalid_format']]);
    const one = (await put({ askedOn: '2026-04-01' })).body.ids[0]!;
    for (const day of ['2026-04-02', '2026-02-30']) expect(said(await step(one, 'accepted', day))).toEqual([422, ['onDay no_past_day']]);
    expect((await step(one, 'accepted', '2026-04-01')).status).toBe(200);
    expect((await step(one, 'introduced', null)).status).toBe(200);
    expect((await step(one, 'met', '2026-03-30', mo)).status).toBe(200);
    expect((await list(mo, 'mine')).rows.find((row) => row.id === one)!.steps.map(({ state, onDay }) => `${state} ${onDay}`)).toEqual(['requested 2026-04-01', 'accepted 2026-04-01', 'introduced 2026-03-31', 'met 2026-03-30']);
    await step(one, 'thanked', null, mo);
    now = NOW;
  });

  test('who is asked hears of it at once, and learns no number of a customer that is not theirs', async () => {
    const [asked, asker, stranger] = await Promise.all([listen(api, max), listen(api, mo), listen(api, cleo)]);
    const one = await ask(mo, [id.max, id.target]);
    const event = await step(max, one, 'accepted');
    await api.as(max).call('POST /api/events/{id}/undo', { params: { id: event } });
    api.app.services.live.publish({ type: 'scored', asOf: null });
    const heard = await Promise.all([asked, asker, stranger].map(async (stream) => messages(await stream.until((text) => text.includes('event: scored'))).filter((message) => message.event === 'change')));
    const change = (accountId: number | null) => ({ event: 'change', verb: 'peopleChanged', accountId });
    expect(heard).toEqual([[change(null), change(null), change(null)], [change(customer), change(customer), change(customer)], []]);
    await Promise.all([asked, asker, stranger].map((stream) => stream.end()));
  });
});
