import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Store } from '#storage/connect.ts';
import { entriesByContact } from '#storage/relate/entriesByContact.ts';
import type { TestApi } from '../../api.ts';
import { NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { putItems, putPeople, putTies } from '../../actions/relate/people.ts';
import { twoCustomers } from '../../twoCustomers.ts';

const { ada, mo, dora, cleo } = PEOPLE;
const DAY = NOW.toISOString().slice(0, 10);
const contact = { at: 1, family: '', given: '', organisation: '', department: '', title: '', phones: [], wechat: [], school: '', homeTown: '', since: null };

/* The same thing asked for twice at once, and things that contradict one another: one of them happens, the others are told so, and nothing is lost in between. */
eachEngine((_engine, open) => {
  let store: Store;
  let api: TestApi;
  let mine: number;
  beforeAll(async () => {
    ({ store, api, mine } = await twoCustomers(await open()));
  });
  const people = (n: number) => putPeople(store, Array.from({ length: n }, (_, m) => ({ name: `P${m}`, account_id: mine })));
  const rows = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> => (await query.execute(store.read)).rows;
  const times = <T>(n: number, work: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: n }, work));
  /** How often each answer came: its status, and why it was refused. */
  const answers = (all: readonly { status: number; body: unknown }[]) => all.map(({ status, body }) => (status === 200 ? '200' : `${status} ${(body as { reason?: string }).reason ?? ''}`)).toSorted();
  const merge = (id: number, other: number) => api.as(mo).call('POST /api/people/{id}/merge', { params: { id }, body: { other } });
  const item = (value: string) => ({ kind: 'note', value, source: 'Card', collectedOn: DAY }) as const;

  test('two entries merged into each other are one, and never none', async () => {
    const [a, b, c, d] = await people(4) as [number, number, number, number];
    await putItems(store, [a, b, c, d].map((id) => ({ person_id: id, kind: 'email' as const, value: 'circle@x.example', value_norm: `circle${id}@x.example`, place_norm: '' })));
    expect(answers(await Promise.all([merge(a, b), merge(b, a)]))).toEqual(['200', '404 person']);
    // A chain: whoever goes first, everything known ends where the people do.
    await Promise.all([merge(c, a), merge(c, b), merge(d, c)]);
    const there = await rows(sql<{ id: number; merged_into: number | null }>`select id, merged_into from person where id in (${sql.join([a, b, c, d])})`);
    const kept = there.filter((row) => row.merged_into === null).map((row) => row.id);
    expect(kept.length).toBeGreaterThan(0);
    expect((await rows(sql<{ person_id: number }>`select distinct person_id from person_item where value = 'circle@x.example'`)).filter((row) => !kept.includes(row.person_id))).toEqual([]);
  });

  test('a circle of an earlier version is gone round once', async () => {
    const [a, b] = await people(2) as [number, number];
    await putItems(store, [{ person_id: a, kind: 'email', value: 'old@x.example', value_norm: 'old@x.example', place_norm: '' }]);
    await store.write.updateTable('person').set({ merged_into: b, name: 'Old Circle' }).where('id', '=', a).execute();
    await store.write.updateTable('person').set({ merged_into: a }).where('id', '=', b).execute();
    expect((await entriesByContact(store.read, 'Old Circle', ['old@x.example'])).map((row) => row.id)).toEqual([a]);
    expect((await api.as(ada).call('POST /api/privacy/erase', { body: { name: 'Old Circle', contacts: ['old@x.example'], reason: 'asked' } })).body).toMatchObject({ entries: 1 });
  });

  test('what is noted of somebody who is just being merged or erased is noted, or refused', async () => {
    for (const how of ['merge', 'erase'] as const) {
      const [a, b] = await people(2) as [number, number];
      const note = () => api.as(mo).call('POST /api/people/{id}/items', { params: { id: b }, body: { items: [item(`noted while ${how}`)] } });
      const tie = () => api.as(mo).call('POST /api/ties', { body: { ties: [{ a: null, b, kind: 'met', evidence: 'Fair' }] } });
      const [, noted, told] = await Promise.all([how === 'merge' ? merge(a, b) : api.as(ada).call('POST /api/people/{id}/erase', { params: { id: b }, body: { reason: 'asked' } }), note(), tie()]);
      const kept = how === 'merge' ? [{ person_id: a }] : [];
      expect([how, await rows(sql`select person_id from person_item where value = ${`noted while ${how}`}`)]).toEqual([how, noted.status === 200 ? kept : []]);
      expect([how, (await rows(sql`select id from tie where person_a = ${b} or person_b = ${b}`)).length]).toEqual([how, 0]);
      expect([how, (await rows(sql`select id from tie where person_a = ${a} or person_b = ${a}`)).length]).toEqual([how, told.status === 200 ? kept.length : 0]);
    }
  });

  test('changes of one person at once all count', async () => {
    const [id] = await people(1) as [number];
    const edit = (body: Record<string, string>) => api.as(mo).call('PATCH /api/people/{id}', { params: { id }, body });
    expect(answers(await Promise.all([edit({ name: 'New Name' }), edit({ title: 'CTO' }), edit({ organisation: 'Lab' }), edit({ nameLatin: 'Latin' })]))).toEqual(['200', '200', '200', '200']);
    expect(await rows(sql`select name, title, organisation, name_latin from person where id = ${id}`)).toEqual([{ name: 'New Name', title: 'CTO', organisation: 'Lab', name_latin: 'Latin' }]);
    const gone = await times(3, () => api.as(mo).call('POST /api/people/{id}/withdraw', { params: { id } }));
    expect(answers(gone)).toEqual(['200', '404 person', '404 person']);
    const event = gone.find(({ status }) => status === 200)!.body.event;
    expect(answers(await times(3, () => api.as(mo).call('POST /api/events/{id}/undo', { params: { id: event } })))).toEqual(['200', '409 already_undone', '409 already_undone']);
  });

  test('contacts brought twice at once come once, and a colleague has one entry', async () => {
    const body = { fileName: 'a.vcf', layout: 'vcard', contentHash: '', contacts: [{ ...contact, name: 'Twice Brought', emails: ['twice@x.example'] }] } as const;
    const brought = await times(4, () => api.as(cleo).call('POST /api/contacts', { body: body as never }));
    expect(brought.map((one) => [one.status, one.body.created]).toSorted()).toEqual([[200, 0], [200, 0], [200, 0], [200, 1]]);
    await times(4, () => api.as(dora).call('PATCH /api/me/position', { body: { title: 'Sales director' } }));
    expect(await rows(sql`select user_id, count(*) as n from person where user_id in ('cleo', 'dora') group by user_id order by user_id`)).toMatchObject([{ user_id: 'cleo', n: 1 }, { user_id: 'dora', n: 1 }]);
    const { event } = brought.find((one) => one.body.created === 1)!.body;
    const [{ id }] = await rows(sql<{ id: number }>`select id from person where name = 'Twice Brought'`) as [{ id: number }];
    const [undone, noted] = await Promise.all([api.as(cleo).call('POST /api/events/{id}/undo', { params: { id: event } }), api.as(dora).call('POST /api/people/{id}/items', { params: { id }, body: { items: [item('on nobody')] } })]);
    expect([undone.status, noted.status].toSorted()).toEqual(undone.status === 200 ? [200, 404] : [200, 409]);
    expect((await rows(sql`select person_id from person_item where value = 'on nobody'`)).length).toBe(noted.status === 200 ? 1 : 0);
  });

  test('a request is asked once and answered once', async () => {
    const [target, friend, me] = await putPeople(store, [{ name: 'Wanted', account_id: mine }, { name: 'Friend' }, { user_id: 'mo', name: 'Mo Zhang' }]) as [number, number, number];
    const self = (await rows(sql<{ id: number }>`select min(id) as id from person where user_id = 'mo'`))[0]?.id ?? me;
    await putTies(store, [{ between: [self, friend] }, { between: [friend, target] }]);
    const asked = await times(4, () => api.as(mo).call('POST /api/people/{id}/introductions', { params: { id: target }, body: { way: [self, friend, target], purpose: 'A visit' } }));
    expect(answers(asked)).toEqual(['200', '409 asked_already', '409 asked_already', '409 asked_already']);
    const id = asked.find(({ status }) => status === 200)!.body.ids[0]!;
    const step = (state: string) => api.as(mo).call('POST /api/introductions/{id}/steps', { params: { id }, body: { state } as never });
    const [cancelled, accepted] = await Promise.all([step('cancelled'), step('accepted')]);
    const states = (await rows(sql<{ state: string }>`select state from introduction_step where introduction_id = ${id} order by id`)).map((row) => row.state);
    expect(states).toEqual(['requested', ...(accepted.status === 200 ? ['accepted'] : []), ...(cancelled.status === 200 ? ['cancelled'] : [])]);
    expect((await rows(sql<{ state: string }>`select state from introduction where id = ${id}`))[0]!.state).toBe(states.at(-1));
  });

  test('one map a project, one place and one card a person, and a project taken back once', async () => {
    const id = (await api.as(mo).call('POST /api/accounts/{id}/projects', { params: { id: mine }, body: { name: 'Plant' } })).body.ids[0]!;
    const begun = await times(3, () => api.as(mo).call('POST /api/projects/{id}/map', { params: { id }, body: { from: 'empty' } }));
    expect(answers(begun)).toEqual(['200', '409 has_map', '409 has_map']);
    const map = begun.find(({ status }) => status === 200)!.body.ids[0]!;
    const [person] = await people(1) as [number];
    const put = await times(3, () => api.as(mo).call('POST /api/maps/{id}/people', { params: { id: map }, body: { people: [person, person], unnamed: [{ title: 'CFO' }, { title: 'CFO' }] } }));
    expect([...new Set(put.map((one) => one.body.people.join()))]).toHaveLength(1);
    expect(await rows(sql`select count(*) as n from map_member where map_id = ${map}`)).toMatchObject([{ n: 2 }]);
    await Promise.all([1, 2, 3].map((x) => api.as(mo).call('POST /api/maps/{id}/places', { params: { id: map }, body: { places: [{ personId: person, x, y: 0 }] } })));
    expect(await rows(sql`select count(*) as n from map_place where map_id = ${map}`)).toMatchObject([{ n: 1 }]);
    const edit = (body: Record<string, string>) => api.as(mo).call('PATCH /api/projects/{id}', { params: { id }, body });
    await Promise.all([edit({ name: 'Plant 2' }), edit({ note: 'Line 3' }), edit({ closedOn: DAY })]);
    expect(await rows(sql`select name, note, closed_on from project where id = ${id}`)).toEqual([{ name: 'Plant 2', note: 'Line 3', closed_on: DAY }]);
    const withdraw = (withdrawn: boolean) => api.as(mo).call('POST /api/projects/{id}/withdraw', { params: { id }, body: { withdrawn } });
    expect(answers(await times(3, () => withdraw(true)))).toEqual(['200', '409 note_withdrawn', '409 note_withdrawn']);
    expect(answers(await times(2, () => withdraw(false)))).toEqual(['200', '409 note_counts']);
  });
});
