import { expect, test } from 'vitest';
import { ahp } from '#domain/select/weigh/ahp.ts';
import { startApi, type TestApi } from '../../api.ts';
import { addPeople, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import type { Store } from '#storage/connect.ts';

const LENSES = ['past', 'present', 'future'];
const pairs = (a: number, b: number, c: number) => [{ left: 'past', right: 'present', value: a }, { left: 'past', right: 'future', value: b }, { left: 'present', right: 'future', value: c }];

eachEngine((_engine, open) => {
  async function start(): Promise<{ store: Store; api: TestApi; params: { id: number } }> {
    const store = await open();
    await addPeople(store);
    const api = await startApi(store);
    const { body } = await api.as(PEOPLE.ada).call('GET /api/models');
    return { store, api, params: { id: body.versions[0]!.id } };
  }

  test('weights are found, kept with who and how, and the server computes them itself', async () => {
    const { api, params } = await start();
    const dora = api.as(PEOPLE.dora);
    const ahpMade = await dora.call('POST /api/models/{id}/weighings', { params, body: { method: 'ahp', level: 'lenses', pairs: pairs(2, 7, 5), note: 'Management meeting' } });
    const wanted = ahp({ items: LENSES, pairs: pairs(2, 7, 5) });
    expect(ahpMade.status).toBe(200);
    expect(ahpMade.body.result.weights).toEqual(LENSES.map((item, n) => ({ item, weight: wanted.percent[n] })));
    expect(ahpMade.body.result.ahp).toMatchObject({ cr: wanted.cr, lambdaMax: wanted.lambdaMax, consistent: true, missing: 0 });
    const swung = await dora.call('POST /api/models/{id}/weighings', { params, body: { method: 'swing', level: 'lens.past', points: [{ item: 'ownResults', points: 60 }, { item: 'trade', points: 100 }] } });
    expect(swung.body.result).toEqual({ weights: [{ item: 'ownResults', weight: 37.5 }, { item: 'trade', weight: 62.5 }], ahp: null });

    const list = await api.as(PEOPLE.vera).call('GET /api/models/{id}/weighings', { params });
    expect(list.body.can).toEqual({ weigh: false });
    expect(list.body.rows.map(({ level, version, by, input }) => [level, version, by?.name, input.method])).toEqual([['lens.past', 1, 'Dora Wu', 'swing'], ['lenses', 1, 'Dora Wu', 'ahp']]);
    expect(list.body.rows[1]).toMatchObject({ note: 'Management meeting', input: { pairs: pairs(2, 7, 5), table: 'saaty1980', derivation: 'eigenvector', rule: 'saaty' }, result: ahpMade.body.result });
    expect((await dora.call('GET /api/models/{id}/weighings', { params, query: { level: 'lenses' } })).body).toMatchObject({ rows: [{ id: ahpMade.body.id }], can: { weigh: true } });
    // No model has changed.
    expect((await dora.call('GET /api/models')).body.versions).toHaveLength(1);
  });

  test('page by page; earlier versions of the model are in the list', async () => {
    const { api, params } = await start();
    const ada = api.as(PEOPLE.ada);
    const ids: number[] = [];
    for (const future of [1, 2, 3]) ids.push((await ada.call('POST /api/models/{id}/weighings', { params, body: { method: 'direct', level: 'lenses', points: LENSES.map((item) => ({ item, points: item === 'future' ? future : 1 })) } })).body.id);
    const { body: { model } } = await ada.call('GET /api/models/{id}', { params });
    const next = { id: (await ada.call('POST /api/models', { body: { model } })).body.id };
    const first = await ada.call('GET /api/models/{id}/weighings', { params: next, query: { limit: 2 } });
    expect(first.body.rows.map((row) => row.id)).toEqual([ids[2], ids[1]]);
    const second = await ada.call('GET /api/models/{id}/weighings', { params: next, query: { limit: 2, after: first.body.next! } });
    expect([second.body.rows.map((row) => row.id), second.body.next]).toEqual([[ids[0]], null]);
    const other = { id: (await ada.call('POST /api/models', { body: { model: { ...model, key: 'other' }, activate: false } })).body.id };
    expect((await ada.call('GET /api/models/{id}/weighings', { params: other })).body.rows).toEqual([]);
  });

  test('several people: the geometric mean of their comparisons, each once', async () => {
    const { api, params } = await start();
    const made = async (person: { id: string }, a: number, b: number, c: number) => (await api.as(person).call('POST /api/models/{id}/weighings', { params, body: { method: 'ahp', level: 'lenses', pairs: pairs(a, b, c) } })).body.id;
    const [ada, dora, again] = [await made(PEOPLE.ada, 4, 8, 2), await made(PEOPLE.dora, 1, 1 / 2, 1 / 2), await made(PEOPLE.ada, 1, 1, 1)];
    const body = (of: number[], level = 'lenses') => ({ params, body: { method: 'ahp' as const, level, of } });
    const both = await api.as(PEOPLE.ada).call('POST /api/models/{id}/weighings', body([ada, dora]));
    expect(both.status).toBe(200);
    expect(both.body.result.weights).toEqual(LENSES.map((item, n) => ({ item, weight: ahp({ items: LENSES, pairs: pairs(2, 2, 1) }).percent[n] })));
    const [row] = (await api.as(PEOPLE.ada).call('GET /api/models/{id}/weighings', { params })).body.rows;
    expect(row!.input).toMatchObject({ of: [ada, dora] });
    const refused = async (input: ReturnType<typeof body>) => (await api.as(PEOPLE.ada).call('POST /api/models/{id}/weighings', input)) as unknown as { status: number; body: { fields: { path: string; reason: string }[] } };
    for (const [of, faults, level] of [
      [[ada, again], ['of.1 same_person'], 'lenses'], [[ada, both.body.id], ['of.1 not_combinable'], 'lenses'], [[ada, 99], ['of.1 not_combinable'], 'lenses'], [[ada], ['of too_few_people'], 'lenses'], [[ada, dora], ['of.0 not_combinable', 'of.1 not_combinable'], 'lens.past'],
    ] as const) {
      const answer = await refused(body([...of], level));
      expect([answer.status, answer.body.fields.map(({ path, reason }) => `${path} ${reason}`)]).toEqual([422, faults]);
    }
    const either = await api.as(PEOPLE.ada).call('POST /api/models/{id}/weighings', { params, body: { method: 'ahp', level: 'lenses', of: [ada, dora], pairs: pairs(1, 1, 1) } });
    expect(either).toMatchObject({ status: 422, body: { fields: [{ path: 'pairs', reason: 'either_or' }] } });
  });

  test('withdrawn and taken back, from the list and by undo', async () => {
    const { api, params } = await start();
    const dora = api.as(PEOPLE.dora);
    const rows = async () => (await dora.call('GET /api/models/{id}/weighings', { params })).body.rows.length;
    const { body: { id, event } } = await dora.call('POST /api/models/{id}/weighings', { params, body: { method: 'ahp', level: 'lenses', pairs: pairs(1, 1, 1) } });
    expect((await dora.call('POST /api/events/{id}/undo', { params: { id: event } })).status).toBe(200);
    expect(await rows()).toBe(0);
    expect((await dora.call('POST /api/events/{id}/undo', { params: { id: event } })).status).toBe(409);
    expect((await dora.call('POST /api/weighings/{id}/withdraw', { params: { id }, body: { withdrawn: false } })).status).toBe(200);
    expect(await rows()).toBe(1);
    const withdrawn = await dora.call('POST /api/weighings/{id}/withdraw', { params: { id }, body: { withdrawn: true } });
    expect(await rows()).toBe(0);
    expect((await dora.call('POST /api/events/{id}/undo', { params: { id: withdrawn.body.event } })).status).toBe(200);
    expect(await rows()).toBe(1);
    const events = (await dora.call('GET /api/events')).body.rows;
    expect(events.map(({ verb, subjectType, subjectId, payload }) => [verb, subjectType, subjectId, payload['withdrawn']])).toEqual([
      ['weighed', 'weighing', String(id), false], ['weighed', 'weighing', String(id), true], ['weighed', 'weighing', String(id), false], ['weighed', 'weighing', String(id), true], ['weighed', 'weighing', String(id), false],
    ]);
  });

  test('refusals: who may not, what is not there, and every field that is wrong', async () => {
    const { api, params } = await start();
    const body = { method: 'ahp' as const, level: 'lenses', pairs: pairs(1, 1, 1) };
    expect((await api.nobody.call('GET /api/models/{id}/weighings', { params })).status).toBe(401);
    expect((await api.nobody.call('POST /api/models/{id}/weighings', { params, body })).status).toBe(401);
    for (const person of [PEOPLE.mo, PEOPLE.cleo, PEOPLE.vera]) {
      expect((await api.as(person).call('GET /api/models/{id}/weighings', { params })).status).toBe(200);
      expect((await api.as(person).call('POST /api/models/{id}/weighings', { params, body })).status).toBe(403);
      expect((await api.as(person).call('POST /api/weighings/{id}/withdraw', { params: { id: 1 }, body: { withdrawn: true } })).status).toBe(403);
    }
    const ada = api.as(PEOPLE.ada);
    expect((await ada.call('GET /api/models/{id}/weighings', { params: { id: 77 } }))).toMatchObject({ status: 404, body: { reason: 'model' } });
    expect((await ada.call('POST /api/models/{id}/weighings', { params: { id: 77 }, body }))).toMatchObject({ status: 404, body: { reason: 'model' } });
    expect((await ada.call('POST /api/weighings/{id}/withdraw', { params: { id: 77 }, body: { withdrawn: true } }))).toMatchObject({ status: 404, body: { reason: 'weighing' } });
    const faults = async (given: Record<string, unknown>) => {
      const answer = await ada.call('POST /api/models/{id}/weighings', { params, body: given as never }) as unknown as { status: number; body: { message: string; fields: { path: string; reason: string }[] } };
      expect(answer.status).toBe(422);
      return answer.body.fields.map(({ path, reason }) => `${path} ${reason}`);
    };
    expect(await faults({ ...body, level: 'factor.nothing' })).toEqual(['level unknown_level']);
    expect(await faults({ ...body, level: 'x' })).toEqual(['level invalid_format']);
    expect(await faults({ ...body, pairs: [{ left: 'past', right: 'brand', value: 9.5 }, { left: 'present', right: 'present', value: 1 }] })).toEqual(['pairs.0.right unknown_item', 'pairs.0.value out_of_scale', 'pairs.1.right same_item']);
    expect(await faults({ ...body, pairs: [{ left: 'past', right: 'present', value: 1 / 10 }] })).toEqual(['pairs.0.value out_of_scale']);
    expect(await faults({ ...body, pairs: [{ left: 'past', right: 'present', value: 3 }] })).toEqual(['pairs not_connected']);
    expect(await faults({ ...body, pairs: [...pairs(1, 1, 1), { left: 'present', right: 'past', value: 1 }] })).toEqual(['pairs.3 pair_twice']);
    expect(await faults({ ...body, table: 'mine' })).toEqual(['table invalid_value']);
    expect(await faults({ method: 'swing', level: 'lenses', points: LENSES.map((item) => ({ item, points: 50 })) })).toEqual(['points no_hundred']);
    expect(await faults({ method: 'direct', level: 'lenses', points: [{ item: 'past', points: -1 }] })).toEqual(['points.0.points out_of_range', 'points items_missing']);
    expect((await ada.call('GET /api/models/{id}/weighings', { params })).body.rows).toEqual([]);
  });
});
