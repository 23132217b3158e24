import pg from 'pg';
import { startPostgres } from '../test/postgres.ts';

export interface OwnDatabase { /** Undefined: SQLite in the folder of the run. */ readonly url: string | undefined; drop(): Promise<void> }

/** A database of the run's own: none on SQLite, a fresh one on the PostgreSQL that the tests use. Drop it at the end, also after a failure. */
export async function ownDatabase(engine: 'sqlite' | 'postgres'): Promise<OwnDatabase> {
  if (engine === 'sqlite') return { url: undefined, drop: async () => {} };
  const server = await startPostgres();
  const name = `vitalfew_bench_${process.pid}`;
  const admin = async (query: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query(query).finally(() => client.end());
  };
  await admin(`create database ${name}`);
  return {
    url: Object.assign(new URL(server.url), { pathname: `/${name}` }).href,
    drop: async () => {
      await admin(`drop database if exists ${name} with (force)`);
      await server.stop();
    },
  };
}
