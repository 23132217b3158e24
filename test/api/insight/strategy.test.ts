import { beforeAll, expect, test } from 'vitest';
import type { TestApi } from '../../api.ts';
import { PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { twoCustomers } from '../../twoCustomers.ts';

const { ada, mo, max, vera } = PEOPLE;
const FACT = { kind: 'strategy' as const, statement: 'Builds a plant in Penang', evidence: 'document' as const, source: 'Annual report, p. 12', observedOn: '2026-03-01' };
const said = (answer: { body: unknown }): string[] => (answer.body as { fields: { path: string; reason: string }[] }).fields.map(({ path, reason }) => `${path} ${reason}`);

eachEngine((_engine, open) => {
  let api: TestApi;
  let mine: number;
  let facts: number[];
  beforeAll(async () => {
    ({ api, mine } = await twoCustomers(await open()));
    facts = (await api.as(mo).call('POST /api/accounts/{id}/facts', { params: { id: mine }, body: { facts: [FACT, { ...FACT, statement: 'A guess', evidence: 'assumption', source: '' }, { ...FACT, statement: 'Old news', observedOn: '2015-01-01' }] } })).body.ids;
  });
  const strategy = async (who: { id: string } = mo) => (await api.as(who).call('GET /api/accounts/{id}/strategy', { params: { id: mine } })).body;
  const undo = (event: number) => api.as(mo).call('POST /api/events/{id}/undo', { params: { id: event } });

  test('goals, investment areas and scope: noted as a set, changed, withdrawn; each stands on its facts; every step is undone', async () => {
    const { status, body: { ids, event } } = await api.as(mo).call('POST /api/accounts/{id}/strategy', { params: { id: mine }, body: { items: [
      { kind: 'goal', text: '三年内声学销售翻番', horizon: 'mid', fromOn: '2026-01-01', toOn: '2028-12-31' },
      { kind: 'investment', text: 'Plant in Penang', horizon: 'long', amount: 320_000_000_00, currency: 'CNY', facts: [facts[0]!, facts[1]!] },
      { kind: 'scope', text: 'Consumer only', facts: [facts[2]!] }] } });
    expect([status, ids.length]).toEqual([200, 3]);
    const shown = await strategy();
    expect(shown.items.map(({ kind, text, state, facts: cites, amount, by }) => [kind, text, state, cites, amount, by?.name])).toEqual([
      ['goal', '三年内声学销售翻番', 'assumed', [], null, 'Mo Zhang'], ['investment', 'Plant in Penang', 'proven', [facts[0], facts[1]], 320_000_000_00, 'Mo Zhang'], ['scope', 'Consumer only', 'stale', [facts[2]], null, 'Mo Zhang']]);
    expect(shown.facts.map(({ id }) => id).toSorted()).toEqual(facts.toSorted());

    const changed = await api.as(mo).call('PATCH /api/strategy/{id}', { params: { id: ids[0]! }, body: { toOn: '2027-12-31', facts: [facts[0]!] } });
    expect((await strategy()).items[0]).toMatchObject({ text: '三年内声学销售翻番', fromOn: '2026-01-01', toOn: '2027-12-31', state: 'proven' });
    await undo(changed.body.event);
    expect((await strategy()).items[0]).toMatchObject({ toOn: '2028-12-31', state: 'assumed' });
    const gone = await api.as(mo).call('POST /api/strategy/{id}/withdraw', { params: { id: ids[1]! }, body: { withdrawn: true } });
    expect((await strategy()).items).toHaveLength(2);
    await undo(gone.body.event);
    await undo(event);
    expect((await strategy()).items).toEqual([]);
  });

  test('what business they are in: the newest counts, the former are its history; withdrawn, the one before counts again', async () => {
    const state = (business: string, cites: number[] = []) => api.as(mo).call('POST /api/accounts/{id}/business', { params: { id: mine }, body: { sells: 'Fruit', business, soNeeds: 'Presses', facts: cites } });
    await state('Fruit trade');
    const { body: { ids: [juice] } } = await state('Juice', [facts[0]!]);
    const told = async () => (await strategy()).business.map(({ business, state: known }) => `${business} ${known}`);
    expect(await told()).toEqual(['Juice proven', 'Fruit trade assumed']);
    const { body: { event } } = await api.as(mo).call('POST /api/business/{id}/withdraw', { params: { id: juice! }, body: { withdrawn: true } });
    expect(await told()).toEqual(['Fruit trade assumed']);
    await undo(event);
    expect(await told()).toEqual(['Juice proven', 'Fruit trade assumed']);
    expect(said(await api.as(mo).call('POST /api/accounts/{id}/business', { params: { id: mine }, body: { sells: '', business: ' ' } }))).toEqual(['sells too_small', 'business too_small']);
    expect(said(await state('Juice', [999_999]))).toEqual(['facts.0 unknown_fact']);
  });

  const read = (who: { id: string }, text: string, fileName = 'org.csv') => api.as(who).call('POST /api/accounts/{id}/organisation/read', { params: { id: mine }, query: { fileName }, body: new TextEncoder().encode(text) });
  const bring = (asOf: string, units: readonly object[], who: { id: string } = mo) => api.as(who).call('POST /api/accounts/{id}/organisation', { params: { id: mine }, body: { asOf, source: 'handbook', units: units as never } });
  const inForce = async (on?: string) => (await api.as(vera).call('GET /api/accounts/{id}/organisation', { params: { id: mine }, query: { on } })).body;

  test('an organisation is read without being kept, kept as of a day, in force from that day on, and compared', async () => {
    const first = await read(mo, '编码,部门名称,上级编码,负责人岗位,负责人\n1,集团,,总裁,某人\n2,采购部,1,采购总监,\n3,研发,1,,\n');
    expect(first.body).toMatchObject({ form: 'parents', faults: [], faultCount: 0, tops: 1, depth: 2, persons: ['负责人'] });
    expect(await inForce()).toEqual({ version: null, units: [] });
    const { body: { ids: [old] } } = await bring('2025-01-01', first.body.units);
    const second = await read(mo, 'Group, Ltd\n  采购部\n  研发, all\n', 'org.txt');
    expect(second.body.units.map(({ name }) => name)).toEqual(['Group, Ltd', '采购部', '研发, all']);
    const later = (await read(mo, '编码\t部门名称\t上级编码\t负责人岗位\n1\t集团\t\t总裁\n2\t供应链中心\t1\t采购总监\n3\t研发\t2\t\n4\t质量\t1\t\n')).body.units;
    const { body: { ids: [now], event } } = await bring('2026-02-01', later);
    expect([(await inForce('2024-12-31')).version, (await inForce('2026-01-31')).version?.id, (await inForce('2026-02-01')).version?.id, (await inForce()).units.length]).toEqual([null, old, now, 4]);
    const { changes } = (await api.as(vera).call('GET /api/accounts/{id}/organisation/compare', { params: { id: mine }, query: { before: old!, after: now! } })).body;
    expect(changes.map(({ kind, name, from, to }) => [kind, name, from, to])).toEqual([['renamed', '供应链中心', '采购部', '供应链中心'], ['moved', '研发', '集团', '集团 / 供应链中心'], ['added', '质量', null, '集团']]);
    await undo(event);
    expect((await inForce()).version?.id).toBe(old);
    const { body: { event: gone } } = await api.as(mo).call('POST /api/organisations/{id}/withdraw', { params: { id: old! }, body: { withdrawn: true } });
    expect((await inForce()).version).toBeNull();
    await undo(gone);
    expect((await strategy()).organisations.map(({ id, units, source, by }) => [id, units, source, by?.name])).toEqual([[old, 3, 'handbook', 'Mo Zhang']]);
  });

  test('faults of a table name their rows; nothing of a faulty organisation is kept', async () => {
    const { body } = await read(mo, '编码\t名称\t上级\n1\tA\t2\n2\tB\t1\n2\tC\t9\n');
    expect(body.faults.map(({ row, reason }) => `${row} ${reason}`)).toEqual(['2 cycle', '4 code_twice', '4 unknown_parent']);
    const kept = (await strategy()).organisations.length;
    const bad = await bring('2026-02-30', [{ unit: 1, parent: 2, name: 'A' }, { unit: 2, parent: 1, name: '' }, { unit: 2, name: 'C', people: 0.5 }]);
    expect([bad.status, said(bad)]).toEqual([422, ['asOf no_such_day', 'units.1.name name_required', 'units.2.unit unit_twice', 'units.2.people people_out_of_range', 'units.0.parent cycle']]);
    expect(said(await bring('2199-01-01', [{ unit: 1, name: 'A' }]))).toEqual(['asOf in_the_future']);
    expect(said(await bring('2026-01-01', Array.from({ length: 2001 }, (_, n) => ({ unit: n + 1, name: `U${n}` }))))).toEqual(['units too_many_units']);
    expect((await strategy()).organisations).toHaveLength(kept);
    expect((await read(mo, '%PDF-1.7 nothing')).body).toMatchObject({ reason: 'file_other_kind' });
  });

  test('two thousand units are read, kept and shown', async () => {
    const text = Array.from({ length: 2000 }, (_, n) => `${'\t'.repeat(n % 3)}Unit ${n}`).join('\n');
    const { body } = await read(ada, text);
    expect([body.units.length, body.faults]).toEqual([2000, []]);
    const { status, body: { event } } = await bring('2026-03-01', body.units);
    expect([status, (await inForce()).units.length]).toEqual([200, 2000]);
    await undo(event);
  });

  test('not signed in, not theirs, not allowed, not valid', async () => {
    const { body: { ids: [item] } } = await api.as(mo).call('POST /api/accounts/{id}/strategy', { params: { id: mine }, body: { items: [{ kind: 'goal', text: 'Mine' }] } });
    const { body: { ids: [said1] } } = await api.as(mo).call('POST /api/accounts/{id}/business', { params: { id: mine }, body: { sells: 'a', business: 'b' } });
    const { body: { ids: [version] } } = await bring('2026-01-15', [{ unit: 1, name: 'A' }]);
    const add = { params: { id: mine }, body: { items: [{ kind: 'goal' as const, text: 'x' }] } };
    const off = { withdrawn: true };
    for (const [who, see, write] of [[max, 404, 404], [vera, 200, 403]] as const) {
      const as = api.as(who);
      const seen = [await as.call('GET /api/accounts/{id}/strategy', { params: add.params }), await as.call('GET /api/accounts/{id}/organisation', { params: add.params }), await as.call('GET /api/accounts/{id}/organisation/compare', { params: add.params, query: { before: version!, after: version! } })];
      const written = [
        await as.call('POST /api/accounts/{id}/strategy', add), await as.call('PATCH /api/strategy/{id}', { params: { id: item! }, body: { text: 'y' } }), await as.call('POST /api/strategy/{id}/withdraw', { params: { id: item! }, body: off }),
        await as.call('POST /api/accounts/{id}/business', { params: { id: mine }, body: { sells: 'a', business: 'b' } }), await as.call('POST /api/business/{id}/withdraw', { params: { id: said1! }, body: off }),
        await read(who, 'A'), await bring('2026-01-01', [{ unit: 1, name: 'A' }], who), await as.call('POST /api/organisations/{id}/withdraw', { params: { id: version! }, body: off })];
      expect([who.id, seen.map(({ status }) => status), written.map(({ status }) => status)]).toEqual([who.id, seen.map(() => see), written.map(() => write)]);
    }
    expect((await strategy(vera)).can).toEqual({ describe: false });
    expect((await api.nobody.call('GET /api/accounts/{id}/strategy', { params: add.params })).status).toBe(401);
    expect((await api.as(mo).call('PATCH /api/strategy/{id}', { params: { id: 999_999 }, body: { text: 'y' } })).status).toBe(404);
    expect((await api.as(mo).call('GET /api/accounts/{id}/organisation/compare', { params: add.params, query: { before: version!, after: 999_999 } })).body).toMatchObject({ code: 'not_found', reason: 'organisation' });
    expect(said(await api.as(mo).call('POST /api/accounts/{id}/strategy', { params: { id: mine }, body: { items: [{ kind: 'goal', text: 'x', toOn: '2026-02-30', amount: 5, facts: [999_999] }, { kind: 'goal', text: 'y', fromOn: '2026-02-01', toOn: '2026-01-01' }] } })))
      .toEqual(['items.0.toOn no_such_day', 'items.0.currency required', 'items.1.toOn ends_before_begin', 'items.0.facts.0 unknown_fact']);
    expect(said(await api.as(mo).call('PATCH /api/strategy/{id}', { params: { id: item! }, body: { amount: 5 } }))).toEqual(['currency required']);
    expect((await strategy()).items.map(({ text }) => text)).toEqual(['Mine']);
  });
});
