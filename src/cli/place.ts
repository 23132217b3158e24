import { SYSTEM, type Context } from '#actions/act.ts';
import { openLive } from '#actions/live.ts';
import { ConfigFaults, readConfig } from '#api/config.ts';
import { openStore, type Store } from '#storage/connect.ts';
import { migrationsMissing } from '#storage/migrate.ts';
import { CommandFault } from './faults.ts';

/** Runs a command on the store that the server of this environment uses (DATA_DIR, DATABASE_URL), beside it or without it. */
export async function inPlace<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(place());
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function place(): { dataDir: string; databaseUrl: string | undefined } {
  try {
    const { dataDir, databaseUrl } = readConfig(process.env);
    return { dataDir, databaseUrl };
  } catch (error) {
    throw error instanceof ConfigFaults ? new CommandFault(error.message) : error;
  }
}

/** The same for commands that need today's tables; the program acts for itself. */
export async function asProgram<T>(work: (context: Context) => Promise<T>): Promise<T> {
  return await inPlace(async (store) => {
    if ((await migrationsMissing(store)).length > 0) throw new CommandFault('The store is not of this version. Start the server once: it takes a backup and migrates.');
    const live = await openLive(store);
    try {
      return await work({ store, actor: SYSTEM, now: () => new Date(), live, dataDir: store.dataDir });
    } finally {
      await live.close();
    }
  });
}
