/**
 * Our server beside a generic data platform (Directus 11 on PostgreSQL 15, same kind of machine, fsync on), over HTTP with session
 * and permissions checked. Run: `node bench/yardstick.ts [sqlite|postgres] [accounts]`. The callers share the machine with the server.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import type { Engine } from '#storage/dialect.ts';
import { manyAccounts, quantile } from './manyAccounts.ts';
import { call, startServer, type Running } from './server.ts';

const PEER = { rowsPerSecond: 701, listP95: 8.2, requestsPerSecond: 251, find: 53, memoryMb: 435 };
const engine = (process.argv[2] ?? 'sqlite') as Engine;
const accounts = Number(process.argv[3] ?? 100_000);

/** Memory the process holds, in MB (10^6): resident set as the kernel counts it. */
function residentMb({ child }: Running): number {
  const kb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]);
  return (kb * 1024) / 1e6;
}

/** CPU the process has used, in ms: what a busy machine does not change much. */
function cpuMs({ child }: Running): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Waits until the server has nothing to do: it scores everybody once at its start. */
async function calm(running: Running): Promise<void> {
  for (let quiet = 0; quiet < 3;) {
    const before = cpuMs(running);
    await new Promise((resolve) => setTimeout(resolve, 500));
    quiet = cpuMs(running) - before < 30 ? quiet + 1 : 0;
  }
}

async function stopServer({ child }: Running): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

const lists = [
  '/api/accounts?sort=revenue&order=desc&country=%E4%B8%AD%E5%9B%BD', '/api/accounts?sort=rank&class=key', '/api/accounts?sort=contribution&order=asc&country=Deutschland',
  '/api/accounts?sort=rank&grade=B', '/api/accounts?sort=lastDay&order=desc&class=maintain', '/api/accounts?sort=confidence&order=desc&country=France',
];
const finds = ['%E5%8D%8E%E5%A3%B0', 'ningbo', 'nbhs', 'kestrel%20audio', 'estre', 'C0123', '%E7%A7%91%E6%8A%80', 'hua'].map((q) => `/api/find?q=${q}`);

/** The same questions, each put for the first time: nothing that was kept can answer them. */
let asked = 0;
const fresh = (path: string) => `${path}&fresh=${asked++}`;

async function timed(port: number, cookie: string, paths: readonly string[], rounds: number, ask = (path: string) => path): Promise<number[]> {
  for (let n = 0; n < paths.length * 30; n++) await call(port, cookie, ask(paths[n % paths.length]!));
  const times: number[] = [];
  for (let n = 0; n < rounds; n++) times.push((await call(port, cookie, ask(paths[n % paths.length]!))).ms);
  return times;
}

async function crowd(port: number, cookie: string, seconds: number, ask = (path: string) => path): Promise<{ perSecond: number; cpuEach: number }> {
  const before = cpuMs(server);
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`, connections: 32, duration: seconds, headers: { cookie }, requests: lists.map((path) => ({ method: 'GET' as const, path, setupRequest: (request) => ({ ...request, path: ask(path) }) })),
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
  return { perSecond: result.requests.average, cpuEach: (cpuMs(server) - before) / result.requests.total };
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
// The made-up scores give way to real ones at the first start; what is measured is the second, an ordinary one.
const first = await startServer(store);
await calm(first);
await stopServer(first);
const server = await startServer(store);
await calm(server);
const idle = residentMb(server);
try {
  const [all, team] = [await server.cookieOf('ada'), await server.cookieOf('mo')];
  const { port } = server;

  const list = await timed(port, all, lists, 3000);
  const listFresh = await timed(port, all, lists, 1500, fresh);
  const scoped = await timed(port, team, lists, 1500, fresh);
  const found = await timed(port, all, finds, 1500, fresh);
  const crowded = await crowd(port, all, 8);
  const crowdedFresh = await crowd(port, all, 8, fresh);
  const busy = residentMb(server);
  const rows = await create(port, all, 10, 1000, 0);
  const after = residentMb(server);

  const line = (what: string, ours: number, peer: number, unit: string, better: 'more' | 'less') => {
    const ratio = better === 'more' ? ours / peer : peer / ours;
    process.stdout.write(`${what.padEnd(68)} ${ours.toFixed(ours < 10 ? 2 : 0).padStart(8)} ${unit.padEnd(7)} peer ${String(peer).padStart(5)}  ${ratio.toFixed(1).padStart(6)} ×\n`);
  };
  process.stdout.write(`\nServer on ${engine}, ${accounts.toLocaleString('en')} accounts; session and permissions checked on every request\n`);
  line('create accounts in sets of 1,000 (indexed, scored, recorded)', rows, PEER.rowsPerSecond, 'rows/s', 'more');
  line('list 50 of all, filtered, sorted: p95 of one caller', quantile(list, 0.95), PEER.listP95, 'ms', 'less');
  line('  … each question put for the first time', quantile(listFresh, 0.95), PEER.listP95, 'ms', 'less');
  line('  … by a manager who sees 600 of them, for the first time', quantile(scoped, 0.95), PEER.listP95, 'ms', 'less');
  line('list 50 of all, filtered, sorted: 32 callers', crowded.perSecond, PEER.requestsPerSecond, 'req/s', 'more');
  line('  … each question put for the first time', crowdedFresh.perSecond, PEER.requestsPerSecond, 'req/s', 'more');
  line('find a text (Chinese, pinyin, initials, part of a word), fresh: p95', quantile(found, 0.95), PEER.find, 'ms', 'less');
  line('memory of the server after its start', idle, PEER.memoryMb, 'MB', 'less');
  line('memory of the server after the lists', busy, PEER.memoryMb, 'MB', 'less');
  line('memory of the server after the creating', after, PEER.memoryMb, 'MB', 'less');
  process.stdout.write(`(Server CPU of a list: ${crowded.cpuEach.toFixed(2)} ms kept, ${crowdedFresh.cpuEach.toFixed(2)} ms for the first time; one thread answers ${Math.round(1000 / crowded.cpuEach)} and ${Math.round(1000 / crowdedFresh.cpuEach)} a second when nothing else takes the machine.)\n`);
  const bare = Number(await new Promise<string>((resolve) => spawn(process.execPath, ['-p', 'process.memoryUsage().rss / 1e6'], { stdio: ['ignore', 'pipe', 'inherit'] }).stdout.once('data', (chunk: Buffer) => resolve(String(chunk)))));
  process.stdout.write(`(A bare Node process that does nothing holds ${bare.toFixed(0)} MB; ten times less than ${PEER.memoryMb} MB is below that.)\n`);
} finally {
  await server.stop();
  await stop();
}
