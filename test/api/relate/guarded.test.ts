import { beforeAll, expect, test } from 'vitest';
import type { Store } from '#storage/connect.ts';
import { startApi, type Client, type TestApi } from '../../api.ts';
import { addCompanies, addPeople, giveTo, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';

const TODAY = new Date().toISOString().slice(0, 10);
const FAMILY = 'Wife-Qiu-teaches-piano';
const TOWN = 'Hometown-Xiangtan-42';
const PHONE = '13912345678';
const CARDS = ['张 伟', '李娜'].map((name, n) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nORG:示例科技\r\nTEL:1380000000${n}\r\nEND:VCARD\r\n`).join('');

async function fill(store: Store) {
  await addPeople(store);
  const [mine, other] = await addCompanies(store);
  await giveTo(store, PEOPLE.mo, [mine!]);
  await giveTo(store, PEOPLE.cleo, [mine!], 'member');
  await giveTo(store, PEOPLE.vera, [mine!], 'member');
  const api = await startApi(store);
  const item = { source: 'Told at dinner', collectedOn: TODAY };
  const { ids: [person] } = (await api.as(PEOPLE.mo).call('POST /api/people', { body: { people: [{ name: 'Qin Feng', accountId: mine!, source: 'Card', collectedOn: TODAY, items: [
    { ...item, kind: 'family', value: FAMILY }, { ...item, kind: 'note', value: TOWN, sensitivity: 'sensitive' }, { ...item, kind: 'phone', value: PHONE }, { ...item, kind: 'education', value: 'Physics', place: 'Fudan' },
  ] }] } })).body;
  const { items } = (await api.as(PEOPLE.mo).call('GET /api/people/{id}', { params: { id: person! } })).body;
  await api.as(PEOPLE.mo).call('PATCH /api/people/{id}', { params: { id: person! }, body: { title: 'VP' } });
  const of = (kind: string) => items.find((one) => one.kind === kind)!.id;
  return { api, mine: mine!, other: other!, person: person!, family: of('family'), note: of('note'), phone: of('phone') };
}
const detail = async (client: Client, id: number) => (await client.call('GET /api/people/{id}', { params: { id } })).body;

eachEngine((_engine, open) => {
  let api: TestApi;
  let ids: Awaited<ReturnType<typeof fill>>;
  beforeAll(async () => {
    ids = await fill(await open());
    api = ids.api;
  });

  test('each role is shown what it needs', async () => {
    const shown = async (client: Client) => (await detail(client, ids.person)).items.map((item) => [item.kind, item.value]);
    const opened = [['family', null], ['note', null], ['phone', PHONE], ['education', 'Physics']];
    for (const person of [PEOPLE.ada, PEOPLE.dora, PEOPLE.mo, PEOPLE.cleo]) expect([person.id, await shown(api.as(person))]).toEqual([person.id, opened]);
    expect(await shown(api.as(PEOPLE.vera))).toEqual([['family', null], ['note', null], ['phone', null], ['education', 'Physics']]);
    expect((await detail(api.as(PEOPLE.vera), ids.person)).can).toEqual({ edit: false, reveal: false, erase: false, keepPrivate: false });
    expect((await detail(api.as(PEOPLE.cleo), ids.person)).can).toEqual({ edit: true, reveal: false, erase: false, keepPrivate: false });
    expect((await detail(api.as(PEOPLE.ada), ids.person)).can).toEqual({ edit: true, reveal: true, erase: true, keepPrivate: false });
  });

  test('a guarded item is opened one by one, with a reason that is kept', async () => {
    const open = (client: Client, id: number, body: object = { reason: 'Dinner in June' }) => client.call('POST /api/person-items/{id}/reveal', { params: { id }, body: body as never });
    expect((await open(api.as(PEOPLE.mo), ids.family)).body).toEqual({ id: ids.family, value: FAMILY, place: '' });
    expect((await open(api.as(PEOPLE.mo), ids.family, { reason: ' ' })).status).toBe(422);
    expect((await open(api.as(PEOPLE.max), ids.family)).body).toMatchObject({ code: 'not_found', reason: 'person' });
    expect((await open(api.as(PEOPLE.cleo), ids.family)).status).toBe(403);
    expect((await open(api.as(PEOPLE.ada), 999_999)).status).toBe(404);
    const log = (await api.as(PEOPLE.cleo).call('GET /api/people/{id}/reveals', { params: { id: ids.person } })).body.rows;
    expect(log[0]).toMatchObject({ kind: 'family', by: { id: 'mo' }, reason: 'Dinner in June' });
    expect((await api.as(PEOPLE.max).call('GET /api/people/{id}/reveals', { params: { id: ids.person } })).status).toBe(404);
  });

  test('refusals: missing and not theirs read the same, fields are named by their path', async () => {
    const [max, mo, vera] = [api.as(PEOPLE.max), api.as(PEOPLE.mo), api.as(PEOPLE.vera)];
    const gone = { code: 'not_found', reason: 'person' };
    for (const id of [ids.person, 999_999]) {
      expect((await max.call('GET /api/people/{id}', { params: { id } })).body).toMatchObject(gone);
      expect((await max.call('PATCH /api/people/{id}', { params: { id }, body: { title: 'x' } })).body).toMatchObject(gone);
      expect((await max.call('POST /api/people/{id}/items', { params: { id }, body: { items: [{ kind: 'note', value: 'x', source: 'y', collectedOn: TODAY }] } })).body).toMatchObject(gone);
      expect((await max.call('POST /api/people/{id}/merge', { params: { id }, body: { other: id } })).body).toMatchObject(gone);
      expect((await max.call('GET /api/people/{id}/merge', { params: { id }, query: { other: id } })).body).toMatchObject(gone);
      expect((await max.call('POST /api/people/{id}/withdraw', { params: { id } })).body).toMatchObject(gone);
      expect((await max.call('POST /api/people/{id}/private', { params: { id }, body: { private: true } })).body).toMatchObject(gone);
    }
    expect((await max.call('POST /api/person-items/{id}/withdraw', { params: { id: ids.phone } })).body).toMatchObject(gone);
    expect((await max.call('GET /api/accounts/{id}/people', { params: { id: ids.mine } })).body).toMatchObject({ code: 'not_found', reason: 'account' });
    expect((await max.call('GET /api/accounts/{id}/people/duplicates', { params: { id: ids.mine } })).body).toMatchObject({ code: 'not_found', reason: 'account' });
    expect((await mo.call('POST /api/people', { body: { people: [{ name: 'X', accountId: ids.other, source: 'y', collectedOn: TODAY }] } })).body).toMatchObject({ code: 'not_found', reason: 'account' });
    expect((await mo.call('POST /api/people', { body: { people: [{ name: '', collectedOn: '2199-01-01', items: [{ kind: 'email', value: 'x', source: '', collectedOn: TODAY }] }] } })).body).toMatchObject({
      code: 'invalid', fields: [{ path: 'people.0.name', reason: 'required' }, { path: 'people.0.accountId', reason: 'required' }, { path: 'people.0.source', reason: 'required' }, { path: 'people.0.collectedOn', reason: 'no_past_day' }, { path: 'people.0.items.0.value', reason: 'no_email' }, { path: 'people.0.items.0.source', reason: 'required' }],
    });
    expect((await mo.call('POST /api/people', { body: { people: [{ name: 'x'.repeat(201), collectedOn: TODAY }] } })).body).toMatchObject({ code: 'invalid', fields: [{ path: 'people.0.name' }] });
    expect((await mo.call('PATCH /api/people/{id}', { params: { id: ids.person }, body: { retainUntil: '1999-01-01' } })).body).toMatchObject({ code: 'invalid', fields: [{ path: 'retainUntil', reason: 'before_collected' }] });
    expect((await vera.call('PATCH /api/people/{id}', { params: { id: ids.person }, body: { title: 'x' } })).status).toBe(403);
    expect((await mo.call('POST /api/people/{id}/erase', { params: { id: ids.person }, body: { reason: 'asked' } })).status).toBe(403);
    expect((await mo.call('POST /api/people/{id}/merge', { params: { id: ids.person }, body: { other: ids.person } })).body).toMatchObject({ code: 'conflict', reason: 'merge_same' });
    expect((await mo.call('POST /api/people/{id}/private', { params: { id: ids.person }, body: { private: false } })).body).toMatchObject({ code: 'forbidden', reason: 'not_your_contact' });
  });

  test('people of a customer by page; who may be one person; whose time of keeping ends', async () => {
    const mo = api.as(PEOPLE.mo);
    const add = (people: object[]) => mo.call('POST /api/people', { body: { people: people.map((one) => ({ accountId: ids.mine, source: 'Card', collectedOn: TODAY, ...one })) } as never });
    await add([{ name: 'Feng Qin', retainUntil: TODAY }, { name: 'Lu Yan', items: [{ kind: 'phone', value: `+86 ${PHONE}`, source: 'Card', collectedOn: TODAY }] }]);
    const { pairs } = (await mo.call('GET /api/accounts/{id}/people/duplicates', { params: { id: ids.mine } })).body;
    expect(pairs.map(({ a, b, why }) => [a.name, b.name, why])).toEqual([['Qin Feng', 'Lu Yan', 'contact'], ['Qin Feng', 'Feng Qin', 'name']]);
    const first = (await mo.call('GET /api/accounts/{id}/people', { params: { id: ids.mine }, query: { limit: 2 } })).body;
    const rest = (await mo.call('GET /api/accounts/{id}/people', { params: { id: ids.mine }, query: { limit: 2, after: first.next! } })).body;
    expect([first.rows.map((row) => row.name), rest.rows.map((row) => row.name), rest.next]).toEqual([['Qin Feng', 'Feng Qin'], ['Lu Yan'], null]);
    expect((await mo.call('GET /api/people/due')).body.rows.map((row) => row.name)).toEqual(['Feng Qin']);
    expect((await api.as(PEOPLE.max).call('GET /api/people/due')).body.rows).toEqual([]);
  });

  test("a colleague's cards: read, taken in, brought again without change, taken out again", async () => {
    const cleo = api.as(PEOPLE.cleo);
    const read = (await cleo.call('POST /api/contacts/read', { query: { fileName: 'cards.vcf' }, body: CARDS as never })).body;
    expect(read).toMatchObject({ layout: 'vcard', rows: [{ contact: { name: '张伟' }, state: 'new' }, { contact: { name: '李娜' }, state: 'new' }] });
    expect((await cleo.call('GET /api/contacts')).body).toMatchObject({ rows: [], imports: [], can: { import: true } });
    const take = () => cleo.call('POST /api/contacts', { body: { fileName: 'cards.vcf', layout: read.layout, contentHash: read.contentHash, contacts: read.rows.map((row) => row.contact), private: [1], leaveOut: [] } });
    const done = (await take()).body;
    expect(done).toMatchObject({ created: 2, private: 1 });
    expect((await take()).body).toMatchObject({ id: 0, event: 0, created: 0, changed: 0, unchanged: 2 });
    expect((await cleo.call('POST /api/contacts/read', { query: { fileName: 'cards.vcf' }, body: CARDS as never })).body.rows.map((row) => row.state)).toEqual(['unchanged', 'unchanged']);
    expect((await api.as(PEOPLE.dora).call('GET /api/people', { query: { q: '张伟' } })).body.rows).toHaveLength(1);
    expect((await api.as(PEOPLE.ada).call('GET /api/people', { query: { q: '李娜' } })).body.rows).toEqual([]);
    // Another colleague who knows the same person: no second entry.
    const dora = (await api.as(PEOPLE.dora).call('POST /api/contacts/read', { query: { fileName: 'c.vcf' }, body: CARDS as never })).body.rows;
    expect(dora.map((row) => row.state)).toEqual(['known', 'new']);
    const mine = (await cleo.call('GET /api/contacts')).body;
    expect(mine.imports).toMatchObject([{ id: done.id, event: done.event, created: 2, undoneAt: null }]);
    const [li] = mine.rows.filter((row) => row.name === '李娜');
    expect((await api.as(PEOPLE.dora).call('POST /api/people/{id}/private', { params: { id: li!.id }, body: { private: false } })).status).toBe(404);
    const shared = (await cleo.call('POST /api/people/{id}/private', { params: { id: li!.id }, body: { private: false } })).body;
    expect((await api.as(PEOPLE.ada).call('GET /api/people', { query: { q: '李娜' } })).body.rows).toHaveLength(1);
    await cleo.call('POST /api/events/{id}/undo', { params: { id: shared.event } });
    const second = (await cleo.call('POST /api/contacts', { body: { fileName: 'x.csv', layout: 'table', contentHash: 'y', contacts: [{ ...read.rows[0]!.contact, name: '王芳', phones: ['13700000000'] }] } })).body;
    expect((await cleo.call('POST /api/events/{id}/undo', { params: { id: second.event } })).status).toBe(200);
    expect((await cleo.call('GET /api/contacts')).body).toMatchObject({ imports: [{ undoneAt: expect.any(String) }, { undoneAt: null }] });
    expect((await api.as(PEOPLE.ada).call('GET /api/people', { query: { q: '王芳' } })).body.rows).toEqual([]);
    expect((await cleo.call('POST /api/contacts/read', { query: { fileName: 'x.csv' }, body: 'Company,City\nA,B\n' as never })).body).toMatchObject({ code: 'file_refused', reason: 'contacts_none' });
    expect((await api.as(PEOPLE.vera).call('POST /api/contacts', { body: {} as never })).status).toBe(403);
  });
});
