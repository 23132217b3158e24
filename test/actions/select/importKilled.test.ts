import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { cancelImport } from '#actions/select/importing/cancelImport.ts';
import { purgesEnded } from '#actions/select/importing/purge.ts';
import { sweepImports } from '#actions/select/importing/sweepImports.ts';
import { scorePortfolio } from '#actions/select/scorePortfolio.ts';
import { openStore, type Store } from '#storage/connect.ts';
import { importsIn } from '#storage/select/imports.ts';
import { contextOf } from '../../cast.ts';
import { eachEngine } from '../../database.ts';
import { books, csv, faultyMonths, liveLines, take, takeBack } from '../../imports.ts';

const PHASES = ['upload', 'check', 'commit', 'undo'] as const;
type Phase = (typeof PHASES)[number];
const LINES = 30_000;

const line = (n: number, price: number) => [`K${n % 97}`, `Kunde ${n % 97}`, `I${n >> 2}`, (n & 3) + 1, `2026-${String((n % 12) + 1).padStart(2, '0')}-05`, `P${n % 7}`, 2, (price * 2).toFixed(2), price.toFixed(2), 'CNY', '', ''];
/** What is in the books before: 1,000 lines, of which the file brings 300 again as they are and 300 changed. */
const BEFORE = csv(Array.from({ length: 1000 }, (_, n) => line(n, 5)));
const FILE = csv([...Array.from({ length: 300 }, (_, n) => line(n, 5)), ...Array.from({ length: 300 }, (_, n) => line(n + 300, 6)), ...Array.from({ length: LINES - 600 }, (_, n) => line(n + 1000, 7))]);

const folder = mkdtempSync(join(tmpdir(), 'vitalfew-crash-'));
const file = join(folder, 'crash.csv');
writeFileSync(file, FILE);
const children = new Set<ChildProcess>();
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A process that is ready to import, its words as they come. */
class Importer {
  readonly words: string[] = [];
  private readonly child: ChildProcess;
  private heard: () => void = () => {};

  constructor(store: Pick<Store, 'dataDir' | 'databaseUrl'>) {
    this.child = spawn(process.execPath, [join(import.meta.dirname, 'importKilled.child.ts'), store.dataDir, store.databaseUrl ?? '', file], { stdio: ['pipe', 'pipe', 'inherit'] });
    children.add(this.child);
    this.child.stdout!.on('data', (chunk: Buffer) => {
      this.words.push(...chunk.toString().trim().split('\n'));
      this.heard();
    });
    this.child.on('exit', () => this.heard());
  }

  async until(word: string): Promise<void> {
    while (!this.words.includes(word)) {
      if (this.child.exitCode !== null) throw new Error(`it ended with ${this.child.exitCode} before "${word}"`);
      await new Promise<void>((resolve) => { this.heard = resolve; });
    }
  }

  begin(): void {
    this.child.stdin!.write('go');
  }

  async kill(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
    children.delete(this.child);
  }
}

/** How long each phase takes here, by an import that nobody disturbs. */
async function durations(store: Store): Promise<Record<Phase, number>> {
  const importer = new Importer(store);
  await importer.until('ready');
  importer.begin();
  const times: number[] = [];
  for (const word of [...PHASES, 'end']) {
    await importer.until(word);
    times.push(performance.now());
  }
  await importer.kill();
  return Object.fromEntries(PHASES.map((phase, n) => [phase, times[n + 1]! - times[n]!])) as Record<Phase, number>;
}

/** What a start does after a kill; on PostgreSQL as late as it takes to know that the process is gone. */
async function start(store: Store): Promise<void> {
  if (store.engine === 'postgres') {
    // The server may still be ending what the killed process had asked for.
    const others = () => sql<{ n: number }>`select count(*) as n from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`.execute(store.read);
    while ((await others()).rows[0]!.n > 0) await pause(10);
  }
  await sweepImports(store, store.dataDir, new Date(Date.now() + 120_000));
  await purgesEnded(store);
  const context = await contextOf(store);
  await scorePortfolio(context);
  await context.live.close();
}

async function storedLines(store: Store): Promise<number> {
  return Number((await store.read.selectFrom('invoice_line').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n);
}

async function eventsOf(store: Store): Promise<{ committed: number; undone: number }> {
  const rows = await store.read.selectFrom('event').select('verb').where('subject_type', '=', 'import').execute();
  return { committed: rows.filter((row) => row.verb === 'importCommitted').length, undone: rows.filter((row) => row.verb === 'importUndone').length };
}

eachEngine((engine, open) => {
  const shares = engine === 'sqlite' ? [0.1, 0.3, 0.5, 0.7, 0.9] : [0.35, 0.75];
  const moments = PHASES.flatMap((phase) => (engine === 'postgres' && phase === 'upload' ? [] : shares.map((share) => ({ phase, share }))));

  test(`kill -9 at ${moments.length} moments of each step: nothing acknowledged is lost, nothing is half imported`, async () => {
    const first = await open();
    const { dataDir, databaseUrl } = first;
    const base = await take(await contextOf(first), BEFORE);
    const before = await books(first);
    const length = await durations(first);
    await start(first);
    expect(await books(first)).toEqual(before);
    let events = await eventsOf(first);
    let next = new Importer(first);
    await first.close();

    for (const { phase, share } of moments) {
      const importer = next;
      await importer.until('ready');
      importer.begin();
      await importer.until(phase);
      await pause(length[phase] * share);
      await importer.kill();
      const said = importer.words.at(-1)!;
      const where = `killed at ${phase} ${share}, it had said "${said}"`;

      const store = await openStore({ dataDir, databaseUrl });
      await start(store);
      next = new Importer(store);
      const now = await eventsOf(store);
      const [committed, undone] = [now.committed - events.committed, now.undone - events.undone];
      const taken = (await importsIn(store.read, ['committed'])).filter((row) => row.id !== base.id);
      const checked = await importsIn(store.read, ['checked']);
      // What was announced had been acknowledged: "undo" is said after the commit has answered.
      if (said === 'undo') expect(committed, where).toBe(1);
      if (said === 'end') expect([committed, undone], where).toEqual([1, 1]);
      if (said === 'commit') expect(taken.length + checked.length + undone, where).toBe(1);
      expect(taken.length, where).toBe(committed - undone);
      expect(await faultyMonths(store), where).toEqual([]);
      expect(await liveLines(store), where).toHaveLength(1000 + taken.length * (LINES - 600));
      // Rows that are not in the books are those of a whole dry run, or none.
      expect(await storedLines(store), where).toBe(1000 + (taken.length + checked.length) * (LINES - 300));
      expect(await importsIn(store.read, ['reading']), where).toEqual([]);

      const context = await contextOf(store);
      for (const row of taken) await takeBack(context, row.id);
      for (const row of checked) await cancelImport(context, row.id);
      await start(store);
      expect(await books(store), where).toEqual(before);
      events = await eventsOf(store);
      await store.close();
    }
    await next.kill();
  }, 300_000);
});
