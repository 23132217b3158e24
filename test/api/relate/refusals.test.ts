import { beforeAll, expect, test } from 'vitest';
import * as contacts from '#contract/relate/contacts.ts';
import * as maps from '#contract/relate/maps.ts';
import * as people from '#contract/relate/people.ts';
import * as privacy from '#contract/relate/privacy.ts';
import * as ways from '#contract/relate/ways.ts';
import { endpoints } from '#contract/endpoints.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { startApi, type TestApi } from '../../api.ts';
import { addCompanies, addPeople, giveTo, NOW, PEOPLE, type CastPerson } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { putItems, putPeople, putTies } from '../../actions/relate/people.ts';

type Name = keyof typeof endpoints;
const ROOM: readonly unknown[] = [contacts, maps, people, privacy, ways].flatMap((file) => Object.values(file) as unknown[]);
const NAMES = (Object.keys(endpoints) as Name[]).filter((name) => ROOM.includes(endpoints[name]));
const DAY = NOW.toISOString().slice(0, 10);
const { ada, mo, max, vera } = PEOPLE;

interface Case {
  /** What is fine as such, so that only whose it is can be wrong. */
  readonly body?: unknown;
  readonly query?: string;
  /** What is not, and every field that must be named. */
  readonly bad?: unknown;
  readonly fields?: readonly string[];
  /** Whose id stands in the address. */
  readonly of?: 'account' | 'person' | 'item' | 'tie' | 'introduction' | 'project' | 'map';
}
const contact = { at: 1, name: 'A', family: '', given: '', organisation: '', department: '', title: '', emails: [], phones: [], wechat: [], school: '', homeTown: '', since: null };
const item = { kind: 'note', value: 'x', source: 'Card', collectedOn: DAY };
const subject = { name: 'Qin Feng', contacts: ['13912345678'], reason: 'asked' };
const badSubject = { bad: { name: 'x', contacts: [], reason: '' }, fields: ['name', 'contacts', 'reason'] };

