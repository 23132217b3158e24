import { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import { endpoints, type Endpoints } from '#contract/endpoints.ts';
import { Problem } from '#contract/errors.ts';
import * as canvas from '#contract/insight/canvas.ts';
import * as kpi from '#contract/insight/kpi.ts';
import * as sources from '#contract/insight/sources.ts';
import * as contacts from '#contract/relate/contacts.ts';
import * as people from '#contract/relate/people.ts';
import * as privacy from '#contract/relate/privacy.ts';
import * as ways from '#contract/relate/ways.ts';
import * as sand from '#contract/insight/sand.ts';
import * as capabilities from '#contract/insight/capabilities.ts';
import * as needs from '#contract/insight/needs.ts';
import * as opportunities from '#contract/insight/opportunities.ts';
import * as coverage from '#contract/relate/coverage.ts';
import * as maps from '#contract/relate/maps.ts';
import * as proposals from '#contract/insight/proposals.ts';
import * as strategy from '#contract/insight/strategy.ts';
import * as accounts from '#contract/select/accounts.ts';
import * as compare from '#contract/select/compare.ts';
import * as assessments from '#contract/select/assessments.ts';
import * as decisions from '#contract/select/decisions.ts';
import * as facts from '#contract/select/facts.ts';
import * as imports from '#contract/select/imports.ts';
import * as models from '#contract/select/models.ts';
import * as panels from '#contract/select/panels.ts';
import * as portfolio from '#contract/select/portfolio.ts';
import * as structure from '#contract/select/structure.ts';
import * as robustness from '#contract/select/robustness.ts';
import * as weighings from '#contract/select/weighings.ts';
import * as workspace from '#contract/trust/workspace.ts';

type Json = { [key: string]: unknown };
type Direction = 'input' | 'output';

const NOUNS = { accounts, assessments, canvas, sand, capabilities, needs, opportunities, coverage, maps, proposals, strategy, kpi, sources, people, privacy, ways, contacts, compare, decisions, facts, imports, models, panels, portfolio, robustness, structure, weighings, workspace };
const REFUSED: Record<number, string> = {
  401: 'Not signed in', 403: 'Your role does not allow it', 404: 'Missing, or not yours to see', 409: 'Not possible as things stand',
  413: 'Larger than the limit', 422: 'Fields that are not valid, each named', 429: 'Too many attempts', 500: 'A fault of the server', 503: 'Busy; try again',
};

/** The contract as an OpenAPI 3.1 document: every named schema once under components, referred to everywhere else. */
export function openApi(about: { version: string; cookieName: string; publicUrl: string | null }): Json {
  const names = Object.keys(endpoints) as (keyof Endpoints)[];
  const schemas = new Schemas();
  for (const name of names) schemas.add(endpoints[name]);
  schemas.add({ summary: '', access: 'public', response: Problem });
  const components = schemas.settle();

  const paths: Record<string, Json> = {};
  for (const name of names) {
    const [method, path] = name.split(' ') as [string, string];
    (paths[path] ??= {})[method.toLowerCase()] = operation(method, path, endpoints[name], schemas);
  }
  paths['/healthz'] = { get: {
    operationId: 'readHealth', tags: ['workspace'], summary: 'Whether the server and its store answer', security: [],
    responses: { 200: { description: 'Both answer' }, 503: { description: 'The store does not answer' } },
  } };
  return {
    openapi: '3.1.1',
    info: { title: 'Vitalfew', version: about.version, description: 'Everything the screens do. Money is whole minor units, days are YYYY-MM-DD, shares 0–1, scores 0–100; what is missing and what is not yours read the same.' },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: about.publicUrl ?? '/' }],
    tags: Object.keys(NOUNS).map((noun) => ({ name: noun })),
    paths,
    components: {
      schemas: components,
      responses: Object.fromEntries(Object.entries(REFUSED).map(([status, description]) => [`Refused${status}`, { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } } }])),
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: about.cookieName, description: 'Set by POST /api/sign-in.' } },
    },
    security: [{ session: [] }],
  };
}

