import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { sweepTempFolders } from '#actions/files/tempFolder.ts';
import { ensureTemplate } from '#actions/select/ensureTemplate.ts';
import { readUnread } from '#actions/insight/readSource.ts';
import { removePartFiles } from '#actions/insight/sourceFiles.ts';
import { keepScored } from '#actions/select/keepScored.ts';
import { importsEnded } from '#actions/select/importing/running.ts';
import { sweepImports } from '#actions/select/importing/sweepImports.ts';
import { ConfigFaults, readConfig, type Config } from '#api/config.ts';
import { listen } from '#api/listen.ts';
import { createApp } from '#api/server.ts';
import { backupBeforeMigrating } from '#storage/backup.ts';
import { openStore } from '#storage/connect.ts';
import { migrate } from '#storage/migrate.ts';

const SWEEP_AGAIN_MS = 61_000;
/** How long an import under way may take to end when the server is asked to stop. */
const PATIENCE_MS = 15_000;

/**
 * `vitalfew serve`: from the environment to a listening server; resolves with the exit code after SIGTERM or SIGINT.
 * Nothing listens before the store has today's shape, and a start that fails leaves exit code 1 and a sentence why.
 */
export async function serve(env: Readonly<Record<string, string | undefined>> = process.env): Promise<number> {
  const config = configured(env);
  if (!config) return 1;
  const log = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 1, sync: false }));
  const store = await openStore({ dataDir: config.dataDir, databaseUrl: config.databaseUrl });
  try {
    const migrated = await migrate(store, { beforeMigrating: () => backupBeforeMigrating(store) });
    if (migrated.length > 0) log.info({ migrated }, 'migrated');
    await ensureTemplate(store, new Date());
    await Promise.all([sweepImports(store, store.dataDir, new Date()), sweepTempFolders(new Date())]);
    const app = await createApp(store, config, { log });
    // Heard from now on: whoever starts us may stop us as soon as we answer.
    const asked = stopSignal();
    const listening = await listen(app, config);
    process.stdout.write(`Vitalfew listens on ${addressOf(config, listening.port)}\n`);
    if (config.webDir === null) process.stderr.write('The screens are not built (node scripts/setup.mjs --web builds them); the API answers.\n');
    // Loaded now rather than while the first person waits for it.
    app.services.auth.warm().catch((error: unknown) => log.error({ err: error }, 'fault'));
    const endScoring = keepScored(app.services, config.version, (error) => log.error({ err: error }, 'fault'));

    // Another process may have died a moment ago without a sign: what it read is thrown away when it has been silent long enough.
    const again = setTimeout(() => void sweepImports(store, store.dataDir, new Date()).catch((error: unknown) => log.error({ err: error }, 'fault')), SWEEP_AGAIN_MS);

    // What a stop has cut off in the middle is read again.
    void removePartFiles(store.dataDir, new Date()).then(() => readUnread({ store, live: app.services.live, dataDir: store.dataDir }, new Date())).catch((error: unknown) => log.error({ err: error }, 'fault'));

    const signal = await asked;
    log.info({ signal }, 'stopping');
    clearTimeout(again);
    await listening.stop();
    await Promise.race([importsEnded(store).then(endScoring), sleep(PATIENCE_MS, null, { ref: false })]);
    // A dry run that is still reading would keep the process alive; it is thrown away at the next start.
    setTimeout(() => process.exit(0), 1000).unref();
    return 0;
  } catch (error) {
    const { code } = error as { code?: string };
    process.stderr.write(code === 'EADDRINUSE' ? `Port ${config.port} is taken: set PORT to another one.\n` : `The server could not start: ${(error as Error).stack}\n`);
    return 1;
  } finally {
    await store.close();
    log.flush();
  }
}

function configured(env: Readonly<Record<string, string | undefined>>): Config | null {
  try {
    return readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigFaults)) throw error;
    process.stderr.write(`${error.message}\n`);
    return null;
  }
}

function addressOf(config: Config, port: number): string {
  if (config.publicUrl !== null) return config.publicUrl;
  const everywhere = config.host === '0.0.0.0' || config.host === '::' || config.host === '127.0.0.1' || config.host === '::1';
  return `http://${everywhere ? 'localhost' : config.host}:${port}`;
}

function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
}
