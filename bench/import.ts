/**
 * A million invoice lines from a CSV file to ranked customers, beside a bare loop that inserts the same rows through a prepared
 * statement into a table of the same columns without any index, in one transaction. Each side runs in a process of its own, so
 * that its peak memory is its own. Ratios are of the same run; the machine may be busy.
 *   node bench/import.ts [sqlite|postgres|both] [rows]
 */
import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { SYSTEM, type Context } from '#actions/act.ts';
import { openLive } from '#actions/live.ts';
import { ensureTemplate } from '#actions/select/ensureTemplate.ts';
import { checkImport } from '#actions/select/importing/checkImport.ts';
import { commitImport } from '#actions/select/importing/commitImport.ts';
import { receiveFile } from '#actions/select/importing/receiveFile.ts';
import { openStore } from '#storage/connect.ts';
import { migrate } from '#storage/migrate.ts';
import { openSqlite } from '#storage/sqliteDialect.ts';
import { readImport } from '#storage/select/imports.ts';
import { ownDatabase } from './ownDatabase.ts';

const CUSTOMERS = 5000;
const DAYS = Array.from({ length: 1096 }, (_, n) => new Date(Date.UTC(2023, 9, 1) + n * 86_400_000).toISOString().slice(0, 10));
const COLUMNS = ['id', 'import_id', 'account_id', 'line_hash', 'content_hash', 'row', 'invoice_no', 'day', 'currency', 'amount', 'cost', 'quantity', 'product', 'line_no', 'kind', 'due_day', 'paid_day', 'superseded_by'];

/** Line n, always the same: four lines an invoice, a few whales, credit notes, some invoices unpaid. */
function line(n: number) {
  const invoice = n >> 2;
  const random = (salt: number) => (Math.imul(invoice ^ salt, 0x9e3779b1) >>> 0) / 4_294_967_296;
  const customer = Math.floor(CUSTOMERS * random(1) ** 2.2);
  const day = Math.floor(random(2) * 1000);
  const quantity = 1 + (Math.imul(n, 2_654_435_761) >>> 24);
  const credit = random(3) < 0.02;
  const cents = quantity * (100 + (Math.imul(n ^ 77, 0x85ebca6b) >>> 18)) * (credit ? -1 : 1);
  const paid = random(4) < 0.9 ? DAYS[Math.min(1095, day + 20 + Math.floor(random(5) * 40))]! : '';
  return { invoice: `${credit ? 'CN' : 'INV'}${100_000 + invoice}`, customer, day: DAYS[day]!, due: DAYS[day + 30]!, paid, product: `P${n % 487}`, lineNo: (n & 3) + 1, quantity: credit ? -quantity : quantity, cents, cost: Math.round(cents * 0.7), credit };
}
const decimal = (cents: number) => (cents / 100).toFixed(2);

async function writeCsv(path: string, rows: number): Promise<void> {
  const out = createWriteStream(path);
  out.write('Invoice No,Line No,Invoice Date,Customer Code,Customer Name,Product,Quantity,Net Amount,Cost,Currency,Due Date,Paid Date\n');
  for (let start = 0; start < rows; start += 5000) {
    let text = '';
    for (let n = start; n < Math.min(rows, start + 5000); n++) {
      const l = line(n);
      text += `${l.invoice},${l.lineNo},${l.day},K${String(l.customer).padStart(5, '0')},Customer number ${l.customer} Ltd,${l.product},${l.quantity},${decimal(l.cents)},${decimal(l.cost)},CNY,${l.due},${l.paid}\n`;
    }
    if (!out.write(text)) await new Promise((resolve) => { out.once('drain', resolve); });
  }
  out.end();
  await finished(out);
}

const values = (n: number) => {
  const l = line(n);
  return [16_777_216 + n, 1, l.customer + 1, n * 4_294_967, n * 2_147_483, n + 2, l.invoice, l.day, 'CNY', l.cents, l.cost, l.quantity, l.product, String(l.lineNo), l.credit ? 'credit' : 'sale', l.due, l.paid || null, null];
};

/** Milliseconds by the wall and of this process's processors since it was started. */
function clock(): () => Record<string, number> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  return () => {
    const cpu = process.cpuUsage(before);
    return { ms: performance.now() - start, cpu: (cpu.user + cpu.system) / 1000 };
  };
}

async function bareSqlite(folder: string, rows: number): Promise<Record<string, number>> {
  const all = Array.from({ length: rows }, (_, n) => values(n));
  const db = openSqlite(join(folder, 'bare.db'), 'write');
  db.exec(`create table line (id integer primary key, ${COLUMNS.slice(1).join(', ')})`);
  const insert = db.prepare(`insert into line values (${COLUMNS.map(() => '?').join(', ')})`);
  const stop = clock();
  db.exec('begin');
  for (const row of all) insert.run(...(row as string[]));
  db.exec('commit');
  const taken = stop();
  db.close();
  return taken;
}

