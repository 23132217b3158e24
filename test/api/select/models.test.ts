import { expect, test } from 'vitest';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { weightsOf, withWeights } from '#domain/select/weights.ts';
import { startApi } from '../../api.ts';
import { addPeople, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';

eachEngine((_engine, open) => {
  test('models: the built-in one is there, a new version is published, activated, and listed newest first', async () => {
    const store = await open();
    await addPeople(store);
    const api = await startApi(store);
    const dora = api.as(PEOPLE.dora);
    const first = await dora.call('GET /api/models');
    expect(first.body.versions).toMatchObject([{ key: 'general', version: 1, active: true, by: null }]);
    expect(first.body.can.publish).toBe(true);
    const read = await dora.call('GET /api/models/{id}', { params: { id: first.body.versions[0]!.id } });
    expect(read.body.model).toEqual(GENERAL_TEMPLATE);
    const model = withWeights(GENERAL_TEMPLATE, { ...weightsOf(GENERAL_TEMPLATE), lenses: [20, 30, 50] }) as typeof read.body.model;
    const published = await dora.call('POST /api/models', { body: { model, note: 'less past' } });
    expect(published).toMatchObject({ status: 200, body: { version: 2 } });
    const after = await dora.call('GET /api/models');
    expect(after.body.versions.map((one) => [one.version, one.active, one.by?.name ?? null])).toEqual([[2, true, 'Dora Wu'], [1, false, null]]);
    expect((await dora.call('POST /api/models/{id}/activate', { params: { id: first.body.versions[0]!.id } })).status).toBe(200);
    expect((await dora.call('GET /api/models')).body.versions.map((one) => one.active)).toEqual([false, true]);
  });

  test('models: refusals', async () => {
    const store = await open();
    await addPeople(store);
    const api = await startApi(store);
    const { body: list } = await api.as(PEOPLE.ada).call('GET /api/models');
    const { body: { model } } = await api.as(PEOPLE.ada).call('GET /api/models/{id}', { params: { id: list.versions[0]!.id } });
    expect((await api.nobody.call('GET /api/models')).status).toBe(401);
    expect((await api.as(PEOPLE.ada).call('GET /api/models/{id}', { params: { id: 77 } })).status).toBe(404);
    expect((await api.as(PEOPLE.ada).call('POST /api/models/{id}/activate', { params: { id: 77 } })).status).toBe(404);
    for (const person of [PEOPLE.mo, PEOPLE.cleo, PEOPLE.vera]) {
      expect((await api.as(person).call('GET /api/models')).body.can.publish).toBe(false);
      expect((await api.as(person).call('POST /api/models', { body: { model } })).status).toBe(403);
      expect((await api.as(person).call('POST /api/models/{id}/activate', { params: { id: list.versions[0]!.id } })).status).toBe(403);
    }
    const uneven = { ...model, lenses: model.lenses.map((lens, i) => (i === 2 ? { ...lens, weight: 34.5 } : lens)) };
    const refused = await api.as(PEOPLE.ada).call('POST /api/models', { body: { model: uneven } });
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid', fields: [{ path: 'model.lenses', reason: 'weights_not_100' }] } });
    expect((await api.as(PEOPLE.ada).call('GET /api/models')).body.versions).toHaveLength(1);
  });
});
