import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { examine, repair } from '#actions/examine.ts';
import type { Store } from '#storage/connect.ts';
import { insertMany } from '#storage/insertMany.ts';
import { rewriteMonths } from '#storage/select/tradeMonths.ts';
import { ensureTemplate } from '#actions/select/ensureTemplate.ts';
import { scorePortfolio } from '#actions/select/scorePortfolio.ts';
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
  ])('%s: %s', async (check, _what, damage) => {
    const store = await open();
    await sound(store);
    await store.transaction((tx) => damage.execute(tx));
    expect((await examine({ store })).map((finding) => finding.check)).toEqual([check]);
    expect(await repair(await contextOf(store))).toEqual([]);
  });

  test('lost lines are told and stay: nothing can bring their import back', async () => {
    const store = await open();
    await sound(store);
    await store.transaction((tx) => sql`update invoice_line set import_id = 99, superseded_by = 1 where id = ${2 ** 24}`.execute(tx));
    const found = await repair(await contextOf(store));
    expect(found).toEqual([{ check: 'lines', count: 1, examples: [`line ${2 ** 24}`] }]);
  });
});
