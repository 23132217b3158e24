import { beforeAll, describe, expect, test } from 'vitest';
import { createLimits } from '#api/limits.ts';
import { openStore } from '#storage/connect.ts';
import type { Store } from '#storage/connect.ts';
import { startApi, type TestApi } from '../api.ts';
import { addPeople, PEOPLE } from '../cast.ts';
import { eachEngine } from '../database.ts';

const { ada, dora, mo, max } = PEOPLE;

eachEngine((engine, open) => {
  let store: Store;
  let api: TestApi;
  let ids: number[];
  beforeAll(async () => {
    store = await open();
    await addPeople(store);
    api = await startApi(store);
    ids = (await api.as(ada).call('POST /api/accounts', { body: { accounts: [{ key: 'K1', name: 'Arbor Audio' }, { key: 'K2', name: 'Northwind Hearing' }] } })).body.ids;
    await api.as(ada).call('PUT /api/accounts/{id}/team', { params: { id: ids[0]! }, body: { team: [{ userId: 'mo', role: 'owner' }] } });
  });
  const names = async (who: { id: string }, from = api) => (await from.as(who).call('GET /api/accounts')).body.rows.map((row) => row.name).toSorted();

  test('a kept answer is never older than one\'s own change', async () => {
    for (const name of ['Arbor', 'Arbor Audio', 'Arbor Sound']) {
      await names(dora);
      await api.as(ada).call('PATCH /api/accounts/{id}', { params: { id: ids[0]! }, body: { name } });
      expect(await names(dora)).toEqual([name, 'Northwind Hearing']);
      expect((await api.as(ada).call('GET /api/find', { query: { q: name } })).body.accounts.map((found) => found.name)).toContain(name);
    }
  });

  test('is a person\'s own where people see different customers', async () => {
    expect(await names(mo)).toEqual(['Arbor Sound']);
    expect(await names(max)).toEqual([]);
    expect(await names(ada)).toHaveLength(2);
    await api.as(ada).call('PUT /api/accounts/{id}/team', { params: { id: ids[0]! }, body: { team: [{ userId: 'max', role: 'owner' }] } });
    expect([await names(mo), await names(max)]).toEqual([[], ['Arbor Sound']]);
  });

  test('ends with the session and with the role', async () => {
    await names(PEOPLE.vera);
    await api.as(ada).call('PATCH /api/members/{id}', { params: { id: 'vera' }, body: { disabled: true } });
    expect((await api.as(PEOPLE.vera).call('GET /api/accounts')).status).toBe(401);
    expect(await names(PEOPLE.cleo)).toEqual([]);
    await api.as(ada).call('PATCH /api/members/{id}', { params: { id: 'cleo' }, body: { role: 'director' } });
    expect(await names(PEOPLE.cleo)).toHaveLength(2);
  });

  test('what another process changes is seen', async () => {
    const other = engine === 'sqlite' ? await openStore({ dataDir: store.dataDir }) : await openStore({ dataDir: store.dataDir, databaseUrl: store.databaseUrl });
    const second = await startApi(other);
    await names(ada);
    await second.as(ada).call('PATCH /api/accounts/{id}', { params: { id: ids[1]! }, body: { name: 'Southwind' } });
    await expect.poll(() => names(ada)).toContain('Southwind');
    await second.app.close();
    await other.close();
  });

  test('who I am follows my own changes', async () => {
    const me = async () => (await api.as(mo).call('GET /api/me')).body;
    expect((await me()).name).toBe('Mo Zhang');
    await api.as(mo).call('PATCH /api/me', { body: { name: 'Mo Z.', locale: 'zh-Hant' } });
    expect(await me()).toMatchObject({ name: 'Mo Z.', locale: 'zh-Hant', role: 'manager' });
    expect((await api.as(dora).call('GET /api/me')).body.name).toBe('Dora Wu');
  });
});

describe('brakes', () => {
  test('uploads are counted a person', async () => {
    const limits = createLimits();
    for (let n = 0; n < 120; n++) await limits.upload('mo');
    await expect(limits.upload('mo')).rejects.toMatchObject({ code: 'too_many_requests', reason: 'rate_limit', params: { retryAfter: expect.any(Number) } });
    await limits.upload('ada');
  });
  test('a right password forgives the wrong ones before it', async () => {
    const limits = createLimits();
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 8; n++) await limits.signIn('10.0.0.1', 'Mo@maker.example');
      await (await limits.signIn('10.0.0.1', 'mo@MAKER.example ')).right();
    }
  });
  test('one e-mail tried from everywhere is braked too', async () => {
    const limits = createLimits();
    for (let n = 0; n < 100; n++) await limits.signIn(`10.0.${n}.1`, 'mo@maker.example');
    await expect(limits.signIn('10.9.9.9', 'mo@maker.example')).rejects.toMatchObject({ code: 'too_many_requests' });
  });
});
