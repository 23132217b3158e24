import { sql } from 'kysely';
import { z } from 'zod';
import { beforeAll, expect, test } from 'vitest';
import { endpoints } from '#contract/endpoints.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import type { Store } from '#storage/connect.ts';
import { startApi, type Client, type TestApi } from '../../api.ts';
import { addCompanies, addPeople, giveTo, PEOPLE, type CastPerson } from '../../cast.ts';
import { eachEngine } from '../../database.ts';

const TODAY = new Date().toISOString().slice(0, 10);
const { ada, dora, mo, max } = PEOPLE;

/** What must be read by nobody, or by these alone. */
const SECRETS = {
  'a family item': { text: 'Wife-Qiu-teaches-piano', for: [] },
  'a sensitive note': { text: 'Hometown-Xiangtan-42', for: [] },
  'a sensitive number': { text: '13655550001', for: [] },
  'a sensitive item of an entry that was merged': { text: 'Daughter-studies-in-Lyon', for: [] },
  'a sensitive item that was taken back, and back again': { text: 'Knee-operation-in-May', for: [] },
  'the number of a person of a customer': { text: '13912345678', for: ['ada', 'dora', 'mo', 'cleo'] },
  'the number of a contact that a colleague shares': { text: '137777700', for: ['ada', 'dora'] },
  'the name of a private contact': { text: 'Hidden-Friend-Name', for: ['max'] },
  'the address of a private contact': { text: 'hidden-friend', for: ['max'] },
  'the evidence of a private tie': { text: 'Secret-golf-club', for: ['max'] },
} as const satisfies Record<string, { text: string; for: readonly string[] }>;
/** Ways out that are asked for with a reason and written down; who gets what there is the matter of tests of their own. */
const ASKED_FOR = new Set(['POST /api/person-items/{id}/reveal', 'POST /api/people/{id}/export', 'POST /api/privacy/export']);
/** Not walked: they end the session, open no answer, change who signs in, send text elsewhere, or fill the store for a minute. */
const APART = new Set(['GET /api/stream', 'POST /api/sign-in', 'POST /api/sign-out', 'POST /api/setup/administrator', 'POST /api/me/password', 'PUT /api/language-model', 'POST /api/demo', 'DELETE /api/demo']);
const NAMES = Object.keys(endpoints).filter((name) => !APART.has(name));

interface World { readonly customer: number; readonly person: number; readonly other: number; readonly family: number; readonly contact: number; readonly hidden: number; readonly tie: number }

/** Puts all secrets in, by the people who may. */
async function plant(store: Store, api: TestApi, round: number): Promise<World> {
  const [customer] = await addCompanies(store, [{ key: `W${round}`, name: `Works ${round}` }]) as [number];
  await giveTo(store, mo, [customer]);
  for (const colleague of [PEOPLE.cleo, PEOPLE.vera]) await giveTo(store, colleague, [customer], 'member');
  const [asMo, asMax, asDora] = [api.as(mo), api.as(max), api.as(dora)];
  const item = { source: 'Told at dinner', collectedOn: TODAY };
  const person = { accountId: customer, source: 'Card', collectedOn: TODAY };
  const { ids: [one, twin] } = (await asMo.call('POST /api/people', { body: { people: [
    { ...person, name: `Qin Feng ${round}`, items: [
      { ...item, kind: 'family', value: SECRETS['a family item'].text }, { ...item, kind: 'note', value: SECRETS['a sensitive note'].text, sensitivity: 'sensitive' }, { ...item, kind: 'phone', value: SECRETS['a sensitive number'].text, sensitivity: 'sensitive' },
      { ...item, kind: 'note', value: SECRETS['a sensitive item that was taken back, and back again'].text, sensitivity: 'sensitive' }, { ...item, kind: 'phone', value: SECRETS['the number of a person of a customer'].text }, { ...item, kind: 'education', value: 'Physics', place: 'Fudan' },
    ] },
    { ...person, name: `Qin Feng ${round}`, items: [{ ...item, kind: 'family', value: SECRETS['a sensitive item of an entry that was merged'].text }, { ...item, kind: 'education', value: 'Physics', place: 'Fudan' }] },
  ] } })).body;
  await asMo.call('POST /api/people/{id}/merge', { params: { id: one! }, body: { other: twin! } });
  const { items } = (await asMo.call('GET /api/people/{id}', { params: { id: one! } })).body;
  const back = (await asMo.call('POST /api/person-items/{id}/withdraw', { params: { id: items[3]!.id } })).body;
  expect((await asMo.call('POST /api/events/{id}/undo', { params: { id: back.event } })).status).toBe(200);
  await asMo.call('PATCH /api/people/{id}', { params: { id: one! }, body: { title: 'VP' } });
  const card = (name: string, over: object) => ({ at: 1, name, family: '', given: '', organisation: `Club ${round}`, department: '', title: '', emails: [], phones: [], wechat: [], school: '', homeTown: '', since: null, ...over });
  const take = (client: Client, contact: object, alone: number[]) => client.call('POST /api/contacts', { body: { fileName: 'a.vcf', layout: 'vcard', contentHash: `x${round}`, contacts: [contact], private: alone } as never });
  expect((await take(asDora, card(`Shared Contact ${round}`, { phones: [`${SECRETS['the number of a contact that a colleague shares'].text}${String(round).padStart(2, '0')}`] }), [])).status).toBe(200);
  const [contact] = (await asDora.call('GET /api/contacts', { query: { q: `Shared Contact ${round}` } })).body.rows;
  expect((await take(asMax, card(SECRETS['the name of a private contact'].text, { emails: [`hidden-friend${round}@x.example`] }), [0])).status).toBe(200);
  const hidden = (await asMax.call('GET /api/contacts')).body.rows.at(-1)!.id;
  const { ids: [tie] } = (await asMax.call('POST /api/ties', { body: { ties: [{ a: null, b: contact!.id, kind: 'team', evidence: SECRETS['the evidence of a private tie'].text, private: true }] } })).body;
  return { customer, person: one!, other: twin!, family: items[0]!.id, contact: contact!.id, hidden, tie: tie! };
}