async function barePostgres(url: string, rows: number): Promise<Record<string, number>> {
  const all = Array.from({ length: rows }, (_, n) => values(n));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create table bare_line (id bigint primary key, import_id bigint, account_id bigint, line_hash bigint, content_hash bigint, row bigint, invoice_no text, day text, currency text, amount bigint, cost bigint, quantity double precision, product text, line_no text, kind text, due_day text, paid_day text, superseded_by bigint)`);
  const stop = clock();
  await client.query('begin');
  const text = `insert into bare_line values (${COLUMNS.map((_, n) => `$${n + 1}`).join(', ')})`;
  for (const row of all) await client.query({ name: 'bare', text, values: row });
  await client.query('commit');
  const taken = stop();
  await client.end();
  return taken;
}

async function ours(folder: string, databaseUrl: string | undefined): Promise<Record<string, number>> {
  const store = await openStore({ dataDir: folder, databaseUrl });
  await migrate(store);
  await ensureTemplate(store, new Date());
  const context: Context = { store, actor: SYSTEM, now: () => new Date(), live: await openLive(), dataDir: folder };
  const file = join(folder, 'lines.csv');
  const times: Record<string, number> = {};
  let last = performance.now();
  const lap = (name: string) => {
    times[name] = performance.now() - last;
    last = performance.now();
  };
  const id = await receiveFile(context, { fileName: 'lines.csv', content: createReadStream(file, { highWaterMark: 1 << 20 }) });
  lap('receive');
  const { findings } = (await readImport(store.read, id))!;
  await (await checkImport(context, id, findings!.plan)).ended;
  lap('check');
  const committed = new Promise<void>((resolve) => context.live.subscribe((message) => { if (message.type === 'import' && message.state === 'committed') resolve(); }));
  const { ended } = await commitImport(context, id);
  await committed;
  lap('commit');
  await ended;
  lap('score');
  times['peakMb'] = process.resourceUsage().maxRSS / 1024;
  const { n } = await store.read.selectFrom('standing').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  times['ranked'] = Number(n);
  await store.close();
  return times;
}

function inProcess(side: string, folder: string, rows: number, url: string): Promise<Record<string, number>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [import.meta.filename, '--side', side, folder, String(rows), url], { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString(); });
    child.on('exit', (code) => (code === 0 ? resolve(JSON.parse(out) as Record<string, number>) : reject(new Error(`${side} ended with ${code}`))));
  });
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

if (process.argv[2] === '--side') {
  const [, , , side, folder, rows, url] = process.argv as [string, string, string, string, string, string, string];
  const cpuBefore = process.cpuUsage();
  const answer: Record<string, number> = side === 'bare-sqlite' ? await bareSqlite(folder, Number(rows)) : side === 'bare-postgres' ? await barePostgres(url, Number(rows)) : await ours(folder, url || undefined);
  const cpu = process.cpuUsage(cpuBefore);
  process.stdout.write(JSON.stringify({ cpu: (cpu.user + cpu.system) / 1000, ...answer }));
  process.exit(0);
}

const engines = process.argv[2] === 'sqlite' || process.argv[2] === 'postgres' ? [process.argv[2]] as const : ['sqlite', 'postgres'] as const;
for (const engine of engines) {
  const rows = Number(process.argv[3] ?? 1_000_000);
  const folder = mkdtempSync(join(tmpdir(), 'vitalfew-bench-'));
  const database = await ownDatabase(engine);
  try {
    await writeCsv(join(folder, 'lines.csv'), rows);
    const url = database.url ?? '';
    const bare = await inProcess(`bare-${engine}`, folder, rows, url);
    const us = await inProcess('ours', folder, rows, url);
    const total = us['receive']! + us['check']! + us['commit']! + us['score']!;
    process.stdout.write(`${engine}: ${rows.toLocaleString('en')} lines (${(statSync(join(folder, 'lines.csv')).size / 1e6).toFixed(0)} MB), ${us['ranked']} customers\n`);
    process.stdout.write(`  bare prepared-insert loop      ${seconds(bare['ms']!)}  (${Math.round(rows / bare['ms']! * 1000).toLocaleString('en')} rows/s), ${seconds(bare['cpu']!)} of processor\n`);
    process.stdout.write(`  CSV → stored, summed, ranked   ${seconds(total)}  (${Math.round(rows / total * 1000).toLocaleString('en')} rows/s): received ${seconds(us['receive']!)}, checked and stored ${seconds(us['check']!)}, taken ${seconds(us['commit']!)}, scored ${seconds(us['score']!)}; ${seconds(us['cpu']!)} of processor in all threads\n`);
    process.stdout.write(`  ratio ${(total / bare['ms']!).toFixed(2)} (goal: at most 4); peak memory ${Math.round(us['peakMb']!)} MB (goal: under 400)\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  }
}
