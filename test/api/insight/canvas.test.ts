import { expect, test } from 'vitest';
import { addDays } from '#domain/day.ts';
import type { Store } from '#storage/connect.ts';
import { startApi, type Client } from '../../api.ts';
import { addCompanies, addPeople, giveTo, NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';

const { ada, mo, vera } = PEOPLE;
const TODAY = NOW.toISOString().slice(0, 10);
const FACT = { statement: 'The market grows by 9 % a year', source: 'Trade press, 3 March', evidence: 'document', kind: 'market', observedOn: '2026-03-03' } as const;

async function fill(store: Store) {
  await addPeople(store);
  const [mine, other] = await addCompanies(store) as [number, number];
  await giveTo(store, mo, [mine]);
  await giveTo(store, vera, [mine], 'member');
  const api = await startApi(store, {}, { now: () => NOW });
  return { api, mine, other };
}
const record = async (client: Client, id: number, ...facts: object[]) => ((await client.call('POST /api/accounts/{id}/facts', { params: { id }, body: { facts: facts.map((fact) => ({ ...FACT, ...fact })) } as never })).body as { ids: number[] }).ids;
const sheet = async (client: Client, id: number) => (await client.call('GET /api/accounts/{id}/canvas', { params: { id } })).body;
const undo = async (client: Client, id: number) => (await client.call('POST /api/events/{id}/undo', { params: { id } })).status;
const fieldsOf = ({ status, body }: { status: number; body: unknown }) => [status, ...((body as { fields?: { path: string; reason: string }[] }).fields ?? []).map((field) => `${field.path} ${field.reason}`)];

eachEngine((_engine, open) => {
  test('the sheet: facts where their kind belongs or where they were placed, best first, eight of them; two figures; who may own questions', async () => {
    const { api, mine } = await fill(await open());
    const as = api.as(mo);
    const ids = await record(as, mine, {}, { block: 'supply', topic: 'criteria', kind: 'other' }, { kind: 'other' }, ...Array.from({ length: 9 }, () => ({ observedOn: '2024-01-01' })));
    await as.call('POST /api/accounts/{id}/questions', { params: { id: mine }, body: { questions: [1, 2, 3, 4].map((n) => ({ block: 'environment' as const, topic: 'rivals', text: `Question ${n}`, dueOn: addDays(TODAY, 9 - n) })) } });
    const answer = await sheet(as, mine);
    expect(answer).toMatchObject({ account: { id: mine }, asOf: TODAY, understood: false, stale: [], can: { describe: true, record: true }, unplaced: { count: 1, facts: [{ id: ids[2] }] } });
    expect(answer.completeness).toBeCloseTo(1 / 42, 10);
    expect(answer.people.map((person) => person.name)).toEqual(['Ada Lin', 'Dora Wu', 'Mo Zhang', 'Vera Guo']);
    const [environment, , , , , supply] = answer.blocks;
    expect(environment).toMatchObject({ key: 'environment', factCount: 10, openCount: 4, answeredCount: 0, completeness: 0, judgement: null, grounds: 'proven' });
    expect(environment!.facts.map((fact) => fact.id)).toEqual([ids[0], ...ids.slice(5).reverse()]);
    expect(environment!.questions.map((question) => question.text)).toEqual(['Question 4', 'Question 3', 'Question 2']);
    expect(environment!.points.find((point) => point.key === 'rivals')).toEqual({ key: 'rivals', by: null, asked: true });
    expect(supply).toMatchObject({ completeness: 1 / 6, state: 'fresh', facts: [{ id: ids[1], block: 'supply', topic: 'criteria' }] });
    expect((await sheet(api.as(vera), mine)).can).toEqual({ describe: false, record: false });
    // The drawer asks for everything of a block, and for what stands nowhere.
    const listed = async (block: string) => (await as.call('GET /api/accounts/{id}/facts', { params: { id: mine }, query: { block: block as never } })).body.rows.map((row) => row.id);
    expect([(await listed('environment')).length, await listed('supply'), await listed('none'), await listed('positions')]).toEqual([10, [ids[1]], [ids[2]], []]);
  });

  test('facts are moved, with a point or without, each move an event of its own that can be undone; a fact edited by its place too', async () => {
    const { api, mine } = await fill(await open());
    const as = api.as(mo);
    const ids = await record(as, mine, {}, {});
    const place = async (facts: number[], block: string | null, topic: string | null = null) => (await as.call('POST /api/accounts/{id}/places', { params: { id: mine }, body: { facts, block: block as never, topic } })).body.events;
    const places = async () => (await as.call('GET /api/accounts/{id}/facts', { params: { id: mine } })).body.rows.toReversed().map((row) => [row.block, row.topic]);
    const [first, second] = await place(ids, 'supply', 'criteria');
    expect(await places()).toEqual([['supply', 'criteria'], ['supply', 'criteria']]);
    expect(await place(ids, 'supply', 'criteria')).toEqual([]);
    expect(await undo(as, second!)).toBe(200);
    expect(await places()).toEqual([['supply', 'criteria'], [null, null]]);
    const [third] = await place([ids[0]!], 'strategy');
    // The earlier move was made again since.
    expect([await undo(as, first!), await undo(as, third!), await undo(as, first!)]).toEqual([409, 200, 200]);
    expect(await places()).toEqual([[null, null], [null, null]]);
    const edited = await as.call('PATCH /api/facts/{id}', { params: { id: ids[0]! }, body: { block: 'investment', topic: 'timing' } });
    expect([edited.status, await places()]).toEqual([200, [['investment', 'timing'], [null, null]]]);
    expect(await undo(as, edited.body.event)).toBe(200);
  });

  test('a judgement: versions, the newest counts, an empty one takes it back; kept apart from the figures', async () => {
    const { api, mine } = await fill(await open());
    const as = api.as(mo);
    const judge = async (text: string) => (await as.call('POST /api/accounts/{id}/judgements', { params: { id: mine }, body: { block: 'strategy', text } })).body.event;
    const now = async () => (await sheet(as, mine)).blocks[1]!;
    await judge('They will build, not buy');
    const second = await judge('They will buy');
    expect(await now()).toMatchObject({ judgement: { text: 'They will buy', by: { id: 'mo' } }, completeness: 0, freshness: null, state: 'empty', grounds: 'assumed' });
    expect(await judge(' They will buy ')).toBe(0);
    const gone = await judge('');
    expect((await now()).judgement).toBeNull();
    expect(await undo(as, gone)).toBe(200);
    expect((await now()).judgement!.text).toBe('They will buy');
    expect(await undo(as, second)).toBe(200);
    expect((await now()).judgement!.text).toBe('They will build, not buy');
    const { rows } = (await as.call('GET /api/accounts/{id}/judgements', { params: { id: mine }, query: { block: 'strategy' } })).body;
    expect(rows.map((row) => row.text)).toEqual(['They will build, not buy']);
    expect((await as.call('GET /api/accounts/{id}/timeline', { params: { id: mine } })).body.rows[0]).toMatchObject({ verb: 'noted', payload: { noun: 'judgement' } });
  });

  test('refusals: 401, 403 for who only reads, 404 for what is not theirs as for what is not there, 409, 422 with every path', async () => {
    const { api, mine, other } = await fill(await open());
    const [own] = await record(api.as(mo), mine, {});
    const [foreign] = await record(api.as(ada), other, {});
    const asked = (client: Client, account: number, fact: number) => Promise.all([
      client.call('GET /api/accounts/{id}/canvas', { params: { id: account } }),
      client.call('GET /api/accounts/{id}/judgements', { params: { id: account }, query: { block: 'supply' } }),
      client.call('POST /api/accounts/{id}/judgements', { params: { id: account }, body: { block: 'supply', text: 'x' } }),
      client.call('POST /api/accounts/{id}/places', { params: { id: account }, body: { facts: [fact], block: 'supply' } }),
    ]);
    const statuses = async (client: Client, account: number, fact: number) => (await asked(client, account, fact)).map((answer) => answer.status);
    expect(await statuses(api.nobody, mine, own!)).toEqual([401, 401, 401, 401]);
    expect(await statuses(api.as(vera), mine, own!)).toEqual([200, 200, 403, 403]);
    const [notTheirs, absent] = [await asked(api.as(mo), other, foreign!), await asked(api.as(mo), 99_999, 99_999)];
    expect(notTheirs.map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
    expect(notTheirs.map((answer) => answer.body)).toEqual(absent.map((answer) => answer.body));
    const as = api.as(mo);
    const place = (facts: number[], block: unknown, topic: unknown = null, account = mine) => as.call('POST /api/accounts/{id}/places', { params: { id: account }, body: { facts, block, topic } as never });
    // One's own customer, somebody else's fact.
    expect((await place([foreign!], 'supply')).status).toBe(404);
    expect((await place([own!, foreign!], 'supply')).status).toBe(404);
    expect((await api.as(ada).call('POST /api/accounts/{id}/places', { params: { id: other }, body: { facts: [own!], block: 'supply' } })).status).toBe(404);
    expect(fieldsOf(await place([], 'moon', 1))).toEqual([422, 'facts too_small', 'block invalid_value', 'topic invalid_type']);
    expect(fieldsOf(await place([own!], 'supply', 'goals'))).toEqual([422, 'topic unknown_point']);
    expect(fieldsOf(await place([own!], null, 'goals'))).toEqual([422, 'topic unknown_point']);
    expect(fieldsOf(await as.call('POST /api/accounts/{id}/judgements', { params: { id: mine }, body: { block: 'moon', text: 'x'.repeat(1001) } as never }))).toEqual([422, 'block invalid_value', 'text too_big']);
    expect(fieldsOf(await as.call('POST /api/accounts/{id}/facts', { params: { id: mine }, body: { facts: [{ ...FACT, block: 'supply', topic: 'goals' }, { ...FACT, topic: 'goals' }] } }))).toEqual([422, 'facts.0.topic unknown_point', 'facts.1.topic unknown_point']);
    expect(fieldsOf(await as.call('PATCH /api/facts/{id}', { params: { id: own! }, body: { topic: 'goals' } }))).toEqual([422, 'topic unknown_point']);
    await as.call('POST /api/facts/{id}/withdraw', { params: { id: own! }, body: { withdrawn: true } });
    expect(await place([own!], 'supply')).toMatchObject({ status: 409, body: { reason: 'fact_withdrawn' } });
  });
});
