import { expect, test } from 'vitest';
import { cancelImport } from '#actions/select/importing/cancelImport.ts';
import { checkImport } from '#actions/select/importing/checkImport.ts';
import { commitImport } from '#actions/select/importing/commitImport.ts';
import { importFile } from '#actions/select/importing/importFile.ts';
import { previewImport } from '#actions/select/importing/previewImport.ts';
import { purgesEnded } from '#actions/select/importing/purge.ts';
import { scorePortfolio } from '#actions/select/scorePortfolio.ts';
import { createAccounts } from '#actions/select/createAccounts.ts';
import { undoEvent } from '#actions/trust/undoEvent.ts';
import { Refusal } from '#domain/refusal.ts';
import { readImport } from '#storage/select/imports.ts';
import { addCompanies, addPeople, contextOf, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { books, check, csv, faultyMonths, liveLines, take, takeBack, upload } from '../../imports.ts';

const LINES = [
  ['C001', '海浪声学科技有限公司', 'A1', 1, '2026-01-05', 'P1', 10, '1000.00', '600.00', 'CNY', '2026-02-05', '2026-02-20'],
  ['C001', '海浪声学科技有限公司', 'A1', 2, '2026-01-05', 'P2', 5, '500.50', '300.00', 'CNY', '2026-02-05', '2026-02-20'],
  ['C009', 'Neue Kunden GmbH', 'A2', 1, '2026-02-10', 'P1', 1, '99.99', '', 'EUR', '', ''],
  ['C009', 'Neue Kunden GmbH', 'A3', 1, '2026-03-01', 'P1', -1, '-99.99', '', 'EUR', '', ''],
] as const;

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(() => null, (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Refusal);
  return error as Refusal;
}

eachEngine((_engine, open) => {
  const ready = async () => {
    const store = await open();
    await addPeople(store);
    await addCompanies(store);
    const context = await contextOf(store);
    await scorePortfolio(context);
    return { store, context };
  };

  test('a dry run says what would happen and changes nothing; the commit does just that', async () => {
    const { store, context } = await ready();
    const before = await liveLines(store);
    const { id, report } = await check(context, csv(LINES));
    expect(report).toMatchObject({ rows: 4, created: 4, changed: 0, unchanged: 0, faults: 0, accountsCreated: 1, accountsKnown: 1, accountsChanged: 0, firstDay: '2026-01-05', lastDay: '2026-03-01' });
    expect(report.totals).toEqual([{ currency: 'CNY', amount: 150050, lines: 2 }, { currency: 'EUR', amount: 0, lines: 2 }]);
    expect(report.traps.map((trap) => trap.code)).toContain('several_currencies');
    expect(await liveLines(store)).toEqual(before);
    expect(await store.read.selectFrom('account').select('id').where('key', '=', 'C009').execute()).toEqual([]);

    await (await commitImport(context, id)).ended;
    expect((await liveLines(store)).length).toBe(4);
    expect(await faultyMonths(store)).toEqual([]);
    const months = await store.read.selectFrom('trade_month as m').innerJoin('account as a', 'a.id', 'm.account_id').selectAll('m').select('a.key').orderBy('a.key').orderBy('m.month').execute();
    expect(months).toMatchObject([
      { key: 'C001', month: '2026-01', currency: 'CNY', revenue: 150050, credits: 0, cost: 90000, costed_revenue: 150050, lines: 2, invoices: 1, credit_notes: 0, due_amount: 150050, late_amount: 150050, late_amount_days: 150050 * 15, first_day: '2026-01-05', last_sale_day: '2026-01-05' },
      { key: 'C009', month: '2026-02', currency: 'EUR', revenue: 9999, credits: 0, cost: 0, costed_revenue: 0, lines: 1, invoices: 1, credit_notes: 0, due_amount: 0, late_amount: 0 },
      { key: 'C009', month: '2026-03', currency: 'EUR', revenue: -9999, credits: -9999, lines: 1, invoices: 0, credit_notes: 1, last_day: '2026-03-01', last_sale_day: null },
    ]);
    const account = await store.read.selectFrom('account').selectAll().where('key', '=', 'C009').executeTakeFirstOrThrow();
    expect(account).toMatchObject({ name: 'Neue Kunden GmbH', origin: 'import', import_id: id, created_by: PEOPLE.ada.id });
    expect(await store.read.selectFrom('search_term').select('term').where('account_id', '=', account.id).where('term', '=', 'kunden').execute()).toHaveLength(1);
    expect(await store.read.selectFrom('standing').select('account_id').where('account_id', '=', account.id).execute()).toHaveLength(1);
    expect(await store.read.selectFrom('event').select(['verb', 'user_id', 'payload']).where('subject_type', '=', 'import').execute()).toEqual([
      { verb: 'importCommitted', user_id: PEOPLE.ada.id, payload: JSON.stringify({ importId: id, fileName: 'lines.csv', created: 4, changed: 0, accountsCreated: 1 }) },
    ]);
  });

  test('totals above their lines are left out like any other, with a day or without; kept when the plan keeps them', async () => {
    const { store, context } = await ready();
    const line = (key: string, n: number, amount: number) => [key, `Customer ${key}`, `${key}-${n}`, 1, `2026-01-${String(n + 1).padStart(2, '0')}`, 'P1', 1, (amount / 100).toFixed(2), '', 'CNY', '', ''];
    const group = (key: string, amounts: number[], day: string) => [[`T${key}`, `All of ${key}`, '', '', day, '', '', (amounts.reduce((sum, one) => sum + one, 0) / 100).toFixed(2), '', 'CNY', '', ''], ...amounts.map((amount, n) => line(key, n, amount))];
    const rows = [...group('A', [100_01, 230_17, 95_50, 12_99, 7_77, 80_00], '2026-01-31'), ...group('B', [44_40, 310_05, 66_60, 21_12, 5_05], ''), ...group('C', [9_99], '2026-01-31')];
    const { report } = await check(context, csv(rows));
    expect(report).toMatchObject({ rows: 15, created: 12, faults: 0, leftOut: { total_row: 3 }, accountsCreated: 3, totals: [{ currency: 'CNY', amount: 983_65, lines: 12 }] });
    expect(report.traps.find((trap) => trap.code === 'total_row')).toMatchObject({ count: 3, leftOut: true, amount: 983_65, rows: [{ row: 2, text: 'All of A' }, { row: 9, text: 'All of B' }, { row: 15, text: 'All of C' }] });
    const kept = await check(context, csv(rows), { leaveOut: [], faulty: 'leave_out' }, 'again.csv');
    expect(kept.report).toMatchObject({ created: 14, faults: 1, leftOut: {} });
    expect(kept.report.traps.find((trap) => trap.code === 'total_row')).toMatchObject({ count: 3, leftOut: false });
    const { id } = await take(context, csv(rows), {}, 'taken.csv');
    expect(await faultyMonths(store)).toEqual([]);
    expect((await liveLines(store)).filter((one) => one.import_id === id).map((one) => one.amount).reduce((sum, one) => sum + one, 0)).toBe(983_65);
  });

  test('the same file again changes nothing, and says that it has been here', async () => {
    const { store, context } = await ready();
    const first = await take(context, csv(LINES));
    const before = await books(store);
    const again = await check(context, csv(LINES));
    expect(again.report).toMatchObject({ rows: 4, created: 0, changed: 0, unchanged: 4, accountsCreated: 0, accountsKnown: 2 });
    expect((await readImport(store.read, again.id))!.findings!.notes).toContainEqual({ code: 'same_file', params: expect.objectContaining({ import: first.id }) });
    await (await commitImport(context, again.id)).ended;
    expect(await books(store)).toEqual(before);
  });

  test('undo restores the exact earlier state', async () => {
    const { store, context } = await ready();
    await take(context, csv(LINES.slice(0, 2)));
    const before = await books(store);
    const { id } = await take(context, csv([...LINES, ['C001', '海浪声学科技有限公司', 'A9', 1, '2026-01-31', 'P1', 1, '1.00', '', 'CNY', '', '']]));
    await takeBack(context, id);
    expect(await books(store)).toEqual(before);
    expect((await readImport(store.read, id))!.state).toBe('undone');
    expect((await refusalOf(takeBack(context, id))).reason).toBe('import_state');
  });

  test('the audit page takes an import back out as well, once', async () => {
    const { store, context } = await ready();
    const before = await books(store);
    const { event } = await importFile(context, { fileName: 'lines.csv', content: (async function* () { yield csv(LINES); })() });
    await undoEvent(context, event);
    await purgesEnded(store);
    expect(await books(store)).toEqual(before);
    expect((await store.read.selectFrom('event').select(['verb', 'undoes']).orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow())).toEqual({ verb: 'importUndone', undoes: event });
    expect((await refusalOf(undoEvent(context, event))).reason).toBe('already_undone');
  });

  test('a changed line replaces the earlier one; taking the change out brings that back, in any order', async () => {
    const { store, context } = await ready();
    const a = await take(context, csv(LINES));
    const changed = LINES.map((cells, n) => (n === 0 ? cells.map((cell, at) => (at === 7 ? '1200.00' : cell)) : cells));
    const b = await take(context, csv(changed));
    expect(b.report).toMatchObject({ created: 0, changed: 1, unchanged: 3 });
    const again = changed.map((cells, n) => (n === 0 ? cells.map((cell, at) => (at === 7 ? '1300.00' : cell)) : cells));
    const c = await take(context, csv(again));
    const amounts = async () => (await liveLines(store)).filter((line) => line.key === 'C001').map((line) => line.amount).toSorted((x, y) => x - y);
    expect(await amounts()).toEqual([50050, 130000]);
    // The one in the middle goes: the newest still stands.
    await takeBack(context, b.id);
    expect(await amounts()).toEqual([50050, 130000]);
    expect(await faultyMonths(store)).toEqual([]);
    await takeBack(context, c.id);
    expect(await amounts()).toEqual([50050, 100000]);
    expect(await faultyMonths(store)).toEqual([]);
    await takeBack(context, a.id);
    expect(await liveLines(store)).toEqual([]);
    expect(await faultyMonths(store)).toEqual([]);
  });

  test('identical lines of one file are lines of their own, again and again', async () => {
    const { store, context } = await ready();
    const twice = csv([LINES[0], LINES[0], LINES[0]]);
    const { report } = await take(context, twice, { matchKeys: [] });
    expect(report).toMatchObject({ created: 3 });
    expect(report.traps.find((trap) => trap.code === 'repeated_line')?.count).toBe(2);
    expect((await check(context, twice, { matchKeys: [] })).report).toMatchObject({ created: 0, unchanged: 3 });
    expect((await check(context, csv([LINES[0], LINES[0], LINES[0], LINES[0]]), { matchKeys: [] })).report).toMatchObject({ created: 1, unchanged: 3 });
    expect(await faultyMonths(store)).toEqual([]);
  });

  test('faulty rows are listed with row, column, value and reason; they refuse the import or are left out', async () => {
    const { store, context } = await ready();
    const file = csv([...LINES, ['C001', 'x', 'A5', 1, '2026-02-30', 'P1', 1, 'abc', '', 'CNY', '', '']]);
    const { id, report, plan } = await check(context, file);
    expect(report).toMatchObject({ rows: 5, created: 4, faults: 1 });
    expect(await store.read.selectFrom('import_fault').select(['seq', 'row', 'column_name', 'value', 'code']).where('import_id', '=', id).orderBy('seq').execute()).toEqual([
      { seq: 1, row: 6, column_name: 'Invoice Date', value: '2026-02-30', code: 'no_such_day' }, { seq: 2, row: 6, column_name: 'Amount', value: 'abc', code: 'not_a_number' },
    ]);
    expect(await refusalOf(commitImport(context, id))).toMatchObject({ code: 'conflict', reason: 'faults', params: { faults: 1 } });
    await (await checkImport(context, id, { ...plan, faulty: 'leave_out' })).ended;
    await (await commitImport(context, id)).ended;
    expect(await liveLines(store)).toHaveLength(4);
  });

  test('suspected duplicates are found in the file and among the known, and merged when told to', async () => {
    const { store, context } = await ready();
    const file = csv([
      ['N1', 'Northwind Hearing Limited', 'B1', 1, '2026-01-05', 'P1', 1, '10.00', '', 'CNY', '', ''],
      ['X1', 'Lone Star Ltd.', 'B2', 1, '2026-01-06', 'P1', 1, '20.00', '', 'CNY', '', ''],
      ['X2', 'LONE STAR LIMITED', 'B3', 1, '2026-01-07', 'P1', 1, '30.00', '', 'CNY', '', ''],
    ]);
    const { id, report, plan } = await check(context, file);
    const groups = report.traps.find((trap) => trap.code === 'suspected_duplicates')!.groups!;
    expect(groups.map((group) => group.map((member) => member.key).toSorted())).toEqual(expect.arrayContaining([['X1', 'X2'], ['C002', 'C003', 'N1']]));
    const merged = await (await checkImport(context, id, { ...plan, merge: { X1: 'X2', N1: 'C002' } })).ended;
    expect(merged).toMatchObject({ created: 3, accountsCreated: 1, accountsKnown: 1 });
    await (await commitImport(context, id)).ended;
    expect((await liveLines(store)).map((line) => line.key).toSorted()).toEqual(['C002', 'X2', 'X2']);
    expect((await store.read.selectFrom('account').select('name').where('key', '=', 'X2').executeTakeFirstOrThrow()).name).toBe('LONE STAR LIMITED');
    // The choice is remembered for files of this layout.
    expect((await upload(context, file)).plan.merge).toEqual({ X1: 'X2', N1: 'C002' });
  });

  test('a file of customers creates and updates them; undo puts back what nobody has changed since', async () => {
    const { store, context } = await ready();
    const before = await books(store);
    const file = Buffer.from('客户编码,客户名称,国家,行业\nC001,海浪声学集团有限公司,中国,汽车\nC005,Arbor Audio GmbH,Deutschland,Automotive\nC777,新客户股份有限公司,中国,医疗\n');
    const { id, report } = await take(context, file, {}, '客户.csv');
    expect(report).toMatchObject({ rows: 3, created: 1, changed: 1, unchanged: 1, accountsCreated: 1, accountsChanged: 1, accountsKnown: 2 });
    expect(await store.read.selectFrom('account').select(['name', 'industry']).where('key', '=', 'C001').executeTakeFirstOrThrow()).toEqual({ name: '海浪声学集团有限公司', industry: '汽车' });
    expect((await check(context, file)).report).toMatchObject({ created: 0, changed: 0, unchanged: 3 });
    await store.write.updateTable('account').set({ industry: '教育' }).where('key', '=', 'C001').execute();
    await takeBack(context, id);
    const after = await books(store) as { accounts: { key: string; industry: string | null; name: string }[]; terms: unknown };
    expect(after.accounts.find((account) => account.key === 'C001')).toMatchObject({ name: '海浪声学科技有限公司', industry: '教育' });
    expect(after.accounts.map((account) => account.key)).toEqual((before as typeof after).accounts.map((account) => account.key));
    expect(after.terms).toEqual((before as typeof after).terms);
  });

  test('customers created by an import stay when something else uses them by now', async () => {
    const { store, context } = await ready();
    const { id } = await take(context, csv(LINES));
    const created = await store.read.selectFrom('account').select('id').where('key', '=', 'C009').executeTakeFirstOrThrow();
    await store.write.insertInto('account_team').values({ account_id: created.id, user_id: PEOPLE.mo.id, role: 'member', since: '2026-03-31', added_by: null }).execute();
    await takeBack(context, id);
    expect(await store.read.selectFrom('account').select('id').where('key', '=', 'C009').execute()).toEqual([created]);
    expect(await store.read.selectFrom('trade_month').select('month').execute()).toEqual([]);
  });

  test('when customers or lines have changed since the dry run, it is run again: the same outcome is taken, another one is shown first', async () => {
    const { store, context } = await ready();
    const { id } = await check(context, csv(LINES));
    await createAccounts(context, [{ key: 'ZZ', name: 'Somebody else' }]);
    await (await commitImport(context, id)).ended;
    expect(await liveLines(store)).toHaveLength(4);

    const [one, two] = [await check(context, csv([['C050', 'Fifty', 'F1', 1, '2026-01-05', 'P', 1, '5.00', '', 'CNY', '', '']])), await check(context, csv([['C050', 'Fifty Ltd', 'F1', 1, '2026-01-05', 'P', 1, '6.00', '', 'CNY', '', '']]))];
    await (await commitImport(context, one.id)).ended;
    expect(await refusalOf((await commitImport(context, two.id)).ended)).toMatchObject({ code: 'conflict', reason: 'changed_since_check' });
    expect((await readImport(store.read, two.id))!).toMatchObject({ state: 'checked', report: { created: 0, changed: 1, accountsCreated: 0, accountsKnown: 1 } });
    await (await commitImport(context, two.id)).ended;
    expect((await liveLines(store)).filter((line) => line.key === 'C050').map((line) => line.amount)).toEqual([600]);
    expect(await faultyMonths(store)).toEqual([]);
  });

  test('imports side by side: all are taken, none twice', async () => {
    const { store, context } = await ready();
    const files = [0, 1, 2, 3].map((n) => csv(Array.from({ length: 50 }, (_, line) => [`S${line % 7}`, `Side ${line % 7}`, `I${n}-${line}`, 1, '2026-01-05', 'P', 1, `${n + 1}.00`, '', 'CNY', '', ''])));
    const checked = await Promise.all(files.map((file) => check(context, file)));
    for (const { id } of checked) {
      const outcome = await (await commitImport(context, id)).ended.catch((error: unknown) => error);
      if (outcome instanceof Refusal) await (await commitImport(context, id)).ended;
    }
    expect(await liveLines(store)).toHaveLength(200);
    expect(await faultyMonths(store)).toEqual([]);
    expect(await store.read.selectFrom('account').select('id').where('key', 'like', 'S%').execute()).toHaveLength(7);
  });

  test('two commits of one import at the same time: it is taken once', async () => {
    const { store, context } = await ready();
    const { id } = await check(context, csv(LINES));
    const outcomes = await Promise.allSettled([commitImport(context, id).then((run) => run.ended), commitImport(context, id).then((run) => run.ended)]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    expect(await liveLines(store)).toHaveLength(4);
  });

  test('cancelled before, during and after the dry run: nothing remains', async () => {
    const { store, context } = await ready();
    const before = await books(store);
    const { id } = await upload(context, csv(LINES));
    await cancelImport(context, id);
    const checked = await check(context, csv(LINES));
    await cancelImport(context, checked.id);
    const many = csv(Array.from({ length: 30_000 }, (_, n) => [`K${n % 300}`, `Kunde ${n % 300}`, `I${n}`, 1, '2026-01-05', 'P', 1, '1.00', '', 'CNY', '', '']));
    const reading = await upload(context, many);
    const { ended } = await checkImport(context, reading.id, reading.plan);
    const unsubscribe = context.live.subscribe((message) => {
      if (message.type === 'import' && message.progress && message.progress.done > 0) void cancelImport(context, reading.id).catch(() => {});
    });
    await expect(ended).rejects.toThrow();
    unsubscribe();
    await purgesEnded(store);
    expect(await books(store)).toEqual(before);
    expect((await readImport(store.read, reading.id))!.state).toBe('cancelled');
    const { id: taken } = await take(context, csv(LINES));
    expect((await refusalOf(cancelImport(context, taken))).reason).toBe('import_state');
  });

  test('what a plan lacks is named; who may not bring data is refused', async () => {
    const { store, context } = await ready();
    const { id, plan } = await upload(context, csv(LINES));
    const { day: _day, amount: _amount, unitPrice: _price, ...columns } = plan.columns;
    const refusal = await refusalOf(checkImport(context, id, { ...plan, columns }));
    expect(refusal.fields.map((field) => field.path)).toEqual(['columns.day', 'columns.amount']);
    const mo = await contextOf(store, PEOPLE.mo);
    expect((await refusalOf(upload(mo, csv(LINES)))).code).toBe('forbidden');
    expect((await refusalOf(previewImport(context, 999, {}))).code).toBe('not_found');
    expect((await refusalOf(upload(context, Buffer.from('%PDF-1.7 not a table')))).code).toBe('file_refused');
  });
});
