import { expect, test } from 'vitest';
import { PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { twoCustomers } from '../../twoCustomers.ts';

const { ada, mo } = PEOPLE;
const DAY = '2026-03-31';

eachEngine((_engine, open) => {
  test('an event of people says what it was about, how many, and where a request went; no value, no name', async () => {
    const { api, mine } = await twoCustomers(await open());
    const as = api.as(mo);
    const newest = async () => (await api.as(ada).call('GET /api/events', { query: { limit: 1, verb: 'peopleChanged' } })).body.rows[0]!;
    const told = async () => {
      const { act, noun, count, step } = (await newest()).payload as Record<string, unknown>;
      return [act, noun, count, ...(step === undefined ? [] : [step])];
    };
    const undo = async () => as.call('POST /api/events/{id}/undo', { params: { id: (await newest()).id } });
    const { body: { ids: [tang, wei] } } = await as.call('POST /api/people', { body: { people: ['Tang', 'Wei'].map((name) => ({ name, accountId: mine, source: 'Card', collectedOn: DAY })) } });
    expect(await told()).toEqual(['added', 'person', 2]);
    // Mo is entered along with his first tie.
    const tie = { kind: 'team' as const, evidence: 'four years in one office', lastContactOn: DAY };
    const { body: { ids: [first] } } = await as.call('POST /api/ties', { body: { ties: [{ a: null, b: tang!, ...tie }, { a: tang!, b: wei!, ...tie }] } });
    expect(await told()).toEqual(['added', 'tie', 2]);
    await as.call('POST /api/ties/{id}/contact', { params: { id: first! }, body: { lastContactOn: '2026-03-30' } });
    expect(await told()).toEqual(['changed', 'tie', 1]);
    await undo();
    expect(await told()).toEqual(['changed', 'tie', 1]);
    const me = (await as.call('GET /api/people/{id}/ways', { params: { id: wei! } })).body.ways[0]!.people[0]!.id;
    const { body: { ids: [request] } } = await as.call('POST /api/people/{id}/introductions', { params: { id: wei! }, body: { way: [me, tang!, wei!], purpose: 'A first visit' } as never });
    expect(await told()).toEqual(['added', 'introduction', 1]);
    for (const state of ['accepted', 'introduced', 'met', 'thanked'] as const) {
      await as.call('POST /api/introductions/{id}/steps', { params: { id: request! }, body: { state } as never });
      expect(await told()).toEqual(['changed', 'introduction', 1, state]);
    }
    await undo();
    expect(await told()).toEqual(['changed', 'introduction', 1]);
    await as.call('PATCH /api/people/{id}', { params: { id: tang! }, body: { title: 'CTO' } });
    expect(await told()).toEqual(['changed', 'person', 1]);
    expect(JSON.stringify((await api.as(ada).call('GET /api/events', { query: { verb: 'peopleChanged' } })).body.rows.map(({ payload }) => payload))).not.toMatch(/Tang|Wei|CTO|visit/);
  });
});
