import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { ensureTemplate } from '#actions/select/ensureTemplate.ts';
import { scorePortfolio } from '#actions/select/scorePortfolio.ts';
import type { Store } from '#storage/connect.ts';
import { addCompanies, addPeople, contextOf, NOW } from '../cast.ts';
import { eachEngine } from '../database.ts';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');

/** The command as a person types it, on the store of the test. */
function vitalfew(store: Store, ...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, DATA_DIR: store.dataDir, DATABASE_URL: store.databaseUrl ?? '' } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => { out += chunk; });
  child.stderr.on('data', (chunk) => { err += chunk; });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}
const keys = async (store: Store) => (await store.read.selectFrom('account').select('key').orderBy('key').execute()).map((row) => row.key);

eachEngine((_engine, open) => {
  test('backup and restore, while this process has the store open', async () => {
    const store = await open();
    await addPeople(store);
    await addCompanies(store);
    const before = await keys(store);
    const file = join(mkdtempSync(join(tmpdir(), 'vitalfew-cli-')), 'sub', 'today.vfb');
    expect(await vitalfew(store, 'backup', file)).toMatchObject({ code: 0, out: '' });
    await store.transaction((tx) => tx.deleteFrom('account').execute());
    expect(await keys(store)).toEqual([]);
    const restored = await vitalfew(store, 'restore', file);
    expect(restored).toMatchObject({ code: 0, out: '' });
    expect(restored.err).toMatch(/Restored the state of 20/);
    expect(await keys(store)).toEqual(before);
  });

  test('restore refuses what is no archive with a sentence and exit code 1', async () => {
    const store = await open();
    await addCompanies(store);
    const file = join(store.dataDir, 'no.vfb');
    writeFileSync(file, 'a,b\n');
    const { code, err } = await vitalfew(store, 'restore', file);
    expect(code).toBe(1);
    expect(err).toMatch(/not a backup of Vitalfew/);
    expect((await keys(store)).length).toBeGreaterThan(0);
    expect(await vitalfew(store, 'restore', join(store.dataDir, 'absent.vfb'))).toMatchObject({ code: 1, err: expect.stringContaining('absent.vfb') });
    expect(await vitalfew(store, 'backup')).toMatchObject({ code: 2 });
  });

  test('doctor: 0 when all is well, 1 and the reason when not, --repair puts it right', async () => {
    const store = await open();
    await ensureTemplate(store, NOW);
    await addCompanies(store);
    await scorePortfolio(await contextOf(store));
    expect(await vitalfew(store, 'doctor')).toMatchObject({ code: 0, err: '' });
    await store.transaction((tx) => sql`delete from search_term`.execute(tx));
    const ill = await vitalfew(store, 'doctor');
    expect(ill.code).toBe(1);
    expect(ill.out).toMatch(/search terms\s+\d+ wrong: customer 1/);
    expect(await vitalfew(store, 'doctor', '--repair')).toMatchObject({ code: 0 });
    expect(await vitalfew(store, 'doctor')).toMatchObject({ code: 0 });
  });
});
