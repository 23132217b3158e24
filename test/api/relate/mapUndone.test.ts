import { expect, test } from 'vitest';
import { CLOSENESSES, INFLUENCES, MAP_ROLES, STANCES } from '#domain/relate/map/scales.ts';
import { randomOf } from '#domain/random.ts';
import { backAndForth, type Act } from '../../backAndForth.ts';
import { NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { twoCustomers } from '../../twoCustomers.ts';

const DAY = '2026-03-31';

eachEngine((_engine, open) => {
  test.each([1, 2])('random acts on a power map are taken back one by one to the first state, and done again to the last, letter by letter (%i)', async (seed) => {
    let now = NOW.getTime();
    const { api, mine } = await twoCustomers(await open(), () => new Date((now += 1000)));
    const mo = api.as(PEOPLE.mo);
    const random = randomOf(seed);
    const below = (n: number): number => Math.floor(random() * n);
    const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
    const some = <T>(list: readonly T[]): T[] => list.filter(() => random() < 0.4);
    const project = (await mo.call('POST /api/accounts/{id}/projects', { params: { id: mine }, body: { name: 'Line 3' } })).body.ids[0]!;
    const map = (await mo.call('POST /api/projects/{id}/map', { params: { id: project }, body: { from: 'empty' } })).body.ids[0]!;
    const params = { id: map };
    const read = async () => (await mo.call('GET /api/projects/{id}/map', { params: { id: project } })).body;
    const there = async (): Promise<number[]> => (await read()).map!.reading.people.map(({ person }: { person: number }) => person);
    const lines = async (): Promise<number[]> => (await read()).map!.reading.lines.map(({ id }: { id: number }) => id);
    const eventOf = ({ status, body }: { status: number; body: unknown }): number => {
      expect(status, JSON.stringify(body)).toBe(200);
      return (body as { event: number }).event;
    };
    const mark = async (people: readonly number[]): Promise<number | null> => {
      if (people.length === 0) return null;
      const field = pick(['stance', 'influence', 'closeness', 'authority', 'role', 'held_by'] as const);
      const value = field === 'stance' ? pick(STANCES) : field === 'influence' ? pick(INFLUENCES) : field === 'closeness' ? pick(CLOSENESSES) : field === 'role' ? pick(MAP_ROLES) : field === 'held_by' ? pick(['mo', 'cleo']) : String(1 + below(5));
      return eventOf(await mo.call('POST /api/maps/{id}/marks', { params, body: { marks: people.map((personId) => ({ personId, field, value, evidence: 'inferred' as const, observedOn: DAY })) } }));
    };
    const drag = async (people: readonly number[]): Promise<number | null> => (people.length === 0 ? null : eventOf(await mo.call('POST /api/maps/{id}/places', { params, body: { places: people.map((personId) => ({ personId, x: below(900), y: below(600) })) } })));
    let named = 0;
    const acts: Record<string, Act> = {
      add: async () => eventOf(await mo.call('POST /api/maps/{id}/people', { params, body: { unnamed: Array.from({ length: 1 + below(3) }, () => ({ title: `Position ${below(8)}`, outside: random() < 0.2 })) } })),
      bringBack: async () => {
        const { others } = await read();
        return others.length === 0 ? null : eventOf(await mo.call('POST /api/maps/{id}/people', { params, body: { people: [pick(others as { id: number }[]).id] } }));
      },
      leave: async () => {
        const people = some(await there());
        return people.length === 0 ? null : eventOf(await mo.call('POST /api/maps/{id}/people/leave', { params, body: { people } }));
      },
      drag: async () => drag((await there()).slice(0, 1)),
      dragAgain: async () => drag((await there()).slice(0, 1)),
      dragSeveral: async () => drag(some(await there())),
      mark: async () => mark((await there()).slice(-1)),
      markSeveral: async () => mark(some(await there())),
      connect: async () => {
        const [from, to] = (await there()).toSorted(() => random() - 0.5);
        return to === undefined ? null : eventOf(await mo.call('POST /api/maps/{id}/lines', { params, body: { lines: [{ fromId: from!, toId: to, kind: pick(['influence', 'conflict'] as const), weight: 1 + below(3), observedOn: DAY }] } }));
      },
      cut: async () => {
        const some = await lines();
        return some.length === 0 ? null : eventOf(await mo.call('POST /api/maps/{id}/lines/end', { params, body: { lines: [pick(some)] } }));
      },
      paste: async () => eventOf(await mo.call('POST /api/maps/{id}/lines/paste', { params, body: { fresh: [{ name: `Ms ${(named += 1)}` }, { name: `Post ${below(6)}`, placeholder: true }], lines: [{ from: { fresh: 0 }, to: { fresh: 1 } }, ...(await there()).slice(0, 1).map((id) => ({ from: { id }, to: { fresh: 0 } }))], evidence: 'hearsay', observedOn: DAY, note: 'Mr Qian' } })),
      name: async () => {
        const nameless = (await read()).map!.people.find(({ placeholder }: { placeholder: boolean }) => placeholder);
        return nameless ? eventOf(await mo.call('PATCH /api/people/{id}', { params: { id: nameless.id }, body: { name: `Mr ${(named += 1)}`, placeholder: false, source: 'Card' } })) : null;
      },
      merge: async () => {
        const [keep, other] = (await there()).toSorted(() => random() - 0.5);
        if (other === undefined) return null;
        const answer = await mo.call('POST /api/people/{id}/merge', { params: { id: keep! }, body: { other } });
        return answer.status === 422 || answer.status === 409 ? null : eventOf(answer);
      },
      rename: async () => eventOf(await mo.call('PATCH /api/projects/{id}', { params: { id: project }, body: { name: `Line ${below(9)}`, note: `Note ${below(3)}`, closedOn: random() < 0.3 ? DAY : null } })),
    };
    const seen = async (): Promise<string> => JSON.stringify([await read(), (await mo.call('GET /api/accounts/{id}/projects', { params: { id: mine } })).body, (await mo.call('GET /api/accounts/{id}/people', { params: { id: mine } })).body, (await mo.call('GET /api/people', { query: { limit: 500 } })).body], null, 1);
    const told = await backAndForth(mo, acts, seen, { random, steps: 40 });
    expect(told.length).toBeGreaterThan(20);
  }, 120_000);
});
