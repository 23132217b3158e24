import { beforeAll, expect, test } from 'vitest';
import type { TestApi } from '../../api.ts';
import { NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { twoCustomers } from '../../twoCustomers.ts';

const { ada, mo, max, vera } = PEOPLE;
const TODAY = NOW.toISOString().slice(0, 10);

eachEngine((_engine, open) => {
  let api: TestApi;
  let mine: number;
  let theirs: number;
  beforeAll(async () => {
    ({ api, mine, theirs } = await twoCustomers(await open()));
  });
  type Who = { id: string };
  const person = async (who: Who, accountId: number, name: string, more: object = {}) => (await api.as(who).call('POST /api/people', { body: { people: [{ kind: 'customer', name, accountId, source: 'card', collectedOn: TODAY, ...more }] as never } })).body.ids[0]!;
  const mapOf = async (who: Who, accountId: number, name: string, people: number[], unnamed: string[] = []) => {
    const project = (await api.as(who).call('POST /api/accounts/{id}/projects', { params: { id: accountId }, body: { name } })).body.ids[0]!;
    const map = (await api.as(who).call('POST /api/projects/{id}/map', { params: { id: project }, body: { from: 'empty' } })).body.ids[0]!;
    await api.as(who).call('POST /api/maps/{id}/people', { params: { id: map }, body: { people, unnamed: unnamed.map((title) => ({ title })) } });
    return { project, map };
  };
  const mark = async (who: Who, map: number, ...marks: [number, string, string][]) => expect((await api.as(who).call('POST /api/maps/{id}/marks', { params: { id: map }, body: { marks: marks.map(([personId, field, value]) => ({ personId, field, value, evidence: 'observed', observedOn: TODAY, note: 'seen' })) as never } })).status).toBe(200);
  const worth = async (who: Who) => (await api.as(who).call('GET /api/introductions/worth')).body.rows.map((row) => [row.person.name, row.project.name, row.decides, row.way?.people.map((one) => one.name).join(' > ') ?? null]);

  test('deciders of open maps whom nobody has met, once each, with the best way; met, closed, erased and restricted ones are not asked for', async () => {
    const [boss, buyer, met, shy] = [await person(mo, mine, 'Bo Boss'), await person(mo, mine, 'Bea Buyer'), await person(mo, mine, 'Mia Met'), await person(mo, mine, 'Sy Shy', { restrictedOn: TODAY })];
    const { project, map } = await mapOf(mo, mine, 'Line 4', [boss, buyer, met, shy], ['Head of quality']);
    await mark(mo, map, [boss, 'role', 'decider'], [boss, 'authority', '5'], [buyer, 'role', 'buyer'], [buyer, 'authority', '3'], [met, 'role', 'approver'], [met, 'authority', '4'], [met, 'closeness', 'several'], [shy, 'role', 'approver'], [shy, 'authority', '4']);
    expect(await worth(mo)).toEqual([['Bo Boss', 'Line 4', true, null], ['Bea Buyer', 'Line 4', false, null]]);

    await api.as(mo).call('POST /api/ties', { body: { ties: [{ a: null, b: met, kind: 'team', evidence: 'one office', lastContactOn: TODAY }, { a: met, b: boss, kind: 'team', evidence: 'his deputy', lastContactOn: TODAY }] } });
    // A second project of the customer names the same person: he is asked for once, where his part is largest.
    const second = await mapOf(mo, mine, 'Line 5', [boss]);
    await mark(mo, second.map, [boss, 'role', 'user'], [boss, 'authority', '1']);
    expect((await worth(vera))[0]).toEqual(['Bo Boss', 'Line 4', true, 'Mo Zhang > Mia Met > Bo Boss']);

    await api.as(mo).call('PATCH /api/projects/{id}', { params: { id: project }, body: { closedOn: TODAY } });
    expect(await worth(mo)).toEqual([['Bo Boss', 'Line 5', false, 'Mo Zhang > Mia Met > Bo Boss']]);
    // Once one of us knows him well, he needs no introduction, whether the map says so or not.
    expect((await api.as(mo).call('POST /api/ties', { body: { ties: [{ a: null, b: boss, kind: 'team', evidence: 'two years in one team', lastContactOn: TODAY }] } })).status).toBe(200);
    expect(await worth(mo)).toEqual([]);
  });

  test('whoever is against us comes last, however much they decide', async () => {
    const [foe, clerk] = [await person(mo, mine, 'Fox Foe'), await person(mo, mine, 'Cal Clerk')];
    const { project, map } = await mapOf(mo, mine, 'Line 6', [foe, clerk]);
    await mark(mo, map, [foe, 'role', 'decider'], [foe, 'authority', '5'], [foe, 'stance', 'opposed'], [clerk, 'role', 'user'], [clerk, 'authority', '1']);
    expect((await worth(mo)).map(([name]) => name)).toEqual(['Cal Clerk', 'Fox Foe']);
    await api.as(mo).call('PATCH /api/projects/{id}', { params: { id: project }, body: { closedOn: TODAY } });
  });

  test('nobody learns of people at a customer that is not theirs', async () => {
    const secret = await person(max, theirs, 'Sia Secret');
    const { map } = await mapOf(max, theirs, 'Hidden', [secret]);
    await mark(max, map, [secret, 'role', 'decider'], [secret, 'authority', '5']);
    expect([await worth(mo), await worth(vera)]).toEqual([[], []]);
    expect([(await worth(max))[0]![0], (await worth(ada))[0]![0]]).toEqual(['Sia Secret', 'Sia Secret']);
    expect((await api.as(mo).call('GET /api/introductions/worth', { query: { limit: 99 } })).status).toBe(422);
  });
});
