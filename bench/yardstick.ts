/**
 * Our server beside a generic data platform (Directus 11 on PostgreSQL 15, same kind of machine, fsync on), over HTTP with session
 * and permissions checked. Run: `node bench/yardstick.ts [sqlite|postgres] [accounts]`. The callers share the machine with the server.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { createAuth } from '#api/auth.ts';
import type { Engine } from '#storage/dialect.ts';
import type { Store } from '#storage/connect.ts';
import { manyAccounts, quantile } from './manyAccounts.ts';

const PEER = { rowsPerSecond: 701, listP95: 8.2, requestsPerSecond: 251, find: 53, memoryMb: 435 };
const SECRET = 'only-for-the-yardstick-and-nothing-else-0123456789';
const engine = (process.argv[2] ?? 'sqlite') as Engine;
const accounts = Number(process.argv[3] ?? 100_000);

interface Running { readonly port: number; readonly child: ChildProcess }

async function startServer(store: Store): Promise<Running> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../src/cli/main.ts'), 'serve'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: store.dataDir, DATABASE_URL: store.databaseUrl ?? '', AUTH_SECRET: SECRET, PUBLIC_URL: '', LOG_LEVEL: 'info' },
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    const look = (chunk: Buffer) => {
      const match = /listens on http:\/\/localhost:(\d+)/.exec(String(chunk));
      if (!match) return;
      child.stdout!.off('data', look).resume();
      resolve(Number(match[1]));
    };
    child.stdout!.on('data', look);
  });
  return { port, child };
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** One request on the one kept connection; milliseconds until the last byte. */
function call(port: number, cookie: string, path: string, body?: unknown): Promise<{ ms: number; text: string }> {
  const start = performance.now();
  const sent = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const headers = { cookie, ...(sent === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }) };
    const going = request({ host: '127.0.0.1', port, path, agent, method: sent === undefined ? 'GET' : 'POST', headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => {
        if (answer.statusCode === 200) resolve({ ms: performance.now() - start, text });
        else reject(new Error(`${path}: ${answer.statusCode} ${text.slice(0, 300)}`));
      });
    });
    going.on('error', reject).end(sent);
  });
}

/** Memory the process holds, in MB (10^6): resident set as the kernel counts it. */
function residentMb({ child }: Running): number {
  const kb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]);
  return (kb * 1024) / 1e6;
}

const lists = [
  '/api/accounts?sort=revenue&order=desc&country=%E4%B8%AD%E5%9B%BD', '/api/accounts?sort=rank&class=key', '/api/accounts?sort=contribution&order=asc&country=Deutschland',
  '/api/accounts?sort=rank&grade=B', '/api/accounts?sort=lastDay&order=desc&class=maintain', '/api/accounts?sort=confidence&order=desc&country=France',
];
const finds = ['%E5%8D%8E%E5%A3%B0', 'ningbo', 'nbhs', 'kestrel%20audio', 'estre', 'C0123', '%E7%A7%91%E6%8A%80', 'hua'].map((q) => `/api/find?q=${q}`);

async function timed(port: number, cookie: string, paths: readonly string[], rounds: number): Promise<number[]> {
  for (let n = 0; n < paths.length * 30; n++) await call(port, cookie, paths[n % paths.length]!);
  const times: number[] = [];
  for (let n = 0; n < rounds; n++) times.push((await call(port, cookie, paths[n % paths.length]!)).ms);
  return times;
}

async function crowd(port: number, cookie: string, seconds: number): Promise<number> {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`, connections: 32, duration: seconds, headers: { cookie }, requests: lists.map((path) => ({ path, method: 'GET' as const })),
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
  return result.requests.average;
}

async function create(port: number, cookie: string, sets: number, size: number, from: number): Promise<number> {
  const start = performance.now();
  for (let set = 0; set < sets; set++) {
    const rows = Array.from({ length: size }, (_, n) => ({ key: `Y${from + set * size + n}`, name: `Yardstick ${from + set * size + n} Ltd`, country: 'Norge' }));
    await call(port, cookie, '/api/accounts', { accounts: rows });
  }
  return (sets * size) / ((performance.now() - start) / 1000);
}

const { store, seconds, stop } = await manyAccounts(engine, accounts);
process.stderr.write(`${accounts} accounts on ${engine} in ${seconds.toFixed(1)} s\n`);
await store.write.insertInto('sequence').values({ name: 'account', next: accounts + 1 }).onConflict((conflict) => conflict.column('name').doUpdateSet({ next: accounts + 1 })).execute();
const server = await startServer(store);
try {
  const auth = createAuth(store, { authSecret: SECRET, publicUrl: null });
  const cookieOf = async (id: string) => (await auth.openSession(id))[0]!.split(';')[0]!;
  const [all, team] = [await cookieOf('ada'), await cookieOf('mo')];
  const { port } = server;

  const list = await timed(port, all, lists, 3000);
  const scoped = await timed(port, team, lists, 1500);
  const found = await timed(port, all, finds, 1500);
  const crowded = await crowd(port, all, 8);
  const busy = residentMb(server);
  const rows = await create(port, all, 10, 1000, 0);
  const after = residentMb(server);

  const line = (what: string, ours: number, peer: number, unit: string, better: 'more' | 'less') => {
    const ratio = better === 'more' ? ours / peer : peer / ours;
    process.stdout.write(`${what.padEnd(62)} ${ours.toFixed(ours < 10 ? 2 : 0).padStart(8)} ${unit.padEnd(7)} peer ${String(peer).padStart(5)}  ${ratio.toFixed(1).padStart(6)} ×\n`);
  };
  process.stdout.write(`\nServer on ${engine}, ${accounts.toLocaleString('en')} accounts; session and permissions checked on every request\n`);
  line('create accounts in sets of 1,000 (indexed, scored, recorded)', rows, PEER.rowsPerSecond, 'rows/s', 'more');
  line('list 50, filtered and sorted: p95 of one caller, sees all', quantile(list, 0.95), PEER.listP95, 'ms', 'less');
  line('list 50, filtered and sorted: p95 of one caller, own team only', quantile(scoped, 0.95), PEER.listP95, 'ms', 'less');
  line('list 50, filtered and sorted: 32 callers', crowded, PEER.requestsPerSecond, 'req/s', 'more');
  line('find a text (Chinese, pinyin, initials, part of a word): p95', quantile(found, 0.95), PEER.find, 'ms', 'less');
  line('memory of the server after the lists', busy, PEER.memoryMb, 'MB', 'less');
  line('memory of the server after the creating', after, PEER.memoryMb, 'MB', 'less');
  const bare = Number(await new Promise<string>((resolve) => spawn(process.execPath, ['-p', 'process.memoryUsage().rss / 1e6'], { stdio: ['ignore', 'pipe', 'inherit'] }).stdout.once('data', (chunk: Buffer) => resolve(String(chunk)))));
  process.stdout.write(`(A bare Node process that does nothing holds ${bare.toFixed(0)} MB; ten times less than ${PEER.memoryMb} MB is below that.)\n`);
} finally {
  const ended = new Promise((resolve) => server.child.once('exit', resolve));
  server.child.kill('SIGTERM');
  await ended;
  await stop();
}
