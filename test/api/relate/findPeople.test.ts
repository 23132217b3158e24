import { beforeAll, expect, test } from 'vitest';
import type { TestApi } from '../../api.ts';
import { NOW, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { twoCustomers } from '../../twoCustomers.ts';

const { mo } = PEOPLE;

eachEngine((_engine, open) => {
  let api: TestApi;
  beforeAll(async () => {
    ({ api } = await twoCustomers(await open()));
    const people = ['王晓明', '李王', '王明', '欧阳明', 'Minh Wang', 'Wang Minhua'].map((name) => ({ kind: 'outsider', name, organisation: name === '欧阳明' ? '王明电子' : '', source: 'card', collectedOn: NOW.toISOString().slice(0, 10) }));
    await api.as(mo).call('POST /api/people', { body: { people: people as never } });
  });
  const found = async (q: string, more: object = {}) => (await api.as(mo).call('GET /api/people', { query: { q, ...more } })).body;

  test('who is called so comes first, then whose name begins so, then whoever else fits', async () => {
    const names = async (q: string) => (await found(q, { order: 'best' })).rows.map((row) => row.name);
    expect(await names('王明')).toEqual(['王明', '欧阳明']);
    expect(await names('王')).toEqual(['王晓明', '王明', '李王', '欧阳明']);
    expect(await names('minh')).toEqual(['Minh Wang', 'Wang Minhua']);
    expect(await names('Wang Minh')).toEqual(['Minh Wang', 'Wang Minhua']);
  });

  test('by id it is read page by page; the best have no next page', async () => {
    const first = await found('王', { limit: 2 });
    expect([first.rows.map((row) => row.name), (await found('王', { limit: 2, after: first.next! })).rows.map((row) => row.name)]).toEqual([['王晓明', '李王'], ['王明', '欧阳明']]);
    expect(await found('王', { limit: 1, order: 'best' })).toMatchObject({ rows: [{ name: '王晓明' }], next: null });
    expect((await api.as(mo).call('GET /api/people', { query: { order: 'age' } as never })).status).toBe(422);
  });
});
