import { CompiledQuery, sql, SqliteAdapter, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type pg from 'pg';
import type { PageWords, QueryPart } from '#domain/insight/fullText.ts';
import type { Schema } from './schema.ts';
import { RowBatch, sqliteValue } from './sqliteDialect.ts';

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

/** A join that is done from left to right. SQLite guesses poorly how many rows a filter leaves; PostgreSQL keeps statistics and decides itself. */
export function orderedJoin(engine: Engine): string {
  return engine === 'sqlite' ? 'cross join' : 'join';
}

/** A column as SQLite will not look it up in an index, where another index gives the order for nothing. */
export function unindexed(engine: Engine, column: string): string {
  return engine === 'sqlite' ? `+${column}` : column;
}

/** Ends an `exists` that is asked row by row in the order of the outer table; PostgreSQL would turn it round and read the whole inner one. */
export function rowByRow(engine: Engine): string {
  return engine === 'postgres' ? ' offset 0' : '';
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
  if (engineOf(db) === 'sqlite') return await insertBatch(db, table, columns, valuesOf(rows as Record<string, unknown>[], columns));
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) await insertJson(db, table, columns, rows.slice(start, start + ROWS_PER_STATEMENT));
}

/** The same from rows that are arrays in the order of the columns; the same array may come again with other values. */
export async function insertValues(db: Kysely<Schema>, table: keyof Schema, columns: readonly string[], rows: Iterable<readonly (string | number | null)[]>): Promise<void> {
  if (engineOf(db) === 'sqlite') return await insertBatch(db, table, columns, rows);
  let set: object[] = [];
  for (const row of rows) {
    set.push(Object.fromEntries(columns.map((column, n) => [column, row[n]])));
    if (set.length === ROWS_PER_STATEMENT) await insertJson(db, table, columns, set.splice(0));
  }
  if (set.length > 0) await insertJson(db, table, columns, set);
}

const named = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ');

async function insertBatch(db: Kysely<Schema>, table: keyof Schema, columns: readonly string[], rows: RowBatch['rows']): Promise<void> {
  await db.executeQuery(CompiledQuery.raw(`insert into "${table}" (${named(columns)}) values (${columns.map(() => '?').join(', ')})`, [new RowBatch(rows)]));
}

async function insertJson(db: Kysely<Schema>, table: keyof Schema, columns: readonly string[], rows: readonly object[]): Promise<void> {
  const names = named(columns);
  await db.executeQuery(CompiledQuery.raw(`insert into "${table}" (${names}) select ${names} from json_populate_recordset(null::"${table}", $1::json)`, [JSON.stringify(rows)]));
}

/** One array for all rows: nothing is left behind for the collector. */
function* valuesOf(rows: readonly Record<string, unknown>[], columns: readonly string[]): Generator<ReturnType<typeof sqliteValue>[]> {
  const values: ReturnType<typeof sqliteValue>[] = new Array(columns.length);
  for (const row of rows) {
    for (let n = 0; n < columns.length; n++) values[n] = sqliteValue(row[columns[n]!]);
    yield values;
  }
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

/** Runs the work on one unchanging picture of the store, however much is written meanwhile. */
export async function onSnapshot<T>(db: Kysely<Schema>, work: (tx: Transaction<Schema>) => Promise<T>): Promise<T> {
  if (engineOf(db) === 'postgres') return await db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
  return await db.transaction().execute(work);
}

/**
 * Every table of the store with its columns, those that others refer to first; the index of words is none: it is made from others. The
 * database (on PostgreSQL: the schema) is ours alone.
 */
export async function ownTables(db: Kysely<Schema>): Promise<{ name: string; columns: string[] }[]> {
  const schema = engineOf(db) === 'postgres' ? (await sql<{ name: string }>`select current_schema() as name`.execute(db)).rows[0]!.name : undefined;
  const found = (await db.introspection.getTables()).filter((table) => !table.isView && table.schema === schema && !table.name.startsWith('page_index'));
  const tables = found.map((table) => ({ name: table.name, columns: table.columns.map((column) => column.name) }));
  const isParent = (name: string) => Number(name === 'auth_user');
  return tables.sort((a, b) => isParent(b.name) - isParent(a.name) || (a.name < b.name ? -1 : 1));
}

/** A value as both engines take it: PostgreSQL's instants and booleans (sign-in tables) become text and 0/1. */
export function portable(value: unknown): string | number | null {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))) return value;
  throw new TypeError(`a value that no archive holds: ${typeof value}`);
}

