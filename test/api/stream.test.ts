import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from '../api.ts';
import { addCompanies, addPeople, giveTo, PEOPLE } from '../cast.ts';
import { eachEngine } from '../database.ts';
import { listen, messages, told } from '../listen.ts';

const { ada, mo, max, vera } = PEOPLE;

eachEngine((_engine, open) => {
  let api: TestApi;
  let ids: number[];
  beforeAll(async () => {
    const store = await open();
    await addPeople(store);
    ids = await addCompanies(store);
    await giveTo(store, mo, [ids[0]!]);
    api = await startApi(store, {}, { heartbeatMs: 30 });
  });
  afterAll(() => api.app.close());

  test('is for signed-in people', async () => expect((await api.nobody.fetch('/api/stream')).status).toBe(401));

  test('tells everybody only what they may see, and never a name', async () => {
    const [all, owner, stranger] = await Promise.all([listen(api, ada), listen(api, mo), listen(api, max)]);
    expect(all.response.headers.get('content-type')).toMatch('text/event-stream');
    await api.as(ada).call('PATCH /api/accounts/{id}', { params: { id: ids[0]! }, body: { note: 'x' } });
    await api.as(ada).call('PATCH /api/accounts/{id}', { params: { id: ids[1]! }, body: { note: 'x' } });
    api.app.services.live.publish({ type: 'import', id: 4, state: 'reading', progress: null });
    api.app.services.live.publish({ type: 'scored', asOf: '2026-03-31' });
    const heard = await Promise.all([all, owner, stranger].map(async (one) => messages(await one.until((text) => text.includes('event: scored')))));
    const change = (id: number) => ({ event: 'change', verb: 'accountEdited', accountId: id });
    const scored = { event: 'scored', asOf: '2026-03-31' };
    expect(heard[0]).toEqual([change(ids[0]!), change(ids[1]!), { event: 'import', id: 4, state: 'reading', progress: null }, scored]);
    expect(heard[1]).toEqual([change(ids[0]!), scored]);
    expect(heard[2]).toEqual([scored]);
    await Promise.all([all, owner, stranger].map((one) => one.end()));
  });

  test('begins with the number of the newest change, so that a page knows whether it has missed one', async () => {
    const known = async () => (await api.as(ada).call('GET /api/me')).body.lastEvent;
    const hello = async () => {
      const stream = await listen(api, ada);
      const [first] = told(await stream.until((text) => text.includes('event: hello')));
      await stream.end();
      return first;
    };
    const before = await known();
    expect(await hello()).toEqual({ event: 'hello', lastEvent: before });
    await api.as(ada).call('PATCH /api/accounts/{id}', { params: { id: ids[0]! }, body: { note: 'changed meanwhile' } });
    expect(await hello()).toEqual({ event: 'hello', lastEvent: before + 1 });
    expect(await known()).toBe(before + 1);
  });

  test('shows that it lives, and ends with the session', async () => {
    const stream = await listen(api, vera);
    await stream.until((text) => text.includes(': still here'));
    await api.as(ada).call('PATCH /api/members/{id}', { params: { id: 'vera' }, body: { disabled: true } });
    await stream.until(() => false);
  });

  test('ends when the server stops', async () => {
    const stream = await listen(api, mo);
    await api.app.close();
    expect(await stream.until(() => false)).toContain('retry:');
  });
});
