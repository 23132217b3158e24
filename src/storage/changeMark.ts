import { sql } from 'kysely';
import type { Store } from './connect.ts';

/**
 * A mark that differs when the data a reader sees has changed, whoever changed it: this process, one of its threads or the
 * terminal. SQLite counts the commits of other connections itself; PostgreSQL does not (null), and there the news between
 * processes says so.
 */
export async function changeMark(store: Store): Promise<number | null> {
  if (store.engine !== 'sqlite') return null;
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(store.read);
  return rows[0]!.data_version;
}
