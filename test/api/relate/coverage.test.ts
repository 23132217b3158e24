import { beforeEach, expect, test } from 'vitest';
import type { Store } from '#storage/connect.ts';
import type { TestApi } from '../../api.ts';
import { giveTo, NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { twoCustomers } from '../../twoCustomers.ts';
import { putPeople, putTies } from '../../actions/relate/people.ts';

const { ada, dora, mo, max, vera } = PEOPLE;
const DAY = NOW.toISOString().slice(0, 10);
type Who = { id: string };

eachEngine((_engine, open) => {
  let store: Store;
  let api: TestApi;
  let mine: number;
  let theirs: number;
  beforeEach(async () => {
    ({ store, api, mine, theirs } = await twoCustomers(await open()));
  });
  const coverage = async (who: Who, query: Record<string, unknown> = {}, id = mine) => await api.as(who).call('GET /api/accounts/{id}/coverage', { params: { id }, query });
  const gaps = async (who: Who, kind: string) => (await coverage(who)).body.gaps.filter((gap) => gap.gap === kind);
  const place = (who: Who, body: Record<string, unknown>) => api.as(who).call('PATCH /api/me/position', { body: body as never });
  const undo = (who: Who, id: number) => api.as(who).call('POST /api/events/{id}/undo', { params: { id } });
  const fields = (body: unknown) => (body as { fields: { path: string; reason: string }[] }).fields.map(({ path, reason }) => `${path} ${reason}`);
  /** Three people of theirs and what Mo has to do with the first two. */
  const fill = async () => {
    const [buyer, boss, odd] = await putPeople(store, [{ account_id: mine, name: 'Liang', title: 'Purchasing director' }, { account_id: mine, name: 'Fang', title: '总经理' }, { account_id: mine, name: 'Wen', title: 'Friend of the house' }]) as [number, number, number];
    await place(mo, { title: 'Account manager', level: 'director', function: 'sales' });
    await place(dora, { level: 'top', function: 'management' });
    await api.as(mo).call('POST /api/ties', { body: { ties: [{ a: null, b: buyer, kind: 'met', evidence: 'four visits', lastContactOn: DAY }] } as never });
    return { buyer, boss, odd };
  };

  test('levels and functions against each other, with the people of every gap and who could close it', async () => {
    const { buyer, boss, odd } = await fill();
    const { body } = await coverage(mo);
    expect(body.them.map(({ id, position }) => [id, position.level.value, position.level.how, position.function.value])).toEqual([[buyer, 'director', 'inferred', 'purchasing'], [boss, 'top', 'inferred', 'management'], [odd, null, 'unknown', null]]);
    expect(body.levels.cells.map(({ ours, theirs: their, state, strength, expected, pairs }) => ({ ours, their, state, strength, expected, who: pairs.map(({ us, them }) => [us, them]) }))).toEqual([
      { ours: 'director', their: 'director', state: 'assumed', strength: 0.3, expected: true, who: [['mo', buyer]] }, { ours: 'top', their: 'top', state: null, strength: null, expected: true, who: [] },
    ]);
    expect(body.levels.met).toEqual({ met: 1, expected: 2, assumed: 1 });
    expect(body.functions.met).toEqual({ met: 1, expected: 2, assumed: 1 });
    expect(body.reached).toEqual({ met: 1, expected: 3, assumed: 0 });
    expect(body.gaps.map(({ gap, levels, functions, people, ours, candidates }) => [gap, [...levels, ...functions].join(), people.join(), ours.join(), candidates.join()])).toEqual([
      ['level_unmet', 'top', `${boss}`, '', 'dora'], ['function_unmet', 'management', `${boss}`, '', 'dora'], ['function_empty', 'engineering', '', '', ''], ['function_empty', 'quality', '', '', ''],
      ['function_empty', 'production', '', '', ''], ['function_empty', 'supply_chain', '', '', ''], ['function_empty', 'finance', '', '', ''], ['position_unknown', '', `${odd}`, '', ''],
    ]);
    expect(body.us.map(({ id }) => id)).toEqual(['dora', 'mo']);
    expect(body.can).toEqual({ add: true, placeOurs: false });
    expect((await coverage(vera)).body).toMatchObject({ can: { add: false, placeOurs: false }, them: [{ edit: false }, { edit: false }, { edit: false }] });
  });

  test('a level or function that is told counts instead of the title, with who and when; a gap closes and opens again with undo', async () => {
    const { buyer, odd } = await fill();
    const told = await api.as(mo).call('PATCH /api/people/{id}', { params: { id: odd }, body: { level: 'top', function: 'quality' } });
    expect((await api.as(mo).call('GET /api/people/{id}', { params: { id: odd } })).body).toMatchObject({ person: { level: 'top', function: 'quality' }, told: { level: { by: { id: 'mo', name: 'Mo Zhang' }, on: DAY }, function: { by: { id: 'mo' }, on: DAY } } });
    expect(await gaps(mo, 'position_unknown')).toEqual([]);
    expect((await undo(mo, told.body.event)).status).toBe(200);
    expect(await gaps(mo, 'position_unknown')).toMatchObject([{ people: [odd] }]);
    expect((await api.as(mo).call('GET /api/people/{id}', { params: { id: odd } })).body.told).toEqual({ level: null, function: null });
    // Both sides told: nothing is assumed any more.
    await api.as(mo).call('PATCH /api/people/{id}', { params: { id: buyer }, body: { level: 'director', function: 'purchasing' } });
    expect((await coverage(mo)).body.levels.met).toEqual({ met: 1, expected: 2, assumed: 0 });
    // Another edit leaves the teller as he was.
    await api.as(ada).call('PATCH /api/people/{id}', { params: { id: buyer }, body: { level: 'director', title: 'Director' } });
    expect((await api.as(mo).call('GET /api/people/{id}', { params: { id: buyer } })).body.told.level).toMatchObject({ by: { id: 'mo' } });
  });

  test('a placeholder added with its function is a known place without a name', async () => {
    await fill();
    const answer = await api.as(mo).call('POST /api/people', { body: { people: [{ name: 'Quality director', title: 'Quality director', accountId: mine, placeholder: true, collectedOn: DAY, level: 'director', function: 'quality' }] } as never });
    expect(answer.status).toBe(200);
    expect((await gaps(mo, 'function_empty')).find(({ functions }) => functions[0] === 'quality')!.people).toEqual(answer.body.ids);
  });

  test('everybody tells their own place and takes it back, a viewer too; an administrator tells everybody’s, nobody else does', async () => {
    const own = await place(vera, { title: 'Quality engineer' });
    expect(own.status).toBe(200);
    const rows = async (who: Who) => (await api.as(who).call('GET /api/positions')).body.rows;
    expect((await rows(mo)).find(({ userId }) => userId === 'vera')).toEqual({ userId: 'vera', title: 'Quality engineer', position: { level: { value: 'staff', how: 'inferred' }, function: { value: 'quality', how: 'inferred' } }, can: { tell: false } });
    expect((await undo(vera, own.body.event)).status).toBe(200);
    expect((await rows(vera)).find(({ userId }) => userId === 'vera')).toMatchObject({ title: '', can: { tell: true } });
    const other = await api.as(ada).call('PATCH /api/members/{id}/position', { params: { id: 'max' }, body: { level: 'manager', function: 'quality' } });
    expect(other.status).toBe(200);
    expect((await rows(ada)).find(({ userId }) => userId === 'max')).toMatchObject({ position: { level: { value: 'manager', how: 'told' } }, can: { tell: true } });
    expect((await store.read.selectFrom('person').select(['name', 'level_by', 'level_at']).where('user_id', '=', 'max').execute())).toEqual([{ name: 'Max Chen', level_by: 'ada', level_at: NOW.toISOString() }]);
    expect((await undo(ada, other.body.event)).status).toBe(200);
    expect((await rows(ada)).find(({ userId }) => userId === 'max')).toMatchObject({ position: { level: { value: null } } });
    expect((await api.as(dora).call('PATCH /api/members/{id}/position', { params: { id: 'max' }, body: { level: 'top' } })).status).toBe(403);
    expect((await api.as(ada).call('PATCH /api/members/{id}/position', { params: { id: 'nobody' }, body: { level: 'top' } })).status).toBe(404);
    expect((await store.read.selectFrom('person').select('id').where('user_id', '=', 'nobody').execute())).toEqual([]);
  });

  test('what is private to somebody else is as if it were not there, in cells, counts and gaps alike', async () => {
    const { boss, odd } = await fill();
    const [own] = await putPeople(store, [{ account_id: mine, name: 'Hidden', title: '财务总监', private_to: 'max', owner_id: 'max' }]);
    await place(max, { title: 'General manager' });
    const row = await store.read.selectFrom('person').select('id').where('user_id', '=', 'max').executeTakeFirstOrThrow();
    const before = (await coverage(mo)).body;
    await putTies(store, [{ between: [row.id, boss], private_to: 'max' }, { between: [row.id, own!], private_to: 'max' }]);
    expect((await coverage(mo)).body).toEqual(before);
    expect((await coverage(ada)).body.them.map(({ name }) => name)).not.toContain('Hidden');
    // Whose tie it is counts it: as a member of the team he sees his own.
    await giveTo(store, max, [mine], 'member');
    const seen = (await coverage(max)).body;
    expect(seen.levels.cells.flatMap(({ pairs }) => pairs.map(({ us, them }) => `${us} ${them}`))).toEqual(expect.arrayContaining([`max ${boss}`, `max ${own}`]));
    expect(seen.gaps.some(({ gap }) => gap === 'level_unmet')).toBe(false);
    expect((await coverage(vera)).body.them.map(({ id }) => id)).toEqual(before.them.map(({ id }) => id));
    expect(odd).toBeGreaterThan(0);
  });

  test('outsiders and people who object stand in no box and in no gap; a contact of somebody who has left is held by nobody', async () => {
    const { buyer } = await fill();
    await putPeople(store, [{ account_id: mine, kind: 'outsider', name: 'Professor', title: '教授' }, { account_id: mine, name: 'Objects', title: '财务总监', restricted_on: DAY }]);
    const { body } = await coverage(mo);
    expect([body.leftOut, body.them.length]).toEqual([{ objecting: 1, outsiders: 1, beyond: 0 }, 3]);
    await api.as(ada).call('PATCH /api/members/{id}', { params: { id: 'mo' }, body: { disabled: true } });
    expect((await coverage(ada)).body.reached).toMatchObject({ met: 0 });
    expect((await coverage(ada)).body.gaps.filter(({ people }) => people.includes(buyer)).map(({ gap }) => gap)).toEqual(['level_unmet', 'function_unmet']);
  });

  test('of one project: the people on its map, weighed by it, with who holds their contacts', async () => {
    const { buyer, boss } = await fill();
    const project = (await api.as(mo).call('POST /api/accounts/{id}/projects', { params: { id: mine }, body: { name: 'Cockpit' } })).body.ids[0]!;
    expect(fields((await coverage(mo, { project })).body)).toEqual(['project no_map']);
    const map = (await api.as(mo).call('POST /api/projects/{id}/map', { params: { id: project }, body: { from: 'empty' } as never })).body.ids[0]!;
    await api.as(mo).call('POST /api/maps/{id}/people', { params: { id: map }, body: { people: [boss], unnamed: [{ title: 'Quality director' }] } as never });
    const mark = (field: string, value: string) => ({ personId: boss, field, value, evidence: 'observed', observedOn: DAY, note: 'seen' });
    await api.as(mo).call('POST /api/maps/{id}/marks', { params: { id: map }, body: { marks: [mark('role', 'decider'), mark('closeness', 'brief')] } as never });
    const first = (await coverage(mo, { project })).body;
    expect([first.project, first.projects, first.them.map(({ id }) => id).includes(buyer), first.them.length]).toEqual([{ id: project, name: 'Cockpit' }, [{ id: project, name: 'Cockpit', closed: false }], false, 2]);
    expect(first.gaps[0]).toMatchObject({ gap: 'level_unmet', levels: ['top'], people: [boss] });
    expect(first.gaps[0]!.weight).toBeGreaterThan(0.5);
    // Met, and nobody says by whom.
    expect(first.gaps.find(({ gap }) => gap === 'holder_unknown')!.people).toEqual([boss]);
    await api.as(mo).call('POST /api/maps/{id}/marks', { params: { id: map }, body: { marks: [mark('held_by', 'dora')] } as never });
    const second = (await coverage(mo, { project })).body;
    expect(second.levels.cells.filter(({ theirs: their }) => their === 'top')).toMatchObject([{ ours: 'top', state: 'assumed', strength: null, pairs: [{ us: 'dora', them: boss, closeness: 'brief' }] }]);
    expect(second.gaps.some(({ gap, people }) => gap !== 'function_empty' && people.includes(boss))).toBe(false);
  });

  test('refuses: signed out 401; no customer or not theirs 404; projects and places that are none 422, with their paths', async () => {
    await fill();
    expect((await api.nobody.call('GET /api/accounts/{id}/coverage', { params: { id: mine } })).status).toBe(401);
    expect((await api.nobody.call('GET /api/positions')).status).toBe(401);
    expect((await api.nobody.call('PATCH /api/me/position', { body: {} })).status).toBe(401);
    const [missing, foreign] = [await coverage(mo, {}, 999_999), await coverage(mo, {}, theirs)];
    expect([missing.status, foreign.status]).toEqual([404, 404]);
    expect(foreign.body).toEqual({ ...missing.body });
    const other = (await api.as(max).call('POST /api/accounts/{id}/projects', { params: { id: theirs }, body: { name: 'Elsewhere' } })).body.ids[0]!;
    await api.as(max).call('POST /api/projects/{id}/map', { params: { id: other }, body: { from: 'empty' } as never });
    for (const project of [other, 999_999]) {
      const answer = await coverage(mo, { project });
      expect([answer.status, fields(answer.body)]).toEqual([422, ['project no_such_project']]);
    }
    expect((await coverage(mo, { project: 'x' })).status).toBe(422);
    const wrong = await place(mo, { level: 'emperor', function: 'alchemy' });
    expect([wrong.status, fields(wrong.body).map((one) => one.split(' ')[0])]).toEqual([422, ['level', 'function']]);
  });
});
