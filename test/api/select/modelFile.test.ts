import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { modelFileSchema, readModelText } from '#api/select/modelFile.ts';
import { jsonFault } from '#domain/jsonFault.ts';
import { modelFileText } from '#domain/select/modelFile.ts';
import type { ScoreModel } from '#domain/select/model.ts';
import { GENERAL_TEMPLATE } from '#domain/select/template.ts';
import { TEMPLATES } from '#domain/select/templates.ts';
import { startApi } from '../../api.ts';
import { addPeople, PEOPLE } from '../../cast.ts';
import { eachEngine } from '../../database.ts';

const TEXT = modelFileText(GENERAL_TEMPLATE, '/api/schemas/score-model.json');
const SCHEMA = join(import.meta.dirname, '../../../docs/api/score-model.schema.json');

describe('a model as a file', () => {
  test.each(TEMPLATES.map(({ model }) => [model.key, model] as const))('%s comes back as it went', (_key, model) => {
    const text = modelFileText(model, 'x');
    expect(readModelText(text)).toEqual(model);
    // Again and again the very same text, also of a model whose fields came in another sequence.
    const turned = JSON.parse(JSON.stringify(model, (_, value: unknown) => (value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toReversed()) : value))) as ScoreModel;
    expect(modelFileText(turned, 'x')).toBe(text);
  });

  test('it reads like a table: a sentence a line, none wider than a screen', () => {
    expect(TEXT).toContain('{ "en": "Losses in each of the last three years", "zh": "最近三年连年亏损" },\n');
    expect(TEXT).toContain('"grades": { "S": 85, "A": 70, "B": 55, "C": 40 },\n');
    expect(Math.max(...TEXT.split('\n').map((line) => line.length))).toBeLessThanOrEqual(200);
    expect(Object.keys(JSON.parse(TEXT))).toEqual(['$schema', 'format', 'key', 'name', 'lenses', 'deductions', 'vetoes', 'grades', 'classes', 'assumptionCap']);
  });

  test('the old forms are read too: bare, and under `model` as the API takes it; a byte order mark does no harm', () => {
    expect(readModelText(JSON.stringify(GENERAL_TEMPLATE))).toEqual(GENERAL_TEMPLATE);
    expect(readModelText(JSON.stringify({ model: GENERAL_TEMPLATE, note: 'x', activate: false }))).toEqual(GENERAL_TEMPLATE);
    expect(readModelText(`\uFEFF${TEXT}`)).toEqual(GENERAL_TEMPLATE);
  });

  test('the schema in the documents is the contract’s', () => {
    const made = `${JSON.stringify(modelFileSchema(), null, 2)}\n`;
    if (process.env['UPDATE_SNAPSHOT']) writeFileSync(SCHEMA, made);
    expect(readFileSync(SCHEMA, 'utf8')).toBe(made);
    expect(made).toContain('"additionalProperties": false');
  });
});

describe('the place where a text stops being JSON', () => {
  test.each<[string, { line: number; column: number; found: string } | null]>([
    ['{"a": [1, 2.5e3, "x\\u00e9\\n"], "b": {}, "c": [] , "d": null}', null], [TEXT, null], [' "alone" ', null],
    ['{"a": 1,}', { line: 1, column: 9, found: '}' }], ['{\n  "a": 1\n  "b": 2\n}', { line: 3, column: 3, found: '"' }], ['{“a”: 1}', { line: 1, column: 2, found: '“' }], ['{"a"： 1}', { line: 1, column: 5, found: '：' }],
    ['[1, 2', { line: 1, column: 6, found: '' }], ['', { line: 1, column: 1, found: '' }], ["{'a': 1}", { line: 1, column: 2, found: "'" }], ['{"a": 01}', { line: 1, column: 8, found: '1' }], ['{"a": tru}', { line: 1, column: 7, found: 't' }],
    ['{"a": "two\nlines"}', { line: 1, column: 7, found: '"' }], ['{} {}', { line: 1, column: 4, found: '{' }], ['// note\n{}', { line: 1, column: 1, found: '/' }],
  ])('%j', (text, fault) => expect(jsonFault(text)).toEqual(fault));

  test('agrees with the engine on what is JSON, also a million brackets deep', () => {
    const texts = ['0', '-0', '1.', '.5', '+1', '1e5', '1E+05', '"\\x"', '"\\u12G4"', '"\t"', '[,]', '[1,,2]', '{"a":1,"a":2}', '{a:1}', 'NaN', 'nul', 'null ', '\uFEFF{}', '"\u2028"', '[[[[]]]]', '{"":{"":[]}}'];
    for (const text of texts) {
      let good = true;
      try { JSON.parse(text); } catch { good = false; }
      expect([text, jsonFault(text) === null]).toEqual([text, good]);
    }
    expect(jsonFault('['.repeat(1_000_000))).toMatchObject({ line: 1 });
  });
});

