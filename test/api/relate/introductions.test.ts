import { beforeAll, expect, test } from 'vitest';
import type { Store } from '#storage/connect.ts';
import { startApi, type TestApi } from '../../api.ts';
import { addCompanies, addPeople, giveTo, NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { putPeople, putTies } from '../../actions/relate/people.ts';

const { ada, dora, mo, max, vera } = PEOPLE;
const TODAY = NOW.toISOString().slice(0, 10);

eachEngine((_engine, open) => {
  let store: Store;
  let api: TestApi;
  let id: Record<'mo' | 'max' | 'lin' | 'target' | 'other' | 'ren', number>;
  beforeAll(async () => {
    store = await open();
    await addPeople(store);
    const [mine] = await addCompanies(store) as [number];
    await giveTo(store, mo, [mine]);
    const [first, second, lin, target, other, ren] = await putPeople(store, [{ user_id: 'mo', name: 'Mo Zhang' }, { user_id: 'max', name: 'Max Chen' }, { name: 'Lin' }, { name: 'Tang', account_id: mine, title: 'CTO' }, { name: 'Other' }, { name: 'Ren' }]) as [number, number, number, number, number, number];
    id = { mo: first, max: second, lin, target, other, ren };
    await putTies(store, [{ between: [second, lin] }, { between: [lin, target] }, { between: [first, other] }, { between: [other, target], kind: 'card' }, { between: [first, ren] }, { between: [ren, lin], private_to: 'mo', recorded_by: 'mo' }]);
    api = await startApi(store, {}, { now: () => NOW });
  });
  type Who = { id: string };
  const ask = (who: Who, way: number[], more: Record<string, unknown> = {}) => api.as(who).call('POST /api/people/{id}/introductions', { params: { id: way.at(-1)! }, body: { way, purpose: 'A first visit', forThem: 'Fewer failures', message: 'May I?', ...more } as never });
  const list = async (who: Who, side: 'mine' | 'waiting') => (await api.as(who).call('GET /api/introductions', { query: { side } })).body.rows;
  const step = (who: Who, introduction: number, state: string, more: Record<string, unknown> = {}) => api.as(who).call('POST /api/introductions/{id}/steps', { params: { id: introduction }, body: { state, ...more } as never });
  const refusal = ({ status, body }: { status: number; body: unknown }) => [status, (body as { reason: string }).reason];
  const ways = async (who: Who) => (await api.as(who).call('GET /api/people/{id}/ways', { params: { id: id.target } })).body;

  test('who only reads is not offered to tell of ties, and is refused', async () => {
    for (const [who, may] of [[vera, false], [mo, true]] as const) expect((await api.as(who).call('GET /api/me')).body.can.recordPerson).toBe(may);
    expect((await api.as(vera).call('POST /api/ties', { body: { ties: [{ a: null, b: id.lin, kind: 'met', evidence: 'Fair' }] } })).status).toBe(403);
  });

  test('asked, agreed, introduced, met, thanked; each step by whose it is', async () => {
    const asked = await ask(mo, [id.max, id.lin, id.target]);
    expect(asked.status).toBe(200);
    const [one] = asked.body.ids as [number];
    expect(await list(mo, 'mine')).toMatchObject([{ id: one, state: 'requested', target: { name: 'Tang' }, requester: { id: 'mo', name: 'Mo Zhang' }, connector: { person: { name: 'Max Chen' }, signsIn: true }, way: [{ name: 'Max Chen' }, { name: 'Lin' }, { name: 'Tang' }], cut: false, can: { steps: ['cancelled'] } }]);
    // Max may not see the customer: the request tells him who it is, and no more.
    expect(await list(max, 'waiting')).toMatchObject([{ id: one, target: { name: 'Tang', title: 'CTO', account: null, organisation: '海浪声学科技有限公司' }, purpose: 'A first visit', can: { steps: ['accepted', 'declined'] } }]);
    expect((await api.as(max).call('GET /api/people/{id}', { params: { id: id.target } })).status).toBe(404);
    expect([(await list(dora, 'waiting')).length, (await list(ada, 'mine')).length]).toEqual([0, 0]);
    expect(refusal(await ask(mo, [id.max, id.lin, id.target]))).toEqual([409, 'asked_already']);
    expect((await ways(mo)).ways.find((way) => way.connector?.person.id === id.max)!.connector).toMatchObject({ open: 1, busy: false });
    expect(refusal(await step(mo, one, 'accepted'))).toEqual([409, 'no_such_step']);
    const accepted = await step(max, one, 'accepted', { note: 'Gladly' });
    expect(accepted.status).toBe(200);
    expect((await api.as(max).call('POST /api/events/{id}/undo', { params: { id: accepted.body.event } })).status).toBe(200);
    expect((await list(mo, 'mine'))[0]).toMatchObject({ state: 'requested', steps: [{ state: 'requested' }] });
    for (const [who, state] of [[max, 'accepted'], [max, 'introduced'], [mo, 'met'], [mo, 'thanked']] as const) expect([state, (await step(who, one, state)).status]).toEqual([state, 200]);
    expect((await list(mo, 'mine'))[0]).toMatchObject({ state: 'thanked', can: { steps: [] }, steps: [{ state: 'requested' }, { state: 'accepted', onDay: TODAY, by: { id: 'max' } }, { state: 'introduced' }, { state: 'met' }, { state: 'thanked' }] });
    expect((await ways(mo)).ways.find((way) => way.connector?.person.id === id.max)!.connector!.open).toBe(0);
    expect((await api.as(mo).call('POST /api/events/{id}/undo', { params: { id: accepted.body.event } })).status).not.toBe(200);
  });

  test('who does not sign in is spoken for by the asker; who declined is not proposed to the same asker again', async () => {
    const { body: { ids: [one] } } = await ask(mo, [id.mo, id.other, id.target]);
    expect((await list(mo, 'mine'))[0]).toMatchObject({ connector: { person: { name: 'Other' }, signsIn: false }, can: { steps: ['accepted', 'declined', 'cancelled'] } });
    expect((await ways(mo)).ways.some((way) => way.connector?.person.id === id.other)).toBe(true);
    expect((await step(mo, one!, 'declined', { note: 'No time' })).status).toBe(200);
    const found = await ways(mo);
    expect([found.ways.some((way) => way.connector?.person.id === id.other), found.avoided.declined]).toEqual([false, 1]);
    expect((await ways(dora)).ways.some((way) => way.people.some((person) => person.id === id.other))).toBe(true);
  });

  test('a connector sees no more of the way than they know themselves; a busy one is told of softly', async () => {
    const first = await ask(dora, [id.max, id.lin, id.target]);
    expect([first.status, first.body]).toMatchObject([200, {}]);
    const { body: { ids: [one] } } = first;
    expect((await list(max, 'waiting'))[0]).toMatchObject({ id: one, cut: false, way: [{ name: 'Max Chen' }, { name: 'Lin' }, { name: 'Tang' }] });
    await putTies(store, [{ between: [id.max, id.ren] }]);
    const { body: { ids: [two] } } = await ask(mo, [id.max, id.ren, id.lin, id.target]);
    expect((await list(max, 'waiting')).find((row) => row.id === two)).toMatchObject({ cut: true, way: [{ name: 'Max Chen' }, { name: 'Ren' }, { name: 'Tang' }] });
    expect((await list(mo, 'mine')).find((row) => row.id === two)).toMatchObject({ cut: false, way: [{}, { name: 'Ren' }, { name: 'Lin' }, {}] });
    await ask(ada, [id.max, id.lin, id.target]);
    expect((await ways(ada)).ways.find((way) => way.connector?.person.id === id.max)!.connector).toMatchObject({ open: 3, busy: true });
    for (const [who, introduction] of [[mo, two!], [dora, one!]] as const) expect((await step(who, introduction, 'cancelled')).status).toBe(200);
  });

  test('refuses what is no way, whom one knows, who objects, others, readers, nobody', async () => {
    const fields = (body: unknown) => (body as { fields: { path: string; reason: string }[] }).fields.map(({ path, reason }) => `${path} ${reason}`);
    expect(fields((await ask(dora, [id.lin, id.target])).body)).toEqual(['way.0 not_one_of_us']);
    expect(fields((await ask(dora, [id.max, id.ren, id.lin, id.target])).body)).toEqual(['way.2 no_tie']);
    expect(fields((await ask(dora, [id.max, 999_999, id.target], { dueOn: '2026-02-30' })).body)).toEqual(['way.1 unknown_person', 'dueOn no_such_day']);
    expect(fields((await api.as(dora).call('POST /api/people/{id}/introductions', { params: { id: id.target }, body: { way: [id.max, id.lin], purpose: '' } })).body)).toEqual(['purpose too_small']);
    expect(refusal(await ask(mo, [id.mo, id.other]))).toEqual([409, 'you_know_them']);
    await store.write.updateTable('person').set({ restricted_on: TODAY }).where('id', '=', id.ren).execute();
    expect(refusal(await ask(mo, [id.mo, id.ren]))).toEqual([409, 'objects']);
    expect([(await ask(vera, [id.max, id.lin, id.target])).status, (await api.nobody.call('GET /api/introductions')).status]).toEqual([403, 401]);
    const { body: { ids: [one] } } = await ask(mo, [id.max, id.lin, id.target]);
    const [theirs, missing] = [await step(ada, one!, 'accepted'), await step(ada, 999_999, 'accepted')];
    expect([theirs.status, theirs.body]).toEqual([404, missing.body]);
    expect(fields((await step(max, one!, 'accepted', { onDay: '2027-01-01' })).body)).toEqual(['onDay no_past_day']);
    expect((await step(max, one!, 'nonsense')).status).toBe(422);
  });
});
