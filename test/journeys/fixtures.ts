import { test as base, expect, type Page } from '@playwright/test';
import { startServer, type RunningServer } from './server.ts';

/** The administrator of every journey's workspace. */
export const ADA = { name: 'Ada Lin', email: 'ada@journeys.test', password: 'correct horse battery' };

interface WorkerFixtures {
  /** A server with the demo company in it, shared by the journeys of one file. */
  demo: RunningServer & { readonly cookie: string };
}
interface TestFixtures {
  /** A server of its own with nothing in it. */
  empty: RunningServer;
  /** A page signed in as the administrator of the demo workspace. */
  inDemo: Page;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  empty: async ({}, use, info) => {
    const server = await startServer();
    await use(server);
    if (info.status !== info.expectedStatus) await info.attach('server log', { body: server.log(), contentType: 'text/plain' });
    await server.stop();
  },
  demo: demoServer(),
  inDemo: async ({ demo, page, context }, use) => {
    const [name, value] = split(demo.cookie);
    await context.addCookies([{ name, value, url: demo.url, httpOnly: true, sameSite: 'Lax' }]);
    await page.goto(demo.url);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await use(page);
  },
});

/**
 * The demo for journeys that count its customers: other files put some of their own into the common one.
 */
export const testOnOwnDemo = test.extend<object, WorkerFixtures>({ demo: demoServer() });
/** A demo for one file alone, which leaves customers, people and imports in it. */
export const testAlone = test.extend<object, WorkerFixtures>({ demo: demoServer() });
export { expect };

function demoServer() {
  const started = async ({}, use: (demo: WorkerFixtures['demo']) => Promise<void>): Promise<void> => {
    const server = await startServer();
    await call(server, 'POST', '/api/setup/administrator', { ...ADA, workspace: 'Journeys' });
    const cookie = await cookieOf(server);
    await call(server, 'POST', '/api/demo', undefined, cookie);
    await use({ ...server, cookie });
    await server.stop();
  };
  return [started, { scope: 'worker', timeout: 120_000 }] as [typeof started, { scope: 'worker'; timeout: number }];
}

/** One request to the API, for what a journey needs but is not about. */
export async function call(server: RunningServer, method: string, path: string, body?: unknown, cookie?: string): Promise<Response> {
  const response = await fetch(server.url + path, {
    method, body: body === undefined ? null : JSON.stringify(body),
    headers: { origin: server.url, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(cookie ? { cookie } : {}) },
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}\n${server.log()}`);
  return response;
}

/** `name=value` of a fresh session. */
export async function cookieOf(server: RunningServer, person: { email: string; password: string } = ADA): Promise<string> {
  const response = await call(server, 'POST', '/api/sign-in', { email: person.email, password: person.password });
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]!).find((pair) => /session_token=/.test(pair));
  if (!cookie) throw new Error(`signing in set no session cookie: ${response.headers.getSetCookie().join(' | ')}`);
  return cookie;
}

function split(cookie: string): [string, string] {
  const at = cookie.indexOf('=');
  return [cookie.slice(0, at), cookie.slice(at + 1)];
}
