import { beforeAll, expect, test } from 'vitest';
import type { Store } from '#storage/connect.ts';
import { startApi, type TestApi } from '../../api.ts';
import { addCompanies, addPeople, giveTo, NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';

const { ada, dora, mo, max, cleo, vera } = PEOPLE;
const TODAY = NOW.toISOString().slice(0, 10);
const contact = (name: string, n: number, more: { since?: string } = {}) => ({ at: n + 1, name, family: '', given: '', organisation: '', department: '', title: '', emails: [`${name.replace(/\W/g, '').toLowerCase()}@x.example`], phones: [], wechat: [], school: '', homeTown: '', since: null as string | null, ...more });

eachEngine((_engine, open) => {
  let store: Store;
  let api: TestApi;
  let account: number;
  beforeAll(async () => {
    store = await open();
    await addPeople(store);
    [account] = await addCompanies(store) as [number];
    await giveTo(store, mo, [account]);
    await giveTo(store, cleo, [account], 'member');
    api = await startApi(store, {}, { now: () => NOW });
  });
  type Who = { id: string };
  const bring = async (who: Who, names: readonly string[], more: Record<string, unknown> = {}, contacts = names.map((name, n) => contact(name, n))) => {
    const answer = await api.as(who).call('POST /api/contacts', { body: { fileName: 'cards.vcf', layout: 'vcard', contentHash: 'x', contacts, ...more } as never });
    expect([names, answer.status, answer.body]).toEqual([names, 200, expect.anything()]);
    return answer.body;
  };
  const list = async (who: Who, query: Record<string, string> = {}) => (await api.as(who).call('GET /api/contacts', { query })).body;
  const row = async (who: Who, name: string) => (await list(who, { q: name })).rows.find((one) => one.name === name)!;
  const say = (who: Who, contacts: readonly Record<string, unknown>[]) => api.as(who).call('POST /api/contacts/spoke', { body: { contacts } as never });
  const undo = (who: Who, id: number) => api.as(who).call('POST /api/events/{id}/undo', { params: { id } });
  const fields = (body: unknown) => (body as { fields: { path: string; reason: string }[] }).fields.map(({ path, reason }) => `${path} ${reason}`);
  const strengths = async (who: Who, id: number) => (await api.as(who).call('GET /api/people/{id}/ties', { params: { id } })).body.rows.map((one) => [one.person.name, one.strength]);

  test('an import says of each row when both last spoke; the rest is unknown, and is listed as such', async () => {
    const done = await bring(mo, ['Ann Abel', 'Ben Blum', 'Cid Carl', 'Dan Dorn'], { private: [3], said: [{ row: 0, spoke: 'half_year', kind: 'team' }, { row: 1, spoke: '2025-03-31' }] }, ['Ann Abel', 'Ben Blum', 'Cid Carl', 'Dan Dorn'].map((name, n) => contact(name, n, n === 2 ? { since: '2024-03-05' } : {})));
    expect(done).toMatchObject({ created: 4, private: 1 });
    const ann = await row(mo, 'Ann Abel');
    expect(ann.tie).toMatchObject({ kind: 'team', how: 'told', span: 'half_year', since: '2025-12-15', private: false, can: { say: true, kind: true } });
    expect(ann.tie!.strength).toBeCloseTo(0.7 * 0.5 ** (106 / 365), 12);
    expect((await row(mo, 'Ben Blum')).tie).toMatchObject({ kind: 'card', how: 'imported', span: null, since: '2025-03-31', strength: expect.closeTo(0.05, 12) });
    expect((await row(mo, 'Cid Carl')).tie).toMatchObject({ since: '2024-03-05' });
    expect(await list(mo, { day: 'unknown' })).toMatchObject({ rows: [{ name: 'Dan Dorn', private: true, keep: true, tie: { since: null, strength: null } }], counts: { all: 4, noDay: 1 } });
    expect((await list(mo, { limit: '3' })).rows).toHaveLength(3);
    const rest = await list(mo, { limit: '3', after: (await list(mo, { limit: '3' })).next! });
    expect([rest.rows.map((one) => one.name), rest.next, rest.counts, rest.imports]).toEqual([['Dan Dorn'], null, null, []]);
  });

  test('a set of answers is one change: the ways use the ties at once, undo makes them unknown again', async () => {
    await bring(cleo, ['Eve Ernst', 'Fay Falk', 'Gus Grau']);
    const [eve, fay, gus] = [await row(cleo, 'Eve Ernst'), await row(cleo, 'Fay Falk'), await row(cleo, 'Gus Grau')];
    const ways = async (query: Record<string, string> = {}) => (await api.as(dora).call('GET /api/people/{id}/ways', { params: { id: eve.id }, query })).body.ways.length;
    expect([await ways(), await ways({ unknown: 'yes' })]).toEqual([0, 1]);
    const done = (await say(cleo, [{ tie: eve.tie!.id, spoke: 'week', kind: 'classmates' }, { tie: fay.tie!.id, spoke: 'years' }, { tie: gus.tie!.id, kind: 'met' }])).body;
    expect(done.ids).toEqual([eve.tie!.id, fay.tie!.id, gus.tie!.id]);
    expect(await ways()).toBe(1);
    expect((await list(cleo, { day: 'unknown' })).rows.map((one) => [one.name, one.tie!.kind])).toEqual([['Gus Grau', 'met']]);
    expect((await api.as(dora).call('GET /api/people/{id}/ties', { params: { id: eve.id } })).body.rows).toMatchObject([{ lines: [{ kind: 'classmates', how: 'told', span: 'week', evidence: 'contacts:vcard', can: { correct: false, kind: false, withdraw: true } }] }]);
    expect((await api.as(cleo).call('GET /api/people/{id}/ties', { params: { id: eve.id } })).body.rows).toMatchObject([{ lines: [{ can: { correct: true, kind: true } }] }]);
    // A day noted afterwards is no span any more.
    const day = (await api.as(cleo).call('POST /api/ties/{id}/contact', { params: { id: eve.tie!.id }, body: { lastContactOn: TODAY } })).body;
    expect((await row(cleo, 'Eve Ernst')).tie).toMatchObject({ since: TODAY, span: null });
    await undo(cleo, day.event);
    expect((await row(cleo, 'Eve Ernst')).tie).toMatchObject({ span: 'week' });
    expect((await undo(cleo, done.event)).status).toBe(200);
    expect([await ways(), (await list(cleo, { day: 'unknown' })).counts]).toEqual([0, { all: 3, noDay: 3 }]);
    expect((await say(cleo, [{ tie: eve.tie!.id, kind: 'card' }])).body.event).toBe(0);
  });

  test('whoever somebody else had brought before is among one’s contacts too, with one’s own tie', async () => {
    await bring(cleo, ['Ida Imhof']);
    await bring(dora, ['Ida Imhof'], { said: [{ row: 0, spoke: 'month' }] });
    const ida = await row(dora, 'Ida Imhof');
    expect(ida).toMatchObject({ owner: { id: 'cleo' }, keep: false, tie: { span: 'month' } });
    expect((await row(cleo, 'Ida Imhof')).tie).toMatchObject({ since: null });
    expect((await list(dora)).counts).toEqual({ all: 1, noDay: 0 });
    expect(await strengths(dora, ida.id)).toEqual([[dora.name, expect.closeTo(0.1 * 0.5 ** (18 / 365), 12)], [cleo.name, null]]);
  });

  test('a private contact and its day reach nobody else, not by any list, not by a guess of the number', async () => {
    await bring(max, ['Jan Jost'], { private: [0], said: [{ row: 0, spoke: 'week', kind: 'family' }] });
    const jan = await row(max, 'Jan Jost');
    for (const who of [ada, dora, mo, cleo, vera]) {
      expect([who.id, (await list(who, { q: 'Jan' })).rows]).toEqual([who.id, []]);
      if (who.id === 'vera') continue;
      const [here, missing] = [await say(who, [{ tie: jan.tie!.id, spoke: 'week' }]), await say(who, [{ tie: 999_999, spoke: 'week' }])];
      expect([who.id, here.status, fields(here.body), fields(missing.body)]).toEqual([who.id, 422, ['contacts.0.tie unknown_tie'], ['contacts.0.tie unknown_tie']]);
    }
    const { event } = (await say(max, [{ tie: jan.tie!.id, spoke: 'month' }])).body;
    const told = (await api.as(ada).call('GET /api/events', { query: { limit: 1 } })).body.rows.find((one) => one.id === event)!;
    expect((told.payload['personIds'] as number[]).includes(jan.id)).toBe(false);
  });

  test('refusals: who signs in not, who only reads, each field by its path', async () => {
    expect((await api.nobody.call('POST /api/contacts/spoke', { body: { contacts: [] } as never })).status).toBe(401);
    expect((await api.nobody.call('GET /api/contacts', {})).status).toBe(401);
    const ben = (await row(mo, 'Ben Blum')).tie!.id;
    expect((await say(vera, [{ tie: ben, spoke: 'week' }])).status).toBe(403);
    const told = (await api.as(mo).call('POST /api/ties', { body: { ties: [{ a: null, b: (await row(mo, 'Ben Blum')).id, kind: 'knows', evidence: 'told' }] } })).body.ids[0]!;
    const answer = await say(mo, [{ tie: ben, spoke: '2026-04-30' }, { tie: ben }, { tie: ben, spoke: '2026-02-30' }]);
    expect([answer.status, fields(answer.body)]).toEqual([422, ['contacts.0.spoke no_past_day', 'contacts.1.spoke required', 'contacts.2.spoke no_past_day']]);
    expect(fields((await say(mo, [{ tie: ben, spoke: 'week' }, { tie: ben, spoke: 'month' }, { tie: told, kind: 'team' }])).body)).toEqual(['contacts.1.tie twice', 'contacts.2.kind told_kind']);
    expect(fields((await say(dora, [{ tie: ben, spoke: 'week' }])).body)).toEqual(['contacts.0.tie not_your_tie']);
    expect((await say(mo, [{ tie: ben, spoke: 'decade' }])).status).toBe(422);
    expect((await say(mo, [])).status).toBe(422);
    expect((await say(mo, [{ tie: told, spoke: TODAY }])).status).toBe(200);
    const refused = await api.as(mo).call('POST /api/contacts', { body: { fileName: 'a', layout: 'vcard', contentHash: 'x', contacts: [contact('Kim Kern', 0)], said: [{ row: 0, spoke: '2199-01-01' }] } });
    expect([refused.status, fields(refused.body)]).toEqual([422, ['said.0.spoke no_past_day']]);
  });

  test('an import is taken out again whatever its colleague has said of it; what others built on it is named, and holds it back as long as it stands', async () => {
    const done = await bring(cleo, ['Lea Lang', 'Max Moll', 'Nia Noll'], { private: [2] });
    const [lea, moll] = [await row(cleo, 'Lea Lang'), await row(cleo, 'Max Moll')];
    await say(cleo, [{ tie: lea.tie!.id, spoke: 'week', kind: 'met' }]);
    const tie = (await api.as(dora).call('POST /api/ties', { body: { ties: [{ a: null, b: lea.id, kind: 'met', evidence: 'two fairs' }] } })).body;
    const hidden = (await api.as(max).call('POST /api/ties', { body: { ties: [{ a: null, b: moll.id, kind: 'met', evidence: 'golf', private: true }] } })).body;
    const edit = (await api.as(cleo).call('PATCH /api/people/{id}', { params: { id: lea.id }, body: { title: 'CTO' } })).body;
    const refused = async (who: Who) => (await undo(who, done.event)).body as never as { code: string; reason: string; params: Record<string, unknown> };
    expect(await refused(cleo)).toMatchObject({ code: 'conflict', reason: 'contacts_used', params: { ties: 1, edits: 1, names: 'Lea Lang', more: 0 } });
    expect((await refused(ada)).params).toEqual({ ties: 1, edits: 1 });
    await undo(dora, tie.event);
    await undo(cleo, edit.event);
    // Somebody's private tie holds it back too, and nobody learns whose or to whom.
    expect((await refused(cleo)).params ?? {}).toEqual({});
    await undo(max, hidden.event);
    expect((await undo(cleo, done.event)).status).toBe(200);
    expect((await list(cleo, { q: 'Lea' })).rows).toEqual([]);
    for (const [table, column] of [['tie', 'person_a'], ['tie', 'person_b'], ['person_item', 'person_id'], ['person_change', 'person_id']] as const) expect([table, await store.read.selectFrom(table as 'tie').select('id').where(column as 'person_a', '=', lea.id).execute()]).toEqual([table, []]);
    expect((await undo(dora, tie.event)).status).toBe(409);
  });
});
