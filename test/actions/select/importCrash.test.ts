import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { purgesEnded } from '#actions/select/importing/purge.ts';
import { sweepImports } from '#actions/select/importing/sweepImports.ts';
import { openStore, type Store } from '#storage/connect.ts';
import { eachEngine } from '../../database.ts';
import { csv, faultyMonths, liveLines } from '../../imports.ts';

const LINES = 6_000;
const CUSTOMERS = 300;
const file = join(mkdtempSync(join(tmpdir(), 'vitalfew-crash-')), 'lines.csv');
writeFileSync(file, csv(Array.from({ length: LINES }, (_, n) => [
  `K${n % CUSTOMERS}`, `Customer ${n % CUSTOMERS}`, `I${Math.floor(n / 4)}`, n % 4, `2025-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`, `P${n % 50}`, 1, `${(n % 900) + 0.25}`, '', 'CNY', '', '',
])));

/** Runs the child and kills it `after` ms from its first word; gives what it had acknowledged and how long it took. */
function runChild(store: Store, after: number | null): Promise<{ said: string[]; took: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'importChild.ts'), store.dataDir, file, store.databaseUrl ?? '-'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    let faults = '';
    let started = 0;
    child.stdout.on('data', (part: Buffer) => {
      text += part.toString();
      if (started > 0) return;
      started = performance.now();
      if (after !== null) setTimeout(() => child.kill('SIGKILL'), after);
    });
    child.stderr.on('data', (part: Buffer) => { faults += part.toString(); });
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL' || code === 0) resolve({ said: text.trim().split('\n'), took: performance.now() - started });
      else reject(new Error(`the child ended with ${code}: ${faults}`));
    });
  });
}

/** A start after the crash, and what it finds. */
async function afterStart(store: Store): Promise<{ lines: number; accounts: number; states: string[] }> {
  const again = await openStore({ dataDir: store.dataDir, ...(store.databaseUrl ? { databaseUrl: store.databaseUrl } : {}) });
  try {
    await sweepImports(again, again.dataDir, new Date());
    await purgesEnded(again);
    expect(await faultyMonths(again)).toEqual([]);
    const lines = await liveLines(again);
    const accounts = await again.read.selectFrom('account').select('id').execute();
    const imports = await again.read.selectFrom('import').select('state').orderBy('id').execute();
    // Nothing of an import that does not count stays behind.
    const dead = await again.read.selectFrom('invoice_line as l').innerJoin('import as i', 'i.id', 'l.import_id').where('i.state', 'not in', ['committed', 'checked', 'reading']).select('l.id').limit(1).execute();
    expect(dead).toEqual([]);
    expect(await again.read.selectFrom('import_account').select('account_id').where('import_id', 'in', again.read.selectFrom('import').select('id').where('state', 'in', ['cancelled', 'failed', 'undone'])).limit(1).execute()).toEqual([]);
    return { lines: lines.length, accounts: accounts.length, states: imports.map((one) => one.state) };
  } finally {
    await again.close();
  }
}

eachEngine((engine, open) => {
  const rounds = engine === 'sqlite' ? 20 : 4;
  test(`kill −9 at ${rounds} moments of an import: nothing acknowledged is lost, nothing is half there`, async () => {
    const whole = await runChild(await open(), null);
    expect(whole.said.at(-1)).toBe('undone');
    const reached = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      const store = await open();
      const { said } = await runChild(store, (whole.took * (round + 0.5)) / rounds);
      const last = said.at(-1)!;
      reached.add(last);
      const found = await afterStart(store);
      const where = `round ${round}, killed after "${last}", found ${JSON.stringify(found)}`;
      // All of it or nothing of it.
      expect([0, LINES], where).toContain(found.lines);
      expect(found.accounts, where).toBe(found.lines === 0 ? 0 : CUSTOMERS);
      if (last === 'committed') expect(found.lines, where).toBe(LINES);
      if (last === 'undone' || last === 'ready' || last === 'uploaded') expect(found.lines, where).toBe(0);
      // On PostgreSQL another process may still be reading: that is known only after a minute of silence.
      const settled = ['uploaded', 'checked', 'committed', 'undone', 'cancelled', 'failed', ...(engine === 'postgres' ? ['reading'] : [])];
      expect(found.states.every((state) => settled.includes(state)), where).toBe(true);
    }
    // The moments must have been spread, or this test proves little.
    expect(reached.size).toBeGreaterThanOrEqual(3);
  }, 240_000);
});
