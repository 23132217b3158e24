import { beforeAll, expect, test } from 'vitest';
import type { Store } from '#storage/connect.ts';
import { insertMany } from '#storage/insertMany.ts';
import { takeIds } from '#storage/ids.ts';
import type { PersonTable } from '#storage/relate/relateTables.ts';
import type { TestApi } from '../../api.ts';
import { NOT_TOLD } from '#storage/relate/toldPosition.ts';
import { NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { twoCustomers } from '../../twoCustomers.ts';

const { ada, mo, max, cleo, vera } = PEOPLE;
const DAY = '2026-03-31';

eachEngine((_engine, open) => {
  let store: Store;
  let api: TestApi;
  let mine: number;
  let theirs: number;
  let now = NOW;
  beforeAll(async () => {
    ({ store, api, mine, theirs } = await twoCustomers(await open(), () => now));
  });
  const addPerson = async (more: Partial<PersonTable>): Promise<number> => store.transaction(async (tx) => {
    const id = await takeIds(tx, 'person', 1);
    await insertMany(tx, 'person', [{
      id, kind: 'customer', name: 'Li Na', name_norm: 'li na', name_latin: null, user_id: null, account_id: mine, organisation: '', organisation_norm: '', title: 'Quality director', ...NOT_TOLD, placeholder: 0, purpose: '', basis: 'legitimate_interest',
      collected_on: DAY, source: 'card', notice_on: null, retain_until: null, restricted_on: null, owner_id: 'mo', private_to: null, import_id: null, merged_into: null, erased_at: null, recorded_by: 'mo', recorded_at: NOW.toISOString(), withdrawn_at: null, withdrawn_by: null, ...more,
    }]);
    return id;
  });
  const project = async (name: string, who: { id: string } = mo, account = mine): Promise<number> => (await api.as(who).call('POST /api/accounts/{id}/projects', { params: { id: account }, body: { name } })).body.ids[0]!;
  const mapOf = async (id: number, on?: string, who: { id: string } = mo) => (await api.as(who).call('GET /api/projects/{id}/map', { params: { id }, query: on ? { on } : {} })).body;
  const start = async (id: number, body: Record<string, unknown> = { from: 'empty' }) => api.as(mo).call('POST /api/projects/{id}/map', { params: { id }, body: body as never });
  const add = async (map: number, ...titles: string[]) => (await api.as(mo).call('POST /api/maps/{id}/people', { params: { id: map }, body: { unnamed: titles.map((title) => ({ title })) } })).body;
  const mark = (map: number, marks: Record<string, unknown>[], who: { id: string } = mo) => api.as(who).call('POST /api/maps/{id}/marks', { params: { id: map }, body: { marks: marks.map((one) => ({ observedOn: DAY, ...one })) as never } });
  const undo = (event: number, who: { id: string } = mo) => api.as(who).call('POST /api/events/{id}/undo', { params: { id: event } });

  test('a project is begun, its map started, read, and both are taken back', async () => {
    const id = await project('Line 3 scanners');
    expect(await mapOf(id)).toMatchObject({ project: { id, name: 'Line 3 scanners' }, account: { id: mine }, map: null, day: DAY, can: { describe: true } });
    const { body } = await start(id);
    expect((await mapOf(id)).map).toMatchObject({ id: body.ids[0], startedFrom: 'empty', people: [], reading: { light: null, coverage: null } });
    expect([(await start(id)).status, (await start(id)).body]).toMatchObject([409, { reason: 'has_map' }]);
    await undo(body.event);
    expect((await mapOf(id)).map).toBeNull();
    await api.as(mo).call('PATCH /api/projects/{id}', { params: { id }, body: { name: 'Line 4', closedOn: DAY } });
    expect((await mapOf(id)).project).toMatchObject({ name: 'Line 4', closedOn: DAY });
    const gone = await api.as(mo).call('POST /api/projects/{id}/withdraw', { params: { id }, body: { withdrawn: true } });
    expect((await api.as(mo).call('GET /api/projects/{id}/map', { params: { id } })).status).toBe(404);
    await undo(gone.body.event);
    expect((await mapOf(id)).project.name).toBe('Line 4');
  });

  test('positions, marks, lines and places: each act is one event that names no person, and is undone', async () => {
    const id = await project('Bone conduction');
    const { body: { ids: [map] } } = await start(id);
    const added = await add(map!, 'CFO', 'Head of quality', 'CFO');
    const [cfo, head, again] = added.people as [number, number, number];
    expect(again).toBe(cfo);
    const read = async (on?: string) => (await mapOf(id, on)).map!;
    expect((await read()).people.map(({ name, placeholder }) => [name, placeholder])).toEqual([['CFO', true], ['Head of quality', true]]);

    const { body: marked } = await mark(map!, [
      { personId: cfo, field: 'role', value: 'decider,approver', evidence: 'person', note: 'Ms Shen, 12 March' }, { personId: cfo, field: 'influence', value: 'inner' }, { personId: head, field: 'stance', value: 'supporter', evidence: 'observed', note: 'Praised the sample before the others' },
      { personId: head, field: 'held_by', value: 'mo' }, { personId: head, field: 'closeness', value: 'several' }, { personId: head, field: 'authority', value: '3' },
    ]);
    const { body: drawn } = await api.as(cleo).call('POST /api/maps/{id}/lines', { params: { id: map! }, body: { lines: [{ fromId: head, toId: cfo, weight: 2, observedOn: DAY }, { fromId: head, toId: cfo, kind: 'conflict', observedOn: DAY }] } });
    const { reading } = await read();
    expect(reading.people.find(({ person }) => person === cfo)).toMatchObject({ roles: { value: ['decider', 'approver'], state: 'proven' }, influence: { value: 'inner', state: 'assumed' }, stance: { value: null, state: 'unknown' }, askedBy: 0 });
    expect(reading).toMatchObject({ unknownStances: 1, singleThread: 1, threadHolder: 'mo', light: { light: 'red', why: { top: [cfo] } }, chains: [{ people: [head, cfo], weights: [2] }] });
    expect(reading.gaps.filter(({ person }) => person === cfo).map(({ gap }) => gap)).toEqual(['name_unknown', 'contact_unknown', 'stance_unknown']);
    expect((await api.as(mo).call('GET /api/accounts/{id}/projects', { params: { id: mine } })).body.rows[0]).toMatchObject({ id, map: { id: map, people: 2, light: 'red', hasDecider: true, gaps: new Set(reading.gaps.map(({ person }) => person)).size } });

    await api.as(mo).call('POST /api/maps/{id}/places', { params: { id: map! }, body: { places: [{ personId: cfo, x: 10, y: 20.5 }] } });
    const { body: moved } = await api.as(mo).call('POST /api/maps/{id}/places', { params: { id: map! }, body: { places: [{ personId: cfo, x: 300, y: -4 }, { personId: head, x: 1, y: 2 }] } });
    expect((await read()).places).toEqual([{ person: cfo, x: 300, y: -4 }, { person: head, x: 1, y: 2 }]);
    await undo(moved.event);
    expect((await read()).places).toEqual([{ person: cfo, x: 10, y: 20.5 }]);

    const { body: ended } = await api.as(mo).call('POST /api/maps/{id}/lines/end', { params: { id: map! }, body: { lines: [drawn.ids[0]!] } });
    expect((await read()).reading.lines.map((line) => line.id)).toEqual([drawn.ids[1]]);
    await undo(ended.event);
    expect((await read()).reading.lines).toHaveLength(2);
    await undo(drawn.event, cleo);
    await undo(marked.event);
    expect([(await read()).lines, (await read()).marks]).toEqual([[], []]);

    const { body: left } = await api.as(mo).call('POST /api/maps/{id}/people/leave', { params: { id: map! }, body: { people: [cfo] } });
    expect((await read()).reading.people.map(({ person }) => person)).toEqual([head]);
    await undo(left.event);
    await undo(added.event);
    expect((await read()).members).toEqual([]);
    const events = (await api.as(ada).call('GET /api/accounts/{id}/timeline', { params: { id: mine } })).body;
    expect(JSON.stringify(events)).not.toMatch(/CFO|Head of quality|Ms Shen/);
  });

  test('the map on any day: what was said then, who was there then', async () => {
    const id = await project('History');
    const { body: { ids: [map] } } = await start(id);
    now = new Date('2026-01-10T08:00:00Z');
    const [person] = (await add(map!, 'Plant manager')).people as [number];
    await mark(map!, [{ personId: person, field: 'stance', value: 'doubtful', observedOn: '2026-01-10' }]);
    now = NOW;
    await mark(map!, [{ personId: person, field: 'stance', value: 'champion' }]);
    await api.as(mo).call('POST /api/maps/{id}/people/leave', { params: { id: map! }, body: { people: [person] } });
    const on = async (day: string) => (await mapOf(id, day)).map!.reading.people.map(({ stance }) => [stance.value, stance.said, stance.state]);
    expect(await on('2026-01-09')).toEqual([]);
    expect(await on('2026-01-12')).toEqual([['doubtful', 'doubtful', 'assumed']]);
    expect(await on('2026-03-30')).toEqual([[null, 'doubtful', 'stale']]);
    expect(await on('2026-03-31')).toEqual([]);
    expect((await api.as(mo).call('GET /api/projects/{id}/map', { params: { id }, query: { on: '2026-02-30' } })).body).toMatchObject({ fields: [{ path: 'on', reason: 'no_such_day' }] });
  });

  test('from the organisation: leading positions, their level as the document says; from another map only by who knows that it is another project', async () => {
    const org = await store.transaction(async (tx) => {
      const versionId = await takeIds(tx, 'org_version', 1);
      await insertMany(tx, 'org_version', [{ id: versionId, account_id: mine, as_of: '2026-02-01', source: 'Handbook 2026', note: '', units: 4, recorded_by: 'mo', recorded_at: NOW.toISOString(), withdrawn_at: null, withdrawn_by: null }]);
      await insertMany(tx, 'org_unit', [[1, null, '总部', '总经理'], [2, 1, '采购部', '采购总监'], [3, 1, '质量部', null], [4, 2, '来料组', '来料主管']].map(([unit, parent, name, head]) => ({ version_id: versionId, unit, parent, name, function: null, head, people: null })) as never);
      return versionId;
    });
    const id = await project('From the chart');
    const { body: { ids: [map] } } = await start(id, { from: 'org', orgId: org });
    const { map: view } = await mapOf(id);
    expect(view!.people.map(({ name, organisation, placeholder }) => [name, organisation, placeholder])).toEqual([['总经理', '总部', true], ['采购总监', '采购部', true], ['来料主管', '来料组', true]]);
    expect(view!.reading.people.map(({ authority }) => [authority.value, authority.state])).toEqual([[5, 'proven'], [4, 'proven'], [3, 'proven']]);
    expect(view!.lines).toEqual([]);

    const [boss] = view!.people.map((person) => person.id) as [number];
    await mark(map!, [{ personId: boss, field: 'stance', value: 'opposed', evidence: 'observed', note: 'Said so on 31 March' }]);
    await api.as(mo).call('POST /api/maps/{id}/lines', { params: { id: map! }, body: { lines: [{ fromId: boss, toId: view!.people[1]!.id, weight: 3, observedOn: DAY }] } });
    const second = await project('Another project');
    expect((await start(second, { from: 'map', mapId: map! })).body).toMatchObject({ code: 'invalid', fields: [{ path: 'understood', reason: 'per_project' }] });
    await start(second, { from: 'map', mapId: map!, understood: true });
    const copy = (await mapOf(second)).map!;
    expect(copy.reading.people.map(({ stance, authority }) => [stance.value, stance.state, authority.value])).toEqual([['opposed', 'assumed', 5], [null, 'unknown', 4], [null, 'unknown', 3]]);
    expect(copy.lines).toMatchObject([{ weight: 3, evidence: 'inferred' }]);
    const foreign = await project('Theirs', max, theirs);
    const { body: { ids: [other] } } = await api.as(max).call('POST /api/projects/{id}/map', { params: { id: foreign }, body: { from: 'empty' } });
    const third = await project('Third');
    expect((await start(third, { from: 'map', mapId: other!, understood: true })).body).toMatchObject({ fields: [{ path: 'mapId', reason: 'unknown_map' }] });
    expect((await start(third, { from: 'org', orgId: 99999 })).body).toMatchObject({ fields: [{ path: 'orgId', reason: 'unknown_organisation' }] });
  });

  test('people who can be on a map: of this customer or outsiders; private and erased ones never, nor shown once they are', async () => {
    const id = await project('People');
    const { body: { ids: [map] } } = await start(id);
    const [li, outside, hidden, foreign] = [await addPerson({}), await addPerson({ kind: 'outsider', account_id: null, name: 'Design institute' }), await addPerson({ private_to: 'cleo' }), await addPerson({ account_id: theirs })];
    const put = (people: number[]) => api.as(mo).call('POST /api/maps/{id}/people', { params: { id: map! }, body: { people } });
    expect((await put([li, hidden, foreign])).body).toMatchObject({ code: 'invalid', fields: [{ path: 'people.1', reason: 'unknown_person' }, { path: 'people.2', reason: 'unknown_person' }] });
    expect((await put([li, outside])).status).toBe(200);
    await mark(map!, [{ personId: li, field: 'stance', value: 'opposed' }]);
    expect((await mapOf(id)).map!.people.map(({ name, outside: out }) => [name, out])).toEqual([['Li Na', false], ['Design institute', true]]);
    await store.write.updateTable('person').set({ private_to: 'cleo' }).where('id', '=', li).execute();
    const after = await mapOf(id);
    expect([after.map!.people.map((person) => person.id), after.map!.marks, after.others.some((person) => person.id === li)]).toEqual([[outside], [], false]);
  });

  test('refusals: nobody, not theirs, read only, and every fault with its path', async () => {
    const id = await project('Refusals');
    const { body: { ids: [map] } } = await start(id);
    const [a, b] = (await add(map!, 'A', 'B')).people as [number, number];
    const body = { marks: [{ personId: a, field: 'stance' as const, value: 'neutral', observedOn: DAY }] };
    expect((await api.nobody.call('POST /api/maps/{id}/marks', { params: { id: map! }, body })).status).toBe(401);
    for (const [who, status] of [[max, 404], [vera, 403]] as const) {
      const as = api.as(who);
      const params = { id: map! };
      const tries = [
        as.call('POST /api/maps/{id}/marks', { params, body }), as.call('POST /api/maps/{id}/people', { params, body: { unnamed: [{ title: 'X' }] } }), as.call('POST /api/maps/{id}/people/leave', { params, body: { people: [a] } }),
        as.call('POST /api/maps/{id}/lines', { params, body: { lines: [{ fromId: a, toId: b, observedOn: DAY }] } }), as.call('POST /api/maps/{id}/lines/end', { params, body: { lines: [1] } }), as.call('POST /api/maps/{id}/places', { params, body: { places: [{ personId: a, x: 0, y: 0 }] } }),
        as.call('POST /api/projects/{id}/map', { params: { id }, body: { from: 'empty' } }), as.call('PATCH /api/projects/{id}', { params: { id }, body: { name: 'Mine' } }), as.call('POST /api/projects/{id}/withdraw', { params: { id }, body: { withdrawn: true } }),
        as.call('POST /api/accounts/{id}/projects', { params: { id: mine }, body: { name: 'Mine' } }),
      ];
      expect((await Promise.all(tries)).map((answer) => answer.status)).toEqual(tries.map(() => status));
    }
    expect([(await api.as(max).call('GET /api/projects/{id}/map', { params: { id } })).status, (await api.as(max).call('GET /api/accounts/{id}/projects', { params: { id: mine } })).status, (await mapOf(id, undefined, vera)).can]).toEqual([404, 404, { describe: false }]);
    const missing = [await api.as(mo).call('POST /api/maps/{id}/marks', { params: { id: 99999 }, body }), await api.as(max).call('POST /api/maps/{id}/marks', { params: { id: map! }, body })].map((answer) => ({ ...answer.body, requestId: '' }));
    expect(missing[0]).toEqual(missing[1]);

    const wrong = await mark(map!, [
      { personId: 99999, field: 'stance', value: 'neutral' }, { personId: a, field: 'stance', value: 'friendly' }, { personId: a, field: 'closeness', value: 'brief', evidence: 'observed' }, { personId: a, field: 'role', value: 'user', observedOn: '2027-01-01' },
      { personId: b, field: 'held_by', value: 'nobody' }, { personId: b, field: 'authority', value: '3' }, { personId: b, field: 'authority', value: '4' }, { personId: b, field: 'influence', value: 'inner', observedOn: '2026-02-30' },
    ]);
    expect(wrong.status).toBe(422);
    expect((wrong.body as never as { fields: { path: string; reason: string }[] }).fields.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      'marks.0.personId not_on_map', 'marks.1.value unknown_value', 'marks.2.note source_required', 'marks.3.observedOn in_the_future', 'marks.4.value unknown_person', 'marks.6.field twice', 'marks.7.observedOn no_such_day',
    ]);
    const lines = await api.as(mo).call('POST /api/maps/{id}/lines', { params: { id: map! }, body: { lines: [{ fromId: a, toId: a, observedOn: DAY }, { fromId: a, toId: 99999, evidence: 'hearsay', observedOn: DAY }] } });
    expect((lines.body as never as { fields: { path: string; reason: string }[] }).fields.map(({ path, reason }) => `${path} ${reason}`)).toEqual(['lines.0.toId line_to_self', 'lines.1.toId not_on_map', 'lines.1.note source_required']);
    expect((await api.as(mo).call('POST /api/maps/{id}/lines/end', { params: { id: map! }, body: { lines: [99999] } })).body).toMatchObject({ fields: [{ path: 'lines.0', reason: 'no_map_line' }] });
    expect((await api.as(mo).call('POST /api/maps/{id}/places', { params: { id: map! }, body: { places: [{ personId: 99999, x: 0, y: 0 }] } })).body).toMatchObject({ fields: [{ path: 'places.0.personId', reason: 'not_on_map' }] });
    expect((await api.as(mo).call('POST /api/maps/{id}/people/leave', { params: { id: map! }, body: { people: [99999] } })).body).toMatchObject({ fields: [{ path: 'people.0', reason: 'not_on_map' }] });
    expect((await mapOf(id)).map!.marks).toEqual([]);
  });
});
