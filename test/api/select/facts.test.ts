import { expect, test } from 'vitest';
import { scorePortfolio } from '#actions/select/scorePortfolio.ts';
import type { Store } from '#storage/connect.ts';
import { startApi, type Client, type TestApi } from '../../api.ts';
import { addCompanies, addPeople, contextOf, giveTo, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { addTrade } from '../../trade.ts';

const FACT = { statement: 'Opens a plant in May', source: 'Annual report, p. 3', evidence: 'document', observedOn: '2026-03-01' } as const;

/** Mo's customer with Vera watching, and another one that is not theirs. Everything is measured as of 28 March 2026. */
async function fill(store: Store): Promise<{ api: TestApi; mine: number; other: number; importId: number }> {
  await addPeople(store);
  const [mine, other] = await addCompanies(store);
  const importId = await addTrade(store, [{ accountId: mine!, day: '2026-03-28', amount: 100_000, cost: 60_000 }]);
  await giveTo(store, PEOPLE.mo, [mine!]);
  await giveTo(store, PEOPLE.vera, [mine!], 'member');
  await scorePortfolio(await contextOf(store));
  return { api: await startApi(store), mine: mine!, other: other!, importId };
}

const record = async (client: Client, id: number, ...facts: object[]) => (await client.call('POST /api/accounts/{id}/facts', { params: { id }, body: { facts: facts.map((fact) => ({ ...FACT, ...fact })) } })).body as { ids: number[]; event: number };
const list = async (client: Client, id: number, query: object = {}) => (await client.call('GET /api/accounts/{id}/facts', { params: { id }, query: query as never })).body;
const detail = async (client: Client, id: number) => (await client.call('GET /api/accounts/{id}', { params: { id } })).body;
const mark = (client: Client, id: number, marks: object[]) => client.call('POST /api/accounts/{id}/marks', { params: { id }, body: { marks } as never });
const undo = async (client: Client, event: number) => {
  const answer = await client.call('POST /api/events/{id}/undo', { params: { id: event } });
  return answer.status === 200 ? answer.body.event : [answer.status, (answer.body as { reason?: string }).reason];
};

eachEngine((_engine, open) => {
  test('facts of a customer: newest first, by kind, by words, page by page, with what they prove and who cites them', async () => {
    const { api, mine } = await fill(await open());
    const mo = api.as(PEOPLE.mo);
    const { ids } = await record(mo, mine,
      {}, { statement: 'Ihr Einkauf antwortet binnen 100% eines Tages', kind: 'process', evidence: 'person', source: 'Frau Weiß' },
      { statement: '去年新增两条产线', kind: 'strategy', evidence: 'inferred', observedOn: '2025-03-28' }, { statement: 'ISO 9001', kind: 'certification', sourceType: 'url', source: '', url: 'https://customer.example/iso', expiresOn: '2026-03-27' });
    await mark(mo, mine, [{ indicator: 'brand', value: 4, factIds: [ids[0]!] }, { indicator: 'marketShare', value: 4, factIds: [ids[0]!, ids[1]!] }]);

    const all = await list(mo, mine);
    expect(all).toMatchObject({ total: 4, withdrawn: 0, next: null, can: { record: true } });
    expect(all.rows.map((row) => [row.id, row.state, row.citedBy])).toEqual([[ids[3], 'stale', []], [ids[2], 'assumed', []], [ids[1], 'proven', ['marketShare']], [ids[0], 'proven', ['brand', 'marketShare']]]);
    expect(all.rows.map((row) => row.confidence)).toEqual([0, 0.2, expect.closeTo(0.8 * 0.5 ** (27 / 365), 10), expect.closeTo(0.95 * 0.5 ** (27 / 365), 10)]);
    expect(all.rows[3]).toMatchObject({ ...FACT, kind: 'other', sourceType: 'text', recordedBy: { id: 'mo', name: 'Mo Zhang' }, withdrawnAt: null });

    const found = async (query: object) => (await list(mo, mine, query)).rows.map((row) => ids.indexOf(row.id));
    expect(await found({ kind: 'strategy' })).toEqual([2]);
    expect(await found({ q: 'PLANT' })).toEqual([0]);
    expect(await found({ q: 'annual report' })).toEqual([2, 0]);
    expect(await found({ q: '产线' })).toEqual([2]);
    expect(await found({ q: '產線' })).toEqual([2]);
    // Signs that a pattern would read as anything.
    expect(await found({ q: '100%' })).toEqual([1]);
    expect(await found({ q: '%' })).toEqual([1]);
    expect(await found({ q: '_' })).toEqual([]);
    expect(await found({ q: '\\' })).toEqual([]);
    expect(await found({ q: 'plant', kind: 'market' })).toEqual([]);

    const first = await list(mo, mine, { limit: 3 });
    expect([first.rows.length, first.next]).toEqual([3, String(ids[1])]);
    expect((await list(mo, mine, { limit: 3, after: first.next! })).rows.map((row) => row.id)).toEqual([ids[0]]);
    // Who only reads is told so.
    expect((await list(api.as(PEOPLE.vera), mine)).can).toEqual({ record: false });
    expect((await detail(api.as(PEOPLE.vera), mine)).can.record).toBe(false);
  });

  test('refusals: 401, 403 for who only reads, 404 for what is not theirs as for what is not there', async () => {
    const { api, mine, other } = await fill(await open());
    const [ada, mo, vera] = [api.as(PEOPLE.ada), api.as(PEOPLE.mo), api.as(PEOPLE.vera)];
    const { ids: [own] } = await record(mo, mine, {});
    const { ids: [foreign] } = await record(ada, other, {});
    const asked = (client: Client, account: number, fact: number) => Promise.all([
      client.call('GET /api/accounts/{id}/facts', { params: { id: account } }),
      client.call('POST /api/accounts/{id}/facts', { params: { id: account }, body: { facts: [FACT] } }),
      client.call('PATCH /api/facts/{id}', { params: { id: fact }, body: { statement: 'x' } }),
      client.call('POST /api/facts/{id}/withdraw', { params: { id: fact }, body: { withdrawn: true } }),
    ]);
    expect((await asked(api.nobody, mine, own!)).map((answer) => answer.status)).toEqual([401, 401, 401, 401]);
    expect((await asked(vera, mine, own!)).map((answer) => answer.status)).toEqual([200, 403, 403, 403]);
    const notTheirs = await asked(mo, other, foreign!);
    const absent = await asked(mo, 99_999, 99_999);
    expect(notTheirs.map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
    expect(notTheirs.map((answer) => answer.body)).toEqual(absent.map((answer) => answer.body));
    // A facts reader of one customer learns nothing of the other's.
    expect((await list(mo, mine)).total).toBe(1);
    expect((await list(ada, other)).rows).toMatchObject([{ id: foreign, statement: FACT.statement }]);
  });

  test('422 names every field with its path, and nothing is recorded', async () => {
    const { api, mine, importId } = await fill(await open());
    const mo = api.as(PEOPLE.mo);
    const refused = async (facts: object[]) => {
      const { status, body } = await mo.call('POST /api/accounts/{id}/facts', { params: { id: mine }, body: { facts } as never });
      return [status, ...((body as unknown as { fields?: { path: string; reason: string }[] }).fields ?? []).map((field) => `${field.path} ${field.reason}`)];
    };
    expect(await refused([])).toEqual([422, 'facts too_small']);
    expect(await refused([{ ...FACT, statement: ' ' }])).toEqual([422, 'facts.0.statement too_small']);
    expect(await refused([{ source: 'x' }])).toEqual([422, 'facts.0.statement required', 'facts.0.observedOn required']);
    expect(await refused([{ ...FACT, kind: 'gossip', evidence: 'rumour', sourceType: 'dream', observedOn: 'today' }])).toEqual([
      422, 'facts.0.kind invalid_value', 'facts.0.evidence invalid_value', 'facts.0.sourceType invalid_value', 'facts.0.observedOn invalid_format']);
    const farAway = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    expect(await refused([FACT, { ...FACT, source: '' }, { ...FACT, observedOn: farAway }, { ...FACT, observedOn: '2026-02-30' }, { ...FACT, sourceType: 'url', url: 'ftp://a.example' }, { ...FACT, sourceType: 'import', importId: importId + 1 }, { ...FACT, expiresOn: '2026-02-28' }])).toEqual([
      422, 'facts.1.source source_required', 'facts.2.observedOn in_the_future', 'facts.3.observedOn no_such_day', 'facts.4.url no_web_address', 'facts.5.importId unknown_import', 'facts.6.expiresOn before_observed']);
    expect((await list(mo, mine)).total).toBe(0);
    expect(await refused([{ ...FACT, sourceType: 'import', source: 'lines.csv', importId }])).toEqual([200]);
    expect((await mo.call('GET /api/accounts/{id}/facts', { params: { id: mine }, query: { after: 'x' } })).body).toMatchObject({ fields: [{ path: 'after', reason: 'invalid_format' }] });
  });

  test('what is today in Shanghai is not in the future, though Greenwich is still asleep', async () => {
    const store = await open();
    const { mine } = await fill(store);
    const api = await startApi(store, {}, { now: () => new Date('2026-03-31T23:30:00Z') });
    const { status } = await api.as(PEOPLE.mo).call('POST /api/accounts/{id}/facts', { params: { id: mine }, body: { facts: [{ ...FACT, observedOn: '2026-04-01' }] } });
    expect(status).toBe(200);
    const later = await mark(api.as(PEOPLE.mo), mine, [{ indicator: 'brand', value: 4, observedOn: '2026-04-01' }, { indicator: 'funding', value: 4, observedOn: '2026-04-02' }]);
    expect(later).toMatchObject({ status: 422, body: { fields: [{ path: 'marks.1.observedOn', reason: 'in_the_future' }] } });
  });

  test('marks that cite: refused with the path of what is wrong, whole or not at all', async () => {
    const { api, mine, other } = await fill(await open());
    const [ada, mo] = [api.as(PEOPLE.ada), api.as(PEOPLE.mo)];
    const { ids: [own, gone] } = await record(mo, mine, {}, { statement: 'Wrong' });
    const { ids: [foreign] } = await record(ada, other, {});
    await mo.call('POST /api/facts/{id}/withdraw', { params: { id: gone! }, body: { withdrawn: true } });
    const refused = await mark(mo, mine, [
      { indicator: 'brand', value: 4, factIds: [own, 99_999] }, { indicator: 'funding', value: 4, factIds: [gone] }, { indicator: 'marketShare', value: 4, factIds: [foreign] },
      { indicator: 'fraud', value: true }, { indicator: 'planning', value: 3, fact: { ...FACT, source: '' } }, { indicator: 'bribery', value: null, fact: FACT },
    ]);
    expect(refused.status).toBe(422);
    const { fields } = refused.body as unknown as { fields: { path: string; reason: string }[] };
    expect(fields.map((field) => `${field.path} ${field.reason}`)).toEqual([
      'marks.3.note reason_required', 'marks.4.fact.source source_required', 'marks.0.factIds.1 unknown_fact', 'marks.1.factIds.0 unknown_fact', 'marks.2.factIds.0 unknown_fact', 'marks.5.fact fact_without_mark',
    ]);
    expect(await detail(mo, mine)).toMatchObject({ marks: [], facts: [], factCount: 1 });
  });

  test('409: somebody marked it since; the one who saw the newest mark may', async () => {
    const { api, mine } = await fill(await open());
    const [ada, mo] = [api.as(PEOPLE.ada), api.as(PEOPLE.mo)];
    const first = await mark(mo, mine, [{ indicator: 'brand', value: 4, expects: null }]);
    const seen = first.body.marks[0]!.id;
    expect(await mark(ada, mine, [{ indicator: 'funding', value: 1 }, { indicator: 'brand', value: 2, expects: null }])).toMatchObject({ status: 409, body: { reason: 'marked_since', params: { indicator: 'brand' } } });
    expect((await detail(mo, mine)).marks.map((one) => [one.indicator, one.value])).toEqual([['brand', 4]]);
    // Of two who answer the same mark at once, one is told.
    const both = await Promise.all([ada, mo].map((client, n) => mark(client, mine, [{ indicator: 'brand', value: 1 + n, expects: seen }])));
    expect(both.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    expect(await mark(ada, mine, [{ indicator: 'brand', value: null, expects: seen }])).toMatchObject({ status: 409, body: { reason: 'marked_since' } });
  });

  test('a withdrawn fact leaves the mark an assumption, and the score follows; undo brings both back', async () => {
    const store = await open();
    const { api, mine } = await fill(store);
    const mo = api.as(PEOPLE.mo);
    const { ids: [fact] } = await record(mo, mine, { evidence: 'observed', observedOn: '2026-03-28' });
    const marked = await mark(mo, mine, [{ indicator: 'brand', value: 5, factIds: [fact] }, { indicator: 'marketShare', value: 5, factIds: [fact] }]);
    expect(marked.body).toMatchObject({ factCount: 1, facts: [{ id: fact, citedBy: ['brand', 'marketShare'], state: 'proven' }], marks: [{ indicator: 'brand', state: 'proven', evidence: 'observed', confidence: 1, factIds: [fact] }, { indicator: 'marketShare' }] });
    const before = await detail(mo, mine);
    const factor = (of: typeof before) => of.explanation.factors.find((one) => one.key === 'market')!;
    const shown = (of: typeof before) => of.explanation.indicators.find((one) => one.key === 'brand')!;
    expect([factor(before).score, factor(before).capped, shown(before).state]).toEqual([100, false, 'proven']);
    expect(before.explanation.total).toBe(marked.body.explanation.total);

    const { body: { event } } = await mo.call('POST /api/facts/{id}/withdraw', { params: { id: fact! }, body: { withdrawn: true } });
    const after = await detail(mo, mine);
    // A factor that rests on assumptions alone is held at 70.
    expect([factor(after).score, factor(after).capped, shown(after).state]).toEqual([70, true, 'assumed']);
    expect(after.marks[0]).toMatchObject({ indicator: 'brand', value: 5, state: 'assumed', evidence: 'assumption', factIds: [] });
    expect(after.facts).toEqual([]);
    expect(after.account.total).toBe(after.explanation.total);
    expect(after.account.total!).toBeLessThan(before.account.total!);
    expect(after.explanation.confidence).toBeLessThan(before.explanation.confidence);
    expect(await list(mo, mine)).toMatchObject({ rows: [], total: 0, withdrawn: 1 });
    expect((await list(mo, mine, { withdrawn: 'only' })).rows).toMatchObject([{ id: fact, withdrawnAt: expect.any(String) }]);

    expect(await undo(mo, event)).toEqual(expect.any(Number));
    const again = await detail(mo, mine);
    expect(again.explanation).toEqual(before.explanation);
    expect(again.account.total).toBe(before.account.total);
    expect(await undo(mo, event)).toEqual([409, 'already_undone']);
  });

  test('editing: scores follow, undo brings the earlier words back; withdrawn facts and wrong fields are refused', async () => {
    const { api, mine } = await fill(await open());
    const mo = api.as(PEOPLE.mo);
    const { ids: [fact] } = await record(mo, mine, { observedOn: '2026-03-28' });
    await mark(mo, mine, [{ indicator: 'brand', value: 5, factIds: [fact] }]);
    const edit = (body: object) => mo.call('PATCH /api/facts/{id}', { params: { id: fact! }, body: body as never });
    const edited = await edit({ evidence: 'hearsay', source: 'Their driver', sourceType: 'person' });
    expect((await detail(mo, mine)).marks[0]).toMatchObject({ evidence: 'hearsay', confidence: 0.6 });
    expect((await mo.call('GET /api/accounts/{id}/timeline', { params: { id: mine } })).body.rows[0]).toMatchObject({
      verb: 'factEdited', payload: { factId: fact, statement: FACT.statement, before: { evidence: 'document', source: FACT.source, sourceType: 'text' }, after: { evidence: 'hearsay', source: 'Their driver', sourceType: 'person' } },
    });
    // What is not named stays as it is.
    expect((await list(mo, mine)).rows[0]).toMatchObject({ statement: FACT.statement, kind: 'other', observedOn: '2026-03-28' });
    expect(await undo(mo, edited.body.event)).toEqual(expect.any(Number));
    expect((await list(mo, mine)).rows[0]).toMatchObject({ evidence: 'document', source: FACT.source });

    expect(await edit({ source: '', observedOn: '2026-02-31', url: 'x' })).toMatchObject({ status: 422, body: { fields: [{ path: 'url', reason: 'no_web_address' }, { path: 'source', reason: 'source_required' }, { path: 'observedOn', reason: 'no_such_day' }] } });
    const again = await edit({ statement: 'Opens it in June' });
    const withdrawn = await mo.call('POST /api/facts/{id}/withdraw', { params: { id: fact! }, body: { withdrawn: true } });
    expect(await edit({ statement: 'Never' })).toMatchObject({ status: 409, body: { reason: 'fact_withdrawn' } });
    expect(await undo(mo, again.body.event)).toEqual([409, 'fact_withdrawn']);
    expect(await mo.call('POST /api/facts/{id}/withdraw', { params: { id: fact! }, body: { withdrawn: true } })).toMatchObject({ status: 409, body: { reason: 'fact_withdrawn' } });
    await undo(mo, withdrawn.body.event);
    expect(await mo.call('POST /api/facts/{id}/withdraw', { params: { id: fact! }, body: { withdrawn: false } })).toMatchObject({ status: 409, body: { reason: 'fact_counts' } });
    expect(await undo(mo, again.body.event)).toEqual(expect.any(Number));
    expect((await list(mo, mine)).rows[0]).toMatchObject({ statement: FACT.statement });
  });

  test('a fact of an older version that names no source can have a typing error mended', async () => {
    const store = await open();
    const { api, mine } = await fill(store);
    const mo = api.as(PEOPLE.mo);
    const { ids: [fact] } = await record(mo, mine, {});
    await store.transaction((tx) => tx.updateTable('fact').set({ source: '' }).where('id', '=', fact!).execute());
    expect((await mo.call('PATCH /api/facts/{id}', { params: { id: fact! }, body: { statement: 'Opens a plant in June' } })).status).toBe(200);
    expect((await mo.call('PATCH /api/facts/{id}', { params: { id: fact! }, body: { source: '' } })).status).toBe(422);
  });

  test('recording can be taken back and brought again, unless one of the facts was withdrawn since', async () => {
    const { api, mine } = await fill(await open());
    const mo = api.as(PEOPLE.mo);
    const { ids, event } = await record(mo, mine, {}, { statement: 'And a second one' });
    const back = await undo(mo, event) as number;
    expect(await list(mo, mine)).toMatchObject({ total: 0, withdrawn: 2 });
    await undo(mo, back);
    expect(await list(mo, mine)).toMatchObject({ total: 2, withdrawn: 0 });
    await mo.call('POST /api/facts/{id}/withdraw', { params: { id: ids[1]! }, body: { withdrawn: true } });
    expect(await undo(mo, event)).toEqual([409, 'changed_since']);
    // Nobody else takes it back, but an administrator.
    const other = await record(mo, mine, { statement: 'A third one' });
    await giveTo(api.app.services.store, PEOPLE.cleo, [mine], 'member');
    expect(await undo(api.as(PEOPLE.cleo), other.event)).toEqual([403, 'not_your_change']);
    expect(await undo(api.as(PEOPLE.ada), other.event)).toEqual(expect.any(Number));
  });

  test('a mark and the fact written with it are one act: one event, taken back together; a fact that another mark cites by then stays', async () => {
    const { api, mine } = await fill(await open());
    const mo = api.as(PEOPLE.mo);
    const first = await mark(mo, mine, [{ indicator: 'brand', value: 4, fact: FACT }]);
    const [fact] = first.body.facts;
    const rows = (await mo.call('GET /api/accounts/{id}/timeline', { params: { id: mine } })).body.rows;
    expect(rows.map((row) => row.verb)).toEqual(['marked']);
    expect(rows[0]!.payload).toMatchObject({ facts: { ids: [fact!.id], statement: FACT.statement, withdrawn: false } });
    const back = await undo(mo, first.body.event) as number;
    expect(await detail(mo, mine)).toMatchObject({ marks: [], factCount: 0 });
    await undo(mo, back);
    expect(await detail(mo, mine)).toMatchObject({ marks: [{ indicator: 'brand', state: 'proven', factIds: [fact!.id] }], factCount: 1 });

    const second = await mark(mo, mine, [{ indicator: 'funding', value: 4, fact: { ...FACT, statement: 'Paid early' } }]);
    const paid = second.body.marks.find((one) => one.indicator === 'funding')!.factIds[0]!;
    await mark(mo, mine, [{ indicator: 'planning', value: 4, factIds: [paid] }]);
    await undo(mo, second.body.event);
    expect((await detail(mo, mine)).marks.map((one) => [one.indicator, one.factIds])).toEqual([['brand', [fact!.id]], ['planning', [paid]]]);
    expect((await list(mo, mine)).total).toBe(2);
  });

  test('a new value keeps the facts that were cited; naming others replaces them; none makes it an assumption', async () => {
    const { api, mine } = await fill(await open());
    const mo = api.as(PEOPLE.mo);
    const { ids: [a, b] } = await record(mo, mine, {}, { statement: 'Another' });
    const cited = async (body: object) => (await mark(mo, mine, [{ indicator: 'brand', ...body }])).body.marks[0]!.factIds;
    expect(await cited({ value: 3, factIds: [a] })).toEqual([a]);
    expect(await cited({ value: 4 })).toEqual([a]);
    expect(await cited({ value: 4, factIds: [a, b, b] })).toEqual([a, b]);
    expect(await cited({ value: 4, factIds: [b] })).toEqual([b]);
    expect(await cited({ value: 4, factIds: [] })).toEqual([]);
  });

  test('half-lives of the company: another one scores everybody anew, and undo puts it back', async () => {
    const store = await open();
    const { api, mine } = await fill(store);
    const [ada, mo] = [api.as(PEOPLE.ada), api.as(PEOPLE.mo)];
    await record(mo, mine, { kind: 'market', evidence: 'observed', observedOn: '2025-12-28' });
    const [fact] = (await list(mo, mine)).rows;
    await mark(mo, mine, [{ indicator: 'brand', value: 4, factIds: [fact!.id] }]);
    const before = await detail(mo, mine);
    expect(before.marks[0]).toMatchObject({ state: 'proven', confidence: expect.closeTo(0.5 ** (90 / 365), 10) });

    const { settings } = (await ada.call('GET /api/settings')).body;
    const { body: { event } } = await ada.call('PATCH /api/settings', { body: { halfLives: { ...settings.halfLives, market: 45 } } });
    const after = await detail(mo, mine);
    expect(after.marks[0]).toMatchObject({ state: 'stale', confidence: 0.25 });
    expect((await list(mo, mine)).rows[0]).toMatchObject({ state: 'stale', confidence: 0.25 });
    expect(after.account.confidence).toBeLessThan(before.account.confidence);
    expect((await store.read.selectFrom('standing').select('confidence').where('account_id', '=', mine).executeTakeFirstOrThrow()).confidence).toBe(after.account.confidence);
    await undo(ada, event);
    expect((await detail(mo, mine)).explanation).toEqual(before.explanation);

    for (const market of [0, 3651, 1.5]) expect((await ada.call('PATCH /api/settings', { body: { halfLives: { ...settings.halfLives, market } } })).body).toMatchObject({ fields: [{ path: 'halfLives.market' }] });
    expect((await mo.call('PATCH /api/settings', { body: { halfLives: settings.halfLives } })).status).toBe(403);
  });
});
