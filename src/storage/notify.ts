import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Store } from './connect.ts';

const CHANNEL = 'vitalfew_live';

export interface Channel {
  notify(text: string): void;
  close(): Promise<void>;
}

/**
 * Carries short messages between the processes of one PostgreSQL store (LISTEN/NOTIFY); null on SQLite, which has one process.
 * Own messages do not come back. A broken connection is opened anew within a second.
 */
export async function listenTo(store: Store, hear: (text: string) => void): Promise<Channel | null> {
  if (store.engine === 'sqlite' || store.databaseUrl === undefined) return null;
  const { default: pg } = await import('pg');
  const me = randomUUID();
  let closed = false;
  let client: InstanceType<typeof pg.Client> | undefined;
  const connect = async (): Promise<void> => {
    client = new pg.Client({ connectionString: store.databaseUrl });
    client.on('error', () => { if (!closed) setTimeout(() => void connect().catch(() => {}), 1000).unref(); });
    client.on('notification', ({ payload }) => {
      const text = payload ?? '';
      if (!text.startsWith(me)) hear(text.slice(me.length));
    });
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
  };
  await connect();
  return {
    notify: (text) => {
      sql`select pg_notify(${CHANNEL}, ${me + text})`.execute(store.write).catch(() => {});
    },
    close: async () => {
      closed = true;
      await client?.end();
    },
  };
}
