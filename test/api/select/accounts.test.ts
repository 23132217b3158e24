import { expect, test } from 'vitest';
import { scorePortfolio } from '#actions/select/scorePortfolio.ts';
import type { Store } from '#storage/connect.ts';
import { startApi } from '../../api.ts';
import { addCompanies, addPeople, contextOf, giveTo, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { addTrade } from '../../trade.ts';

/** The five companies with trade (none for the last), the first two in Mo's hands, scored. */
async function fill(store: Store) {
  await addPeople(store);
  const ids = await addCompanies(store);
  await addTrade(store, ids.slice(0, 4).flatMap((accountId, n) => [
    { accountId, day: '2026-03-01', amount: 100_000 * (4 - n), cost: 50_000 }, { accountId, day: '2026-01-15', amount: 5_000, cost: 2_000 },
  ]));
  await giveTo(store, PEOPLE.mo, ids.slice(0, 2));
  await giveTo(store, PEOPLE.cleo, [ids[0]!], 'member');
  await giveTo(store, PEOPLE.vera, [ids[0]!], 'member');
  await scorePortfolio(await contextOf(store));
  return { ids, api: await startApi(store) };
}
const SORTS = ['rank', 'name', 'total', 'revenue', 'contribution', 'confidence', 'lastDay'] as const;

eachEngine((_engine, open) => {
  test('the list: everybody for a director, only their own for others, the count with it', async () => {
    const { ids, api } = await fill(await open());
    const all = await api.as(PEOPLE.dora).call('GET /api/accounts', {});
    expect(all.body.rows).toHaveLength(5);
    expect(all.body).toMatchObject({ total: 5, totalIsCapped: false, next: null });
    expect(all.body.rows.map((row) => row.rank)).toEqual(all.body.rows.map((row) => row.rank).toSorted((a, b) => (a ?? 99) - (b ?? 99)));
    const own = await api.as(PEOPLE.mo).call('GET /api/accounts', { query: { sort: 'revenue', order: 'desc' } });
    expect(own.body.rows.map((row) => row.id)).toEqual(ids.slice(0, 2));
    expect(own.body.rows[0]).toMatchObject({ key: 'C001', revenue: 405_000, owner: { id: 'mo', name: 'Mo Zhang' } });
    expect(own.body.total).toBe(2);
    expect((await api.as(PEOPLE.max).call('GET /api/accounts', {})).body).toMatchObject({ rows: [], total: 0 });
    expect((await api.as(PEOPLE.vera).call('GET /api/accounts', {})).body.rows.map((row) => row.id)).toEqual([ids[0]]);
  });

  test.each(SORTS.flatMap((sort) => (['asc', 'desc'] as const).map((order) => [sort, order] as const)))('pages by %s %s: every customer once, in the order of one long page', async (sort, order) => {
    const { api } = await fill(await open());
    const ada = api.as(PEOPLE.ada);
    const whole = (await ada.call('GET /api/accounts', { query: { sort, order } })).body.rows.map((row) => row.id);
    expect(new Set(whole).size).toBe(5);
    const paged: number[] = [];
    for (let after: string | undefined; ;) {
      const { body } = await ada.call('GET /api/accounts', { query: { sort, order, limit: 2, ...(after && { after }) } });
      paged.push(...body.rows.map((row) => row.id));
      if (body.next === null) break;
      after = body.next;
    }
    expect(paged).toEqual(whole);
    const other = (await ada.call('GET /api/accounts', { query: { sort, order: order === 'asc' ? 'desc' : 'asc' } })).body.rows.map((row) => row.id);
    expect(other).toEqual(whole.toReversed());
  });

  test('filters, alone and together, and words typed into the list', async () => {
    const { ids, api } = await fill(await open());
    const ada = api.as(PEOPLE.ada);
    const listed = async (query: Record<string, string>) => (await ada.call('GET /api/accounts', { query: { sort: 'name', ...query } })).body.rows.map((row) => row.id).toSorted((a, b) => a - b);
    expect(await listed({ owner: 'mo' })).toEqual(ids.slice(0, 2));
    expect(await listed({ country: 'United Kingdom' })).toEqual([ids[1], ids[2]]);
    expect(await listed({ country: 'United Kingdom', owner: 'mo' })).toEqual([ids[1]]);
    expect(await listed({ ids: `${ids[3]},${ids[4]},99999` })).toEqual([ids[3], ids[4]]);
    expect(await listed({ q: 'northwind' })).toEqual([ids[1], ids[2]]);
    expect(await listed({ q: 'wind c003' })).toEqual([ids[2]]);
    expect(await listed({ q: 'dongshan' })).toEqual([ids[3]]);
    expect(await listed({ q: 'nothing like it' })).toEqual([]);
    const grades = await ada.call('GET /api/accounts', {});
    const { grade, class: inClass } = grades.body.rows[0]!;
    expect(await listed({ grade: grade! })).toEqual(grades.body.rows.filter((row) => row.grade === grade).map((row) => row.id).toSorted((a, b) => a - b));
    expect(await listed({ class: inClass!, grade: grade! })).toContain(grades.body.rows[0]!.id);
  });

  test('faulty questions are refused with the field', async () => {
    const { api } = await fill(await open());
    const ada = api.as(PEOPLE.ada);
    for (const [query, path] of [[{ sort: 'password' }, 'sort'], [{ limit: 5000 }, 'limit'], [{ after: 'nonsense' }, 'after'], [{ ids: '1,x' }, 'ids'], [{ grade: 'Z' }, 'grade']] as const) {
      const { status, body } = await ada.call('GET /api/accounts', { query });
      expect([status, (body as never as { fields: { path: string }[] }).fields[0]!.path]).toEqual([422, path]);
    }
    expect((await api.nobody.call('GET /api/accounts', {})).status).toBe(401);
  });

  test('creating a set: all or none, scored at once, found at once, theirs who created them', async () => {
    const { api } = await fill(await open());
    const mo = api.as(PEOPLE.mo);
    const made = await mo.call('POST /api/accounts', { body: { accounts: [{ key: 'N1', name: '上海新声科技有限公司', country: '中国' }, { key: 'N2', name: 'Zephyr Horns BV' }] } });
    expect(made.status).toBe(200);
    expect((await mo.call('GET /api/find', { query: { q: 'xinsheng' } })).body.accounts).toMatchObject([{ id: made.body.ids[0], key: 'N1' }]);
    expect((await mo.call('GET /api/accounts', { query: { q: 'zephyr' } })).body.rows).toMatchObject([{ id: made.body.ids[1], owner: { id: 'mo' }, total: null }]);
    expect((await api.as(PEOPLE.max).call('GET /api/find', { query: { q: 'zephyr' } })).body.accounts).toEqual([]);

    const refused = await mo.call('POST /api/accounts', { body: { accounts: [{ key: 'N3', name: 'New' }, { key: ' n2', name: 'Taken' }, { key: 'N3 ', name: 'Twice' }, { key: 'c001', name: 'Not mine, and taken' }] } });
    expect(refused.status).toBe(422);
    expect((refused.body as never as { fields: { path: string; reason: string }[] }).fields.map(({ path, reason }) => [path, reason])).toEqual([['accounts.1.key', 'key_taken'], ['accounts.2.key', 'key_taken'], ['accounts.3.key', 'key_taken']]);
    expect((await api.as(PEOPLE.ada).call('GET /api/find', { query: { q: 'n3' } })).body.accounts).toEqual([]);
    expect((await mo.call('POST /api/accounts', { body: { accounts: [{ key: '', name: '' }] } })).status).toBe(422);
    for (const person of [PEOPLE.cleo, PEOPLE.vera]) expect((await api.as(person).call('POST /api/accounts', { body: { accounts: [{ key: 'X', name: 'X' }] } })).status).toBe(403);
    expect((await api.nobody.call('POST /api/accounts', { body: { accounts: [{ key: 'X', name: 'X' }] } })).status).toBe(401);
  });

  test('the same code at the same instant: one gets it, the others are told', async () => {
    const { api } = await fill(await open());
    const ada = api.as(PEOPLE.ada);
    const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => ada.call('POST /api/accounts', { body: { accounts: [{ key: `R${n}`, name: 'Own' }, { key: 'RACE', name: `Racer ${n}` }] } })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422, 422, 422, 422, 422]);
    expect((await ada.call('GET /api/find', { query: { q: 'racer' } })).body.accounts).toHaveLength(1);
    expect((await ada.call('GET /api/find', { query: { q: 'own' } })).body.accounts).toHaveLength(1);
  });

  test('editing: found under the new name only, remembered, refused to those who may not', async () => {
    const store = await open();
    const { ids, api } = await fill(store);
    const mo = api.as(PEOPLE.mo);
    const params = { id: ids[1]! };
    const edited = await mo.call('PATCH /api/accounts/{id}', { params, body: { name: 'Southwind Hearing Ltd', note: 'renamed' } });
    expect(edited.status).toBe(200);
    const ada = api.as(PEOPLE.ada);
    expect((await ada.call('GET /api/find', { query: { q: 'southwind' } })).body.accounts.map((row) => row.id)).toEqual([ids[1]]);
    expect((await ada.call('GET /api/find', { query: { q: 'northwind' } })).body.accounts.map((row) => row.id)).toEqual([ids[2]]);
    const event = await store.read.selectFrom('event').selectAll().where('id', '=', edited.body.event).executeTakeFirstOrThrow();
    expect(event).toMatchObject({ verb: 'accountEdited', user_id: 'mo', account_id: ids[1] });
    expect(JSON.parse(event.payload)).toMatchObject({ after: { name: 'Southwind Hearing Ltd', note: 'renamed' }, before: { note: '' } });

    expect((await mo.call('PATCH /api/accounts/{id}', { params, body: { key: 'C001' } })).status).toBe(422);
    expect((await api.as(PEOPLE.max).call('PATCH /api/accounts/{id}', { params, body: { name: 'Mine now' } })).status).toBe(404);
    expect((await api.as(PEOPLE.vera).call('PATCH /api/accounts/{id}', { params: { id: ids[0]! }, body: { name: 'Mine now' } })).status).toBe(403);
    expect((await ada.call('PATCH /api/accounts/{id}', { params: { id: 99_999 }, body: { name: 'Nobody' } })).status).toBe(404);
    expect((await ada.call('PATCH /api/accounts/{id}', { params, body: { name: '' } })).status).toBe(422);
  });

  test('put away: out of the list and the search, in the list of those put away, and back', async () => {
    const { ids, api } = await fill(await open());
    const mo = api.as(PEOPLE.mo);
    const archive = (archived: boolean) => mo.call('POST /api/accounts/{id}/archive', { params: { id: ids[0]! }, body: { archived } });
    expect((await archive(true)).status).toBe(200);
    expect((await mo.call('GET /api/accounts', {})).body.rows.map((row) => row.id)).toEqual([ids[1]]);
    expect((await mo.call('GET /api/accounts', { query: { archived: 'only' } })).body).toMatchObject({ rows: [{ id: ids[0] }], total: 1 });
    expect((await mo.call('GET /api/find', { query: { q: 'c001' } })).body.accounts).toEqual([]);
    await archive(false);
    expect((await mo.call('GET /api/accounts', {})).body.total).toBe(2);
    expect((await api.as(PEOPLE.max).call('POST /api/accounts/{id}/archive', { params: { id: ids[0]! }, body: { archived: true } })).status).toBe(404);
  });

  test('the team decides who sees a customer, from the next question on', async () => {
    const { ids, api } = await fill(await open());
    const params = { id: ids[1]! };
    const [mo, max] = [api.as(PEOPLE.mo), api.as(PEOPLE.max)];
    expect((await mo.call('PUT /api/accounts/{id}/team', { params, body: { team: [{ userId: 'max', role: 'owner' }, { userId: 'mo', role: 'solution' }] } })).status).toBe(200);
    expect((await max.call('GET /api/accounts', {})).body.rows).toMatchObject([{ id: ids[1], owner: { id: 'max', name: 'Max Chen' } }]);
    expect((await max.call('PUT /api/accounts/{id}/team', { params, body: { team: [{ userId: 'max', role: 'owner' }] } })).status).toBe(200);
    expect((await mo.call('GET /api/accounts', {})).body.rows.map((row) => row.id)).toEqual([ids[0]]);
    const put = async (team: { userId: string; role: 'owner' | 'member' }[]) => (await max.call('PUT /api/accounts/{id}/team', { params, body: { team } })) as { status: number; body: { fields?: { path: string; reason: string }[] } };
    expect((await put([{ userId: 'nobody', role: 'owner' }])).body.fields).toMatchObject([{ path: 'team.0.userId', reason: 'unknown_person' }]);
    expect((await put([{ userId: 'mo', role: 'owner' }, { userId: 'max', role: 'owner' }])).body.fields).toMatchObject([{ path: 'team.1.role', reason: 'second_owner' }]);
    expect((await put([{ userId: 'mo', role: 'owner' }, { userId: 'mo', role: 'member' }])).body.fields).toMatchObject([{ path: 'team.1.userId', reason: 'repeated_person' }]);
    expect((await api.as(PEOPLE.cleo).call('PUT /api/accounts/{id}/team', { params: { id: ids[0]! }, body: { team: [] } })).status).toBe(403);
  });

  test('invoices, newest first, page by page; not those of others', async () => {
    const { ids, api } = await fill(await open());
    const mo = api.as(PEOPLE.mo);
    const first = await mo.call('GET /api/accounts/{id}/invoices', { params: { id: ids[0]! }, query: { limit: 1 } });
    expect(first.body.rows).toMatchObject([{ day: '2026-03-01', amount: 400_000, kind: 'sale' }]);
    const second = await mo.call('GET /api/accounts/{id}/invoices', { params: { id: ids[0]! }, query: { limit: 1, after: first.body.next! } });
    expect(second.body).toMatchObject({ rows: [{ day: '2026-01-15' }], next: null });
    expect((await mo.call('GET /api/accounts/{id}/invoices', { params: { id: ids[3]! }, query: {} })).status).toBe(404);
    expect((await mo.call('GET /api/accounts/{id}/invoices', { params: { id: ids[0]! }, query: { after: 'x' } })).status).toBe(422);
  });

  test('search: Chinese, pinyin, initials, part of a word; bounded; only what one may see', async () => {
    const { ids, api } = await fill(await open());
    const ada = api.as(PEOPLE.ada);
    const found = async (q: string) => (await ada.call('GET /api/find', { query: { q } })).body.accounts.map((row) => row.id).toSorted((a, b) => a - b);
    expect(await found('东山')).toEqual([ids[3]]);
    expect(await found('dsdz')).toEqual([ids[3]]);
    expect(await found('earing')).toEqual([ids[1], ids[2]]);
    expect(await found('%')).toEqual([]);
    expect(await found("'; drop table account")).toEqual([]);
    expect((await ada.call('GET /api/find', { query: { q: 'c00', limit: 2 } })).body.accounts).toHaveLength(2);
    expect((await api.as(PEOPLE.mo).call('GET /api/find', { query: { q: 'earing' } })).body.accounts.map((row) => row.id)).toEqual([ids[1]]);
    expect((await ada.call('GET /api/find', { query: { q: '' } })).status).toBe(422);
  });

  test('suspected duplicates: two spellings of one name, each viewer among their own', async () => {
    const { ids, api } = await fill(await open());
    const { body } = await api.as(PEOPLE.ada).call('GET /api/accounts/duplicates', {});
    expect(body.groups.map((group) => group.map((row) => row.id))).toEqual([[ids[1], ids[2]]]);
    expect((await api.as(PEOPLE.mo).call('GET /api/accounts/duplicates', {})).body.groups).toEqual([]);
  });
});
