import { beforeAll, expect, test } from 'vitest';
import { KeptNetwork } from '#actions/relate/network/keptNetwork.ts';
import { readAside } from '#actions/relate/network/readAside.ts';
import { readNetwork } from '#actions/relate/network/readNetwork.ts';
import type { Store } from '#storage/connect.ts';
import { addCompanies, addPeople, giveTo, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { putItems, putPeople, putTies } from './people.ts';

const DAY = '2026-03-31';
const all = (userId: string | null) => ({ userId, scope: 'all' as const });
const team = (userId: string) => ({ userId, scope: 'team' as const });

eachEngine((_engine, open) => {
  let store: Store;
  let ids: Record<'mo' | 'max' | 'bea' | 'cyr' | 'dan' | 'eve' | 'fay' | 'gus', number>;
  let accounts: number[];
  beforeAll(async () => {
    store = await open();
    await addPeople(store);
    accounts = await addCompanies(store);
    await giveTo(store, PEOPLE.mo, [accounts[0]!]);
    const [mo, max, bea, cyr, dan, eve, fay, gus] = await putPeople(store, [
      { user_id: 'mo' }, { user_id: 'max' }, { name: 'Bea' }, { name: 'Cyr', account_id: accounts[1]! }, { name: 'Dan', account_id: accounts[0]! }, { name: 'Eve', private_to: 'max', owner_id: 'max' }, { name: 'Fay', restricted_on: '2026-01-01' }, { name: 'Gus' },
    ]) as [number, number, number, number, number, number, number, number];
    ids = { mo, max, bea, cyr, dan, eve, fay, gus };
    await putTies(store, [
      { between: [mo, bea] }, { between: [bea, dan], kind: 'met' }, { between: [max, cyr] }, { between: [cyr, dan] }, { between: [max, eve], private_to: 'max' }, { between: [eve, dan], private_to: 'max' },
      { between: [mo, fay] }, { between: [fay, dan] }, { between: [max, gus], private_to: 'max' }, { between: [gus, dan], kind: 'family' }, { between: [bea, gus], kind: 'knows' },
    ]);
    await putItems(store, [
      { person_id: bea, kind: 'education', place_norm: 'tsinghua', to_on: '2004' }, { person_id: gus, kind: 'education', place_norm: 'tsinghua', to_on: '2004', sensitivity: 'personal' }, { person_id: eve, kind: 'education', place_norm: 'tsinghua', to_on: '2004' },
    ]);
  });
  const names = (found: readonly { people: readonly number[] }[]) => found.map((way) => way.people.map((id) => Object.entries(ids).find(([, one]) => one === id)?.[0] ?? '?').join(' '));

  test('ways of everybody: through nobody who is private or objects', async () => {
    const network = new KeptNetwork(store, null);
    expect(names(await network.ways(all('dora'), ids.dan, DAY, {}))).toEqual(['max cyr dan', 'mo bea dan']);
    expect(names(await network.ways(all('dora'), ids.fay, DAY, {}))).toEqual([]);
    expect(names(await network.ways(all('dora'), ids.eve, DAY, {}))).toEqual([]);
  });

  test('who may not see somebody has no way through them, and none to them', async () => {
    const network = new KeptNetwork(store, null);
    expect(names(await network.ways(team('mo'), ids.dan, DAY, {}))).toEqual(['mo bea dan']);
    expect(names(await network.ways(team('mo'), ids.cyr, DAY, {}))).toEqual([]);
  });

  test('private ties serve their owner alone, and are gone again for the next question', async () => {
    const network = new KeptNetwork(store, null);
    const before = await network.ways(all('dora'), ids.dan, DAY, {});
    expect(names(await network.ways(all('max'), ids.dan, DAY, {}))).toEqual(['max gus dan', 'max cyr dan', 'max eve dan', 'mo bea dan']);
    expect(await network.ways(all('dora'), ids.dan, DAY, {})).toEqual(before);
    expect(names(await network.ways(all('dora'), ids.gus, DAY, {}))).toEqual(['max cyr dan gus']);
    const [asked, others] = await Promise.all([network.ways(all('max'), ids.gus, DAY, {}), network.ways(all('dora'), ids.gus, DAY, {})]);
    expect([names(asked)[0], names(others)]).toEqual(['max gus', ['max cyr dan gus']]);
    const pair: [number, number][] = [[ids.max, ids.gus], [ids.eve, ids.dan], [ids.bea, ids.eve]];
    expect([(await network.lines(all('dora'), pair, DAY)).size, (await network.lines(all('max'), pair, DAY)).size]).toEqual([0, 3]);
  });

  test('a tie of unknown strength is used only when asked for; guarded items infer nothing', async () => {
    expect(names(await new KeptNetwork(store, null).ways(all('dora'), ids.gus, DAY, {}))).toEqual(['max cyr dan gus']);
    expect(names(await new KeptNetwork(store, 0.1).ways(all('dora'), ids.gus, DAY, { from: [ids.mo] }))).toEqual(['mo bea dan gus', 'mo bea gus']);
  });

  test('the next day the network of the day before goes on answering until the new one is there; what is withdrawn is out of it at once', async () => {
    const network = new KeptNetwork(store, null);
    const [first] = await network.ways(all('dora'), ids.dan, DAY, {});
    await network.ways(all('dora'), ids.bea, DAY, {});
    expect(network.built).toBe(1);
    expect(await network.ways(all('dora'), ids.dan, '2026-04-01', {})).toContainEqual(first);
    await network.settled();
    const [later] = await network.ways(all('dora'), ids.dan, '2026-04-01', {});
    expect([network.built, later!.people, later!.product < first!.product]).toEqual([2, first!.people, true]);
    const [much] = await network.ways(all('dora'), ids.dan, '2027-03-31', {});
    expect([network.built, much!.product < later!.product]).toEqual([3, true]);
  });

  test('read in a thread of its own it is the same, in memory that both see', async () => {
    const store = await open();
    await addPeople(store);
    const people = await putPeople(store, [{ user_id: 'ada' }, ...Array.from({ length: 330 }, (_, n) => (n % 5 === 0 ? { organisation_norm: `firm ${n % 60}` } : {}))]);
    await putTies(store, people.slice(1).map((id, n) => ({ between: [people[Math.floor(n / 3)]!, id], kind: n % 2 === 0 ? 'met' : 'team' } as const)));
    const [aside, here] = [await readAside(store, DAY, null), await readNetwork(store.read, DAY, null)];
    expect([aside.network.graph.to.buffer, aside.network.cells.buffer, aside.people.marks.buffer].every((memory) => memory instanceof SharedArrayBuffer)).toBe(true);
    expect(aside).toEqual(here);
    const network = new KeptNetwork(store, null);
    const asked = await Promise.all([330, 201, 57].map((n) => network.ways(all('dora'), people[n]!, DAY, {})));
    expect([asked.map((ways) => ways.length > 0), network.built]).toEqual([[true, true, true], 1]);
  });
});
