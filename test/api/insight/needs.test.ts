import { beforeAll, expect, test } from 'vitest';
import type { TestApi } from '../../api.ts';
import { PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { twoCustomers } from '../../twoCustomers.ts';

const { dora, mo, max, cleo, vera } = PEOPLE;

eachEngine((_engine, open) => {
  let api: TestApi;
  let mine: number;
  let theirs: number;
  beforeAll(async () => {
    ({ api, mine, theirs } = await twoCustomers(await open()));
  });
  const keep = async (...capabilities: Record<string, unknown>[]) => api.as(mo).call('POST /api/capabilities', { body: { capabilities: capabilities as never } });
  const catalogue = async (query: Record<string, string> = {}) => (await api.as(vera).call('GET /api/capabilities', { query })).body;
  const note = async (who: { id: string }, id: number, ...needs: Record<string, unknown>[]) => api.as(who).call('POST /api/accounts/{id}/needs', { params: { id }, body: { needs: needs as never } });
  const needs = async (who: { id: string } = mo, id = mine) => (await api.as(who).call('GET /api/accounts/{id}/needs', { params: { id } })).body;
  const fields = (body: unknown) => (body as { fields: { path: string; reason: string }[] }).fields.map(({ path, reason }) => `${path} ${reason}`);

  test('the catalogue: added with proofs, found, changed, proofs added and expired, withdrawn and brought back', async () => {
    const { status, body } = await keep(
      { aspect: 'technology', name: 'Laser welding', text: '0.1 mm', proofs: [{ title: 'IATF 16949', expiresOn: '2026-03-30' }] }, { aspect: 'services', name: '48 小时响应', state: 'building' },
    );
    expect(status).toBe(200);
    const [laser, service] = body.ids as [number, number];
    expect((await catalogue()).rows).toMatchObject([{ id: laser, evidence: 'assumed', proofs: [{ title: 'IATF 16949', proves: false }], matched: 0 }, { id: service, state: 'building', evidence: 'assumed' }]);
    expect((await catalogue()).can).toEqual({ keep: false });
    expect([(await catalogue({ q: 'iatf' })).rows.length, (await catalogue({ q: '小时' })).rows.length, (await catalogue({ aspect: 'services' })).rows.length, (await catalogue({ q: 'nothing' })).rows.length]).toEqual([1, 1, 1, 0]);
    const proof = (await catalogue()).rows[0]!.proofs[0]!.id;
    const edited = await api.as(mo).call('PATCH /api/proofs/{id}', { params: { id: proof }, body: { expiresOn: '2027-01-01' } });
    expect((await catalogue()).rows[0]).toMatchObject({ evidence: 'proven', proofs: [{ proves: true, expiresOn: '2027-01-01', title: 'IATF 16949' }] });
    await api.as(mo).call('POST /api/events/{id}/undo', { params: { id: edited.body.event } });
    expect((await catalogue()).rows[0]!.evidence).toBe('assumed');
    await api.as(mo).call('POST /api/capabilities/{id}/proofs', { params: { id: laser }, body: { proofs: [{ kind: 'reference', title: 'Arbor Audio, 2025' }] } });
    expect((await catalogue()).rows[0]!.evidence).toBe('proven');
    await api.as(mo).call('POST /api/proofs/{id}/withdraw', { params: { id: proof }, body: { withdrawn: true } });
    expect((await catalogue()).rows[0]!.proofs.map(({ title }) => title)).toEqual(['Arbor Audio, 2025']);
    await api.as(mo).call('PATCH /api/capabilities/{id}', { params: { id: service }, body: { state: 'have' } });
    await api.as(mo).call('POST /api/capabilities/{id}/withdraw', { params: { id: service }, body: { withdrawn: true } });
    expect([(await catalogue()).rows.length, (await catalogue({ withdrawn: 'only' })).rows.length]).toEqual([1, 1]);
    await keep({ aspect: 'services', name: '48  小时响应' });
    const back = await api.as(mo).call('POST /api/capabilities/{id}/withdraw', { params: { id: service }, body: { withdrawn: false } });
    expect([back.status, back.body]).toMatchObject([409, { reason: 'name_taken' }]);
  });

  test('the catalogue refuses: nobody, who may only read, names twice, faulty proofs, what is not there', async () => {
    expect((await api.nobody.call('GET /api/capabilities')).status).toBe(401);
    for (const who of [vera, cleo]) expect((await api.as(who).call('POST /api/capabilities', { body: { capabilities: [{ aspect: 'products', name: 'x' }] } })).status).toBe(403);
    const refused = await keep({ aspect: 'products', name: 'laser WELDING' }, { aspect: 'products', name: 'new', proofs: [{ title: 'x', url: 'javascript:alert(1)' }, { title: 'y', expiresOn: '2026-02-30' }] }, { aspect: 'products', name: 'New' });
    expect([refused.status, fields(refused.body)]).toEqual([422, ['capabilities.0.name name_taken', 'capabilities.2.name name_taken', 'capabilities.1.proofs.0.url no_web_address', 'capabilities.1.proofs.1.expiresOn no_such_day']]);
    expect((await keep({ aspect: 'weather', name: 'x' })).status).toBe(422);
    const [laser] = (await catalogue()).rows;
    expect(fields((await api.as(mo).call('PATCH /api/capabilities/{id}', { params: { id: laser!.id }, body: { name: '48 小时响应' } })).body)).toEqual(['name name_taken']);
    expect((await api.as(mo).call('PATCH /api/capabilities/{id}', { params: { id: laser!.id }, body: { name: 'LASER welding' } })).status).toBe(200);
    for (const [name, body] of [['PATCH /api/capabilities/{id}', { text: 'x' }], ['POST /api/capabilities/{id}/withdraw', { withdrawn: true }], ['POST /api/capabilities/{id}/proofs', { proofs: [{ title: 'x' }] }], ['PATCH /api/proofs/{id}', { title: 'x' }], ['POST /api/proofs/{id}/withdraw', { withdrawn: true }]] as const) {
      expect([name, (await api.as(mo).call(name, { params: { id: 99_999 }, body: body as never })).status]).toEqual([name, 404]);
    }
  });

  test('needs are noted, matched 0–4, changed and taken back; gaps stand first', async () => {
    const [laser] = (await catalogue({ q: 'laser' })).rows;
    const { body: { ids: [dim, weld, open1] } } = await note(mo, mine, { aspect: 'specifications', text: 'IP68', importance: 4 }, { aspect: 'technology', text: 'Welds of 0.2 mm', importance: 5 }, { aspect: 'operations', text: 'Stock in Wuxi' });
    expect((await needs()).needs.map((need) => [need.id, need.fit.state, need.importance, need.evidence])).toEqual([[weld, 'unmatched', 5, 'assumed'], [dim, 'unmatched', 4, 'assumed'], [open1, 'unmatched', 3, 'assumed']]);
    const fit = (need: number, ...matches: { capabilityId: number; fit: number | null; note?: string }[]) => api.as(cleo).call('PUT /api/needs/{id}/matches', { params: { id: need }, body: { matches } });
    await fit(weld!, { capabilityId: laser!.id, fit: 4, note: 'shown at Arbor' });
    const lower = await fit(dim!, { capabilityId: laser!.id, fit: 1 });
    expect((await needs()).needs.map((need) => [need.id, need.fit.best, need.fit.state])).toEqual([[dim, 1, 'gap'], [open1, null, 'unmatched'], [weld, 4, 'met']]);
    expect((await catalogue({ q: 'laser' })).rows[0]!.matched).toBe(2);
    // Who may not see the customer does not learn that it has needs.
    expect((await api.as(max).call('GET /api/capabilities', { query: { q: 'laser' } })).body.rows[0]!.matched).toBe(0);
    await fit(weld!, { capabilityId: laser!.id, fit: 3 });
    expect((await needs()).needs.find((need) => need.id === weld)!.matches).toMatchObject([{ fit: 3, note: 'shown at Arbor' }]);
    await fit(dim!, { capabilityId: laser!.id, fit: null });
    expect((await needs()).needs.find((need) => need.id === dim)!.fit.state).toBe('unmatched');
    const late = await api.as(cleo).call('POST /api/events/{id}/undo', { params: { id: lower.body.event } });
    expect([late.status, (late.body as never as { reason: string }).reason]).toEqual([409, 'changed_since']);
    await api.as(mo).call('PATCH /api/needs/{id}', { params: { id: dim! }, body: { text: 'IP69' } });
    await api.as(mo).call('POST /api/needs/{id}/withdraw', { params: { id: open1! }, body: { withdrawn: true } });
    expect((await needs()).needs.map((need) => need.text)).toEqual(['IP69', 'Welds of 0.2 mm']);
    expect((await needs(vera)).can).toEqual({ describe: false, keep: false });
    const faulty = await api.as(mo).call('PUT /api/needs/{id}/matches', { params: { id: dim! }, body: { matches: [{ capabilityId: laser!.id, fit: 2 }, { capabilityId: 999_999, fit: 2 }, { capabilityId: laser!.id, fit: 3 }] } });
    expect([faulty.status, fields(faulty.body)]).toEqual([422, ['matches.1.capabilityId unknown_capability', 'matches.2.capabilityId marked_twice']]);
    expect((await api.as(mo).call('PUT /api/needs/{id}/matches', { params: { id: dim! }, body: { matches: [{ capabilityId: laser!.id, fit: 5 }] } })).status).toBe(422);
  });

  test('a gap is answered, with a reason where nothing is done; what is to be built rolls up over the customers one may see', async () => {
    const { body: { ids: [dust] } } = await note(mo, mine, { aspect: 'specifications', text: 'Dust chamber', importance: 5 });
    const { body: { ids: [foreign] } } = await note(max, theirs, { aspect: 'specifications', text: 'Dust test' });
    const { body: { ids: [chamber] } } = await keep({ aspect: 'specifications', name: 'Dust chamber', state: 'missing' });
    const answer = (who: { id: string }, need: number, body: Record<string, unknown>) => api.as(who).call('POST /api/needs/{id}/answer', { params: { id: need }, body: body as never });
    expect(fields((await answer(mo, dust!, { answer: 'none' })).body)).toEqual(['note required']);
    expect(fields((await answer(mo, dust!, { answer: 'build' })).body)).toEqual(['capabilityId required']);
    expect(fields((await answer(mo, dust!, { answer: 'build', capabilityId: 999_999 })).body)).toEqual(['capabilityId unknown_capability']);
    expect(fields((await answer(mo, dust!, { answer: 'opportunity' })).body)).toEqual(['answer no_opportunity']);
    expect((await answer(mo, dust!, { answer: 'build', capabilityId: chamber })).status).toBe(200);
    expect((await answer(max, foreign!, { answer: 'build', capabilityId: chamber })).status).toBe(200);
    await api.as(mo).call('POST /api/accounts/{id}/opportunities', { params: { id: mine }, body: { opportunities: [{ title: 'Sealed series', needId: dust!, valueLikely: 100, currency: 'CNY' }, { title: 'In dollars', needId: dust!, valueLikely: 100, currency: 'USD' }] } });
    expect((await needs()).needs.find((need) => need.id === dust)).toMatchObject({ answer: 'build', capabilityId: chamber, opportunities: [{ title: 'Sealed series' }, { title: 'In dollars' }] });
    const lines = async (who: { id: string }) => (await api.as(who).call('GET /api/capabilities/to-build')).body.lines;
    expect(await lines(dora)).toMatchObject([{ capability: { id: chamber }, accounts: 2, value: 100, unknown: 1, needs: [{ id: dust, importance: 5, account: { id: mine }, value: 100 }, { id: foreign, account: { id: theirs }, value: null }] }]);
    expect(await lines(mo)).toMatchObject([{ accounts: 1, unknown: 0, needs: [{ id: dust }] }]);
    await api.as(mo).call('POST /api/capabilities/{id}/withdraw', { params: { id: chamber! }, body: { withdrawn: true } });
    expect(await lines(mo)).toMatchObject([{ capability: null, aspect: 'specifications' }]);
    await answer(mo, dust!, { answer: null });
    expect(await lines(mo)).toEqual([]);
  });

  test('needs refuse: nobody, not theirs (as if it did not exist), readers, foreign facts', async () => {
    const { body: { ids: [foreign] } } = await note(max, theirs, { aspect: 'products', text: 'Secret' });
    expect((await api.nobody.call('GET /api/accounts/{id}/needs', { params: { id: mine } })).status).toBe(401);
    expect((await api.as(mo).call('GET /api/accounts/{id}/needs', { params: { id: theirs } })).body).toEqual((await api.as(mo).call('GET /api/accounts/{id}/needs', { params: { id: 99_999 } })).body);
    const own = (await needs()).needs[0]!.id;
    for (const [name, body] of [['PATCH /api/needs/{id}', { text: 'y' }], ['POST /api/needs/{id}/withdraw', { withdrawn: true }], ['PUT /api/needs/{id}/matches', { matches: [{ capabilityId: 1, fit: 1 }] }], ['POST /api/needs/{id}/answer', { answer: null }]] as const) {
      const of = (who: { id: string }, id: number) => api.as(who).call(name, { params: { id }, body: body as never });
      const [theirsToo, missing] = [await of(mo, foreign!), await of(mo, 99_999)];
      expect([name, theirsToo.status, theirsToo.body, (await of(vera, own)).status]).toEqual([name, 404, missing.body, 403]);
    }
    expect((await note(mo, theirs, { aspect: 'products', text: 'x' })).status).toBe(404);
    expect((await note(vera, mine, { aspect: 'products', text: 'x' })).status).toBe(403);
    expect(fields((await note(mo, mine, { aspect: 'products', text: 'x' }, { aspect: 'products', text: 'y', facts: [999_999] })).body)).toEqual(['needs.1.facts.0 unknown_fact']);
    expect(fields((await note(mo, mine, { aspect: 'weather', text: '', importance: 9 })).body)).toHaveLength(3);
  });
});