const ROWS_PER_FETCH = 2000;

/** All rows of a table in sets, without holding them all. Inside a transaction. */
export async function* tableRows(tx: Transaction<Schema>, table: string): AsyncGenerator<Record<string, unknown>[]> {
  const statement = `select * from "${table}"`;
  if (engineOf(tx) === 'sqlite') {
    let set: Record<string, unknown>[] = [];
    for await (const row of tx.getExecutor().stream<Record<string, unknown>>(CompiledQuery.raw(statement), 1)) {
      if (set.push(...row.rows) >= ROWS_PER_FETCH) yield set.splice(0);
    }
    yield set;
    return;
  }
  await tx.executeQuery(CompiledQuery.raw(`declare all_rows no scroll cursor for ${statement}`));
  for (;;) {
    const { rows } = await tx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(`fetch ${ROWS_PER_FETCH} from all_rows`));
    if (rows.length === 0) break;
    yield rows;
  }
  await tx.executeQuery(CompiledQuery.raw('close all_rows'));
}

/** Drops tables that may refer to one another; a reader in the way is waited for, but not for ever. */
export async function dropTables(tx: Transaction<Schema>, tables: readonly string[]): Promise<void> {
  if (tables.length === 0) return;
  if (engineOf(tx) === 'postgres') {
    await sql`set local lock_timeout = '60s'`.execute(tx);
    await sql.raw(`drop table ${tables.map((table) => `"${table}"`).join(', ')} cascade`).execute(tx);
    return;
  }
  // Checked at the commit, when everything is back.
  await sql`pragma defer_foreign_keys = on`.execute(tx);
  for (const table of tables) await sql.raw(`drop table "${table}"`).execute(tx);
}

/** Whole days from one day column (`YYYY-MM-DD` text) to another. */
export function daysFrom(engine: Engine, from: string, to: string): RawBuilder<number> {
  const [a, b] = [sql.ref(from), sql.ref(to)];
  return engine === 'sqlite' ? sql<number>`cast(julianday(${b}) - julianday(${a}) as integer)` : sql<number>`(${b}::date - ${a}::date)`;
}

/** An object inside a JSON text column, as JSON text: without handing the whole text over. `key` is a name of ours. */
export function jsonObject(engine: Engine, column: string, key: string): string {
  return engine === 'sqlite' ? `json_extract(${column}, '$.${key}')` : `(${column}::json -> '${key}')::text`;
}

/** What the engine itself finds wrong with its file. PostgreSQL watches over its own (checksums, pg_amcheck). */
export async function fileFaults(db: Kysely<Schema>): Promise<string[]> {
  if (engineOf(db) === 'postgres') return [];
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(db);
  const references = await sql<{ table: string; rowid: number | null; parent: string }>`pragma foreign_key_check`.execute(db);
  return [
    ...integrity.rows.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
    ...references.rows.slice(0, 20).map((row) => `${row.table} row ${row.rowid} has no ${row.parent}`),
  ];
}

/**
 * For a thread beside the server: reads the file without mapping it (mapped pages count as ours, and a thread that reads all of it
 * would hold all of it) and with a small cache. PostgreSQL keeps nothing here.
 */
export async function keepSmall(db: Kysely<Schema>): Promise<void> {
  if (engineOf(db) === 'sqlite') await sql`pragma mmap_size = 0`.execute(db).then(() => sql`pragma cache_size = -16000`.execute(db));
}

/**
 * Whether each commit waits for the disk. `false` is for rows that nobody has been told of yet: they reach the disk with the next commit
 * that waits (the log is one file), and the log is folded back in larger pieces, so that an index page filled again and again is copied
 * once. A million staged lines take an eighth less. PostgreSQL keeps its own ways.
 */
export async function syncEachCommit(db: Kysely<Schema>, each: boolean): Promise<void> {
  if (engineOf(db) !== 'sqlite') return;
  await sql.raw(`pragma synchronous = ${each ? 'full' : 'normal'}`).execute(db);
  await sql.raw(`pragma wal_autocheckpoint = ${each ? 1000 : 16_000}`).execute(db);
}

