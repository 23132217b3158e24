import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import { isRace, type Engine } from './dialect.ts';
import { openPool } from './postgresPool.ts';
import type { Schema } from './schema.ts';
import { NodeSqliteDialect, openSqlite } from './sqliteDialect.ts';

/** The two ways into the store: readers never wait for the writer; writes go through `transaction`. */
export interface Store {
  readonly engine: Engine;
  /** Where it lies, for threads and listeners that need a connection of their own. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly read: Kysely<Schema>;
  readonly write: Kysely<Schema>;
  /** Runs the work in one transaction; it is on the disk when this resolves. Repeated when it lost a race. */
  transaction<T>(work: (tx: Transaction<Schema>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface StoreLocation {
  /** postgres://…; unset: SQLite in dataDir. */
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
}

const TRIES = 6;

async function tryAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isRace(error) || attempt === TRIES) throw error;
    }
  }
}

/** The SQLite file of a data directory. */
export function sqliteFile(dataDir: string): string {
  return join(dataDir, 'vitalfew.db');
}

function openSqliteStore(dataDir: string): Store {
  mkdirSync(dataDir, { recursive: true });
  const file = sqliteFile(dataDir);
  const writer = openSqlite(file, 'write');
  const reader = openSqlite(file, 'read');
  const write = new Kysely<Schema>({ dialect: new NodeSqliteDialect(writer) });
  const read = new Kysely<Schema>({ dialect: new NodeSqliteDialect(reader) });
  return {
    engine: 'sqlite', databaseUrl: undefined, dataDir, read, write,
    transaction: (work) => write.transaction().execute(work),
    close: async () => {
      await read.destroy();
      await write.destroy();
      // A connection that was never used is unknown to Kysely; the writer goes last and folds the log into the file.
      for (const database of [reader, writer]) if (database.isOpen) database.close();
    },
  };
}

async function openPostgresStore(databaseUrl: string, dataDir: string): Promise<Store> {
  const { default: pg } = await import('pg');
  const pool = openPool(pg, databaseUrl);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return {
    engine: 'postgres', databaseUrl, dataDir, read: db, write: db,
    transaction: (work) => tryAgain(() => db.transaction().execute(work)),
    close: () => db.destroy(),
  };
}

/** Opens the store of this place, without migrating it. */
export async function openStore(location: StoreLocation): Promise<Store> {
  return location.databaseUrl ? await openPostgresStore(location.databaseUrl, location.dataDir) : openSqliteStore(location.dataDir);
}
