import type { Context as HonoContext } from 'hono';
import type { z } from 'zod';
import type { Context } from '#actions/act.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { endpoints, type Endpoints } from '#contract/endpoints.ts';
import { Refusal } from '#domain/refusal.ts';
import { scopeOf } from '#domain/trust/permissions.ts';
import { json, send } from './answer.ts';
import type { Keep } from './kept.ts';
import { limitedStream, readJson, unstorable } from './body.ts';
import type { Services } from './services.ts';
import type { Viewer } from './sessions.ts';
import { validate } from './validate.ts';

export type EndpointName = keyof Endpoints;
type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What an endpoint's function is given: everything parsed, the viewer known and allowed to be here. */
export interface Call<E extends Endpoint> {
  readonly context: Context;
  readonly viewer: E['access'] extends 'public' ? Viewer | null : Viewer;
  readonly params: Parsed<E['params']>;
  readonly query: Parsed<E['query']>;
  readonly body: Parsed<E['body']>;
  readonly c: HonoContext;
  readonly app: Services;
  /** The raw request body, refused with `too_large` when it grows over the upload limit. */
  upload(): ReadableStream<Uint8Array>;
  /** `Set-Cookie` values that go out with the answer. */
  setCookies(cookies: readonly string[]): void;
}

/** JSON endpoints answer with the contract's response (or a Response of their own), files and streams with a Response. */
export type Answer<E extends Endpoint> = E extends { response: infer R extends z.ZodType } ? z.output<R> | Response : Response;

/** One registered endpoint. */
export interface Handler {
  readonly answer: (call: Call<Endpoint>) => unknown;
  readonly keep: Keep | null;
}

/** What the nouns have registered; server.ts mounts it in the contract's order. */
export interface Api {
  readonly handlers: Map<EndpointName, Handler>;
}

/**
 * Registers the function behind one line of contract/endpoints.ts. When it runs, params, query and body have passed the
 * contract's schemas (else 422 with every invalid field) and the viewer has the access the contract names (else 401/403).
 * It answers, or throws a Refusal. Errors: an endpoint registered twice throws at start.
 * `keep`: the JSON answer depends on nothing but the data, the address and whose view it is; it is kept until the data change.
 */
export function serve<N extends EndpointName>(
  api: Api, name: N, answer: (call: Call<Endpoints[N]>) => Promise<Answer<Endpoints[N]>> | Answer<Endpoints[N]>, { keep = null }: { keep?: Keep | null } = {},
): void {
  if (api.handlers.has(name)) throw new Error(`registered twice: ${name}`);
  api.handlers.set(name, { answer: answer as unknown as Handler['answer'], keep });
}

/** Runs one registered endpoint for one request. */
export async function run(app: Services, name: EndpointName, handler: Handler, c: HonoContext): Promise<Response> {
  const endpoint: Endpoint = endpoints[name];
  const session = await app.sessions.check(c.req.header('cookie'));
  const cookies = session ? [...session.cookies] : [];
  const viewer = session?.viewer ?? null;
  checkAccess(endpoint, viewer);
  if (c.req.url.includes('%00')) throw unstorable();

  const input = validate(endpoint, {
    params: endpoint.params && c.req.param(),
    query: endpoint.query && c.req.query(),
    body: endpoint.body && await readJson(c.req.raw, app.config.jsonLimitBytes),
  });
  const acceptEncoding = c.req.header('accept-encoding');
  const answer = () => handler.answer({
    ...input, viewer: viewer as Viewer, c, app,
    context: {
      store: app.store, live: app.live, dataDir: app.config.dataDir, now: app.now,
      actor: viewer ?? { id: null, name: '', role: 'viewer' },
    },
    upload: () => limitedStream(c.req.raw, app.config.uploadLimitBytes),
    setCookies: (more) => void cookies.push(...more),
  });
  let response: Response;
  if (handler.keep && viewer) response = await send(await app.kept.answer(c.req.url, viewer, handler.keep, async () => answer()), acceptEncoding);
  else {
    const made = await answer();
    response = made instanceof Response ? made : await json(made, acceptEncoding);
  }
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
}

function checkAccess(endpoint: Endpoint, viewer: Viewer | null): void {
  if (endpoint.access === 'public') return;
  if (!viewer) throw new Refusal('sign_in_required', 'Sign in first.');
  if (endpoint.access !== 'member' && scopeOf(viewer.role, endpoint.access) === 'none') {
    throw new Refusal('forbidden', `Your role does not allow this (${endpoint.access}).`, { reason: 'permission', params: { permission: endpoint.access } });
  }
}