const searches = (name: string): boolean => !name.includes('{') && 'q' in ((endpoints[name as keyof typeof endpoints] as Endpoint).query?.shape ?? {});

/** A value that a schema takes, as far as its shape tells; numbers are the given id. `least`: only what must be there. */
function sample(schema: z.core.JSONSchema.JSONSchema, id: number, least: boolean, root = schema): unknown {
  if (schema.$ref) return sample((root.$defs ?? {})[schema.$ref.split('/').at(-1)!] as never, id, least, root);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const variants = (schema.anyOf ?? schema.oneOf) as z.core.JSONSchema.JSONSchema[] | undefined;
  if (variants) return sample(variants.find((one) => one.type !== 'null') ?? variants[0]!, id, least, root);
  if (schema.type === 'object') return Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([key]) => !least || schema.required?.includes(key)).map(([key, one]) => [key, key === 'reason' ? 'Asked in writing' : sample(one as never, id, least, root)]));
  if (schema.type === 'array') return (schema.minItems ?? 0) > 0 ? [sample(schema.items as never, id, least, root)] : [];
  if (schema.type === 'string') return /\d\{4\}/.test(schema.pattern ?? '') || schema.format === 'date' ? TODAY : 'qin'.padEnd(schema.minLength ?? 0, 'x').slice(0, schema.maxLength ?? 99);
  if (schema.type === 'boolean') return true;
  return schema.maximum !== undefined && schema.maximum < id ? schema.maximum : id;
}

