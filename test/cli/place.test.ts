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
import { vitalfewOn } from './terminal.ts';

const keys = async (store: Store) => (await store.read.selectFrom('account').select('key').orderBy('key').execute()).map((row) => row.key);

eachEngine((_engine, open) => {
  test('backup and restore, while this process has the store open', async () => {
    const store = await open();
    await addPeople(store);
    await addCompanies(store);
    const before = await keys(store);
    const file = join(mkdtempSync(join(tmpdir(), 'vitalfew-cli-')), 'sub', 'today.vfb');
    expect(await vitalfewOn(store, 'backup', file)).toMatchObject({ code: 0, out: '' });
    await store.transaction((tx) => tx.deleteFrom('account').execute());
    expect(await keys(store)).toEqual([]);
    const restored = await vitalfewOn(store, 'restore', file);
    expect(restored).toMatchObject({ code: 0, out: '' });
    expect(restored.err).toMatch(/Restored the state of 20/);
    expect(await keys(store)).toEqual(before);
  });

  test('restore refuses what is no archive with a sentence and exit code 1', async () => {
    const store = await open();
    await addCompanies(store);
    const file = join(store.dataDir, 'no.vfb');
    writeFileSync(file, 'a,b\n');
    const { code, err } = await vitalfewOn(store, 'restore', file);
    expect(code).toBe(1);
    expect(err).toMatch(/not a backup of Vitalfew/);
    expect((await keys(store)).length).toBeGreaterThan(0);
    expect(await vitalfewOn(store, 'restore', join(store.dataDir, 'absent.vfb'))).toMatchObject({ code: 1, err: expect.stringContaining('absent.vfb') });
    expect(await vitalfewOn(store, 'backup')).toMatchObject({ code: 2 });
  });

  test('doctor: 0 when all is well, 1 and the reason when not, --repair puts it right', async () => {
    const store = await open();
    await ensureTemplate(store, NOW);
    await addCompanies(store);
    await scorePortfolio(await contextOf(store));
    expect(await vitalfewOn(store, 'doctor')).toMatchObject({ code: 0, err: '' });
    await store.transaction((tx) => sql`delete from search_term`.execute(tx));
    const ill = await vitalfewOn(store, 'doctor');
    expect(ill.code).toBe(1);
    expect(ill.out).toMatch(/search terms\s+\d+ wrong: customer 1/);
    expect(await vitalfewOn(store, 'doctor', '--repair')).toMatchObject({ code: 0 });
    expect(await vitalfewOn(store, 'doctor')).toMatchObject({ code: 0 });
  });
});
