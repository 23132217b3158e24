import { sql, type Transaction } from 'kysely';
import { engineOf } from './dialect.ts';
import type { Schema } from './schema.ts';

/* What is held until a transaction ends. SQLite's write transaction is alone already; PostgreSQL must be asked. */

/** Serialises starts that migrate at the same time. SQLite's write transaction is that lock already. */
export async function lockMigrations(tx: Transaction<Schema>): Promise<void> {
  if (engineOf(tx) === 'postgres') await sql`select pg_advisory_xact_lock(7364221)`.execute(tx);
}

/** Holds rows until the transaction ends: what is read of them afterwards stays true. SQLite's write transaction is alone already. */
export async function holdRows(tx: Transaction<Schema>, table: 'account' | 'panel', ids: readonly number[]): Promise<void> {
  if (ids.length > 0 && engineOf(tx) === 'postgres') await sql`select id from ${sql.table(table)} where id in (${sql.join(ids)}) order by id for no key update`.execute(tx);
}

/** Lets nobody else write into a table until the transaction ends; others read on. SQLite's write transaction is alone already. */
export async function holdTable(tx: Transaction<Schema>, table: 'erasure' | 'person'): Promise<void> {
  if (engineOf(tx) === 'postgres') await sql`lock table ${sql.table(table)} in exclusive mode`.execute(tx);
}
