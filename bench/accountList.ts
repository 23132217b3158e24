/**
 * A page of 50 of 100,000 accounts, sorted, filtered and scoped by permission, three ways over the same requests: the statement
 * through the bare driver, our storage with mapping, and over HTTP with session, permission, total count and JSON. Every request is
 * another one (sort, filter, place in the list), so no kept answer helps. Ratios are of the same run; the machine may be busy.
 *   node bench/accountList.ts [sqlite|postgres|both] [accounts]
 */
import pg from 'pg';
import { present } from '#api/select/accounts.ts';
import { sqliteFile, type Store } from '#storage/connect.ts';
import type { Engine } from '#storage/dialect.ts';
import { openSqlite } from '#storage/sqliteDialect.ts';
import { accountListStatement, countAccountRows, encodeCursor, listAccountRows, wayFor, type AccountListRequest, type AccountSort, type Viewer } from '#storage/select/accountList.ts';
import { manyAccounts, quantile, seeded } from './manyAccounts.ts';
import { call, startServer } from './server.ts';

const ROUNDS = 600;
const WARM = 100;
const COUNTED = 10_000;
const random = seeded(7);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

type Request = AccountListRequest & { readonly path: string };

/** Requests as screens make them: mostly the first pages of a filtered list, sometimes far down. */
function requests(count: number, accounts: number): Request[] {
  const sorts: { sort: AccountSort; at: () => string | number }[] = [
    { sort: 'rank', at: () => Math.ceil(random() * accounts) }, { sort: 'revenue', at: () => Math.round(random() * 1e8) }, { sort: 'contribution', at: () => Math.round(random() * 1e7) },
    { sort: 'confidence', at: () => random() }, { sort: 'lastDay', at: () => `2026-0${1 + Math.floor(random() * 3)}-15` }, { sort: 'name', at: () => pick(['Arbor', 'Kestrel', '宁波', '深圳']) },
  ];
  return Array.from({ length: count }, () => {
    const { sort, at } = pick(sorts);
    const filter = pick<Partial<AccountListRequest>>([{}, { country: '中国' }, { country: 'France' }, { country: 'Ísland' }, { grade: 'B' }, { grade: 'S' }, { class: 'key' }, { class: 'maintain', country: 'Deutschland' }, { owner: 'mo' }, { key: 'yes' }]);
    const order = pick(['asc', 'desc'] as const);
    const after = encodeCursor({ id: Math.ceil(random() * accounts), sort_value: at() });
    const query = new URLSearchParams({ sort, order, after, ...(filter as Record<string, string>) });
    return { sort, order, after, archived: false, limit: 50, ...filter, path: `/api/accounts?${query}` };
  });
}

/** The driver by itself: statements prepared once where the driver keeps them (SQLite), else as text (pg). */
function bareDriver(store: Store): { run: (text: string, parameters: (string | number)[]) => Promise<unknown>; close: () => Promise<void> } {
  if (store.engine === 'sqlite') {
    const database = openSqlite(sqliteFile(store.dataDir), 'read');
    const prepared = new Map<string, ReturnType<typeof database.prepare>>();
    return {
      run: async (text, parameters) => {
        const statement = prepared.get(text) ?? database.prepare(text);
        prepared.set(text, statement);
        return statement.all(...parameters);
      },
      close: async () => database.close(),
    };
  }
  const pool = new pg.Pool({ connectionString: store.databaseUrl, max: 1 });
  return { run: (text, parameters) => pool.query(text, parameters), close: () => pool.end() };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function measure(engine: Engine, accounts: number): Promise<void> {
  const { store, seconds, stop } = await manyAccounts(engine, accounts);
  process.stderr.write(`${accounts} accounts on ${engine} in ${seconds.toFixed(1)} s\n`);
  const server = await startServer(store);
  const driver = bareDriver(store);
  try {
    process.stdout.write(`\n${engine}, ${accounts.toLocaleString('en')} accounts, ${ROUNDS} different requests each (ms)\n`);
    for (const [who, viewer] of [['sees all', { userId: 'ada', scope: 'all' }], ['own team of 600', { userId: 'mo', scope: 'team' }]] as [string, Viewer][]) {
      const cookie = await server.cookieOf(viewer.userId!);
      const times = { bare: [] as number[], storage: [] as number[], http: [] as number[] };
      const counts = new Map<string, number>();
      for (const [n, request] of requests(WARM + ROUNDS, accounts).entries()) {
        const { grade, class: inClass, country, owner, key: chosen } = request;
        const key = JSON.stringify([grade, inClass, country, owner, chosen]);
        const matches = counts.get(key) ?? await countAccountRows(store.read, engine, viewer, request, COUNTED);
        counts.set(key, matches);
        const { text, parameters } = accountListStatement(engine, viewer, request, wayFor(matches));
        const bare = await timed(() => driver.run(text, parameters));
        const storage = await timed(async () => (await listAccountRows(store.read, engine, viewer, request, matches)).rows.map(present));
        const { ms } = await call(server.port, cookie, request.path);
        if (n < WARM) continue;
        times.bare.push(bare);
        times.storage.push(storage);
        times.http.push(ms);
      }
      for (const [name, list] of Object.entries(times)) {
        const [p50, p95] = [quantile(list, 0.5), quantile(list, 0.95)];
        const ratio = name === 'bare' ? '' : `  ${(p50 / quantile(times.bare, 0.5)).toFixed(2)} × and ${(p95 / quantile(times.bare, 0.95)).toFixed(2)} × the bare driver`;
        process.stdout.write(`  ${who.padEnd(16)} ${name.padEnd(8)} p50 ${p50.toFixed(2).padStart(6)}  p95 ${p95.toFixed(2).padStart(6)}${ratio}\n`);
      }
    }
  } finally {
    await driver.close();
    await server.stop();
    await stop();
  }
}

const which = process.argv[2] ?? 'both';
for (const engine of which === 'both' ? (['sqlite', 'postgres'] as const) : [which as Engine]) await measure(engine, Number(process.argv[3] ?? 100_000));
