import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openDocument } from '#actions/files/documents/openDocument.ts';
import { openZip } from '#actions/files/zip.ts';
import type { Store } from '#storage/connect.ts';
import { startApi, type TestApi } from '../../api.ts';
import { addCompanies, addPeople, giveTo, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';

const { mo, max, vera } = PEOPLE;
const fields = (body: unknown) => (body as { fields: { path: string; reason: string }[] }).fields.map(({ path, reason }) => `${path} ${reason}`);

/** Paragraphs of a Word file as our own reader reads them, and its parts as they are. */
async function readBack(bytes: Uint8Array) {
  const path = join(mkdtempSync(join(tmpdir(), 'vitalfew-brief-')), 'brief.docx');
  writeFileSync(path, bytes);
  const document = await openDocument(path);
  const pages: string[] = [];
  for await (const page of document.pages()) pages.push(page.text);
  const zip = await openZip(path, bytes.length);
  const part = async (name: string) => {
    const pieces: Buffer[] = [];
    for await (const piece of zip.read(name)) pieces.push(Buffer.from(piece));
    return Buffer.concat(pieces).toString('utf8');
  };
  return { format: document.format, text: pages.join('\n'), document: await part('word/document.xml'), styles: await part('word/styles.xml') };
}

eachEngine((_engine, open) => {
  let store: Store;
  let api: TestApi;
  let mine: number;
  let position: number;
  let facts: number[];
  beforeAll(async () => {
    store = await open();
    await addPeople(store);
    const companies = await addCompanies(store);
    mine = companies[0]!;
    await giveTo(store, mo, [mine]);
    await giveTo(store, vera, [mine], 'member');
    await giveTo(store, max, [companies[1]!]);
    api = await startApi(store);
    const fact = { source: '2025 年年报，第 12 页', observedOn: '2026-03-01', evidence: 'document', kind: 'strategy' } as const;
    facts = (await api.as(mo).call('POST /api/accounts/{id}/facts', { params: { id: mine }, body: { facts: [{ ...fact, statement: '独家物料 2027 年前全部找到二供' }, { ...fact, statement: '旧规划', observedOn: '2019-01-01' }] } })).body.ids;
    position = (await api.as(mo).call('POST /api/accounts/{id}/positions', { params: { id: mine }, body: { positions: [{ title: '采购总监', function: 'purchasing', level: 'head', holder: '钱多多' }] } })).body.ids[0]!;
    await api.as(mo).call('POST /api/positions/{id}/kpis', { params: { id: position }, body: { kpis: [
      { kpi: 'supply-risk', text: '独家供应物料占比', target: '< 10 %', importance: 5, need: '出事之前就能认证好的第二货源', facts: [facts[0]!], topics: ['十周做成二供的过程'] },
      { kpi: 'cost-reduction', text: '采购降本率', importance: 4, need: '账上认得的降本' }, { text: '框架协议覆盖率', importance: 3, facts: [facts[1]!] },
    ] } });
    // What the other parts of insight keep: a need that a capability of ours answers with proofs, an open question, an opportunity point.
    const noted = { recorded_by: null, recorded_at: '2026-03-31T00:00:00Z', withdrawn_at: null, withdrawn_by: null };
    const put = async (table: 'need', row: object) => void await store.write.insertInto(table).values({ ...row, ...noted } as never).execute();
    await put('need', { id: 800_001, account_id: mine, aspect: 'product', text: '二供', importance: 5, answer: null, answer_note: '' });
    await put('capability' as 'need', { id: 800_002, aspect: 'product', name: '车规级扬声器', text: '', state: 'have' });
    await put('capability_match' as 'need', { id: 800_003, account_id: mine, need_id: 800_001, capability_id: 800_002, fit: 4, note: '' });
    await put('proof' as 'need', { id: 800_004, capability_id: 800_002, kind: 'certificate', title: 'IATF 16949', url: null, expires_on: '2027-01-01' });
    await put('proof' as 'need', { id: 800_005, capability_id: 800_002, kind: 'reference', title: '过期参考', url: null, expires_on: '2026-04-01' });
    await put('question' as 'need', { id: 800_006, account_id: mine, block: 'positions', topic: null, text: '谁签认证？', owner_id: null, due_on: '2026-05-01', answer: null, answered_at: null, answered_by: null });
    await put('opportunity' as 'need', { id: 800_007, account_id: mine, title: '二供扬声器', note: '', category: '', unit: '', need_id: null, value_low: null, value_likely: null, value_high: null, currency: null, fit: null, expected_on: null, horizon: 'mid', stage: 'seen', owner_id: null });
  });
  const make = async (body: object = {}) => (await api.as(mo).call('POST /api/positions/{id}/briefs', { params: { id: position }, body: { purpose: '争取二供机会', meetingOn: '2026-04-10', ...body } })).body.id;
  const read = async (id: number) => (await api.as(mo).call('GET /api/briefs/{id}', { params: { id } })).body;

  test('a brief says who, their KPIs, the facts by number, our proofs that hold, and what to ask', async () => {
    const brief = await read(await make());
    expect(brief).toMatchObject({ purpose: '争取二供机会', meetingOn: '2026-04-10', madeBy: { id: 'mo' }, can: { describe: true }, withdrawnAt: null });
    const { content } = brief;
    expect(content.position).toEqual({ id: position, title: '采购总监', function: 'purchasing', level: 'head', holder: '钱多多' });
    expect(content.kpis.map(({ text, state, cites }) => [text, state, cites])).toEqual([['独家供应物料占比', 'proven', [1]], ['采购降本率', 'assumed', []], ['框架协议覆盖率', 'stale', [2]]]);
    expect(content.facts).toMatchObject([{ n: 1, id: facts[0], source: '2025 年年报，第 12 页', observedOn: '2026-03-01', state: 'proven' }, { n: 2, state: 'stale' }]);
    expect(content.topics).toEqual([{ text: '十周做成二供的过程', state: 'proven', cites: [1] }]);
    expect(content.proofs).toEqual([{ name: '车规级扬声器', building: false, proofs: ['IATF 16949'] }]);
    expect(content.questions).toEqual(['谁签认证？', '“采购降本率”是不是您今年真正的考核重点？目前做到什么水平？']);
    expect([content.leaveBehind, content.opportunities.map((one) => one.text)]).toEqual([['IATF 16949'], ['二供扬声器']]);
  });

  test('it is frozen; made anew it knows what is known now and keeps what people wrote', async () => {
    const id = await make({ language: 'en' });
    const { ids, event } = (await api.as(mo).call('POST /api/positions/{id}/kpis', { params: { id: position }, body: { kpis: [{ text: 'Number of suppliers', importance: 5 }] } })).body;
    expect((await read(id)).content.kpis).toHaveLength(3);
    const edited = await api.as(mo).call('PATCH /api/briefs/{id}', { params: { id }, body: { questions: ['Who signs?'], purpose: 'Win the second source' } });
    expect(edited.status).toBe(200);
    const remade = await api.as(mo).call('POST /api/briefs/{id}/remake', { params: { id } });
    const after = await read(id);
    expect([after.purpose, after.content.questions, after.content.edited, after.content.kpis.length]).toEqual(['Win the second source', ['Who signs?'], { questions: true, leaveBehind: false }, 4]);
    await api.as(mo).call('POST /api/events/{id}/undo', { params: { id: remade.body.event } });
    expect((await read(id)).content.kpis).toHaveLength(3);
    await api.as(mo).call('POST /api/events/{id}/undo', { params: { id: edited.body.event } });
    expect((await read(id)).content.questions[0]).toBe('谁签认证？');
    await api.as(mo).call('POST /api/events/{id}/undo', { params: { id: event } });
    expect(ids).toHaveLength(1);
  });

  test('as a Word file it has headings, a table, numbered facts and a font for Chinese, in each language', async () => {
    const id = await make();
    const response = await api.as(mo).fetch(`/api/briefs/${id}/file?language=zh-Hans`);
    expect([response.status, response.headers.get('content-disposition')]).toEqual([200, expect.stringContaining(encodeURIComponent('拜访简报 海浪声学科技有限公司 2026-04-10.docx'))]);
    const { format, text, document, styles } = await readBack(new Uint8Array(await response.arrayBuffer()));
    expect(format).toBe('docx');
    for (const part of ['海浪声学科技有限公司 · 拜访简报', '采购总监 · 钱多多', '本次拜访目的：争取二供机会', '独家供应物料占比  < 10 %', '[1] 独家物料 2027 年前全部找到二供  2025 年年报，第 12 页 · 2026-03-01 · 文件记载 · ', '已过期', '车规级扬声器：IATF 16949', '谁签认证？']) expect(text).toContain(part);
    expect(document).toContain('<w:pStyle w:val="Heading1"/>');
    expect(document.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(7);
    // The KPI table with its heading and three KPIs, and two rows that stand side by side.
    expect(document.match(/<w:tr>|<w:tr /g)).toHaveLength(6);
    expect(document).toContain('<w:tblHeader/>');
    expect(document).toMatch(/<w:pgSz [^>]*w:w="11906" w:h="16838"/);
    expect(document).toContain('w:eastAsia="Microsoft YaHei"');
    expect(styles).toContain('w:eastAsia="Microsoft YaHei"');
    // An assumption is in italics and says so.
    expect(document).toMatch(/<w:i\/>[^]*?采购降本率/);
    expect(text).toContain('假设');
    const traditional = await readBack(new Uint8Array(await (await api.as(mo).fetch(`/api/briefs/${id}/file?language=zh-Hant`)).arrayBuffer()));
    expect(traditional.text).toContain('拜訪簡報');
    expect(traditional.document).toContain('w:eastAsia="Microsoft JhengHei"');
    const english = await readBack(new Uint8Array(await (await api.as(mo).fetch(`/api/briefs/${id}/file?language=en`)).arrayBuffer()));
    expect(english.text).toContain('What they are measured by');
  });

  test('what would not fit on the page is refused line by line', async () => {
    const id = await make();
    const bad = await api.as(mo).call('PATCH /api/briefs/{id}', { params: { id }, body: { meetingOn: '2026-02-30', questions: ['ok', '问'.repeat(61)], leaveBehind: ['a', 'b', 'c', 'd', 'e'] } });
    expect([bad.status, fields(bad.body)]).toEqual([422, ['meetingOn no_such_day', 'questions.1 too_long_for_page', 'leaveBehind too_many_for_page']]);
    const purpose = await api.as(mo).call('POST /api/positions/{id}/briefs', { params: { id: position }, body: { purpose: '长'.repeat(81) } });
    expect([purpose.status, fields(purpose.body)]).toEqual([422, ['purpose too_long_for_page']]);
  });

  test('not signed in, not theirs, not allowed, not there; withdrawn it is only read', async () => {
    const id = await make();
    const every = async (who: ReturnType<TestApi['as']>) => [
      (await who.call('GET /api/briefs/{id}', { params: { id } })).status, (await who.fetch(`/api/briefs/${id}/file`)).status, (await who.call('POST /api/positions/{id}/briefs', { params: { id: position }, body: {} })).status,
      (await who.call('PATCH /api/briefs/{id}', { params: { id }, body: { purpose: 'x' } })).status, (await who.call('POST /api/briefs/{id}/remake', { params: { id } })).status,
      (await who.call('POST /api/briefs/{id}/withdraw', { params: { id }, body: { withdrawn: true } })).status,
    ];
    expect(await every(api.nobody)).toEqual([401, 401, 401, 401, 401, 401]);
    expect(await every(api.as(max))).toEqual([404, 404, 404, 404, 404, 404]);
    expect(await every(api.as(vera))).toEqual([200, 200, 403, 403, 403, 403]);
    expect((await api.as(vera).call('GET /api/briefs/{id}', { params: { id } })).body.can).toEqual({ describe: false });
    expect(await every(api.as(mo))).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await every(api.as(mo))).toEqual([200, 200, 200, 404, 404, 409]);
    expect((await read(id)).can).toEqual({ describe: false });
    expect((await api.as(mo).call('GET /api/briefs/{id}', { params: { id: 999_999 } })).status).toBe(404);
    const listed = (await api.as(mo).call('GET /api/accounts/{id}/positions', { params: { id: mine } })).body.rows[0]!.briefs;
    expect([listed.some((brief) => brief.id === id), listed.length > 0]).toEqual([false, true]);
  });
});
