import { beforeAll, expect, test } from 'vitest';
import type { Store } from '#storage/connect.ts';
import type { TestApi } from '../../api.ts';
import { NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { twoCustomers } from '../../twoCustomers.ts';
import { putPeople } from '../../actions/relate/people.ts';

const { ada, dora, mo, max, cleo, vera } = PEOPLE;
const TODAY = NOW.toISOString().slice(0, 10);

eachEngine((_engine, open) => {
  let store: Store;
  let api: TestApi;
  let mine: number;
  let theirs: number;
  beforeAll(async () => {
    ({ store, api, mine, theirs } = await twoCustomers(await open()));
  });
  type Who = { id: string };
  const person = async (who: Who, name: string, more: Record<string, unknown> = {}) => {
    const answer = await api.as(who).call('POST /api/people', { body: { people: [{ kind: more['accountId'] ? 'customer' : 'outsider', name, source: 'test', collectedOn: TODAY, ...more }] as never } });
    expect([name, answer.status]).toEqual([name, 200]);
    return answer.body.ids[0]!;
  };
  const tell = async (who: Who, a: number | null, b: number, more: Record<string, unknown> = {}) => {
    const answer = await api.as(who).call('POST /api/ties', { body: { ties: [{ a, b, kind: 'team', evidence: 'worked together', lastContactOn: TODAY, ...more }] as never } });
    expect(answer.status).toBe(200);
    return { id: answer.body.ids[0]!, event: answer.body.event };
  };
  const ways = async (who: Who, id: number, query: Record<string, string> = {}) => (await api.as(who).call('GET /api/people/{id}/ways', { params: { id }, query })).body;
  const named = (found: Awaited<ReturnType<typeof ways>>) => found.ways.map((way) => way.people.map((one) => one.name).join(' – '));
  const fields = (body: unknown) => (body as { fields: { path: string; reason: string }[] }).fields.map(({ path, reason }) => `${path} ${reason}`);
  const undo = (who: Who, id: number) => api.as(who).call('POST /api/events/{id}/undo', { params: { id } });

  test('told ties become ways with their formula; corrected, contacted, withdrawn and undone tie by tie', async () => {
    const [bea, target] = [await person(mo, 'Bea'), await person(mo, 'Tang', { accountId: mine, title: 'CTO' })];
    expect(named(await ways(mo, target))).toEqual([]);
    const first = await tell(mo, null, bea);
    const last = await tell(mo, bea, target, { kind: 'met', lastContactOn: '2025-03-31' });
    const found = await ways(mo, target);
    expect(named(found)).toEqual(['Mo Zhang – Bea – Tang']);
    expect(found.ways[0]).toMatchObject({
      product: expect.closeTo(0.7 * 0.15, 12), worth: expect.closeTo(0.7 * 0.15 * 0.85, 12), weakest: 1, connector: { person: { id: bea }, signsIn: false, open: 0, busy: false },
      hops: [{ strength: 0.7, corrected: false, lines: [{ tieId: first.id, kind: 'team', how: 'told', prior: 0.7, days: 0, halfLife: 365, evidence: 'worked together', by: { id: 'mo' }, can: { correct: true } }] }, { lines: [{ days: 365, strength: expect.closeTo(0.15, 12), since: '2025-03-31' }] }],
    });
    const corrected = await api.as(mo).call('POST /api/ties/{id}/correct', { params: { id: last.id }, body: { correction: { strength: 0.8, why: 'classmates of my brother' } } });
    expect((await ways(mo, target)).ways[0]!.hops[1]).toMatchObject({ strength: 0.8, computed: expect.closeTo(0.15, 12), corrected: true, lines: [{ correction: { strength: 0.8, by: { id: 'mo', name: 'Mo Zhang' }, on: TODAY, why: 'classmates of my brother' } }] });
    expect((await undo(mo, corrected.body.event)).status).toBe(200);
    expect((await ways(mo, target)).ways[0]!.hops[1]!.corrected).toBe(false);
    await api.as(mo).call('POST /api/ties/{id}/contact', { params: { id: last.id }, body: { lastContactOn: TODAY } });
    expect((await ways(mo, target)).ways[0]!.hops[1]!.strength).toBe(0.3);
    await api.as(mo).call('POST /api/ties/{id}/correct', { params: { id: last.id }, body: { correction: { strength: null, why: 'I cannot say' } } });
    expect([named(await ways(mo, target)), named(await ways(mo, target, { unknown: 'yes' }))]).toEqual([[], ['Mo Zhang – Bea – Tang']]);
    await api.as(mo).call('POST /api/ties/{id}/correct', { params: { id: last.id }, body: { correction: null } });
    const gone = await api.as(mo).call('POST /api/ties/{id}/withdraw', { params: { id: first.id } });
    expect(named(await ways(mo, target))).toEqual([]);
    await undo(mo, gone.body.event);
    expect(named(await ways(mo, target))).toEqual(['Mo Zhang – Bea – Tang']);
    expect((await api.as(mo).call('GET /api/people/{id}/ties', { params: { id: bea } })).body.rows.map((row) => [row.person.name, row.strength])).toEqual([['Mo Zhang', 0.7], ['Tang', 0.3]]);
    expect(named(await ways(max, bea))).toEqual(['Mo Zhang – Bea']);
    expect(named(await ways(max, bea, { mine: 'yes' }))).toEqual([]);
  });

  test('what two people shared is inferred with its numbers, and never kept', async () => {
    const [lin, target] = [await person(mo, 'Lin'), await person(mo, 'Qiu', { accountId: mine })];
    await tell(mo, null, lin);
    for (const [id, fromOn, toOn] of [[lin, '2001', '2005-07'], [target, '2002', '2006-07']] as const) await api.as(mo).call('POST /api/people/{id}/items', { params: { id }, body: { items: [{ kind: 'education', place: '示例理工大学', fromOn, toOn, source: 'alumni list', collectedOn: TODAY }] as never } });
    const way = (await ways(mo, target)).ways.find((one) => one.people.some((other) => other.name === 'Lin'));
    expect(way!.hops[1]).toMatchObject({ strength: expect.closeTo(0.25 * 0.5 ** (7578 / 730), 3), lines: [{ tieId: null, how: 'inferred', kind: 'school', evidence: '', fromOn: '2002-12-31', toOn: '2005-07-01', can: { correct: false, withdraw: false } }] });
    // Both work for the same customer, as far as is known now.
    expect(named(await ways(mo, target))[0]).toBe('Mo Zhang – Bea – Tang – Qiu');
    expect((await store.read.selectFrom('tie').select('id').where('how', '=', 'inferred').execute())).toEqual([]);
  });

  test('a private tie serves its owner alone: no way, no list, no event, no load tells another of it', async () => {
    const [ren, target] = [await person(max, 'Ren'), await person(dora, 'Sheng')];
    const shared = await tell(max, null, ren);
    const own = await tell(max, ren, target, { private: true });
    expect([named(await ways(max, target)), named(await ways(dora, target)), named(await ways(ada, target))]).toEqual([['Max Chen – Ren – Sheng'], [], []]);
    expect((await ways(max, target)).ways[0]!.hops[1]!.lines).toMatchObject([{ private: true, can: { keepPrivate: true } }]);
    expect([named(await ways(dora, target, { unknown: 'yes' })), (await api.as(dora).call('GET /api/people/{id}/ties', { params: { id: target } })).body.rows]).toEqual([[], []]);
    const told = (await api.as(ada).call('GET /api/events', { query: { limit: 5 } })).body.rows.find((row) => row.id === own.event)!;
    expect(JSON.stringify(told.payload['personIds'])).not.toMatch(new RegExp(`\\b(?:${ren}|${target})\\b`));
    for (const [name, body] of [['POST /api/ties/{id}/correct', { correction: null }], ['POST /api/ties/{id}/contact', { lastContactOn: TODAY }], ['POST /api/ties/{id}/withdraw', undefined], ['POST /api/ties/{id}/private', { private: false }]] as const) {
      const of = (id: number) => api.as(dora).call(name, { params: { id }, ...(body ? { body: body as never } : {}) });
      const [here, missing] = [await of(own.id), await of(999_999)];
      expect([name, here.status, here.body]).toEqual([name, 404, missing.body]);
    }
    await api.as(max).call('POST /api/ties/{id}/private', { params: { id: own.id }, body: { private: false } });
    expect(named(await ways(dora, target))).toEqual(['Max Chen – Ren – Sheng']);
    await api.as(max).call('POST /api/ties/{id}/private', { params: { id: shared.id }, body: { private: true } });
    expect([named(await ways(dora, target)), named(await ways(max, target))]).toEqual([[], ['Max Chen – Ren – Sheng']]);
  });

  test('a private contact is private with all ties', async () => {
    const target = await person(dora, 'Tuo');
    const [priv] = await putPeople(store, [{ name: 'Uma', private_to: 'max', owner_id: 'max' }]);
    await tell(max, null, priv!);
    const tie = await tell(max, priv!, target);
    expect([named(await ways(max, target)), named(await ways(dora, target))]).toEqual([['Max Chen – Uma – Tuo'], []]);
    expect((await ways(max, target)).ways[0]!.people[1]!.private).toBe(true);
    const refused = await api.as(max).call('POST /api/ties/{id}/private', { params: { id: tie.id }, body: { private: false } });
    expect([refused.status, (refused.body as never as { reason: string }).reason]).toEqual([409, 'private_contact']);
    expect(fields((await api.as(dora).call('POST /api/ties', { body: { ties: [{ a: null, b: priv!, kind: 'met', evidence: 'x' }] } })).body)).toEqual(['ties.0.b unknown_person']);
  });

  test('whoever may not see somebody has no way to or through them', async () => {
    const [hidden, target] = [await person(max, 'Wen', { accountId: theirs }), await person(dora, 'Xia')];
    await tell(max, null, hidden);
    await tell(max, hidden, target);
    expect([named(await ways(dora, target)), named(await ways(mo, target))]).toEqual([['Max Chen – Wen – Xia'], []]);
    const [no, none] = await Promise.all([hidden, 999_999].map((id) => api.as(mo).call('GET /api/people/{id}/ways', { params: { id } })));
    expect([no!.status, no!.body]).toEqual([404, none!.body]);
    expect((await api.as(mo).call('GET /api/people/{id}/ties', { params: { id: hidden } })).status).toBe(404);
    expect((await api.as(mo).call('GET /api/people/{id}/ties', { params: { id: target } })).body.rows).toEqual([]);
    const ask = await api.as(mo).call('POST /api/people/{id}/introductions', { params: { id: hidden }, body: { way: [1, hidden], purpose: 'x' } });
    expect([ask.status, (ask.body as never as { reason: string }).reason]).toEqual([404, 'person']);
  });

  test('around people who are opposed, as long as the stance is fresh and the project open; around who objects always', async () => {
    const [foe, friend, target] = [await person(mo, 'Yao', { accountId: mine }), await person(mo, 'Zhou'), await person(mo, 'Bao', { accountId: mine })];
    for (const id of [foe, friend]) await tell(mo, null, id);
    await tell(mo, foe, target, { kind: 'family' });
    const other = await tell(mo, friend, target, { kind: 'met' });
    expect(named(await ways(mo, target))[0]).toBe('Mo Zhang – Yao – Bao');
    const at = NOW.toISOString();
    const row = { account_id: mine, recorded_by: 'mo', recorded_at: at, withdrawn_at: null, withdrawn_by: null };
    await store.write.insertInto('project').values({ id: 901, name: 'P', note: '', closed_on: null, ...row }).execute();
    await store.write.insertInto('power_map').values({ id: 901, project_id: 901, name: 'P', note: '', started_from: 'empty', started_map_id: null, ...row }).execute();
    await store.write.insertInto('map_member').values([{ id: 901, map_id: 901, person_id: foe, joined_on: '2026-01-01', left_on: null, ...row }]).execute();
    await store.write.insertInto('map_mark').values([{ id: 901, map_id: 901, person_id: foe, field: 'stance', value: 'opposed', evidence: 'observed', observed_on: '2026-03-01', note: '', ...row }]).execute();
    const found = await ways(mo, target);
    expect([named(found).filter((way) => way.includes('Yao')), named(found)[0], found.avoided]).toEqual([[], 'Mo Zhang – Zhou – Bao', { opposed: 1, declined: 0 }]);
    expect([(await ways(mo, foe)).opposed, named(await ways(mo, foe))[0]]).toEqual([true, 'Mo Zhang – Yao']);
    await store.write.updateTable('map_mark').set({ observed_on: '2025-03-01' }).where('id', '=', 901).execute();
    expect(named(await ways(mo, target))[0]).toBe('Mo Zhang – Yao – Bao');
    await api.as(mo).call('PATCH /api/people/{id}', { params: { id: foe }, body: { restrictedOn: '2026-03-01' } });
    expect([named(await ways(mo, target)).filter((way) => way.includes('Yao')), named(await ways(mo, foe)), (await ways(mo, foe)).objects]).toEqual([[], [], true]);
    await api.as(mo).call('POST /api/ties/{id}/withdraw', { params: { id: other.id } });
  });

  test('telling ties refuses each wrong field, readers, nobody; correcting another’s tie is not for others', async () => {
    const [a, b] = [await person(dora, 'Ann'), await person(dora, 'Ben')];
    const body = { ties: [{ a, b: a, kind: 'team', evidence: '', lastContactOn: '2027-01-01' }, { a: 999_999, b, kind: 'met', evidence: 'x', fromOn: '2010', toOn: '2009', strength: 0.5 }] } as const;
    expect(fields((await api.as(dora).call('POST /api/ties', { body: body as never })).body)).toEqual(['ties.0.b same_two', 'ties.0.evidence required', 'ties.0.lastContactOn no_past_day', 'ties.1.toOn before_from', 'ties.1.why required']);
    expect(fields((await api.as(dora).call('POST /api/ties', { body: { ties: [{ a: 999_999, b, kind: 'met', evidence: 'x' }] } })).body)).toEqual(['ties.0.a unknown_person']);
    expect([(await api.as(vera).call('POST /api/ties', { body: { ties: [{ a: null, b, kind: 'met', evidence: 'x' }] } })).status, (await api.nobody.call('GET /api/people/{id}/ways', { params: { id: a } })).status]).toEqual([403, 401]);
    const tie = await tell(mo, a, b);
    const refused = await api.as(cleo).call('POST /api/ties/{id}/correct', { params: { id: tie.id }, body: { correction: { strength: 1, why: 'x' } } });
    expect([refused.status, (refused.body as never as { reason: string }).reason]).toEqual([403, 'not_your_tie']);
    expect(fields((await api.as(mo).call('POST /api/ties/{id}/correct', { params: { id: tie.id }, body: { correction: { strength: 1, why: ' ' } } })).body)).toEqual(['why required']);
    expect([(await api.as(cleo).call('POST /api/ties/{id}/withdraw', { params: { id: tie.id } })).status, (await api.as(cleo).call('POST /api/ties/{id}/private', { params: { id: tie.id }, body: { private: true } })).status]).toEqual([403, 403]);
    expect([(await api.as(dora).call('POST /api/ties/{id}/withdraw', { params: { id: tie.id } })).status, (await api.as(mo).call('POST /api/ties/{id}/correct', { params: { id: tie.id }, body: { correction: null } })).status]).toEqual([200, 404]);
  });
});
