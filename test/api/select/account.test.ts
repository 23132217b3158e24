import { expect, test } from 'vitest';
import { scorePortfolio } from '#actions/select/scorePortfolio.ts';
import { writeSettings } from '#storage/trust/settings.ts';
import type { Store } from '#storage/connect.ts';
import { startApi } from '../../api.ts';
import { addCompanies, addPeople, contextOf, giveTo, NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { addTrade } from '../../trade.ts';

const months = Array.from({ length: 24 }, (_, n) => `${2024 + Math.floor((n + 3) / 12)}-${String(((n + 3) % 12) + 1).padStart(2, '0')}`);

async function fill(store: Store): Promise<number[]> {
  await addPeople(store);
  const ids = await addCompanies(store);
  await store.transaction((tx) => writeSettings(tx, { costToServe: { perOrder: 1000, perLine: 100, perReturn: 5000, costOfCapital: 0.1, defaultMargin: null } }, { userId: null, at: NOW.toISOString() }));
  await addTrade(store, [
    ...months.map((month, n) => ({ accountId: ids[0]!, day: `${month}-28`, amount: n < 12 ? 100_000 : 120_000, cost: 70_000, dueDay: `${month}-28`, paidDay: `${month}-28` })),
    { accountId: ids[0]!, day: '2026-01-05', amount: 36_500, dueDay: '2026-02-26' },
    { accountId: ids[0]!, day: '2026-02-05', amount: -20_000, cost: -10_000, kind: 'credit' },
    { accountId: ids[0]!, day: '2026-02-07', amount: 7_000, currency: 'USD', cost: 5_000 },
  ]);
  await giveTo(store, PEOPLE.mo, [ids[0]!]);
  await giveTo(store, PEOPLE.vera, [ids[0]!], 'member');
  await scorePortfolio(await contextOf(store));
  return ids;
}

eachEngine((_engine, open) => {
  test('a customer: numbers, cost to serve by driver, why it scores, team, rights', async () => {
    const store = await open();
    const [id] = await fill(store);
    const api = await startApi(store);
    const { status, body } = await api.as(PEOPLE.mo).call('GET /api/accounts/{id}', { params: { id: id! } });
    expect(status).toBe(200);
    expect(body.account).toMatchObject({ id, rank: 1, currency: 'CNY', revenue: 12 * 120_000 + 36_500 - 20_000, revenueBefore: 1_200_000, invoices: 13, owner: { id: 'mo' }, lastDay: '2026-03-28' });
    expect(body.uncounted).toEqual(['USD']);
    const [own, dollars] = body.trade;
    expect(own!.currency).toBe('CNY');
    expect(own!.months).toHaveLength(24);
    // 36,500 open for 30 days at 10 % a year are 300
    expect(own!.costToServe).toEqual([
      { driver: 'orders', quantity: 13, rate: 1000, cost: 13_000 }, { driver: 'lines', quantity: 14, rate: 100, cost: 1_400 },
      { driver: 'returns', quantity: 1, rate: 5000, cost: 5_000 }, { driver: 'overdue', quantity: 36_500 * 30, rate: 0.1 / 365, cost: 300 },
    ]);
    expect(own!.contribution).toBe(own!.margin! - 13_000 - 1_400 - 5_000 - 300);
    expect(own!.contribution).toBe(body.account.contribution);
    expect(dollars).toMatchObject({ currency: 'USD', revenue: 7_000, margin: 2_000, contribution: 2_000 });
    expect(body.explanation.total).toBe(body.account.total);
    expect(body.explanation.indicators.find((one) => one.key === 'revenue')!.inputs).toMatchObject({ revenue: body.account.revenue, credits: -20_000 });
    expect(body.team).toEqual([{ person: { id: 'mo', name: 'Mo Zhang' }, role: 'owner' }, { person: { id: 'vera', name: 'Vera Guo' }, role: 'member' }]);
    expect(body.can).toEqual({ edit: true, mark: true, assign: true, record: true, choose: false });
    expect((await api.as(PEOPLE.vera).call('GET /api/accounts/{id}', { params: { id: id! } })).body.can).toEqual({ edit: false, mark: false, assign: false, record: false, choose: false });
  });

  test('marks through the API: scored at once, shown with who and when, withdrawn again', async () => {
    const store = await open();
    const [id] = await fill(store);
    const api = await startApi(store);
    const mo = api.as(PEOPLE.mo);
    const marked = await mo.call('POST /api/accounts/{id}/marks', { params: { id: id! }, body: { marks: [{ indicator: 'brand', value: 5, note: 'trade fair', fact: { statement: 'The whole hall knew them', source: 'Trade fair', observedOn: '2026-03-31' } }, { indicator: 'ownershipKind', value: 'listed' }, { indicator: 'disparagement', value: true }] } });
    expect(marked.status).toBe(200);
    const { body } = await mo.call('GET /api/accounts/{id}', { params: { id: id! } });
    expect(body.explanation).toEqual(marked.body.explanation);
    expect(body.account.total).toBe(marked.body.explanation.total);
    expect(body.marks.map((one) => [one.indicator, one.value, one.evidence, one.by?.id])).toEqual([['brand', 5, 'observed', 'mo'], ['ownershipKind', 'listed', 'assumption', 'mo'], ['disparagement', true, 'assumption', 'mo']]);
    expect(body.explanation.deductions).toEqual([{ key: 'disparagement', points: 5 }]);
    await mo.call('POST /api/accounts/{id}/marks', { params: { id: id! }, body: { marks: [{ indicator: 'disparagement', value: null }, { indicator: 'brand', value: null }] } });
    const after = await mo.call('GET /api/accounts/{id}', { params: { id: id! } });
    expect(after.body.marks.map((one) => one.indicator)).toEqual(['ownershipKind']);
  });

  test('refusals: not signed in, not theirs (as if it did not exist), not their right, faulty marks', async () => {
    const store = await open();
    const [id, other] = await fill(store);
    const api = await startApi(store);
    const marks = [{ indicator: 'brand', value: 3 }];
    expect((await api.nobody.call('GET /api/accounts/{id}', { params: { id: id! } })).status).toBe(401);
    expect((await api.nobody.call('POST /api/accounts/{id}/marks', { params: { id: id! }, body: { marks } })).status).toBe(401);
    const absent = await api.as(PEOPLE.mo).call('GET /api/accounts/{id}', { params: { id: 99_999 } });
    const notTheirs = await api.as(PEOPLE.mo).call('GET /api/accounts/{id}', { params: { id: other! } });
    expect(absent.status).toBe(404);
    expect([notTheirs.status, notTheirs.body]).toEqual([404, absent.body]);
    expect((await api.as(PEOPLE.mo).call('POST /api/accounts/{id}/marks', { params: { id: other! }, body: { marks } })).status).toBe(404);
    expect((await api.as(PEOPLE.vera).call('POST /api/accounts/{id}/marks', { params: { id: id! }, body: { marks } })).status).toBe(403);
    const faulty = await api.as(PEOPLE.mo).call('POST /api/accounts/{id}/marks', { params: { id: id! }, body: { marks: [{ indicator: 'brand', value: 9 }, { indicator: 'none', value: 1 }] } });
    expect(faulty).toMatchObject({ status: 422, body: { fields: [{ path: 'marks.0.value', reason: 'not_on_scale' }, { path: 'marks.1.indicator', reason: 'unknown_indicator' }] } });
    expect((await api.as(PEOPLE.mo).call('GET /api/accounts/{id}', { params: { id: 'abc' } })).status).toBe(422);
  });

  test('the first look at a customer nobody has scored yet scores it', async () => {
    const store = await open();
    await addPeople(store);
    const [id] = await addCompanies(store);
    const api = await startApi(store);
    const { status, body } = await api.as(PEOPLE.ada).call('GET /api/accounts/{id}', { params: { id: id! } });
    expect(status).toBe(200);
    expect(body.explanation).toMatchObject({ total: null, grade: null, class: null, confidence: 0, classReason: { rule: 'unknown' } });
    expect(body.trade).toEqual([]);
  });
});
