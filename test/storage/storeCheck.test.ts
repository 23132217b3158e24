import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { examine, repair } from '#actions/examine.ts';
import type { Store } from '#storage/connect.ts';
import { insertMany } from '#storage/insertMany.ts';
import { rewriteMonths } from '#storage/select/tradeMonths.ts';
import { ensureTemplate } from '#actions/select/ensureTemplate.ts';
import { archiveAccount } from '#actions/select/archiveAccount.ts';
import { createAccounts } from '#actions/select/createAccounts.ts';
import { markAccount, markAccounts } from '#actions/select/markAccount.ts';
import { scorePortfolio, scoresSettled } from '#actions/select/scorePortfolio.ts';
import { undoEvent } from '#actions/trust/undoEvent.ts';
import { addCompanies, addPeople, contextOf, giveTo, NOW, PEOPLE } from '../cast.ts';
import { eachEngine } from '../database.ts';

const AT = NOW.toISOString();

/** People, companies, one import of lines with their sums and scores: nothing to complain about. */
async function sound(store: Store): Promise<number[]> {
  await addPeople(store);
  await ensureTemplate(store, NOW);
  const ids = await addCompanies(store);
  await giveTo(store, PEOPLE.mo, [ids[0]!]);
  await store.transaction(async (tx) => {
    await insertMany(tx, 'import', [{
      id: 1, kind: 'lines', file_name: 'lines.csv', file_size: 1, stored_name: 'lines.csv', file_sha256: null, state: 'committed', layout_hash: null, plan: null, findings: null,
      report: null, error: null, created_by: null, created_at: AT, committed_at: AT, undone_at: null,
    } as never]);
    await tx.insertInto('sequence').values({ name: 'import', next: 2 }).execute();
    await insertMany(tx, 'invoice_line', Array.from({ length: 40 }, (_, n) => ({
      id: 2 ** 24 + n, import_id: 1, account_id: ids[n % 3]!, line_hash: n, content_hash: n, row: n + 2, invoice_no: `R${Math.floor(n / 2)}`, day: `2026-0${1 + (n % 3)}-1${n % 10}`,
      currency: n % 7 === 0 ? 'EUR' : 'CNY', amount: n % 9 === 0 ? -500 : 10_000 + n, cost: n % 2 ? 6000 : null, quantity: 1, product: null, line_no: null, kind: n % 9 === 0 ? 'credit' as const : 'sale' as const,
      due_day: '2026-02-01', paid_day: n % 4 ? '2026-03-05' : null, superseded_by: null,
    })));
    await rewriteMonths(tx, ids);
  });
  await scorePortfolio(await contextOf(store));
  return ids;
}

eachEngine((_engine, open) => {
  test('a sound store has nothing to repair, and repairing it changes nothing', async () => {
    const store = await open();
    await sound(store);
    expect(await examine({ store })).toEqual([]);
    expect(await store.read.selectFrom('trade_month').selectAll().execute()).not.toEqual([]);
    const before = await store.read.selectFrom('trade_month').selectAll().orderBy('account_id').orderBy('month').orderBy('currency').execute();
    expect(await repair(await contextOf(store))).toEqual([]);
    expect(await store.read.selectFrom('trade_month').selectAll().orderBy('account_id').orderBy('month').orderBy('currency').execute()).toEqual(before);
  });

  test.each([
    ['tradeMonths', 'a sum is off by one cent', sql`update trade_month set revenue = revenue + 1 where account_id = 1 and month = '2026-01' and currency = 'CNY'`],
    ['tradeMonths', 'a month is missing', sql`delete from trade_month where account_id = 2`],
    ['searchTerms', 'a term is missing', sql`delete from search_term where account_id = 1 and term like 'c%'`],
    ['searchTerms', 'a name was changed past the program', sql`update account set name = 'Somebody else' where id = 3`],
    ['owners', 'the owner is not the one in the team', sql`update account set owner_id = 'max' where id = 1`],
    ['leftovers', 'sums of a customer who does not exist', sql`insert into account_team (account_id, user_id, role, since) values (4711, 'mo', 'member', '2026-01-01')`],
    ['ids', 'the next number is taken', sql`update sequence set next = 1 where name = 'account'`],
    ['standings', 'a customer without a score', sql`delete from standing where account_id = 2`],
    ['standings', 'a score that is not what trade and marks make of it', sql`update standing set total = total + 1 where account_id = 1`],
    ['standings', 'a class that the rules do not give', sql`update standing set class = 'exit' where account_id = 1`],
    ['standings', 'ranks out of order', sql`update standing set rank = 4 - rank where rank is not null`],
    ['standings', 'a rank of somebody who was put away', sql`update account set archived_at = '2026-03-01T00:00:00.000Z' where id = 3`],
    ['standings', 'a mark recorded past the program', sql`insert into mark (id, account_id, indicator, value, note, observed_on, recorded_at) values (0, 2, 'brand', '5', '', '2026-03-01', '2026-03-01T00:00:00.000Z')`],
    ['standings', 'a setting changed past the program', sql`insert into setting (name, value, updated_at) values ('costToServe', '{"perOrder":100000,"perLine":0,"perReturn":0,"costOfCapital":0,"defaultMargin":null}', '2026-03-01T00:00:00.000Z')`],
  ])('%s: %s', async (check, _what, damage) => {
    const store = await open();
    await sound(store);
    await store.transaction((tx) => damage.execute(tx));
    expect((await examine({ store })).map((finding) => finding.check)).toEqual([check]);
    expect(await repair(await contextOf(store))).toEqual([]);
  });

  test('what people do one by one leaves scores and ranks as a full look finds them', async () => {
    const store = await open();
    const ids = await sound(store);
    const context = await contextOf(store);
    const told = async () => {
      await scoresSettled(store);
      return await examine({ store });
    };
    const { event } = await markAccount(context, ids[0]!, [{ indicator: 'brand', value: 5, note: '' }, { indicator: 'fraud', value: true, note: 'court file' }]);
    await markAccounts(context, ids.map((accountId, n) => ({ accountId, marks: [{ indicator: 'culturalFit', value: 1 + n, note: '' }] })));
    expect(await told()).toEqual([]);
    await undoEvent(context, event);
    await archiveAccount(context, ids[1]!, true);
    expect(await told()).toEqual([]);
    await createAccounts(context, [{ key: 'N1', name: 'Newcomer' }]);
    await archiveAccount(context, ids[1]!, false);
    expect(await told()).toEqual([]);
  });

  test('lost lines are told and stay: nothing can bring their import back', async () => {
    const store = await open();
    await sound(store);
    await store.transaction((tx) => sql`update invoice_line set import_id = 99, superseded_by = 1 where id = ${2 ** 24}`.execute(tx));
    const found = await repair(await contextOf(store));
    expect(found).toEqual([{ check: 'lines', count: 1, examples: [`line ${2 ** 24}`] }]);
  });
});
