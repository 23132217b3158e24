import { endpoints, type Endpoints } from '#contract/endpoints.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { createApp, type App } from '#api/server.ts';
import type { ServerConfig } from '#api/services.ts';
import type { Store } from '#storage/connect.ts';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';

type Name = keyof Endpoints;
type Given<S> = S extends z.ZodType ? z.input<S> : never;
type Body<N extends Name> = Endpoints[N] extends { response: infer R extends z.ZodType } ? z.output<R> : any;

export interface Input<N extends Name> {
  params?: Record<string, string | number>;
  query?: Partial<Given<Endpoints[N] extends { query: infer Q } ? Q : never>> | Record<string, unknown>;
  /** JSON; a string or bytes are sent as they are. */
  body?: Given<Endpoints[N] extends { body: infer B } ? B : never> | string | Uint8Array;
  headers?: Record<string, string>;
}
export interface Answer<T> {
  status: number;
  /** Parsed JSON (a Problem when refused), or the text of a file. */
  body: T;
  headers: Headers;
}
export interface Client {
  call<N extends Name>(name: N, input?: Input<N>): Promise<Answer<Body<N>>>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
}
export interface TestApi {
  app: App;
  /** Signed in as one of the cast (or anyone with that id in auth_user). */
  as(person: { id: string }): Client;
  nobody: Client;
}

/** The whole server in this process, without a port. Every answer is checked against the contract's response schema. */
export async function startApi(store: Store, config: Partial<ServerConfig> = {}, parts: Parameters<typeof createApp>[2] = {}): Promise<TestApi> {
  const app = await createApp(store, {
    dataDir: mkdtempSync(join(tmpdir(), 'vitalfew-api-')), publicUrl: null, authSecret: 'a-secret-for-tests-that-is-long-enough-0123456789',
    jsonLimitBytes: 16_000_000, uploadLimitBytes: 50_000_000, trustedProxies: 0, webDir: null, version: 'test', ...config,
  }, parts);
  const cookies = new Map<string, Promise<string>>();
  const cookieOf = (userId: string) => {
    const cookie = cookies.get(userId) ?? app.services.auth.openSession(userId).then((set) => set[0]!.split(';')[0]!);
    cookies.set(userId, cookie);
    return cookie;
  };
  return { app, as: (person) => clientOf(app, () => cookieOf(person.id)), nobody: clientOf(app, async () => null) };
}

/** A caller who sends the given cookie. */
export function clientOf(app: App, cookie: () => Promise<string | null>): Client {
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    const value = await cookie();
    if (value !== null) headers.set('cookie', value);
    return app.fetch(new Request(`http://localhost${path}`, { ...init, headers, ...(init.body ? { duplex: 'half' } : {}) } as RequestInit));
  };
  return {
    fetch: send,
    async call(name, input = {}) {
      const endpoint: Endpoint = endpoints[name];
      const [method, pattern] = name.split(' ') as [string, string];
      const path = pattern.replace(/\{(\w+)\}/g, (_, param: string) => encodeURIComponent(String(input.params?.[param] ?? '')));
      const query = new URLSearchParams(Object.entries(input.query ?? {}).filter(([, value]) => value !== undefined).map(([key, value]) => [key, String(value)]));
      const raw = typeof input.body === 'string' || input.body instanceof Uint8Array;
      const body = input.body === undefined ? undefined : raw ? (input.body as string) : JSON.stringify(input.body);
      const response = await send(query.size === 0 ? path : `${path}?${query}`, {
        method, headers: { ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }), ...input.headers }, ...(body === undefined ? {} : { body }),
      });
      return { status: response.status, headers: response.headers, body: (await bodyOf(name, endpoint, response)) as never };
    },
  };
}

async function bodyOf(name: Name, endpoint: Endpoint, response: Response): Promise<unknown> {
  const text = await response.text();
  if (!response.headers.get('content-type')?.includes('json')) return text;
  const value: unknown = JSON.parse(text);
  if (response.ok && endpoint.response) {
    const checked = endpoint.response.safeParse(value);
    if (!checked.success) throw new Error(`${name} answered something the contract does not promise: ${checked.error.message}`);
  }
  return value;
}
