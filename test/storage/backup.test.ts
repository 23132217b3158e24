import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { backup, uploadsFolder } from '#storage/backup.ts';
import type { Store } from '#storage/connect.ts';
import { ownTables } from '#storage/dialect.ts';
import { insertMany } from '#storage/insertMany.ts';
import { restore } from '#storage/restore.ts';
import { insertAccounts } from '#storage/select/accounts.ts';
import { eachEngine } from '../database.ts';

const AT = '2026-03-01T08:00:00.000Z';
const file = () => join(mkdtempSync(join(tmpdir(), 'vitalfew-backup-')), 'one.vfb');

/** A store with people, customers, lines and an uploaded file; the awkward values on purpose. */
async function fill(store: Store): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.insertInto('auth_user').values({ id: 'u1', name: '陈静', email: 'chen@example.com', role: 'administrator', locale: 'zh-Hans', disabledAt: null, lastSeenAt: null, createdAt: AT, updatedAt: AT }).execute();
    await tx.insertInto('auth_account').values({ id: 'a1', accountId: 'u1', providerId: 'credential', userId: 'u1', password: 'hash', createdAt: AT, updatedAt: AT }).execute();
    await insertAccounts(tx, Array.from({ length: 2500 }, (_, n) => ({
      id: n + 1, key: `K${n}`, key_norm: `k${n}`, name: `声 "${n}"\n\\`, name_norm: `n${n}`, country: n % 2 ? '中国' : null, industry: null, owner_id: 'u1',
      note: '', origin: 'manual' as const, import_id: null, created_at: AT, created_by: 'u1', archived_at: null,
    })));
    await insertMany(tx, 'import', [{
      id: 1, kind: 'lines', file_name: '发票.csv', file_size: 9, stored_name: 'f1.csv', file_sha256: null, state: 'committed', layout_hash: null, plan: null, findings: null,
      report: null, error: null, created_by: 'u1', created_at: AT, committed_at: AT, undone_at: null,
    }]);
    await insertMany(tx, 'invoice_line', [{
      id: 2 ** 24 + 1, import_id: 1, account_id: 1, line_hash: 2 ** 52 - 1, content_hash: 7, row: 2, invoice_no: 'INV-1', day: '2026-02-28', currency: 'CNY', amount: -123_456_789_012,
      cost: null, quantity: 0.1, product: null, line_no: null, kind: 'credit', due_day: null, paid_day: null, superseded_by: null,
    }]);
  });
  mkdirSync(uploadsFolder(store.dataDir), { recursive: true });
  writeFileSync(join(uploadsFolder(store.dataDir), 'f1.csv'), '客户,金额\n');
}

/** All rows of all tables, in an order and a spelling that do not depend on the engine. */
async function contents(store: Store): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const { name, columns } of await ownTables(store.read)) {
    const rows = await store.read.selectFrom(name as 'account').selectAll().execute() as unknown as Record<string, unknown>[];
    all[name] = rows.map((row) => JSON.stringify(columns.toSorted().map((column) => (typeof row[column] === 'boolean' ? Number(row[column]) : row[column])))).sort();
  }
  return all;
}

eachEngine((engine, open) => {
  test('what was backed up is there again, rows, files and ids, and what came later is gone', async () => {
    const store = await open();
    await fill(store);
    const before = await contents(store);
    const path = file();
    expect(await backup(store, path)).toMatchObject({ uploads: 1 });
    await store.transaction((tx) => tx.deleteFrom('account').where('id', '<', 2000).execute());
    await store.transaction((tx) => insertMany(tx, 'setting', [{ name: 'later', value: '1', updated_at: AT, updated_by: null }]));
    writeFileSync(join(uploadsFolder(store.dataDir), 'f1.csv'), 'overwritten');
    expect(await restore(store, path)).toMatchObject({ uploads: 1, migrated: [] });
    expect(await contents(store)).toEqual(before);
    expect(readFileSync(join(uploadsFolder(store.dataDir), 'f1.csv'), 'utf8')).toBe('客户,金额\n');
    // The store is as usable as before.
    await store.transaction((tx) => insertMany(tx, 'setting', [{ name: 'after', value: '1', updated_at: AT, updated_by: null }]));
  });

  test('a backup shows one instant, however much is written meanwhile', async () => {
    const store = await open();
    await fill(store);
    const path = file();
    const taken = backup(store, path);
    for (let n = 0; n < 20; n++) {
      // Two rows that belong together: a picture in between would have one of them.
      await store.transaction(async (tx) => {
        await insertMany(tx, 'setting', [{ name: `pair${n}`, value: '1', updated_at: AT, updated_by: null }]);
        await insertMany(tx, 'sequence', [{ name: `pair${n}`, next: 1 }]);
      });
    }
    await taken;
    await restore(store, path);
    const { setting, sequence } = await contents(store);
    expect(setting!.filter((row) => row.includes('pair')).length).toBe(sequence!.filter((row) => row.includes('pair')).length);
  });

  test('a damaged, cut off, foreign or newer archive is refused and nothing changes', async () => {
    const store = await open();
    await fill(store);
    const path = file();
    await backup(store, path);
    const before = await contents(store);
    const whole = readFileSync(path);
    const refused = async (name: string, bytes: Uint8Array | string) => {
      const bad = file();
      writeFileSync(bad, bytes);
      await expect(restore(store, bad), name).rejects.toMatchObject({ code: 'file_refused' });
    };
    const flipped = Buffer.from(whole);
    flipped[Math.floor(whole.length / 2)]! ^= 1;
    await refused('one bit', flipped);
    for (const share of [0.1, 0.5, 0.99]) await refused(`cut at ${share}`, whole.subarray(0, Math.floor(whole.length * share)));
    await refused('last byte missing', whole.subarray(0, -1));
    await refused('text', 'customer,amount\n1,2\n');
    await refused('empty', '');
    expect(await contents(store)).toEqual(before);
  });

  test('an archive is restored into the other engine too', async () => {
    const store = await open();
    await fill(store);
    const path = file();
    await backup(store, path);
    elsewhere.set(engine, { path, contents: await contents(store) });
    const other = elsewhere.get(engine === 'sqlite' ? 'postgres' : 'sqlite');
    if (!other) return;
    const target = await open();
    await restore(target, other.path);
    const withoutTimes = (all: Record<string, string[]>) => ({ ...all, migration: all['migration']!.length });
    expect(withoutTimes(await contents(target))).toEqual(withoutTimes(other.contents));
  });

  test('an archive that cannot be finished leaves the older one in its place', async () => {
    const store = await open();
    await fill(store);
    const path = file();
    writeFileSync(path, 'older');
    const tooLong = `${'x'.repeat(120)}.csv`;
    await store.transaction((tx) => tx.updateTable('import').set({ stored_name: tooLong }).execute());
    writeFileSync(join(uploadsFolder(store.dataDir), tooLong), 'x');
    await expect(backup(store, path)).rejects.toThrow(/too long/);
    expect(readFileSync(path, 'utf8')).toBe('older');
    expect(readdirSync(dirname(path))).toEqual(['one.vfb']);
  });

  test('an archive of a newer version is refused', async () => {
    const store = await open();
    const path = file();
    await store.transaction((tx) => sql`insert into migration (name, at) values ('999-of-tomorrow.ts', ${AT})`.execute(tx));
    await backup(store, path);
    await expect(restore(store, path)).rejects.toMatchObject({ code: 'file_refused', reason: 'archive_newer' });
  });
});

/** Archives by engine, for the test that carries them over. */
const elsewhere = new Map<string, { path: string; contents: Record<string, string[]> }>();
