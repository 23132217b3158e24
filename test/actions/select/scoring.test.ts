import { expect, test } from 'vitest';
import { activateModel } from '#actions/select/activateModel.ts';
import { ensureTemplate } from '#actions/select/ensureTemplate.ts';
import { markAccount, markAccounts, type NewMark } from '#actions/select/markAccount.ts';
import { publishModel } from '#actions/select/publishModel.ts';
import { scorePortfolio, scoresSettled } from '#actions/select/scorePortfolio.ts';
import { undoEvent } from '#actions/trust/undoEvent.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { weightsOf, withWeights } from '#domain/select/weights.ts';
import type { Store } from '#storage/connect.ts';
import { takeIds } from '#storage/ids.ts';
import { insertMany } from '#storage/insertMany.ts';
import { currentMarks } from '#storage/select/marks.ts';
import { addCompanies, addPeople, contextOf, giveTo, NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { addTrade } from '../../trade.ts';

const mark = (indicator: string, value: NewMark['value']): NewMark => ({ indicator, value, note: 'seen', fact: value === null ? undefined : { kind: 'other', statement: 'What we saw there', evidence: 'observed', sourceType: 'text', source: 'Visit', url: null, importId: null, observedOn: '2026-03-31', expiresOn: null } });
const standings = (store: Store) => store.read.selectFrom('standing').selectAll().orderBy('account_id').execute();
const months = ['2025-05', '2025-07', '2025-09', '2025-11', '2026-01', '2026-03'];

/** Ranks as they must be: one more than the accounts above, equal totals sharing. */
async function expectExactRanks(store: Store): Promise<void> {
  await scoresSettled(store);
  const rows = await standings(store);
  const totals = rows.filter((row) => row.rank !== null).map((row) => row.total!);
  for (const row of rows) if (row.rank !== null) expect([row.account_id, row.rank]).toEqual([row.account_id, totals.filter((total) => total > row.total!).length + 1]);
}

eachEngine((_engine, open) => {
  test('the first scoring publishes the template as version 1 and ranks by trade; who has none has no rank', async () => {
    const store = await open();
    await addPeople(store);
    const [whale, small, , , prospect] = await addCompanies(store);
    await addTrade(store, months.flatMap((month) => [{ accountId: whale!, day: `${month}-10`, amount: 9_000_000, cost: 6_000_000 }, { accountId: small!, day: `${month}-12`, amount: 20_000, cost: 19_000 }]));
    const context = await contextOf(store);
    await scorePortfolio(context);
    const rows = await standings(store);
    expect(rows).toHaveLength(5);
    const of = (id: number) => rows.find((row) => row.account_id === id)!;
    expect(of(whale!)).toMatchObject({ rank: 1, revenue: 54_000_000, margin: 18_000_000, as_of: '2026-03-12', currency: 'CNY', invoices: 6, last_day: '2026-03-10' });
    expect(JSON.parse(of(whale!).months)).toEqual([0, 9_000_000, 0, 9_000_000, 0, 9_000_000, 0, 9_000_000, 0, 9_000_000, 0, 9_000_000]);
    expect(of(small!).rank).toBe(2);
    expect(of(prospect!)).toMatchObject({ rank: null, total: null, grade: null, class: null, revenue: 0 });
    const versions = await store.read.selectFrom('model_version').select(['model_key', 'version', 'created_by']).execute();
    expect(versions).toEqual([{ model_key: 'general', version: 1, created_by: null }]);
  });

  test('several processes starting at once publish the template once', async () => {
    const store = await open();
    const made = await Promise.all([1, 2, 3].map(() => ensureTemplate(store, NOW)));
    expect(new Set(made.map((one) => one.id)).size).toBe(1);
    expect(await store.read.selectFrom('model_version').select('id').execute()).toHaveLength(1);
  });

  test('scoring again writes nothing', async () => {
    const store = await open();
    const [a, b] = await addCompanies(store);
    await addTrade(store, [{ accountId: a!, day: '2026-03-01', amount: 100 }, { accountId: b!, day: '2026-02-01', amount: 900 }]);
    const context = await contextOf(store);
    await scorePortfolio(context);
    const { scoreEverybody } = await import('#actions/select/scoreEverybody.ts');
    expect(await scoreEverybody(store, NOW)).toMatchObject({ changed: 0, later: [] });
  });

  test('a mark scores its customer at once and moves exactly the ranks it passes, up and down and out', async () => {
    const store = await open();
    await addPeople(store);
    const ids = await addCompanies(store, Array.from({ length: 9 }, (_, n) => ({ key: `K${n}`, name: `Customer ${n}` })));
    const context = await contextOf(store);
    for (const [n, id] of ids.slice(0, 7).entries()) await markAccount(context, id, [mark('funding', 1 + (n % 5)), mark('brand', 1 + ((n * 2) % 5))]);
    await expectExactRanks(store);
    for (const [id, value] of [[ids[0]!, 5], [ids[6]!, 1], [ids[3]!, 3], [ids[8]!, 4], [ids[0]!, 1], [ids[8]!, 2]] as const) {
      const { explanation } = await markAccount(context, id, [mark('funding', value), mark('brand', value), mark('growthOutlook', value)]);
      const row = (await standings(store)).find((one) => one.account_id === id)!;
      expect(row.total).toBe(explanation.total);
      await expectExactRanks(store);
    }
    // Withdrawn to nothing: it leaves the ranking, and everybody below moves up.
    await markAccount(context, ids[8]!, [mark('funding', null), mark('brand', null), mark('growthOutlook', null)]);
    expect((await standings(store)).find((one) => one.account_id === ids[8])).toMatchObject({ total: null, rank: null });
    await expectExactRanks(store);
  });

  test('marks on hundreds at once score and rank them as a full scoring would', async () => {
    const store = await open();
    await addPeople(store);
    const ids = await addCompanies(store, Array.from({ length: 400 }, (_, n) => ({ key: `K${n}`, name: `Customer ${n}` })));
    const context = await contextOf(store);
    await scorePortfolio(context);
    const some = (step: number, start: number) => ids.filter((_, n) => n % step === start).map((accountId, n) => ({ accountId, marks: [mark('funding', 1 + ((n * 7) % 5)), mark('brand', 1 + ((n * 3) % 5)), ...(n % 4 === 0 ? [mark('growthOutlook', 1 + (n % 5))] : [])] }));
    // All; some far apart, in stretches of their own; one of each stretch; and some to nothing.
    await markAccounts(context, some(1, 0));
    await markAccounts(context, some(3, 1));
    await markAccounts(context, [{ accountId: ids[10]!, marks: [mark('funding', 5), mark('brand', 5)] }, { accountId: ids[390]!, marks: [mark('funding', 1), mark('brand', 1)] }]);
    await markAccounts(context, ids.slice(100, 130).map((accountId) => ({ accountId, marks: ['funding', 'brand', 'growthOutlook'].map((key) => ({ indicator: key, value: null, note: '' })) })));
    await expectExactRanks(store);
    const kept = await standings(store);
    const { scoreEverybody } = await import('#actions/select/scoreEverybody.ts');
    expect(await scoreEverybody(store, NOW)).toMatchObject({ changed: 0, later: [] });
    expect(await standings(store)).toEqual(kept);
  });

  test('marks are history: the newest counts, undo brings the one before back, withdrawing can be undone', async () => {
    const store = await open();
    await addPeople(store);
    const [id] = await addCompanies(store);
    const context = await contextOf(store);
    await markAccount(context, id!, [mark('funding', 2)]);
    const second = await markAccount(context, id!, [mark('funding', 5)]);
    const value = async () => (await currentMarks(store.read, id!)).map((one) => one.value);
    expect(await value()).toEqual([5]);
    await undoEvent(context, second.event);
    expect(await value()).toEqual([2]);
    expect((await standings(store)).find((row) => row.account_id === id)!.total).toBe(25);
    const withdrawn = await markAccount(context, id!, [mark('funding', null)]);
    expect(await value()).toEqual([]);
    await undoEvent(context, withdrawn.event);
    expect(await value()).toEqual([2]);
    await expect(undoEvent(context, second.event)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('an undo of a mark over another can be taken back itself, there and back again', async () => {
    const store = await open();
    await addPeople(store);
    const [id] = await addCompanies(store);
    const context = await contextOf(store);
    await markAccount(context, id!, [mark('funding', 2)]);
    let event = (await markAccount(context, id!, [mark('funding', 5)])).event;
    for (const value of [2, 5, 2, 5]) {
      ({ event } = await undoEvent(context, event));
      expect((await currentMarks(store.read, id!)).map((one) => one.value)).toEqual([value]);
    }
  });

  test('marks are refused with the path of every fault, and nothing is recorded', async () => {
    const store = await open();
    await addPeople(store);
    const [id] = await addCompanies(store);
    const context = await contextOf(store);
    const refused = markAccount(context, id!, [mark('funding', 6), mark('brand', 2.5), mark('nonsense', 3), mark('revenue', 4), mark('ownershipKind', 'alien'), mark('fraud', 'yes'), { ...mark('profitability', 3), observedOn: '2026-04-02' }, mark('culturalFit', 4)]);
    await expect(refused).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ path: 'marks.0.value', reason: 'not_on_scale' }, { path: 'marks.1.value' }, { path: 'marks.2.indicator', reason: 'unknown_indicator' }, { path: 'marks.3.indicator', reason: 'computed_indicator' },
        { path: 'marks.4.value' }, { path: 'marks.5.value' }, { path: 'marks.6.observedOn', reason: 'in_the_future' }],
    });
    expect(await currentMarks(store.read, id!)).toEqual([]);
  });

  test('who may mark: the team of the account; others are told there is no such customer', async () => {
    const store = await open();
    await addPeople(store);
    const [mine, other] = await addCompanies(store);
    await giveTo(store, PEOPLE.mo, [mine!]);
    await giveTo(store, PEOPLE.vera, [mine!], 'member');
    await markAccount(await contextOf(store, PEOPLE.mo), mine!, [mark('brand', 4)]);
    await expect(markAccount(await contextOf(store, PEOPLE.mo), other!, [mark('brand', 4)])).rejects.toMatchObject({ code: 'not_found' });
    await expect(markAccount(await contextOf(store, PEOPLE.vera), mine!, [mark('brand', 4)])).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('a new version scores everybody, never changes, and can be taken back by activating the one before', async () => {
    const store = await open();
    await addPeople(store);
    const [a, b] = await addCompanies(store);
    const context = await contextOf(store);
    await markAccount(context, a!, [mark('funding', 5), mark('brand', 1)]);
    await markAccount(context, b!, [mark('funding', 1), mark('brand', 5)]);
    const rankOf = async (id: number) => (await standings(store)).find((row) => row.account_id === id)!.rank;
    expect([await rankOf(a!), await rankOf(b!)]).toEqual([1, 2]);
    const future = withWeights(GENERAL_TEMPLATE, { ...weightsOf(GENERAL_TEMPLATE), lenses: [5, 25, 70] });
    const published = await publishModel(context, future, 'growth year', true);
    expect(published.version).toBe(2);
    expect([await rankOf(a!), await rankOf(b!)]).toEqual([2, 1]);
    await expect(store.transaction((tx) => tx.updateTable('model_version').set({ note: 'changed' }).where('id', '=', published.id).execute())).rejects.toThrow(/never changes/);
    await expect(store.transaction((tx) => tx.deleteFrom('model_version').where('id', '=', published.id).execute())).rejects.toThrow(/never changes/);
    await undoEvent(context, published.event);
    expect([await rankOf(a!), await rankOf(b!)]).toEqual([1, 2]);
    const faulty = publishModel(context, withWeights(GENERAL_TEMPLATE, { ...weightsOf(GENERAL_TEMPLATE), lenses: [40, 25, 34] }), '', true);
    await expect(faulty).rejects.toMatchObject({ code: 'invalid', fields: [{ path: 'model.lenses', reason: 'weights_not_100' }] });
    await expect(publishModel(await contextOf(store, PEOPLE.mo), future, '', true)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(activateModel(context, 999)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('archived accounts keep their score and have no rank', async () => {
    const store = await open();
    const [a, b] = await addCompanies(store);
    const context = await contextOf(store);
    await markAccount(context, a!, [mark('funding', 5)]);
    await markAccount(context, b!, [mark('funding', 4)]);
    const setArchived = (at: string | null) => store.write.updateTable('account').set({ archived_at: at }).where('id', '=', a!).execute();
    await setArchived(NOW.toISOString());
    await scorePortfolio(context, [a!]);
    expect((await standings(store)).slice(0, 2).map((row) => [row.total, row.rank])).toEqual([[100, null], [75, 1]]);
    await scorePortfolio(context);
    expect((await standings(store)).slice(0, 2).map((row) => [row.total, row.rank])).toEqual([[100, null], [75, 1]]);
    await setArchived(null);
    await scorePortfolio(context, [a!]);
    expect((await standings(store)).slice(0, 2).map((row) => [row.total, row.rank])).toEqual([[100, 1], [75, 2]]);
  });

  test('only overdue lines of files that tell of payments count as overdue', async () => {
    const store = await open();
    const [a, b] = await addCompanies(store);
    const context = await contextOf(store);
    await addTrade(store, [{ accountId: a!, day: '2026-03-01', amount: 1000, dueDay: '2026-03-10' }, { accountId: b!, day: '2026-03-31', amount: 10 }]);
    await scorePortfolio(context);
    const overdue = async () => (await (await import('#storage/select/accountInputs.ts')).explanationInputs(store.read, a!))!.facts.trade!;
    expect((await overdue()).values.overdueShare).toBeNull();
    await addTrade(store, [{ accountId: a!, day: '2026-02-01', amount: 3000, dueDay: '2026-02-10', paidDay: '2026-02-08' }, { accountId: a!, day: '2026-01-20', amount: 1000, dueDay: '2026-03-01' }]);
    await scorePortfolio(context);
    const after = await overdue();
    expect(after.overdueAmount).toBe(1000);
    expect(after.overdueAmountDays).toBe(30_000);
    expect(after.values.overdueShare).toBeCloseTo(1000 / 5000, 12);
  });

  test('above 2,000 accounts a thread of its own scores, and gives what this thread would', async () => {
    const store = await open();
    await store.transaction(async (tx) => {
      const first = await takeIds(tx, 'account', 2500);
      const ids = Array.from({ length: 2500 }, (_, n) => first + n);
      await insertMany(tx, 'account', ids.map((id) => ({
        id, key: `N${id}`, key_norm: `n${id}`, name: `N${id}`, name_norm: `n${id}`, country: null, industry: null, owner_id: null, note: '', origin: 'manual' as const, import_id: null,
        created_at: NOW.toISOString(), created_by: null, archived_at: null,
      })));
      await insertMany(tx, 'trade_month', ids.map((id) => ({
        account_id: id, month: '2026-03', currency: 'CNY', revenue: ((id * 7919) % 100_000) + 1, credits: 0, cost: 0, costed_revenue: 0, lines: 1, invoices: 1, credit_notes: 0, due_amount: 0,
        late_amount: 0, late_amount_days: 0, first_day: '2026-03-02', last_day: '2026-03-02', last_sale_day: '2026-03-02',
      })));
    });
    const context = await contextOf(store);
    await Promise.all([scorePortfolio(context), scorePortfolio(context), scorePortfolio(context)]);
    const rows = await standings(store);
    expect(rows).toHaveLength(2500);
    await expectExactRanks(store);
    const { scoreEverybody } = await import('#actions/select/scoreEverybody.ts');
    expect((await scoreEverybody(store, NOW)).changed).toBe(0);
    // The best falls to the end: more than 2,000 others move by one.
    const best = rows.find((row) => row.rank === 1)!;
    await markAccount({ ...context }, best.account_id, GENERAL_TEMPLATE.lenses.flatMap((lens) => lens.factors.flatMap((factor) => factor.indicators.flatMap((one) => (one.kind === 'assessed' ? [mark(one.key, 1)] : [])))));
    await expectExactRanks(store);
  });
});
