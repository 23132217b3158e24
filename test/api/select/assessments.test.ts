import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { markAccount } from '#actions/select/markAccount.ts';
import { scorePortfolio, scoresSettled } from '#actions/select/scorePortfolio.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import type { Store } from '#storage/connect.ts';
import { currentMarks } from '#storage/select/marks.ts';
import { FilledBook, packed, sheetOf } from '../../assessBook.ts';
import { startApi, type Client, type TestApi } from '../../api.ts';
import { addCompanies, addPeople, COMPANIES, contextOf, giveTo, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { workbook } from '../../actions/files/packages.ts';

const { ada, dora, mo, max, cleo, vera } = PEOPLE;
const FORMULA = '=HYPERLINK("http://elsewhere.example")';

interface Cast { store: Store; api: TestApi; ids: number[] }

/** Five companies and one whose name a spreadsheet would run; mo owns the first two, cleo works on the first. Some marks. */
async function ready(store: Store, config: Parameters<typeof startApi>[1] = {}): Promise<Cast> {
  await addPeople(store);
  const ids = await addCompanies(store, [...COMPANIES, { key: '+861', name: FORMULA }]);
  await giveTo(store, mo, ids.slice(0, 2));
  await giveTo(store, cleo, [ids[0]!], 'member');
  await giveTo(store, vera, [ids[0]!], 'member');
  const context = await contextOf(store, ada);
  await scorePortfolio(context);
  await markAccount(context, ids[0]!, [{ indicator: 'brand', value: 3, note: '' }, { indicator: 'ownershipKind', value: 'listed', note: '' }, { indicator: 'disparagement', value: true, note: '' }]);
  await markAccount(context, ids[1]!, [{ indicator: 'brand', value: 2, note: '' }]);
  return { store, ids, api: await startApi(store, { dataDir: store.dataDir, ...config }) };
}

async function download(client: Client, query = '?language=en'): Promise<Buffer> {
  const answer = await client.fetch(`/api/assessments/export${query}`);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

const filled = async (client: Client, query?: string) => await FilledBook.of(await download(client, query));
const bring = (client: Client, bytes: Uint8Array, fileName = 'filled.xlsx') => client.call('POST /api/assessments/read', { query: { fileName, language: 'en' }, body: bytes });
const value = async (store: Store, id: number, indicator: string) => (await currentMarks(store.read, id)).find((mark) => mark.indicator === indicator)?.value ?? null;

/** Records everything that was read, as the screen does when nobody objects. */
async function record(client: Client, read: Awaited<ReturnType<typeof bring>>['body']) {
  const notes = new Map(read.accounts.map((account) => [account.id, account.note]));
  const sets = [...Map.groupBy(read.changes, (change) => change.accountId)].map(([accountId, changes]) => ({
    accountId, marks: changes.map((change) => ({ indicator: change.indicator, value: change.to, note: notes.get(accountId)!, factIds: [], expects: change.now?.id ?? null })),
  }));
  return await client.call('POST /api/assessments', { body: { fileName: read.fileName, sets } });
}

eachEngine((_engine, open) => {
  test('the workbook: who, what stands there, what may be filled in, in the language asked for', async () => {
    const { api } = await ready(await open());
    const answer = await api.as(ada).fetch('/api/assessments/export?language=zh-Hans');
    expect([answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([expect.stringContaining('spreadsheetml'), expect.stringContaining(`filename*=UTF-8''${encodeURIComponent('客户评估 ')}`)]);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const book = await FilledBook.of(bytes);
    expect(book.rows[3]!.slice(0, 6)).toEqual(['编号', '客户编码', '客户名称', '等级', '分类', '负责人']);
    expect([book.text('C001', 'brand'), book.text('C001', 'ownershipKind'), book.text('C001', 'disparagement'), book.text('C001', 'fraud'), book.text('C001', 'owner')]).toEqual(['3', '境内上市公司', '是', '', 'Mo Zhang']);
    expect(book.text("'+861", 'name')).toBe(`'${FORMULA}`);
    expect((await sheetOf(bytes, '量表')).flat()).toContain('业内知名，可作案例');
    for (const [, xml] of book.parts) expect(xml).not.toMatch(/<f>/);
    const english = await filled(api.as(ada));
    expect(english.rows[1]!.slice(6)).toContain('Red lines');
    expect(english.text('C001', 'ownershipKind')).toBe('Listed at home');
    expect((await filled(api.as(ada), '?language=zh-Hant')).rows[3]).toContain('客戶名稱');
  });

  test('there and back: what was not touched is no change, whoever marked meanwhile', async () => {
    const { store, api, ids } = await ready(await open());
    const bytes = await download(api.as(ada));
    const same = await bring(api.as(ada), bytes);
    expect(same).toMatchObject({ status: 200, body: { changes: [], faults: [], notes: [], already: 0, rows: 6, unchanged: 6 * 28, fileName: 'filled.xlsx' } });
    await markAccount(await contextOf(store, dora), ids[0]!, [{ indicator: 'brand', value: 5, note: '' }]);
    expect((await bring(api.as(ada), bytes)).body).toMatchObject({ changes: [], unchanged: 6 * 28 });
    expect(readdirSync(join(store.dataDir, 'uploads'))).toEqual([]);
  });

  test('marks, a withdrawal, a red line with its reason, a source: read, recorded, scored, one event each and one for all', async () => {
    const { store, api, ids } = await ready(await open());
    const book = (await filled(api.as(ada))).set('C001', 'brand', 5).set('C001', 'disparagement', null).set('C002', 'ownershipKind', 'Private, large, audited').set('C002', 'fraud', 'yes').set('C002', 'reason', 'Forged test reports, court file 12/26').set('C005', 'funding', 4)
      .set('C005', 'source', 'https://arbor.example/report').set('C001', 'source', 'Wang, quality manager').set('C001', 'how', 'Told by the person');
    const { status, body } = await bring(api.as(ada), await book.bytes());
    expect(status).toBe(200);
    expect(body.faults).toEqual([]);
    expect(body.changes.map((change) => [ids.indexOf(change.accountId), change.indicator, change.from?.value ?? null, change.to, change.conflict])).toEqual([
      [0, 'brand', 3, 5, false], [0, 'disparagement', true, null, false], [1, 'ownershipKind', null, 'privateLarge', false], [1, 'fraud', null, true, false], [4, 'funding', null, 4, false],
    ]);
    expect(body.changes[0]!.now).toMatchObject({ value: 3, by: { id: 'ada', name: 'Ada Lin' } });
    expect(body.changes[0]!.cell).toBe(book.at('C001', 'brand'));
    expect(body.accounts.map((account) => [account.name, account.note, account.citation])).toEqual([
      ['海浪声学科技有限公司', '', { evidence: 'person', sourceType: 'person', source: 'Wang, quality manager', url: null }],
      ['Northwind Hearing Ltd', 'Forged test reports, court file 12/26', null],
      ['Arbor Audio GmbH', '', { evidence: 'document', sourceType: 'url', source: '', url: 'https://arbor.example/report' }],
    ]);

    const before = (await api.as(ada).call('GET /api/events', { query: { limit: 1 } })).body.rows[0]!.id;
    const done = await record(api.as(ada), body);
    expect(done).toMatchObject({ status: 200, body: { accounts: 3, marks: 5 } });
    expect([await value(store, ids[0]!, 'brand'), await value(store, ids[0]!, 'disparagement'), await value(store, ids[1]!, 'fraud'), await value(store, ids[4]!, 'funding')]).toEqual([5, null, true, 4]);
    expect((await currentMarks(store.read, ids[1]!)).find((mark) => mark.indicator === 'fraud')!.note).toBe('Forged test reports, court file 12/26');
    await scoresSettled(store);
    const { rows } = (await api.as(ada).call('GET /api/accounts')).body;
    expect(rows.find((row) => row.id === ids[1])).toMatchObject({ veto: true, grade: 'D' });
    const totals = rows.map((row) => row.total).filter((total) => total !== null);
    expect(totals).toHaveLength(3);
    for (const row of rows) if (row.total !== null) expect(row.rank).toBe(totals.filter((total) => total > row.total!).length + 1);
    const events = (await api.as(ada).call('GET /api/events', { query: { limit: 10 } })).body.rows.filter((event) => event.id > before);
    expect(events.map((event) => event.verb)).toEqual(['marked', 'marked', 'marked', 'assessed']);
    expect(events.at(-1)).toMatchObject({ id: done.body.event, payload: { accounts: 3, marks: 5, fileName: 'filled.xlsx', takenBack: false }, can: { undo: true } });
    expect(done.body.events).toEqual(events.slice(0, 3).map((event) => event.id).toReversed());

    const again = await bring(api.as(ada), await book.bytes());
    expect(again.body).toMatchObject({ changes: [], already: 5, notes: [{ code: 'source_unused' }] });
  });

  test('conflicts: what is there now with who and when; recording what was seen is refused when it has moved on once more', async () => {
    const { store, api, ids } = await ready(await open());
    const book = (await filled(api.as(ada))).set('C001', 'brand', 5).set('C001', 'ownershipKind', null).set('C002', 'brand', 4).set('C002', 'culturalFit', 2);
    await markAccount(await contextOf(store, dora), ids[0]!, [{ indicator: 'brand', value: 1, note: 'saw it' }, { indicator: 'ownershipKind', value: 'state', note: '' }]);
    await markAccount(await contextOf(store, dora), ids[1]!, [{ indicator: 'brand', value: null, note: '' }, { indicator: 'culturalFit', value: 2, note: '' }]);
    const { body } = await bring(api.as(ada), await book.bytes());
    expect(body).toMatchObject({ already: 1 });
    expect(body.changes.map((change) => [change.indicator, change.from?.value, change.to, change.now?.value, change.now?.by?.name, change.conflict])).toEqual([
      ['brand', 3, 5, 1, 'Dora Wu', true], ['ownershipKind', 'listed', null, 'state', 'Dora Wu', true], ['brand', 2, 4, null, 'Dora Wu', true],
    ]);
    expect(body.changes[2]!.now!.id).toBe(null);
    await markAccount(await contextOf(store, dora), ids[0]!, [{ indicator: 'brand', value: 2, note: '' }]);
    const refused = await record(api.as(ada), body);
    expect(refused).toMatchObject({ status: 409, body: { code: 'conflict', reason: 'marked_since', params: { account: ids[0], indicator: 'brand' } } });
    expect(await value(store, ids[1]!, 'brand')).toBe(null);
    const seen = await bring(api.as(ada), await book.bytes());
    expect((await record(api.as(ada), seen.body)).status).toBe(200);
    expect([await value(store, ids[0]!, 'brand'), await value(store, ids[0]!, 'ownershipKind'), await value(store, ids[1]!, 'brand')]).toEqual([5, null, 4]);
  });

  test('every fault with row, cell, value and reason; the rest is read all the same', async () => {
    const { api } = await ready(await open());
    const base = await filled(api.as(ada));
    const book = base.set('C001', 'brand', 6).set('C001', 'funding', '3,5').set('C001', 'planning', 'good').set('C001', 'culturalFit', 4).set('C001', 'ownershipKind', 'Alien').set('C001', 'disparagement', 'perhaps')
      .set('C002', 'bribery', 'yes').set('C002', 'how', 'In a dream').set('C003', 'reason', 'x'.repeat(2001)).set('C003', 'brand', 3)
      .write(base.at('C004', 'id'), 999_999).write(base.at('C005', 'code'), 'C004').set('C005', 'brand', 1);
    const { body } = await bring(api.as(ada), await book.bytes());
    expect(body.faults.map((fault) => [fault.cell, fault.value.slice(0, 10), fault.reason])).toEqual(([
      ['C001', 'funding', '3,5', 'not_a_level'], ['C001', 'planning', 'good', 'not_a_level'], ['C001', 'brand', '6', 'not_a_level'], ['C001', 'ownershipKind', 'Alien', 'not_a_choice'], ['C001', 'disparagement', 'perhaps', 'not_yes'],
      ['C002', 'how', 'In a dream', 'unknown_how'], ['C002', 'bribery', 'yes', 'reason_required'], ['C003', 'reason', 'xxxxxxxxxx', 'too_long'], ['C004', 'id', '999999', 'not_in_file'], ['C005', 'id', null, 'row_mixed'],
    ] as const).map(([code, column, text, reason]) => [base.at(code, column), text ?? base.text('C005', 'id'), reason]));
    expect(body.faults[0]).toMatchObject({ row: Number(/\d+/.exec(base.at('C001', 'funding'))![0]), column: 'Funding', message: 'Not a level: a whole number from 1 to 5.' });
    expect(body.faultCount).toBe(10);
    expect(body.changes.map((change) => change.indicator)).toEqual(['culturalFit', 'brand']);
  });

  test('rows sorted, columns moved, keys lost, the sheet renamed: all the same; a customer twice: neither row', async () => {
    const { api, ids } = await ready(await open());
    const changes = async (book: FilledBook) => (await bring(api.as(ada), await book.bytes())).body.changes.map((change) => [ids.indexOf(change.accountId), change.indicator, change.to]);
    const edited = async () => (await filled(api.as(ada))).set('C001', 'brand', 5).set('C003', 'funding', 2);
    const wanted = [[0, 'brand', 5], [2, 'funding', 2]];
    expect(await changes(await edited())).toEqual(wanted);
    expect((await changes((await edited()).reorder([10, 9, 8, 7, 6, 5]))).toSorted()).toEqual(wanted);
    expect(await changes((await edited()).swap('G', 'V').swap('A', 'H'))).toEqual(wanted);
    const keyless = (await edited()).change('xl/worksheets/sheet1.xml', (xml) => xml.replace(/<row r="1" hidden="1">.*?<\/row>/s, '')).change('xl/workbook.xml', (xml) => xml.replace('name="Assess"', 'name="Copy of May"'));
    expect(await changes(keyless)).toEqual(wanted);

    const twice = await edited();
    const row = /\d+/.exec(twice.at('C001', 'id'))![0];
    const other = /\d+/.exec(twice.at('C005', 'id'))![0];
    twice.write(`A${other}`, ids[0]!).write(`B${other}`, 'C001');
    const { body } = await bring(api.as(ada), await twice.bytes());
    expect(body.faults.map((fault) => [fault.row, fault.reason, fault.params['row']])).toEqual([[Number(row), 'account_twice', Number(other)], [Number(other), 'account_twice', Number(row)]]);
    expect(body.changes.map((change) => change.indicator)).toEqual(['funding']);
  });

  test('columns removed, added or doubled: said, and nothing is guessed', async () => {
    const { api } = await ready(await open());
    const base = await filled(api.as(ada));
    const letters = (column: string) => /[A-Z]+/.exec(base.at('C001', column))![0];
    const without = (book: FilledBook, column: string) => book.change('xl/worksheets/sheet1.xml', (xml) => xml.replaceAll(new RegExp(`<c r="${letters(column)}\\d+"[^>]*?(?:/>|>.*?</c>)`, 'g'), ''));
    const gone = await bring(api.as(ada), await without(await filled(api.as(ada)), 'brand').bytes());
    expect(gone.body).toMatchObject({ changes: [], notes: [{ code: 'column_missing', params: { columns: 'Brand' } }] });
    const added = (await filled(api.as(ada))).change('xl/worksheets/sheet1.xml', (xml) => xml.replace(/(<row r="4".*?)<\/row>/s, '$1<c r="AZ4" t="inlineStr"><is><t>My thoughts</t></is></c></row>'));
    expect((await bring(api.as(ada), await added.bytes())).body).toMatchObject({ changes: [], faults: [], notes: [{ code: 'column_strange', params: { columns: 'My thoughts' } }] });
    const doubled = (await filled(api.as(ada))).set('C001', 'brand', 5).write(`${letters('culturalFit')}1`, 'vf.mark.brand');
    const { body } = await bring(api.as(ada), await doubled.bytes());
    expect(body.changes).toEqual([]);
    expect(body.faults.map((fault) => [fault.row, fault.column, fault.reason])).toEqual([[null, 'Brand', 'column_twice'], [null, 'Cultural fit', 'column_twice']]);
    expect(body.notes).toMatchObject([{ code: 'column_missing', params: { columns: 'Cultural fit' } }]);
  });

  test('a newer model: what it no longer has is named, the rest is taken', async () => {
    const { api } = await ready(await open());
    const book = (await filled(api.as(ada))).set('C001', 'brand', 5).set('C001', 'culturalFit', 4).set('C002', 'ownershipKind', 'State-owned, city or county').set('C003', 'ownershipKind', 'Listed at home');
    const model = structuredClone(GENERAL_TEMPLATE) as ScoreModel;
    const lenses = model.lenses.map((lens) => ({ ...lens, factors: lens.factors.map((factor) => ({
      ...factor,
      indicators: factor.indicators.filter(({ key }) => key !== 'brand').map((indicator) => ({
        ...indicator, ...(indicator.key === 'marketShare' ? { weight: 100 } : {}),
        ...(indicator.kind === 'categorical' ? { options: indicator.options.filter(({ key }) => key !== 'localState') } : {}),
      })),
    })) }));
    expect((await api.as(ada).call('POST /api/models', { body: { model: { ...model, lenses } as never, note: 'less', activate: true } })).status).toBe(200);
    const { body } = await bring(api.as(ada), await book.bytes());
    expect(body.model).toMatchObject({ exported: { version: 1 }, active: { version: 2 } });
    expect(body.changes.map((change) => [change.indicator, change.to])).toEqual([['culturalFit', 4], ['ownershipKind', 'listed']]);
    expect(body.faults.map((fault) => [fault.reason, fault.row === null, fault.params['count'] ?? null])).toEqual([['choice_gone', false, null], ['column_gone', true, 1]]);
    expect(body.notes.map((note) => [note.code, note.params])).toEqual([['other_version', { exported: 1, active: 2 }], ['column_gone', { columns: 'Brand' }], ['scale_changed', { columns: 'Kind of owner' }]]);
  });

  test('an upload is taken back whole, and forth again; not when somebody has moved on; who was taken back alone stays so', async () => {
    const { store, api, ids } = await ready(await open());
    const as = api.as(ada);
    const undo = async (id: number) => await as.call('POST /api/events/{id}/undo', { params: { id } });
    const upload = async () => (await record(as, (await bring(as, await (await filled(as)).set('C001', 'brand', 5).set('C001', 'disparagement', null).set('C002', 'brand', 1).set('C003', 'funding', 4).bytes())).body)).body;
    const values = async () => [await value(store, ids[0]!, 'brand'), await value(store, ids[0]!, 'disparagement'), await value(store, ids[1]!, 'brand'), await value(store, ids[2]!, 'funding')];
    const before = await values();
    const done = await upload();
    const after = await values();
    expect([before, after]).toEqual([[3, true, 2, null], [5, null, 1, 4]]);
    const back = await undo(done.event);
    expect([back.status, await values()]).toEqual([200, before]);
    await scoresSettled(store);
    expect((await as.call('GET /api/accounts')).body.rows.find((row) => row.id === ids[2])).toMatchObject({ total: null, rank: null });
    expect((await undo(done.event)).body).toMatchObject({ reason: 'already_undone' });
    expect((await undo(done.events[0]!)).body).toMatchObject({ reason: 'already_undone' });
    const timeline = (await as.call('GET /api/accounts/{id}/timeline', { params: { id: ids[0]! } })).body.rows;
    expect(timeline.find((event) => event.id === done.events[0])).toMatchObject({ undone: true });
    const forth = await undo(back.body.event);
    expect([forth.status, await values()]).toEqual([200, after]);

    // One customer by itself, then the rest together.
    const single = (await as.call('GET /api/accounts/{id}/timeline', { params: { id: ids[1]! } })).body.rows[0]!;
    expect((await undo(single.id)).status).toBe(200);
    expect((await undo(forth.body.event)).status).toBe(200);
    expect(await values()).toEqual(before);

    const second = await upload();
    await markAccount(await contextOf(store, dora), ids[1]!, [{ indicator: 'brand', value: 4, note: '' }]);
    expect((await undo(second.event)).body).toMatchObject({ code: 'conflict', reason: 'changed_since' });
    expect(await values()).toEqual([5, null, 4, 4]);
  });

  test('facts that came with the marks go with them', async () => {
    const { store, api, ids } = await ready(await open());
    const fact = { statement: 'Brand: known', evidence: 'document' as const, source: 'Report', observedOn: '2026-03-31' };
    const done = await api.as(ada).call('POST /api/assessments', { body: { sets: [ids[0]!, ids[1]!].map((accountId) => ({ accountId, marks: [{ indicator: 'brand', value: 5, factIds: [], fact }] })) } });
    expect(done.status).toBe(200);
    const facts = async () => await Promise.all([ids[0]!, ids[1]!].map(async (id) => (await api.as(ada).call('GET /api/accounts/{id}/facts', { params: { id } })).body.rows.map((row) => [row.statement, row.citedBy])));
    expect(await facts()).toEqual([[['Brand: known', ['brand']]], [['Brand: known', ['brand']]]]);
    const back = await api.as(ada).call('POST /api/events/{id}/undo', { params: { id: done.body.event } });
    expect(await facts()).toEqual([[], []]);
    await api.as(ada).call('POST /api/events/{id}/undo', { params: { id: back.body.event } });
    expect(await facts()).toEqual([[['Brand: known', ['brand']]], [['Brand: known', ['brand']]]]);
    expect((await currentMarks(store.read, ids[0]!))).toHaveLength(3);
  });

  test('scope: own customers only, others read as unknown; nobody learns which exist', async () => {
    const { store, api, ids } = await ready(await open());
    const own = await filled(api.as(mo));
    expect(own.rows.slice(4).map((cells) => cells[1])).toEqual(expect.arrayContaining(['C001', 'C002']));
    expect(own.rows.slice(4)).toHaveLength(2);
    expect((await filled(api.as(max))).rows.slice(4)).toHaveLength(0);
    const all = (await filled(api.as(ada))).set('C001', 'brand', 4).set('C003', 'brand', 4);
    const { body } = await bring(api.as(mo), await all.bytes());
    expect(body.changes.map((change) => change.accountId)).toEqual([ids[0]]);
    expect(body.faults.map((fault) => fault.reason)).toEqual(['unknown_account', 'unknown_account', 'unknown_account', 'unknown_account']);
    await store.write.deleteFrom('standing').where('account_id', '=', ids[5]!).execute();
    await store.write.deleteFrom('search_term').where('account_id', '=', ids[5]!).execute();
    await store.write.deleteFrom('account').where('id', '=', ids[5]!).execute();
    const gone = await bring(api.as(mo), await all.bytes());
    expect(gone.body.faults.map(({ reason, message }) => [reason, message])).toEqual(body.faults.map(({ reason, message }) => [reason, message]));
    // A contributor may bring back what a colleague downloaded, for the customers they work on.
    expect((await bring(api.as(cleo), await all.bytes())).body.changes.map((change) => change.accountId)).toEqual([ids[0]]);
    expect((await record(api.as(cleo), body)).status).toBe(200);
    const foreign = await api.as(cleo).call('POST /api/assessments', { body: { sets: [{ accountId: ids[1]!, marks: [{ indicator: 'brand', value: 1 }] }] } });
    const none = await api.as(cleo).call('POST /api/assessments', { body: { sets: [{ accountId: 999_999, marks: [{ indicator: 'brand', value: 1 }] }] } });
    expect([foreign.status, foreign.body]).toEqual([404, none.body]);
  });

  test('filters hold, and a cut is said on the sheet and in the answer', async () => {
    const { api, ids } = await ready(await open());
    expect((await filled(api.as(ada), `?language=en&ids=${ids[0]},${ids[4]}`)).rows.slice(4).map((cells) => cells[1])).toEqual(['C001', 'C005']);
    const store = await open();
    await addPeople(store);
    await addCompanies(store, Array.from({ length: 2003 }, (_, n) => ({ key: `K${n}`, name: `Customer ${n}` })));
    await scorePortfolio(await contextOf(store));
    const many = (await startApi(store, { dataDir: store.dataDir })).as(ada);
    const answer = await many.fetch('/api/assessments/export?language=en');
    expect([answer.headers.get('x-accounts'), answer.headers.get('x-accounts-matching')]).toEqual(['2000', '2003']);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const rows = await sheetOf(bytes);
    expect(rows).toHaveLength(2004);
    expect(rows[1]![3]).toContain('Only the first 2000 of 2003 customers are in this file');
    // Read by a thread of its own, and refused by one.
    const back = await bring(many, await (await FilledBook.of(bytes)).set('K7', 'brand', 4).bytes());
    expect(back.body).toMatchObject({ rows: 2000, unchanged: 2000 * 28 - 1, changes: [{ indicator: 'brand', to: 4 }], accounts: [{ key: 'K7' }] });
    expect(await bring(many, await (await FilledBook.of(bytes)).write('D1', 'never', 3).bytes())).toMatchObject({ status: 422, body: { reason: 'other_workspace' } });
  });

  test('refusals: 401, 403, 413, 422 and files that are none of ours', async () => {
    const { api, ids } = await ready(await open(), { uploadLimitBytes: 200_000 });
    const bytes = await download(api.as(ada));
    const set = { accountId: ids[0]!, marks: [{ indicator: 'brand', value: 4 }] };
    expect((await api.nobody.fetch('/api/assessments/export')).status).toBe(401);
    expect((await bring(api.nobody, bytes)).status).toBe(401);
    expect((await api.nobody.call('POST /api/assessments', { body: { sets: [set] } })).status).toBe(401);
    for (const person of [cleo, vera]) expect((await api.as(person).fetch('/api/assessments/export')).status).toBe(403);
    expect((await bring(api.as(vera), bytes)).status).toBe(403);
    expect((await api.as(vera).call('POST /api/assessments', { body: { sets: [set] } })).status).toBe(403);
    expect((await api.as(ada).fetch('/api/assessments/export?grade=Z')).status).toBe(422);
    expect((await bring(api.as(ada), Buffer.alloc(300_000, 'x'))).body).toMatchObject({ code: 'too_large', reason: 'over_limit' });
    const faulty = await api.as(ada).call('POST /api/assessments', { body: { sets: [{ accountId: ids[0]!, marks: [{ indicator: 'brand', value: 9 }] }, { accountId: ids[1]!, marks: [{ indicator: 'brand', value: 3 }, { indicator: 'bribery', value: true }, { indicator: 'revenue', value: 3 }] }] } });
    expect(faulty).toMatchObject({ status: 422, body: { fields: [{ path: 'sets.0.marks.0.value', reason: 'not_on_scale' }, { path: 'sets.1.marks.1.note', reason: 'reason_required' }, { path: 'sets.1.marks.2.indicator', reason: 'computed_indicator' }] } });
    const twice = await api.as(ada).call('POST /api/assessments', { body: { sets: [set, set] } });
    expect(twice).toMatchObject({ status: 422, body: { fields: [{ path: 'sets.1.accountId', reason: 'repeated_account' }] } });
    expect((await api.as(ada).call('POST /api/assessments', { body: { sets: [] } })).status).toBe(422);

    const reasonOf = async (file: Uint8Array, fileName?: string) => {
      const { status, body } = await bring(api.as(ada), file, fileName);
      return [status, (body as unknown as { reason: string }).reason];
    };
    expect(await reasonOf(Buffer.from('Customer,Brand\nC001,5\n'), 'filled.csv')).toEqual([422, 'not_assessment']);
    expect(await reasonOf(await workbook({ Sheet1: '<row r="1"><c r="A1"><v>1</v></c></row>' }))).toEqual([422, 'not_assessment']);
    const book = await FilledBook.of(bytes);
    expect(await reasonOf(await packed(new Map([...book.parts].map(([name, xml]) => [name, name === 'xl/workbook.xml' ? xml.replace('name="_vitalfew"', 'name="other"') : xml]))))).toEqual([422, 'not_assessment']);
    expect(await reasonOf(await (await FilledBook.of(bytes)).write('A1', 'somebody else', 3).bytes())).toEqual([422, 'not_assessment']);
    expect(await reasonOf(await (await FilledBook.of(bytes)).write('D1', '2020-01-01T00:00:00.000Z', 3).bytes())).toEqual([422, 'other_workspace']);
    expect(await reasonOf(bytes.subarray(0, 3000))).toEqual([422, 'file_damaged']);
    expect(await reasonOf(Buffer.from('%PDF-1.7\n1 0 obj'))).toEqual([422, 'file_other_kind']);
    expect(await reasonOf(Buffer.alloc(0))).toEqual([422, 'file_empty']);
    const encrypted = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(500), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await reasonOf(encrypted)).toEqual([422, 'file_encrypted']);
    const bomb = await packed(new Map([...(await FilledBook.of(bytes)).parts, ['xl/worksheets/sheet4.xml', ' '.repeat(120_000_000)]]));
    expect(await reasonOf(bomb)).toEqual([422, 'file_bomb']);
    expect((await bring(api.as(ada), bytes)).status).toBe(200);
  });
});

describe('marks that a newer version has no choice for', () => {
  eachEngine((_engine, open) => {
    test('show as empty cells, and leaving them empty changes nothing', async () => {
      const { store, api, ids } = await ready(await open());
      await store.write.updateTable('mark').set({ value: '"nobodysKind"' }).where('indicator', '=', 'ownershipKind').execute();
      const book = await filled(api.as(ada));
      expect(book.text('C001', 'ownershipKind')).toBe('');
      expect((await bring(api.as(ada), await book.bytes())).body).toMatchObject({ changes: [], faults: [] });
      const changed = await bring(api.as(ada), await book.set('C001', 'ownershipKind', 'Listed at home').bytes());
      expect(changed.body.changes).toMatchObject([{ accountId: ids[0], from: { value: null }, to: 'listed', now: { value: 'nobodysKind' }, conflict: false }]);
    });
  });
});
