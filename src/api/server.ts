import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { pino, type Logger } from 'pino';
import { openLive, type Live } from '#actions/live.ts';
import { endpoints } from '#contract/endpoints.ts';
import { Refusal } from '#domain/refusal.ts';
import type { Store } from '#storage/connect.ts';
import { refused } from './answer.ts';
import { noteSeen } from '#storage/trust/members.ts';
import { createAuth, type SessionUser } from './auth.ts';
import { checkOrigin } from './caller.ts';
import { mountDocs } from './docs.ts';
import { run, type EndpointName } from './endpoint.ts';
import { mountHealth } from './health.ts';
import { KeptAnswers } from './kept.ts';
import { createLimits } from './limits.ts';
import { mountPages } from './pages.ts';
import { internalProblem } from './problem.ts';
import { registerAll } from './routes.ts';
import type { ServerConfig, Services } from './services.ts';
import { Sessions } from './sessions.ts';

export interface App {
  readonly services: Services;
  readonly registered: readonly EndpointName[];
  /** Answers one request; never rejects. */
  fetch(request: Request, env?: Partial<HttpBindings>): Promise<Response>;
  /** Ends the live streams; the store belongs to the caller. */
  close(): Promise<void>;
}

/** The whole server as one function from request to answer, on an open and migrated store. */
export async function createApp(store: Store, config: ServerConfig, parts: { live?: Live; log?: Logger; now?: () => Date; heartbeatMs?: number } = {}): Promise<App> {
  const auth = createAuth(store, config);
  const closing = new AbortController();
  const now = parts.now ?? (() => new Date());
  const live = parts.live ?? (await openLive(store));
  const services: Services = {
    config, store, auth, live,
    kept: new KeptAnswers(store, live),
    sessions: new Sessions(auth, seenNow(store, now)),
    limits: createLimits(),
    log: parts.log ?? pino({ level: 'silent' }),
    now, closing: closing.signal, heartbeatMs: parts.heartbeatMs ?? 20_000,
  };
  // People changed in another process: what this one verified in the last minute may no longer hold.
  const unsubscribe = services.live.subscribe((message) => {
    if (message.type === 'change' && message.verb === 'memberChanged') services.sessions.drop(null);
  });

  const api = registerAll();
  const hono = new Hono();
  for (const name of Object.keys(endpoints) as EndpointName[]) {
    const handler = api.handlers.get(name);
    if (!handler) continue;
    const [method, path] = name.split(' ') as [string, string];
    hono.on(method, path.replace(/\{(\w+)\}/g, ':$1'), (c) => run(services, name, handler, c));
  }
  mountHealth(hono, services);
  mountDocs(hono, services);
  mountPages(hono, services);
  hono.notFound(() => refused(new Refusal('not_found', 'There is nothing at this address.')));
  hono.onError((error) => {
    throw error;
  });

  return {
    services,
    registered: [...api.handlers.keys()],
    close: async () => {
      closing.abort();
      unsubscribe();
      await services.live.close();
    },
    async fetch(request, env) {
      const start = performance.now();
      let response: Response;
      const id = crypto.randomUUID().slice(0, 8);
      try {
        checkOrigin(request, config.publicUrl);
        response = await hono.fetch(request, env);
      } catch (error) {
        if (!(error instanceof Refusal)) services.log.error({ id, err: error }, 'fault');
        response = refused(error instanceof Refusal ? error : internalProblem(id));
      }
      // On the wire's own object where there is one: reading a Response's headers would cost its fast way out.
      if (env?.outgoing) env.outgoing.setHeader('x-request-id', id);
      else response.headers.set('x-request-id', id);
      services.log.info({ id, method: request.method, path: pathOf(request.url), status: response.status, ms: Math.round((performance.now() - start) * 10) / 10 }, 'request');
      return response;
    },
  };
}

const SEEN_EVERY_MS = 600_000;

/** Notes when a person was here, to ten minutes: nothing finer is anybody's business. */
function seenNow(store: Store, now: () => Date) {
  return async (user: SessionUser) => {
    const at = now();
    if (user.lastSeenAt && at.getTime() - Date.parse(user.lastSeenAt) < SEEN_EVERY_MS) return;
    await noteSeen(store.write, user.id, at.toISOString());
  };
}

/** Path only: a query may carry names that people searched for, and those do not belong in a log. */
function pathOf(url: string): string {
  const from = url.indexOf('/', url.indexOf('//') + 2);
  const end = url.indexOf('?', from);
  return from === -1 ? '/' : url.slice(from, end === -1 ? undefined : end);
}
