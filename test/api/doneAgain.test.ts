import { expect, test } from 'vitest';
import { scorePortfolio } from '#actions/select/scorePortfolio.ts';
import { randomOf } from '#domain/random.ts';
import { backAndForth, type Act } from '../backAndForth.ts';
import { contextOf, NOW, PEOPLE } from '../cast.ts';
import { eachEngine } from '../database.ts';
import { addTrade } from '../trade.ts';
import { twoCustomers } from '../twoCustomers.ts';

const DAY = '2026-03-28';

eachEngine((engine, open) => {
  test('random acts all over a customer are taken back one by one to the first state, and done again to the last', async () => {
    let now = NOW.getTime();
    const { store, api, mine } = await twoCustomers(await open(), () => new Date((now += 1000)));
    await addTrade(store, [{ accountId: mine, day: DAY, amount: 100_000, cost: 60_000 }]);
    await scorePortfolio(await contextOf(store));
    const ada = api.as(PEOPLE.ada);
    const random = randomOf(engine === 'sqlite' ? 1 : 2);
    const below = (n: number): number => Math.floor(random() * n);
    const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
    const params = { id: mine };
    /** The event of a change; where the state the walk has come to refuses it, nothing was done. */
    const done = ({ status, body }: { status: number; body: unknown }): number | number[] | null => {
      if (status === 409) return null;
      expect(status, JSON.stringify(body)).toBe(200);
      return (body as { event?: number; events?: number[] }).event ?? (body as { events: number[] }).events;
    };
    type Any = any;
    const rowsOf = async (name: Any, more: object = { params }): Promise<Any[]> => { const { body } = await ada.call(name, more as never) as Any; return body.rows ?? body.people ?? body.needs ?? []; };
    const withOne = async (name: Any, act: (row: Any) => Promise<Any>, more?: object): Promise<number | number[] | null> => {
      const rows = await rowsOf(name, more);
      return rows.length === 0 ? null : done(await act(pick(rows)));
    };
    const fact = () => ({ statement: `They said ${below(100)}`, source: 'Ms Shen', evidence: pick(['person', 'document', 'assumption'] as const), observedOn: DAY });
    const factIds = async (): Promise<number[]> => (await rowsOf('GET /api/accounts/{id}/facts')).map((row) => row.id).filter(() => random() < 0.5).slice(0, 3);
    let made = 0;
    const newPerson = () => ({ name: `Person ${(made += 1)}`, accountId: mine, title: pick(['Buyer', 'CFO']), source: 'Card', collectedOn: DAY });
    const acts: Record<string, Act> = {
      fact: async () => done(await ada.call('POST /api/accounts/{id}/facts', { params, body: { facts: Array.from({ length: 1 + below(2) }, fact) } })),
      editFact: () => withOne('GET /api/accounts/{id}/facts', (row) => ada.call('PATCH /api/facts/{id}', { params: { id: row.id }, body: { statement: `Rather ${below(100)}`, evidence: 'observed' } })),
      withdrawFact: () => withOne('GET /api/accounts/{id}/facts', (row) => ada.call('POST /api/facts/{id}/withdraw', { params: { id: row.id }, body: { withdrawn: true } })),
      placeFacts: async () => {
        const facts = await factIds();
        return facts.length === 0 ? null : done(await ada.call('POST /api/accounts/{id}/places', { params, body: { facts, block: pick(['strategy', 'supply', null] as const) } }));
      },
      mark: async () => done(await ada.call('POST /api/accounts/{id}/marks', { params, body: { marks: [{ indicator: pick(['brand', 'funding', 'marketShare']), value: pick([1, 2, 3, 4, 5]), observedOn: DAY, factIds: await factIds() }] } })),
      markWithFact: async () => done(await ada.call('POST /api/accounts/{id}/marks', { params, body: { marks: [{ indicator: 'brand', value: pick([2, 4]), observedOn: DAY, fact: fact() }] } })),
      unmark: async () => done(await ada.call('POST /api/accounts/{id}/marks', { params, body: { marks: [{ indicator: 'brand', value: null }] } })),
      rename: async () => done(await ada.call('PATCH /api/accounts/{id}', { params, body: { name: `Maker ${below(9)}`, note: `${below(4)}` } })),
      archive: async () => done(await ada.call('POST /api/accounts/{id}/archive', { params, body: { archived: (await ada.call('GET /api/accounts/{id}', { params })).body.account.archivedAt === null } })),
      create: async () => done(await ada.call('POST /api/accounts', { body: { accounts: Array.from({ length: 1 + below(3) }, () => ({ name: `New ${(made += 1)}` })) } })),
      team: async () => done(await ada.call('PUT /api/accounts/{id}/team', { params, body: { team: [{ userId: pick(['mo', 'max']), role: 'owner' }, ...(random() < 0.5 ? [{ userId: 'cleo', role: 'member' as const }] : [])] } })),
      ask: async () => done(await ada.call('POST /api/accounts/{id}/questions', { params, body: { questions: [{ block: 'strategy', text: `Why ${below(99)}` }] } })),
      answer: () => withOne('GET /api/accounts/{id}/questions', (row) => ada.call('POST /api/questions/{id}/answer', { params: { id: row.id }, body: { answer: 'So', ...(random() < 0.5 ? { fact: fact() } : {}) } })),
      reopen: () => withOne('GET /api/accounts/{id}/questions', (row) => ada.call('POST /api/questions/{id}/reopen', { params: { id: row.id } })),
      judge: async () => done(await ada.call('POST /api/accounts/{id}/judgements', { params, body: { block: 'strategy', text: pick(['Good for us', 'Bad for us', '']) } })),
      need: async () => done(await ada.call('POST /api/accounts/{id}/needs', { params, body: { needs: [{ aspect: 'technology', text: `Quieter ${below(99)}`, facts: await factIds() }] } })),
      editNeed: () => withOne('GET /api/accounts/{id}/needs', async (row) => ada.call('PATCH /api/needs/{id}', { params: { id: row.id }, body: { importance: 1 + below(5), facts: await factIds() } })),
      withdrawNeed: () => withOne('GET /api/accounts/{id}/needs', (row) => ada.call('POST /api/needs/{id}/withdraw', { params: { id: row.id }, body: { withdrawn: true } })),
      person: async () => done(await ada.call('POST /api/people', { body: { people: [newPerson(), newPerson()] } })),
      editPerson: () => withOne('GET /api/accounts/{id}/people', (row) => ada.call('PATCH /api/people/{id}', { params: { id: row.id }, body: { title: `Head ${below(9)}`, level: pick(['director', 'staff', null] as const) } })),
      withdrawPerson: () => withOne('GET /api/accounts/{id}/people', (row) => ada.call('POST /api/people/{id}/withdraw', { params: { id: row.id } })),
      item: () => withOne('GET /api/accounts/{id}/people', (row) => ada.call('POST /api/people/{id}/items', { params: { id: row.id }, body: { items: [{ kind: 'phone', value: `138${below(90000000) + 10000000}`, source: 'Card', collectedOn: DAY }] } })),
      merge: async () => {
        const [keep, other] = (await rowsOf('GET /api/accounts/{id}/people')).toSorted(() => random() - 0.5);
        return other === undefined ? null : done(await ada.call('POST /api/people/{id}/merge', { params: { id: keep.id }, body: { other: other.id } }));
      },
      tie: () => withOne('GET /api/accounts/{id}/people', (row) => ada.call('POST /api/ties', { body: { ties: [{ a: null, b: row.id, kind: 'employer', evidence: 'Line 3', lastContactOn: DAY }] } })),
      settings: async () => done(await ada.call('PATCH /api/settings', { body: { workspaceName: `Works ${below(9)}` } })),
    };
    const seen = async (): Promise<string> => {
      const people = await rowsOf('GET /api/accounts/{id}/people');
      const answers = [
        await ada.call('GET /api/accounts/{id}', { params }), await ada.call('GET /api/accounts/{id}/facts', { params }), await ada.call('GET /api/accounts/{id}/questions', { params }), await ada.call('GET /api/accounts/{id}/canvas', { params }),
        await ada.call('GET /api/accounts/{id}/needs', { params }), await ada.call('GET /api/accounts', {}), await ada.call('GET /api/settings'),
        ...await Promise.all(people.flatMap(({ id }) => [ada.call('GET /api/people/{id}', { params: { id } }), ada.call('GET /api/people/{id}/ties', { params: { id } })])),
      ];
      // A fact that was taken back is one of those withdrawn, which is how it can be found again; what is put away once more is so since now.
      return JSON.stringify(answers.map(({ body }) => body), (key, value: unknown) => (key === 'withdrawn' && typeof value === 'number' ? undefined : key === 'archivedAt' ? value !== null : value), 1);
    };
    // Every act can be done: what is misspelt here must not pass as nothing to do.
    const told = await backAndForth(ada, acts, seen, { random, steps: 40 });
    expect(told.length).toBeGreaterThan(20);
  }, 120_000);
});
