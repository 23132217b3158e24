import { describe, expect, test } from 'vitest';
import { markAccounts } from '#actions/select/markAccount.ts';
import { publishModel } from '#actions/select/publishModel.ts';
import { scorePortfolio } from '#actions/select/scorePortfolio.ts';
import { makeReport } from '#api/select/makeReport.ts';
import { TEMPLATES } from '#domain/select/templates.ts';
import { weightsOf, withWeights } from '#domain/select/weights.ts';
import type { Store } from '#storage/connect.ts';
import { startApi } from '../../api.ts';
import { addCompanies, addPeople, contextOf, giveTo, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { addTrade } from '../../trade.ts';

const [GENERAL, TELECOM] = TEMPLATES.map(({ model }) => model) as [(typeof TEMPLATES)[number]['model'], (typeof TEMPLATES)[number]['model']];
const FACT = { kind: 'other' as const, evidence: 'document' as const, sourceType: 'text' as const, url: null, importId: null, observedOn: '2026-03-01', expiresOn: null };

/** Five customers: two trade, two are assessed with facts, one is quite unknown. Mo owns the first and third. */
async function fill(store: Store): Promise<number[]> {
  await addPeople(store);
  const ids = await addCompanies(store);
  await addTrade(store, [
    { accountId: ids[0]!, day: '2025-06-10', amount: 800_000, cost: 600_000 }, { accountId: ids[0]!, day: '2026-03-10', amount: 300_000, cost: 150_000 },
    { accountId: ids[1]!, day: '2026-02-10', amount: 200_000, cost: 150_000 },
  ]);
  await giveTo(store, PEOPLE.mo, [ids[0]!, ids[2]!]);
  const context = await contextOf(store);
  await scorePortfolio(context);
  await markAccounts(context, [
    { accountId: ids[0]!, marks: [{ indicator: 'brand', value: 4, note: '', fact: { ...FACT, statement: 'Named in three trade papers', source: 'Trade press, March' } }, { indicator: 'disparagement', value: true, note: '' }] },
    { accountId: ids[2]!, marks: [{ indicator: 'brand', value: 5, note: 'seen ourselves' }, { indicator: 'growthOutlook', value: 5, note: '', fact: { ...FACT, statement: 'Second plant opens in May', source: 'Annual report, p. 7' } }] },
  ]);
  return ids;
}

eachEngine((_engine, open) => {
  test('customers side by side: figures, explanations, marks, and the facts these cite, in the order asked for', async () => {
    const store = await open();
    const [a, b, c] = await fill(store) as [number, number, number];
    const api = await startApi(store);
    const { status, body } = await api.as(PEOPLE.dora).call('GET /api/compare', { query: { ids: `${c},${a},${b},${c}` } });
    expect(status).toBe(200);
    expect(body.accounts.map((one) => one.account.id)).toEqual([c, a, b]);
    expect(body.notFound).toEqual([]);
    for (const one of body.accounts) {
      const alone = (await api.as(PEOPLE.dora).call('GET /api/accounts/{id}', { params: { id: one.account.id } })).body;
      expect(one.explanation).toEqual(alone.explanation);
      expect(one.marks).toEqual(alone.marks);
      expect(one.account.total).toBe(alone.account.total);
      const facts = (await api.as(PEOPLE.dora).call('GET /api/accounts/{id}/facts', { params: { id: one.account.id } })).body.rows;
      expect(one.facts.map((fact) => [fact.id, fact.citedBy])).toEqual(facts.toReversed().map((fact) => [fact.id, fact.citedBy]));
    }
    expect(body.accounts[0]!.facts.map((fact) => [fact.statement, fact.citedBy, fact.state])).toEqual([['Second plant opens in May', ['growthOutlook'], 'proven']]);
    expect(body.accounts[1]!.explanation.deductions).toEqual([{ key: 'disparagement', points: 5 }]);
    expect(body.accounts[2]!.explanation.indicators.find((one) => one.key === 'brand')).toMatchObject({ points: null, state: 'missing' });
  });

  test('what is not theirs reads as not found, like what is missing; put away is still shown', async () => {
    const store = await open();
    const [a, b, c, d] = await fill(store) as [number, number, number, number];
    const api = await startApi(store);
    const mo = api.as(PEOPLE.mo);
    expect((await mo.call('GET /api/compare', { query: { ids: `${a},${b},${c},9999` } })).body).toMatchObject({ accounts: [{ account: { id: a } }, { account: { id: c } }], notFound: [b, 9999] });
    expect(await mo.call('GET /api/compare', { query: { ids: `${b},${d}` } })).toMatchObject({ status: 404, body: { code: 'not_found', reason: 'account' } });
    expect((await mo.call('GET /api/compare', { query: { ids: '9999' } })).status).toBe(404);
    expect((await api.as(PEOPLE.vera).call('GET /api/compare', { query: { ids: `${a}` } })).status).toBe(404);
    await api.as(PEOPLE.dora).call('POST /api/accounts/{id}/archive', { params: { id: c }, body: { archived: true } });
    expect((await mo.call('GET /api/compare', { query: { ids: `${a},${c}` } })).body.accounts.map((one) => one.account.id)).toEqual([a, c]);
  });

  test('side by side: refusals', async () => {
    const store = await open();
    await fill(store);
    const api = await startApi(store);
    const dora = api.as(PEOPLE.dora);
    expect((await api.nobody.call('GET /api/compare', { query: { ids: '1' } })).status).toBe(401);
    expect(await dora.call('GET /api/compare', { query: { ids: '1,2,3,4,5,6' } })).toMatchObject({ status: 422, body: { reason: 'too_many_compared', fields: [{ path: 'ids' }] } });
    for (const ids of ['x', '1,,2', '1;2', '-1', '1.5', '']) expect([ids, (await dora.call('GET /api/compare', { query: { ids } })).status]).toEqual([ids, 422]);
    expect(await dora.call('GET /api/compare', { query: {} as never })).toMatchObject({ status: 422, body: { fields: [{ path: 'ids', reason: 'required' }] } });
  });

  test('two models: each customer stands as it would if the model were in use, and the reasons add up', async () => {
    const store = await open();
    await fill(store);
    const context = await contextOf(store, PEOPLE.dora);
    const api = await startApi(store);
    const dora = api.as(PEOPLE.dora);
    const { id: a } = (await dora.call('GET /api/models')).body.versions[0]!;
    const before = (await dora.call('GET /api/accounts')).body.rows;
    for (const model of [TELECOM, withWeights(GENERAL, { ...weightsOf(GENERAL), lenses: [10, 30, 60] }), { ...GENERAL, key: 'steep', lenses: GENERAL.lenses.map((lens) => (lens.key === 'past' ? { ...lens, factors: lens.factors.map((factor) => (factor.side === 'trade' ? { ...factor, indicators: factor.indicators.map((one) => (one.kind === 'computed' && one.measure === 'frequency' ? { ...one, normalise: { type: 'percentile' as const, better: 'higher' as const } } : one)) } : factor)) } : lens)) }]) {
      const { id: b } = await publishModel(context, model, '', false);
      const { status, body } = await dora.call('GET /api/models/compare', { query: { a, b, limit: 100 } });
      expect(status).toBe(200);
      expect([body.a.id, body.b.id, body.a.active, body.b.active, body.customers]).toEqual([a, b, true, false, 5]);
      await dora.call('POST /api/models/{id}/activate', { params: { id: b } });
      const after = (await dora.call('GET /api/accounts')).body.rows;
      await dora.call('POST /api/models/{id}/activate', { params: { id: a } });
      const stand = (rows: typeof before, id: number) => {
        const row = rows.find((one) => one.id === id)!;
        return { rank: row.rank, total: row.total, grade: row.grade, class: row.class };
      };
      // Everybody who moved, and whoever a cell of the tables names.
      const cell = async (from: string, to: string) => (await dora.call('GET /api/models/compare', { query: { a, b, gradeFrom: from, gradeTo: to, limit: 100 } as never })).body.movers;
      const names = ['S', 'A', 'B', 'C', 'D', 'none'];
      const seen = [...body.movers];
      for (const [from, row] of body.grades.entries()) for (const [to, count] of row.entries()) if (count > 0) {
        const listed = await cell(names[from]!, names[to]!);
        expect(listed).toHaveLength(count);
        seen.push(...listed);
      }
      expect(new Set(seen.map((one) => one.id)).size).toBe(5);
      for (const one of seen) {
        expect([one.before, one.after]).toEqual([stand(before, one.id), stand(after, one.id)]);
        if (one.change !== null) {
          expect(one.change).toBeCloseTo(one.after.total! - one.before.total!, 9);
          expect(one.reasons.reduce((sum, reason) => sum + reason.effect, one.rest)).toBeCloseTo(one.change, 9);
        }
      }
      expect(body.grades.flat().reduce((sum, count) => sum + count)).toBe(5);
    }
  });

  test('two models over the customers of one account manager: nobody else is counted or named', async () => {
    const store = await open();
    const [first, , third] = await fill(store) as [number, number, number];
    const { id: b } = await publishModel(await contextOf(store, PEOPLE.dora), withWeights(GENERAL, { ...weightsOf(GENERAL), lenses: [5, 25, 70] }), '', false);
    const api = await startApi(store);
    const { body } = await api.as(PEOPLE.mo).call('GET /api/models/compare', { query: { a: 1, b } });
    expect(body.customers).toBe(2);
    expect(body.movers.every((one) => one.id === first || one.id === third)).toBe(true);
    expect((await api.as(PEOPLE.vera).call('GET /api/models/compare', { query: { a: 1, b } })).body).toMatchObject({ customers: 0, movers: [], total: 0, top: { size: 0, entering: 0 } });
  });

  test('two models: pages, and refusals', async () => {
    const store = await open();
    await fill(store);
    const { id: b } = await publishModel(await contextOf(store, PEOPLE.dora), TELECOM, '', false);
    const api = await startApi(store);
    const dora = api.as(PEOPLE.dora);
    const all = (await dora.call('GET /api/models/compare', { query: { a: 1, b, gradeFrom: 'none', gradeTo: 'none' } })).body;
    expect(all.total).toBe(all.grades[5]![5]);
    const whole = (await dora.call('GET /api/models/compare', { query: { a: 1, b } })).body;
    const pages: number[] = [];
    for (let offset: number | null = 0; offset !== null;) {
      const page: typeof whole = (await dora.call('GET /api/models/compare', { query: { a: 1, b, offset, limit: 1 } })).body;
      pages.push(...page.movers.map((one) => one.id));
      offset = page.next;
    }
    expect(pages).toEqual(whole.movers.map((one) => one.id));
    expect(whole.total).toBe(whole.moved);
    const up = (await dora.call('GET /api/models/compare', { query: { a: 1, b, show: 'up' } })).body;
    const down = (await dora.call('GET /api/models/compare', { query: { a: 1, b, show: 'down' } })).body;
    expect(up.movers.every((one) => one.after.rank! < one.before.rank!)).toBe(true);
    expect(down.movers.every((one) => one.after.rank! > one.before.rank!)).toBe(true);
    expect([up.total, down.total]).toEqual([whole.up, whole.down]);

    expect((await api.nobody.call('GET /api/models/compare', { query: { a: 1, b } })).status).toBe(401);
    expect(await dora.call('GET /api/models/compare', { query: { a: 1, b: 99 } })).toMatchObject({ status: 404, body: { reason: 'model' } });
    expect(await dora.call('GET /api/models/compare', { query: { a: 1 } as never })).toMatchObject({ status: 422, body: { fields: [{ path: 'b' }] } });
    expect(await dora.call('GET /api/models/compare', { query: { a: 1, b, gradeFrom: 'A' } })).toMatchObject({ status: 422, body: { fields: [{ path: 'gradeTo', reason: 'required' }] } });
    expect(await dora.call('GET /api/models/compare', { query: { a: 1, b, classFrom: 'vip', classTo: 'key', limit: 0 } as never })).toMatchObject({ status: 422, body: { fields: [{ path: 'classFrom' }, { path: 'limit' }] } });
  });

  describe('at a size at which a thread of its own reports', () => {
    test('3,200 customers: the same answer for everybody and, over fewer, for a team; the request thread goes on', async () => {
      const store = await open();
      await addPeople(store);
      const ids = await addCompanies(store, Array.from({ length: 3_200 }, (_, n) => ({ key: `K${n}`, name: `Company ${n}` })));
      await addTrade(store, ids.slice(0, 1500).map((accountId, n) => ({ accountId, day: `2026-0${1 + (n % 3)}-10`, amount: 1_000 + n * 777, cost: 500 + n * 300 })));
      await giveTo(store, PEOPLE.mo, ids.slice(0, 40));
      const context = await contextOf(store, PEOPLE.dora);
      await scorePortfolio(context);
      const { id: b } = await publishModel(context, { ...TELECOM, lenses: TELECOM.lenses.map((lens) => (lens.key === 'past' ? { ...lens, factors: lens.factors.map((factor) => (factor.side === 'trade' ? { ...factor, indicators: factor.indicators.map((one) => (one.kind === 'computed' && one.measure === 'grossMargin' ? { ...one, normalise: { type: 'percentile' as const, better: 'higher' as const } } : one)) } : factor)) } : lens)) }, '', false);
      const task = { what: 'models', a: 1, b, grades: null, classes: null } as const;
      let turns = 0;
      const ticking = setInterval(() => { turns += 1; }, 1);
      const whole = await makeReport(store, context.live, { ...task, viewer: { userId: null, scope: 'all' } });
      const team = await makeReport(store, context.live, { ...task, viewer: { userId: 'mo', scope: 'team' } });
      clearInterval(ticking);
      expect(turns).toBeGreaterThan(5);
      expect([whole.customers, team.customers]).toEqual([3_200, 40]);
      expect(whole.movers.up.length).toBeLessThanOrEqual(500);
      // What a customer earns under a model is the same whoever looks: percentiles are taken over everybody.
      const stands = new Map([...whole.movers.up, ...whole.movers.down].map((one) => [one.id, one.after.total]));
      const shared = [...team.movers.up, ...team.movers.down].filter((one) => stands.has(one.id));
      for (const one of shared) expect(one.after.total).toBe(stands.get(one.id));
    }, 120_000);
  });
});
