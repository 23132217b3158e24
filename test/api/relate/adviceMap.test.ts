import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { matchLines, readPastedLines } from '#domain/relate/map/pastedLines.ts';
import type { Store } from '#storage/connect.ts';
import { startApi, type TestApi } from '../../api.ts';
import { addCompanies, addPeople, giveTo, NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { ADVICE, adviceTable } from '../../relate/adviceNetwork.ts';
import { sharedData } from '../../sharedData.ts';

const DAY = '2026-03-31';
const folder = '06_influence_networks';
const shared = sharedData(`${folder}/krackhardt_advice_edges.csv`);

eachEngine((_engine, open) => {
  let store: Store;
  let api: TestApi;
  let mine: number;
  beforeAll(async () => {
    store = await open();
    await addPeople(store);
    mine = (await addCompanies(store))[0]!;
    await giveTo(store, PEOPLE.mo, [mine]);
    api = await startApi(store, {}, { now: () => NOW });
  });

  /** Pastes who asks whom, as the screen does, tells the levels, and reads the map. */
  async function mapOfAdvice(name: string, table: string, authority: (name: string) => string) {
    const mo = api.as(PEOPLE.mo);
    const project = (await mo.call('POST /api/accounts/{id}/projects', { params: { id: mine }, body: { name } })).body.ids[0]!;
    const map = (await mo.call('POST /api/projects/{id}/map', { params: { id: project }, body: { from: 'empty' } })).body.ids[0]!;
    const { lines, unknown, faults } = matchLines(readPastedLines(table).lines, [], 'asks');
    expect(faults).toEqual([]);
    const ends = lines.map(({ from, to, kind, weight, sign }) => ({ from: 'id' in from ? from : { fresh: from.unknown }, to: 'id' in to ? to : { fresh: to.unknown }, kind, weight, sign }));
    const pasted = await mo.call('POST /api/maps/{id}/lines/paste', { params: { id: map }, body: { fresh: unknown.map((one) => ({ name: one.name })), lines: ends, evidence: 'person', observedOn: DAY, note: 'Survey' } });
    expect(pasted.status).toBe(200);
    const idOf = new Map(unknown.map((one, n) => [one.name, pasted.body.people[n]!]));
    const marked = await mo.call('POST /api/maps/{id}/marks', { params: { id: map }, body: { marks: [...idOf].map(([who, personId]) => ({ personId, field: 'authority' as const, value: authority(who), evidence: 'document' as const, observedOn: DAY, note: 'Organisation chart' })) } });
    expect(marked.status).toBe(200);
    const view = (await mo.call('GET /api/projects/{id}/map', { params: { id: project }, query: {} })).body.map!;
    const nameOf = new Map(view.people.map((person) => [person.id, person.name]));
    const people = view.reading.people.map(({ person, askedBy, real }) => ({ name: nameOf.get(person)!, askedBy, real })).toSorted((a, b) => b.askedBy - a.askedBy);
    return { view, people, gaps: view.reading.rankGaps.map(({ person, gap }) => ({ name: nameOf.get(person)!, gap })), event: pasted.body.event };
  }

  test('an invented firm: the deputy, not the general manager, is asked most, and the gap shows both ways', async () => {
    const { people, gaps, view } = await mapOfAdvice('Advice', adviceTable('en'), (name) => String(ADVICE.people.find((one) => one.en === name)!.authority));
    expect([people[0], people.find(({ name }) => name === ADVICE.boss.en)]).toMatchObject([{ name: ADVICE.asked.en, askedBy: 8 }, { askedBy: 2 }]);
    expect([gaps[0]!.name, gaps.at(-1)!.name]).toEqual([ADVICE.underrated.en, ADVICE.overrated.en]);
    expect(gaps.find(({ name }) => name === ADVICE.boss.en)!.gap).toBeLessThan(0);
    expect(view.lines).toHaveLength(ADVICE.asks.length);
  });

  describe.skipIf(shared === null)('Krackhardt (1987), shared data', () => {
    test('21 managers, their advice pasted: a vice president, not the CEO, is asked most', async () => {
      const rowsOf = (name: string) => readFileSync(sharedData(`${folder}/krackhardt_${name}.csv`)!, 'utf8').trim().split(/\r?\n/).slice(1).map((row) => row.split(','));
      const level = new Map(rowsOf('managers_nodes').map((row) => [`Manager ${row[0]}`, Number(row[3])]));
      const { people, gaps, view } = await mapOfAdvice('Krackhardt', ['Who\tAsks whom', ...rowsOf('advice_edges').map(([asks, asked]) => `Manager ${asks}\tManager ${asked}`)].join('\n'), (name) => String(6 - level.get(name)!));
      expect([view.people.length, view.lines.length]).toEqual([21, 190]);
      expect([people[0], people.find(({ name }) => name === 'Manager 7')]).toMatchObject([{ name: 'Manager 2', askedBy: 18 }, { askedBy: 13 }]);
      expect([level.get('Manager 2'), level.get('Manager 7')]).toEqual([2, 1]);
      const most = people.toSorted((a, b) => b.real - a.real)[0]!;
      expect([level.get(most.name), most.real]).toEqual([2, 1]);
      // The list goes both ways: who is asked beyond their rank at its head, who has more rank than influence at its end.
      expect(gaps[0]!.gap).toBeGreaterThan(0.75);
      expect(gaps.at(-1)!.gap).toBeLessThan(-0.75);
      expect(gaps.findIndex(({ name }) => name === 'Manager 2')).toBeLessThan(gaps.findIndex(({ name }) => name === 'Manager 7'));
    });
  });
});
