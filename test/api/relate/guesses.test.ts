import { beforeAll, expect, test } from 'vitest';
import type { Store } from '#storage/connect.ts';
import { startApi, type Client, type TestApi } from '../../api.ts';
import { addCompanies, addPeople, giveTo, NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { putItems, putPeople, putTies } from '../../actions/relate/people.ts';

const TODAY = NOW.toISOString().slice(0, 10);
const { ada, dora, mo, max, cleo } = PEOPLE;
const GUARDED = '13655550001';
const OF_DORA = '13777770002';
const HIDDEN = '13511110003';

/** Who guesses must not be told whether the guess was right. */
eachEngine((_engine, open) => {
  let store: Store;
  let api: TestApi;
  let mine: number;
  let id: Record<'qin' | 'shared' | 'hidden' | 'max' | 'mo', number>;
  beforeAll(async () => {
    store = await open();
    await addPeople(store);
    [mine] = await addCompanies(store) as [number];
    await giveTo(store, mo, [mine]);
    await giveTo(store, cleo, [mine], 'member');
    const [qin, shared, hidden, asMax, asMo] = await putPeople(store, [
      { name: 'Qin Feng', name_norm: 'feng qin', account_id: mine }, { name: 'Wu Di', name_norm: 'di wu', organisation: 'Club', organisation_norm: 'club', owner_id: 'dora', import_id: 7 }, { name: 'Hidden', name_norm: 'hidden', owner_id: 'max', private_to: 'max', import_id: 8 },
      { user_id: 'max', name: 'Max Chen' }, { user_id: 'mo', name: 'Mo Zhang' },
    ]) as [number, number, number, number, number];
    id = { qin, shared, hidden, max: asMax, mo: asMo };
    await putItems(store, [
      { person_id: qin, kind: 'phone', value: GUARDED, value_norm: GUARDED, place_norm: '', sensitivity: 'sensitive' }, { person_id: qin, kind: 'family', value: 'Wife teaches piano', value_norm: 'wife teaches piano', place_norm: '', sensitivity: 'sensitive' },
      { person_id: shared, kind: 'phone', value: OF_DORA, value_norm: OF_DORA, place_norm: '', sensitivity: 'personal' }, { person_id: hidden, kind: 'phone', value: HIDDEN, value_norm: HIDDEN, place_norm: '', sensitivity: 'personal' },
    ]);
    api = await startApi(store, {}, { now: () => NOW });
  });
  const card = (name: string, phone: string, organisation = '') => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nORG:${organisation}\r\nTEL:${phone}\r\nEND:VCARD\r\n`;
  const read = async (who: { id: string }, cards: string) => (await api.as(who).call('POST /api/contacts/read', { query: { fileName: 'c.vcf' }, body: cards as never })).body.rows.map((row) => [row.state, row.person?.name ?? null]);
  const people = (client: Client, rows: object[]) => client.call('POST /api/people', { body: { people: rows.map((row) => ({ accountId: mine, source: 'Card', collectedOn: TODAY, ...row })) } as never });

  test('a card with a guessed number finds nobody whose number the reader may not see', async () => {
    for (const phone of [GUARDED, OF_DORA, HIDDEN, '13900000009']) expect([phone, await read(cleo, card('Somebody', phone))]).toEqual([phone, [['new', null]]]);
    for (const phone of [GUARDED, HIDDEN]) expect([phone, await read(ada, card('Somebody', phone)), await read(mo, card('Somebody', phone))]).toEqual([phone, [['new', null]], [['new', null]]]);
    // Who may see the number finds them by it; who may not, by name and employer, whatever the number.
    expect([await read(dora, card('Somebody', OF_DORA)), await read(max, card('Somebody', HIDDEN))]).toEqual([[['unchanged', 'Wu Di']], [['unchanged', 'Hidden']]]);
    for (const phone of [OF_DORA, '13900000009']) expect(await read(cleo, card('Wu Di', phone, 'Club'))).toEqual([['known', 'Wu Di']]);
  });

  test('neither the list of doubles nor the preview of a merge says that a guarded value was guessed', async () => {
    const asCleo = api.as(cleo);
    const { ids: [guess, other] } = (await people(asCleo, [GUARDED, '13655550009'].map((phone) => ({ name: `Guess ${phone}`, items: [{ kind: 'phone', value: phone, source: 'x', collectedOn: TODAY }, { kind: 'family', value: phone === GUARDED ? 'Wife teaches piano' : 'No wife', source: 'x', collectedOn: TODAY }] })))).body;
    expect((await asCleo.call('GET /api/accounts/{id}/people/duplicates', { params: { id: mine } })).body.pairs).toEqual([]);
    const plan = async (one: number) => (await asCleo.call('GET /api/people/{id}/merge', { params: { id: id.qin }, query: { other: one } })).body;
    expect(await plan(guess!)).toEqual(await plan(other!));
  });

  test('a private tie of a colleague is counted nowhere, and stays theirs when the contact is shared again', async () => {
    const before = (await api.as(dora).call('GET /api/people/{id}/merge', { params: { id: id.qin }, query: { other: id.shared } })).body;
    const [tie] = await putTies(store, [{ between: [id.shared, id.max], private_to: 'max', recorded_by: 'max', evidence: 'Secret-golf-club' }]) as [number];
    expect((await api.as(dora).call('GET /api/people/{id}/merge', { params: { id: id.qin }, query: { other: id.shared } })).body).toEqual(before);
    const keep = (alone: boolean) => api.as(dora).call('POST /api/people/{id}/private', { params: { id: id.shared }, body: { private: alone } });
    // Neither a refusal nor a change tells of it.
    for (const alone of [false, true, false]) expect([alone, (await keep(alone)).status]).toEqual([alone, 200]);
    expect(await store.read.selectFrom('tie').select('private_to').where('id', '=', tie).executeTakeFirst()).toEqual({ private_to: 'max' });
    expect(JSON.stringify((await api.as(dora).call('GET /api/people/{id}/ties', { params: { id: id.shared } })).body)).not.toContain('golf');
    // A tie that is everybody's does keep a contact shared.
    await putTies(store, [{ between: [id.shared, id.mo], recorded_by: 'mo' }]);
    expect((await keep(true)).body).toMatchObject({ code: 'conflict', reason: 'shared_by_others' });
  });

  test('who looked at a guarded item stands in the audit, and moves along when two entries become one; of a private contact nobody reads', async () => {
    const asMo = api.as(mo);
    const { ids: [one, other] } = (await people(asMo, [{ name: 'Lu Yan' }, { name: 'Lu Yan', items: [{ kind: 'family', value: 'Two sons', source: 'x', collectedOn: TODAY }] }])).body as never as { ids: [number, number] };
    const { items } = (await asMo.call('GET /api/people/{id}', { params: { id: other } })).body;
    await asMo.call('POST /api/person-items/{id}/reveal', { params: { id: items[0]!.id }, body: { reason: 'Gift check' } });
    const audit = async (who: { id: string }, by?: string) => (await api.as(who).call('GET /api/events', { query: { verb: 'itemRevealed', ...(by ? { by } : {}) } })).body.rows;
    expect(await audit(ada)).toMatchObject([{ by: { id: 'mo' }, person: { id: other, name: 'Lu Yan', accountId: mine }, payload: { kind: 'family', reason: 'Gift check' }, account: null, can: { undo: false } }]);
    expect([JSON.stringify(await audit(ada)).includes('sons'), (await audit(ada, 'max')).length]).toEqual([false, 0]);
    await asMo.call('POST /api/people/{id}/merge', { params: { id: one }, body: { other } });
    expect((await asMo.call('GET /api/people/{id}/reveals', { params: { id: one } })).body.rows).toMatchObject([{ kind: 'family', by: { id: 'mo' } }]);
    expect((await asMo.call('POST /api/people/{id}/export', { params: { id: one }, body: { reason: 'asked' } })).status).toBe(403);
    expect((await api.as(ada).call('POST /api/people/{id}/export', { params: { id: one }, body: { reason: 'asked' } })).body).toMatchObject({ seenBy: [{ user_id: 'ada' }, { user_id: 'mo', reason: 'Gift check', kind: 'family' }] });
    const [own] = await putItems(store, [{ person_id: id.hidden, kind: 'family', value: 'x', place_norm: '', sensitivity: 'sensitive' }]) as [number];
    expect((await api.as(max).call('POST /api/person-items/{id}/reveal', { params: { id: own }, body: { reason: 'Call Hidden' } })).status).toBe(200);
    expect((await audit(ada)).length).toBe(1);
  });

  test('who objects is on no way, is asked for by nobody, and an export for contacting does not name them', async () => {
    const [bridge, wanted] = await putPeople(store, [{ name: 'Bridge', owner_id: 'mo' }, { name: 'Wanted', owner_id: 'mo' }]) as [number, number];
    await putTies(store, [{ between: [id.mo, bridge] }, { between: [bridge, wanted] }]);
    const ways = async (to: number) => (await api.as(mo).call('GET /api/people/{id}/ways', { params: { id: to } })).body;
    const ask = (way: number[]) => api.as(mo).call('POST /api/people/{id}/introductions', { params: { id: way.at(-1)! }, body: { way, purpose: 'A visit' } });
    expect((await ways(wanted)).ways.map((way) => way.people.map((person) => person.name))).toEqual([['Mo Zhang', 'Bridge', 'Wanted']]);
    const restrict = (one: number, restrictedOn: string | null) => api.as(mo).call('PATCH /api/people/{id}', { params: { id: one }, body: { restrictedOn } });
    expect((await restrict(bridge, TODAY)).status).toBe(200);
    expect((await ways(wanted)).ways).toEqual([]);
    expect((await ask([id.mo, bridge, wanted])).body).toMatchObject({ code: 'invalid', fields: [{ path: 'way.1', reason: 'unknown_person' }] });
    await restrict(bridge, null);
    await restrict(wanted, TODAY);
    expect(await ways(wanted)).toMatchObject({ ways: [], objects: true, can: { ask: false } });
    expect((await ask([id.mo, bridge, wanted])).body).toMatchObject({ code: 'conflict', reason: 'objects' });
    for (const format of ['csv', 'xlsx']) expect(await (await api.as(ada).fetch(`/api/accounts/export?format=${format}`)).text()).not.toMatch(/Wanted|Bridge/);
  });
});