function operation(method: string, path: string, endpoint: Endpoint, schemas: Schemas): Json {
  const [noun, id] = whereDefined(endpoint) ?? ['workspace', `${method}${path}`.replace(/\W+/g, '_')];
  const body = endpoint.body
    ? { required: true, content: { 'application/json': { schema: schemas.ref(endpoint.body, 'input') } } }
    : endpoint.upload ? { required: true, content: { 'application/octet-stream': {} } } : undefined;
  const produced = endpoint.response
    ? { 'application/json': { schema: schemas.ref(endpoint.response, 'output') } }
    : { [endpoint.produces ?? 'application/octet-stream']: {} };
  const refused = [
    ...(endpoint.access === 'public' ? [] : [401]), ...(endpoint.access === 'public' || endpoint.access === 'member' ? [] : [403]),
    ...(endpoint.params ? [404] : []), ...(method === 'GET' ? [] : [409]), ...(body ? [413] : []),
    ...(endpoint.params || endpoint.query || endpoint.body ? [422] : []), ...(body ? [429] : []), 500, 503,
  ];
  return {
    operationId: id, tags: [noun], summary: endpoint.summary,
    ...(endpoint.access === 'public' ? { security: [] } : endpoint.access === 'member' ? {} : { description: `Needs the permission \`${endpoint.access}\`.` }),
    parameters: [...schemas.parameters(endpoint.params, 'path'), ...schemas.parameters(endpoint.query, 'query')],
    ...(body ? { requestBody: body } : {}),
    responses: { 200: { description: 'Done', content: produced }, ...Object.fromEntries(refused.map((status) => [status, { $ref: `#/components/responses/Refused${status}` }])) },
  };
}

/** Noun and name under which the contract exports an endpoint; its name is the operation's id. */
function whereDefined(endpoint: Endpoint): [string, string] | null {
  for (const [noun, exported] of Object.entries(NOUNS)) {
    for (const [name, value] of Object.entries(exported)) if (value === endpoint) return [noun, name];
  }
  return null;
}

/**
 * JSON Schemas of the contract. A named schema can differ between what is sent and what is answered (defaults fill in):
 * then the sent form, and every sent form that refers to it, is called …Input.
 */
class Schemas {
  readonly #defined: Record<Direction, Map<string, Json>> = { input: new Map(), output: new Map() };
  readonly #renamed = new Set<string>();

  add(endpoint: Endpoint): void {
    for (const schema of [endpoint.params, endpoint.query, endpoint.body]) if (schema) this.#convert(schema, 'input');
    if (endpoint.response) this.#convert(endpoint.response, 'output');
  }

  settle(): Record<string, Json> {
    const { input, output } = this.#defined;
    const differs = (name: string, schema: Json) => output.has(name) && JSON.stringify(output.get(name)) !== JSON.stringify(schema);
    for (const [name, schema] of input) if (differs(name, schema)) this.#renamed.add(name);
    for (let before = -1; before !== this.#renamed.size;) {
      before = this.#renamed.size;
      for (const [name, schema] of input) if ([...this.#renamed].some((other) => JSON.stringify(schema).includes(`"#/$defs/${other}"`))) this.#renamed.add(name);
    }
    const all: Record<string, Json> = {};
    for (const [name, schema] of output) all[name] = this.#point(schema, 'output');
    for (const [name, schema] of input) all[this.#nameOf(name, 'input')] = this.#point(schema, 'input');
    return Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  ref(schema: z.ZodType, direction: Direction): Json {
    return this.#point(this.#convert(schema, direction), direction);
  }

  parameters(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
    if (!schema) return [];
    const { properties = {}, required = [] } = this.#convert(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
    return Object.entries(properties).map(([name, property]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: this.#point(property, 'input') }));
  }

  #convert(schema: z.ZodType, direction: Direction): Json {
    // As a property, so that a named schema comes out as a reference to its definition.
    const wrapped = z.toJSONSchema(z.object({ it: schema }), { io: direction, reused: 'inline', cycles: 'ref' }) as unknown as { $defs?: Record<string, Json>; properties: { it: Json } };
    for (const [name, definition] of Object.entries(wrapped.$defs ?? {})) this.#defined[direction].set(name, plain(definition));
    return plain(wrapped.properties.it);
  }

  #nameOf(name: string, direction: Direction): string {
    return direction === 'input' && this.#renamed.has(name) ? `${name}Input` : name;
  }

  #point(schema: Json, direction: Direction): Json {
    return JSON.parse(JSON.stringify(schema), (key, value: unknown) => (key === '$ref' && typeof value === 'string'
      ? `#/components/schemas/${this.#nameOf(value.replace('#/$defs/', ''), direction)}` : value)) as Json;
  }
}

/** Without what a document of many schemas states once. */
function plain(schema: Json): Json {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id' && key !== 'id'));
}