/** Every endpoint of the room; one that is added needs its line. */
const CASES: Partial<Record<Name, Case>> = {
  'GET /api/accounts/{id}/people': { of: 'account' }, 'GET /api/accounts/{id}/people/duplicates': { of: 'account' }, 'GET /api/people': {}, 'GET /api/people/due': {},
  'POST /api/people': { bad: { people: [{ name: 'x'.repeat(201), collectedOn: 'x', items: [{ kind: 'x', source: 1, collectedOn: DAY }] }] }, fields: ['people.0.name', 'people.0.collectedOn', 'people.0.items.0.kind', 'people.0.items.0.source'] },
  'POST /api/people/keep': { bad: { ids: [], until: 'x' }, fields: ['ids', 'until'] }, 'POST /api/people/erase': { bad: { ids: [0], reason: '' }, fields: ['ids.0', 'reason'] },
  'GET /api/people/{id}': { of: 'person' }, 'PATCH /api/people/{id}': { of: 'person', body: { title: 'x' }, bad: { title: 'x'.repeat(201), basis: 'x' }, fields: ['title', 'basis'] }, 'POST /api/people/{id}/withdraw': { of: 'person' },
  'POST /api/people/{id}/items': { of: 'person', body: { items: [item] }, bad: { items: [{ ...item, fromOn: 'x' }] }, fields: ['items.0.fromOn'] },
  'GET /api/people/{id}/reveals': { of: 'person' }, 'GET /api/people/{id}/merge': { of: 'person', query: '?other=1' }, 'POST /api/people/{id}/merge': { of: 'person', body: { other: 1 }, bad: { other: -1 }, fields: ['other'] },
  'GET /api/people/{id}/erase': { of: 'person' }, 'POST /api/people/{id}/erase': { of: 'person', body: { reason: 'asked' }, bad: { reason: 'x' }, fields: ['reason'] }, 'POST /api/people/{id}/export': { of: 'person', body: { reason: 'asked' }, bad: {}, fields: ['reason'] },
  'POST /api/people/{id}/private': { of: 'person', body: { private: true }, bad: { private: 'yes' }, fields: ['private'] }, 'GET /api/people/{id}/ways': { of: 'person' }, 'GET /api/people/{id}/ties': { of: 'person' },
  'POST /api/people/{id}/introductions': { of: 'person', body: { way: [1, 2], purpose: 'A visit' }, bad: { way: [1], purpose: '', dueOn: 'x' }, fields: ['way', 'purpose', 'dueOn'] },
  'GET /api/introductions': {}, 'GET /api/introductions/worth': {}, 'POST /api/introductions/{id}/steps': { of: 'introduction', body: { state: 'accepted' }, bad: { state: 'x', note: 'x'.repeat(1001) }, fields: ['state', 'note'] },
  'POST /api/ties': { bad: { ties: [{ a: null, b: 0, kind: 'x', evidence: 'e', strength: 2 }] }, fields: ['ties.0.b', 'ties.0.kind', 'ties.0.strength'] },
  'POST /api/ties/{id}/correct': { of: 'tie', body: { correction: null }, bad: { correction: { strength: 2, why: 'x' } }, fields: ['correction.strength'] }, 'POST /api/ties/{id}/contact': { of: 'tie', body: { lastContactOn: DAY } , bad: { lastContactOn: 'x' }, fields: ['lastContactOn'] },
  'POST /api/ties/{id}/withdraw': { of: 'tie' }, 'POST /api/ties/{id}/private': { of: 'tie', body: { private: true }, bad: {}, fields: ['private'] },
  'POST /api/person-items/{id}/withdraw': { of: 'item' }, 'POST /api/person-items/{id}/reveal': { of: 'item', body: { reason: 'Gift check' }, bad: { reason: 'x' }, fields: ['reason'] },
  'GET /api/privacy': {}, 'POST /api/privacy/erase': { body: subject, ...badSubject }, 'POST /api/privacy/export': { body: subject, ...badSubject },
  'GET /api/contacts': {}, 'POST /api/contacts/read': {}, 'POST /api/contacts': { bad: { fileName: '', layout: 'x', contentHash: 'x', contacts: [{ ...contact, name: '' }], private: [-1] }, fields: ['fileName', 'layout', 'contacts.0.name', 'private.0'] },
  'POST /api/contacts/spoke': { bad: { people: 'x', ids: 'x', said: 'x' }, fields: [] },
  'GET /api/accounts/{id}/projects': { of: 'account' }, 'POST /api/accounts/{id}/projects': { of: 'account', body: { name: 'Plant' }, bad: { name: '' }, fields: ['name'] },
  'PATCH /api/projects/{id}': { of: 'project', body: { name: 'Plant 2' }, bad: { closedOn: 'x' }, fields: ['closedOn'] }, 'POST /api/projects/{id}/withdraw': { of: 'project', body: { withdrawn: true }, bad: {}, fields: ['withdrawn'] },
  'GET /api/projects/{id}/map': { of: 'project' }, 'POST /api/projects/{id}/map': { of: 'project', body: { from: 'empty' }, bad: { from: 'org' }, fields: ['orgId'] },
  'POST /api/maps/{id}/people': { of: 'map', body: { people: [1] }, bad: { people: [0], unnamed: [{ title: '' }] }, fields: ['people.0', 'unnamed.0.title'] }, 'POST /api/maps/{id}/people/leave': { of: 'map', body: { people: [1] }, bad: { people: [] }, fields: ['people'] },
  'POST /api/maps/{id}/marks': { of: 'map', body: { marks: [{ personId: 1, field: 'stance', value: 'opposed', evidence: 'person', observedOn: DAY }] }, bad: { marks: [{ personId: 1, field: 'x', value: 'opposed', evidence: 'person', observedOn: 'x' }] }, fields: ['marks.0.field', 'marks.0.observedOn'] },
  'POST /api/maps/{id}/lines': { of: 'map', body: { lines: [{ fromId: 1, toId: 2, kind: 'influence', weight: 1, sign: 1, evidence: 'person', observedOn: DAY }] }, bad: { lines: [{ fromId: 1, toId: 2, kind: 'x', weight: 9, sign: 1, evidence: 'person', observedOn: DAY }] }, fields: ['lines.0.kind', 'lines.0.weight'] },
  'POST /api/maps/{id}/lines/paste': { of: 'map', bad: {}, fields: [] }, 'POST /api/maps/{id}/lines/end': { of: 'map', body: { lines: [1] }, bad: { lines: [] }, fields: ['lines'] },
  'POST /api/maps/{id}/places': { of: 'map', body: { places: [{ personId: 1, x: 1, y: 1 }] }, bad: { places: [{ personId: 1, x: 'x', y: 1 }] }, fields: ['places.0.x'] },
};

