import { CompiledQuery, sql, SqliteAdapter, type Kysely, type Transaction } from 'kysely';
import type pg from 'pg';
import type { Schema } from './schema.ts';
import { RowBatch } from './sqliteDialect.ts';

/** Everything in which the two engines differ stands in this file (and in the drivers themselves). */
export type Engine = 'sqlite' | 'postgres';

/** The engine a connection speaks to. */
export function engineOf(db: Kysely<Schema>): Engine {
  return db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres';
}

/** The placeholder of the nth (1-based) parameter in a hand-written statement. */
export function placeholder(engine: Engine, n: number): string {
  return engine === 'sqlite' ? '?' : `$${n}`;
}

const INT8 = 20;
const NUMERIC = 1700;

function safeNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond what a number holds exactly`);
  return value;
}

/** PostgreSQL gives int8 and numeric as text; here they are numbers as on SQLite, and one that would lose a digit is refused. */
export function numbersAsNumbers(types: typeof pg.types): pg.CustomTypesConfig {
  return {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      (oid === INT8 || oid === NUMERIC) && format !== 'binary' ? safeNumber : types.getTypeParser(oid, format as 'text'),
  } as pg.CustomTypesConfig;
}

/** Rows of one statement: what a message to PostgreSQL may weigh without stalling others. */
const ROWS_PER_STATEMENT = 5000;

/**
 * Inserts a set by the engine's fastest way. Both take the column names of the first row; every row must have them all.
 * SQLite: one prepared statement, run a row at a time. PostgreSQL: one JSON document a statement, typed by the table itself.
 */
export async function insertSet(db: Kysely<Schema>, table: keyof Schema, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const names = columns.map((column) => `"${column}"`).join(', ');
  if (engineOf(db) === 'sqlite') {
    const batch = new RowBatch(rows.map((row) => columns.map((column) => (row as Record<string, unknown>)[column])));
    await db.executeQuery(CompiledQuery.raw(`insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`, [batch]));
    return;
  }
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const json = JSON.stringify(rows.slice(start, start + ROWS_PER_STATEMENT));
    await db.executeQuery(CompiledQuery.raw(`insert into "${table}" (${names}) select ${names} from json_populate_recordset(null::"${table}", $1::json)`, [json]));
  }
}

/** Serialises starts that migrate at the same time. SQLite's write transaction is that lock already. */
export async function lockMigrations(tx: Transaction<Schema>): Promise<void> {
  if (engineOf(tx) === 'postgres') await sql`select pg_advisory_xact_lock(7364221)`.execute(tx);
}

/** Whether a write lost a race that trying again settles (PostgreSQL: serialization failure, deadlock). */
export function isRace(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return code === '40001' || code === '40P01';
}

/** Whether a unique constraint refused a row. */
export function isDuplicate(error: unknown): boolean {
  const { code, errcode } = error as { code?: string; errcode?: number };
  return code === '23505' || errcode === 2067 || errcode === 1555;
}
