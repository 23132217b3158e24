import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openStore } from '#storage/connect.ts';
import { migrate } from '#storage/migrate.ts';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
    template: string;
    sqliteTemplate: string;
  }
}

/** Once a run: both engines, each with a migrated template that every test store is cloned from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Everything a run leaves lies in one folder that goes with it. PostgreSQL, run as nobody, must get through to its own.
  const run = mkdtempSync(join(tmpdir(), 'vitalfew-run-'));
  chmodSync(run, 0o711);
  process.env['TMPDIR'] = run;
  const folder = mkdtempSync(join(run, 'template-'));
  const sqlite = await openStore({ dataDir: folder });
  await migrate(sqlite);
  await sqlite.close();

  const postgres = await startPostgres();
  const template = `vitalfew_template_${process.pid}`;
  const admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  await admin.query(`create database ${template}`);
  const url = new URL(postgres.url);
  url.pathname = `/${template}`;
  const store = await openStore({ databaseUrl: url.href, dataDir: folder });
  await migrate(store);
  await store.close();

  project.provide('postgresUrl', postgres.url);
  project.provide('template', template);
  project.provide('sqliteTemplate', folder);
  return async () => {
    await admin.query(`drop database if exists ${template} with (force)`);
    await admin.end();
    await postgres.stop();
    rmSync(run, { recursive: true, force: true });
  };
}