eachEngine((_engine, open) => {
  let api: TestApi;
  let colleague: number;
  let of: Record<NonNullable<Case['of']>, number>;
  beforeAll(async () => {
    const store = await open();
    await addPeople(store);
    const [mine] = await addCompanies(store) as [number];
    await giveTo(store, mo, [mine]);
    await giveTo(store, vera, [mine], 'member');
    api = await startApi(store, {}, { now: () => NOW });
    const [person, friend, asMo] = await putPeople(store, [{ name: 'Qin Feng', account_id: mine }, { name: 'Lu Yan', account_id: mine }, { user_id: 'mo', name: 'Mo Zhang' }]) as [number, number, number];
    const [kept] = await putItems(store, [{ person_id: person, kind: 'note', value: 'x', place_norm: '', sensitivity: 'sensitive' }]) as [number];
    const [tie] = await putTies(store, [{ between: [asMo, friend] }, { between: [friend, person] }]) as [number];
    const asked = await api.as(mo).call('POST /api/people/{id}/introductions', { params: { id: person }, body: { way: [asMo, friend, person], purpose: 'A visit' } });
    const project = (await api.as(mo).call('POST /api/accounts/{id}/projects', { params: { id: mine }, body: { name: 'Plant' } })).body.ids[0]!;
    const map = (await api.as(mo).call('POST /api/projects/{id}/map', { params: { id: project }, body: { from: 'empty' } })).body.ids[0]!;
    colleague = asMo;
    of = { account: mine, person, item: kept, tie, introduction: asked.body.ids[0]!, project, map };
  });
  const send = async (who: CastPerson | null, name: Name, id: number, body?: unknown, query = '') => {
    const [method, path] = name.split(' ') as [string, string];
    const client = who === null ? api.nobody : api.as(who);
    const upload = (endpoints[name] as Endpoint).upload === true;
    const answer = await client.fetch(path.replace('{id}', String(id)) + (upload ? '?fileName=a.vcf' : query), { method, ...(method === 'GET' ? {} : { body: upload ? 'BEGIN:VCARD' : JSON.stringify(body ?? {}), headers: { 'content-type': 'application/json' } }) });
    return { status: answer.status, body: await answer.json() as { code?: string; fields?: { path: string }[] } };
  };

  test('every endpoint of the room has its line here', () => {
    expect(NAMES.filter((name) => !(name in CASES))).toEqual([]);
    expect(NAMES.length).toBeGreaterThan(45);
  });

  test('nobody who is not signed in, and no role without the permission, gets past the door', async () => {
    for (const name of NAMES) {
      const { access } = endpoints[name] as Endpoint;
      expect([name, (await send(null, name, 1)).status]).toEqual([name, 401]);
      for (const person of Object.values(PEOPLE)) if (access !== 'member' && access !== 'public' && scopeOf(person.role, access) === 'none') expect([name, person.id, (await send(person, name, 1, CASES[name]!.body)).status]).toEqual([name, person.id, 403]);
    }
  });

  test('what is not theirs reads as what is not there', async () => {
    for (const name of NAMES) {
      const { of: noun, body, bad, query } = CASES[name]!;
      if (!noun || (noun !== 'introduction' && scopeOf(max.role, (endpoints[name] as Endpoint).access as 'readPeople') === 'none')) continue;
      const [theirs, missing] = [await send(max, name, of[noun], body, query), await send(max, name, 999_999, body, query)];
      expect([name, theirs.status, theirs.body]).toEqual([name, body === undefined && bad !== undefined ? 422 : 404, missing.body]);
    }
  });

  test('every field that is wrong is named with its full path, and nothing is changed', async () => {
    for (const name of NAMES) {
      const { of: noun, bad, fields } = CASES[name]!;
      if (bad === undefined) continue;
      const answer = await send(ada, name, noun ? of[noun] : 1, bad);
      expect([name, answer.status, answer.body.code]).toEqual([name, 422, 'invalid']);
      const named = (answer.body.fields ?? []).map((field) => field.path);
      expect([name, named.length > 0, fields!.filter((path) => !named.includes(path))]).toEqual([name, true, []]);
    }
  });

  test('what does not go as things stand is a conflict', async () => {
    const reason = async (name: Name, id: number, body?: unknown, who: CastPerson = mo) => {
      const answer = await send(who, name, id, body);
      return [name, answer.status, (answer.body as { reason?: string }).reason];
    };
    for (const [name, id, body, why] of [
      ['POST /api/people/{id}/merge', of.person, { other: of.person }, 'merge_same'], ['POST /api/projects/{id}/map', of.project, { from: 'empty' }, 'has_map'], ['POST /api/introductions/{id}/steps', of.introduction, { state: 'thanked' }, 'no_such_step'],
    ] as const) expect(await reason(name, id, body)).toEqual([name, 409, why]);
    expect(await reason('POST /api/people/{id}/erase', colleague, { reason: 'asked' }, ada)).toEqual(['POST /api/people/{id}/erase', 409, 'colleague']);
    expect(await reason('POST /api/people/erase', 1, { ids: [colleague], reason: 'asked' }, ada)).toEqual(['POST /api/people/erase', 409, 'colleague']);
    expect((await send(ada, 'POST /api/people/erase', 1, { ids: [999_999], reason: 'asked' })).status).toBe(404);
    expect(await reason('POST /api/people/{id}/withdraw', colleague, {}, ada)).toEqual(['POST /api/people/{id}/withdraw', 409, 'colleague']);
  });
});
