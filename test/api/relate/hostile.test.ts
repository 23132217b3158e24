import { beforeAll, expect, test } from 'vitest';
import type { Store } from '#storage/connect.ts';
import type { TestApi } from '../../api.ts';
import { NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { putPeople, putTies } from '../../actions/relate/people.ts';
import { twoCustomers } from '../../twoCustomers.ts';

const { mo, max, dora, cleo } = PEOPLE;
const DAY = NOW.toISOString().slice(0, 10);
const NO_DAYS = ['0000-00-00', '0001-01-01', '2026-02-30', '9999-12-31'];
const contact = (name: string, more: Record<string, unknown> = {}) => ({ at: 1, name, family: '', given: '', organisation: '', department: '', title: '', emails: [], phones: [], wechat: [], school: '', homeTown: '', since: null, ...more });

/* What no screen sends: odd texts, days that are none, numbers that mean nothing, things that are over. */
eachEngine((_engine, open) => {
  let store: Store;
  let api: TestApi;
  let mine: number;
  beforeAll(async () => {
    ({ store, api, mine } = await twoCustomers(await open()));
  });
  type Who = { id: string };
  const faults = ({ status, body }: { status: number; body: unknown }) => [status, ...((body as { fields?: { path: string; reason: string }[] }).fields ?? []).map(({ path, reason }) => `${path} ${reason}`)];
  const refusal = ({ status, body }: { status: number; body: unknown }) => [status, (body as { reason?: string }).reason];
  const bring = (who: Who, contacts: readonly object[], more: Record<string, unknown> = {}) => api.as(who).call('POST /api/contacts', { body: { fileName: 'a.vcf', layout: 'vcard', contentHash: '', contacts, ...more } as never });
  const add = (person: Record<string, unknown>) => api.as(mo).call('POST /api/people', { body: { people: [{ name: 'X', source: 'Card', collectedOn: DAY, accountId: mine, ...person }] } as never });

  test('a name of nothing but invisible signs is none; any other is kept as it is and found', async () => {
    for (const name of ['\u200b', '\u200f\u202e', '\u0301', '\ufeff', '\t \u00a0\n']) expect([name, faults(await add({ name }))]).toEqual([name, [422, 'people.0.name required']]);
    for (const name of ['👨‍👩‍👧‍👦', 'محمد علي', 'e\u0301'.repeat(100), '"; drop table person;--', '<b>%_\\', '鑫'.repeat(200)]) {
      const added = await add({ name });
      expect([name, added.status]).toEqual([name, 200]);
      expect((await api.as(mo).call('GET /api/people/{id}', { params: { id: added.body.ids[0]! } })).body.person.name).toBe(name.normalize('NFC'));
      expect((await api.as(mo).call('GET /api/people', { query: { q: name.slice(0, 100), order: 'best' } })).body.rows.map((row) => row.id)).toContain(added.body.ids[0]);
    }
  });

  test('days that are none, years before and after all days, and meetings in the future are refused by their path', async () => {
    const [a, b] = await putPeople(store, [{ name: 'A', account_id: mine }, { name: 'B', account_id: mine }]) as [number, number];
    const tell = (more: Record<string, unknown>) => api.as(mo).call('POST /api/ties', { body: { ties: [{ a, b, kind: 'met', evidence: 'Fair', ...more }] } as never });
    for (const year of ['0000', '1899', '9999']) {
      expect([year, faults(await tell({ kind: 'team', toOn: year }))]).toEqual([year, [422, 'ties.0.toOn no_such_day']]);
      expect([year, faults(await api.as(mo).call('POST /api/people/{id}/items', { params: { id: a }, body: { items: [{ kind: 'education', place: 'Uni', fromOn: year, source: 'Card', collectedOn: DAY }] } as never }))]).toEqual([year, [422, 'items.0.fromOn no_such_day']]);
    }
    expect(faults(await tell({ toOn: '2027' }))).toEqual([422, 'ties.0.toOn no_past_day']);
    expect((await tell({ kind: 'team', fromOn: '2020', toOn: '2027' })).status).toBe(200);
    for (const day of NO_DAYS) {
      expect([day, faults(await bring(cleo, [contact('Since'), contact('Since When', { since: day })]))]).toEqual([day, [422, 'contacts.1.since no_past_day']]);
      expect([day, faults(await add({ collectedOn: day }))]).toEqual([day, [422, 'people.0.collectedOn no_past_day']]);
    }
    expect(faults(await bring(cleo, [contact('Since When', { since: '2026-04-02' })]))).toEqual([422, 'contacts.0.since no_past_day']);
  });

  test('a file never has an answer that its import refuses', async () => {
    const file = 'First Name,Last Name,Email Address,Company,Position,Connected On\nFar,Future,far@x.example,,,01 Jan 2190\n\u200b,,,,,\n';
    const read = await api.as(cleo).call('POST /api/contacts/read', { query: { fileName: 'Connections.csv' }, body: file });
    expect(read.body).toMatchObject({ rows: [{ contact: { name: 'Far Future', since: null } }], leftOut: [{ reason: 'empty' }] });
    expect((await bring(cleo, read.body.rows.map((row) => row.contact))).body).toMatchObject({ created: 1 });
  });

  test('contacts that say little are told apart, and what is said twice of one is kept together', async () => {
    const names = async () => (await api.as(cleo).call('GET /api/contacts', { query: { limit: 500 } })).body.rows;
    expect(faults(await bring(cleo, [contact('  '), contact('\u200b'), contact('Ok', { emails: ['', 'no address'] })]))).toEqual([422, 'contacts.0.name required', 'contacts.1.name required', 'contacts.2.emails.0 no_email']);
    expect((await bring(cleo, [contact('Anna One', { emails: [''], phones: [' '] }), contact('Berta Two', { emails: [''], wechat: ['', ' '] }), contact('...'), contact('😀')])).body).toMatchObject({ created: 4, unchanged: 0 });
    expect((await bring(cleo, [contact('Cara Card', { phones: ['13900000077'] }), contact('Cara Card', { emails: ['cara@x.example'] })])).body).toMatchObject({ created: 1, unchanged: 1 });
    expect((await names()).find((row) => row.name === 'Cara Card')?.knows.toSorted()).toEqual(['email', 'phone']);
    // Whoever leaves one row out has not left out the other.
    expect((await bring(cleo, [contact('Dora Dent', { phones: ['13900000078'] }), contact('Dora Dent', { phones: ['13900000078'] })], { leaveOut: [0] })).body).toMatchObject({ created: 1, unchanged: 0 });
    expect(faults(await bring(cleo, [contact('Eva')], { private: [0, 1], leaveOut: [7], said: [{ row: 0, spoke: 'week' }, { row: 0, spoke: 'month' }, { row: 2, spoke: 'week' }] }))).toEqual([422, 'private.1 unknown_contact', 'leaveOut.0 unknown_contact', 'said.2.row unknown_contact', 'said.1.row twice']);
    // Their own card makes no tie, no event and no line in the list of imports.
    const before = (await api.as(cleo).call('GET /api/contacts', {})).body.imports.length;
    expect((await bring(cleo, [contact('Cleo Sun')])).body).toEqual({ id: 0, event: 0, created: 0, changed: 0, unchanged: 1, private: 0 });
    expect((await api.as(cleo).call('GET /api/contacts', {})).body.imports).toHaveLength(before);
  });

  test('nothing more is written on the map of a project that was taken back, nor begun from it', async () => {
    const project = async (name: string) => (await api.as(mo).call('POST /api/accounts/{id}/projects', { params: { id: mine }, body: { name } })).body.ids[0]!;
    const [gone, next] = [await project('Gone'), await project('Next')];
    const start = (id: number, body: object) => api.as(mo).call('POST /api/projects/{id}/map', { params: { id }, body: body as never });
    const map = (await start(gone, { from: 'empty' })).body.ids[0]!;
    const [person] = (await api.as(mo).call('POST /api/maps/{id}/people', { params: { id: map }, body: { people: [], unnamed: [{ title: 'CFO' }] } })).body.people as [number];
    await api.as(mo).call('POST /api/projects/{id}/withdraw', { params: { id: gone }, body: { withdrawn: true } });
    const marks = [{ personId: person, field: 'stance', value: 'opposed', observedOn: DAY }];
    for (const [path, body] of [['people', { people: [person] }], ['marks', { marks }], ['places', { places: [{ personId: person, x: 1, y: 1 }] }], ['people/leave', { people: [person] }]] as const) {
      expect([path, refusal(await api.as(mo).call(`POST /api/maps/{id}/${path}`, { params: { id: map }, body: body as never }))]).toEqual([path, [404, 'note']]);
    }
    expect(faults(await start(next, { from: 'map', mapId: map, understood: true }))).toEqual([422, 'mapId unknown_map']);
    await api.as(mo).call('POST /api/projects/{id}/withdraw', { params: { id: gone }, body: { withdrawn: false } });
    expect((await start(next, { from: 'map', mapId: map, understood: true })).status).toBe(200);
  });

  test('who has left is not asked, and who objects is introduced to nobody any more', async () => {
    const [me, left, friend, target] = await putPeople(store, [{ user_id: 'mo', name: 'Mo Zhang' }, { user_id: 'dora', name: 'Dora Wu' }, { name: 'Friend' }, { name: 'Target', account_id: mine }]) as [number, number, number, number];
    await putTies(store, [{ between: [left, target] }, { between: [me, left] }, { between: [me, friend] }, { between: [friend, target] }]);
    const ask = (way: number[], more: Record<string, unknown> = {}) => api.as(mo).call('POST /api/people/{id}/introductions', { params: { id: target }, body: { way, purpose: 'A visit', ...more } });
    const access = (disabledAt: string | null) => store.write.updateTable('auth_user').set({ disabledAt } as never).where('id', '=', dora.id).execute();
    await access(NOW.toISOString());
    expect(faults(await ask([left, target]))).toEqual([422, 'way.0 not_one_of_us']);
    const asked = await ask([me, left, target]);
    expect(asked.status).toBe(200);
    const mineNow = async () => (await api.as(mo).call('GET /api/introductions', {})).body.rows.find((row) => row.id === asked.body.ids[0])!;
    // A colleague who has left is like anybody outside: the asker notes the answer.
    expect(await mineNow()).toMatchObject({ connector: { signsIn: false }, can: { steps: ['accepted', 'declined', 'cancelled'] } });
    await access(null);
    expect(faults(await ask([me, friend, target], { dueOn: '2026-03-29' }))).toEqual([422, 'dueOn day_over']);
    expect(faults(await ask([me, me], { dueOn: '2026-02-30' }))).toEqual([422, 'way.1 unknown_person', 'way no_way', 'dueOn no_such_day']);
    await api.as(mo).call('PATCH /api/people/{id}', { params: { id: target }, body: { restrictedOn: DAY } });
    const step = (state: string) => api.as(mo).call('POST /api/introductions/{id}/steps', { params: { id: asked.body.ids[0]! }, body: { state } as never });
    expect((await mineNow()).can.steps).toEqual(['declined', 'cancelled']);
    expect([refusal(await step('accepted')), refusal(await ask([me, friend, target]))]).toEqual([[409, 'objects'], [409, 'objects']]);
    expect((await step('cancelled')).status).toBe(200);
  });

  test('a contact of which others have noted something does not become private under their hands', async () => {
    await bring(max, [contact('Open Book', { emails: ['open@x.example'] })]);
    const { id } = (await api.as(max).call('GET /api/contacts', {})).body.rows.find((row) => row.name === 'Open Book')!;
    const noted = await api.as(dora).call('POST /api/people/{id}/items', { params: { id }, body: { items: [{ kind: 'interest', value: 'Chess', source: 'Fair', collectedOn: DAY }] } as never });
    const keep = () => api.as(max).call('POST /api/people/{id}/private', { params: { id }, body: { private: true } });
    expect(refusal(await keep())).toEqual([409, 'shared_by_others']);
    await api.as(dora).call('POST /api/events/{id}/undo', { params: { id: noted.body.event } });
    expect((await keep()).status).toBe(200);
  });

  test('nobody is kept for more than ten years, however it is told', async () => {
    const far = '2036-04-02';
    expect(faults(await add({ retainUntil: far, items: [{ kind: 'note', value: 'x', source: 'Card', collectedOn: DAY, retainUntil: far }] }))).toEqual([422, 'people.0.retainUntil too_far', 'people.0.items.0.retainUntil too_far']);
    const [id] = (await add({ retainUntil: '2036-03-31' })).body.ids as [number];
    expect(faults(await api.as(mo).call('PATCH /api/people/{id}', { params: { id }, body: { retainUntil: far } }))).toEqual([422, 'retainUntil too_far']);
  });

  test('what others have built on is not taken back from under them', async () => {
    const added = await add({ name: 'Built On' });
    const [id] = added.body.ids as [number];
    const undo = () => api.as(mo).call('POST /api/events/{id}/undo', { params: { id: added.body.event } });
    const noted = await api.as(cleo).call('POST /api/people/{id}/items', { params: { id }, body: { items: [{ kind: 'note', value: 'Plays chess', source: 'Fair', collectedOn: DAY }] } as never });
    expect(refusal(await undo())).toEqual([409, 'changed_since']);
    await api.as(cleo).call('POST /api/events/{id}/undo', { params: { id: noted.body.event } });
    expect((await undo()).status).toBe(200);
    const [me] = await putPeople(store, [{ user_id: 'max', name: 'Max Chen' }]) as [number];
    const [friend, wanted] = await putPeople(store, [{ name: 'Go Between' }, { name: 'Wanted' }]) as [number, number];
    await putTies(store, [{ between: [me, friend] }, { between: [friend, wanted] }]);
    const asked = await api.as(max).call('POST /api/people/{id}/introductions', { params: { id: wanted }, body: { way: [me, friend, wanted], purpose: 'A visit' } });
    const accepted = await api.as(max).call('POST /api/introductions/{id}/steps', { params: { id: asked.body.ids[0]! }, body: { state: 'accepted' } });
    const back = (event: number) => api.as(max).call('POST /api/events/{id}/undo', { params: { id: event } });
    expect([refusal(await back(asked.body.event)), (await back(accepted.body.event)).status, (await back(asked.body.event)).status]).toEqual([[409, 'changed_since'], 200, 200]);
  });
});
