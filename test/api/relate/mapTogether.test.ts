import { beforeAll, expect, test } from 'vitest';
import type { TestApi } from '../../api.ts';
import { PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { twoCustomers } from '../../twoCustomers.ts';

const { cleo, max, mo, vera } = PEOPLE;
const DAY = '2026-03-31';

eachEngine((_engine, open) => {
  let api: TestApi;
  let account: number;
  let project: number;
  let map: number;
  let people: [number, number, number];
  beforeAll(async () => {
    const { api: started, mine } = await twoCustomers(await open());
    api = started;
    account = mine;
    project = (await api.as(mo).call('POST /api/accounts/{id}/projects', { params: { id: mine }, body: { name: 'Line 3' } })).body.ids[0]!;
    map = (await api.as(mo).call('POST /api/projects/{id}/map', { params: { id: project }, body: { from: 'empty' } })).body.ids[0]!;
    people = (await api.as(mo).call('POST /api/maps/{id}/people', { params: { id: map }, body: { unnamed: ['CFO', 'Head of quality', 'Buyer'].map((title) => ({ title })) } })).body.people as [number, number, number];
  });
  type Who = { id: string };
  const set = (who: Who, ...marks: { personId: number; field: string; value: string; expects?: number | null; observedOn?: string }[]) => api.as(who).call('POST /api/maps/{id}/marks', { params: { id: map }, body: { marks: marks.map((one) => ({ observedOn: DAY, ...one })) as never } });
  const told = async (person: number, field: string) => (await api.as(mo).call('GET /api/projects/{id}/map', { params: { id: project } })).body.map!.marks.filter((mark) => mark.person === person && mark.field === field).map(({ value }) => value);
  const refused = ({ status, body }: { status: number; body: unknown }) => [status, (body as { reason?: string }).reason, (body as { fields?: { path: string; reason: string }[] }).fields?.map(({ path, reason }) => `${path} ${reason}`)];

  test('who sets what a colleague has set since they looked is told, and nothing is recorded; having seen it, they may', async () => {
    const [cfo] = people;
    const { body: { ids: [theirs] } } = await set(cleo, { personId: cfo, field: 'stance', value: 'supporter', expects: null });
    expect(refused(await set(mo, { personId: cfo, field: 'stance', value: 'opposed', expects: null }))).toEqual([409, 'set_since', ['marks.0 set_since']]);
    expect(await told(cfo, 'stance')).toEqual(['supporter']);
    expect((await set(mo, { personId: cfo, field: 'stance', value: 'opposed', expects: theirs! })).status).toBe(200);
    expect(await told(cfo, 'stance')).toEqual(['supporter', 'opposed']);
  });

  test('a project that a colleague has changed since is not taken back by who began it, before the change is', async () => {
    const { ids: [begun], event } = (await api.as(mo).call('POST /api/accounts/{id}/projects', { params: { id: account }, body: { name: 'Line 4' } })).body;
    const rename = (who: Who, name: string) => api.as(who).call('PATCH /api/projects/{id}', { params: { id: begun! }, body: { name } });
    const undo = (who: Who, id: number) => api.as(who).call('POST /api/events/{id}/undo', { params: { id } });
    expect((await rename(mo, 'Line four')).status).toBe(200);
    const { body: { event: theirs } } = await rename(cleo, 'Line 4, Weihai');
    expect(refused(await undo(mo, event))).toEqual([409, 'changed_since', undefined]);
    expect((await undo(cleo, theirs)).status).toBe(200);
    expect((await undo(mo, event)).status).toBe(200);
  });

  test('of several at once those that a colleague has set are named, and none is recorded', async () => {
    const [cfo, head, buyer] = people;
    const { body: { ids: [seen] } } = await set(mo, { personId: cfo, field: 'influence', value: 'inner', expects: null });
    await set(cleo, { personId: head, field: 'influence', value: 'outside', expects: null });
    const all = [[cfo, seen!], [head, null], [buyer, null]] as const;
    expect(refused(await set(mo, ...all.map(([personId, expects]) => ({ personId, field: 'influence', value: 'listened', expects }))))).toEqual([409, 'set_since', ['marks.1 set_since']]);
    expect([await told(cfo, 'influence'), await told(buyer, 'influence')]).toEqual([['inner'], []]);
    expect((await set(mo, ...[cfo, buyer].map((personId) => ({ personId, field: 'influence', value: 'listened', expects: personId === cfo ? seen! : null })))).status).toBe(200);
  });

  test('one’s own is no surprise, nor an observation of an earlier day, nor another thing of the same person; what was taken back is', async () => {
    const [, head] = people;
    const mark = (value: string, expects: number | null | undefined, more: { field?: string; observedOn?: string } = {}) => ({ personId: head, field: 'closeness', value, ...(expects === undefined ? {} : { expects }), ...more });
    const first = (await set(mo, mark('brief', null))).body.ids[0]!;
    expect((await set(mo, mark('several', null))).status).toBe(200);
    expect((await set(cleo, mark('none', undefined, { observedOn: '2026-03-01' }))).status).toBe(200);
    const second = await set(cleo, mark('depth', undefined));
    expect(second.status).toBe(200);
    expect((await set(mo, mark('4', null, { field: 'authority' }))).status).toBe(200);
    expect(refused(await set(mo, mark('brief', first)))).toEqual([409, 'set_since', ['marks.0 set_since']]);
    await api.as(cleo).call('POST /api/events/{id}/undo', { params: { id: second.body.event } });
    expect((await set(mo, mark('brief', second.body.ids[0]!))).status).toBe(200);
    expect(refused(await set(cleo, mark('none', second.body.ids[0]!)))).toEqual([409, 'set_since', ['marks.0 set_since']]);
  });

  test('of two at the very same time one is told', async () => {
    const [, , buyer] = people;
    const both = await Promise.all([mo, cleo].map((who) => set(who, { personId: buyer, field: 'role', value: who === mo ? 'buyer' : 'user', expects: null })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await told(buyer, 'role')).toHaveLength(1);
  });

  test('refuses who may not, before it tells anything of the map', async () => {
    const [cfo] = people;
    const mark = { personId: cfo, field: 'stance', value: 'neutral', expects: null };
    expect(await Promise.all([vera, max].map(async (who) => refused(await set(who, mark)).slice(0, 1)))).toEqual([[403], [404]]);
    expect((await api.nobody.call('POST /api/maps/{id}/marks', { params: { id: map }, body: { marks: [{ ...mark, field: 'stance', observedOn: DAY }] } })).status).toBe(401);
    expect(refused(await set(mo, { ...mark, expects: -1 }))).toEqual([422, undefined, ['marks.0.expects too_small']]);
    expect(refused(await set(mo, { ...mark, value: 'friendly' }))).toEqual([422, undefined, ['marks.0.value unknown_value']]);
  });
});
