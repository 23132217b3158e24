import { beforeAll, expect, test } from 'vitest';
import type { TestApi } from '../../api.ts';
import { NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { twoCustomers } from '../../twoCustomers.ts';

const { dora, mo } = PEOPLE;
const TODAY = NOW.toISOString().slice(0, 10);

eachEngine((_engine, open) => {
  let api: TestApi;
  let mine: number;
  beforeAll(async () => {
    ({ api, mine } = await twoCustomers(await open()));
  });
  const add = async (...names: string[]) => (await api.as(mo).call('POST /api/people', { body: { people: names.map((name) => ({ kind: 'customer' as const, name, accountId: mine, source: 'card', collectedOn: TODAY })) } })).body.ids;
  const told = (answer: { status: number; body: unknown }) => [answer.status, (answer.body as { reason?: string }).reason];

  test('who was asked to introduce us to somebody is not that somebody, until the request is taken back', async () => {
    const [friend, wanted] = await add('Fay Friend', 'Wes Wanted') as [number, number];
    await api.as(mo).call('POST /api/ties', { body: { ties: [{ a: null, b: friend, kind: 'team', evidence: 'one office', lastContactOn: TODAY }, { a: friend, b: wanted, kind: 'team', evidence: 'one team', lastContactOn: TODAY }] } });
    const { ways } = (await api.as(mo).call('GET /api/people/{id}/ways', { params: { id: wanted } })).body;
    const { ids: [asked] } = (await api.as(mo).call('POST /api/people/{id}/introductions', { params: { id: wanted }, body: { way: ways[0]!.people.map((one) => one.id), purpose: 'A first visit' } })).body;
    for (const [keep, other] of [[friend, wanted], [wanted, friend]] as const) {
      expect((await api.as(mo).call('GET /api/people/{id}/merge', { params: { id: keep }, query: { other } })).body.refused).toBe('introduction');
      expect(told(await api.as(mo).call('POST /api/people/{id}/merge', { params: { id: keep }, body: { other } }))).toEqual([409, 'merge_introduction']);
    }
    await api.as(mo).call('POST /api/introductions/{id}/steps', { params: { id: asked! }, body: { state: 'cancelled' } });
    expect((await api.as(mo).call('POST /api/people/{id}/merge', { params: { id: friend }, body: { other: wanted } })).status).toBe(200);
  });

  test('one of us is not renamed as if they were a contact', async () => {
    const me = (await api.as(dora).call('GET /api/people', { query: { q: 'Mo Zhang' } })).body.rows.find((row) => row.userId === mo.id)!;
    expect(told(await api.as(dora).call('PATCH /api/people/{id}', { params: { id: me.id }, body: { name: 'Somebody Else', kind: 'contact' } }))).toEqual([409, 'colleague_entry']);
    expect((await api.as(dora).call('GET /api/people', { query: { q: 'Mo Zhang' } })).body.rows).toContainEqual(expect.objectContaining({ id: me.id, name: 'Mo Zhang', kind: 'colleague' }));
  });

  test('one of us does not become somebody at a customer, whichever entry is kept', async () => {
    const me = (await api.as(dora).call('GET /api/people', { query: { q: 'Mo Zhang' } })).body.rows.find((row) => row.userId === mo.id)!.id;
    const [customer] = await add('Namesake Zhang') as [number];
    for (const [keep, other] of [[me, customer], [customer, me]] as const) {
      expect((await api.as(dora).call('GET /api/people/{id}/merge', { params: { id: keep }, query: { other } })).body.refused).toBe('sides');
      expect(told(await api.as(dora).call('POST /api/people/{id}/merge', { params: { id: keep }, body: { other } }))).toEqual([409, 'merge_sides']);
    }
    // A card of a colleague that somebody brought is the colleague.
    const [card] = (await api.as(dora).call('POST /api/people', { body: { people: [{ kind: 'contact', name: 'Mo Zhang', source: 'card', collectedOn: TODAY }] } })).body.ids as [number];
    expect((await api.as(dora).call('POST /api/people/{id}/merge', { params: { id: me }, body: { other: card } })).status).toBe(200);
    expect((await api.as(dora).call('GET /api/people/{id}', { params: { id: me } })).body.person).toMatchObject({ kind: 'colleague', accountId: null, userId: 'mo' });
  });
});
