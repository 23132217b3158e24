import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const children: ChildProcessWithoutNullStreams[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function start(env: Record<string, string>) {
  const { DATABASE_URL: _ours, ...inherited } = process.env;
  const child = spawn(process.execPath, ['src/cli/main.ts', 'serve'], { cwd: ROOT, env: { ...inherited, NODE_OPTIONS: '', ...env } });
  children.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (said.out += chunk));
  child.stderr.on('data', (chunk) => (said.err += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, said, ended };
}
async function listening(server: ReturnType<typeof start>): Promise<string> {
  await expect.poll(() => server.said.out, { timeout: 20_000, message: server.said.err }).toMatch(/listens on http:\/\/localhost:\d+\n/);
  return /listens on http:\/\/localhost:(\d+)/.exec(server.said.out)![1]!.replace(/^/, 'http://127.0.0.1:');
}
const dataDir = () => mkdtempSync(join(tmpdir(), 'vitalfew-serve-'));

describe('serve', () => {
  test('prints the address, answers, and on SIGTERM finishes what it has and ends with 0', async () => {
    const server = start({ PORT: '0', DATA_DIR: dataDir() });
    const url = await listening(server);
    expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ ok: true, store: 'sqlite' });
    const setup = await fetch(`${url}/api/setup/administrator`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: 'Ada', email: 'ada@maker.example', password: 'a long enough one' }),
    });
    const cookie = setup.headers.getSetCookie()[0]!.split(';')[0]!;
    const stream = await fetch(`${url}/api/stream`, { headers: { cookie } });
    // A sign-in takes a while (the password's hash): it is under way when the signal comes.
    const underWay = fetch(`${url}/api/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'ada@maker.example', password: 'a long enough one' }) });
    await new Promise((resolve) => setTimeout(resolve, 20));
    server.child.kill('SIGTERM');
    expect((await underWay).status).toBe(200);
    expect(await stream.text()).toContain('retry:');
    expect(await server.ended).toBe(0);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  test('an address book that lay in a folder when the server crashed is gone before the next one listens', async () => {
    const TMPDIR = mkdtempSync(join(tmpdir(), 'vitalfew-crashed-'));
    const left = join(TMPDIR, `vitalfew-contacts-${spawnSync(process.execPath, ['-e', '']).pid}-aBc123`);
    mkdirSync(left);
    writeFileSync(join(left, 'file'), 'BEGIN:VCARD');
    await listening(start({ PORT: '0', DATA_DIR: dataDir(), TMPDIR }));
    expect(existsSync(left)).toBe(false);
  });

  test('keeps the sessions over a restart', async () => {
    const DATA_DIR = dataDir();
    const first = start({ PORT: '0', DATA_DIR });
    const setup = await fetch(`${await listening(first)}/api/setup/administrator`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: 'Ada', email: 'ada@maker.example', password: 'a long enough one' }),
    });
    const cookie = setup.headers.getSetCookie()[0]!.split(';')[0]!;
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    const second = start({ PORT: '0', DATA_DIR });
    expect((await fetch(`${await listening(second)}/api/me`, { headers: { cookie } })).status).toBe(200);
  });

  test('names every fault of the environment and ends with 1', async () => {
    const file = join(dataDir(), 'file');
    writeFileSync(file, '');
    const server = start({ PORT: 'x', DATA_DIR: file, LOG_LEVEL: 'loud' });
    expect(await server.ended).toBe(1);
    expect(server.said.err).toMatch(/PORT must[\s\S]*LOG_LEVEL must[\s\S]*DATA_DIR must/);
    expect(server.said.out).toBe('');
  });

  test('says so when the port is taken, and ends with 1', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const server = start({ PORT: String(port), DATA_DIR: dataDir() });
    expect(await server.ended).toBe(1);
    expect(server.said.err).toContain(`Port ${port} is taken`);
    other.close();
  });
});
