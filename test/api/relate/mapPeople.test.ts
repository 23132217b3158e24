import { beforeAll, expect, test } from 'vitest';
import type { Store } from '#storage/connect.ts';
import { startApi, type TestApi } from '../../api.ts';
import { addCompanies, addPeople, giveTo, NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';

const { ada, mo, max, vera } = PEOPLE;
const DAY = '2026-03-31';

eachEngine((_engine, open) => {
  let store: Store;
  let api: TestApi;
  let mine: number;
  let now = NOW;
  beforeAll(async () => {
    store = await open();
    await addPeople(store);
    const [first, second] = await addCompanies(store) as [number, number];
    mine = first;
    await giveTo(store, mo, [mine]);
    await giveTo(store, max, [second]);
    await giveTo(store, vera, [mine], 'member');
    api = await startApi(store, {}, { now: () => now });
  });
  const at = (day: string): void => { now = new Date(`${day}T08:00:00Z`); };
  const as = () => api.as(mo);
  const newMap = async (name: string): Promise<{ project: number; map: number }> => {
    const project = (await as().call('POST /api/accounts/{id}/projects', { params: { id: mine }, body: { name } })).body.ids[0]!;
    const map = (await as().call('POST /api/projects/{id}/map', { params: { id: project }, body: { from: 'empty' } })).body.ids[0]!;
    return { project, map };
  };
  const add = async (map: number, ...titles: string[]) => (await as().call('POST /api/maps/{id}/people', { params: { id: map }, body: { unnamed: titles.map((title) => ({ title })) } })).body;
  const put = async (map: number, ...people: number[]) => (await as().call('POST /api/maps/{id}/people', { params: { id: map }, body: { people } })).body;
  const mark = async (map: number, personId: number, field: string, value: string, observedOn = DAY) => (await as().call('POST /api/maps/{id}/marks', { params: { id: map }, body: { marks: [{ personId, field, value, observedOn, evidence: 'observed', note: 'seen' }] as never } })).body;
  const draw = async (map: number, ...lines: [number, number, string?, ('influence' | 'conflict')?][]) => (await as().call('POST /api/maps/{id}/lines', { params: { id: map }, body: { lines: lines.map(([fromId, toId, observedOn = DAY, kind = 'influence']) => ({ fromId, toId, observedOn, kind })) } })).body;
  const read = async (project: number, on?: string) => (await as().call('GET /api/projects/{id}/map', { params: { id: project }, query: on ? { on } : {} })).body.map!;
  const undo = (event: number) => as().call('POST /api/events/{id}/undo', { params: { id: event } });
  const found = async (q: string) => (await as().call('GET /api/accounts/{id}/people', { params: { id: mine }, query: { q } })).body.rows.map((row) => row.name);
  const newPerson = async (name: string, more: Record<string, unknown> = {}): Promise<number> => (await as().call('POST /api/people', { body: { people: [{ name, accountId: mine, source: 'card', collectedOn: DAY, ...more }] } })).body.ids[0]!;
  const reasons = (answer: { body: unknown }) => (answer.body as { fields: { path: string; reason: string }[] }).fields.map(({ path, reason }) => `${path} ${reason}`);

  test('a position without a name is a person like any other: found, in the audit, and gone with the undo that takes it off the map', async () => {
    const { project, map } = await newMap('Pen');
    const added = await add(map, '首席财务官', 'Head of stores');
    expect([await found('财务'), await found('stores')]).toEqual([['首席财务官'], ['Head of stores']]);
    const { rows: events } = (await api.as(ada).call('GET /api/events', { query: {} })).body;
    expect(events.slice(0, 2).map(({ verb }) => verb).sort()).toEqual(['noted', 'peopleChanged']);
    expect(JSON.stringify(events.map(({ payload }) => payload))).not.toMatch(/首席财务官|Head of stores/);
    expect((await store.read.selectFrom('person_change').select('person_id').where('person_id', 'in', added.people).where('column_name', '=', 'id').execute()).length).toBe(2);

    const back = (await undo(added.event)).body.event;
    expect([await found('财务'), (await read(project)).people, (await read(project)).members]).toEqual([[], [], []]);
    // Both events are taken back: neither can be again.
    expect([(await undo(added.event)).status, (await undo(added.event + 1)).body]).toMatchObject([409, { reason: 'already_undone' }]);
    await undo(back);
    expect([await found('财务'), (await read(project)).people.map(({ id }) => id)]).toEqual([['首席财务官'], added.people]);
  });

  test('who got a name meanwhile, or is on another map, stays when the adding is taken back', async () => {
    const [one, two] = [await newMap('One'), await newMap('Two')];
    const added = await add(one.map, 'Plant manager A', 'Plant manager B', 'Plant manager C');
    const [named, shared, gone] = added.people as [number, number, number];
    expect((await add(two.map, 'Plant manager B')).people).toEqual([shared]);
    expect((await as().call('PATCH /api/people/{id}', { params: { id: named }, body: { name: '王芳', placeholder: false, source: 'Ms Shen', collectedOn: DAY } })).status).toBe(200);
    await undo(added.event);
    expect([await found('王芳'), await found('Plant manager B'), await found('Plant manager C')]).toEqual([['王芳'], ['Plant manager B'], []]);
    expect([(await read(one.project)).people, (await read(two.project)).people.map(({ id }) => id)]).toEqual([[], [shared]]);
    expect(gone).toBeGreaterThan(0);
  });

  test('a placeholder gets a name: same person, same marks; the undo makes it a position again', async () => {
    const { project, map } = await newMap('Naming');
    const [cfo] = (await add(map, 'CFO of naming')).people as [number];
    await mark(map, cfo, 'stance', 'supporter');
    const { event } = (await as().call('PATCH /api/people/{id}', { params: { id: cfo }, body: { name: '李 明', placeholder: false, source: 'Card', collectedOn: DAY } })).body;
    expect((await read(project)).people).toMatchObject([{ id: cfo, name: '李明', title: 'CFO of naming', placeholder: false }]);
    expect((await read(project)).reading.gaps.map(({ gap }) => gap)).not.toContain('name_unknown');
    expect(await found('liming')).toEqual(['李明']);
    await undo(event);
    expect((await read(project)).people).toMatchObject([{ id: cfo, name: 'CFO of naming', placeholder: true }]);
    expect((await read(project)).reading.people[0]!.stance.value).toBe('supporter');
  });

  test('two people on one map become one: marks, lines, one membership, one place, no line to self; every earlier day reads as it did; the undo parts them', async () => {
    at('2026-01-05');
    const { project, map } = await newMap('Merging');
    const wang = await newPerson('王建国', { collectedOn: '2026-01-02', title: '财务总监' });
    const [cfo, boss, clerk] = (await add(map, 'CFO of merging', 'Boss', 'Clerk')).people as [number, number, number];
    await mark(map, cfo, 'role', 'decider', '2026-01-05');
    await mark(map, cfo, 'stance', 'opposed', '2026-01-05');
    await draw(map, [cfo, boss, '2026-01-05'], [clerk, cfo, '2026-01-05']);
    at('2026-02-10');
    await put(map, wang);
    await mark(map, wang, 'stance', 'supporter', '2026-02-10');
    const drawn = await draw(map, [wang, boss, '2026-02-10'], [wang, cfo, '2026-02-10'], [cfo, wang, '2026-02-10', 'conflict']);
    at('2026-03-01');
    await as().call('POST /api/maps/{id}/lines/end', { params: { id: map }, body: { lines: [drawn.ids[0]!] } });
    await as().call('POST /api/maps/{id}/places', { params: { id: map }, body: { places: [{ personId: cfo, x: 1, y: 1 }, { personId: wang, x: 500, y: 5 }] } });
    now = NOW;
    const before = await read(project);

    const { body: { event } } = await as().call('POST /api/people/{id}/merge', { params: { id: wang }, body: { other: cfo } });
    const after = await read(project);
    const theirs = (rows: { person: number }[]) => rows.filter(({ person }) => person === wang || person === cfo);
    expect(theirs(after.members)).toEqual([{ person: wang, joinedOn: '2026-01-05', leftOn: null }]);
    expect(theirs(after.places)).toEqual([{ person: wang, x: 500, y: 5 }]);
    expect(after.people.map(({ name }) => name).sort()).toEqual(['Boss', 'Clerk', '王建国']);
    const lineKeys = (all: typeof after) => all.reading.lines.map(({ id }) => all.lines.find((one) => one.id === id)!).map(({ from, to, kind }) => [from, to, kind]);
    expect(lineKeys(after)).toEqual([[clerk, wang, 'influence'], [wang, boss, 'influence']]);
    // What either entry was told counts: the newer stance, the older part.
    expect(after.reading.people.find(({ person }) => person === wang)).toMatchObject({ stance: { value: 'supporter' }, roles: { value: ['decider'] } });
    // Earlier days read as they did.
    expect((await read(project, '2026-01-04')).reading.people).toEqual([]);
    const january = await read(project, '2026-01-20');
    expect([january.reading.people.map(({ person, stance }) => [person, stance.value]), lineKeys(january)]).toEqual([[[wang, 'opposed'], [boss, null], [clerk, null]].sort((a, b) => (a[0] as number) - (b[0] as number)), [[wang, boss, 'influence'], [clerk, wang, 'influence']]]);
    // Taken off, nothing of him is left on it.
    const { body: off } = await as().call('POST /api/maps/{id}/people/leave', { params: { id: map }, body: { people: [wang] } });
    expect((await read(project)).reading.people.map(({ person }) => person)).toEqual([boss, clerk]);
    await undo(off.event);

    const apart = (await undo(event)).body.event;
    const { people: _, ...parted } = await read(project);
    const { people: __, ...were } = before;
    const sorted = (all: typeof parted) => ({ ...all, members: all.members.toSorted((a, b) => a.person - b.person), places: all.places.toSorted((a, b) => a.person - b.person) });
    expect(sorted(parted)).toEqual(sorted(were));
    // Done again, they are one as before.
    expect((await undo(apart)).status).toBe(200);
    const again = await read(project);
    expect([again.reading, theirs(again.members), theirs(again.places)]).toEqual([after.reading, theirs(after.members), theirs(after.places)]);
  });

  test('a table of lines with new people: all or nothing, one undo', async () => {
    const { project, map } = await newMap('Pasting');
    const zhao = await newPerson('赵六');
    const [boss] = (await add(map, 'Boss of pasting')).people as [number];
    const body = {
      join: [zhao], fresh: [{ name: '孙七' }, { name: 'Line engineer P', placeholder: true, organisation: 'Plant 2' }], evidence: 'person' as const, observedOn: DAY, note: 'Survey of 31 March',
      lines: [{ from: { id: boss }, to: { id: zhao }, weight: 3 }, { from: { fresh: 0 }, to: { id: boss }, sign: -1 as const }, { from: { fresh: 1 }, to: { fresh: 0 }, kind: 'conflict' as const }],
    };
    const paste = (change: object, who: { id: string } = mo) => api.as(who).call('POST /api/maps/{id}/lines/paste', { params: { id: map }, body: { ...body, ...change } as never });
    const pasted = await paste({});
    expect(pasted.status).toBe(200);
    const [sun, engineer] = pasted.body.people as [number, number];
    const view = await read(project);
    expect(view.people.map(({ id, name, placeholder }) => [id, name, placeholder]).sort()).toEqual([[boss, 'Boss of pasting', true], [zhao, '赵六', false], [sun, '孙七', false], [engineer, 'Line engineer P', true]].sort());
    expect(view.lines).toMatchObject([{ from: boss, to: zhao, weight: 3, sign: 1, evidence: 'person', note: 'Survey of 31 March' }, { from: sun, to: boss, sign: -1 }, { from: engineer, to: sun, kind: 'conflict' }]);
    expect(await found('孙七')).toEqual(['孙七']);
    await undo(pasted.body.event);
    expect([(await read(project)).lines, (await read(project)).people.map(({ id }) => id), await found('孙七'), await found('赵六')]).toEqual([[], [boss], [], ['赵六']]);

    expect([(await api.nobody.call('POST /api/maps/{id}/lines/paste', { params: { id: map }, body })).status, (await paste({}, max)).status, (await paste({}, vera)).status, (await as().call('POST /api/maps/{id}/lines/paste', { params: { id: 99999 }, body })).status]).toEqual([401, 404, 403, 404]);
    expect(reasons(await paste({ join: [99999], note: '', lines: [{ from: { fresh: 7 }, to: { id: boss } }] }))).toEqual(['join.0 unknown_person', 'note source_required', 'lines.0.from.fresh unknown_person']);
    expect(reasons(await paste({ fresh: [], note: '', lines: [{ from: { id: boss }, to: { id: boss } }, { from: { id: 99999 }, to: { id: boss } }, { from: { id: zhao }, to: { id: boss } }, { from: { id: zhao }, to: { id: boss } }], observedOn: '2027-01-01' }))).toEqual([
      'observedOn in_the_future', 'note source_required', 'lines.0.to line_to_self', 'lines.1.from not_on_map', 'lines.3.to twice',
    ]);
    expect((await paste({ lines: [] })).status).toBe(422);
    expect([(await read(project)).lines, await found('孙七')]).toEqual([[], []]);
  });
});
