import { beforeAll, describe, expect, test } from 'vitest';
import { clientOf, startApi, type TestApi } from '../api.ts';
import { addPeople, PEOPLE } from '../cast.ts';
import { eachEngine } from '../database.ts';

const ADMIN = { name: ' Ada Lin ', email: 'Ada@Maker.example', password: 'correct horse battery', workspace: 'Maker', locale: 'zh-Hans' as const };
const cookieIn = (headers: Headers) => headers.getSetCookie()[0]!.split(';')[0]!;

eachEngine((_engine, open) => {
  describe('first administrator', () => {
    let api: TestApi;
    beforeAll(async () => (api = await startApi(await open())));

    test('is asked for, and refused field by field', async () => {
      expect((await api.nobody.call('GET /api/setup')).body).toEqual({ needsAdministrator: true, workspace: '' });
      const answer = await api.nobody.call('POST /api/setup/administrator', { body: { name: '', email: 'no', password: 'short' } });
      expect(answer.status).toBe(422);
      expect((answer.body as any).fields.map((field: { path: string }) => field.path)).toEqual(['name', 'email', 'password']);
    });

    test('of two at the same instant, one is created, and the door is closed', async () => {
      const both = await Promise.all([1, 2].map((n) => api.nobody.call('POST /api/setup/administrator', { body: { ...ADMIN, email: `a${n}@maker.example` } })));
      expect(both.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
      expect(both.find((answer) => answer.status === 409)!.body).toMatchObject({ code: 'conflict', reason: 'administrator_exists' });
      expect((await api.nobody.call('GET /api/setup')).body).toEqual({ needsAdministrator: false, workspace: 'Maker' });
      expect((await api.nobody.call('POST /api/setup/administrator', { body: ADMIN })).status).toBe(409);

      const made = both.find((answer) => answer.status === 200)!;
      const me = await clientOf(api.app, async () => cookieIn(made.headers)).call('GET /api/me');
      expect(me.body).toMatchObject({ name: 'Ada Lin', role: 'administrator', locale: 'zh-Hans', workspace: { name: 'Maker', accounts: 0, demo: false, asOf: null } });
      expect(Object.values(me.body.can)).toEqual(Object.values(me.body.can).map(() => true));
    });

    test('the library\'s own sign-up is not reachable', async () => {
      for (const path of ['/api/auth/sign-up/email', '/api/sign-up', '/api/auth/get-session']) {
        expect((await api.nobody.fetch(path, { method: 'POST', body: JSON.stringify(ADMIN), headers: { 'content-type': 'application/json' } })).status).toBe(404);
      }
    });

    test('is rate limited', async () => {
      const statuses = [];
      for (let n = 0; n < 25; n++) statuses.push((await api.nobody.call('POST /api/setup/administrator', { body: ADMIN })).status);
      expect(statuses.at(-1)).toBe(429);
    });
  });

  describe('sign-in', () => {
    let api: TestApi;
    const credentials = { email: 'mo@maker.example', password: 'a long enough one' };
    let moId: string;
    beforeAll(async () => {
      const store = await open();
      await addPeople(store);
      await store.write.deleteFrom('auth_user').where('id', '=', 'mo').execute();
      api = await startApi(store);
      const added = await api.as(PEOPLE.ada).call('POST /api/members', { body: { ...credentials, email: 'Mo@Maker.example', name: 'Mo', role: 'manager' } });
      moId = added.body.id;
    });
    const signIn = (body: { email: string; password: string }) => api.nobody.call('POST /api/sign-in', { body });

    test('sets a cookie that scripts cannot read, and signing out ends it', async () => {
      const answer = await signIn({ ...credentials, email: ' MO@maker.example ' });
      expect(answer.status).toBe(200);
      expect(answer.headers.getSetCookie()[0]).toMatch(/^vitalfew\.session_token=.+HttpOnly.*SameSite=Lax/);
      const mo = clientOf(api.app, async () => cookieIn(answer.headers));
      expect((await mo.call('GET /api/me')).body).toMatchObject({ id: moId, name: 'Mo', role: 'manager', email: 'mo@maker.example' });
      expect((await mo.call('POST /api/sign-out')).status).toBe(200);
      expect((await mo.call('GET /api/me')).status).toBe(401);
    });

    test('a wrong password and an unknown person read the same', async () => {
      const wrong = await signIn({ ...credentials, password: 'not the right one' });
      const unknown = await signIn({ ...credentials, email: 'nobody@maker.example' });
      expect(wrong.status).toBe(401);
      expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
      expect((await signIn({ email: 'not an address', password: 'x' })).body).toEqual(wrong.body);
    });

    test('a forged or foreign cookie is nobody', async () => {
      const answer = await signIn(credentials);
      const forged = cookieIn(answer.headers).replace(/.{6}$/, '000%3D');
      expect((await clientOf(api.app, async () => forged).call('GET /api/me')).status).toBe(401);
      expect((await clientOf(api.app, async () => 'vitalfew.session_token=x').call('GET /api/me')).status).toBe(401);
    });

    test('a new password needs the old one and ends the other sessions', async () => {
      const [here, there] = await Promise.all([signIn(credentials), signIn(credentials)]);
      let cookie = cookieIn(here.headers);
      const mo = clientOf(api.app, async () => cookie);
      const elsewhere = clientOf(api.app, async () => cookieIn(there.headers));
      expect((await elsewhere.call('GET /api/me')).status).toBe(200);
      const refused = await mo.call('POST /api/me/password', { body: { current: 'not the right one', next: 'another long one' } });
      expect(refused.status).toBe(422);
      expect(refused.body).toMatchObject({ reason: 'wrong_password', fields: [{ path: 'current' }] });
      const changed = await mo.call('POST /api/me/password', { body: { current: credentials.password, next: 'another long one' } });
      expect(changed.status).toBe(200);
      cookie = cookieIn(changed.headers);
      expect((await mo.call('GET /api/me')).status).toBe(200);
      expect((await elsewhere.call('GET /api/me')).status).toBe(401);
      expect((await signIn(credentials)).status).toBe(401);
      expect((await signIn({ ...credentials, password: 'another long one' })).status).toBe(200);
    });

    test('a name and a language of my own', async () => {
      const mo = api.as({ id: moId });
      expect((await mo.call('PATCH /api/me', { body: { name: 'Mo Zhang', locale: 'zh-Hant' } })).status).toBe(200);
      expect((await mo.call('GET /api/me')).body).toMatchObject({ name: 'Mo Zhang', locale: 'zh-Hant' });
      expect((await mo.call('PATCH /api/me', { body: { name: '  ', locale: 'fr' as never } })).body).toMatchObject({ fields: [{ path: 'name' }, { path: 'locale' }] });
    });

    test('guessing is braked, and the brake says how long', async () => {
      const guess = { email: 'vera@maker.example', password: 'guess' };
      const statuses = [];
      for (let n = 0; n < 11; n++) statuses.push((await signIn(guess)).status);
      expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
      const braked = await signIn(guess);
      expect(braked.status).toBe(429);
      expect(Number(braked.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await signIn({ email: 'mo@maker.example', password: 'another long one' })).status).toBe(200);
    });
  });

  test('under https cookies are secure', async () => {
    const store = await open();
    const api = await startApi(store, { publicUrl: 'https://accounts.example.com' });
    const answer = await api.nobody.call('POST /api/setup/administrator', { body: ADMIN, headers: { origin: 'https://accounts.example.com' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-vitalfew\.session_token=.+; Secure/);
    const again = await api.nobody.call('POST /api/sign-in', { body: ADMIN });
    expect(again.headers.getSetCookie()[0]).toMatch(/^__Secure-vitalfew\.session_token=.+; Secure/);
    const me = await clientOf(api.app, async () => cookieIn(again.headers)).call('GET /api/me');
    expect(me.status).toBe(200);
  });
});
