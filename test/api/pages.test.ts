import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from '../api.ts';
import { addPeople, PEOPLE } from '../cast.ts';
import { eachEngine } from '../database.ts';

function builtWeb(): string {
  const dir = mkdtempSync(join(tmpdir(), 'vitalfew-web-'));
  mkdirSync(join(dir, 'assets'));
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>x</title>');
  writeFileSync(join(dir, 'assets/app-1a2b.js'), `// ${'x'.repeat(5000)}`);
  writeFileSync(join(dir, '..', 'outside.txt'), 'not yours');
  return dir;
}

eachEngine((_engine, open) => {
  let api: TestApi;
  let log: string[];
  beforeAll(async () => {
    const store = await open();
    await addPeople(store);
    log = [];
    api = await startApi(store, { webDir: builtWeb(), publicUrl: 'https://accounts.example.com' }, { log: pino({ level: 'info' }, { write: (line) => void log.push(line) }) });
  });
  const get = (path: string, headers: Record<string, string> = {}) => api.nobody.fetch(path, { headers });

  describe('the screens', () => {
    test('every address that is a screen\'s is the one page, never kept', async () => {
      for (const path of ['/', '/accounts/5', '/settings']) {
        const answer = await get(path);
        expect([path, answer.status, await answer.text(), answer.headers.get('cache-control')]).toEqual([path, 200, '<!doctype html><title>x</title>', 'no-cache']);
      }
    });

    test('files are kept for good under their changing names, and packed', async () => {
      const answer = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip, br' });
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(answer.headers.get('content-encoding')).toBe('gzip');
      expect(gunzipSync(await answer.bytes()).length).toBe(5003);
      expect((await get('/assets/app-1a2b.js', { 'if-none-match': answer.headers.get('etag')! })).status).toBe(304);
      expect((await get('/assets/app-1a2b.js')).headers.get('content-encoding')).toBeNull();
    });

    test('what is no file and no screen is missing; no path leads out of the folder', async () => {
      for (const path of ['/assets/app-0000.js', '/../outside.txt', '/..%2foutside.txt', '/assets/..%2f..%2foutside.txt', '/%2e%2e/outside.txt', '/favicon.ico', '/api/none']) {
        const answer = await get(path);
        expect([path, answer.status]).toEqual([path, 404]);
        expect(await answer.text()).not.toContain('not yours');
      }
    });

    test('no page may run a script that is not a file of ours, nor be framed', async () => {
      for (const path of ['/', '/api/docs']) {
        const { headers } = await get(path);
        const policy = headers.get('content-security-policy')!;
        expect(/script-src ([^;]*)/.exec(policy)![1]).toBe("'self'");
        expect(policy).toContain("frame-ancestors 'none'");
        expect(policy).toContain("object-src 'none'");
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('referrer-policy')).toBe('same-origin');
      }
      expect((await get('/')).headers.get('strict-transport-security')).toMatch('max-age=');
    });
  });

  test('the page that reads the API has all it loads, and no script in itself', async () => {
    const page = await (await get('/api/docs')).text();
    expect(page).not.toMatch(/<script(?![^>]*src=)/);
    for (const [, path] of page.matchAll(/(?:src|href)="([^"]+)"/g)) expect([path, (await get(path!)).status]).toEqual([path, 200]);
    expect(await (await get('/api/docs/start.js')).text()).toContain('/api/openapi.json');
    expect(await (await get('/api/openapi.json')).json()).toMatchObject({ openapi: '3.1.1', servers: [{ url: 'https://accounts.example.com' }] });
  });

  test('answers of the API are nobody\'s to keep, and packed when they are long', async () => {
    const long = await api.as(PEOPLE.ada).fetch('/api/members', { headers: { 'accept-encoding': 'gzip' } });
    expect(long.headers.get('cache-control')).toBe('private, no-store');
    const text = await (await api.as(PEOPLE.ada).fetch('/api/members')).text();
    expect(long.headers.get('content-encoding')).toBe(text.length >= 1024 ? 'gzip' : null);
    expect((await get('/api/setup', { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBeNull();
  });

  test('/healthz says whether the store answers', async () => {
    const answer = await get('/healthz');
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true, version: 'test', store: _engine, storeReachable: true }]);
    const broken = await open();
    const other = await startApi(broken);
    expect((await other.nobody.fetch('/healthz')).status).toBe(200);
    await broken.close();
    expect((await other.nobody.fetch('/healthz')).status).toBe(503);
  });

  describe('a change from another site\'s page', () => {
    const post = (headers: Record<string, string>) => api.as(PEOPLE.ada).fetch('/api/sign-out', { method: 'POST', headers });
    test.each([
      [{ origin: 'https://evil.example' }], [{ origin: 'null' }], [{ origin: 'https://accounts.example.com.evil.example' }], [{ origin: 'http://accounts.example.com' }], [{ 'sec-fetch-site': 'cross-site' }],
      [{ origin: 'http://rebound.example', host: 'rebound.example' }],
    ])('is refused: %o', async (headers: Record<string, string>) => {
      const answer = await post(headers);
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ code: 'forbidden', reason: 'foreign_origin' });
    });
    test.each([[{ origin: 'https://accounts.example.com' }], [{ origin: 'http://localhost' }], [{ 'sec-fetch-site': 'same-origin' }]])('our own is not: %o', async (headers: Record<string, string>) => {
      const person = { id: 'vera' };
      expect((await api.as(person).fetch('/api/me', { method: 'PATCH', headers, body: '{"locale":"en"}' })).status).toBe(200);
    });
    test('is refused before anything else is looked at', async () => {
      expect((await api.nobody.fetch('/api/setup/administrator', { method: 'POST', headers: { origin: 'https://evil.example' }, body: '{}' })).status).toBe(403);
    });
  });

  describe('too large', () => {
    test('a body over the limit, announced or not, is refused', async () => {
      const small = await startApi(api.app.services.store, { jsonLimitBytes: 1000 });
      const body = JSON.stringify({ name: 'x'.repeat(2000) });
      const announced = await small.as(PEOPLE.ada).fetch('/api/me', { method: 'PATCH', body, headers: { 'content-length': String(body.length) } });
      expect(announced.status).toBe(413);
      const streamed = await small.as(PEOPLE.ada).fetch('/api/me', { method: 'PATCH', body: new Blob([body]).stream() as never });
      expect([streamed.status, await streamed.json()]).toEqual([413, expect.objectContaining({ code: 'too_large', reason: 'over_limit' })]);
    });
  });

  test('the log has one line a request, under the id that the answer carries, and nothing about people', async () => {
    log.length = 0;
    const answer = await api.nobody.fetch('/api/sign-in?q=secret-name', { method: 'POST', body: JSON.stringify({ email: 'mo@maker.example', password: 'my-password' }), headers: { 'content-type': 'application/json', 'user-agent': 'mo-laptop' } });
    expect(log).toHaveLength(1);
    const line = JSON.parse(log[0]!) as Record<string, unknown>;
    expect(line).toMatchObject({ method: 'POST', path: '/api/sign-in', status: 401, id: answer.headers.get('x-request-id'), ms: expect.any(Number) });
    expect(log[0]).not.toMatch(/maker|my-password|secret-name|laptop|cookie|127\.0/);
  });

  test('a fault of ours tells the caller its id and the log its cause', async () => {
    const broken = await open();
    const lines: string[] = [];
    const other = await startApi(broken, {}, { log: pino({ level: 'error' }, { write: (line) => void lines.push(line) }) });
    expect((await other.nobody.fetch('/api/setup')).status).toBe(200);
    await broken.close();
    const answer = await other.nobody.fetch('/api/setup');
    const problem = await answer.json() as { params: { request: string } };
    expect([answer.status, problem]).toEqual([500, expect.objectContaining({ code: 'internal' })]);
    expect(JSON.stringify(problem)).not.toMatch(/stack|sqlite|pool|driver/i);
    expect(JSON.parse(lines[0]!)).toMatchObject({ id: problem.params.request, err: { stack: expect.any(String) } });
  });
});
