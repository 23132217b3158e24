import { existsSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { addFile } from '#actions/insight/addSource.ts';
import { sourcesRead, readUnread } from '#actions/insight/readSource.ts';
import { openLive } from '#actions/live.ts';
import { sourceFile } from '#storage/insight/sourceFolder.ts';
import type { Store } from '#storage/connect.ts';
import { docxOf, pdfOf } from '../../actions/insight/documentFiles.ts';
import { startApi, type TestApi } from '../../api.ts';
import { contextOf, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { twoCustomers } from '../../twoCustomers.ts';

const { ada, mo, max, vera } = PEOPLE;

eachEngine((engine, open) => {
  let store: Store;
  let api: TestApi;
  let mine: number;
  let theirs: number;
  beforeAll(async () => {
    ({ store, api, mine, theirs } = await twoCustomers(await open()));
  });
  const bring = (who: { id: string }, id: number, fileName: string, body: Buffer) => api.as(who).call('POST /api/accounts/{id}/sources', { params: { id }, query: { fileName }, body: new Uint8Array(body) });

  test('a PDF is read page by page, found by a word, and read again by its pages', async () => {
    const { status, body } = await bring(mo, mine, '../年报.pdf', pdfOf('Annual report of the year', 'Revenue grew by nine per cent'));
    expect([status, body.source.fileName, body.source.title]).toEqual([200, '年报.pdf', '年报.pdf']);
    await sourcesRead(store);
    const { source, can } = (await api.as(mo).call('GET /api/sources/{id}', { params: { id: body.source.id } })).body;
    expect(source).toMatchObject({ state: 'ready', pages: 2, pageCount: 2, format: 'pdf', language: 'en' });
    expect(can).toEqual({ record: true });
    const { pages } = (await api.as(mo).call('GET /api/sources/{id}/pages', { params: { id: source.id }, query: { from: 2, count: 5 } })).body;
    expect(pages).toEqual([{ page: 2, label: '2', text: 'Revenue grew by nine per cent', marks: [] }]);
    const { rows } = (await api.as(mo).call('GET /api/pages', { query: { q: 'reven' } })).body;
    expect(rows.map((row) => [row.page, row.account.id, row.marks.map(([from, to]) => row.snippet.slice(from, to))])).toEqual([[2, mine, ['Reven']]]);
  });

  test('Chinese is found by part of a word, by pinyin and by initials, traditional by simplified', async () => {
    await api.as(mo).call('POST /api/accounts/{id}/sources/text', { params: { id: mine }, body: { title: '规划', text: '公司發展戰略：三年內聲學產品銷售翻番。\n回款周期为九十天。' } });
    const found = async (q: string) => (await api.as(mo).call('GET /api/pages', { query: { q } })).body.rows.map((row) => row.title);
    for (const q of ['发展战略', '展战', '回款', 'huikuan', 'hk', '翻', '战略 声学']) expect([q, await found(q)]).toEqual([q, ['规划']]);
    // Over a comma nothing is one phrase.
    expect(await found('番回')).toEqual([]);
  });

  test('a fact with its exact place; a quotation that does not stand there is refused', async () => {
    const { body } = await bring(mo, mine, 'plan.docx', docxOf('Opens a plant in May', 'Needs speakers'));
    await sourcesRead(store);
    const { pages: [page] } = (await api.as(mo).call('GET /api/sources/{id}/pages', { params: { id: body.source.id } })).body;
    const from = page!.text.indexOf('plant');
    const fact = { statement: 'New plant', evidence: 'document' as const, sourceType: 'document' as const, source: 'plan.docx', sourceId: body.source.id, observedOn: '2026-03-01', anchor: { page: 1, from, to: from + 5, quote: 'plant' } };
    const recorded = await api.as(mo).call('POST /api/accounts/{id}/facts', { params: { id: mine }, body: { facts: [fact] } });
    expect(recorded.status).toBe(200);
    const { rows } = (await api.as(mo).call('GET /api/accounts/{id}/facts', { params: { id: mine } })).body;
    expect(rows[0]).toMatchObject({ sourceId: body.source.id, anchor: { page: 1, quote: 'plant' } });
    const wrong = await api.as(mo).call('POST /api/accounts/{id}/facts', { params: { id: mine }, body: { facts: [{ ...fact, anchor: { ...fact.anchor, quote: 'plane' } }] } });
    expect([wrong.status, (wrong.body as never as { fields: { path: string; reason: string }[] }).fields.map((one) => `${one.path} ${one.reason}`)]).toEqual([422, ['facts.0.anchor quote_not_there']]);
    const foreign = await api.as(max).call('POST /api/accounts/{id}/facts', { params: { id: theirs }, body: { facts: [{ ...fact, anchor: null }] } });
    expect((foreign.body as never as { fields: { reason: string }[] }).fields.map((one) => one.reason)).toEqual(['unknown_source']);
  });

  test('what cannot be read fails with the reason and leaves no pages; too large leaves nothing', async () => {
    const { body } = await bring(mo, mine, 'broken.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(500, 3)]));
    await sourcesRead(store);
    const { source } = (await api.as(mo).call('GET /api/sources/{id}', { params: { id: body.source.id } })).body;
    expect(source).toMatchObject({ state: 'failed', pages: 0, error: { reason: 'file_damaged' } });
    const small = await startApi(store, { uploadLimitBytes: 1000 });
    const large = await small.as(mo).call('POST /api/accounts/{id}/sources', { params: { id: mine }, query: { fileName: 'large.txt' }, body: new Uint8Array(2000) });
    expect(large.status).toBe(413);
    const before = await store.read.selectFrom('source').select('id').execute();
    const megabyte = Buffer.alloc(1_000_000, 32);
    const sent = addFile(await contextOf(store, PEOPLE.mo), mine, { title: '', publishedOn: null, url: null, fileName: 'yearbook.txt' }, (async function* () { for (let n = 0; n < 200; n++) yield megabyte; })());
    await expect(sent).rejects.toMatchObject({ code: 'too_large', params: { limitMb: 100 } });
    expect(await store.read.selectFrom('source').select('id').execute()).toEqual(before);
  });

  test('the file comes back byte for byte, as a download that runs nothing; the same file is kept once', async () => {
    const html = Buffer.from('<!doctype html><body>Hello there<script>steal()</script></body>');
    const first = (await bring(mo, mine, 'a.html', html)).body.source;
    const second = (await bring(mo, mine, 'b.html', html)).body.source;
    await sourcesRead(store);
    const response = await api.as(mo).fetch(`/api/sources/${first.id}/file`);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(html);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    const hashes = await store.read.selectFrom('source').select('content_hash').where('id', 'in', [first.id, second.id]).execute();
    expect(new Set(hashes.map((row) => row.content_hash)).size).toBe(1);
    expect(existsSync(sourceFile(api.app.services.config.dataDir, hashes[0]!.content_hash!))).toBe(true);
    const { pages } = (await api.as(mo).call('GET /api/sources/{id}/pages', { params: { id: second.id } })).body;
    expect(pages[0]!.text).toBe('Hello there');
  });

  test('not signed in, not theirs, not allowed, not valid', async () => {
    const { body: { source } } = await api.as(mo).call('POST /api/accounts/{id}/sources/address', { params: { id: mine }, body: { url: 'https://example.org/report' } });
    expect((await api.nobody.call('GET /api/sources/{id}', { params: { id: source.id } })).status).toBe(401);
    expect((await api.as(max).call('GET /api/sources/{id}', { params: { id: source.id } })).status).toBe(404);
    expect((await api.as(max).call('GET /api/sources/{id}/pages', { params: { id: source.id } })).status).toBe(404);
    expect((await api.as(max).fetch(`/api/sources/${source.id}/file`)).status).toBe(404);
    expect((await api.as(max).call('GET /api/accounts/{id}/sources', { params: { id: mine } })).status).toBe(404);
    expect((await api.as(max).call('GET /api/pages', { query: { q: 'revenue' } })).body.rows).toEqual([]);
    expect((await bring(vera, mine, 'x.txt', Buffer.from('x'))).status).toBe(403);
    expect((await bring(max, mine, 'x.txt', Buffer.from('x'))).status).toBe(404);
    const bad = await api.as(mo).call('POST /api/accounts/{id}/sources/address', { params: { id: mine }, body: { url: 'javascript:alert(1)' } });
    expect([bad.status, (bad.body as never as { fields: { path: string; reason: string }[] }).fields[0]]).toMatchObject([422, { path: 'url', reason: 'no_web_address' }]);
    expect((await api.as(mo).call('GET /api/pages', { query: { q: 'x', after: 'y' } })).status).toBe(422);
  });

  test('put away it is neither listed nor found; undo brings it back', async () => {
    const { body: { source } } = await api.as(mo).call('POST /api/accounts/{id}/sources/text', { params: { id: mine }, body: { title: 'Gone', text: 'Quixotic plans' } });
    const { event } = (await api.as(mo).call('POST /api/sources/{id}/withdraw', { params: { id: source.id }, body: { withdrawn: true } })).body;
    const found = async () => (await api.as(mo).call('GET /api/pages', { query: { q: 'quixotic' } })).body.rows.length;
    expect(await found()).toBe(0);
    expect((await api.as(mo).call('POST /api/events/{id}/undo', { params: { id: event } })).status).toBe(200);
    expect(await found()).toBe(1);
  });

  test('a reading that a stop has cut off begins anew', async () => {
    const { body } = await bring(ada, mine, 'again.docx', docxOf('Once', 'more'));
    await sourcesRead(store);
    await store.write.updateTable('source').set({ state: 'reading', pages: 1, added_at: '2020-01-01T00:00:00.000Z' }).where('id', '=', body.source.id).execute();
    await readUnread({ store, live: await openLive(), dataDir: api.app.services.config.dataDir }, new Date());
    const { source } = (await api.as(ada).call('GET /api/sources/{id}', { params: { id: body.source.id } })).body;
    expect([engine, source.state, source.pages]).toEqual([engine, 'ready', 1]);
  });
});
