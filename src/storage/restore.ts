import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sql, type Transaction } from 'kysely';
import { Refusal } from '#domain/refusal.ts';
import { checkArchive, FILE_FOLDERS, readArchive, type ArchiveHeader } from './archive.ts';
import { uploadsFolder } from './backup.ts';
import type { Store } from './connect.ts';
import { dropPageIndex, dropTables, insertSet, ownTables } from './dialect.ts';
import { sourceFile } from './insight/sourceFolder.ts';
import { reindex } from './insight/sources.ts';
import { lockMigrations } from './locks.ts';
import { createMigrationTable, migrationNames, runMigrations } from './migrate.ts';
import type { Schema } from './schema.ts';

export interface RestoreReport {
  readonly takenAt: string;
  readonly tables: number;
  readonly rows: number;
  readonly uploads: number;
  /** Migrations that the archive did not have and that were run on it. */
  readonly migrated: readonly string[];
}

/** The shape the archive's rows had, empty. */
async function rebuild(tx: Transaction<Schema>, store: Store, header: ArchiveHeader): Promise<void> {
  const tables = await ownTables(tx);
  await dropTables(tx, tables.map((table) => table.name).reverse());
  await dropPageIndex(tx);
  await createMigrationTable(tx);
  await runMigrations(tx, store.engine, header.migrations);
  const made = new Set((await ownTables(tx)).map((table) => table.name));
  for (const { name } of header.tables) {
    if (!made.has(name)) throw new Refusal('file_refused', `The archive has a table that none of its migrations makes: ${name}. Nothing was changed.`, { reason: 'archive_damaged' });
    await sql.raw(`delete from "${name}"`).execute(tx);
  }
}

/** Fills the tables, and puts the files into folders below `folder`; gives how many rows and files there were. */
async function fill(tx: Transaction<Schema>, path: string, header: ArchiveHeader, folder: string): Promise<{ rows: number; uploads: number }> {
  const columns = new Map(header.tables.map((table) => [table.name, table.columns]));
  let rows = 0;
  let uploads = 0;
  for await (const part of readArchive(path)) {
    if ('table' in part) {
      const names = columns.get(part.table)!;
      await insertSet(tx, part.table as keyof Schema, part.rows.map((values) => Object.fromEntries(names.map((name, n) => [name, values[n]]))));
      rows += part.rows.length;
    } else if (/^\w[\w.-]*$/.test(part.file)) {
      await pipeline(part.content, createWriteStream(join(folder, part.folder, part.file), { mode: 0o600, flush: true }));
      uploads++;
    }
  }
  return { rows, uploads };
}

/**
 * Puts an archive's workspace in the place of this store's, whichever engine it was taken from; older archives are migrated.
 * The archive is read and compared with its checksums first, then everything happens in one transaction: all or nothing, and
 * whoever reads meanwhile sees the old state until the end; `beforeReplacing` may keep something of the old state, `beforeCommit` still change what is restored. Refusal: file_refused (not_an_archive, archive_damaged, archive_newer).
 */
export async function restore(store: Store, path: string, hooks: { beforeReplacing?: (tx: Transaction<Schema>) => Promise<void>; beforeCommit?: (tx: Transaction<Schema>, takenAt: string) => Promise<void> } = {}): Promise<RestoreReport> {
  const names = await migrationNames();
  const { header } = await checkArchive(path, new Set(names));
  const migrated = names.filter((name) => !header.migrations.includes(name));
  const staging = join(store.dataDir, `restoring-${randomBytes(4).toString('hex')}`);
  try {
    const counts = await store.transaction(async (tx) => {
      await rm(staging, { recursive: true, force: true });
      for (const folder of FILE_FOLDERS) await mkdir(join(staging, folder), { recursive: true });
      await lockMigrations(tx);
      await hooks.beforeReplacing?.(tx);
      await rebuild(tx, store, header);
      const filled = await fill(tx, path, header, staging);
      await runMigrations(tx, store.engine, migrated);
      await reindex(tx);
      await hooks.beforeCommit?.(tx, header.takenAt);
      return filled;
    });
    await mkdir(uploadsFolder(store.dataDir), { recursive: true });
    for (const name of await readdir(join(staging, 'uploads'))) await rename(join(staging, 'uploads', name), join(uploadsFolder(store.dataDir), name));
    for (const hash of await readdir(join(staging, 'sources'))) {
      const target = sourceFile(store.dataDir, hash);
      await mkdir(dirname(target), { recursive: true });
      await rename(join(staging, 'sources', hash), target);
    }
    return { takenAt: header.takenAt, tables: header.tables.length, ...counts, migrated };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
