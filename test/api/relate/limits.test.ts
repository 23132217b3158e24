import { beforeEach, expect, test } from 'vitest';
import type { Store } from '#storage/connect.ts';
import { colleagues } from '#storage/relate/coverage.ts';
import { insertMany } from '#storage/insertMany.ts';
import type { TestApi } from '../../api.ts';
import { NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { twoCustomers } from '../../twoCustomers.ts';
import { putPeople } from '../../actions/relate/people.ts';

const TODAY = NOW.toISOString().slice(0, 10);
const MANY = 2003;

eachEngine((_engine, open) => {
  let store: Store;
  let api: TestApi;
  let mine: number;
  beforeEach(async () => {
    ({ store, api, mine } = await twoCustomers(await open()));
  });

  test('coverage, duplicates and the map say how many people are beyond what they look at; a project counts all of its map', async () => {
    const ids = await putPeople(store, Array.from({ length: MANY }, (_, n) => ({ account_id: mine, name: `Person ${n}`, name_norm: n % 2 === 0 ? 'one name' : `n${n}` })));
    const mo = api.as(PEOPLE.mo);
    const all = (await mo.call('GET /api/accounts/{id}/coverage', { params: { id: mine } })).body;
    expect([all.them.length, all.leftOut]).toEqual([2000, { objecting: 0, outsiders: 0, beyond: 3 }]);
    const doubles = (await mo.call('GET /api/accounts/{id}/people/duplicates', { params: { id: mine } })).body;
    expect([doubles.pairs.length, doubles.more > 0, doubles.beyond]).toEqual([100, true, 3]);

    const id = (await mo.call('POST /api/accounts/{id}/projects', { params: { id: mine }, body: { name: 'New line' } })).body.ids[0]!;
    await mo.call('POST /api/projects/{id}/map', { params: { id }, body: { from: 'empty' } });
    const map = (await mo.call('GET /api/projects/{id}/map', { params: { id } })).body;
    expect([map.others.length, map.othersMore]).toEqual([2000, true]);
    expect((await mo.call('POST /api/maps/{id}/people', { params: { id: map.map!.id }, body: { people: [ids.at(-1)!], unnamed: [] } })).status).toBe(200);
    const ofProject = (await mo.call('GET /api/accounts/{id}/coverage', { params: { id: mine }, query: { project: id } })).body;
    expect([ofProject.them.map((one) => one.id), ofProject.leftOut.beyond]).toEqual([[ids.at(-1)], 0]);
  });

  test('of people whose time of keeping ends, those of one customer are asked for; how many come after the first 200 is said', async () => {
    await putPeople(store, [{ kind: 'contact', owner_id: PEOPLE.mo.id, name: 'Elsewhere', retain_until: TODAY }]);
    await putPeople(store, Array.from({ length: 204 }, (_, n) => ({ account_id: mine, name: `Due ${n}`, retain_until: TODAY })));
    const mo = api.as(PEOPLE.mo);
    const here = (await mo.call('GET /api/people/due', { query: { account: mine } })).body;
    expect([here.rows.length, here.more, here.rows.every((row) => row.accountId === mine)]).toEqual([200, 4, true]);
    const everywhere = (await mo.call('GET /api/people/due')).body;
    expect([everywhere.rows.length, everywhere.more]).toEqual([200, 5]);
  });

  test('who has looked and what was brought say that there was more before', async () => {
    const [id] = await putPeople(store, [{ account_id: mine, name: 'Guarded' }]) as [number];
    const item = (await api.as(PEOPLE.mo).call('POST /api/people/{id}/items', { params: { id }, body: { items: [{ kind: 'family', value: 'x', source: 'told', collectedOn: TODAY }] } })).body.ids[0]!;
    const look = (n: number) => ({ id: n, person_id: id, item_id: item, user_id: PEOPLE.mo.id, reason: 'gift', at: NOW.toISOString() });
    const brought = (n: number) => ({ id: n, user_id: PEOPLE.mo.id, file_name: `f${n}.vcf`, layout: 'vcard' as const, content_hash: `${n}`, rows: 1, left_out: 0, created: 0, changed: 0, unchanged: 1, private: 0, at: NOW.toISOString(), undone_at: null, undone_by: null });
    await store.transaction(async (tx) => {
      await insertMany(tx, 'person_reveal', Array.from({ length: 200 }, (_, n) => look(n + 1)));
      await insertMany(tx, 'contact_import', Array.from({ length: 100 }, (_, n) => brought(n + 1)) as never);
    });
    const mo = api.as(PEOPLE.mo);
    const seen = async () => { const { rows, more } = (await mo.call('GET /api/people/{id}/reveals', { params: { id } })).body; return [rows.length, more]; };
    const files = async () => { const { imports, importsMore } = (await mo.call('GET /api/contacts')).body; return [imports.length, importsMore]; };
    expect([await seen(), await files()]).toEqual([[200, false], [100, false]]);
    await store.transaction(async (tx) => {
      await insertMany(tx, 'person_reveal', [look(201)]);
      await insertMany(tx, 'contact_import', [brought(101)] as never);
    });
    expect([await seen(), await files()]).toEqual([[200, true], [100, true]]);
  });

  test('the register of erasures is summed by time: the newest 100, and how many there are', async () => {
    const at = (n: number) => new Date(NOW.getTime() + n * 1000).toISOString();
    await store.transaction(async (tx) => await insertMany(tx, 'erasure', Array.from({ length: 330 }, (_, n) => ({ noun: n % 3 === 0 ? 'key_position' : 'person', noun_id: n + 1, made_at: at(0), erased_at: at(Math.floor(n / 3)), words: 1 })) as never));
    const { erasures, all } = (await api.as(PEOPLE.ada).call('GET /api/privacy')).body;
    expect([erasures.length, all, erasures[0], erasures.at(-1)]).toEqual([100, 110, { at: at(109), people: 2, holders: 1 }, { at: at(10), people: 2, holders: 1 }]);
  });

  test('names of colleagues have one order on both engines: pinyin, letters whatever their case, numbers by size', async () => {
    const names = ['Team 10', 'Team 9', '张伟', '安娜', 'bo', 'Anna', 'Émile', '陈晨', 'Zoe', 'Ärztin'];
    const stamp = NOW.toISOString();
    await store.transaction(async (tx) => await insertMany(tx, 'auth_user', names.map((name, n) => ({ id: `u${n}`, name, email: `u${n}@maker.example`, role: 'manager', locale: 'en', disabledAt: null, lastSeenAt: null, createdAt: stamp, updatedAt: stamp })) as never));
    const seen = (await colleagues(store.read, null)).map(({ name }) => name).filter((name) => names.includes(name));
    expect(seen).toEqual(['安娜', '陈晨', '张伟', 'Anna', 'Ärztin', 'bo', 'Émile', 'Team 9', 'Team 10', 'Zoe']);
  });
});
