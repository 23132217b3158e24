import { createReadStream } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Transaction } from 'kysely';
import { ARCHIVE_FORMAT, ArchiveWriter, type ArchiveHeader } from './archive.ts';
import type { Store } from './connect.ts';
import { sourceFile } from './insight/sourceFolder.ts';
import { onSnapshot, ownTables, portable, tableRows } from './dialect.ts';
import type { Schema } from './schema.ts';

export interface BackupReport {
  readonly path: string;
  readonly tables: number;
  readonly rows: number;
  /** Files of imports and of sources. */
  readonly uploads: number;
  readonly bytes: number;
}

/** Text of rows kept until it is written as one file of the archive. */
const PART_BYTES = 4_000_000;

/** Folder of the imported files. */
export function uploadsFolder(dataDir: string): string {
  return join(dataDir, 'uploads');
}

async function addTable(tx: Transaction<Schema>, archive: ArchiveWriter, table: string, columns: readonly string[]): Promise<number> {
  let count = 0;
  let part = 0;
  let lines: string[] = [];
  let bytes = 0;
  const flush = async () => {
    if (lines.length === 0) return;
    part++;
    await archive.add(`tables/${table}/${String(part).padStart(5, '0')}.jsonl`, lines.join(''));
    lines = [];
    bytes = 0;
  };
  for await (const rows of tableRows(tx, table)) {
    for (const row of rows) {
      const line = `${JSON.stringify(columns.map((column) => portable(row[column])))}\n`;
      bytes += line.length;
      lines.push(line);
    }
    count += rows.length;
    if (bytes >= PART_BYTES) await flush();
  }
  await flush();
  return count;
}

/** Adds the files that imports in the snapshot name; one that is gone from the folder is left out. */
async function addUploads(tx: Transaction<Schema>, archive: ArchiveWriter, dataDir: string): Promise<number> {
  const imports = await tx.selectFrom('import').select('stored_name').distinct().where('stored_name', '<>', '').orderBy('stored_name').execute();
  let count = 0;
  for (const { stored_name: name } of imports) count += await addFile(archive, `uploads/${name}`, join(uploadsFolder(dataDir), name));
  return count;
}

/** Adds the files of sources, put away or not. */
async function addSources(tx: Transaction<Schema>, archive: ArchiveWriter, dataDir: string): Promise<number> {
  const sources = await tx.selectFrom('source').select('content_hash').distinct().where('content_hash', 'is not', null).orderBy('content_hash').execute();
  let count = 0;
  for (const { content_hash: hash } of sources) count += await addFile(archive, `sources/${hash}`, sourceFile(dataDir, hash!));
  return count;
}

/** 1 when the file is there and was added, else 0. */
async function addFile(archive: ArchiveWriter, name: string, path: string): Promise<number> {
  const size = await stat(path).then((found) => (found.isFile() ? found.size : null), () => null);
  if (size === null) return 0;
  await archive.addStream(name, size, size === 0 ? [] : createReadStream(path, { end: size - 1 }));
  return 1;
}

/**
 * Writes everything the workspace holds, tables and imported files, into one archive that either store can be restored
 * from. Others may read and write meanwhile: the archive shows one instant. An existing file is replaced only by a whole one.
 */
export async function backup(store: Store, path: string, now = new Date()): Promise<BackupReport> {
  const target = resolve(path);
  await mkdir(dirname(target), { recursive: true });
  const archive = new ArchiveWriter(target, now);
  try {
    const counts = await onSnapshot(store.read, async (tx) => {
      const tables = await ownTables(tx);
      const has = tables.some((table) => table.name === 'migration');
      const migrations = has ? (await tx.withTables<{ migration: { name: string } }>().selectFrom('migration').select('name').orderBy('name').execute()).map((row) => row.name) : [];
      await archive.add('header.json', JSON.stringify({ program: 'vitalfew', format: ARCHIVE_FORMAT, engine: store.engine, takenAt: now.toISOString(), migrations, tables } satisfies ArchiveHeader));
      const rows: Record<string, number> = {};
      for (const { name, columns } of tables) rows[name] = await addTable(tx, archive, name, columns);
      const holds = (name: string) => tables.some((table) => table.name === name);
      const uploads = (holds('import') ? await addUploads(tx, archive, store.dataDir) : 0) + (holds('source') ? await addSources(tx, archive, store.dataDir) : 0);
      await archive.finish(rows);
      return { tables: tables.length, rows: Object.values(rows).reduce((sum, n) => sum + n, 0), uploads };
    });
    return { path: target, ...counts, bytes: (await stat(target)).size };
  } catch (error) {
    await archive.abandon();
    throw error;
  }
}

const takenByItself = (dataDir: string): string => join(dataDir, 'backups');

/** How many of the backups that were taken by themselves are older than an instant; what people keep elsewhere nobody knows here. */
export async function backupsBefore(dataDir: string, at: string): Promise<number> {
  const names = await readdir(takenByItself(dataDir)).catch(() => []);
  const times = await Promise.all(names.filter((name) => name.endsWith('.vfb')).map((name) => stat(join(takenByItself(dataDir), name)).then((found) => found.mtime.toISOString(), () => '\uffff')));
  return times.filter((time) => time < at).length;
}

/** The backup that is taken by itself before the store changes its shape (`beforeMigrating` of migrate). */
export async function backupBeforeMigrating(store: Store, now = new Date()): Promise<void> {
  await backup(store, join(takenByItself(store.dataDir), `before-migrating-${now.toISOString().replace(/[:.]/g, '-')}.vfb`), now);
}