eachEngine((_engine, open) => {
  test('saved, changed by hand, checked, published under its own key: a workspace has several models', async () => {
    const store = await open();
    await addPeople(store);
    const api = await startApi(store);
    const dora = api.as(PEOPLE.dora);
    const { id } = (await dora.call('GET /api/models')).body.versions[0]!;
    const file = await api.as(PEOPLE.vera).fetch(`/api/models/${id}/file`);
    expect([file.status, file.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="score-model-general-v1.json"']);
    const text = await file.text();
    expect(text).toBe(modelFileText(GENERAL_TEMPLATE, 'http://localhost/api/schemas/score-model.json'));

    const checked = await dora.call('POST /api/models/check', { body: text.replace('"key": "general"', '"key": "ours"') as never });
    expect(checked).toMatchObject({ status: 200, body: { nextVersion: 1, model: { key: 'ours' } } });
    expect((await dora.call('POST /api/models/check', { body: text as never })).body.nextVersion).toBe(2);
    expect((await dora.call('GET /api/models')).body.versions).toHaveLength(1);

    const ours = await dora.call('POST /api/models', { body: { model: checked.body.model, note: 'from a file', activate: false } });
    expect(ours).toMatchObject({ status: 200, body: { version: 1 } });
    const second = await dora.call('POST /api/models', { body: { model: { ...checked.body.model, assumptionCap: 50 }, note: 'and on' } });
    expect(second).toMatchObject({ status: 200, body: { version: 2 } });
    const { versions } = (await dora.call('GET /api/models')).body;
    expect(versions.map((one) => [one.key, one.version, one.active])).toEqual([['ours', 2, true], ['ours', 1, false], ['general', 1, false]]);
    expect((await dora.call('POST /api/models/{id}/activate', { params: { id } })).status).toBe(200);
    expect((await dora.call('GET /api/models')).body.versions.map((one) => one.active)).toEqual([false, false, true]);
    expect((await dora.fetch(`/api/models/${second.body.id}/file`)).headers.get('content-disposition')).toContain('score-model-ours-v2.json');
    // What was published stays as it was: the trigger says no, whoever asks.
    await expect(store.write.updateTable('model_version').set({ body: '{}' }).where('id', '=', ours.body.id).execute()).rejects.toThrow();
    expect(JSON.parse(await (await dora.fetch(`/api/models/${ours.body.id}/file`)).text())).toMatchObject({ key: 'ours', assumptionCap: 70 });
  });

  test('the three templates to start from, for everybody to read', async () => {
    const store = await open();
    await addPeople(store);
    const api = await startApi(store);
    const { body } = await api.as(PEOPLE.vera).call('GET /api/models/templates');
    expect(body.templates.map((one) => [one.model.key, one.indicators])).toEqual([['general', 31], ['telecom', 35], ['solar', 31]]);
    expect(body.templates.map((one) => one.model)).toEqual(TEMPLATES.map((one) => one.model));
    const published = await api.as(PEOPLE.dora).call('POST /api/models', { body: { model: body.templates[1]!.model, note: 'we are telecom', activate: true } });
    expect(published).toMatchObject({ status: 200, body: { version: 1 } });
    expect((await api.nobody.call('GET /api/models/templates')).status).toBe(401);
  });

  test('the schema is open to every editor; it is that of the documents', async () => {
    const store = await open();
    await addPeople(store);
    const api = await startApi(store);
    const answer = await api.nobody.fetch('/api/schemas/score-model.json');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/schema+json; charset=utf-8']);
    expect(await answer.json()).toEqual(JSON.parse(readFileSync(SCHEMA, 'utf8')));
  });

  test('checking: refusals, each in words and with its place; nothing is stored', async () => {
    const store = await open();
    await addPeople(store);
    const api = await startApi(store);
    const check = async (text: string) => {
      const { status, body } = await api.as(PEOPLE.dora).call('POST /api/models/check', { body: text as never });
      const problem = body as unknown as { reason?: string; message: string; params?: object; fields?: { path: string; reason: string; message: string }[] };
      return { status, reason: problem.reason, params: problem.params, message: problem.message, fields: problem.fields?.map((field) => [field.path, field.reason]) };
    };
    expect(await check('{\n  "key": "x",\n}')).toMatchObject({ status: 422, reason: 'malformed_json', params: { line: 3, column: 1 }, message: expect.stringContaining('line 3, column 1') });
    expect(await check('[]')).toMatchObject({ status: 422, reason: 'not_a_model' });
    expect(await check('{"rows": []}')).toMatchObject({ status: 422, reason: 'not_a_model' });
    expect(await check(TEXT.replace('"format": 1', '"format": 2'))).toMatchObject({ status: 422, reason: 'newer_format', params: { format: 2, known: 1 }, message: expect.stringContaining('later release') });
    expect(await check(TEXT.replace('"format": 1', '"format": "one"'))).toMatchObject({ status: 422, reason: 'model_faults', fields: [['format', 'invalid_value']] });
    expect(await check(TEXT.replace('"weight": 40', '"wieght": 40'))).toMatchObject({ status: 422, fields: [['lenses.0.weight', 'required'], ['lenses.0.wieght', 'unknown_field']] });
    expect(await check(TEXT.replace('"weight": 40', '"weight": 41'))).toMatchObject({ status: 422, fields: [['lenses', 'weights_not_100']] });
    expect(await check(TEXT.replace('"kind": "computed"', '"kind": "guessed"'))).toMatchObject({ status: 422, fields: [['lenses.0.factors.1.indicators.0.kind', 'invalid_value']] });
    expect(await check(TEXT.replace('"measure": "revenue"', '"measure": "weather"'))).toMatchObject({ status: 422, fields: [['lenses.0.factors.1.indicators.0.measure', 'invalid_value']] });
    expect(await check(TEXT.replace('"zh": "最近三年连年亏损"', '"zh": ""'))).toMatchObject({ status: 422, fields: [['lenses.0.factors.0.indicators.1.anchors.0.zh', 'too_small']] });
    expect(await check(TEXT.replace('"key": "brand"', '"key": "funding"'))).toMatchObject({ status: 422, fields: [['lenses.2.factors.0.indicators.1.key', 'key_taken']] });
    expect(await check(TEXT.replace('"S": 85', '"S": 60'))).toMatchObject({ status: 422, fields: [['grades', 'grades_out_of_order']] });
    expect((await api.as(PEOPLE.dora).call('GET /api/models')).body.versions).toHaveLength(1);

    expect((await api.nobody.call('POST /api/models/check', { body: TEXT as never })).status).toBe(401);
    for (const person of [PEOPLE.mo, PEOPLE.cleo, PEOPLE.vera]) expect((await api.as(person).call('POST /api/models/check', { body: TEXT as never })).status).toBe(403);
    expect((await api.nobody.fetch('/api/models/1/file')).status).toBe(401);
    expect((await api.as(PEOPLE.ada).fetch('/api/models/77/file')).status).toBe(404);
    expect((await api.as(PEOPLE.ada).fetch('/api/models/x/file')).status).toBe(422);
  });

  test('a misspelt field is refused when publishing as well, and named', async () => {
    const store = await open();
    await addPeople(store);
    const api = await startApi(store);
    const answer = await api.as(PEOPLE.dora).call('POST /api/models', { body: { model: { ...structuredClone(GENERAL_TEMPLATE), capOfAssumptions: 50 } as never } });
    expect(answer).toMatchObject({ status: 422, body: { fields: [{ path: 'model.capOfAssumptions', reason: 'unknown_field' }] } });
  });
});
