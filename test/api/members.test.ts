import { beforeAll, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from '../api.ts';
import { addCompanies, addPeople, giveTo, PEOPLE } from '../cast.ts';
import { eachEngine } from '../database.ts';
import type { Store } from '#storage/connect.ts';

const { ada, dora, mo, vera } = PEOPLE;
const NEW = { name: 'Nina', email: 'Nina@Maker.example', role: 'viewer', password: 'a long enough one' } as const;

eachEngine((_engine, open) => {
  let store: Store;
  let api: TestApi;
  beforeAll(async () => {
    store = await open();
    await addPeople(store);
    await giveTo(store, mo, await addCompanies(store));
    api = await startApi(store);
  });

  test('everybody sees names and roles; e-mails and visits are for administrators', async () => {
    const seen = (await api.as(mo).call('GET /api/members')).body;
    expect(seen.can.manage).toBe(false);
    expect(seen.members.find((person) => person.id === 'ada')).toMatchObject({ name: 'Ada Lin', role: 'administrator', email: '', lastSeen: null });
    expect(seen.members.find((person) => person.id === 'mo')).toMatchObject({ email: 'mo@maker.example', accounts: 5 });
    const all = (await api.as(ada).call('GET /api/members')).body;
    expect(all.can.manage).toBe(true);
    expect(all.members.find((person) => person.id === 'mo')!.email).toBe('mo@maker.example');
    expect(all.members.find((person) => person.id === 'mo')!.lastSeen).toMatch(/^\d{4}-/);
    expect(all.members.map((person) => person.name)).toEqual(all.members.map((person) => person.name).toSorted());
  });

  test('only administrators add and change people', async () => {
    for (const person of [dora, mo, vera]) {
      expect((await api.as(person).call('POST /api/members', { body: NEW })).status).toBe(403);
      expect((await api.as(person).call('PATCH /api/members/{id}', { params: { id: 'mo' }, body: { role: 'administrator' } })).status).toBe(403);
    }
  });

  test('one e-mail is one person, however it is typed', async () => {
    const added = await api.as(ada).call('POST /api/members', { body: NEW });
    expect(added.status).toBe(200);
    const again = await api.as(ada).call('POST /api/members', { body: { ...NEW, email: 'NINA@maker.EXAMPLE' } });
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ reason: 'email_taken', fields: [{ path: 'email' }] });
    expect((await api.nobody.call('POST /api/sign-in', { body: NEW })).status).toBe(200);
  });

  test('nobody missing can be changed, and faults are named', async () => {
    expect((await api.as(ada).call('PATCH /api/members/{id}', { params: { id: 'nobody' }, body: { role: 'viewer' } })).status).toBe(404);
    const faulty = await api.as(ada).call('PATCH /api/members/{id}', { params: { id: 'mo' }, body: { role: 'king', password: 'short' } as never });
    expect(faulty.body).toMatchObject({ code: 'invalid', fields: [{ path: 'role' }, { path: 'password' }] });
  });

  test('a new role counts at once', async () => {
    expect((await api.as(vera).call('GET /api/events')).status).toBe(403);
    await api.as(ada).call('PATCH /api/members/{id}', { params: { id: 'vera' }, body: { role: 'director' } });
    expect((await api.as(vera).call('GET /api/events')).status).toBe(200);
    await api.as(ada).call('PATCH /api/members/{id}', { params: { id: 'vera' }, body: { role: 'viewer' } });
    expect((await api.as(vera).call('GET /api/events')).status).toBe(403);
  });

  test('a closed access ends the sessions at once, in another process too, and no password opens it', async () => {
    // A second server on the same store has verified the session as well; the news of the change reaches it.
    const other = await startApi(store);
    const { id } = (await api.as(ada).call('POST /api/members', { body: { ...NEW, email: 'gone@maker.example' } })).body;
    expect((await api.as({ id }).call('GET /api/me')).status).toBe(200);
    expect((await other.as({ id }).call('GET /api/me')).status).toBe(200);
    await api.as(ada).call('PATCH /api/members/{id}', { params: { id }, body: { disabled: true } });
    expect((await api.as({ id }).call('GET /api/me')).status).toBe(401);
    if (store.engine === 'postgres') await expect.poll(async () => (await other.as({ id }).call('GET /api/me')).status).toBe(401);
    await other.app.close();
    expect((await api.nobody.call('POST /api/sign-in', { body: { email: 'gone@maker.example', password: NEW.password } })).status).toBe(401);
    await api.as(ada).call('PATCH /api/members/{id}', { params: { id }, body: { disabled: false } });
    expect((await api.nobody.call('POST /api/sign-in', { body: { email: 'gone@maker.example', password: NEW.password } })).status).toBe(200);
  });

  test('a password set by an administrator ends the old sessions', async () => {
    const { id } = (await api.as(ada).call('POST /api/members', { body: { ...NEW, email: 'forgetful@maker.example' } })).body;
    expect((await api.as({ id }).call('GET /api/me')).status).toBe(200);
    await api.as(ada).call('PATCH /api/members/{id}', { params: { id }, body: { password: 'a brand new long one' } });
    expect((await api.as({ id }).call('GET /api/me')).status).toBe(401);
    expect((await api.nobody.call('POST /api/sign-in', { body: { email: 'forgetful@maker.example', password: 'a brand new long one' } })).status).toBe(200);
  });

  describe('the last administrator', () => {
    const change = (who: { id: string }, id: string, body: object) => api.as(who).call('PATCH /api/members/{id}', { params: { id }, body });

    test('cannot be demoted or closed, also not by themselves', async () => {
      for (const body of [{ role: 'viewer' }, { disabled: true }]) {
        const answer = await change(ada, 'ada', body);
        expect(answer.status).toBe(409);
        expect(answer.body).toMatchObject({ reason: 'last_administrator' });
      }
      expect((await change(ada, 'ada', { name: 'Ada Lin-Wu' })).status).toBe(200);
    });

    test('two who demote each other at the same instant: one stays', async () => {
      await change(ada, 'dora', { role: 'administrator' });
      const both = await Promise.all([change(ada, 'dora', { role: 'viewer' }), change(dora, 'ada', { role: 'viewer' })]);
      expect(both.filter((answer) => answer.status === 200)).toHaveLength(1);
      const left = await store.read.selectFrom('auth_user').select('id').where('role', '=', 'administrator').where('disabledAt', 'is', null).execute();
      expect(left).toHaveLength(1);
    });
  });
});
