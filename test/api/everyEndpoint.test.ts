import { beforeAll, describe, expect, test } from 'vitest';
import { endpoints } from '#contract/endpoints.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { Problem } from '#contract/errors.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { startApi, type TestApi } from '../api.ts';
import { addPeople, PEOPLE } from '../cast.ts';
import { eachEngine } from '../database.ts';

type Name = keyof typeof endpoints;
const NAMES = Object.keys(endpoints) as Name[];
/** Ends the session itself, or never ends: looked at in tests of their own. */
const APART = new Set<Name>(['POST /api/sign-out', 'GET /api/stream']);
const GARBAGE_IDS = ['0', '-1', '1.5', 'x', '9007199254740993', '1e3', '%00', "1'--", '%F0%9F%98%80', ' '];
const GARBAGE_BODIES = [
  '', 'null', '[]', '"x"', '{', '{}', '{"a":', '1e999', '\u0000', '{"name":"\\u0000","email":"a@b.example","password":"\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000"}',
  '{"accounts":[{"key":"\\ud800","name":"\\udfff"}]}', '{"accounts":[{"key":"a\\u0000","name":"b"}]}', '{"accounts":{}}', '{"accounts":[{"key":1,"name":[]}]}', '{"marks":[{"indicator":"__proto__","value":{}}]}',
  '{"marks":[{"indicator":"nothing","value":1e308}]}', '{"team":[{"userId":"nobody","role":"owner"}]}', '{"model":{"lenses":[{}]}}', '{"__proto__":{"role":"administrator"},"constructor":1}',
  '{"archived":"yes"}', '{"rates":{"EUR":-1,"__proto__":2}}', '{"asOf":{"mode":"fixed","day":"9999-99-99"}}', '{"name":"\\ud83d"}', `{"name":"${'x'.repeat(100_000)}"}`, '[[[[[[[[[[]]]]]]]]]]',
];
const GARBAGE_QUERIES = [
  '?after=x', '?after=%00', '?limit=0', '?limit=99999', '?limit=x', '?after=-1', '?sort=;drop', '?q=%25%5F%27%22', '?q=%F0%9F%98%80', '?ids=1,2,x', '?ids=99999999999999999999', '?from=0000-00-00&to=9999-99-99',
  '?measure=x', '?from=5&to=1', '?currency=%E4%B8%AD', '?q=%', `?q=${'a'.repeat(300)}`, '?fileName=..%2F..%2Fetc%2Fpasswd', '?after=eyJ9', '?owner=%00', '?format=exe', '?after=W251bGwsbnVsbF0', '?q=%20', '?country=%ED%A0%80',
];

eachEngine((_engine, open) => {
  let api: TestApi;
  const faults: string[] = [];
  beforeAll(async () => {
    const store = await open();
    await addPeople(store);
    api = await startApi(store);
    const { log } = api.app.services;
    log.level = 'error';
    log.error = ((about: { err?: Error }) => void faults.push(about.err?.stack ?? String(about))) as typeof log.error;
  });
  const path = (name: Name, id = '1') => name.split(' ')[1]!.replaceAll(/\{\w+\}/g, id);
  const method = (name: Name) => name.split(' ')[0]!;
  const send = (client: TestApi['nobody'], name: Name, id?: string, query = '', body?: string) =>
    client.fetch(path(name, id) + query, { method: method(name), ...(body === undefined || method(name) === 'GET' ? {} : { body, headers: { 'content-type': 'application/json' } }) });

  test('every endpoint of the contract is registered', () => {
    expect(NAMES.filter((name) => !api.app.registered.includes(name))).toEqual([]);
  });

  describe.each(NAMES)('%s', (name) => {
    const endpoint: Endpoint = endpoints[name];

    if (endpoint.access !== 'public') test('is closed to nobody, whatever they send', async () => {
      for (const id of ['1', 'x']) {
        const answer = await send(api.nobody, name, id, '', '{');
        expect(answer.status).toBe(401);
        expect(Problem.parse(await answer.json()).code).toBe('sign_in_required');
      }
    });

    test('is closed to roles without the permission', async () => {
      for (const person of Object.values(PEOPLE)) {
        if (endpoint.access === 'public' || endpoint.access === 'member' || scopeOf(person.role, endpoint.access) !== 'none') continue;
        const answer = await send(api.as(person), name);
        expect([person.id, answer.status]).toEqual([person.id, 403]);
      }
    });

    if (!APART.has(name)) test('never breaks on garbage', async () => {
      // As a director: everything but what would change who may sign in.
      const client = endpoint.access === 'public' ? api.nobody : ['manageMembers', 'changeSettings', 'loadDemo'].includes(endpoint.access) ? api.as(PEOPLE.ada) : api.as(PEOPLE.dora);
      const tries: [string, string, string | undefined][] = [
        ...GARBAGE_IDS.filter(() => endpoint.params).map((id): [string, string, undefined] => [id, '', undefined]),
        ...GARBAGE_QUERIES.map((query): [string, string, undefined] => ['1', query, undefined]),
        ...GARBAGE_BODIES.filter(() => method(name) !== 'GET').map((body): [string, string, string] => ['1', '', body]),
      ].filter(() => name !== 'POST /api/demo');
      for (const [id, query, body] of tries) {
        faults.length = 0;
        const answer = await send(client, name, id, query, body);
        expect([id, query, body?.slice(0, 60), answer.status, faults]).toEqual([id, query, body?.slice(0, 60), expect.toSatisfy((status: number) => status < 500), []]);
        if (!answer.ok) Problem.parse(await answer.json());
        else await answer.body?.cancel();
      }
    });
  });

  test('what is at no address is missing, in JSON', async () => {
    const answer = await api.nobody.fetch('/api/nothing');
    expect(answer.status).toBe(404);
    expect(Problem.parse(await answer.json()).code).toBe('not_found');
  });
});
