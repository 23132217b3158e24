import { beforeAll, expect, test } from 'vitest';
import { planOf } from '#domain/insight/sand/goal.ts';
import { simulateSand } from '#domain/insight/sand/simulate.ts';
import type { Client, TestApi } from '../../api.ts';
import { PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { twoCustomers } from '../../twoCustomers.ts';

const { mo, max, vera, ada } = PEOPLE;
const ours = (percent: number | null) => ({ holder: 'ours' as const, percent });
const rival = (supplier: string, percent: number | null) => ({ holder: 'rival' as const, supplier, percent });
const open_ = (percent: number | null) => ({ holder: 'open' as const, percent });

eachEngine((_engine, open) => {
  let api: TestApi;
  let mine: number;
  let theirs: number;
  beforeAll(async () => {
    ({ api, mine, theirs } = await twoCustomers(await open()));
  });
  const as = (who: { id: string }) => api.as(who);
  const sand = async (period?: string, who: { id: string } = mo) => (await as(who).call('GET /api/accounts/{id}/sand', { params: { id: mine }, query: period ? { period } : {} })).body;
  const set = (period: string, lines: object[], more: object = {}) => as(mo).call('PUT /api/accounts/{id}/sand/wallet', { params: { id: mine }, body: { period, currency: 'CNY', lines, ...more } as never });
  const goal = (period: string, body: object) => as(mo).call('POST /api/accounts/{id}/sand/goals', { params: { id: mine }, body: { period, ...body } as never });
  const scenario = (period: string, name: string, more: object = {}) => as(mo).call('POST /api/accounts/{id}/sand/scenarios', { params: { id: mine }, body: { period, name, ...more } as never });
  const move = (id: number, body: object) => as(mo).call('POST /api/scenarios/{id}/moves', { params: { id }, body: { low: 5, likely: 5, high: 5, chance: 1, from: 'rival', supplier: 'Arbor', ...body } as never });
  const undo = async (event: number) => (await as(mo).call('POST /api/events/{id}/undo', { params: { id: event } })).status;
  const faults = (answer: { status: number; body: unknown }) => [answer.status, ...((answer.body as { fields?: { path: string; reason: string }[] }).fields ?? []).map((field) => `${field.path} ${field.reason}`)];

  test('nothing yet: this year, the currency of the workspace', async () => {
    expect(await sand()).toEqual({ period: '2026', periods: [], currency: 'CNY', lines: [], goals: [], scenarios: [], can: { describe: true } });
    expect((await sand('2030-H2', vera)).can).toEqual({ describe: false });
  });

  test('a wallet is entered as a set, changed line by line, each one event and one undo; unknown stays unknown', async () => {
    const { body: { ids, event } } = await set('2026', [
      { category: 'Glue', unit: 'Phones', size: 100_000_00, shares: [ours(20), rival('Arbor', 50), rival('Birch', null), open_(10)] },
      { category: 'Tape', shares: [rival('Arbor', 100)] },
    ]);
    const first = await sand();
    expect(first).toMatchObject({ period: '2026', periods: ['2026'], lines: [
      { id: ids[0], category: 'Glue', unit: 'Phones', size: 100_000_00, evidence: 'assumed', facts: [], shares: [{ holder: 'ours', supplier: null, percent: 20 }, { holder: 'rival', supplier: 'Arbor', percent: 50 }, { holder: 'rival', supplier: 'Birch', percent: null }, { holder: 'open', supplier: null, percent: 10 }] },
      { id: ids[1], category: 'Tape', unit: '', size: null, shares: [{ supplier: 'Arbor', percent: 100 }] },
    ] });

    const { body: changed } = await set('2026', [{ id: ids[0], category: 'Glue', unit: 'Phones', size: 120_000_00, shares: [ours(20), rival('arbor', 45)] }]);
    expect((await sand()).lines[0]).toMatchObject({ id: ids[0], size: 120_000_00, shares: [{ percent: 20 }, { supplier: 'arbor', percent: 45 }] });
    expect((await sand()).lines).toHaveLength(2);
    // Without an id the category and the unit say which line is meant.
    await set('2026', [{ category: ' glue', unit: 'PHONES', size: 130_000_00, shares: [ours(20), rival('Arbor', 45)] }]).then(({ body }) => expect(body.ids).toEqual([ids[0]]));
    expect(await undo(changed.event)).toBe(409);
    const { body: { events } } = { body: { events: (await as(ada).call('GET /api/events', {})).body.rows } };
    expect(events.slice(0, 3).map((row) => row.verb)).toEqual(['noted', 'noted', 'noted']);
    expect(await undo(events[0]!.id)).toBe(200);
    expect(await undo(changed.event)).toBe(200);
    expect((await sand()).lines).toEqual(first.lines);

    const { body: gone } = await as(mo).call('POST /api/accounts/{id}/sand/wallet/withdraw', { params: { id: mine }, body: { ids: [ids[0]!] } });
    expect((await sand()).lines.map((line) => line.category)).toEqual(['Tape']);
    expect(await undo(gone.event)).toBe(200);
    expect((await sand()).lines).toEqual(first.lines);
    expect(await undo(event)).toBe(200);
    expect((await sand()).lines).toEqual([]);
  });

  test('a line that rests on a fact is proven by it', async () => {
    const { body: { ids: [fact] } } = await as(mo).call('POST /api/accounts/{id}/facts', { params: { id: mine }, body: { facts: [{ statement: 'Buys 40 t of glue', evidence: 'document', source: 'Tender, p. 2', observedOn: '2026-03-30' }] } });
    const { body: { ids: [id] } } = await set('2020', [{ category: 'Glue', facts: [fact] }]);
    expect((await sand('2020')).lines[0]).toMatchObject({ evidence: 'proven', facts: [{ id: fact, state: 'proven' }] });
    await set('2020', [{ id, category: 'Glue', size: 5 }]);
    expect((await sand('2020')).lines[0]!.facts).toHaveLength(1);
    await set('2020', [{ id, category: 'Glue', size: 5, facts: [] }]);
    expect((await sand('2020')).lines[0]!.evidence).toBe('assumed');
  });

  test('scenarios: opened, copied with the same figures, renamed, withdrawn; moves planned, changed, taken back', async () => {
    const { body: { ids: [glue, tape] } } = await set('2027', [{ category: 'Glue', size: 100_000_000, shares: [ours(20), rival('Arbor', 50)] }, { category: 'Tape', size: 40_000_000, shares: [rival('Arbor', 80), open_(20)] }, { category: 'Film', shares: [rival('Arbor', 10)] }]);
    await goal('2027', { kind: 'sales', amount: 28_000_000, currency: 'CNY' });
    await goal('2027', { kind: 'competition', rival: 'Arbor', percent: 55 });
    await goal('2027', { kind: 'market', text: 'Second source in all units' });
    const { body: { ids: [base] } } = await scenario('2027', 'Steady');
    const { body: { ids: [point] } } = await as(mo).call('POST /api/accounts/{id}/opportunities', { params: { id: mine }, body: { opportunities: [{ title: 'Faster glue', category: 'Glue' }] } });
    const { body: { ids: [first] } } = await move(base!, { lineId: glue, low: 5, likely: 10, high: 15, chance: 0.6, opportunityId: point, text: 'Certify, then bid' });
    await move(base!, { lineId: tape, from: 'open', supplier: null, low: 10, likely: 10, high: 10, chance: 0.5 });
    const { body: { ids: [copy] } } = await scenario('2027', 'Bold', { copyOf: base });
    const table = await sand('2027');
    expect(table.goals.map((one) => [one.kind, one.amount, one.rival, one.percent, one.text])).toEqual([['sales', 28_000_000, null, null, ''], ['competition', null, 'Arbor', 55, ''], ['market', null, null, null, 'Second source in all units']]);
    expect(table.scenarios.map((one) => [one.name, one.moves.length])).toEqual([['Steady', 2], ['Bold', 2]]);
    expect(table.scenarios[0]!.moves[0]).toMatchObject({ id: first, lineId: glue, from: 'rival', supplier: 'Arbor', chance: 0.6, text: 'Certify, then bid', opportunity: { id: point, title: 'Faster glue', stage: 'seen' } });
    expect(table.scenarios[0]!.moves[0]!.opportunity!.priority).toBeGreaterThan(0);

    // The server and the screen run the same function on the same figures.
    const simulated = async (id: number, query = {}) => (await as(vera).call('GET /api/scenarios/{id}/simulation', { params: { id }, query })).body;
    const server = await simulated(base!);
    const { scenario: named, currency, goal: wanted, ...result } = server;
    expect([named, currency, wanted]).toEqual([{ id: base, name: 'Steady', period: '2027' }, 'CNY', 28_000_000]);
    expect(simulateSand(planOf(table.lines, table.scenarios[0]!.moves, table.goals), 10_000, table.scenarios[0]!.seed)).toEqual(result);
    const twin = await simulated(copy!);
    expect([twin.p10, twin.p50, twin.p90, twin.mean, twin.chance]).toEqual([server.p10, server.p50, server.p90, server.mean, server.chance]);
    expect(await simulated(base!, { runs: 500, seed: 9 })).toMatchObject({ runs: 500, seed: 9 });

    const { body: edited } = await as(mo).call('PATCH /api/sand-moves/{id}', { params: { id: first! }, body: { chance: 1, from: 'unknown', supplier: null } });
    expect((await sand('2027')).scenarios[0]!.moves[0]).toMatchObject({ from: 'unknown', supplier: null, chance: 1, likely: 10 });
    expect(await undo(edited.event)).toBe(200);
    expect((await sand('2027')).scenarios).toEqual(table.scenarios);
    const { body: taken } = await as(mo).call('POST /api/sand-moves/{id}/withdraw', { params: { id: first! }, body: { withdrawn: true } });
    expect((await sand('2027')).scenarios[0]!.moves).toHaveLength(1);
    expect(await undo(taken.event)).toBe(200);
    // A line takes the moves on it along, and one undo brings all back.
    const { body: line } = await as(mo).call('POST /api/accounts/{id}/sand/wallet/withdraw', { params: { id: mine }, body: { ids: [glue!] } });
    expect((await sand('2027')).scenarios.map((one) => one.moves.length)).toEqual([1, 1]);
    expect(await undo(line.event)).toBe(200);
    expect(await sand('2027')).toEqual(table);
    await as(mo).call('PATCH /api/scenarios/{id}', { params: { id: copy! }, body: { name: 'Bolder', seed: 5 } });
    expect((await sand('2027')).scenarios[1]).toMatchObject({ name: 'Bolder', seed: 5 });
    const { body: away } = await as(mo).call('POST /api/scenarios/{id}/withdraw', { params: { id: copy! }, body: { withdrawn: true } });
    expect((await sand('2027')).scenarios.map((one) => one.name)).toEqual(['Steady']);
    expect((await as(mo).call('GET /api/scenarios/{id}/simulation', { params: { id: copy! } })).status).toBe(404);
    expect(await undo(away.event)).toBe(200);
    const [sales] = table.goals;
    await as(mo).call('PATCH /api/sand-goals/{id}', { params: { id: sales!.id }, body: { amount: 30_000_000 } });
    expect((await simulated(base!)).goal).toBe(30_000_000);
    await as(mo).call('POST /api/sand-goals/{id}/withdraw', { params: { id: sales!.id }, body: { withdrawn: true } });
    expect(await simulated(base!)).toMatchObject({ goal: null, chance: null });
  });

  test('422 names every field, and nothing is kept', async () => {
    expect(faults(await set('27', [{ category: ' ', size: -1, shares: [{ holder: 'us', percent: 101 }] }], { currency: 'yuan' }))).toEqual([422, 'period invalid_format', 'currency invalid_format', 'lines.0.category too_small', 'lines.0.size too_small', 'lines.0.shares.0.holder invalid_value', 'lines.0.shares.0.percent too_big']);
    expect(faults(await set('2031', []))).toEqual([422, 'lines too_small']);
    expect(faults(await set('2031', [{ category: 'A', shares: [ours(60), rival('X', 41)] }, { category: 'a', shares: [rival('', 1), rival('X', 1), rival('x', 1)] }, { id: 999_999, category: 'B', facts: [77] }]))).toEqual([
      422, 'lines.0.shares above_whole', 'lines.1.category line_twice', 'lines.1.shares.0.supplier required', 'lines.1.shares.2.supplier supplier_twice', 'lines.2.id unknown_line', 'lines.2.facts.0 unknown_fact']);
    await set('2031', [{ category: 'A', shares: [rival('X', 10)] }]);
    expect(faults(await set('2031', [{ category: 'B' }], { currency: 'USD' }))).toEqual([422, 'currency other_currency']);
    expect(faults(await set('2031', Array.from({ length: 200 }, (_, n) => ({ category: `C${n}` }))))).toEqual([422, 'lines too_many']);
    expect(faults(await goal('2031', { kind: 'sales' }))).toEqual([422, 'amount required']);
    expect(faults(await goal('2031', { kind: 'sales', amount: 5, currency: 'USD' }))).toEqual([422, 'currency other_currency']);
    expect(faults(await goal('2031', { kind: 'sales', amount: 5 }))).toEqual([422, 'currency required']);
    await goal('2031', { kind: 'sales', amount: 5, currency: 'CNY' });
    expect(faults(await goal('2031', { kind: 'sales', amount: 6, currency: 'CNY' }))).toEqual([422, 'kind goal_twice']);
    // The only line may change its currency together with nothing else in the way: here a goal is.
    expect(faults(await set('2031', [{ category: 'A' }], { currency: 'USD' }))).toEqual([422, 'currency other_currency']);
    const { body: { ids: [id] } } = await scenario('2031', 'One');
    expect(faults(await scenario('2031', 'one', { copyOf: 1_000_000 }))).toEqual([422, 'name key_taken', 'copyOf unknown_scenario']);
    const { lines: [line] } = await sand('2031');
    expect(faults(await move(id!, { lineId: 1_000_000, likely: 9, chance: 2, high: 101 }))).toEqual([422, 'high too_big', 'chance too_big']);
    expect(faults(await move(id!, { lineId: 1_000_000, likely: 9, opportunityId: 1_000_000 }))).toEqual([422, 'lineId unknown_line', 'likely not_rising', 'opportunityId unknown_opportunity']);
    expect(faults(await move(id!, { lineId: line!.id, supplier: 'Nobody' }))).toEqual([422, 'supplier unknown_supplier']);
    expect(faults(await move(id!, { lineId: line!.id, supplier: ' x ' }))).toEqual([200]);
    expect(await sand('2031')).toMatchObject({ lines: [{ category: 'A' }], goals: [{ amount: 5 }], scenarios: [{ moves: [{ supplier: 'x' }] }] });
  });

  test('401, 403 for who only reads, 404 for what is not theirs as for what is not there', async () => {
    await set('2032', [{ category: 'A', shares: [rival('Arbor', 50)] }]);
    const { lines: [line] } = await sand('2032');
    const { body: { ids: [own] } } = await scenario('2032', 'Own');
    const { body: { ids: [played] } } = await move(own!, { lineId: line!.id });
    const { body: { ids: [aim] } } = await goal('2032', { kind: 'market', text: 'More' });
    const asked = (client: Client, account: number, ids: { scenario: number; move: number; goal: number; line: number }) => Promise.all([
      client.call('GET /api/accounts/{id}/sand', { params: { id: account } }),
      client.call('GET /api/scenarios/{id}/simulation', { params: { id: ids.scenario } }),
      client.call('PUT /api/accounts/{id}/sand/wallet', { params: { id: account }, body: { period: '2032', currency: 'CNY', lines: [{ category: 'B' }] } }),
      client.call('POST /api/accounts/{id}/sand/wallet/withdraw', { params: { id: account }, body: { ids: [ids.line] } }),
      client.call('POST /api/accounts/{id}/sand/goals', { params: { id: account }, body: { period: '2032', kind: 'market', text: 'x' } }),
      client.call('PATCH /api/sand-goals/{id}', { params: { id: ids.goal }, body: { text: 'x' } }),
      client.call('POST /api/sand-goals/{id}/withdraw', { params: { id: ids.goal }, body: { withdrawn: true } }),
      client.call('POST /api/accounts/{id}/sand/scenarios', { params: { id: account }, body: { period: '2032', name: 'x' } }),
      client.call('PATCH /api/scenarios/{id}', { params: { id: ids.scenario }, body: { name: 'x' } }),
      client.call('POST /api/scenarios/{id}/withdraw', { params: { id: ids.scenario }, body: { withdrawn: true } }),
      client.call('POST /api/scenarios/{id}/moves', { params: { id: ids.scenario }, body: { lineId: ids.line, from: 'unknown', low: 1, likely: 1, high: 1, chance: 1 } }),
      client.call('PATCH /api/sand-moves/{id}', { params: { id: ids.move }, body: { text: 'x' } }),
      client.call('POST /api/sand-moves/{id}/withdraw', { params: { id: ids.move }, body: { withdrawn: true } }),
    ]);
    const ids = { scenario: own!, move: played!, goal: aim!, line: line!.id };
    expect((await asked(api.nobody, mine, ids)).map((answer) => answer.status)).toEqual(Array(13).fill(401));
    expect((await asked(as(vera), mine, ids)).map((answer) => answer.status)).toEqual([200, 200, ...Array(11).fill(403)]);
    const notTheirs = await asked(as(max), mine, ids);
    const absent = await asked(as(max), 99_999, { scenario: 99_999, move: 99_999, goal: 99_999, line: 99_999 });
    expect(notTheirs.map((answer) => answer.status)).toEqual(Array(13).fill(404));
    expect(notTheirs.map((answer) => answer.body)).toEqual(absent.map((answer) => answer.body));
    // A line of somebody else's customer cannot be withdrawn through one's own.
    expect((await as(max).call('POST /api/accounts/{id}/sand/wallet/withdraw', { params: { id: theirs }, body: { ids: [line!.id] } })).status).toBe(404);
    expect(await sand('2032')).toMatchObject({ lines: [{ category: 'A' }], goals: [{ text: 'More' }], scenarios: [{ name: 'Own', moves: [{}] }] });
  });
});
