import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type CompiledQuery, type DatabaseConnection, type Dialect, type Driver, type Kysely, type QueryResult } from 'kysely';

/**
 * A statement with this as its only parameter runs once a row: the fastest set insert SQLite has. Values are as SQLite takes them
 * (`sqliteValue`); the same array may come again with other values.
 */
export class RowBatch {
  readonly rows: Iterable<readonly SQLInputValue[]>;
  constructor(rows: Iterable<readonly SQLInputValue[]>) {
    this.rows = rows;
  }
}

const STATEMENTS_KEPT = 400;
const SQLITE_BUSY = 5;
/** Longest wait for another connection's transaction; a large import's commit holds the lock for some seconds. */
const LONGEST_WAIT_MS = 60_000;

/** A value as SQLite takes it. */
export function sqliteValue(value: unknown): SQLInputValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  return value as SQLInputValue;
}

interface Prepared { readonly statement: StatementSync; readonly reads: boolean }

class Connection implements DatabaseConnection {
  readonly database: DatabaseSync;
  readonly readsOnly: boolean;
  private readonly prepared = new Map<string, Prepared>();
  constructor(database: DatabaseSync) {
    this.database = database;
    this.readsOnly = database.prepare('pragma query_only').get()!['query_only'] === 1;
  }

  private prepare(sql: string): Prepared {
    const known = this.prepared.get(sql);
    if (known) return known;
    const statement = this.database.prepare(sql);
    const fresh = { statement, reads: statement.columns().length > 0 };
    if (this.prepared.size >= STATEMENTS_KEPT) this.prepared.delete(this.prepared.keys().next().value!);
    this.prepared.set(sql, fresh);
    return fresh;
  }

  run<R>(sql: string, parameters: readonly unknown[]): QueryResult<R> {
    const { statement, reads } = this.prepare(sql);
    const [first] = parameters;
    if (first instanceof RowBatch) {
      let count = 0;
      for (const row of first.rows) {
        statement.run(...row);
        count++;
      }
      return { rows: [], numAffectedRows: BigInt(count) };
    }
    if (reads) return { rows: statement.all(...parameters.map(sqliteValue)) as R[] };
    const { changes, lastInsertRowid } = statement.run(...parameters.map(sqliteValue));
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  /**
   * Another connection (the import's thread) may hold the write lock for seconds: waiting inside SQLite would stop the
   * whole process, so the wait is here, between tries, with the event loop free.
   */
  async executeQuery<R>(query: Pick<CompiledQuery, 'sql' | 'parameters'>): Promise<QueryResult<R>> {
    const started = performance.now();
    for (let pause = 2; ; pause = Math.min(pause * 2, 50)) {
      try {
        return this.run<R>(query.sql, query.parameters);
      } catch (error) {
        const busy = (error as { errcode?: number }).errcode === SQLITE_BUSY;
        if (!busy || performance.now() - started > LONGEST_WAIT_MS) throw error;
        await sleep(pause);
      }
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    // An own statement: a cached one could be started again while this one is still read.
    for (const row of this.database.prepare(query.sql).iterate(...query.parameters.map(sqliteValue))) yield { rows: [row as R] };
  }
}

/** One connection; whoever has it keeps it until released, so that a transaction is alone on it. */
class SqliteDriver implements Driver {
  private readonly connection: Connection;
  private tail: Promise<void> = Promise.resolve();
  private release: (() => void)[] = [];
  constructor(database: DatabaseSync) {
    this.connection = new Connection(database);
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.tail;
    this.tail = new Promise((resolve) => { this.release.push(resolve); });
    await before;
    return this.connection;
  }
  async releaseConnection(): Promise<void> {
    this.release.shift()?.();
  }
  async beginTransaction(): Promise<void> {
    // A reader's transaction takes no lock: it only holds its picture of the data still.
    await this.connection.executeQuery({ sql: this.connection.readsOnly ? 'begin' : 'begin immediate', parameters: [] });
  }
  async commitTransaction(): Promise<void> {
    this.connection.run('commit', []);
  }
  async rollbackTransaction(): Promise<void> {
    if (this.connection.database.isTransaction) this.connection.run('rollback', []);
  }
  /** The store that opened the database closes it. */
  async destroy(): Promise<void> {}
}

/** Kysely over the SQLite that Node brings along. */
export class NodeSqliteDialect implements Dialect {
  private readonly database: DatabaseSync;
  constructor(database: DatabaseSync) {
    this.database = database;
  }
  createDriver(): Driver {
    return new SqliteDriver(this.database);
  }
  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler();
  }
  createAdapter(): SqliteAdapter {
    return new SqliteAdapter();
  }
  createIntrospector(db: Kysely<any>): SqliteIntrospector {
    return new SqliteIntrospector(db);
  }
}

/** A process that is closing (or was killed, and whose log the first to come works off) holds the whole file for a moment. */
const OPENING_WAIT_MS = 10_000;

/**
 * Opens the database file. WAL: readers never wait for the writer. FULL: a commit is on the disk before it is acknowledged.
 * A reader's connection refuses to write.
 */
export function openSqlite(file: string, use: 'read' | 'write'): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: OPENING_WAIT_MS });
  database.exec(`pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma temp_store = memory;
    pragma cache_size = -${use === 'write' ? 32_000 : 16_000}; pragma mmap_size = 268435456; pragma query_only = ${use === 'read' ? 1 : 0}; pragma busy_timeout = 0;`);
  return database;
}