eachEngine((_engine, open) => {
  let store: Store;
  let api: TestApi;
  let world: World;
  let round = 0;
  beforeAll(async () => {
    store = await open();
    await addPeople(store);
    api = await startApi(store);
    world = await plant(store, api, 0);
  }, 60_000);

  /** Whether every secret still stands somewhere, so that looking for it means something. */
  const whole = async () => {
    const people = await sql<{ n: number }>`select count(*) as n from person where id in (${world.person}, ${world.contact}, ${world.hidden}) and withdrawn_at is null and erased_at is null and merged_into is null`.execute(store.write);
    const items = await sql<{ n: number }>`select count(*) as n from person_item where person_id = ${world.person} and sensitivity = 'sensitive' and withdrawn_at is null`.execute(store.write);
    const ties = await sql<{ n: number }>`select count(*) as n from tie where id = ${world.tie} and private_to = 'max' and withdrawn_at is null`.execute(store.write);
    const team = await sql<{ n: number }>`select count(*) as n from account_team t join account a on a.id = t.account_id where a.id = ${world.customer} and a.archived_at is null`.execute(store.write);
    const apart = await sql<{ n: number }>`select count(*) as n from person where id = ${world.hidden} and private_to = 'max'`.execute(store.write);
    return Number(people.rows[0]!.n) === 3 && Number(items.rows[0]!.n) >= 5 && Number(ties.rows[0]!.n) === 1 && Number(apart.rows[0]!.n) === 1 && Number(team.rows[0]!.n) === 3;
  };
  const leaks = (name: string, who: string, text: string): string[] => Object.entries(SECRETS).flatMap(([what, secret]) => (text.includes(secret.text) && !(secret.for as readonly string[]).includes(who) && !ASKED_FOR.has(name) ? [`${what}: ${name} as ${who}`] : []));
  const everybody: (CastPerson | null)[] = [...Object.values(PEOPLE), null];
  const clientOf = (person: CastPerson | null): Client => (person === null ? api.nobody : api.as(person));
  const ask = async (person: CastPerson | null, name: string, id: number, query: string, body?: unknown) => {
    const [method, path] = name.split(' ') as [string, string];
    const answer = await clientOf(person).fetch(path.replaceAll(/\{\w+\}/g, String(id)) + query, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) });
    return { status: answer.status, text: `${JSON.stringify([...answer.headers])} ${await answer.text()}` };
  };

  test('those who may read a secret do read it', async () => {
    const read = async (person: CastPerson, id: number) => (await ask(person, 'GET /api/people/{id}', id, '')).text;
    for (const who of [ada, dora, mo, PEOPLE.cleo]) expect(await read(who, world.person)).toContain(SECRETS['the number of a person of a customer'].text);
    expect([await read(dora, world.contact), await read(max, world.hidden), (await ask(max, 'GET /api/people/{id}/ties', world.contact, '')).text]).toEqual([expect.stringContaining('13777770000'), expect.stringContaining('hidden-friend'), expect.stringContaining('Secret-golf-club')]);
    expect((await ask(mo, 'POST /api/person-items/{id}/reveal', world.family, '', { reason: 'Gift check' })).text).toContain('Wife-Qiu');
    expect([...APART, ...ASKED_FOR].filter((name) => !(name in endpoints))).toEqual([]);
  });

  test('no GET answer gives a secret away, to any role, whatever it is asked for', async () => {
    const found: string[] = [];
    for (const person of everybody) for (const name of NAMES.filter((one) => one.startsWith('GET '))) {
      for (const id of name.includes('{') ? new Set(Object.values(world)) : [0]) {
        for (const query of ['', name.endsWith('/merge') ? `?other=${world.hidden}` : `?${new URLSearchParams({ limit: '100', q: 'qin' })}`]) found.push(...leaks(name, person?.id ?? 'nobody', (await ask(person, name, id, query)).text));
      }
      for (const q of ['13655550001', '13912345678', '13777770000', 'hidden', 'golf']) if (searches(name)) {
        // A secret that is searched for may come back in the words of the question, never as somebody found.
        const { status, text } = await ask(person, name, 0, `?q=${q}`);
        if (status === 200 && /"(?:Qin Feng|Shared Contact|Hidden-Friend)/.test(text) && !(q === 'hidden' && person?.id === 'max')) found.push(`found by ${q}: ${name} as ${person?.id}`);
      }
    }
    expect([...new Set(found)]).toEqual([]);
  }, 400_000);

  test('no answer to a change gives a secret away, nor does the stream that tells of it', async () => {
    const told: { who: string; text: string }[] = [];
    for (const person of Object.values(PEOPLE)) {
      const stream = (await clientOf(person).fetch('/api/stream')).body!.pipeThrough(new TextDecoderStream()).getReader();
      const of = { who: person.id, text: '' };
      told.push(of);
      void (async () => { for (let part = await stream.read(); !part.done; part = await stream.read()) of.text += part.value; })().catch(() => {});
    }
    const found: string[] = [];
    const done = new Set<string>();
    for (const name of NAMES.filter((one) => !one.startsWith('GET '))) {
      const endpoint: Endpoint = endpoints[name as keyof typeof endpoints];
      const shape = endpoint.body ? z.toJSONSchema(endpoint.body, { io: 'input', unrepresentable: 'any' }) : null;
      for (const person of everybody) {
        for (const id of new Set(name.includes('/accounts/{') ? [world.customer] : name.includes('{') ? [world.person, world.hidden, world.contact, world.family, world.tie] : [world.person, world.hidden])) {
          for (const least of shape ? [false, true] : [true]) {
            const { status, text } = await ask(person, name, id, endpoint.query ? '?fileName=a.csv' : '', shape ? sample(shape, id, least) : endpoint.upload ? undefined : {});
            if (status === 200) done.add(name);
            found.push(...leaks(name, person?.id ?? 'nobody', text));
            if (status !== 422) break;
          }
        }
        if (!(await whole())) world = await plant(store, api, ++round);
      }
    }
    for (const { who, text } of told) found.push(...leaks('the stream', who, text));
    expect([...new Set(found)]).toEqual([]);
    // Enough of them were really done, and told.
    expect(done.size, [...done].join(', ')).toBeGreaterThan(30);
    expect(told.every(({ text }) => text.includes('event: change'))).toBe(true);
  }, 400_000);

  test('undoing what others did tells nothing', async () => {
    const events = await store.read.selectFrom('event').select('id').where('verb', 'in', ['peopleChanged', 'itemRevealed']).orderBy('id', 'desc').limit(12).execute();
    for (const person of everybody) for (const { id } of events) expect(leaks('undo', person?.id ?? 'nobody', (await ask(person, 'POST /api/events/{id}/undo', id, '', {})).text)).toEqual([]);
  }, 60_000);
});
