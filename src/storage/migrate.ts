import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Store } from './connect.ts';
import { ownTables, type Engine } from './dialect.ts';
import { lockMigrations } from './locks.ts';
import type { Schema } from './schema.ts';

const FOLDER = join(import.meta.dirname, '../../migrations');

interface Migration { up(db: Kysely<any>, engine: Engine): Promise<void> }

async function known(db: Kysely<any>): Promise<Set<string>> {
  const rows: { name: string }[] = await db.selectFrom('migration').select('name').execute();
  return new Set(rows.map((row) => row.name));
}

/** Names of all migrations of this version, in their order. */
export async function migrationNames(): Promise<string[]> {
  return (await readdir(FOLDER)).filter((name) => /^\d{3}-[\w-]+\.ts$/.test(name)).sort();
}

/** Migrations that the store does not have yet; changes nothing. */
export async function migrationsMissing(store: Store): Promise<string[]> {
  const names = await migrationNames();
  const tables = await ownTables(store.read);
  if (!tables.some((table) => table.name === 'migration')) return names;
  const have = await known(store.read);
  return names.filter((name) => !have.has(name));
}

/** The table that remembers which migrations a store has. */
export async function createMigrationTable(db: Kysely<any>): Promise<void> {
  await db.schema.createTable('migration').ifNotExists().addColumn('name', 'text', (c) => c.primaryKey()).addColumn('at', 'text', (c) => c.notNull()).execute();
}

/** Runs and records migrations by name. */
export async function runMigrations(tx: Transaction<Schema>, engine: Engine, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const migration = await import(pathToFileURL(join(FOLDER, name)).href) as Migration;
    await migration.up(tx, engine);
    await sql`insert into migration (name, at) values (${name}, ${new Date().toISOString()})`.execute(tx);
  }
}

/**
 * Brings the store to the newest shape: runs, in the order of their names, the migrations it does not have yet, all in one
 * transaction. Several processes may start at once. `beforeMigrating` (a backup) is called only when there is something to lose.
 * Gives the names of those it ran.
 */
export async function migrate(store: Store, hooks: { beforeMigrating?: () => Promise<void> } = {}): Promise<string[]> {
  const names = (await readdir(FOLDER)).filter((name) => /^\d{3}-[\w-]+\.ts$/.test(name)).sort();
  await store.write.schema.createTable('migration').ifNotExists().addColumn('name', 'text', (c) => c.primaryKey().notNull()).addColumn('at', 'text', (c) => c.notNull()).execute();
  const have = await known(store.write);
  if (names.every((name) => have.has(name))) return [];
  if (have.size > 0) await hooks.beforeMigrating?.();

  return await store.transaction(async (tx) => {
    await lockMigrations(tx);
    const missing = await known(tx).then((done) => names.filter((name) => !done.has(name)));
    await runMigrations(tx, store.engine, missing);
    return missing;
  });
}
