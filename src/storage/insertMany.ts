import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import { insertSet } from './dialect.ts';

/** Inserts a set of rows (one row is the special case). Every row must have the same columns; call it inside a transaction. */
export async function insertMany<T extends keyof Schema>(db: Kysely<Schema>, table: T, rows: readonly Schema[T][]): Promise<void> {
  await insertSet(db, table, rows);
}