/** Whether a column has a text in it, small and large letters alike where they are plain (a-z). `%` and `_` of the text count as they are. */
export function hasText(engine: Engine, column: string, text: string): RawBuilder<boolean> {
  return sql<boolean>`cast(${sql.ref(column)} as text) ${sql.raw(engine === 'sqlite' ? 'like' : 'ilike')} ${`%${text.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;
}

/**
 * Leaves nothing of deleted rows behind that the engine can reach: SQLite writes its file anew (pages that were split keep copies which no overwriting
 * finds), PostgreSQL clears the dead rows of these tables, as far as it may.
 */
export async function dropTraces(db: Kysely<Schema>, tables: readonly string[]): Promise<void> {
  // The new file is built on the disk, not in memory: it may be large.
  if (engineOf(db) === 'sqlite') await sql`pragma temp_store = file`.execute(db).then(() => sql`vacuum`.execute(db));
  else if (tables.length > 0) await sql.raw(`vacuum ${tables.map((table) => `"${table}"`).join(', ')}`).execute(db);
}

/** Folds SQLite's log into its file and empties it; false while somebody reads from it. PostgreSQL's log is its own affair. */
export async function emptyLog(db: Kysely<Schema>): Promise<boolean> {
  if (engineOf(db) === 'postgres') return true;
  return (await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db)).rows[0]!.busy === 0;
}

/** Puts the index of words together anew, without what was taken out of it. PostgreSQL's rows are simply gone. */
export async function settlePageIndex(tx: Transaction<Schema>): Promise<void> {
  if (engineOf(tx) === 'sqlite') await sql`insert into page_index (page_index) values ('optimize')`.execute(tx);
}

/** The words of a page for the index of sources. */
export interface IndexedPage extends PageWords { readonly id: number }

/** Adds pages to the index of words: FTS5 on SQLite, two tsvectors on PostgreSQL. */
export async function indexPages(tx: Transaction<Schema>, pages: readonly IndexedPage[]): Promise<void> {
  if (pages.length === 0) return;
  if (engineOf(tx) === 'sqlite') {
    const rows = pages.map((page) => [page.id, page.words.join(' '), page.sounds.join(' ')]);
    await tx.executeQuery(CompiledQuery.raw('insert into page_index (rowid, words, sounds) values (?, ?, ?)', [new RowBatch(rows)]));
    return;
  }
  const json = JSON.stringify(pages.map((page) => ({ id: page.id, words: vector(page.words, true), sounds: vector(page.sounds, false) })));
  await tx.executeQuery(CompiledQuery.raw('insert into page_index (id, words, sounds) select id, words::tsvector, sounds::tsvector from json_to_recordset($1::json) as r(id bigint, words text, sounds text)', [json]));
}

/** PostgreSQL counts positions up to 16,383: a phrase further on in one page is not found, its words are. */
const POSITIONS = 16_383;

function vector(words: readonly string[], placed: boolean): string {
  const places = new Map<string, number[]>();
  words.forEach((word, n) => {
    const known = places.get(word);
    // 255 places of a word are all that PostgreSQL keeps.
    if (known && known.length < 255) known.push(n + 1);
    else if (!known) places.set(word, [n + 1]);
  });
  return [...places].map(([word, at]) => `'${word.replace(/['\\]/g, '')}'${placed ? `:${at.filter((n) => n <= POSITIONS).join(',') || POSITIONS}` : ''}`).join(' ');
}

export async function unindexPages(tx: Transaction<Schema>, from: number, to: number): Promise<void> {
  const id = sql.ref(engineOf(tx) === 'sqlite' ? 'rowid' : 'id');
  await sql`delete from page_index where ${id} >= ${from} and ${id} <= ${to}`.execute(tx);
}

/** Ids of the pages that have every part of a query (column `id`). */
export function matchingPages(db: Kysely<Schema>, parts: readonly QueryPart[]): RawBuilder<unknown> {
  if (engineOf(db) === 'sqlite') {
    const match = parts.map((part) => (part.kind === 'phrase' ? `{words} : "${part.pairs.join(' ')}"` : `{words sounds} : "${part.text}" *`)).join(' AND ');
    return sql`select rowid as id from page_index where page_index match ${match}`;
  }
  const conditions = parts.map((part) => (part.kind === 'phrase'
    ? sql`words @@ ${part.pairs.map((pair) => `'${pair}'`).join(' <-> ')}::tsquery`
    : sql`(words @@ ${`'${part.text}':*`}::tsquery or sounds @@ ${`'${part.text}':*`}::tsquery)`));
  return sql`select id from page_index where ${sql.join(conditions, sql` and `)}`;
}

/** The index of words goes before its migration makes it again. */
export async function dropPageIndex(tx: Transaction<Schema>): Promise<void> {
  await sql`drop table if exists page_index`.execute(tx);
}
